/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout.h"

G_BEGIN_DECLS

/* Says which blocks of a whole document are headings, and of which level: those that its outline
 * names first, then those that look like them, then what is set larger than the running text or
 * bold. blocks: (element-type CogLayoutBlock); outline: (element-type CogPdfOutlineEntry) */
void cog_layout_find_headings (GPtrArray *blocks, const GArray *outline, const CogLayoutBody *body);

/* "Figure 3", "Таблица 2.": whether a paragraph begins as a caption does. */
gboolean cog_layout_is_caption (const char *text);

G_END_DECLS
