/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

G_BEGIN_DECLS

/* How far an adaptation is: the same figures on the shelf and beside the pages. What is left out is
 * not counted. */
typedef struct
{
  guint n_words, n_words_done;
  guint n_units, n_reviewed; /* reviewed or final */
} CogBookProgress;

/* sections: as cog_project_list_sections() gives them. */
CogBookProgress cog_book_progress_count (GPtrArray *sections);
/* 0..1 */
double cog_book_progress_get_share (const CogBookProgress *self);
/* Percent, never 100 before all is done. */
guint cog_book_progress_get_translated (const CogBookProgress *self);
guint cog_book_progress_get_reviewed (const CogBookProgress *self);

G_END_DECLS
