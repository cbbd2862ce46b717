/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-helper-run.h"
#include "cog-reading-serve.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <unistd.h>

/* A helper whose reader does what a parser does that a file has taken over: the first word of the
 * file says which. What it could do is the title of the book that it answers with. */

static CogBook *
make_book (const char *title)
{
  CogBook *book = cog_book_new ();
  CogSection *section = cog_section_new ("s", title);
  xmlNode *root = cog_section_make_content (section);
  xmlNode *paragraph = cog_xml_add (root, "p", title);

  cog_xml_set (paragraph, "id", "p");
  book->credit->title = g_strdup (title);
  g_ptr_array_add (book->sections, section);
  return book;
}

static CogBook *
make_answer (gboolean could)
{
  return make_book (could ? "done" : g_strerror (errno));
}

static CogBook *
open_file (const char *path, int flags)
{
  int fd = open (path, flags, 0600);

  return make_answer (fd >= 0);
}

static void *
run_thread (void *data)
{
  return data;
}

static CogBook *
make_thread (void)
{
  pthread_t thread;

  errno = pthread_create (&thread, NULL, run_thread, NULL);
  if (errno == 0)
    pthread_join (thread, NULL);
  return make_answer (errno == 0);
}

/* As the readers do that need one. */
static CogBook *
run_program (const char *script)
{
  const char *const argv[] = { "/bin/sh", "-c", script, NULL };
  g_autoptr (GBytes) out = NULL;
  g_autofree char *text = NULL;

  if (!cog_helper_run (argv, NULL, 20, NULL, &out, NULL, NULL))
    return make_book ("no program");
  text = g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
  return make_book (g_strstrip (text)[0] != '\0' ? text : "silent");
}

static void
eat (void)
{
  for (;;)
    memset (g_malloc (16 << 20), 1, 16 << 20);
}

static void
talk (CogSource *source, CogReport *report, const CogProgress *progress)
{
  static const CogFindingKind kind = { "naughty-found", COG_SEVERITY_WARNING, TRUE, "“%1” again.",
                                       COG_EFFECT_SIMPLIFIED };

  for (guint i = 0; i < 3; i++)
    cog_report_add (report, &kind, "line 1", "it", NULL);
  if (cog_source_get_options (source)->tracked_changes == COG_TRACKED_CHANGES_REJECT)
    cog_report_add (report, &kind, "line 1", "back", NULL);
  cog_progress_tell (progress, .25, "A quarter");
  cog_progress_tell (progress, .5, "A half");
}

static CogBook *
misbehave (const char *what, const char *argument)
{
  if (g_str_equal (what, "crash"))
    raise (SIGSEGV);
  if (g_str_equal (what, "hang"))
    for (;;)
      pause ();
  if (g_str_equal (what, "spin"))
    for (volatile guint i = 0;; i++)
      ;
  if (g_str_equal (what, "eat"))
    eat ();
  if (g_str_equal (what, "trace"))
    return make_answer (ptrace (PTRACE_TRACEME, 0, NULL, NULL) == 0);
  if (g_str_equal (what, "write"))
    return open_file (argument, O_WRONLY | O_CREAT);
  if (g_str_equal (what, "read"))
    return open_file (argument, O_RDONLY);
  if (g_str_equal (what, "remove"))
    return make_answer (g_unlink (argument) == 0);
  if (g_str_equal (what, "socket"))
    return make_answer (socket (AF_INET, SOCK_STREAM, 0) >= 0);
  if (g_str_equal (what, "kill"))
    return make_answer (kill (getppid (), 0) == 0);
  if (g_str_equal (what, "thread"))
    return make_thread ();
  if (g_str_equal (what, "program") || g_str_equal (what, "programs"))
    return run_program (argument);
  return make_book (what);
}

static CogBook *
read_naughty (CogSource *source,
              CogReport *report,
              const CogProgress *progress,
              const CogReader **used,
              GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (cog_source_get_bytes (source), &size);
  g_autofree char *text = g_strndup (data, size);
  g_auto (GStrv) words = g_strsplit (g_strstrip (text), " ", 2);

  talk (source, report, progress);
  if (g_str_equal (words[0], "refuse"))
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_ENCRYPTED, "It is locked.");
      return NULL;
    }
  return misbehave (words[0], words[1] != NULL ? words[1] : "");
}

static gboolean
needs_programs (CogSource *source)
{
  gsize size;
  const char *data = g_bytes_get_data (cog_source_get_bytes (source), &size);

  return size > 9 && memcmp (data, "programs ", 9) == 0;
}

int
main (int argc, char *argv[])
{
  const CogServing serving = { needs_programs, read_naughty };

  return cog_reading_serve (argc, argv, &serving);
}
