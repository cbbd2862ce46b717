/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-culture-marks.h"

#include "cog-lens-conflict.h"

#define REST 300 /* milliseconds after an edit, before its section is looked at again */

struct _CogCultureMarks
{
  GObject parent_instance;
  CogLensIndex *index;
  CogPlace *place;
  CogSpread *spread;
  GCancellable *cancellable;
  GHashTable *marked; /* (element-type utf8): units that carry marks */
  guint timer;
};

G_DEFINE_FINAL_TYPE (CogCultureMarks, cog_culture_marks, G_TYPE_OBJECT)

typedef struct
{
  CogLensIndex *index;
  char *section;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->index);
  g_free (job->section);
  g_free (job);
}

/* What is otherwise elsewhere is marked like what waits. Only where something was decided does that
 * take a look at the whole book. */
static GPtrArray *
find_conflicts (CogLensIndex *index, GPtrArray *found, GCancellable *cancellable)
{
  for (guint i = 0; i < found->len; i++)
    if (((const CogPlacedFinding *)g_ptr_array_index (found, i))->answer != NULL)
      return cog_lens_index_dup_conflicts (index, cancellable, NULL);
  return NULL;
}

/* Those that are to be marked. */
static GPtrArray *
choose_marked (CogLensIndex *index, GPtrArray *found, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) conflicts = find_conflicts (index, found, cancellable);
  GPtrArray *marked = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_placed_finding_unref);

  for (guint i = 0; i < found->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (found, i);

      if (cog_placed_finding_waits (placed) ||
          (conflicts != NULL && cog_lens_conflicts_find (conflicts, placed) != NULL))
        g_ptr_array_add (marked, cog_placed_finding_ref (placed));
    }
  return marked;
}

static void
look (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) found =
      cog_lens_index_dup_findings (job->index, job->section, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, choose_marked (job->index, found, cancellable),
                           (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
mark_unit (CogCultureMarks *self, const char *unit, const GArray *source, const GArray *target)
{
  cog_spread_mark (self->spread, unit, TRUE, COG_MARK_FINDING,
                   source != NULL ? (const CogMark *)(gpointer)source->data : NULL,
                   source != NULL ? source->len : 0);
  cog_spread_mark (self->spread, unit, FALSE, COG_MARK_FINDING,
                   target != NULL ? (const CogMark *)(gpointer)target->data : NULL,
                   target != NULL ? target->len : 0);
}

static void
add_mark (GArray *marks, guint start, guint end)
{
  const CogMark mark = { start, end, COG_MARK_FINDING };

  if (end > start)
    g_array_append_val (marks, mark);
}

/* The findings of one unit stand together. */
static void
mark_all (CogCultureMarks *self, GPtrArray *found, GHashTable *old)
{
  for (guint i = 0; i < found->len;)
    {
      const CogPlacedFinding *first = g_ptr_array_index (found, i);
      const char *unit = first->finding->unit;
      g_autoptr (GArray) source = g_array_new (FALSE, FALSE, sizeof (CogMark));
      g_autoptr (GArray) target = g_array_new (FALSE, FALSE, sizeof (CogMark));

      for (; i < found->len; i++)
        {
          const CogPlacedFinding *placed = g_ptr_array_index (found, i);

          if (!g_str_equal (placed->finding->unit, unit))
            break;
          add_mark (source, placed->finding->start, placed->finding->end);
          add_mark (target, placed->start, placed->end);
        }
      /* One without any is left among the old ones, and loses the marks that it had. */
      if (source->len == 0)
        continue;
      g_hash_table_remove (old, unit);
      mark_unit (self, unit, source, target);
      g_hash_table_add (self->marked, g_strdup (unit));
    }
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogCultureMarks *self = COG_CULTURE_MARKS (object);
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GHashTable) old = NULL;
  GHashTableIter iter;
  gpointer unit;

  if (found == NULL || self->spread == NULL)
    return;
  old = self->marked;
  self->marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  mark_all (self, found, old);
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &unit, NULL))
    if (!g_hash_table_contains (self->marked, unit))
      mark_unit (self, unit, NULL, NULL);
}

static void
look_now (CogCultureMarks *self)
{
  const char *section = cog_place_get_section (self->place);
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (section == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->index = g_object_ref (self->index);
  job->section = g_strdup (section);
  task = g_task_new (self, self->cancellable, found_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, look);
}

static gboolean
rest_cb (gpointer user_data)
{
  CogCultureMarks *self = user_data;

  self->timer = 0;
  look_now (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CogCultureMarks *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST, rest_cb, self);
}

static void
cog_culture_marks_dispose (GObject *object)
{
  CogCultureMarks *self = COG_CULTURE_MARKS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->index != NULL)
    g_signal_handlers_disconnect_by_data (self->index, self);
  if (self->place != NULL)
    g_signal_handlers_disconnect_by_data (self->place, self);
  g_clear_object (&self->index);
  g_clear_object (&self->place);
  g_clear_object (&self->spread);
  G_OBJECT_CLASS (cog_culture_marks_parent_class)->dispose (object);
}

static void
cog_culture_marks_finalize (GObject *object)
{
  g_hash_table_unref (COG_CULTURE_MARKS (object)->marked);
  G_OBJECT_CLASS (cog_culture_marks_parent_class)->finalize (object);
}

static void
cog_culture_marks_class_init (CogCultureMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_culture_marks_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_culture_marks_finalize;
}

static void
cog_culture_marks_init (CogCultureMarks *self)
{
  self->marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

CogCultureMarks *
cog_culture_marks_new (CogLensIndex *index, CogPlace *place, CogSpread *spread)
{
  CogCultureMarks *self;

  g_return_val_if_fail (COG_IS_LENS_INDEX (index) && COG_IS_PLACE (place), NULL);
  g_return_val_if_fail (COG_IS_SPREAD (spread), NULL);

  self = g_object_new (COG_TYPE_CULTURE_MARKS, NULL);
  self->index = g_object_ref (index);
  self->place = g_object_ref (place);
  self->spread = g_object_ref (spread);
  g_signal_connect_swapped (place, "notify::section", G_CALLBACK (look_now), self);
  g_signal_connect_swapped (index, "changed", G_CALLBACK (changed_cb), self);
  look_now (self);
  return self;
}
