/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An edition for people with low vision, as the guidelines of the World Blind Union and the
 * American Council of the Blind have it: 18 points at least for everything, letters without serifs
 * where the script has such, lines that are not filled and not divided, half a line between them.
 */
#define COG_LARGE_PRINT_SIZE 18.0 /* points */
#define COG_LARGE_PRINT_LEADING 1.5
/* For the scripts that have them. Arabic keeps its Naskh, which copies well. */
#define COG_LARGE_PRINT_FAMILIES "Noto Sans,DejaVu Sans,"

/* What a book's style sheet says besides. (transfer none) */
const char *cog_large_print_get_css (void);

G_END_DECLS
