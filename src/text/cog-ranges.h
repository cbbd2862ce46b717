/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sorts n ranges (start, end, start, end…), and makes one of those that overlap, touch, or have no
 * more than gap between them, as the pieces of a line have that is written in two directions.
 * Returns how many are left, at the beginning. */
int cog_ranges_join (int *ranges, int n, int gap);

G_END_DECLS
