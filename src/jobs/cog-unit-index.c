/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-index.h"

#include "cog-text.h"

#include <string.h>

struct _CogUnitIndex
{
  GObject parent_instance;
  CogProject *project;
  CogLensIndex *lenses; /* (nullable) */
  GMutex mutex;
  GHashTable *sections; /* id → GPtrArray of CogIndexedUnit */
  GHashTable *homes;    /* unit → section, of those in it */
  guint generation;     /* counts changes: what was read across one is not kept */
};

G_DEFINE_FINAL_TYPE (CogUnitIndex, cog_unit_index, G_TYPE_OBJECT)

static void
indexed_free (gpointer data)
{
  CogIndexedUnit *unit = data;

  g_free (unit->id);
  g_free (unit->source);
  g_free (unit->target);
  g_free (unit);
}

static void
make_tables (CogUnitIndex *self)
{
  self->sections =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->homes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

typedef struct
{
  gpointer data;
  GDestroyNotify free;
} Waste;

static void
free_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Waste *waste = data;

  waste->free (waste->data);
}

/* The texts of a whole book are not freed between two frames. */
static void
free_later (gpointer data, GDestroyNotify free_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Waste *waste = g_new (Waste, 1);

  *waste = (Waste){ data, free_data };
  g_task_set_task_data (task, waste, g_free);
  g_task_run_in_thread (task, free_thread);
}

static void
forget_section (CogUnitIndex *self, const char *id)
{
  gpointer key, units;

  if (!g_hash_table_steal_extended (self->sections, id, &key, &units))
    return;
  g_free (key);
  free_later (units, (GDestroyNotify)g_ptr_array_unref);
}

/* In the thread of the edit, or of the project's home. */
static void
changed_cb (CogProject *project, char **ids, CogUnitIndex *self)
{
  g_mutex_lock (&self->mutex);
  self->generation++;
  if (ids == NULL)
    {
      free_later (self->sections, (GDestroyNotify)g_hash_table_unref);
      free_later (self->homes, (GDestroyNotify)g_hash_table_unref);
      make_tables (self);
    }
  for (; ids != NULL && *ids != NULL; ids++)
    {
      const char *home = g_hash_table_lookup (self->homes, *ids);

      if (home != NULL)
        forget_section (self, home);
    }
  g_mutex_unlock (&self->mutex);
}

static void
cog_unit_index_dispose (GObject *object)
{
  CogUnitIndex *self = COG_UNIT_INDEX (object);

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  g_clear_object (&self->lenses);
  G_OBJECT_CLASS (cog_unit_index_parent_class)->dispose (object);
}

static void
cog_unit_index_finalize (GObject *object)
{
  CogUnitIndex *self = COG_UNIT_INDEX (object);

  g_hash_table_unref (self->sections);
  g_hash_table_unref (self->homes);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (cog_unit_index_parent_class)->finalize (object);
}

static void
cog_unit_index_class_init (CogUnitIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_unit_index_dispose;
  G_OBJECT_CLASS (klass)->finalize = cog_unit_index_finalize;
}

static void
cog_unit_index_init (CogUnitIndex *self)
{
  g_mutex_init (&self->mutex);
  make_tables (self);
}

CogUnitIndex *
cog_unit_index_new (CogProject *project)
{
  CogUnitIndex *self = g_object_new (COG_TYPE_UNIT_INDEX, NULL);

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  self->project = g_object_ref (project);
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

CogProject *
cog_unit_index_get_project (CogUnitIndex *self)
{
  g_return_val_if_fail (COG_IS_UNIT_INDEX (self), NULL);
  return self->project;
}

void
cog_unit_index_set_lenses (CogUnitIndex *self, CogLensIndex *lenses)
{
  g_return_if_fail (COG_IS_UNIT_INDEX (self) && COG_IS_LENS_INDEX (lenses));
  g_set_object (&self->lenses, lenses);
}

static char *
dup_plain (const char *xhtml)
{
  g_autoptr (CogText) text = xhtml != NULL ? cog_text_new_from_xhtml (xhtml, NULL) : NULL;

  return text != NULL ? g_steal_pointer (&text->plain) : NULL;
}

/* Passages that were joined or divided share their source: what one lacks, the other may have. */
static gboolean
lacks_something (const CogUnit *unit)
{
  g_autoptr (CogText) source = NULL;
  g_autoptr (CogText) target = NULL;
  g_autoptr (GPtrArray) missing = NULL;

  if (unit->target == NULL || unit->source == NULL || unit->origins != NULL ||
      unit->decision == COG_DECISION_OMITTED || strchr (unit->source, '<') == NULL)
    return FALSE;
  source = cog_text_new_from_xhtml (unit->source, NULL);
  target = source != NULL && source->codes->len > 0 ? cog_text_new_from_xhtml (unit->target, NULL)
                                                    : NULL;
  missing = target != NULL ? cog_text_list_missing (source, target) : NULL;
  return missing != NULL && missing->len > 0;
}

static GPtrArray *
read_units (CogUnitIndex *self, const char *section, GError **error)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (self->project, section, error);
  GPtrArray *indexed;

  if (units == NULL)
    return NULL;
  indexed = g_ptr_array_new_full (units->len, indexed_free);
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      CogIndexedUnit *entry = g_new0 (CogIndexedUnit, 1);

      entry->id = g_strdup (unit->id);
      entry->source = dup_plain (unit->source);
      entry->target = dup_plain (unit->target);
      entry->kind = unit->kind;
      entry->state = unit->state;
      entry->decision = unit->decision;
      entry->has_note = unit->note != NULL && unit->note[0] != '\0';
      entry->is_machine = unit->engine != NULL;
      entry->is_outdated = unit->former_source != NULL;
      entry->is_lacking = lacks_something (unit);
      entry->is_of_table = g_strcmp0 (unit->element, "caption") == 0;
      g_ptr_array_add (indexed, entry);
    }
  return indexed;
}

static void
keep (CogUnitIndex *self, const char *section, GPtrArray *units)
{
  g_hash_table_replace (self->sections, g_strdup (section), g_ptr_array_ref (units));
  for (guint i = 0; i < units->len; i++)
    {
      const CogIndexedUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_replace (self->homes, g_strdup (unit->id), g_strdup (section));
    }
}

GPtrArray *
cog_unit_index_dup_units (CogUnitIndex *self, const char *section, GError **error)
{
  GPtrArray *units;
  guint generation;

  g_return_val_if_fail (COG_IS_UNIT_INDEX (self) && section != NULL, NULL);

  g_mutex_lock (&self->mutex);
  units = g_hash_table_lookup (self->sections, section);
  if (units != NULL)
    g_ptr_array_ref (units);
  generation = self->generation;
  g_mutex_unlock (&self->mutex);
  if (units != NULL)
    return units;
  /* Not under the lock: the project's own is taken, and an edit holds that while it tells us. */
  units = read_units (self, section, error);
  g_mutex_lock (&self->mutex);
  if (units != NULL && generation == self->generation)
    keep (self, section, units);
  g_mutex_unlock (&self->mutex);
  return units;
}

gboolean
cog_unit_filter_accepts (CogUnitFilter filter, const CogIndexedUnit *unit, GHashTable *open)
{
  g_return_val_if_fail (unit != NULL, FALSE);

  switch (filter)
    {
    case COG_UNIT_FILTER_UNTRANSLATED:
      /* A formula is kept unless somebody replaces it: it does not wait for anyone. */
      return unit->state == COG_STATE_INITIAL && unit->kind != COG_UNIT_EQUATION &&
             unit->decision != COG_DECISION_OMITTED && unit->decision != COG_DECISION_KEPT;
    case COG_UNIT_FILTER_TO_REVIEW:
      return unit->state == COG_STATE_TRANSLATED && unit->decision != COG_DECISION_OMITTED;
    case COG_UNIT_FILTER_WITH_FINDINGS:
      return open != NULL && g_hash_table_contains (open, unit->id);
    case COG_UNIT_FILTER_WITH_NOTES:
      return unit->has_note;
    case COG_UNIT_FILTER_FROM_MACHINE:
      return unit->is_machine;
    case COG_UNIT_FILTER_OUTDATED:
      return unit->is_outdated;
    case COG_UNIT_FILTER_ALL:
    case COG_UNIT_N_FILTERS:
      break;
    }
  return TRUE;
}

/* open: (out) (nullable): where no lenses are set */
static gboolean
list_open (CogUnitIndex *self, GHashTable **open, GCancellable *cancellable, GError **error)
{
  if (self->lenses == NULL)
    return TRUE;
  *open = cog_lens_index_list_open (self->lenses, cancellable, error);
  return *open != NULL;
}

gboolean
cog_unit_index_count (CogUnitIndex *self,
                      const char *section,
                      CogUnitCounts *counts,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GHashTable) open = NULL;

  g_return_val_if_fail (COG_IS_UNIT_INDEX (self) && counts != NULL, FALSE);

  if (!list_open (self, &open, cancellable, error))
    return FALSE;
  infos = cog_project_list_sections (self->project);
  *counts = (CogUnitCounts){ { 0 }, { 0 } };
  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (GPtrArray) units = NULL;
      gboolean is_here = g_strcmp0 (info->id, section) == 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      units = cog_unit_index_dup_units (self, info->id, error);
      if (units == NULL)
        return FALSE;
      for (guint u = 0; u < units->len; u++)
        for (CogUnitFilter filter = 0; filter < COG_UNIT_N_FILTERS; filter++)
          if (cog_unit_filter_accepts (filter, g_ptr_array_index (units, u), open))
            {
              counts->book[filter]++;
              counts->here[filter] += is_here ? 1 : 0;
            }
    }
  return TRUE;
}

static guint
count_open (GPtrArray *units)
{
  guint n = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const CogIndexedUnit *unit = g_ptr_array_index (units, i);

      if (unit->is_lacking || (unit->has_note && unit->state != COG_STATE_FINAL))
        n++;
    }
  return n;
}

GHashTable *
cog_unit_index_count_open (CogUnitIndex *self, GCancellable *cancellable)
{
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GHashTable) found = NULL;

  g_return_val_if_fail (COG_IS_UNIT_INDEX (self), NULL);

  if (self->lenses != NULL)
    {
      found = cog_lens_index_count_open (self->lenses, cancellable, NULL);
      if (found == NULL)
        return NULL;
    }
  infos = cog_project_list_sections (self->project);
  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (GPtrArray) units = NULL;
      guint n;

      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      units = cog_unit_index_dup_units (self, info->id, NULL);
      if (units == NULL)
        return NULL;
      n = info->is_omitted ? 0 : count_open (units);
      if (found != NULL)
        n += GPOINTER_TO_UINT (g_hash_table_lookup (found, info->id));
      if (n > 0)
        g_hash_table_insert (open, g_strdup (info->id), GUINT_TO_POINTER (n));
    }
  return g_steal_pointer (&open);
}

static const char *
find_in_section (GPtrArray *units,
                 CogUnitFilter filter,
                 GHashTable *open,
                 guint from,
                 guint to,
                 gboolean is_backwards)
{
  for (guint n = from; n < to; n++)
    {
      const CogIndexedUnit *unit =
          g_ptr_array_index (units, is_backwards ? to - 1 - (n - from) : n);

      if (cog_unit_filter_accepts (filter, unit, open))
        return unit->id;
    }
  return NULL;
}

static guint
find_position (GPtrArray *units, const char *unit)
{
  for (guint i = 0; unit != NULL && i < units->len; i++)
    if (g_str_equal (((CogIndexedUnit *)g_ptr_array_index (units, i))->id, unit))
      return i;
  return G_MAXUINT;
}

static guint
find_section (GPtrArray *infos, const char *section)
{
  for (guint i = 0; section != NULL && i < infos->len; i++)
    if (g_str_equal (((CogSectionInfo *)g_ptr_array_index (infos, i))->id, section))
      return i;
  return 0;
}

char *
cog_unit_index_find_next (CogUnitIndex *self,
                          CogUnitFilter filter,
                          const char *section,
                          const char *unit,
                          gboolean is_backwards,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GPtrArray) infos = NULL;
  g_autoptr (GHashTable) open = NULL;
  guint start;

  g_return_val_if_fail (COG_IS_UNIT_INDEX (self), NULL);

  if (filter == COG_UNIT_FILTER_WITH_FINDINGS && !list_open (self, &open, cancellable, error))
    return NULL;
  infos = cog_project_list_sections (self->project);
  start = find_section (infos, section);
  /* The section of the place twice: what is behind the place first, what is before it at the end.
   */
  for (guint step = 0; infos->len > 0 && step <= infos->len; step++)
    {
      guint at = (is_backwards ? start + infos->len * 2 - step : start + step) % infos->len;
      const CogSectionInfo *info = g_ptr_array_index (infos, at);
      g_autoptr (GPtrArray) units = NULL;
      guint place, from = 0;
      guint to;
      const char *found;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      units = cog_unit_index_dup_units (self, info->id, error);
      if (units == NULL)
        return NULL;
      to = units->len;
      place = at == start ? find_position (units, unit) : G_MAXUINT;
      if (place != G_MAXUINT && step == 0)
        {
          from = is_backwards ? 0 : place + 1;
          to = is_backwards ? place : to;
        }
      found = find_in_section (units, filter, open, from, to, is_backwards);
      if (found != NULL)
        return g_strdup (found);
    }
  return NULL;
}
