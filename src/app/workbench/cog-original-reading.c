/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-original-reading.h"

#include <unistd.h>

typedef struct
{
  CogProject *project;
  char *source;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->project);
  g_free (reading->source);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  const Reading *reading = data;
  GError *error = NULL;
  int fd = cog_project_open_original (reading->project, reading->source, &error);
  g_autoptr (CogSource) file =
      fd >= 0 ? cog_source_new_for_fd (fd, NULL, "original", &error) : NULL;
  CogPaperDocument *document =
      file != NULL ? cog_paper_document_new (file, cancellable, &error) : NULL;

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
  /* The helper has a number of its own for it. */
  if (fd >= 0)
    close (fd);
}

void
cog_original_read_async (CogProject *project,
                         const char *source,
                         GCancellable *cancellable,
                         gpointer object,
                         GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (object, cancellable, callback, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->project = g_object_ref (project);
  reading->source = g_strdup (source);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

CogPaperDocument *
cog_original_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
