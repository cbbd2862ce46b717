/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <glib.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Preloaded into any program that runs GLib's default main context (LD_PRELOAD), this writes to the
 * end of the file that COGNATE_LOOP_WATCH names a line for each time that the loop served nothing
 * for more than 50 ms (COGNATE_LOOP_WATCH_MS says another limit):
 *
 *   program time TAB busy TAB processor TAB wall TAB stacks
 *
 * in milliseconds. Busy is the time on the wall without that in which the thread could have run but
 * the machine had other work (proc(5), schedstat): what a person would wait for on an idle machine,
 * be it for the processor, a lock or a disk. Stacks were taken every 10 ms of it, joined by "|",
 * the frames of each, the innermost first, by ";": MODULE+OFFSET(NAME). tests/bench/loop-report
 * reads it.
 *
 * A source of the highest priority is asked first by every turn of the loop, before it waits
 * (prepare) and after (check): from check to prepare it serves. */

#define STEP 10 /* milliseconds between stacks */
#define MAX_STACKS 12
#define MAX_FRAMES 60
#define SKIPPED 2 /* the handler, and the frame that the kernel makes for it */

typedef struct
{
  gint64 wall, cpu, delay; /* nanoseconds */
} Stamp;

typedef struct
{
  int n;
  void *frames[MAX_FRAMES];
} Stack;

static struct
{
  int out, schedstat;
  gint64 limit; /* nanoseconds */
  pid_t thread; /* that runs the loop; 0: none yet */
  gint64 since; /* wall, when the turn began; 0: it waits. Atomic, as are the next three. */
  gint64 delay; /* at that time */
  int n_asked;  /* stacks asked for in this turn */
  int n_stacks; /* taken */
  Stack stacks[MAX_STACKS];
  Stamp begun;
} watch;

static gint64
get_time (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (gint64)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* How long the thread of the loop could have run, and did not. */
static gint64
get_delay (void)
{
  char text[100];
  ssize_t n = watch.schedstat >= 0 ? pread (watch.schedstat, text, sizeof text - 1, 0) : -1;
  char *second;

  if (n <= 0)
    return 0;
  text[n] = '\0';
  second = strchr (text, ' ');
  return second != NULL ? g_ascii_strtoll (second, NULL, 10) : 0;
}

static Stamp
take_stamp (void)
{
  return (Stamp){ get_time (CLOCK_MONOTONIC), get_time (CLOCK_THREAD_CPUTIME_ID), get_delay () };
}

/* --- stacks -------------------------------------------------------------------------------- */

/* In the thread of the loop, wherever it is. backtrace() was called before, and loads nothing now.
 */
static void
sample_cb (int number)
{
  int n = watch.n_stacks, saved = errno;

  if (n < MAX_STACKS)
    {
      watch.stacks[n].n = backtrace (watch.stacks[n].frames, MAX_FRAMES);
      watch.n_stacks = n + 1;
    }
  errno = saved;
}

static void *
watch_thread (void *data)
{
  const struct timespec pause = { 0, STEP * 1000000 / 4 };

  for (;;)
    {
      gint64 since;

      nanosleep (&pause, NULL);
      since = __atomic_load_n (&watch.since, __ATOMIC_ACQUIRE);
      if (since == 0 || watch.n_asked >= MAX_STACKS)
        continue;
      if (get_time (CLOCK_MONOTONIC) - since - (get_delay () - watch.delay) <
          (gint64)(watch.n_asked + 1) * STEP * 1000000)
        continue;
      watch.n_asked++;
      syscall (SYS_tgkill, getpid (), watch.thread, SIGPROF);
    }
  return NULL;
}

static void
write_frame (FILE *out, void *frame)
{
  Dl_info info;

  if (dladdr (frame, &info) == 0)
    fprintf (out, "?+%p()", frame);
  else
    fprintf (out, "%s+%#tx(%s)", info.dli_fname, (char *)frame - (char *)info.dli_fbase,
             info.dli_sname != NULL ? info.dli_sname : "");
}

static void
write_turn (Stamp from, Stamp to, gint64 busy)
{
  char *text = NULL;
  size_t size = 0;
  FILE *out = open_memstream (&text, &size);

  time_t now = time (NULL);
  char clock[20] = "";

  strftime (clock, sizeof clock, "%T", localtime (&now));
  fprintf (out, "%s %s\t%.1f\t%.1f\t%.1f\t", program_invocation_short_name, clock,
           (double)busy / 1e6, (double)(to.cpu - from.cpu) / 1e6,
           (double)(to.wall - from.wall) / 1e6);
  for (int i = 0; i < watch.n_stacks; i++)
    for (int k = SKIPPED; k < watch.stacks[i].n; k++)
      {
        fputs (k > SKIPPED ? ";" : i > 0 ? "|" : "", out);
        write_frame (out, watch.stacks[i].frames[k]);
      }
  fputc ('\n', out);
  fclose (out);
  if (write (watch.out, text, size) < 0)
    perror ("loop-watch");
  free (text);
}

/* --- the loop ------------------------------------------------------------------------------ */

static void
begin (void)
{
  char path[100];

  watch.thread = (pid_t)syscall (SYS_gettid);
  snprintf (path, sizeof path, "/proc/self/task/%d/schedstat", watch.thread);
  watch.schedstat = open (path, O_RDONLY | O_CLOEXEC);
}

/* A turn ends. */
static gboolean
prepare (GSource *source, int *timeout)
{
  *timeout = -1;
  if (watch.thread == 0)
    begin ();
  if (watch.since != 0)
    {
      Stamp now = take_stamp ();
      gint64 busy = now.wall - watch.begun.wall - (now.delay - watch.begun.delay);

      __atomic_store_n (&watch.since, 0, __ATOMIC_RELEASE);
      if (busy > watch.limit)
        write_turn (watch.begun, now, busy);
    }
  return FALSE;
}

/* A turn begins. */
static gboolean
check (GSource *source)
{
  watch.begun = take_stamp ();
  watch.n_stacks = 0;
  watch.n_asked = 0;
  watch.delay = watch.begun.delay;
  __atomic_store_n (&watch.since, watch.begun.wall, __ATOMIC_RELEASE);
  return FALSE;
}

static gboolean
dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs functions = { prepare, check, dispatch, NULL, NULL, NULL };

__attribute__ ((constructor)) static void
start (void)
{
  const char *path = getenv ("COGNATE_LOOP_WATCH"), *limit = getenv ("COGNATE_LOOP_WATCH_MS");
  struct sigaction action = { .sa_handler = sample_cb, .sa_flags = SA_RESTART };
  void *frames[4];
  GSource *source;
  pthread_t thread;

  if (path == NULL)
    return;
  watch.out = open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (watch.out < 0)
    return;
  watch.limit = (limit != NULL ? atol (limit) : 50) * 1000000L;
  backtrace (frames, G_N_ELEMENTS (frames));
  sigaction (SIGPROF, &action, NULL);
  source = g_source_new (&functions, sizeof (GSource));
  g_source_set_static_name (source, "loop-watch");
  g_source_set_priority (source, G_MININT);
  g_source_attach (source, NULL);
  g_source_unref (source);
  pthread_create (&thread, NULL, watch_thread, NULL);
  pthread_detach (thread);
}
