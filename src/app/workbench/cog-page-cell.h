/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-side.h"
#include "cog-unit-slot.h"
#include "cog-workbench-row.h"

G_BEGIN_DECLS

/**
 * CogPageCell:
 *
 * One side of a row: a text with its bullet or number, an equation, a table, a figure with all that
 * is said about it; in a box, the box's name and line. Each unit stands in a CogUnitSlot.
 */
#define COG_TYPE_PAGE_CELL (cog_page_cell_get_type ())
G_DECLARE_FINAL_TYPE (CogPageCell, cog_page_cell, COG, PAGE_CELL, GtkWidget)

/* side must outlive it. */
GtkWidget *cog_page_cell_new (const CogSide *side);
void cog_page_cell_show (CogPageCell *self, CogWorkbenchRow *row); /* NULL: nothing */
void cog_page_cell_show_marks (CogPageCell *self);
/* (transfer none) (nullable) */
CogUnitSlot *cog_page_cell_get_slot (CogPageCell *self, guint unit);
/* Room for the editor in a table; -1: none. */
void cog_page_cell_set_in_hand (CogPageCell *self, int unit);

G_END_DECLS
