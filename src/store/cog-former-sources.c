/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-update.h"

#include "cog-project-private.h"

#include <glib/gi18n-lib.h>

char *
cog_project_dup_former_source (CogProject *self, const char *unit, GError **error)
{
  g_autoptr (CogQuery) query = NULL;
  char *source = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && unit != NULL, NULL);

  cog_project_enter (self);
  query = cog_query_new (
      self->db, error,
      "SELECT former_source.source FROM former_source JOIN unit ON " COG_FORMER_SOURCE_STANDS
      " WHERE former_source.unit = ?1",
      "s", unit);
  if (query != NULL && cog_query_step (query, error))
    source = cog_query_dup_text (query, 0);
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  return source;
}

GPtrArray *
cog_project_list_former_sources (CogProject *self, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) fault = NULL;
  CogQuery *query;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  cog_project_enter (self);
  query = cog_query_new (
      self->db, &fault,
      "SELECT unit.id FROM former_source JOIN unit ON " COG_FORMER_SOURCE_STANDS
      " JOIN section ON section.id = unit.section ORDER BY section.position, unit.position",
      NULL);
  while (query != NULL && cog_query_step (query, &fault))
    g_ptr_array_add (list, cog_query_dup_text (query, 0));
  cog_query_free (query);
  cog_project_leave (self);
  if (fault == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

static gboolean
confirm (CogProject *self, const char *const *units, GError **error)
{
  for (gsize i = 0; units[i] != NULL; i++)
    {
      g_autofree char *before =
          cog_project_row_to_json (self, COG_ROW_FORMER_SOURCE, units[i], NULL);

      if (before != NULL &&
          (!cog_query_run (self->db, error, "DELETE FROM former_source WHERE unit = ?1", "s",
                           units[i]) ||
           !cog_project_record (self, COG_ROW_FORMER_SOURCE, units[i], before, error)))
        return FALSE;
    }
  return TRUE;
}

gboolean
cog_project_confirm_sources (CogProject *self, const char *const *units, GError **error)
{
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && units != NULL, FALSE);

  cog_project_enter (self);
  /* Translators: a step of the history: somebody saw what the new edition of the source says. */
  ok = cog_project_begin_step (self, _ ("Looked at a changed source"), error) &&
       cog_project_end_step (self, confirm (self, units, error), error);
  cog_project_leave (self);
  if (ok)
    cog_project_emit (self, "changed", units);
  return ok;
}
