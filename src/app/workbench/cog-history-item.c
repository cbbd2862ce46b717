/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-history-item.h"

struct _CogHistoryItem
{
  GObject parent_instance;
  CogStep *step;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CogHistoryItem, cog_history_item, G_TYPE_OBJECT)

static void
cog_history_item_finalize (GObject *object)
{
  cog_step_free (COG_HISTORY_ITEM (object)->step);
  G_OBJECT_CLASS (cog_history_item_parent_class)->finalize (object);
}

static void
cog_history_item_class_init (CogHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_history_item_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_history_item_init (CogHistoryItem *self)
{
}

CogHistoryItem *
cog_history_item_new (CogStep *step)
{
  CogHistoryItem *self = g_object_new (COG_TYPE_HISTORY_ITEM, NULL);

  self->step = step;
  return self;
}

const CogStep *
cog_history_item_get_step (CogHistoryItem *self)
{
  g_return_val_if_fail (COG_IS_HISTORY_ITEM (self), NULL);
  return self->step;
}

void
cog_history_item_set_step (CogHistoryItem *self, CogStep *step)
{
  gboolean is_same;

  g_return_if_fail (COG_IS_HISTORY_ITEM (self) && step != NULL);

  is_same = self->step->is_undone == step->is_undone && self->step->is_now == step->is_now &&
            self->step->time == step->time && g_strcmp0 (self->step->label, step->label) == 0 &&
            g_strcmp0 (self->step->subject, step->subject) == 0;
  cog_step_free (self->step);
  self->step = step;
  if (!is_same)
    g_signal_emit (self, changed_signal, 0);
}
