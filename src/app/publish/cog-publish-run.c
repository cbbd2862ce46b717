/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publish-run.h"

typedef struct
{
  CogProject *project;
  CogRun *run;
  char **targets;
  char **sections; /* (nullable) */
  CogPublishOptions options;
} Publication;

static void
publication_free (gpointer data)
{
  Publication *publication = data;

  g_object_unref (publication->project);
  g_object_unref (publication->run);
  g_strfreev (publication->targets);
  g_strfreev (publication->sections);
  g_free (publication);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Publication *publication = data;
  g_autoptr (CogReport) report = cog_report_new ();
  GError *error = NULL;
  GPtrArray *all = cog_publish_project_as (
      publication->project, (const char *const *)publication->targets, &publication->options,
      report, cog_run_get_progress (publication->run), cancellable, &error);

  if (all != NULL)
    g_task_return_pointer (task, all, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
cog_publish_run_start (CogProject *project,
                       const char *const *targets,
                       const CogPublishOptions *options,
                       CogRun *run,
                       gpointer source,
                       GAsyncReadyCallback callback)
{
  Publication *publication = g_new0 (Publication, 1);
  g_autoptr (GTask) task = g_task_new (source, cog_run_get_cancellable (run), callback, NULL);

  publication->project = g_object_ref (project);
  publication->run = g_object_ref (run);
  publication->targets = g_strdupv ((char **)targets);
  publication->sections = g_strdupv ((char **)options->edition.sections);
  publication->options = *options;
  publication->options.edition.sections = (const char *const *)publication->sections;
  g_task_set_task_data (task, publication, publication_free);
  /* Cancelled, the files that are whole are results all the same. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, write_in_thread);
}

GPtrArray *
cog_publish_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer project, GCancellable *cancellable)
{
  GError *error = NULL;
  CogChecklist *list = cog_checklist_new (project, cancellable, &error);

  if (list != NULL)
    g_task_return_pointer (task, list, (GDestroyNotify)cog_checklist_free);
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

CogChecklist *
cog_publish_run_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
