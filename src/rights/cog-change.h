/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit-text.h"

G_BEGIN_DECLS

/* What an adapter did, of the kinds that can be counted (rules.md §3.5). */
typedef enum
{
  COG_CHANGE_TRANSLATED, /* passages */
  COG_CHANGE_ADAPTED,    /* … */
  COG_CHANGE_REPLACED,
  COG_CHANGE_OMITTED,
  COG_CHANGE_ADDED,
  COG_CHANGE_REARRANGED, /* passages divided, joined, or moved into another work's text */
  COG_CHANGE_SECTIONS_OMITTED,
  COG_CHANGE_SECTIONS_ADDED,
  COG_CHANGE_FIGURES_REPLACED,
  COG_CHANGE_FIGURES_ADDED,
  COG_CHANGE_FIGURES_TRANSLATED, /* the words in them */
  COG_CHANGE_MEASURES, /* places in the text, within passages that are counted above, too */
  COG_CHANGE_MONEY,
  COG_CHANGE_DATES,     /* and numbers */
  COG_CHANGE_EXAMPLES,  /* names of people, places, institutions, things of everyday life */
  COG_CHANGE_EXPLAINED, /* what readers would not know, with a word of explanation */
} CogChangeKind;

typedef struct
{
  CogChangeKind kind;
  guint n;
  char *from;       /* BCP 47, of what was translated (nullable): unknown, or another kind */
  GPtrArray *names; /* (element-type utf8) (nullable): what it was done to, where that has names */
} CogChange;

/* (transfer full) (element-type CogChange) */
GPtrArray *cog_change_list_new (void);
/* Counts n more of a kind; those translated from different languages are counted apart. */
void cog_change_list_add (GPtrArray *changes, CogChangeKind kind, const char *from, guint n);

/* Counts one more, and keeps what it is called. */
void cog_change_list_add_named (GPtrArray *changes, CogChangeKind kind, const char *name);
/* Counts what other has on top, but for what was only translated. */
void cog_change_list_add_all (GPtrArray *changes, const GPtrArray *other);

/* "23 passages translated from English into Arabic": a clause without a full stop, in the language
 * of the page. into: of the adaptation. (transfer full) */
char *cog_change_dup_clause (const CogChange *change, const char *language, const char *into);
/* The clauses, with the language's own separator between them; where they are known and few, the
 * names of what it was done to: "1 section omitted (The Fourth of July)". Nothing where nothing was
 * changed. changes: (element-type CogChange) (nullable) */
void cog_change_list_describe (const GPtrArray *changes,
                               const char *language,
                               const char *into,
                               CogCreditText *text);

G_END_DECLS
