/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-drafts.h"
#include "cog-project-private.h"

/* Of one project, the window and its threads: who has it, who hears of edits, and how a long
 * reading stands in nobody's way. */

#define PATIENCE 100 /* times that a reading lets others go first … */
#define PAUSE 200    /* … for so many microseconds */

void
cog_project_enter (CogProject *self)
{
  if (g_rec_mutex_trylock (&self->mutex))
    return;
  g_atomic_int_inc (&self->n_waiting);
  g_rec_mutex_lock (&self->mutex);
  g_atomic_int_add (&self->n_waiting, -1);
}

void
cog_project_leave (CogProject *self)
{
  g_rec_mutex_unlock (&self->mutex);
}

void
cog_project_let_others (CogProject *self)
{
  for (int i = 0; i < PATIENCE && g_atomic_int_get (&self->n_waiting) > 0; i++)
    g_usleep (PAUSE);
}

CogProject *
cog_project_open_beside (CogProject *self, gboolean begins_log)
{
  g_autoptr (CogProject) beside = NULL;
  gboolean has_log;

  g_return_val_if_fail (COG_IS_PROJECT (self), NULL);

  cog_project_enter (self);
  has_log = self->db != NULL && self->mode == COG_PROJECT_WRITE && self->step == 0 &&
            (self->is_set_up || begins_log) && cog_project_get_n_drafts (self) == 0 &&
            cog_project_prepare_writing (self, NULL);
  cog_project_leave (self);
  beside = has_log ? cog_project_open (self->path, COG_PROJECT_READ, NULL) : NULL;
  /* All that is read from here on is of one moment. */
  if (beside == NULL || sqlite3_exec (beside->db, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
    return NULL;
  return g_steal_pointer (&beside);
}

/* --- news ---------------------------------------------------------------------------------- */

typedef struct
{
  CogProject *self;
  const char *signal; /* static */
  char **ids;
} News;

static gboolean
tell_cb (gpointer data)
{
  const News *news = data;

  if (g_str_equal (news->signal, "changed"))
    g_signal_emit_by_name (news->self, news->signal, news->ids);
  else
    g_signal_emit_by_name (news->self, news->signal);
  return G_SOURCE_REMOVE;
}

static void
free_news (gpointer data)
{
  News *news = data;

  g_object_unref (news->self);
  g_strfreev (news->ids);
  g_free (news);
}

void
cog_project_emit (CogProject *self, const char *signal, const char *const *ids)
{
  News news = { self, signal, (char **)ids };

  /* As g_main_context_invoke() does, but what runs in the home's own thread is told at once. */
  if (self->home == NULL || g_main_context_is_owner (self->home))
    tell_cb (&news);
  else
    {
      News *later = g_new (News, 1);

      *later = (News){ g_object_ref (self), signal, g_strdupv ((char **)ids) };
      g_main_context_invoke_full (self->home, G_PRIORITY_DEFAULT, tell_cb, later, free_news);
    }
}

void
cog_project_set_home (CogProject *self, GMainContext *home)
{
  g_return_if_fail (COG_IS_PROJECT (self) && self->home == NULL && home != NULL);
  self->home = g_main_context_ref (home);
}
