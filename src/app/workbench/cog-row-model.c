/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-row-model.h"

#include "cog-error.h"
#include "cog-row-store.h"
#include "cog-section-rows.h"

/* Units that are read again one by one, in the main thread; more of them in a thread. */
#define MAX_SINGLE 24

struct _CogRowModel
{
  GObject parent_instance;
  CogProject *project;
  CogMarks *marks;
  CogRowStore *rows;
  CogRowFilter filter;
  guint filtering;           /* source: filters anew; 0: none */
  CogWorkbenchRow *revealed; /* (nullable) */
  GHashTable *credits, *found;
  char *section; /* whose rows are wanted (nullable) */
  guint loading; /* number of the last reading; 0: none is under way */
  guint last_loading;
};

enum
{
  LOADED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogRowModel, cog_row_model, G_TYPE_OBJECT)

/* --- the filter ---------------------------------------------------------------------------- */

static gboolean
unit_matches (CogRowModel *self, const CogUnit *unit)
{
  gboolean is_omitted = unit->decision == COG_DECISION_OMITTED;

  switch (self->filter)
    {
    case COG_ROW_FILTER_ALL:
      return TRUE;
    case COG_ROW_FILTER_UNTRANSLATED:
      return unit->state == COG_STATE_INITIAL && !is_omitted;
    case COG_ROW_FILTER_TO_REVIEW:
      return unit->state == COG_STATE_TRANSLATED && !is_omitted;
    case COG_ROW_FILTER_WITH_FINDINGS:
      return cog_marks_has_finding (self->marks, unit->id);
    case COG_ROW_FILTER_WITH_NOTES:
      return unit->note != NULL && unit->note[0] != '\0';
    case COG_ROW_FILTER_FROM_MACHINE:
      return unit->engine != NULL;
    case COG_ROW_FILTER_OUTDATED:
      return unit->former_source != NULL;
    }
  return TRUE;
}

static gboolean
row_matches (const CogRow *row, gpointer user_data)
{
  CogRowModel *self = user_data;

  if (self->revealed != NULL && cog_workbench_row_get_row (self->revealed) == row)
    return TRUE;
  for (guint i = 0; i < row->units->len; i++)
    if (unit_matches (self, g_ptr_array_index (row->units, i)))
      return TRUE;
  return FALSE;
}

static void
filter (CogRowModel *self)
{
  cog_row_store_filter (self->rows, self->filter != COG_ROW_FILTER_ALL);
}

static gboolean
filter_cb (gpointer user_data)
{
  CogRowModel *self = user_data;

  self->filtering = 0;
  filter (self);
  return G_SOURCE_REMOVE;
}

void
cog_row_model_set_filter (CogRowModel *self, CogRowFilter value)
{
  g_return_if_fail (COG_IS_ROW_MODEL (self));

  self->filter = value;
  g_clear_object (&self->revealed);
  filter (self);
}

void
cog_row_model_reveal (CogRowModel *self, CogWorkbenchRow *row)
{
  g_return_if_fail (COG_IS_ROW_MODEL (self) && COG_IS_WORKBENCH_ROW (row));

  if (self->filter == COG_ROW_FILTER_ALL || row_matches (cog_workbench_row_get_row (row), self))
    return;
  g_set_object (&self->revealed, row);
  filter (self);
}

/* --- reading ------------------------------------------------------------------------------- */

typedef struct
{
  CogRowModel *model;
  guint number;
} Reading;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (CogRowModel) self = reading->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSectionRows) rows =
      cog_section_rows_load_finish (COG_PROJECT (source), result, &error);
  g_autoptr (GHashTable) old_credits = NULL;
  g_autoptr (GHashTable) old_found = NULL;

  /* Overtaken by another one. */
  if (reading->number != self->loading)
    return;
  self->loading = 0;
  if (rows == NULL)
    {
      /* A section that was just taken out: who follows the outline goes elsewhere. */
      if (!g_error_matches (error, COG_ERROR, COG_ERROR_NOT_FOUND))
        g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  /* The sides point to the old ones until they hear of the new ones. */
  old_credits = g_steal_pointer (&self->credits);
  self->credits = g_hash_table_ref (rows->credits);
  old_found = g_steal_pointer (&self->found);
  self->found = g_hash_table_ref (rows->found);
  cog_row_store_take (self->rows, g_steal_pointer (&rows->rows), g_steal_pointer (&rows->by_unit));
  g_signal_emit (self, signals[LOADED], 0);
}

static void
start_reading (CogRowModel *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->model = g_object_ref (self);
  reading->number = self->loading = ++self->last_loading;
  cog_section_rows_load_async (self->project, self->section, NULL, loaded_cb, reading);
}

void
cog_row_model_load (CogRowModel *self, const char *section)
{
  g_return_if_fail (COG_IS_ROW_MODEL (self) && section != NULL);

  g_free (self->section);
  self->section = g_strdup (section);
  g_clear_object (&self->revealed);
  start_reading (self);
}

gboolean
cog_row_model_is_loading (CogRowModel *self)
{
  g_return_val_if_fail (COG_IS_ROW_MODEL (self), FALSE);
  return self->loading != 0;
}

static void
update_unit (CogRowModel *self, const char *id)
{
  CogUnit *unit = cog_project_dup_unit (self->project, id, NULL);

  if (unit != NULL)
    cog_row_store_set_unit (self->rows, unit);
}

void
cog_row_model_update (CogRowModel *self, const char *const *units)
{
  g_return_if_fail (COG_IS_ROW_MODEL (self));

  if (self->section == NULL)
    return;
  /* What is being read may be older than the edit. */
  if (units == NULL || self->loading != 0 || g_strv_length ((char **)units) > MAX_SINGLE)
    {
      start_reading (self);
      return;
    }
  for (; *units != NULL; units++)
    update_unit (self, *units);
}

CogWorkbenchRow *
cog_row_model_find (CogRowModel *self, const char *unit)
{
  g_return_val_if_fail (COG_IS_ROW_MODEL (self) && unit != NULL, NULL);
  return cog_row_store_find (self->rows, unit);
}

guint
cog_row_model_find_position (CogRowModel *self, CogWorkbenchRow *row)
{
  g_return_val_if_fail (COG_IS_ROW_MODEL (self) && row != NULL, GTK_INVALID_LIST_POSITION);
  return cog_row_store_find_position (self->rows, row);
}

const CogRow *
cog_row_model_peek (CogRowModel *self, guint position)
{
  g_return_val_if_fail (COG_IS_ROW_MODEL (self), NULL);
  return cog_row_store_peek (self->rows, position);
}

GListModel *
cog_row_model_get_list (CogRowModel *self)
{
  g_return_val_if_fail (COG_IS_ROW_MODEL (self), NULL);
  return G_LIST_MODEL (self->rows);
}

void
cog_row_model_tell_credits (CogRowModel *self)
{
  g_autoptr (GPtrArray) live = NULL;

  g_return_if_fail (COG_IS_ROW_MODEL (self));

  live = cog_row_store_list_live (self->rows);
  for (guint i = 0; i < live->len; i++)
    if (cog_workbench_row_get_row (g_ptr_array_index (live, i))->pictures != NULL)
      cog_workbench_row_tell_changed (g_ptr_array_index (live, i));
}

void
cog_row_model_tell_marks (CogRowModel *self, const char *unit)
{
  g_autoptr (CogWorkbenchRow) row = NULL;
  g_autoptr (GPtrArray) live = NULL;

  g_return_if_fail (COG_IS_ROW_MODEL (self));

  row = unit != NULL ? cog_row_store_find_live (self->rows, unit) : NULL;
  if (row != NULL)
    cog_workbench_row_tell_marks (row);
  live = unit == NULL ? cog_row_store_list_live (self->rows) : NULL;
  for (guint i = 0; live != NULL && i < live->len; i++)
    cog_workbench_row_tell_marks (g_ptr_array_index (live, i));
  /* Marks come one unit after the other. */
  if (self->filter == COG_ROW_FILTER_WITH_FINDINGS && self->filtering == 0)
    self->filtering = g_idle_add (filter_cb, self);
}

GHashTable *
cog_row_model_get_credits (CogRowModel *self, gboolean of_source)
{
  g_return_val_if_fail (COG_IS_ROW_MODEL (self), NULL);
  return of_source ? self->found : self->credits;
}

static void
cog_row_model_finalize (GObject *object)
{
  CogRowModel *self = COG_ROW_MODEL (object);

  g_clear_handle_id (&self->filtering, g_source_remove);
  g_clear_object (&self->revealed);
  g_object_unref (self->rows);
  g_clear_pointer (&self->credits, g_hash_table_unref);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_free (self->section);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_row_model_parent_class)->finalize (object);
}

static void
cog_row_model_class_init (CogRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_row_model_finalize;
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cog_row_model_init (CogRowModel *self)
{
  self->rows = cog_row_store_new (row_matches, self);
}

CogRowModel *
cog_row_model_new (CogProject *project, CogMarks *marks)
{
  CogRowModel *self = g_object_new (COG_TYPE_ROW_MODEL, NULL);

  g_return_val_if_fail (COG_IS_PROJECT (project) && marks != NULL, NULL);

  self->project = g_object_ref (project);
  self->marks = marks;
  return self;
}
