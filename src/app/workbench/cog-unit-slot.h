/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-side.h"
#include "cog-unit-editor.h"

G_BEGIN_DECLS

/**
 * CogUnitSlot:
 *
 * Where one side of a unit stands in its row: its text, the invitation to write it, or the editor
 * while it is written.
 */
#define COG_TYPE_UNIT_SLOT (cog_unit_slot_get_type ())
G_DECLARE_FINAL_TYPE (CogUnitSlot, cog_unit_slot, COG, UNIT_SLOT, GtkWidget)

/* side must outlive it. */
GtkWidget *cog_unit_slot_new (const CogSide *side);
void cog_unit_slot_show (CogUnitSlot *self, const CogUnit *unit, guint index);
void cog_unit_slot_show_marks (CogUnitSlot *self, const CogUnit *unit);
guint cog_unit_slot_get_index (CogUnitSlot *self); /* of the unit in its row */
/* A cell of a table, where words are few. */
void cog_unit_slot_set_is_cell (CogUnitSlot *self, gboolean at_end);
void cog_unit_slot_update_pictures (CogUnitSlot *self);
/* The editor, with the unit's target in it. (transfer none) */
CogUnitEditor *cog_unit_slot_open (CogUnitSlot *self, const CogUnit *unit);
void cog_unit_slot_close (CogUnitSlot *self);

G_END_DECLS
