/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-row-model.h"

#include "cog-section-rows.h"

/* Units that are read again one by one, in the main thread; more of them in a thread. */
#define MAX_SINGLE 24

struct _CogRowModel
{
  GObject parent_instance;
  CogProject *project;
  CogMarks *marks;
  GListStore *rows;
  GtkFilterListModel *shown;
  GtkCustomFilter *match;
  CogRowFilter filter;
  CogWorkbenchRow *revealed; /* (nullable) */
  GHashTable *by_unit;       /* id → row, borrowed */
  GHashTable *credits;
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
    }
  return TRUE;
}

static gboolean
row_matches (gpointer item, gpointer user_data)
{
  CogRowModel *self = user_data;

  if (self->filter == COG_ROW_FILTER_ALL || item == self->revealed)
    return TRUE;
  for (guint i = 0; i < cog_workbench_row_get_n_units (item); i++)
    if (unit_matches (self, cog_workbench_row_get_unit (item, i)))
      return TRUE;
  return FALSE;
}

void
cog_row_model_set_filter (CogRowModel *self, CogRowFilter filter)
{
  g_return_if_fail (COG_IS_ROW_MODEL (self));

  self->filter = filter;
  g_clear_object (&self->revealed);
  gtk_filter_changed (GTK_FILTER (self->match), GTK_FILTER_CHANGE_DIFFERENT);
}

void
cog_row_model_reveal (CogRowModel *self, CogWorkbenchRow *row)
{
  g_return_if_fail (COG_IS_ROW_MODEL (self) && COG_IS_WORKBENCH_ROW (row));

  if (self->filter == COG_ROW_FILTER_ALL || row_matches (row, self))
    return;
  g_set_object (&self->revealed, row);
  gtk_filter_changed (GTK_FILTER (self->match), GTK_FILTER_CHANGE_DIFFERENT);
}

/* --- reading ------------------------------------------------------------------------------- */

static gboolean
has_same_pictures (const CogRow *a, const CogRow *b)
{
  guint n = a->pictures != NULL ? a->pictures->len : 0;

  if (n != (b->pictures != NULL ? b->pictures->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const CogRowPicture *x = g_ptr_array_index (a->pictures, i);
      const CogRowPicture *y = g_ptr_array_index (b->pictures, i);

      if (g_strcmp0 (x->asset, y->asset) != 0 || g_strcmp0 (x->drawing, y->drawing) != 0 ||
          g_strcmp0 (x->before, y->before) != 0 || x->is_decorative != y->is_decorative)
        return FALSE;
    }
  return TRUE;
}

/* Whether both are the same block, apart from what its units say. */
static gboolean
is_same_block (const CogRow *a, const CogRow *b)
{
  if (!g_str_equal (a->id, b->id) || a->kind != b->kind || a->units->len != b->units->len ||
      a->indent != b->indent || a->marker != b->marker || a->number != b->number ||
      a->level != b->level || a->context != b->context || a->is_first != b->is_first ||
      a->is_last != b->is_last || !has_same_pictures (a, b) ||
      (a->table != NULL &&
       (a->table->cells->len != b->table->cells->len || a->table->n_lines != b->table->n_lines)))
    return FALSE;
  for (guint i = 0; i < a->units->len; i++)
    {
      const CogUnit *x = g_ptr_array_index (a->units, i);
      const CogUnit *y = g_ptr_array_index (b->units, i);

      if (!g_str_equal (x->id, y->id) || g_strcmp0 (x->element, y->element) != 0)
        return FALSE;
    }
  return TRUE;
}

static CogWorkbenchRow *
get_row (CogRowModel *self, guint i)
{
  CogWorkbenchRow *row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

  /* The store holds it. */
  g_object_unref (row);
  return row;
}

static gboolean
try_take_over (CogRowModel *self, guint position, const CogRow *fresh)
{
  CogWorkbenchRow *row = get_row (self, position);

  if (!is_same_block (cog_workbench_row_get_row (row), fresh))
    return FALSE;
  for (guint i = 0; i < fresh->units->len; i++)
    cog_workbench_row_set_unit (row, g_ptr_array_index (fresh->units, i));
  return TRUE;
}

/* Only what differs between beginning and end is put in anew. */
static void
merge (CogRowModel *self, GPtrArray *fresh)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint head = 0, tail = 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  while (head < MIN (n, fresh->len) && try_take_over (self, head, g_ptr_array_index (fresh, head)))
    head++;
  while (tail < MIN (n, fresh->len) - head &&
         try_take_over (self, n - 1 - tail, g_ptr_array_index (fresh, fresh->len - 1 - tail)))
    tail++;
  for (guint i = head; i < fresh->len - tail; i++)
    {
      g_ptr_array_add (items, cog_workbench_row_new (g_ptr_array_index (fresh, i)));
      g_ptr_array_index (fresh, i) = NULL;
    }
  if (items->len > 0 || n > head + tail)
    g_list_store_splice (self->rows, head, n - head - tail, items->pdata, items->len);
}

static void
index_units (CogRowModel *self)
{
  g_hash_table_remove_all (self->by_unit);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      CogWorkbenchRow *row = get_row (self, i);

      for (guint k = 0; k < cog_workbench_row_get_n_units (row); k++)
        g_hash_table_insert (self->by_unit, cog_workbench_row_get_unit (row, k)->id, row);
    }
}

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

  /* Overtaken by another one. */
  if (reading->number != self->loading)
    return;
  self->loading = 0;
  if (rows == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  /* The sides point to the old ones until they hear of the new ones. */
  old_credits = g_steal_pointer (&self->credits);
  self->credits = g_hash_table_ref (rows->credits);
  merge (self, rows->rows);
  index_units (self);
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
  CogWorkbenchRow *row = g_hash_table_lookup (self->by_unit, id);
  g_autoptr (CogUnit) unit = row != NULL ? cog_project_dup_unit (self->project, id, NULL) : NULL;

  if (unit == NULL)
    return;
  /* Its id is the key of the index, and goes with the old value. */
  g_hash_table_remove (self->by_unit, id);
  cog_workbench_row_set_unit (row, unit);
  g_hash_table_insert (
      self->by_unit,
      cog_workbench_row_get_unit (
          row, (guint)cog_row_find_unit (cog_workbench_row_get_row (row), unit->id))
          ->id,
      row);
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
  return g_hash_table_lookup (self->by_unit, unit);
}

guint
cog_row_model_find_position (CogRowModel *self, CogWorkbenchRow *row)
{
  GListModel *list;
  guint position;

  g_return_val_if_fail (COG_IS_ROW_MODEL (self) && row != NULL, GTK_INVALID_LIST_POSITION);

  if (self->filter == COG_ROW_FILTER_ALL)
    return g_list_store_find (self->rows, row, &position) ? position : GTK_INVALID_LIST_POSITION;
  list = G_LIST_MODEL (self->shown);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      if (item == (GObject *)row)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

GListModel *
cog_row_model_get_list (CogRowModel *self)
{
  g_return_val_if_fail (COG_IS_ROW_MODEL (self), NULL);
  return G_LIST_MODEL (self->shown);
}

void
cog_row_model_tell_credits (CogRowModel *self)
{
  g_return_if_fail (COG_IS_ROW_MODEL (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    if (cog_workbench_row_get_row (get_row (self, i))->pictures != NULL)
      cog_workbench_row_tell_changed (get_row (self, i));
}

GHashTable *
cog_row_model_get_credits (CogRowModel *self)
{
  g_return_val_if_fail (COG_IS_ROW_MODEL (self), NULL);
  return self->credits;
}

static void
cog_row_model_finalize (GObject *object)
{
  CogRowModel *self = COG_ROW_MODEL (object);

  g_clear_object (&self->revealed);
  g_object_unref (self->shown);
  g_object_unref (self->rows);
  g_hash_table_unref (self->by_unit);
  g_clear_pointer (&self->credits, g_hash_table_unref);
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
  self->rows = g_list_store_new (COG_TYPE_WORKBENCH_ROW);
  self->match = gtk_custom_filter_new (row_matches, self, NULL);
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                           GTK_FILTER (self->match));
  self->by_unit = g_hash_table_new (g_str_hash, g_str_equal);
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
