/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-text.h"

G_BEGIN_DECLS

/* One phrase of a CogPhrases, and whether it stands somewhere. */

typedef enum
{
  CASE_ANY,
  CASE_CAPITAL, /* begins with a capital: "Turkey" */
  CASE_EXACT,   /* all capitals: "US" */
} CogCaseRule;

typedef struct
{
  char *word; /* folded */
  guint hash;
  gboolean is_any; /* "_": whatever word stands there */
  gboolean is_stem;
  CogCaseRule rule;
  char *exact; /* of CASE_EXACT */
} CogPhraseWord;

typedef struct
{
  GArray *words; /* (element-type CogPhraseWord) */
  gconstpointer entry;
} CogPhrase;

/* entry: not owned. NULL: it has no words. (transfer full) (nullable) */
CogPhrase *cog_phrase_new (const char *phrase, gboolean is_arabic, gconstpointer entry);
void cog_phrase_free (CogPhrase *self);
/* Whether it stands at a token, whose letters are those of its first word already. */
gboolean cog_phrase_matches (const CogPhrase *self, const CogLensText *text, guint at);

G_END_DECLS
