/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-serve.h"

#include "cog-confinement.h"
#include "cog-locale.h"
#include "cog-reading-stream.h"
#include "cog-servants.h"
#include "cog-sheet-serve.h"
#include "cog-web-record.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

typedef struct
{
  int in, out; /* open files: the source, or -1 for a folder; where to send */
  int asks;    /* an open file that says which pages to draw; -1: it is to be read */
  char *name;
  char *path;  /* (nullable): bytes that stand nowhere */
  char *work;  /* (nullable) */
  char *words; /* (nullable): cog_reading_options_to_string() */
  CogReadingOptions options;
  gint64 seconds, memory;
  gboolean may_run_programs, is_probe;
} Task;

typedef struct
{
  int out;
  double fraction;
  char *sentence;
} Told;

static gboolean
read_arguments (int argc, char **argv, Task *task)
{
  const GOptionEntry entries[] = {
    { "in", 0, 0, G_OPTION_ARG_INT, &task->in, NULL, NULL },
    { "out", 0, 0, G_OPTION_ARG_INT, &task->out, NULL, NULL },
    { "asks", 0, 0, G_OPTION_ARG_INT, &task->asks, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &task->name, NULL, NULL },
    { "path", 0, 0, G_OPTION_ARG_FILENAME, &task->path, NULL, NULL },
    { "work", 0, 0, G_OPTION_ARG_FILENAME, &task->work, NULL, NULL },
    { "options", 0, 0, G_OPTION_ARG_STRING, &task->words, NULL, NULL },
    { "seconds", 0, 0, G_OPTION_ARG_INT64, &task->seconds, NULL, NULL },
    { "memory", 0, 0, G_OPTION_ARG_INT64, &task->memory, NULL, NULL },
    { "programs", 0, 0, G_OPTION_ARG_NONE, &task->may_run_programs, NULL, NULL },
    { "probe", 0, 0, G_OPTION_ARG_NONE, &task->is_probe, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);

  g_option_context_add_main_entries (options, entries, NULL);
  return g_option_context_parse (options, &argc, &argv, NULL) && task->out > 2 &&
         (task->is_probe || (task->name != NULL && (task->in > 2 || task->path != NULL)));
}

static gboolean
has_extension (const char *name, const char *const *extensions)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; extensions != NULL && extensions[i] != NULL; i++)
    if (g_str_has_suffix (lower, extensions[i]))
      return TRUE;
  return FALSE;
}

/* How far above its own folder a file of that name may name others; -1: it names none. */
static int
find_reach (const char *name)
{
  const CogReader *const *readers = cog_reader_table_get ();
  int reach = G_MININT;

  for (guint i = 0; readers[i] != NULL; i++)
    if (has_extension (name, readers[i]->extensions))
      reach = MAX (reach, readers[i]->n_levels);
  return reach == G_MININT ? 0 : reach;
}

/* The folder of which a reader may see more than its one file. (transfer full) (nullable) */
static char *
dup_readable (const Task *task, CogSource *source)
{
  char *folder;
  int reach;

  if (task->path == NULL || (source != NULL && cog_source_is_zip (source)))
    return NULL;
  if (source == NULL)
    return g_strdup (task->path);
  reach = find_reach (task->name);
  folder = reach >= 0 ? g_path_get_dirname (task->path) : NULL;
  for (int i = 0; i < reach; i++)
    {
      char *above = g_path_get_dirname (folder);

      /* A book's folders are never the whole disk. */
      if (g_str_equal (above, "/"))
        {
          g_free (above);
          break;
        }
      g_free (folder);
      folder = above;
    }
  return folder;
}

static guint32
hold (const Task *task, CogSource *source)
{
  g_autofree char *folder = dup_readable (task, source);
  /* What was fetched has a record of where from beside it. */
  g_autofree char *record = task->path != NULL ? cog_web_record_dup_path (task->path) : NULL;
  const char *const readable[] = { record, folder, NULL };
  CogConfinement confinement = { .readable = readable,
                                 .work = task->work,
                                 .may_run_programs = task->may_run_programs,
                                 .memory = (guint64)MAX (task->memory, 0),
                                 .seconds = (guint64)MAX (task->seconds, 1) };

  return cog_confinement_hold (&confinement);
}

/* Readers tell for every page of thousands. */
static void
tell (double fraction, const char *sentence, gpointer user_data)
{
  Told *told = user_data;

  if (!isfinite (fraction) ||
      (fabs (fraction - told->fraction) < .002 && g_strcmp0 (sentence, told->sentence) == 0))
    return;
  told->fraction = fraction;
  g_free (told->sentence);
  told->sentence = g_strdup (sentence);
  cog_stream_send_progress (told->out, fraction, sentence);
}

static CogBook *
read_source (const CogServing *serving,
             CogSource *source,
             CogReport *report,
             const CogProgress *progress,
             const CogReader **reader,
             GError **error)
{
  if (serving != NULL && serving->read != NULL)
    return serving->read (source, report, progress, reader, error);
  return cog_reader_read_as (*reader, source, report, progress, NULL, error);
}

static gboolean
needs_programs (const CogServing *serving, CogSource *source, const CogReader *reader)
{
  if (serving != NULL && serving->needs_programs != NULL)
    return serving->needs_programs (source);
  return reader->needs_programs;
}

static void
serve (const Task *task, CogSource *source, const CogServing *serving)
{
  g_autoptr (CogReport) report = cog_report_new ();
  Told told = { task->out, -2, NULL };
  const CogProgress progress = { tell, &told, 0, 1 };
  GError *error = NULL;
  const CogReader *reader = cog_reader_find (source, &error);
  CogBook *book = NULL;

  if (reader != NULL && !task->may_run_programs && needs_programs (serving, source, reader))
    {
      cog_stream_send (task->out, COG_FRAME_NEEDS_PROGRAMS, NULL);
      return;
    }
  if (reader != NULL)
    book = read_source (serving, source, report, &progress, &reader, &error);
  cog_stream_send_findings (task->out, report);
  if (book != NULL)
    cog_stream_give_book (
        task->out, book, reader,
        cog_source_is_folder (source) ? cog_source_get_container (source, NULL, NULL, NULL) : NULL);
  else
    cog_stream_send_fault (task->out, error);
  /* Nothing is freed: the process ends, and a large book takes its time. */
}

/* Programs that it starts end with it. */
static void
prepare_programs (const Task *task)
{
  const int closed[] = { task->out, task->in, -1 };

  if (!task->may_run_programs && !task->options.use_ocr)
    return;
  setpgid (0, 0);
  /* One that stops reading says so by itself. */
  signal (SIGPIPE, SIG_IGN);
  if (task->options.use_ocr)
    cog_servants_begin (closed);
}

/* What libraries load at the first use is loaded before files are out of reach. */
static void
prepare (const Task *task)
{
  /* Any that is translated elsewhere: the catalogue is opened for it. */
  static const char word[] = "Read";

  /* Whoever started it has gone: nobody would end it. */
  prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  setlocale (LC_ALL, "");
  cog_locale_bind ();
  gettext (word);
  xmlInitParser ();
  g_set_prgname ("cognate-reader");
  prepare_programs (task);
}

int
cog_reading_serve (int argc, char **argv, const CogServing *serving)
{
  Task task = { .in = -1, .out = -1, .asks = -1 };
  CogSource *source = NULL;
  GError *error = NULL;

  if (!read_arguments (argc, argv, &task))
    {
      g_printerr ("cognate-reader: Cognate starts this program itself.\n");
      return 2;
    }
  cog_reading_options_from_string (&task.options, task.words != NULL ? task.words : "");
  prepare (&task);
  if (!task.is_probe && task.in >= 0)
    {
      source = cog_source_new_for_fd (task.in, task.path, task.name, &error);
      if (source == NULL)
        return 3;
    }
  if (!cog_stream_send_hello (task.out, hold (&task, source)) || task.is_probe)
    return 0;
  if (source == NULL)
    source = cog_source_new_for_path (task.path, NULL, &error);
  if (source != NULL && task.asks >= 0)
    (serving != NULL && serving->draw != NULL ? serving->draw : cog_sheet_serve) (source, task.asks,
                                                                                  task.out);
  else if (source != NULL)
    {
      cog_source_set_options (source, &task.options);
      serve (&task, source, serving);
    }
  _exit (0);
}
