/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-keeper.h"

#include "cog-memory-fill.h"

/* After an edit; while a person types, each of them puts it off no further than so often. */
#define PAUSE_MS 1000

struct _CogMemoryKeeper
{
  GObject parent_instance;
  CogProject *project;
  GHashTable *waiting; /* ids of units that changed */
  gboolean is_all;     /* the structure did: any unit may have */
  gboolean is_busy;
  guint timer;
};

G_DEFINE_FINAL_TYPE (CogMemoryKeeper, cog_memory_keeper, G_TYPE_OBJECT)

typedef struct
{
  CogProject *project;
  char **units; /* (nullable): all */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->project);
  g_strfreev (job->units);
  g_free (job);
}

static void
fill_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;
  CogMemory *memory = cog_memory_get_default (&error);

  if (memory != NULL && cog_memory_fill (job->project, memory, (const char *const *)job->units,
                                         NULL, cancellable, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What waits. (transfer full) */
static Job *
take_job (CogMemoryKeeper *self)
{
  Job *job = g_new0 (Job, 1);
  GHashTableIter iter;
  gpointer id;
  guint n = 0;

  job->project = g_object_ref (self->project);
  if (!self->is_all)
    {
      job->units = g_new0 (char *, g_hash_table_size (self->waiting) + 1);
      g_hash_table_iter_init (&iter, self->waiting);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        job->units[n++] = g_strdup (id);
    }
  g_hash_table_remove_all (self->waiting);
  self->is_all = FALSE;
  return job;
}

static gboolean
has_work (CogMemoryKeeper *self)
{
  return self->is_all || g_hash_table_size (self->waiting) > 0;
}

static void wait_a_little (CogMemoryKeeper *self);

static void
filled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogMemoryKeeper *self = COG_MEMORY_KEEPER (object);
  g_autoptr (GError) error = NULL;

  self->is_busy = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("The translation memory was not filled: %s", error->message);
  if (has_work (self))
    wait_a_little (self);
}

static gboolean
fill_cb (gpointer user_data)
{
  CogMemoryKeeper *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->timer = 0;
  if (self->is_busy || !has_work (self))
    return G_SOURCE_REMOVE;
  self->is_busy = TRUE;
  task = g_task_new (self, NULL, filled_cb, NULL);
  g_task_set_task_data (task, take_job (self), job_free);
  g_task_run_in_thread (task, fill_in_thread);
  return G_SOURCE_REMOVE;
}

static void
wait_a_little (CogMemoryKeeper *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (PAUSE_MS, fill_cb, self);
}

static void
changed_cb (CogProject *project, const char *const *units, CogMemoryKeeper *self)
{
  self->is_all = self->is_all || units == NULL;
  for (guint i = 0; units != NULL && units[i] != NULL; i++)
    g_hash_table_add (self->waiting, g_strdup (units[i]));
  wait_a_little (self);
}

static void
cog_memory_keeper_dispose (GObject *object)
{
  CogMemoryKeeper *self = COG_MEMORY_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->project != NULL && has_work (self))
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_set_task_data (task, take_job (self), job_free);
      g_task_run_in_thread (task, fill_in_thread);
    }
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_memory_keeper_parent_class)->dispose (object);
}

static void
cog_memory_keeper_finalize (GObject *object)
{
  CogMemoryKeeper *self = COG_MEMORY_KEEPER (object);

  g_hash_table_unref (self->waiting);
  G_OBJECT_CLASS (cog_memory_keeper_parent_class)->finalize (object);
}

static void
cog_memory_keeper_class_init (CogMemoryKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_memory_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_memory_keeper_finalize;
}

static void
cog_memory_keeper_init (CogMemoryKeeper *self)
{
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

CogMemoryKeeper *
cog_memory_keeper_new (CogProject *project)
{
  CogMemoryKeeper *self;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  self = g_object_new (COG_TYPE_MEMORY_KEEPER, NULL);
  self->project = g_object_ref (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (changed_cb), self, 0);
  return self;
}
