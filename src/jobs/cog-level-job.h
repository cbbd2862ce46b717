/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-readability.h"

G_BEGIN_DECLS

/* How hard a section is to read, on both sides: its running text, without equations, tables' cells
 * and what is left out. */
typedef struct
{
  char *section;
  char *title;
  guint depth;
  CogTextMeasure source, target; /* target: of what is translated so far */
} CogSectionLevel;

/* What the adapter wants of the text. */
typedef struct
{
  guint longest;     /* words of a sentence; 0: any */
  GHashTable *known; /* words that pupils know, in lower case (nullable): any */
} CogLevelWish;

/* A passage that is harder than was wished. */
typedef struct
{
  char *section;
  char *unit;
  char *text;       /* its first words */
  guint n_longest;  /* words of its longest sentence, where that is too long; else 0 */
  GPtrArray *words; /* (element-type utf8): not among the known ones, each once */
} CogHardUnit;

/* A rule of thumb of ours, not of research: sentences of 8 words in the first year of school, and a
 * word and a half more each year, up to 25. grade: 1 … 13 */
guint cog_level_get_longest (guint grade);

/* A list as teachers have them: words separated by white space, commas or semicolons. (transfer
 * full) (element-type utf8) */
GHashTable *cog_level_read_words (const char *text);

/* (transfer full) (element-type CogSectionLevel), sections that have running text, in the book's
 * order. total: (out) (optional): all together; its strings are NULL */
GPtrArray *cog_level_list_sections (CogProject *project,
                                    CogSectionLevel *total,
                                    GCancellable *cancellable,
                                    GError **error);
/* Of the adaptation. (transfer full) (element-type CogHardUnit) */
GPtrArray *cog_level_list_hard (CogProject *project,
                                const CogLevelWish *wish,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
