/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-row.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CogWorkbenchRow:
 *
 * A row in the list of the workbench with its units as they are now, and which of them is being
 * written. Widgets come and go as the list scrolls; what must outlive them is here.
 *
 * Signals: "changed" when a unit was edited; "writing" when writing begins, ends or goes to another
 * unit; "here" when it becomes the row that the panel speaks of, or is it no more; "flush" asks the
 * widget, if there is one, to store now what is typed; "marks" when other parts of its texts are
 * marked.
 */
#define COG_TYPE_WORKBENCH_ROW (cog_workbench_row_get_type ())
G_DECLARE_FINAL_TYPE (CogWorkbenchRow, cog_workbench_row, COG, WORKBENCH_ROW, GObject)

/* row: stays where it is, and must live as long. */
CogWorkbenchRow *cog_workbench_row_new (CogRow *row);
/* The row is its own from now on. */
void cog_workbench_row_keep (CogWorkbenchRow *self);
const CogRow *cog_workbench_row_get_row (CogWorkbenchRow *self);
guint cog_workbench_row_get_n_units (CogWorkbenchRow *self);
const CogUnit *cog_workbench_row_get_unit (CogWorkbenchRow *self, guint index);
/* The unit that stands for the row: the one in hand, else the first that is text. NULL: a picture
 * without words. (transfer none) (nullable) */
const CogUnit *cog_workbench_row_get_main_unit (CogWorkbenchRow *self);
/* Copies; nothing is emitted where nothing differs, or the unit is not in the row. */
void cog_workbench_row_set_unit (CogWorkbenchRow *self, const CogUnit *unit);
/* Index of the unit that is being written; -1: none. */
int cog_workbench_row_get_writing (CogWorkbenchRow *self);
void cog_workbench_row_set_writing (CogWorkbenchRow *self, int index);
/* Whether the panel speaks of a unit of it: of one row at most. */
gboolean cog_workbench_row_is_here (CogWorkbenchRow *self);
void cog_workbench_row_set_here (CogWorkbenchRow *self, gboolean is_here);
void cog_workbench_row_flush (CogWorkbenchRow *self);
/* What is said beside the units is another one: credits. */
void cog_workbench_row_tell_changed (CogWorkbenchRow *self);
void cog_workbench_row_tell_marks (CogWorkbenchRow *self);

/* What all units of the row have in common: the least state, the decision on all of them (NONE
 * where they differ). */
CogState cog_workbench_row_get_state (CogWorkbenchRow *self);
CogDecision cog_workbench_row_get_decision (CogWorkbenchRow *self);
/* Nothing was written or decided in it. */
gboolean cog_workbench_row_is_untouched (CogWorkbenchRow *self);
/* Whether a person can write in that unit; a formula is kept. */
gboolean cog_workbench_row_can_write (CogWorkbenchRow *self, guint index);

G_END_DECLS
