/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the sentences of a text end, in bytes, the space behind each with it: ascending, the last
 * is the text's length (of an empty text too). language: BCP 47 (nullable). (transfer full)
 * (element-type gsize) */
GArray *cog_segmenter_find (const char *text, const char *language);

/* Sentences of a text by ICU's rules for the language, without a break after a known abbreviation.
 * Each is trimmed; none is empty. (transfer full) (element-type utf8) */
GPtrArray *cog_segmenter_split (const char *text, const char *language);

G_END_DECLS
