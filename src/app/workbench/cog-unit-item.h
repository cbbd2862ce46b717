/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* A unit in a list model; "changed" is emitted when it was edited. */
#define COG_TYPE_UNIT_ITEM (cog_unit_item_get_type ())
G_DECLARE_FINAL_TYPE (CogUnitItem, cog_unit_item, COG, UNIT_ITEM, GObject)

CogUnitItem *cog_unit_item_new (const CogUnit *unit);
const CogUnit *cog_unit_item_get_unit (CogUnitItem *self);
void cog_unit_item_set_unit (CogUnitItem *self, const CogUnit *unit);

G_END_DECLS
