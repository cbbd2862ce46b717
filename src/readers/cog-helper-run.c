/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-helper-run.h"

#include "cog-error.h"
#include "cog-xml.h"

#include <glib/gi18n-lib.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#define MAX_FILE (1024l << 20) /* bytes that it may write into one file */
#define MAX_SAID 300           /* bytes of its complaint that are told */

typedef struct
{
  GMainContext *context;
  GSubprocess *process;
  GAsyncResult *result;
  gboolean is_late;
} Run;

/* Between fork and exec: only what is safe there. */
static void
set_up_child (gpointer data)
{
  rlim_t seconds = GPOINTER_TO_UINT (data);
  struct rlimit time = { seconds, seconds };
  struct rlimit size = { MAX_FILE, MAX_FILE };
  struct rlimit core = { 0, 0 };

  /* A group of its own, so that what it begins ends with it. */
  setpgid (0, 0);
  /* Nobody waits for it any more. */
  prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  setrlimit (RLIMIT_CPU, &time);
  setrlimit (RLIMIT_FSIZE, &size);
  setrlimit (RLIMIT_CORE, &core);
  /* A network of its own, in which nobody is. Not every kernel lets us: the programs are also asked
   * not to look for anything. */
  if (unshare (CLONE_NEWUSER | CLONE_NEWNET) != 0)
    return;
}

static void
end_all (Run *run)
{
  const char *id = g_subprocess_get_identifier (run->process);
  pid_t pid = id != NULL ? (pid_t)g_ascii_strtoll (id, NULL, 10) : 0;

  if (pid > 1)
    kill (-pid, SIGKILL);
  g_subprocess_force_exit (run->process);
}

static gboolean
late_cb (gpointer user_data)
{
  Run *run = user_data;

  run->is_late = TRUE;
  end_all (run);
  return G_SOURCE_REMOVE;
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ((Run *)user_data)->result = g_object_ref (result);
}

static GSubprocess *
start (
    const char *const *argv, guint seconds, const char *folder, gboolean has_input, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE |
      (has_input ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE));

  g_subprocess_launcher_set_child_setup (launcher, set_up_child, GUINT_TO_POINTER (seconds), NULL);
  if (folder != NULL)
    {
      g_subprocess_launcher_set_cwd (launcher, folder);
      g_subprocess_launcher_setenv (launcher, "HOME", folder, TRUE);
      g_subprocess_launcher_setenv (launcher, "TMPDIR", folder, TRUE);
    }
  /* Tesseract's threads wait for each other most of the time: one is many times faster. */
  g_subprocess_launcher_setenv (launcher, "OMP_THREAD_LIMIT", "1", TRUE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "DBUS_SESSION_BUS_ADDRESS");
  return g_subprocess_launcher_spawnv (launcher, argv, error);
}

static gboolean
finish (Run *run, const char *program, GBytes **output, GError **error)
{
  g_autoptr (GBytes) said = NULL;
  g_autoptr (GBytes) complaint = NULL;
  gsize size;
  const char *words;
  g_autofree char *shown = NULL;
  g_autofree char *folded = NULL;

  if (!g_subprocess_communicate_finish (run->process, run->result, &said, &complaint, error))
    return FALSE;
  if (run->is_late)
    {
      /* Translators: the name of a program. */
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE, _ ("%s took too long and was stopped."),
                   program);
      return FALSE;
    }
  if (g_subprocess_get_successful (run->process))
    {
      if (output != NULL)
        *output = g_steal_pointer (&said);
      return TRUE;
    }
  words = g_bytes_get_data (complaint, &size);
  shown = g_utf8_make_valid (words != NULL ? words : "", (gssize)MIN (size, MAX_SAID));
  folded = cog_xml_fold_space (shown);
  /* Translators: 1 is the name of a program, 2 is what that program said. */
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%1$s could not read it: %2$s."), program,
               folded);
  return FALSE;
}

static gboolean
run_in_context (Run *run,
                const char *program,
                GBytes *input,
                guint seconds,
                GBytes **output,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GSource) watch = g_timeout_source_new_seconds (seconds);
  gboolean ok;

  g_source_set_callback (watch, late_cb, run, NULL);
  g_source_attach (watch, run->context);
  g_subprocess_communicate_async (run->process, input, cancellable, done_cb, run);
  while (run->result == NULL)
    g_main_context_iteration (run->context, TRUE);
  g_source_destroy (watch);
  ok = finish (run, program, output, error);
  /* Cancelled or not: nothing of it stays behind. */
  end_all (run);
  g_clear_object (&run->result);
  return ok;
}

gboolean
cog_helper_run (const char *const *argv,
                GBytes *input,
                guint seconds,
                const char *folder,
                GBytes **output,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *path = g_find_program_in_path (argv[0]);
  Run run = { NULL };
  gboolean ok;

  if (path == NULL)
    {
      /* Translators: the name of a program. */
      g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                   _ ("It can be read where %s is installed, and here it is not."), argv[0]);
      return FALSE;
    }
  run.context = g_main_context_new ();
  g_main_context_push_thread_default (run.context);
  run.process = start (argv, seconds, folder, input != NULL, error);
  ok = run.process != NULL &&
       run_in_context (&run, argv[0], input, seconds, output, cancellable, error);
  g_clear_object (&run.process);
  g_main_context_pop_thread_default (run.context);
  g_main_context_unref (run.context);
  return ok;
}
