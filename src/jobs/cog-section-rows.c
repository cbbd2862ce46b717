/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-section-rows.h"

static GHashTable *
index_credits (const GPtrArray *credits)
{
  GHashTable *table =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)cog_credit_free);

  for (guint i = 0; i < credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (credits, i);

      /* Of a figure with several parts the first one stands for all; Rights has the others. */
      if (credit->item != NULL && !g_hash_table_contains (table, credit->item))
        g_hash_table_insert (table, g_strdup (credit->item), cog_credit_copy (credit));
    }
  return table;
}

static GHashTable *
index_units (GPtrArray *rows)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      CogRow *row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < row->units->len; k++)
        g_hash_table_insert (table, ((CogUnit *)g_ptr_array_index (row->units, k))->id, row);
    }
  return table;
}

CogSectionRows *
cog_section_rows_load (CogProject *project, const char *section, GError **error)
{
  g_autoptr (CogSectionRows) self = NULL;
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  g_autoptr (GPtrArray) credits = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *units;

  g_return_val_if_fail (COG_IS_PROJECT (project) && section != NULL, NULL);

  source = cog_project_dup_skeleton (project, section, FALSE, error);
  target = source != NULL ? cog_project_dup_skeleton (project, section, TRUE, error) : NULL;
  units = target != NULL ? cog_project_list_units (project, section, error) : NULL;
  if (units == NULL)
    return NULL;
  self = g_new0 (CogSectionRows, 1);
  self->section = g_strdup (section);
  self->rows = cog_row_list_new (source, target, units);
  self->by_unit = index_units (self->rows);
  credits = cog_project_list_credits (project);
  found = cog_project_list_found_credits (project);
  self->credits = index_credits (credits);
  self->found = index_credits (found);
  return g_steal_pointer (&self);
}

void
cog_section_rows_free (CogSectionRows *self)
{
  if (self == NULL)
    return;
  g_free (self->section);
  g_clear_pointer (&self->by_unit, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->credits, g_hash_table_unref);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_free (self);
}

static void
load_thread (GTask *task, gpointer project, gpointer section, GCancellable *cancellable)
{
  GError *error = NULL;
  CogSectionRows *rows = cog_section_rows_load (project, section, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify)cog_section_rows_free);
  else
    g_task_return_error (task, error);
}

void
cog_section_rows_load_async (CogProject *project,
                             const char *section,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COG_IS_PROJECT (project) && section != NULL);

  task = g_task_new (project, cancellable, callback, user_data);
  g_task_set_source_tag (task, cog_section_rows_load_async);
  g_task_set_task_data (task, g_strdup (section), g_free);
  g_task_run_in_thread (task, load_thread);
}

CogSectionRows *
cog_section_rows_load_finish (CogProject *project, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, project), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

const CogCredit *
cog_section_rows_find_credit (GHashTable *credits, const CogRow *row, const CogRowPicture *picture)
{
  const CogCredit *credit = NULL;

  g_return_val_if_fail (credits != NULL && row != NULL, NULL);

  if (picture != NULL && picture->id != NULL)
    credit = g_hash_table_lookup (credits, picture->id);
  return credit != NULL ? credit : g_hash_table_lookup (credits, row->id);
}
