/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-row-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogTableView:
 *
 * A table, or a part of one, as a table: cells at their places, thin rules between its lines. Its
 * columns share the width by what the whole table needs, so that parts of a long table stand below
 * each other; a table that needs more than there is asks for it, and its parent scrolls. Its
 * widget direction is that of the text.
 */
#define COG_TYPE_TABLE_VIEW (cog_table_view_get_type ())
G_DECLARE_FINAL_TYPE (CogTableView, cog_table_view, COG, TABLE_VIEW, GtkWidget)

/* table must outlive it, and its cells come by cog_table_view_add(), in order. */
GtkWidget *cog_table_view_new (const CogRowTable *table);
void cog_table_view_add (CogTableView *self, GtkWidget *cell);
/* The column of the cell that is written gets room for it; -1: none. */
void cog_table_view_set_in_hand (CogTableView *self, int cell);
/* Pixels that its longest words need. */
int cog_table_view_get_least_width (CogTableView *self);

G_END_DECLS
