/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout.h"

G_BEGIN_DECLS

/* Notes in the margin: short lines beyond the edges that the lines of a page's text share, beside a
 * text that takes no heed of them. Text that begins anew beside each of them is a column of a
 * table.
 *
 * Takes them out of segments. (transfer full) (element-type CogLayoutLine): not marked yet; NULL:
 * there are none (nullable) */
GPtrArray *cog_layout_margin_take (GPtrArray *segments, gboolean is_rtl);

/* Puts the blocks that were made of such lines (see CogLayoutLine.is_margin) behind those that they
 * stand beside. blocks: (element-type CogLayoutBlock): of one page */
void cog_layout_margin_place (GPtrArray *blocks);

G_END_DECLS
