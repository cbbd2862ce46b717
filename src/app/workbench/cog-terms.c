/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-terms.h"

#include "cog-glossary.h"
#include "cog-term-check.h"

#define REST 300 /* milliseconds after an edit, before its unit is looked at again */

/* What is kept between two looks: used by one thread after the other. */
typedef struct
{
  GMutex mutex;
  CogGlossary *glossary; /* (nullable) */
  CogGlossaryPair *pair; /* (nullable): to be made */
  gint64 version;
} Store;

struct _CogTerms
{
  GObject parent_instance;
  CogProject *project;
  CogPlace *place;
  CogSpread *spread;
  Store *store;
  GCancellable *cancellable;
  GPtrArray *here;
  char *marked; /* the unit that carries marks (nullable) */
  guint timer;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CogTerms, cog_terms, G_TYPE_OBJECT)

static void
clear_store (gpointer data)
{
  Store *store = data;

  cog_glossary_pair_free (store->pair);
  cog_glossary_close (store->glossary);
  g_mutex_clear (&store->mutex);
}

static void
store_unref (gpointer store)
{
  g_atomic_rc_box_release_full (store, clear_store);
}

static void
free_here (gpointer data)
{
  CogTermHere *here = data;

  g_free (here->term);
  g_free (here->translation);
  g_free (here->all);
  g_free (here->definition);
  g_free (here);
}

/* --- in a thread ------------------------------------------------------------------------------ */

typedef struct
{
  Store *store;
  CogProject *project;
  char *unit;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  store_unref (job->store);
  g_object_unref (job->project);
  g_free (job->unit);
  g_free (job);
}

/* The pair as the glossary is now; NULL without an error: there is no glossary. */
static CogGlossaryPair *
get_pair (Store *store, CogProject *project, GError **error)
{
  if (store->glossary == NULL)
    {
      g_autofree char *path = cog_glossary_dup_path ();

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return NULL;
      store->glossary = cog_glossary_open (path, error);
      if (store->glossary == NULL)
        return NULL;
    }
  if (store->pair == NULL || store->version != cog_glossary_get_version (store->glossary))
    {
      g_clear_pointer (&store->pair, cog_glossary_pair_free);
      store->version = cog_glossary_get_version (store->glossary);
      store->pair = cog_term_check_open_pair (store->glossary, project, error);
    }
  return store->pair;
}

static CogTermHere *
new_here (const CogGlossaryHit *hit, const CogText *source, const char *to)
{
  CogTermHere *here = g_new0 (CogTermHere, 1);
  const CogGlossaryTerm *best = cog_glossary_entry_find (hit->entry, to);

  here->start = hit->start;
  here->end = hit->end;
  here->entry = hit->entry->id;
  here->term = g_utf8_substring (source->plain, (glong)hit->start, (glong)hit->end);
  here->translation = best != NULL ? g_strdup (best->text) : NULL;
  here->all = cog_glossary_entry_dup_list (hit->entry, to);
  here->definition = g_strdup (hit->entry->definition);
  return here;
}

static GPtrArray *
find_here (CogGlossaryPair *pair, const CogUnit *unit)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_here);
  g_autoptr (CogText) source =
      unit->source != NULL ? cog_text_new_from_xhtml (unit->source, NULL) : NULL;
  g_autoptr (GArray) hits = source != NULL ? cog_glossary_pair_find (pair, source) : NULL;

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    g_ptr_array_add (list, new_here (&g_array_index (hits, CogGlossaryHit, i), source,
                                     cog_glossary_pair_get_to (pair)));
  return list;
}

static void
look (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;
  g_autoptr (CogUnit) unit = NULL;
  CogGlossaryPair *pair;
  GPtrArray *found = NULL;

  g_mutex_lock (&job->store->mutex);
  /* Whoever goes through the rows quickly waits for the last one only. */
  if (!g_cancellable_is_cancelled (cancellable))
    {
      pair = get_pair (job->store, job->project, &error);
      unit = pair != NULL ? cog_project_dup_unit (job->project, job->unit, &error) : NULL;
      found = unit != NULL ? find_here (pair, unit) : NULL;
    }
  g_mutex_unlock (&job->store->mutex);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, found, found != NULL ? (GDestroyNotify)g_ptr_array_unref : NULL);
}

/* --- in the window ---------------------------------------------------------------------------- */

static void
mark (CogTerms *self, const char *unit)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (CogMark));

  if (self->marked != NULL && g_strcmp0 (self->marked, unit) != 0)
    cog_spread_mark (self->spread, self->marked, TRUE, COG_MARK_TERM, NULL, 0);
  g_free (self->marked);
  self->marked = g_strdup (unit);
  for (guint i = 0; i < self->here->len; i++)
    {
      const CogTermHere *here = g_ptr_array_index (self->here, i);
      const CogMark one = { here->start, here->end, COG_MARK_TERM };

      /* Entries with the same term stand at the same place. */
      if (marks->len == 0 || g_array_index (marks, CogMark, marks->len - 1).start != one.start)
        g_array_append_val (marks, one);
    }
  if (unit != NULL)
    cog_spread_mark (self->spread, unit, TRUE, COG_MARK_TERM,
                     (const CogMark *)(gpointer)marks->data, marks->len);
}

/* Each term once, where it stands first. */
static void
drop_repeated (GPtrArray *here)
{
  g_autoptr (GHashTable) met = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < here->len;)
    {
      CogTermHere *one = g_ptr_array_index (here, i);

      if (g_hash_table_add (met, &one->entry))
        i++;
      else
        g_ptr_array_remove_index (here, i);
    }
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogTerms *self = COG_TERMS (object);
  g_autoptr (GError) error = NULL;
  GPtrArray *found = g_task_propagate_pointer (G_TASK (result), &error);
  const Job *job = g_task_get_task_data (G_TASK (result));

  /* Cancelled: another look is on its way. A glossary that cannot be read tells it when it is
   * opened. */
  if (error != NULL || self->spread == NULL)
    return;
  g_ptr_array_unref (self->here);
  self->here = found != NULL ? found : g_ptr_array_new ();
  mark (self, job->unit);
  drop_repeated (self->here);
  g_signal_emit (self, changed_signal, 0);
}

static void
look_now (CogTerms *self)
{
  const char *unit = cog_place_get_unit (self->place);
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (unit == NULL || g_strcmp0 (unit, self->marked) != 0)
    {
      g_ptr_array_set_size (self->here, 0);
      mark (self, NULL);
      g_signal_emit (self, changed_signal, 0);
    }
  if (unit == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->store = g_atomic_rc_box_acquire (self->store);
  job->project = g_object_ref (self->project);
  job->unit = g_strdup (unit);
  task = g_task_new (self, self->cancellable, found_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, look);
}

static gboolean
rest_cb (gpointer user_data)
{
  CogTerms *self = user_data;

  self->timer = 0;
  look_now (self);
  return G_SOURCE_REMOVE;
}

/* Sources change where rows are divided and joined. */
static void
changed_cb (CogProject *project, char **units, CogTerms *self)
{
  if (units != NULL && self->marked != NULL &&
      !g_strv_contains ((const char *const *)units, self->marked))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST, rest_cb, self);
}

static void
cog_terms_dispose (GObject *object)
{
  CogTerms *self = COG_TERMS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  if (self->place != NULL)
    g_signal_handlers_disconnect_by_data (self->place, self);
  g_clear_object (&self->project);
  g_clear_object (&self->place);
  g_clear_object (&self->spread);
  G_OBJECT_CLASS (cog_terms_parent_class)->dispose (object);
}

static void
cog_terms_finalize (GObject *object)
{
  CogTerms *self = COG_TERMS (object);

  g_ptr_array_unref (self->here);
  store_unref (self->store);
  g_free (self->marked);
  G_OBJECT_CLASS (cog_terms_parent_class)->finalize (object);
}

static void
cog_terms_class_init (CogTermsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_terms_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_terms_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
cog_terms_init (CogTerms *self)
{
  self->here = g_ptr_array_new_with_free_func (free_here);
  self->store = g_atomic_rc_box_new0 (Store);
  g_mutex_init (&self->store->mutex);
}

CogTerms *
cog_terms_new (CogProject *project, CogPlace *place, CogSpread *spread)
{
  CogTerms *self;

  g_return_val_if_fail (COG_IS_PROJECT (project) && COG_IS_PLACE (place), NULL);
  g_return_val_if_fail (COG_IS_SPREAD (spread), NULL);

  self = g_object_new (COG_TYPE_TERMS, NULL);
  self->project = g_object_ref (project);
  self->place = g_object_ref (place);
  self->spread = g_object_ref (spread);
  g_signal_connect_swapped (place, "notify::unit", G_CALLBACK (look_now), self);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

GPtrArray *
cog_terms_get_here (CogTerms *self)
{
  g_return_val_if_fail (COG_IS_TERMS (self), NULL);
  return self->here;
}

void
cog_terms_refresh (CogTerms *self)
{
  g_return_if_fail (COG_IS_TERMS (self));
  look_now (self);
}
