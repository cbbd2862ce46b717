/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-private.h"
#include "cog-project-steps.h"

#include <glib/gi18n-lib.h>

gboolean
cog_project_begin_step (CogProject *self, const char *label, GError **error)
{
  g_assert (self->step == 0);

  g_clear_error (&self->fault);
  if (!cog_project_begin (self, error))
    return FALSE;
  if (!cog_query_run (self->db, error,
                      "DELETE FROM change WHERE step IN (SELECT number FROM step WHERE undone = 1)",
                      NULL) ||
      !cog_query_run (self->db, error, "DELETE FROM step WHERE undone = 1", NULL) ||
      !cog_query_run (self->db, error, "INSERT INTO step (time, label) VALUES (?1, ?2)", "is",
                      g_get_real_time () / G_USEC_PER_SEC, label))
    {
      sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }
  self->step = sqlite3_last_insert_rowid (self->db);
  self->n_changes = 0;
  return TRUE;
}

gboolean
cog_project_end_step (CogProject *self, gboolean ok, GError **error)
{
  g_autoptr (GError) fault = NULL;

  self->step = 0;
  /* What was read on the way, such as the row as it was before, must be true. */
  ok = ok && cog_project_check_fault (self, error);
  if (ok && cog_query_run (self->db, &fault, "COMMIT", NULL))
    return TRUE;
  if (ok)
    g_propagate_error (error, g_steal_pointer (&fault));
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
apply_change (CogProject *self, CogQuery *query, gboolean undo, GError **error)
{
  gint64 kind = cog_query_get_int (query, 0);
  g_autofree char *key = cog_query_dup_text (query, 1);
  g_autofree char *json = cog_query_dup_text (query, undo ? 2 : 3);

  if (kind >= 0 && kind <= COG_ROW_FORMER_SOURCE && key != NULL)
    return cog_project_set_row (self, (CogRowKind)kind, key, json, error);
  g_set_error (error, COG_ERROR, COG_ERROR_CORRUPT, _ ("%s: its history is damaged."), self->path);
  return FALSE;
}

static gboolean
apply_changes (CogProject *self, gint64 step, gboolean undo, GError **error)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, error,
      undo ? "SELECT kind, key, before, after FROM change WHERE step = ?1 ORDER BY seq DESC"
           : "SELECT kind, key, before, after FROM change WHERE step = ?1 ORDER BY seq",
      "i", step);
  g_autoptr (GError) fault = NULL;

  if (query == NULL)
    return FALSE;
  while (cog_query_step (query, &fault))
    if (!apply_change (self, query, undo, error))
      return FALSE;
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  return TRUE;
}

/* The step to move over next; 0: there is none, or an error is set. */
static gint64
find_step (CogProject *self, gboolean undo, GError **error)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, error,
                     undo ? "SELECT number FROM step WHERE undone = 0 ORDER BY number DESC LIMIT 1"
                          : "SELECT number FROM step WHERE undone = 1 ORDER BY number LIMIT 1",
                     NULL);

  return query != NULL && cog_query_step (query, error) ? cog_query_get_int (query, 0) : 0;
}

static gboolean
apply_step (CogProject *self, gint64 step, gboolean undo, GError **error)
{
  return apply_changes (self, step, undo, error) &&
         cog_query_run (self->db, error, "UPDATE step SET undone = ?2 WHERE number = ?1", "ii",
                        step, (gint64)undo);
}

static gboolean
end_move (CogProject *self, gboolean ok, GError **error)
{
  if (ok)
    ok = cog_query_run (self->db, error, "COMMIT", NULL);
  if (!ok)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return ok;
}

static gboolean
move_one (CogProject *self, gint64 step, gboolean undo, GError **error)
{
  if (!cog_project_begin (self, error))
    return FALSE;
  cog_project_end_go (self);
  return end_move (self, apply_step (self, step, undo, error), error);
}

/* What was moved before a fault stays moved: each step is durable by itself. */
static guint
move (CogProject *self, guint steps, gboolean undo, GError **error)
{
  g_autoptr (GError) fault = NULL;
  guint done = 0;

  cog_project_enter (self);
  while (done < steps && fault == NULL)
    {
      gint64 step = find_step (self, undo, &fault);

      if (step == 0 || !move_one (self, step, undo, &fault))
        break;
      done++;
    }
  cog_project_leave (self);
  if (done > 0)
    cog_project_emit (self, "changed", NULL);
  else if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (steps > 0)
    g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                 undo ? _ ("There is nothing to undo.") : _ ("There is nothing to redo."));
  return done;
}

guint
cog_project_undo (CogProject *self, guint steps, GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self), 0);
  return move (self, steps, TRUE, error);
}

guint
cog_project_redo (CogProject *self, guint steps, GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self), 0);
  return move (self, steps, FALSE, error);
}

/* Whether a step is there, or none is asked for; is_undone: (out). */
static gboolean
look_up_step (CogProject *self, gint64 number, gboolean *is_undone, GError **error)
{
  g_autoptr (CogQuery) query = NULL;
  g_autoptr (GError) fault = NULL;

  *is_undone = FALSE;
  if (number == 0)
    return TRUE;
  query =
      cog_query_new (self->db, &fault, "SELECT undone FROM step WHERE number = ?1", "i", number);
  if (query != NULL && cog_query_step (query, &fault))
    {
      *is_undone = cog_query_get_int (query, 0) != 0;
      return TRUE;
    }
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("That step is not there any more."));
  return FALSE;
}

/* Undoes what is newer than the step, or redoes up to it. */
static gboolean
go_to_step (CogProject *self, gint64 number, gboolean undo, int *n, GError **error)
{
  for (;;)
    {
      g_autoptr (GError) fault = NULL;
      gint64 step = find_step (self, undo, &fault);

      if (fault != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      if (step == 0 || (undo ? step <= number : step > number))
        return TRUE;
      if (!apply_step (self, step, undo, error))
        return FALSE;
      *n += undo ? -1 : 1;
    }
}

gboolean
cog_project_go_to_step (CogProject *self, gint64 number, int *n, GError **error)
{
  gboolean is_undone = FALSE;
  int done = 0;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self), FALSE);

  cog_project_enter (self);
  ok = look_up_step (self, number, &is_undone, error) && cog_project_begin (self, error);
  if (ok)
    {
      cog_project_end_go (self);
      ok = end_move (self, go_to_step (self, number, !is_undone, &done, error), error);
    }
  cog_project_leave (self);
  if (ok && done != 0)
    cog_project_emit (self, "changed", NULL);
  if (ok && n != NULL)
    *n = done;
  return ok;
}

gboolean
cog_project_can_undo (CogProject *self)
{
  gboolean can;

  g_return_val_if_fail (COG_IS_PROJECT (self), FALSE);

  cog_project_enter (self);
  can = find_step (self, TRUE, NULL) != 0;
  cog_project_leave (self);
  return can;
}

gboolean
cog_project_can_redo (CogProject *self)
{
  gboolean can;

  g_return_val_if_fail (COG_IS_PROJECT (self), FALSE);

  cog_project_enter (self);
  can = find_step (self, FALSE, NULL) != 0;
  cog_project_leave (self);
  return can;
}

void
cog_history_step_free (CogHistoryStep *step)
{
  if (step == NULL)
    return;
  g_free (step->label);
  g_free (step);
}

GPtrArray *
cog_project_list_history (CogProject *self, guint limit)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_history_step_free);
  g_autoptr (CogQuery) query = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self), list);

  cog_project_enter (self);
  query = cog_query_new (
      self->db, NULL, "SELECT number, time, label, undone FROM step ORDER BY number DESC LIMIT ?1",
      "i", (gint64)limit);
  while (query != NULL && cog_query_step (query, NULL))
    {
      CogHistoryStep *step = g_new0 (CogHistoryStep, 1);

      step->number = cog_query_get_int (query, 0);
      step->time = cog_query_get_int (query, 1);
      step->label = cog_query_dup_text (query, 2);
      step->is_undone = cog_query_get_int (query, 3) != 0;
      g_ptr_array_add (list, step);
    }
  g_clear_pointer (&query, cog_query_free);
  cog_project_leave (self);
  return list;
}
