/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-kept-private.h"

struct _CogLensKept
{
  GMutex mutex;         /* of all below */
  GHashTable *sections; /* section → GPtrArray of CogPlacedFinding */
  GHashTable *homes;    /* unit → section, of those in it */
  GPtrArray *conflicts; /* (element-type CogLensConflict) (nullable): not known */
  guint generation;
};

CogLensKept *
cog_lens_kept_new (void)
{
  CogLensKept *self = g_new0 (CogLensKept, 1);

  g_mutex_init (&self->mutex);
  self->sections =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->homes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
cog_lens_kept_free (CogLensKept *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->sections);
  g_hash_table_unref (self->homes);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

GPtrArray *
cog_lens_kept_dup (CogLensKept *self, const char *section, guint *generation)
{
  GPtrArray *placed;

  g_return_val_if_fail (self != NULL && section != NULL, NULL);

  g_mutex_lock (&self->mutex);
  placed = g_hash_table_lookup (self->sections, section);
  if (placed != NULL)
    g_ptr_array_ref (placed);
  if (generation != NULL)
    *generation = self->generation;
  g_mutex_unlock (&self->mutex);
  return placed;
}

void
cog_lens_kept_add (
    CogLensKept *self, const char *section, GPtrArray *units, GPtrArray *placed, guint generation)
{
  g_return_if_fail (self != NULL && section != NULL && units != NULL && placed != NULL);

  g_mutex_lock (&self->mutex);
  if (generation == self->generation)
    {
      g_hash_table_replace (self->sections, g_strdup (section), g_ptr_array_ref (placed));
      for (guint i = 0; i < units->len; i++)
        g_hash_table_replace (self->homes, g_strdup (((CogUnit *)g_ptr_array_index (units, i))->id),
                              g_strdup (section));
    }
  g_mutex_unlock (&self->mutex);
}

GPtrArray *
cog_lens_kept_dup_conflicts (CogLensKept *self, guint *generation)
{
  GPtrArray *conflicts;

  g_return_val_if_fail (self != NULL && generation != NULL, NULL);

  g_mutex_lock (&self->mutex);
  conflicts = self->conflicts != NULL ? g_ptr_array_ref (self->conflicts) : NULL;
  *generation = self->generation;
  g_mutex_unlock (&self->mutex);
  return conflicts;
}

void
cog_lens_kept_set_conflicts (CogLensKept *self, GPtrArray *conflicts, guint generation)
{
  g_return_if_fail (self != NULL && conflicts != NULL);

  g_mutex_lock (&self->mutex);
  if (generation == self->generation)
    {
      g_clear_pointer (&self->conflicts, g_ptr_array_unref);
      self->conflicts = g_ptr_array_ref (conflicts);
    }
  g_mutex_unlock (&self->mutex);
}

void
cog_lens_kept_forget (CogLensKept *self, char **units)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->generation++;
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  if (units == NULL)
    {
      g_hash_table_remove_all (self->sections);
      g_hash_table_remove_all (self->homes);
    }
  for (char **unit = units; unit != NULL && *unit != NULL; unit++)
    {
      const char *home = g_hash_table_lookup (self->homes, *unit);

      if (home != NULL)
        g_hash_table_remove (self->sections, home);
    }
  g_mutex_unlock (&self->mutex);
}
