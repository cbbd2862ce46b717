/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-private.h"

void
cog_project_end_go (CogProject *self)
{
  self->go_step = 0;
  g_clear_pointer (&self->go_unit, g_free);
}

/* The history's last step, and no undone one above it. */
static gboolean
is_last (CogProject *self, gint64 step)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, NULL, "SELECT number, undone FROM step ORDER BY number DESC LIMIT 1", NULL);

  return query != NULL && cog_query_step (query, NULL) && cog_query_get_int (query, 0) == step &&
         cog_query_get_int (query, 1) == 0;
}

static gboolean
can_join (CogProject *self, const CogUnitEdit *edit)
{
  return self->go_step != 0 && self->go == edit->go && g_strcmp0 (self->go_unit, edit->unit) == 0 &&
         is_last (self, self->go_step);
}

/* Its time is that of the last edit in it. */
static gboolean
reopen (CogProject *self, GError **error)
{
  g_clear_error (&self->fault);
  if (!cog_project_begin (self, error))
    return FALSE;
  if (!cog_query_run (self->db, error, "UPDATE step SET time = ?2 WHERE number = ?1", "ii",
                      self->go_step, g_get_real_time () / G_USEC_PER_SEC))
    {
      sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }
  self->step = self->go_step;
  self->n_changes = 0;
  return TRUE;
}

gboolean
cog_project_begin_edit_step (CogProject *self,
                             const CogUnitEdit *edit,
                             const char *label,
                             GError **error)
{
  if (can_join (self, edit))
    return reopen (self, error);
  cog_project_end_go (self);
  return cog_project_begin_step (self, label, error);
}

/* What was written and taken back again: nothing is left to undo. is_idle: (out) */
static gboolean
drop_idle (CogProject *self, gint64 step, gboolean *is_idle, GError **error)
{
  if (!cog_query_run (self->db, error, "DELETE FROM change WHERE step = ?1 AND before IS after",
                      "i", step))
    return FALSE;
  *is_idle = sqlite3_changes (self->db) > 0;
  return !*is_idle ||
         cog_query_run (self->db, error, "DELETE FROM step WHERE number = ?1", "i", step);
}

gboolean
cog_project_end_edit_step (CogProject *self, const CogUnitEdit *edit, gboolean ok, GError **error)
{
  gint64 step = self->step;
  gboolean is_idle = FALSE;

  ok = ok && drop_idle (self, step, &is_idle, error);
  if (!cog_project_end_step (self, ok, error))
    return FALSE;
  cog_project_end_go (self);
  if (is_idle)
    return TRUE;
  self->go_step = step;
  self->go = edit->go;
  self->go_unit = g_strdup (edit->unit);
  return TRUE;
}
