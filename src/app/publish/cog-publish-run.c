/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publish-run.h"

#include "cog-check-job.h"

typedef struct
{
  CogProject *project;
  CogRun *run;
  char *path;
  CogPublishOptions options;
} Publication;

static void
publication_free (gpointer data)
{
  Publication *publication = data;

  g_object_unref (publication->project);
  g_object_unref (publication->run);
  g_free (publication->path);
  g_free (publication);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Publication *publication = data;
  g_autoptr (CogReport) report = cog_report_new ();
  GError *error = NULL;

  if (cog_publish_project (publication->project, publication->path, &publication->options, report,
                           cog_run_get_progress (publication->run), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
cog_publish_run_start (CogProject *project,
                       const char *path,
                       const CogPublishOptions *options,
                       CogRun *run,
                       gpointer source,
                       GAsyncReadyCallback callback)
{
  Publication *publication = g_new0 (Publication, 1);
  g_autoptr (GTask) task = g_task_new (source, cog_run_get_cancellable (run), callback, NULL);

  publication->project = g_object_ref (project);
  publication->run = g_object_ref (run);
  publication->path = g_strdup (path);
  publication->options = *options;
  g_task_set_task_data (task, publication, publication_free);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
cog_publish_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
cog_publish_run_get_path (GAsyncResult *result)
{
  return ((Publication *)g_task_get_task_data (G_TASK (result)))->path;
}

static void
check_in_thread (GTask *task, gpointer source, gpointer project, GCancellable *cancellable)
{
  g_autoptr (CogReport) report = cog_report_new ();
  GError *error = NULL;

  if (cog_check_project (project, report, &error))
    g_task_return_pointer (task, g_steal_pointer (&report), (GDestroyNotify)cog_report_free);
  else
    g_task_return_error (task, error);
}

void
cog_publish_run_check (CogProject *project,
                       GCancellable *cancellable,
                       gpointer source,
                       GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);

  g_task_set_task_data (task, g_object_ref (project), g_object_unref);
  g_task_run_in_thread (task, check_in_thread);
}

CogReport *
cog_publish_run_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
