/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

G_BEGIN_DECLS

/* Pango markup for a label: bold looks bold, an equation is a tile, a note's number is raised.
 * is_dark: links get a colour that can be read on a dark ground. (transfer full) */
char *cog_rich_markup_new (const char *xhtml, gboolean is_dark);
/* What stands for a piece: the formula on one line, the note's mark. (transfer full) */
char *cog_rich_markup_dup_piece_label (const CogCode *code);

G_END_DECLS
