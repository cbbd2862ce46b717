/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-workbench-unit.h"

struct _CogWorkbenchUnit
{
  GObject parent_instance;
  CogUnit *unit;
};

G_DEFINE_FINAL_TYPE (CogWorkbenchUnit, cog_workbench_unit, G_TYPE_OBJECT)

static void
cog_workbench_unit_finalize (GObject *object)
{
  cog_unit_free (COG_WORKBENCH_UNIT (object)->unit);
  G_OBJECT_CLASS (cog_workbench_unit_parent_class)->finalize (object);
}

static void
cog_workbench_unit_class_init (CogWorkbenchUnitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_workbench_unit_finalize;
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_workbench_unit_init (CogWorkbenchUnit *self)
{
}

CogWorkbenchUnit *
cog_workbench_unit_new (const CogUnit *unit)
{
  CogWorkbenchUnit *self = g_object_new (COG_TYPE_WORKBENCH_UNIT, NULL);

  self->unit = cog_unit_copy (unit);
  return self;
}

const CogUnit *
cog_workbench_unit_get_unit (CogWorkbenchUnit *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_UNIT (self), NULL);
  return self->unit;
}

void
cog_workbench_unit_set_unit (CogWorkbenchUnit *self, const CogUnit *unit)
{
  g_return_if_fail (COG_IS_WORKBENCH_UNIT (self));
  cog_unit_free (self->unit);
  self->unit = cog_unit_copy (unit);
  g_signal_emit_by_name (self, "changed");
}
