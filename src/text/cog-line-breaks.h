/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text with U+200B ZERO WIDTH SPACE between the words of scripts that write none, and for which
 * Pango has no dictionary: Khmer, Lao, Burmese. NULL where there are none. (transfer full)
 * (nullable) */
char *cog_line_breaks_mark (const char *text);

G_END_DECLS
