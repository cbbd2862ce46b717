/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout.h"

G_BEGIN_DECLS

/* Tables whose cells nearly touch: what tells them from text is a strip of white from top to
 * bottom, that the cells beside it begin (or end) at one place, and that some of its gaps are wider
 * than the spaces of their lines.
 *
 * lines: of a page, in order. The first such table whose lines stand at from or later; returns
 * whether there is one, and which lines are its rows. Their cells are parted at the strips; a head
 * that spans columns is not among them. */
gboolean cog_layout_close_table_find (
    GPtrArray *lines, guint from, const CogLayoutBody *body, guint *first, guint *end);

G_END_DECLS
