/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogHeights:
 *
 * The heights of many rows, and where each stands: setting one and finding a place take time in
 * proportion to the logarithm of their number (P. M. Fenwick, 1994). Pixels.
 */
typedef struct _CogHeights CogHeights;

CogHeights *cog_heights_new (void);
void cog_heights_free (CogHeights *self);
/* All anew: rows of that height, each an estimate. */
void cog_heights_reset (CogHeights *self, guint n);
void cog_heights_splice (CogHeights *self, guint position, guint removed, guint added);
guint cog_heights_get_n (const CogHeights *self);
int cog_heights_get (const CogHeights *self, guint position);
void cog_heights_set (CogHeights *self, guint position, int height);
/* Of all rows before that one; of all, for n. */
gint64 cog_heights_get_offset (const CogHeights *self, guint position);
/* The row that holds a place; the last one beyond the end. */
guint cog_heights_find (const CogHeights *self, gint64 offset);

G_END_DECLS
