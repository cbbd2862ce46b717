/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-finder.h"

#define REST 250 /* milliseconds after an edit, before it is searched again */

typedef struct
{
  char *unit; /* NULL: none */
  gboolean in_source;
  guint start;    /* the hit there, or the first one behind */
  guint position; /* where there is none in that unit any more */
  gboolean is_shown;
} Kept;

struct _CogFinder
{
  GObject parent_instance;
  CogUnitIndex *index;
  CogSearchQuery query; /* owns its strings */
  GListStore *items;
  GPtrArray *hits;      /* the items that are one, borrowed from the list */
  GHashTable *sections; /* id → place in the outline from 1; NULL: to be read */
  GHashTable *titles;
  GCancellable *cancellable;
  CogSearchResult result;
  char *fault;
  guint current; /* 1 … */
  Kept kept;     /* the hit in hand, while it is searched again */
  guint timer;
  gboolean is_busy, is_again;
};

enum
{
  CHANGED,
  CURRENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogFinder, cog_finder, G_TYPE_OBJECT)

/* What a thread works with: a copy of its own. */
typedef struct
{
  CogUnitIndex *index;
  CogSearchQuery query;
  char *wanted, *replacement;
  CogSearchResult result;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->index);
  g_free (job->wanted);
  g_free (job->replacement);
  g_free (job);
}

typedef struct
{
  GTask *task;
  GPtrArray *hits;
} Batch;

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_object_unref (batch->task);
  g_clear_pointer (&batch->hits, g_ptr_array_unref);
  g_free (batch);
}

static void
keep (CogFinder *self, guint from)
{
  const CogHit *hit = cog_finder_get_hit (self);

  g_clear_pointer (&self->kept.unit, g_free);
  if (hit == NULL)
    return;
  self->kept = (Kept){ g_strdup (hit->unit), hit->in_source, from, self->current, FALSE };
}

static void
forget (CogFinder *self)
{
  g_clear_pointer (&self->kept.unit, g_free);
}

static void
clear (CogFinder *self)
{
  g_ptr_array_set_size (self->hits, 0);
  g_list_store_remove_all (self->items);
  self->current = 0;
}

/* A search that goes on anew keeps what stands there until there is something else to show. */
static void
begin_results (CogFinder *self)
{
  if (!self->is_again)
    return;
  self->is_again = FALSE;
  clear (self);
}

static void
find_kept (CogFinder *self, const CogHit *hit)
{
  if (self->kept.unit == NULL || self->current > 0 || hit->in_source != self->kept.in_source ||
      !g_str_equal (hit->unit, self->kept.unit))
    return;
  if (hit->start >= self->kept.start)
    self->current = self->hits->len;
  else
    self->kept.position = self->hits->len + 1;
}

static gboolean
batch_cb (gpointer user_data)
{
  Batch *batch = user_data;
  CogFinder *self = g_task_get_source_object (batch->task);
  g_autoptr (GPtrArray) items = NULL;
  const CogHit *first = g_ptr_array_index (batch->hits, 0);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (batch->task)))
    return G_SOURCE_REMOVE;
  begin_results (self);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (items,
                   cog_found_item_new_section (g_hash_table_lookup (self->titles, first->section),
                                               batch->hits->len));
  while (batch->hits->len > 0)
    {
      CogHit *hit = g_ptr_array_steal_index (batch->hits, 0);
      CogFoundItem *item = cog_found_item_new_hit (hit);

      g_ptr_array_add (items, item);
      g_ptr_array_add (self->hits, item);
      find_kept (self, hit);
    }
  g_list_store_splice (self->items, g_list_model_get_n_items (G_LIST_MODEL (self->items)), 0,
                       items->pdata, items->len);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
found_cb (GPtrArray *hits, gpointer user_data)
{
  Batch *batch = g_new0 (Batch, 1);

  batch->task = g_object_ref (user_data);
  batch->hits = hits;
  /* Of the task's own priority: all are there when it is done. */
  g_idle_add_full (G_PRIORITY_DEFAULT, batch_cb, batch, batch_free);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (cog_search_run (job->index, &job->query, found_cb, task, &job->result, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
searched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogFinder *self = COG_FINDER (object);
  g_autoptr (GError) error = NULL;
  const Job *job = g_task_get_task_data (G_TASK (result));

  g_task_propagate_boolean (G_TASK (result), &error);
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  begin_results (self);
  g_clear_object (&self->cancellable);
  self->is_busy = FALSE;
  if (self->kept.unit != NULL && self->current == 0 && self->hits->len > 0)
    self->current = MIN (self->kept.position, self->hits->len);
  self->result = job->result;
  self->fault = error != NULL ? g_strdup (error->message) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->kept.unit != NULL && self->kept.is_shown && self->current > 0)
    g_signal_emit (self, signals[CURRENT], 0);
  forget (self);
}

static void
read_titles (CogFinder *self)
{
  g_autoptr (GPtrArray) infos =
      cog_project_list_sections (cog_unit_index_get_project (self->index));

  g_hash_table_remove_all (self->titles);
  g_hash_table_remove_all (self->sections);
  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);

      g_hash_table_insert (self->titles, g_strdup (info->id),
                           g_strdup (cog_section_info_get_label (info, TRUE)));
      g_hash_table_insert (self->sections, g_strdup (info->id), GUINT_TO_POINTER (i + 1));
    }
}

static void
run (CogFinder *self)
{
  Job *job;
  g_autoptr (GTask) task = NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fault, g_free);
  self->result = (CogSearchResult){ 0 };
  self->is_busy = self->query.wanted[0] != '\0';
  if (!self->is_busy)
    {
      clear (self);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
  read_titles (self);
  self->is_again = TRUE;
  job = g_new0 (Job, 1);
  job->index = g_object_ref (self->index);
  job->query = self->query;
  job->query.wanted = job->wanted = g_strdup (self->query.wanted);
  job->query.replacement = job->replacement = g_strdup (self->query.replacement);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, searched_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, search_in_thread);
}

static gboolean
again_cb (gpointer user_data)
{
  CogFinder *self = user_data;

  self->timer = 0;
  if (self->kept.unit == NULL && self->current > 0)
    keep (self, cog_finder_get_hit (self)->start);
  run (self);
  return G_SOURCE_REMOVE;
}

/* Edits come from this window, in this thread. */
static void
edited_cb (CogProject *project, char **ids, CogFinder *self)
{
  if (self->query.wanted == NULL || self->query.wanted[0] == '\0')
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST, again_cb, self);
}

static void
clear_query (CogFinder *self)
{
  g_free ((char *)self->query.wanted);
  g_free ((char *)self->query.replacement);
  self->query = (CogSearchQuery){ NULL };
}

static void
cog_finder_dispose (GObject *object)
{
  CogFinder *self = COG_FINDER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->index != NULL)
    g_signal_handlers_disconnect_by_data (cog_unit_index_get_project (self->index), self);
  g_clear_object (&self->index);
  G_OBJECT_CLASS (cog_finder_parent_class)->dispose (object);
}

static void
cog_finder_finalize (GObject *object)
{
  CogFinder *self = COG_FINDER (object);

  clear_query (self);
  g_object_unref (self->items);
  g_ptr_array_unref (self->hits);
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->sections);
  g_free (self->fault);
  forget (self);
  G_OBJECT_CLASS (cog_finder_parent_class)->finalize (object);
}

static void
cog_finder_class_init (CogFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_finder_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_finder_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[CURRENT] = g_signal_new ("current", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_finder_init (CogFinder *self)
{
  self->items = g_list_store_new (COG_TYPE_FOUND_ITEM);
  self->hits = g_ptr_array_new ();
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->query.wanted = g_strdup ("");
}

CogFinder *
cog_finder_new (CogUnitIndex *index)
{
  CogFinder *self = g_object_new (COG_TYPE_FINDER, NULL);

  g_return_val_if_fail (COG_IS_UNIT_INDEX (index), NULL);

  self->index = g_object_ref (index);
  g_signal_connect (cog_unit_index_get_project (index), "changed", G_CALLBACK (edited_cb), self);
  return self;
}

void
cog_finder_search (CogFinder *self, const CogSearchQuery *query)
{
  CogSearchQuery copy;

  g_return_if_fail (COG_IS_FINDER (self) && query != NULL && query->wanted != NULL);

  /* Another replacement: the person stays at the hit. */
  forget (self);
  if (self->current > 0 && g_str_equal (query->wanted, self->query.wanted) &&
      query->flags == self->query.flags && query->sides == self->query.sides)
    keep (self, cog_finder_get_hit (self)->start);
  copy = *query;
  copy.wanted = g_strdup (query->wanted);
  copy.replacement = g_strdup (query->replacement);
  clear_query (self);
  self->query = copy;
  g_clear_handle_id (&self->timer, g_source_remove);
  run (self);
}

void
cog_finder_stop (CogFinder *self)
{
  const CogSearchQuery none = { .wanted = "" };

  g_return_if_fail (COG_IS_FINDER (self));
  cog_finder_search (self, &none);
}

const CogSearchQuery *
cog_finder_get_query (CogFinder *self)
{
  g_return_val_if_fail (COG_IS_FINDER (self), NULL);
  return &self->query;
}

GListModel *
cog_finder_get_model (CogFinder *self)
{
  g_return_val_if_fail (COG_IS_FINDER (self), NULL);
  return G_LIST_MODEL (self->items);
}

guint
cog_finder_get_n_hits (CogFinder *self)
{
  g_return_val_if_fail (COG_IS_FINDER (self), 0);
  return self->hits->len;
}

gboolean
cog_finder_is_busy (CogFinder *self)
{
  g_return_val_if_fail (COG_IS_FINDER (self), FALSE);
  return self->is_busy;
}

gboolean
cog_finder_is_cut (CogFinder *self)
{
  g_return_val_if_fail (COG_IS_FINDER (self), FALSE);
  return self->result.is_cut;
}

guint
cog_finder_get_n_too_hard (CogFinder *self)
{
  g_return_val_if_fail (COG_IS_FINDER (self), 0);
  return self->result.n_too_hard;
}

const char *
cog_finder_get_fault (CogFinder *self)
{
  g_return_val_if_fail (COG_IS_FINDER (self), NULL);
  return self->fault;
}

guint
cog_finder_get_current (CogFinder *self)
{
  g_return_val_if_fail (COG_IS_FINDER (self), 0);
  return self->current;
}

const CogHit *
cog_finder_get_hit (CogFinder *self)
{
  g_return_val_if_fail (COG_IS_FINDER (self), NULL);
  return self->current > 0
             ? cog_found_item_get_hit (g_ptr_array_index (self->hits, self->current - 1))
             : NULL;
}

/* The first hit at a place or behind it, from 1; 0: all are before it. Within the section the
 * unit's own hits count; where it has none, the section's first one. */
static guint
find_from (CogFinder *self, const char *section, const char *unit)
{
  guint place =
      section != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->sections, section)) : 0;
  guint first = 0;

  for (guint i = 0; i < self->hits->len; i++)
    {
      const CogHit *hit = cog_found_item_get_hit (g_ptr_array_index (self->hits, i));
      guint there = GPOINTER_TO_UINT (g_hash_table_lookup (self->sections, hit->section));

      if (there >= place && first == 0)
        first = i + 1;
      if (there == place && g_strcmp0 (hit->unit, unit) == 0)
        return i + 1;
      if (there > place)
        break;
    }
  return first;
}

void
cog_finder_step (CogFinder *self, int by, const char *section, const char *unit)
{
  guint n, start;

  g_return_if_fail (COG_IS_FINDER (self) && (by == 1 || by == -1));

  n = self->hits->len;
  if (n == 0)
    return;
  if (self->current > 0)
    self->current = 1 + (self->current - 1 + (by > 0 ? 1 : n - 1)) % n;
  else
    {
      start = find_from (self, section, unit);
      self->current = by > 0 ? MAX (start, 1) : start > 1 ? start - 1 : n;
    }
  g_signal_emit (self, signals[CURRENT], 0);
}

void
cog_finder_expect_replaced (CogFinder *self)
{
  const CogHit *hit;

  g_return_if_fail (COG_IS_FINDER (self));

  hit = cog_finder_get_hit (self);
  if (hit == NULL || hit->replacement == NULL)
    return;
  keep (self, hit->start + (guint)g_utf8_strlen (hit->replacement, -1));
  self->kept.is_shown = TRUE;
}

void
cog_finder_take (CogFinder *self, CogFoundItem *item)
{
  guint position;

  g_return_if_fail (COG_IS_FINDER (self) && COG_IS_FOUND_ITEM (item));

  if (!g_ptr_array_find (self->hits, item, &position))
    return;
  self->current = position + 1;
  g_signal_emit (self, signals[CURRENT], 0);
}
