/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-import-run.h"

#include "cog-import-job.h"

typedef struct
{
  CogRun *run;
  char *file, *path, *title, *language;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->run);
  g_free (import->file);
  g_free (import->path);
  g_free (import->title);
  g_free (import->language);
  g_free (import);
}

void
cog_import_found_free (CogImportFound *found)
{
  if (found == NULL)
    return;
  cog_book_free (found->book);
  cog_report_free (found->report);
  g_free (found);
}

static void
read_in_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  GError *error = NULL;
  g_autoptr (CogSource) source = cog_source_new_for_path (import->file, cancellable, &error);
  g_autoptr (CogReport) report = cog_report_new ();
  CogBook *book = source != NULL
                      ? cog_reader_read (source, report, cog_run_get_progress (import->run),
                                         cancellable, NULL, &error)
                      : NULL;
  CogImportFound *found;

  if (book == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  found = g_new0 (CogImportFound, 1);
  found->book = book;
  found->report = g_steal_pointer (&report);
  g_task_return_pointer (task, found, (GDestroyNotify)cog_import_found_free);
}

void
cog_import_run_read (const char *file, CogRun *run, gpointer source, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cog_run_get_cancellable (run), callback, NULL);
  Import *import = g_new0 (Import, 1);

  import->run = g_object_ref (run);
  import->file = g_strdup (file);
  g_task_set_task_data (task, import, import_free);
  g_task_run_in_thread (task, read_in_thread);
}

CogImportFound *
cog_import_run_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Characters, not bytes: a name in Arabic or Chinese must not be cut in the middle of a letter. */
#define MAX_NAME 60

static char *
dup_project_path (const char *folder, const char *title)
{
  g_autofree char *name = g_utf8_strlen (title, -1) > MAX_NAME
                              ? g_utf8_substring (title, 0, MAX_NAME)
                              : g_strdup (title);
  char *path;

  g_strdelimit (name, "/\\:*?\"<>|.\n\t", '-');
  path = g_strdup_printf ("%s/%s.cognate", folder, name);
  for (guint n = 2; g_file_test (path, G_FILE_TEST_EXISTS); n++)
    {
      g_free (path);
      path = g_strdup_printf ("%s/%s %u.cognate", folder, name, n);
    }
  return path;
}

static void
make_in_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  const char *files[] = { import->file, NULL };
  GError *error = NULL;
  g_autoptr (CogProject) project =
      cog_import_new_project (import->path, files, import->language, import->title, NULL,
                              cog_run_get_progress (import->run), cancellable, &error);

  if (project != NULL && cog_project_close (project, &error))
    g_task_return_pointer (task, g_strdup (import->path), g_free);
  else
    g_task_return_error (task, error);
}

void
cog_import_run_make (const char *file,
                     const char *folder,
                     const char *title,
                     const char *language,
                     CogRun *run,
                     gpointer source,
                     GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cog_run_get_cancellable (run), callback, NULL);
  Import *import = g_new0 (Import, 1);

  import->run = g_object_ref (run);
  import->file = g_strdup (file);
  import->path = dup_project_path (folder, title);
  import->title = g_strdup (title);
  import->language = g_strdup (language);
  g_task_set_task_data (task, import, import_free);
  g_task_run_in_thread (task, make_in_thread);
}

char *
cog_import_run_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
