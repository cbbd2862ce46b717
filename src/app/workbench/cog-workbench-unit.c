/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-workbench-unit.h"

struct _CogWorkbenchUnit
{
  GObject parent_instance;
  CogUnit *unit;
  gboolean is_writing;
};

enum
{
  CHANGED,
  WRITING,
  FLUSH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogWorkbenchUnit, cog_workbench_unit, G_TYPE_OBJECT)

static void
cog_workbench_unit_finalize (GObject *object)
{
  cog_unit_free (COG_WORKBENCH_UNIT (object)->unit);
  G_OBJECT_CLASS (cog_workbench_unit_parent_class)->finalize (object);
}

static guint
new_signal (const char *name, CogWorkbenchUnitClass *klass)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
cog_workbench_unit_class_init (CogWorkbenchUnitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_workbench_unit_finalize;
  signals[CHANGED] = new_signal ("changed", klass);
  signals[WRITING] = new_signal ("writing", klass);
  signals[FLUSH] = new_signal ("flush", klass);
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

static gboolean
is_same (const CogUnit *a, const CogUnit *b)
{
  return a->state == b->state && a->decision == b->decision &&
         g_strcmp0 (a->target, b->target) == 0 && g_strcmp0 (a->reason, b->reason) == 0 &&
         g_strcmp0 (a->note, b->note) == 0 && g_strcmp0 (a->source, b->source) == 0;
}

void
cog_workbench_unit_set_unit (CogWorkbenchUnit *self, const CogUnit *unit)
{
  g_return_if_fail (COG_IS_WORKBENCH_UNIT (self) && unit != NULL);

  if (is_same (self->unit, unit))
    return;
  cog_unit_free (self->unit);
  self->unit = cog_unit_copy (unit);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
cog_workbench_unit_is_writing (CogWorkbenchUnit *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_UNIT (self), FALSE);
  return self->is_writing;
}

void
cog_workbench_unit_set_writing (CogWorkbenchUnit *self, gboolean writing)
{
  g_return_if_fail (COG_IS_WORKBENCH_UNIT (self));

  if (self->is_writing == writing)
    return;
  self->is_writing = writing;
  g_signal_emit (self, signals[WRITING], 0);
}

void
cog_workbench_unit_flush (CogWorkbenchUnit *self)
{
  g_return_if_fail (COG_IS_WORKBENCH_UNIT (self));
  g_signal_emit (self, signals[FLUSH], 0);
}
