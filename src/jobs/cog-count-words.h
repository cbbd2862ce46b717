/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* What a book holds, in words for people; what there is none of is not counted. */

/* word: "sections", for that number of them, translated. */
typedef void (*CogCountFunc) (guint n, const char *word, gpointer user_data);
void cog_count_words_foreach (const CogBookCounts *counts, CogCountFunc func, gpointer user_data);
/* "12 sections · 340 words"; number and word stay together. (transfer full) */
char *cog_count_words_dup_line (const CogBookCounts *counts);

G_END_DECLS
