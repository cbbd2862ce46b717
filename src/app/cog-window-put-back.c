/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-window-private.h"

#include "cog-closing.h"
#include "cog-project-file.h"

#include <glib/gi18n-lib.h>

/* An update of a source cannot be undone step by step: the copy that was kept before it takes the
 * project's place. */

typedef struct
{
  char *from, *to;
} Way;

static void
way_free (gpointer data)
{
  Way *way = data;

  g_free (way->from);
  g_free (way->to);
  g_free (way);
}

static gboolean
put_back (const Way *way, GError **error)
{
  g_autoptr (CogProject) copy = cog_project_open (way->from, COG_PROJECT_READ, error);

  return copy != NULL && cog_project_write_copy (copy, way->to, TRUE, NULL, NULL, error) &&
         cog_project_close (copy, error);
}

/* What is in the project's place now is what the copy is: that one goes. */
static void
put_back_in_thread (GTask *task, gpointer window, gpointer data, GCancellable *cancellable)
{
  const Way *way = data;
  GError *error = NULL;

  cog_closing_wait ();
  if (!put_back (way, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  cog_project_remove_file (way->from);
  g_task_return_boolean (task, TRUE);
}

/* Also where it failed: then the project is as it was. */
static void
put_back_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogWindow *self = COG_WINDOW (object);
  const Way *way = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    cog_window_toast (self, _ ("The book is as it was before the update"));
  else
    cog_window_tell_fault (self, _ ("That Did Not Work"), error->message);
  cog_window_open_project (self, way->to);
}

void
cog_window_put_back (CogWindow *self, const char *copy)
{
  g_autoptr (GTask) task = NULL;
  Way *way;

  g_return_if_fail (COG_IS_WINDOW (self) && copy != NULL);

  if (self->project == NULL)
    return;
  way = g_new (Way, 1);
  *way = (Way){ g_strdup (copy), g_strdup (cog_project_get_path (self->project)) };
  cog_window_leave_project (self);
  task = g_task_new (self, NULL, put_back_cb, NULL);
  g_task_set_task_data (task, way, way_free);
  g_task_run_in_thread (task, put_back_in_thread);
}
