/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-reading-options.h"

G_BEGIN_DECLS

/**
 * cog_language_choice_make:
 * @tags: (element-type utf8): one or more, as the file writes them
 * @usual: which of them is read where nothing was chosen
 * @place: where in the source
 *
 * Which language is read of a file that holds its text in several: the very one that was chosen,
 * else the same language of another region. The book then knows them all (CogBook.languages). One
 * that the file does not hold is told.
 * Returns: an index in tags
 */
guint cog_language_choice_make (CogBook *book,
                                GPtrArray *tags,
                                guint usual,
                                const CogReadingOptions *options,
                                const char *place,
                                CogReport *report);

G_END_DECLS
