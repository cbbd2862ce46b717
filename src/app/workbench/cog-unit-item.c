/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-item.h"

struct _CogUnitItem
{
  GObject parent_instance;
  CogUnit *unit;
};

G_DEFINE_FINAL_TYPE (CogUnitItem, cog_unit_item, G_TYPE_OBJECT)

static void
cog_unit_item_finalize (GObject *object)
{
  cog_unit_free (COG_UNIT_ITEM (object)->unit);
  G_OBJECT_CLASS (cog_unit_item_parent_class)->finalize (object);
}

static void
cog_unit_item_class_init (CogUnitItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_unit_item_finalize;
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_unit_item_init (CogUnitItem *self)
{
}

CogUnitItem *
cog_unit_item_new (const CogUnit *unit)
{
  CogUnitItem *self = g_object_new (COG_TYPE_UNIT_ITEM, NULL);

  self->unit = cog_unit_copy (unit);
  return self;
}

const CogUnit *
cog_unit_item_get_unit (CogUnitItem *self)
{
  g_return_val_if_fail (COG_IS_UNIT_ITEM (self), NULL);
  return self->unit;
}

void
cog_unit_item_set_unit (CogUnitItem *self, const CogUnit *unit)
{
  g_return_if_fail (COG_IS_UNIT_ITEM (self));
  cog_unit_free (self->unit);
  self->unit = cog_unit_copy (unit);
  g_signal_emit_by_name (self, "changed");
}
