/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-servants.h"

#include "cog-confinement.h"
#include "cog-recognizer.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#define MAX_SERVANTS 4
#define MEMORY ((guint64)1 << 30) /* of each; a page takes a tenth of it */
#define SECONDS 3600              /* of the processor: its own, which does next to nothing */

typedef struct
{
  int tasks[2], answers[2]; /* pipes: the end that is read, the one that is written */
} Servant;

static gboolean
make_pipes (Servant *servant)
{
  if (pipe2 (servant->tasks, O_CLOEXEC) != 0)
    return FALSE;
  if (pipe2 (servant->answers, O_CLOEXEC) == 0)
    return TRUE;
  close (servant->tasks[0]);
  close (servant->tasks[1]);
  return FALSE;
}

static void
hold (void)
{
  g_autofree char *program = cog_recognizer_dup_program ();
  /* Where a person keeps data of their own. */
  const char *const readable[] = { g_getenv ("TESSDATA_PREFIX"), NULL };
  const CogConfinement confinement = {
    .readable = readable, .program = program, .memory = MEMORY, .seconds = SECONDS
  };

  if (program == NULL)
    _exit (0);
  cog_confinement_hold (&confinement);
}

/* Ends when nobody is there to be answered. The parent's death signal would not come: Landlock lets
 * no signal out of the process that it holds, not even its last. */
static gpointer
watch (gpointer data)
{
  struct pollfd polled = { GPOINTER_TO_INT (data), 0, 0 };

  while (poll (&polled, 1, -1) <= 0 || (polled.revents & (POLLERR | POLLHUP)) == 0)
    ;
  _exit (0);
}

/* Never returns. others: pipes of the servants before it. */
static void
live (const Servant *servant, const int *closed, const int (*others)[2], guint n_others)
{
  for (guint i = 0; closed[i] >= 0; i++)
    close (closed[i]);
  for (guint i = 0; i < n_others; i++)
    {
      close (others[i][0]);
      close (others[i][1]);
    }
  close (servant->tasks[1]);
  close (servant->answers[0]);
  hold ();
  g_thread_unref (g_thread_new ("watch", watch, GINT_TO_POINTER (servant->answers[1])));
  cog_recognizer_serve (servant->tasks[0], servant->answers[1]);
  _exit (0);
}

void
cog_servants_begin (const int *closed)
{
  int pipes[MAX_SERVANTS][2];
  guint n = CLAMP (g_get_num_processors (), 1, MAX_SERVANTS), n_begun = 0;

  g_return_if_fail (closed != NULL);

  if (!cog_recognizer_is_installed ())
    return;
  /* One that has ended says so by itself. */
  signal (SIGPIPE, SIG_IGN);
  for (guint i = 0; i < n; i++)
    {
      Servant servant;
      pid_t child;

      if (!make_pipes (&servant))
        break;
      child = fork ();
      if (child == 0)
        live (&servant, closed, (const int (*)[2])pipes, n_begun);
      close (servant.tasks[0]);
      close (servant.answers[1]);
      if (child < 0)
        {
          close (servant.tasks[1]);
          close (servant.answers[0]);
          break;
        }
      pipes[n_begun][0] = servant.answers[0];
      pipes[n_begun++][1] = servant.tasks[1];
    }
  if (n_begun > 0)
    cog_recognizer_use_servants ((const int (*)[2])pipes, n_begun);
}
