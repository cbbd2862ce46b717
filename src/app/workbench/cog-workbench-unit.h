/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A unit in a list model; "changed" is emitted when it was edited. */
#define COG_TYPE_WORKBENCH_UNIT (cog_workbench_unit_get_type ())
G_DECLARE_FINAL_TYPE (CogWorkbenchUnit, cog_workbench_unit, COG, WORKBENCH_UNIT, GObject)

CogWorkbenchUnit *cog_workbench_unit_new (const CogUnit *unit);
const CogUnit *cog_workbench_unit_get_unit (CogWorkbenchUnit *self);
void cog_workbench_unit_set_unit (CogWorkbenchUnit *self, const CogUnit *unit);

G_END_DECLS
