/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sentences of a text by ICU's rules for the language, without a break after a known abbreviation.
 * Each is trimmed; none is empty. (transfer full) (element-type utf8) */
GPtrArray *cog_segmenter_split (const char *text, const char *language);

G_END_DECLS
