/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the marks of a whole text decide about where sentences end. marks: flags, one byte for each
 * byte of the text. */

/* Sets refused within each quotation and bracket that is closed again and not too long: whoever
 * translates a quotation sees its both ends. */
void cog_segmenter_mark_paired (guint8 *marks, const char *text, guint8 refused);

/* "1) First 2) Second": sets proposed where an item of a list begins that was typed on one line,
 * and refused behind its number. */
void cog_segmenter_mark_list (guint8 *marks, const char *text, guint8 proposed, guint8 refused);

G_END_DECLS
