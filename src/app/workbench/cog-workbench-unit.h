/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CogWorkbenchUnit:
 *
 * A unit in the list of the workbench, and whether it is the one in hand. Rows come and go as the
 * list scrolls; what must outlive them is here.
 *
 * Signals: "changed" when the unit was edited; "writing" when writing begins or ends; "flush" asks
 * the row, if there is one, to store now what is typed.
 */
#define COG_TYPE_WORKBENCH_UNIT (cog_workbench_unit_get_type ())
G_DECLARE_FINAL_TYPE (CogWorkbenchUnit, cog_workbench_unit, COG, WORKBENCH_UNIT, GObject)

CogWorkbenchUnit *cog_workbench_unit_new (const CogUnit *unit);
const CogUnit *cog_workbench_unit_get_unit (CogWorkbenchUnit *self);
/* Copies; nothing is emitted where nothing differs. */
void cog_workbench_unit_set_unit (CogWorkbenchUnit *self, const CogUnit *unit);
gboolean cog_workbench_unit_is_writing (CogWorkbenchUnit *self);
void cog_workbench_unit_set_writing (CogWorkbenchUnit *self, gboolean writing);
void cog_workbench_unit_flush (CogWorkbenchUnit *self);

G_END_DECLS
