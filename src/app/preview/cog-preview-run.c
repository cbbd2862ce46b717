/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-preview-run.h"

typedef struct
{
  CogProject *project;
  CogPreviewKind kind;
  CogPublishOptions options;
  char *section;
  CogRun *run;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_object_unref (making->project);
  g_object_unref (making->run);
  g_free (making->section);
  g_free (making);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  const char *sections[] = { making->section, NULL };
  GError *error = NULL;
  CogPreview *preview;

  making->options.edition.sections = making->section != NULL ? sections : NULL;
  preview = cog_preview_new (making->project, making->kind, &making->options.edition,
                             &making->options.writer, cog_run_get_progress (making->run),
                             cancellable, &error);
  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify)cog_preview_free);
  else
    g_task_return_error (task, error);
}

void
cog_preview_run_start (CogProject *project,
                       CogPreviewKind kind,
                       const CogPublishOptions *options,
                       const char *section,
                       CogRun *run,
                       gpointer source,
                       GAsyncReadyCallback callback)
{
  Making *making = g_new0 (Making, 1);
  g_autoptr (GTask) task = g_task_new (source, cog_run_get_cancellable (run), callback, NULL);

  making->project = g_object_ref (project);
  making->kind = kind;
  making->options = *options;
  making->section = g_strdup (section);
  making->run = g_object_ref (run);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_in_thread);
}

CogPreview *
cog_preview_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
