/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-workbench-row.h"

struct _CogWorkbenchRow
{
  GObject parent_instance;
  CogRow *row;
  gboolean is_kept; /* the row is its own */
  int writing;
  gboolean is_here;
};

enum
{
  CHANGED,
  WRITING,
  HERE,
  FLUSH,
  MARKS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogWorkbenchRow, cog_workbench_row, G_TYPE_OBJECT)

static void
cog_workbench_row_finalize (GObject *object)
{
  CogWorkbenchRow *self = COG_WORKBENCH_ROW (object);

  if (self->is_kept)
    cog_row_free (self->row);
  G_OBJECT_CLASS (cog_workbench_row_parent_class)->finalize (object);
}

static guint
new_signal (const char *name, CogWorkbenchRowClass *klass)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
cog_workbench_row_class_init (CogWorkbenchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_workbench_row_finalize;
  signals[CHANGED] = new_signal ("changed", klass);
  signals[WRITING] = new_signal ("writing", klass);
  signals[HERE] = new_signal ("here", klass);
  signals[FLUSH] = new_signal ("flush", klass);
  signals[MARKS] = new_signal ("marks", klass);
}

static void
cog_workbench_row_init (CogWorkbenchRow *self)
{
  self->writing = -1;
}

CogWorkbenchRow *
cog_workbench_row_new (CogRow *row)
{
  CogWorkbenchRow *self = g_object_new (COG_TYPE_WORKBENCH_ROW, NULL);

  self->row = row;
  return self;
}

void
cog_workbench_row_keep (CogWorkbenchRow *self)
{
  g_return_if_fail (COG_IS_WORKBENCH_ROW (self));
  self->is_kept = TRUE;
}

const CogRow *
cog_workbench_row_get_row (CogWorkbenchRow *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_ROW (self), NULL);
  return self->row;
}

guint
cog_workbench_row_get_n_units (CogWorkbenchRow *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_ROW (self), 0);
  return self->row->units->len;
}

const CogUnit *
cog_workbench_row_get_unit (CogWorkbenchRow *self, guint index)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_ROW (self) && index < self->row->units->len, NULL);
  return g_ptr_array_index (self->row->units, index);
}

const CogUnit *
cog_workbench_row_get_main_unit (CogWorkbenchRow *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_ROW (self), NULL);

  if (self->writing >= 0)
    return g_ptr_array_index (self->row->units, self->writing);
  for (guint i = 0; i < self->row->units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (self->row->units, i);

      if (unit->kind != COG_UNIT_ALT && (int)i != self->row->carrier)
        return unit;
    }
  if (self->row->units->len == 0)
    return NULL;
  return g_ptr_array_index (self->row->units, self->row->carrier == 0 && self->row->units->len > 1);
}

/* A paragraph that only holds pictures has no state of its own beside what is said about them. */
static gboolean
counts (CogWorkbenchRow *self, guint index)
{
  return (int)index != self->row->carrier || self->row->units->len == 1;
}

static gboolean
is_same (const CogUnit *a, const CogUnit *b)
{
  return a->state == b->state && a->decision == b->decision &&
         g_strcmp0 (a->target, b->target) == 0 && g_strcmp0 (a->reason, b->reason) == 0 &&
         g_strcmp0 (a->note, b->note) == 0 && g_strcmp0 (a->source, b->source) == 0 &&
         g_strcmp0 (a->engine, b->engine) == 0 &&
         g_strcmp0 (a->former_source, b->former_source) == 0;
}

void
cog_workbench_row_set_unit (CogWorkbenchRow *self, const CogUnit *unit)
{
  int index;

  g_return_if_fail (COG_IS_WORKBENCH_ROW (self) && unit != NULL);

  index = cog_row_find_unit (self->row, unit->id);
  if (index < 0 || is_same (g_ptr_array_index (self->row->units, index), unit))
    return;
  cog_unit_free (g_ptr_array_index (self->row->units, index));
  g_ptr_array_index (self->row->units, index) = cog_unit_copy (unit);
  g_signal_emit (self, signals[CHANGED], 0);
}

int
cog_workbench_row_get_writing (CogWorkbenchRow *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_ROW (self), -1);
  return self->writing;
}

void
cog_workbench_row_set_writing (CogWorkbenchRow *self, int index)
{
  g_return_if_fail (COG_IS_WORKBENCH_ROW (self) && index < (int)self->row->units->len);

  if (self->writing == index)
    return;
  self->writing = index;
  g_signal_emit (self, signals[WRITING], 0);
}

gboolean
cog_workbench_row_is_here (CogWorkbenchRow *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_ROW (self), FALSE);
  return self->is_here;
}

void
cog_workbench_row_set_here (CogWorkbenchRow *self, gboolean is_here)
{
  g_return_if_fail (COG_IS_WORKBENCH_ROW (self));

  if (self->is_here == is_here)
    return;
  self->is_here = is_here;
  g_signal_emit (self, signals[HERE], 0);
}

void
cog_workbench_row_flush (CogWorkbenchRow *self)
{
  g_return_if_fail (COG_IS_WORKBENCH_ROW (self));
  g_signal_emit (self, signals[FLUSH], 0);
}

void
cog_workbench_row_tell_changed (CogWorkbenchRow *self)
{
  g_return_if_fail (COG_IS_WORKBENCH_ROW (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
cog_workbench_row_tell_marks (CogWorkbenchRow *self)
{
  g_return_if_fail (COG_IS_WORKBENCH_ROW (self));
  g_signal_emit (self, signals[MARKS], 0);
}

CogState
cog_workbench_row_get_state (CogWorkbenchRow *self)
{
  CogState state = COG_STATE_FINAL;

  g_return_val_if_fail (COG_IS_WORKBENCH_ROW (self), COG_STATE_INITIAL);

  for (guint i = 0; i < self->row->units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (self->row->units, i);

      if (counts (self, i) &&
          (unit->decision != COG_DECISION_OMITTED || self->row->units->len == 1))
        state = MIN (state, unit->state);
    }
  return state;
}

CogDecision
cog_workbench_row_get_decision (CogWorkbenchRow *self)
{
  const CogUnit *first;
  guint start;

  g_return_val_if_fail (COG_IS_WORKBENCH_ROW (self), COG_DECISION_NONE);

  if (self->row->units->len == 0)
    return COG_DECISION_NONE;
  start = counts (self, 0) ? 0 : 1;
  first = g_ptr_array_index (self->row->units, start);
  for (guint i = start + 1; i < self->row->units->len; i++)
    if (((const CogUnit *)g_ptr_array_index (self->row->units, i))->decision != first->decision)
      return COG_DECISION_NONE;
  return first->decision;
}

gboolean
cog_workbench_row_is_untouched (CogWorkbenchRow *self)
{
  g_return_val_if_fail (COG_IS_WORKBENCH_ROW (self), FALSE);

  for (guint i = 0; i < self->row->units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (self->row->units, i);

      if (unit->target != NULL || unit->source == NULL || unit->state != COG_STATE_INITIAL ||
          unit->decision != COG_DECISION_NONE)
        return FALSE;
    }
  return cog_workbench_row_get_main_unit (self) != NULL && self->row->kind != COG_ROW_EQUATION &&
         (self->row->carrier < 0 || self->row->units->len > 1);
}

gboolean
cog_workbench_row_can_write (CogWorkbenchRow *self, guint index)
{
  const CogUnit *unit;

  g_return_val_if_fail (COG_IS_WORKBENCH_ROW (self), FALSE);

  if (index >= self->row->units->len || (int)index == self->row->carrier)
    return FALSE;
  unit = g_ptr_array_index (self->row->units, index);
  return unit->kind != COG_UNIT_EQUATION && unit->kind != COG_UNIT_DRAWING &&
         unit->decision != COG_DECISION_OMITTED;
}
