/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-apertium-run.h"

#include "cog-error.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#define CHUNK 65536

/* Between fork and exec: only what is safe there. */
static void
set_up_child (gpointer data)
{
  /* A group of its own, so that what it begins ends with it; and nobody waits for it any more when
   * Cognate is gone. */
  setpgid (0, 0);
  prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
}

static void
end_all (GSubprocess *process)
{
  const char *id = g_subprocess_get_identifier (process);
  pid_t pid = id != NULL ? (pid_t)g_ascii_strtoll (id, NULL, 10) : 0;

  if (pid > 1)
    kill (-pid, SIGKILL);
  g_subprocess_force_exit (process);
}

/* From a file without a name: a pipe would fill up while nobody reads what comes out. Descriptor,
 * or -1. */
static int
open_input (const char *input, GError **error)
{
  g_autofree char *path = NULL;
  gsize length = strlen (input);
  gsize done = 0;
  int fd = g_file_open_tmp ("cognate-XXXXXX", &path, error);

  if (fd < 0)
    return -1;
  g_unlink (path);
  while (done < length)
    {
      gssize n = write (fd, input + done, length - done);

      if (n <= 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                               _ ("There is no room for temporary files on this computer."));
          close (fd);
          return -1;
        }
      done += (gsize)n;
    }
  lseek (fd, 0, SEEK_SET);
  return fd;
}

static GSubprocess *
start (const char *const *argv, const char *input, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *path = g_find_program_in_path (argv[0]);

  if (path == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                   /* Translators: the name of a program. */
                   _ ("%s is not installed on this computer."), argv[0]);
      return NULL;
    }
  if (input != NULL)
    {
      int fd = open_input (input, error);

      if (fd < 0)
        return NULL;
      g_subprocess_launcher_take_stdin_fd (launcher, fd);
    }
  g_subprocess_launcher_set_child_setup (launcher, set_up_child, NULL, NULL);
  return g_subprocess_launcher_spawnv (launcher, argv, error);
}

static gboolean
set_bound_error (const char *program, GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
               /* Translators: the name of a program. */
               _ ("%s took too long, or said too much, and was stopped."), program);
  return FALSE;
}

/* FALSE: not in time, or cancelled, with the error set. */
static gboolean
wait_for (GInputStream *in, const char *program, gint64 end, GCancellable *stop, GError **error)
{
  GPollFD fds[2] = { { g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (in)), G_IO_IN, 0 } };
  gboolean can_stop = stop != NULL && g_cancellable_make_pollfd (stop, &fds[1]);
  gint64 left = (end - g_get_monotonic_time ()) / 1000;
  int n = left > 0 ? g_poll (fds, can_stop ? 2 : 1, (gint)MIN (left, G_MAXINT)) : 0;

  if (can_stop)
    g_cancellable_release_fd (stop);
  if (g_cancellable_set_error_if_cancelled (stop, error))
    return FALSE;
  return n != 0 || set_bound_error (program, error);
}

static gboolean
read_all (GInputStream *in,
          GByteArray *bytes,
          const char *program,
          guint seconds,
          gsize most,
          GCancellable *cancellable,
          GError **error)
{
  gint64 end = g_get_monotonic_time () + (gint64)seconds * G_USEC_PER_SEC;
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  for (;;)
    {
      gssize n;

      if (!wait_for (in, program, end, cancellable, error))
        return FALSE;
      n = g_input_stream_read (in, chunk, CHUNK, cancellable, error);
      if (n < 0)
        return FALSE;
      if (n == 0)
        return TRUE;
      if (bytes->len + (gsize)n > most)
        return set_bound_error (program, error);
      g_byte_array_append (bytes, chunk, (guint)n);
    }
}

GBytes *
cog_apertium_run (const char *const *argv,
                  const char *input,
                  guint seconds,
                  gsize most,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GSubprocess) process = start (argv, input, error);
  gboolean ok;

  if (process == NULL)
    return NULL;
  ok = read_all (g_subprocess_get_stdout_pipe (process), bytes, argv[0], seconds, most, cancellable,
                 error);
  if (!ok)
    end_all (process);
  /* It closed its output: it has nothing more to do. */
  g_subprocess_wait (process, NULL, NULL);
  if (!ok)
    return NULL;
  if (g_subprocess_get_successful (process))
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: the name of a program. */
               _ ("%s gave up. Look whether it is installed whole, with its languages."), argv[0]);
  return NULL;
}
