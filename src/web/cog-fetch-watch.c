/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-fetch-private.h"

#define STEP 4096 /* bytes that count as coming on */

/* libsoup's own time limit begins anew with each byte: who sends one every few seconds would hold
 * a thread for ever. */
struct _CogFetchWatch
{
  GMutex mutex;
  GCond cond;
  GThread *thread;
  GCancellable *stop;
  GCancellable *asked; /* (nullable) */
  gulong handler;
  gint64 patience; /* microseconds */
  gint64 due;      /* monotonic microseconds: when it is too slow */
  gint64 end;      /* when it is too long */
  guint64 came;
  gboolean is_over, was_slow;
};

static gpointer
watch_thread (gpointer data)
{
  CogFetchWatch *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->is_over && g_get_monotonic_time () < MIN (self->due, self->end))
    g_cond_wait_until (&self->cond, &self->mutex, MIN (self->due, self->end));
  self->was_slow = !self->is_over;
  g_mutex_unlock (&self->mutex);
  if (self->was_slow)
    g_cancellable_cancel (self->stop);
  return NULL;
}

static void
cancelled_cb (GCancellable *asked, gpointer stop)
{
  g_cancellable_cancel (stop);
}

CogFetchWatch *
cog_fetch_watch_new (const CogFetchLimits *limits, GCancellable *cancellable)
{
  CogFetchWatch *self = g_new0 (CogFetchWatch, 1);
  gint64 now = g_get_monotonic_time ();

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->stop = g_cancellable_new ();
  self->patience = (gint64)limits->patience * 1000;
  self->due = now + self->patience;
  self->end = now + (gint64)limits->longest * 1000;
  if (cancellable != NULL)
    {
      self->asked = g_object_ref (cancellable);
      self->handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                             g_object_ref (self->stop), g_object_unref);
    }
  self->thread = g_thread_new ("fetch-watch", watch_thread, self);
  return self;
}

void
cog_fetch_watch_free (CogFetchWatch *watch)
{
  if (watch == NULL)
    return;
  if (watch->asked != NULL)
    g_cancellable_disconnect (watch->asked, watch->handler);
  g_mutex_lock (&watch->mutex);
  watch->is_over = TRUE;
  g_cond_signal (&watch->cond);
  g_mutex_unlock (&watch->mutex);
  g_thread_join (watch->thread);
  g_clear_object (&watch->asked);
  g_clear_object (&watch->stop);
  g_mutex_clear (&watch->mutex);
  g_cond_clear (&watch->cond);
  g_free (watch);
}

GCancellable *
cog_fetch_watch_get_stop (CogFetchWatch *watch)
{
  return watch->stop;
}

void
cog_fetch_watch_came (CogFetchWatch *watch, guint64 bytes)
{
  g_mutex_lock (&watch->mutex);
  if (watch->came == 0 || bytes - watch->came >= STEP)
    {
      watch->came = bytes;
      watch->due = g_get_monotonic_time () + watch->patience;
    }
  g_mutex_unlock (&watch->mutex);
}

gboolean
cog_fetch_watch_was_slow (CogFetchWatch *watch)
{
  gboolean was_slow;

  g_mutex_lock (&watch->mutex);
  was_slow = watch->was_slow;
  g_mutex_unlock (&watch->mutex);
  return was_slow && !(watch->asked != NULL && g_cancellable_is_cancelled (watch->asked));
}
