/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-web-run.h"

typedef struct
{
  CogRun *run;
  GObject *source;
  CogWebRunTell tell;
  char *address, *folder;
  CogWebFound *found; /* (nullable) */
  int file;
  gboolean may_ask_others;
} Work;

typedef struct
{
  GObject *source;
  CogWebRunTell tell;
  char *sentence;
} Told;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->run);
  g_free (work->address);
  g_free (work->folder);
  cog_web_found_free (work->found);
  g_free (work);
}

static gboolean
told_cb (gpointer data)
{
  Told *told = data;

  told->tell (told->source, told->sentence);
  return G_SOURCE_REMOVE;
}

static void
told_free (gpointer data)
{
  Told *told = data;

  g_object_unref (told->source);
  g_free (told->sentence);
  g_free (told);
}

static void
tell_cb (const char *sentence, gpointer data)
{
  const Work *work = data;
  Told *told = g_new0 (Told, 1);

  told->source = g_object_ref (work->source);
  told->tell = work->tell;
  told->sentence = g_strdup (sentence);
  g_idle_add_full (G_PRIORITY_DEFAULT, told_cb, told, told_free);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (CogFetch) fetch = cog_fetch_new (work->address, NULL);
  GError *error = NULL;
  CogWebFound *found;

  cog_fetch_set_tell (fetch, tell_cb, work);
  found = cog_web_look (fetch, work->address, work->folder, cog_run_get_progress (work->run),
                        cancellable, &error);
  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify)cog_web_found_free);
  else
    g_task_return_error (task, error);
}

static void
take_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (CogFetch) fetch = cog_fetch_new (work->address, NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  const CogWebFile *file =
      work->file >= 0 ? g_ptr_array_index (work->found->files, work->file) : NULL;
  GError *error = NULL;
  char *path;

  cog_fetch_set_tell (fetch, tell_cb, work);
  path = cog_web_take (work->found, fetch, file, work->may_ask_others, work->folder, NULL, report,
                       cog_run_get_progress (work->run), cancellable, &error);
  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static Work *
work_new (const char *address, const char *folder, CogRun *run, GObject *source, CogWebRunTell tell)
{
  Work *work = g_new0 (Work, 1);

  work->run = g_object_ref (run);
  work->source = source;
  work->tell = tell;
  work->address = g_strdup (address);
  work->folder = g_strdup (folder);
  work->file = -1;
  return work;
}

static void
start (Work *work, GTaskThreadFunc run, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task =
      g_task_new (work->source, cog_run_get_cancellable (work->run), callback, NULL);

  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, run);
}

void
cog_web_run_look (const char *address,
                  const char *folder,
                  CogRun *run,
                  GObject *source,
                  CogWebRunTell tell,
                  GAsyncReadyCallback callback)
{
  start (work_new (address, folder, run, source, tell), look_in_thread, callback);
}

CogWebFound *
cog_web_run_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
cog_web_run_take (CogWebFound *found,
                  int file,
                  gboolean may_ask_others,
                  const char *folder,
                  CogRun *run,
                  GObject *source,
                  CogWebRunTell tell,
                  GAsyncReadyCallback callback)
{
  Work *work = work_new (found->asked, folder, run, source, tell);

  work->found = found;
  work->file = file;
  work->may_ask_others = may_ask_others;
  start (work, take_in_thread, callback);
}

char *
cog_web_run_take_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
