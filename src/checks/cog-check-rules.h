/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a text ends. */
typedef enum
{
  COG_ENDING_NONE,
  COG_ENDING_PERIOD,
  COG_ENDING_QUESTION,
  COG_ENDING_EXCLAMATION,
  COG_ENDING_COLON,
  COG_ENDING_SEMICOLON,
  COG_ENDING_COMMA,
  COG_ENDING_ELLIPSIS,
  COG_ENDING_OBJECT, /* an equation, a picture: nobody can say */
  COG_N_ENDINGS,
} CogEnding;

/* A mark and another that belongs to it; what, is up to the list. */
typedef struct
{
  gunichar mark;
  gunichar other;
} CogMarkPair;

typedef struct
{
  gunichar open, close;
  gunichar space; /* inside; 0: none */
} CogQuotePair;

/**
 * CogCheckRules:
 *
 * How a language sets its marks: data/checks/punctuation.ini, and CLDR for the quotation marks
 * that are not given there. Immutable, kept for good; any thread.
 */
typedef struct
{
  char *language;
  char *
      *endings[COG_N_ENDINGS]; /* (nullable): the marks that count as it, the proposed one first */
  GArray *quotes;              /* (element-type CogQuotePair), the outermost first */
  GArray *spaced;              /* (element-type CogMarkPair): mark, the space before it */
  GArray *wrong;               /* mark of another script, what stands for it */
  GArray *opening;             /* closing mark, the one that must open */
  GArray *close_up;            /* marks without a space before them: other is 0 */
  char **repeats;              /* (nullable), folded */
  char **asks;                 /* (nullable), folded: how questions begin */
  char **joined_after, **joined_before; /* (nullable) */
  gboolean allows_straight, has_spaces, has_stops, has_capitals;
} CogCheckRules;

/* (transfer none) */
const CogCheckRules *cog_check_rules_get (const char *language);
/* What belongs to a mark in one of the lists; 0: it is not in it. */
gunichar cog_mark_pairs_find (const GArray *pairs, gunichar mark);
gboolean cog_check_rules_may_repeat (const CogCheckRules *self, const char *folded);

G_END_DECLS
