/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-phrases.h"
#include "cog-word-table.h"

G_BEGIN_DECLS

/* A word of a table that has a column for each language, and what its row says of it. */
typedef struct
{
  const CogWordRow *row;
  guint index;       /* of the row */
  char mark;         /* '?', '~' or '=' that stood behind the word; 0: none */
  gboolean is_first; /* of its cell: the form in which a dictionary has it */
  gboolean is_sign;  /* of the column "any": the same in all languages */
} CogListedWord;

/* The words that a table has for a language (its column, and "any" where there is one), for
 * cog_phrases_find(), which then gives a CogListedWord. Cells are words separated by "|". A
 * language without a column has the signs only. Kept for good; any thread. (transfer none) */
const CogPhrases *cog_word_list_get (const char *table, const char *language);

G_END_DECLS
