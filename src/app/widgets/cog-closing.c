/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-closing.h"

static GMutex mutex;
static GCond cond;
static guint n_closing; /* under the mutex */

static void
close_thread (GTask *task, gpointer source, gpointer project, GCancellable *cancellable)
{
  cog_project_close (project, NULL);
  g_mutex_lock (&mutex);
  n_closing--;
  g_cond_broadcast (&cond);
  g_mutex_unlock (&mutex);
}

void
cog_closing_start (CogProject *project)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (COG_IS_PROJECT (project));

  g_mutex_lock (&mutex);
  n_closing++;
  g_mutex_unlock (&mutex);
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, project, g_object_unref);
  g_task_run_in_thread (task, close_thread);
}

void
cog_closing_wait (void)
{
  g_mutex_lock (&mutex);
  while (n_closing > 0)
    g_cond_wait (&cond, &mutex);
  g_mutex_unlock (&mutex);
}
