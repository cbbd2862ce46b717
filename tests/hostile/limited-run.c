/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "limited-run.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Sanitizers want far more time, and addresses without limit. */
#ifdef COG_WITH_SANITIZER
#define MAX_SECONDS 200
#define MAX_ADDRESSES RLIM_INFINITY
#else
#define MAX_SECONDS 20
#define MAX_ADDRESSES ((rlim_t)2 << 30)
#endif

static void
set_limit (int what, rlim_t value)
{
  struct rlimit limit = { value, value };

  if (value != RLIM_INFINITY)
    setrlimit (what, &limit);
}

/* In the child: only what is safe after fork. */
static void
become (const char *const *argv, const char *folder, const char *out, const char *err)
{
  int in_fd = open ("/dev/null", O_RDONLY);
  int out_fd = open (out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  int err_fd = open (err, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  dup2 (in_fd, 0);
  dup2 (out_fd, 1);
  dup2 (err_fd, 2);
  set_limit (RLIMIT_AS, MAX_ADDRESSES);
  set_limit (RLIMIT_CPU, MAX_SECONDS);
  set_limit (RLIMIT_CORE, 0);
  alarm (MAX_SECONDS * 8);
  if (chdir (folder) == 0)
    execv (argv[0], (char *const *)argv);
  _exit (127);
}

static char *
take_file (const char *path)
{
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    text = g_strdup ("");
  g_unlink (path);
  return text;
}

LimitedRun *
limited_run (const char *const *argv, const char *folder)
{
  g_autofree char *out = g_strdup_printf ("%s/limited-%d.out", g_get_tmp_dir (), (int)getpid ());
  g_autofree char *err = g_strdup_printf ("%s/limited-%d.err", g_get_tmp_dir (), (int)getpid ());
  LimitedRun *run = g_new0 (LimitedRun, 1);
  gint64 begun = g_get_monotonic_time ();
  struct rusage usage = { 0 };
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    become (argv, folder, out, err);
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  run->seconds = (double)(g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
  run->memory = usage.ru_maxrss;
  run->status = WIFEXITED (status) ? WEXITSTATUS (status) : -1;
  run->signal = WIFSIGNALED (status) ? WTERMSIG (status) : 0;
  run->out = take_file (out);
  run->err = take_file (err);
  return run;
}

void
limited_run_free (LimitedRun *run)
{
  if (run == NULL)
    return;
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}
