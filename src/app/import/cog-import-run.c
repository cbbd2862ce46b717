/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-import-run.h"

#include "cog-shelf-job.h"

#include <errno.h>
#include <glib/gstdio.h>

typedef struct
{
  CogRun *run;
  GPtrArray *paths, *found;
  char *folder, *title, *language, *audience;
  CogReadingOptions options;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->run);
  g_clear_pointer (&import->paths, g_ptr_array_unref);
  g_clear_pointer (&import->found, g_ptr_array_unref);
  g_free (import->folder);
  g_free (import->title);
  g_free (import->language);
  g_free (import->audience);
  g_free (import);
}

static void
read_in_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_found_source_free);

  for (guint i = 0; i < import->paths->len; i++)
    {
      double n = import->paths->len;
      CogProgress part = cog_progress_part (cog_run_get_progress (import->run), i / n, (i + 1) / n);
      GError *error = NULL;
      CogFoundSource *found = cog_found_source_read (g_ptr_array_index (import->paths, i),
                                                     &import->options, &part, cancellable, &error);

      if (found == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (all, found);
    }
  g_task_return_pointer (task, g_steal_pointer (&all), (GDestroyNotify)g_ptr_array_unref);
}

static char *
dup_path (gconstpointer path, gpointer user_data)
{
  return g_strdup (path);
}

void
cog_import_run_read (GPtrArray *paths,
                     const CogReadingOptions *options,
                     CogRun *run,
                     gpointer source,
                     GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cog_run_get_cancellable (run), callback, NULL);
  Import *import = g_new0 (Import, 1);

  import->run = g_object_ref (run);
  import->options = *options;
  import->paths = g_ptr_array_copy (paths, (GCopyFunc)dup_path, NULL);
  g_ptr_array_set_free_func (import->paths, g_free);
  g_task_set_task_data (task, import, import_free);
  g_task_run_in_thread (task, read_in_thread);
}

GPtrArray *
cog_import_run_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
make_in_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  CogAdaptationPlan plan = { import->language, import->title, import->audience };
  g_autofree char *path = NULL;
  GError *error = NULL;
  g_autoptr (CogProject) project = NULL;

  /* A shelf that was deleted meanwhile is made anew; where that fails, making the project says
   * why. */
  g_mkdir_with_parents (import->folder, 0700);
  path = cog_shelf_dup_free_path (import->folder, import->title);
  project = cog_adaptation_begin (path, import->found, &plan, cog_run_get_progress (import->run),
                                  cancellable, &error);
  if (project != NULL && cog_project_close (project, &error))
    g_task_return_pointer (task, g_steal_pointer (&path), g_free);
  else
    g_task_return_error (task, error);
}

void
cog_import_run_make (GPtrArray *found,
                     const char *folder,
                     const CogAdaptationPlan *plan,
                     CogRun *run,
                     gpointer source,
                     GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cog_run_get_cancellable (run), callback, NULL);
  Import *import = g_new0 (Import, 1);

  import->run = g_object_ref (run);
  import->found = g_ptr_array_ref (found);
  import->folder = g_strdup (folder);
  import->title = g_strdup (plan->title);
  import->language = g_strdup (plan->language);
  import->audience = g_strdup (plan->audience);
  g_task_set_task_data (task, import, import_free);
  g_task_run_in_thread (task, make_in_thread);
}

char *
cog_import_run_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
