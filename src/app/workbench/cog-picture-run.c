/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-run.h"

#include "cog-picture-scan.h"
#include "cog-picture-text.h"

typedef struct
{
  char *unit, *folder;
  gboolean only_known;
  CogRun *run; /* (nullable) */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->unit);
  g_free (job->folder);
  g_clear_object (&job->run);
  g_free (job);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  const CogPictureScan scan = { job->unit, job->folder, job->only_known };
  const CogProgress *progress = job->run != NULL ? cog_run_get_progress (job->run) : NULL;
  GError *error = NULL;

  if (cog_picture_scan_run (source, &scan, progress, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
cog_picture_run_async (CogLensIndex *index,
                       const char *unit,
                       gboolean only_known,
                       CogRun *run,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (COG_IS_LENS_INDEX (index));

  task = g_task_new (index, run != NULL ? cog_run_get_cancellable (run) : cancellable, callback,
                     user_data);
  job = g_new0 (Job, 1);
  job->unit = g_strdup (unit);
  job->folder = cog_picture_text_dup_folder ();
  job->only_known = only_known;
  job->run = run != NULL ? g_object_ref (run) : NULL;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_in_thread);
}

gboolean
cog_picture_run_finish (CogLensIndex *index, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, index), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
