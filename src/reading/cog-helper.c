/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-helper.h"

#include "cog-descriptor.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define PIPE_SIZE (1 << 20) /* bytes: as much as anybody may ask for */
#define IN_HELPER 3         /* what its open files are called there */
#define OUT_HELPER 4
#define ASKS_HELPER 5

struct _CogHelper
{
  GPid pid;
  int fd;
  int asks; /* -1: it is asked nothing */
  CogFrameHead head;
  gsize n_head;  /* bytes of it that have come */
  guint8 *frame; /* (nullable) */
  gsize n_frame;
};

/* An open file with the source's bytes; -1 for a folder. The caller closes it where is_own. */
static gboolean
open_source (CogSource *source, int *fd, gboolean *is_own, GError **error)
{
  gsize size;
  const char *data;

  *is_own = FALSE;
  *fd = source != NULL ? cog_source_get_fd (source) : -1;
  if (source == NULL || cog_source_is_folder (source) || *fd >= 0)
    return TRUE;
  data = g_bytes_get_data (cog_source_get_bytes (source), &size);
  *fd = memfd_create ("cognate-source", MFD_CLOEXEC);
  *is_own = TRUE;
  if (*fd >= 0 && cog_descriptor_write_all (*fd, data, size))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  if (*fd >= 0)
    close (*fd);
  return FALSE;
}

static char **
dup_environment (const char *work)
{
  static const char *const names[] = { "HOME",           "TMPDIR",          "XDG_RUNTIME_DIR",
                                       "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME" };
  char **environment = g_get_environ ();

  for (gsize i = 0; work != NULL && i < G_N_ELEMENTS (names); i++)
    environment = g_environ_setenv (environment, names[i], work, TRUE);
  return environment;
}

static gboolean
start (CogHelper *self, char **argv, int in, int out, int asks, const char *work, GError **error)
{
  const int sources[] = { out, in, asks };
  const int targets[] = { OUT_HELPER, IN_HELPER, ASKS_HELPER };
  g_auto (GStrv) environment = dup_environment (work);

  /* The folder is "/", so that it holds none that somebody wants to unmount. */
  return g_spawn_async_with_pipes_and_fds ("/", (const char *const *)argv,
                                           (const char *const *)environment,
                                           G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL,
                                           NULL, NULL, -1, -1, -1, sources, targets,
                                           asks >= 0 ? 3
                                           : in >= 0 ? 2
                                                     : 1,
                                           &self->pid, NULL, NULL, NULL, error);
}

static void
add_file (GPtrArray *argv, const char *name, int number)
{
  g_ptr_array_add (argv, g_strdup_printf ("--%s=%d", name, number));
}

/* asks: the end of the helper's; -1: none. */
static CogHelper *
make (GPtrArray *argv, CogSource *source, int asks, const char *work, GError **error)
{
  g_autoptr (CogHelper) self = g_new0 (CogHelper, 1);
  int in, ends[2];
  gboolean is_own, ok;

  self->fd = self->asks = -1;
  if (!open_source (source, &in, &is_own, error))
    return NULL;
  ok = g_unix_open_pipe (ends, FD_CLOEXEC, error);
  if (ok)
    {
      add_file (argv, "out", OUT_HELPER);
      if (in >= 0)
        add_file (argv, "in", IN_HELPER);
      if (asks >= 0)
        add_file (argv, "asks", ASKS_HELPER);
      g_ptr_array_add (argv, NULL);
      self->fd = ends[0];
      fcntl (self->fd, F_SETPIPE_SZ, PIPE_SIZE);
      ok = g_unix_set_fd_nonblocking (self->fd, TRUE, error) &&
           start (self, (char **)argv->pdata, in, ends[1], asks, work, error);
      close (ends[1]);
    }
  if (is_own)
    close (in);
  return ok ? g_steal_pointer (&self) : NULL;
}

CogHelper *
cog_helper_new (GPtrArray *argv, CogSource *source, const char *work, GError **error)
{
  return make (argv, source, -1, work, error);
}

CogHelper *
cog_helper_new_asked (GPtrArray *argv, CogSource *source, GError **error)
{
  CogHelper *self;
  int ends[2];

  /* A pipe whose reader has died would end this process, too. */
  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }
  self = make (argv, source, ends[1], NULL, error);
  close (ends[1]);
  if (self != NULL)
    self->asks = ends[0];
  else
    close (ends[0]);
  return self;
}

gboolean
cog_helper_ask (CogHelper *self, const void *data, gsize size)
{
  gssize n;

  do
    n = send (self->asks, data, size, MSG_NOSIGNAL);
  while (n < 0 && errno == EINTR);
  return n == (gssize)size;
}

void
cog_helper_free (CogHelper *self)
{
  int status = 0;

  if (self == NULL)
    return;
  if (self->pid > 0)
    {
      /* With the programs that it started, where it may. */
      kill (-self->pid, SIGKILL);
      kill (self->pid, SIGKILL);
      while (waitpid (self->pid, &status, 0) < 0 && errno == EINTR)
        ;
      if (WIFSIGNALED (status) && WTERMSIG (status) != SIGKILL)
        g_debug ("The helper that reads ended by signal %d", WTERMSIG (status));
      g_spawn_close_pid (self->pid);
    }
  if (self->fd >= 0)
    close (self->fd);
  if (self->asks >= 0)
    close (self->asks);
  g_free (self->frame);
  g_free (self);
}

typedef enum
{
  STEP_WAIT,  /* nothing to read now */
  STEP_AGAIN, /* something was read */
  STEP_END,
} Step;

static Step
read_some (CogHelper *self, void *into, gsize wanted, gsize *n)
{
  gssize got = read (self->fd, into, wanted);

  if (got > 0)
    {
      *n += (gsize)got;
      return STEP_AGAIN;
    }
  if (got < 0 && (errno == EAGAIN || errno == EINTR))
    return errno == EINTR ? STEP_AGAIN : STEP_WAIT;
  return STEP_END;
}

/* More of a head, or of what it announced; frame is set when it is whole. */
static Step
step (CogHelper *self, CogHelperExpects expects, gpointer user_data, GBytes **frame)
{
  if (self->n_head < sizeof self->head)
    {
      Step got = read_some (self, (char *)&self->head + self->n_head,
                            sizeof self->head - self->n_head, &self->n_head);

      if (self->n_head < sizeof self->head)
        return got;
      if (self->head.reserved != 0 || !expects (&self->head, user_data))
        return STEP_END;
      self->frame = g_try_malloc (MAX (self->head.length, 1));
      self->n_frame = 0;
      if (self->frame == NULL)
        return STEP_END;
    }
  if (self->n_frame < self->head.length)
    {
      Step got = read_some (self, self->frame + self->n_frame, self->head.length - self->n_frame,
                            &self->n_frame);

      if (self->n_frame < self->head.length)
        return got;
    }
  *frame = g_bytes_new_take (g_steal_pointer (&self->frame), self->head.length);
  self->n_head = 0;
  return STEP_AGAIN;
}

/* FALSE: nothing came until the deadline, or it was cancelled. */
static gboolean
wait_for_more (CogHelper *self, gint64 deadline, GCancellable *cancellable)
{
  GPollFD polled[2] = { { self->fd, G_IO_IN | G_IO_HUP | G_IO_ERR, 0 } };
  gint64 left = (deadline - g_get_monotonic_time ()) / 1000;
  gboolean has_cancel = g_cancellable_make_pollfd (cancellable, &polled[1]);
  gboolean ok = left > 0 && g_poll (polled, has_cancel ? 2 : 1, (int)MIN (left, G_MAXINT)) != 0;

  if (has_cancel)
    g_cancellable_release_fd (cancellable);
  return ok;
}

CogHelperEnd
cog_helper_next (CogHelper *self,
                 CogHelperExpects expects,
                 gpointer user_data,
                 gint64 deadline,
                 GCancellable *cancellable,
                 guint32 *kind,
                 GBytes **bytes)
{
  *bytes = NULL;
  while (*bytes == NULL)
    {
      Step next;

      if (g_cancellable_is_cancelled (cancellable))
        return COG_HELPER_CANCELLED;
      next = step (self, expects, user_data, bytes);
      if (next == STEP_END)
        return COG_HELPER_STOPPED;
      if (next == STEP_WAIT && !wait_for_more (self, deadline, cancellable) &&
          !g_cancellable_is_cancelled (cancellable))
        return COG_HELPER_LATE;
      /* Somebody who never stops talking never waits. */
      if (g_get_monotonic_time () > deadline)
        {
          g_clear_pointer (bytes, g_bytes_unref);
          return COG_HELPER_LATE;
        }
    }
  *kind = self->head.kind;
  return COG_HELPER_ANSWERED;
}

static gboolean
expects_cb (const CogFrameHead *head, gpointer receiver)
{
  return cog_receiver_expects (receiver, head);
}

CogHelperEnd
cog_helper_listen (CogHelper *self,
                   CogReceiver *receiver,
                   gboolean only_greeting,
                   gint64 deadline,
                   guint patience,
                   GCancellable *cancellable,
                   CogReceived *received)
{
  *received = COG_RECEIVED_MORE;
  while (*received == COG_RECEIVED_MORE && !(only_greeting && cog_receiver_has_greeted (receiver)))
    {
      g_autoptr (GBytes) bytes = NULL;
      guint32 kind;
      CogHelperEnd end =
          cog_helper_next (self, expects_cb, receiver, deadline, cancellable, &kind, &bytes);

      if (end != COG_HELPER_ANSWERED)
        return end;
      *received = cog_receiver_take (receiver, kind, bytes);
      if (patience > 0)
        deadline = MAX (deadline, g_get_monotonic_time () + patience * G_USEC_PER_SEC);
    }
  return COG_HELPER_ANSWERED;
}
