/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-culture-places.h"

static GHashTable *
count_subjects (GPtrArray *findings)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const char *subject =
          ((const CogPlacedFinding *)g_ptr_array_index (findings, i))->finding->subject;
      guint n;

      if (subject == NULL)
        continue;
      n = GPOINTER_TO_UINT (g_hash_table_lookup (places, subject));
      g_hash_table_replace (places, g_strdup (subject), GUINT_TO_POINTER (n + 1));
    }
  return places;
}

CogCulturePlaces *
cog_culture_places_new (CogLensIndex *index, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  CogCulturePlaces *self;
  GPtrArray *conflicts;

  g_return_val_if_fail (COG_IS_LENS_INDEX (index), NULL);

  findings = cog_lens_index_dup_findings (index, NULL, cancellable, error);
  conflicts = findings != NULL ? cog_lens_index_dup_conflicts (index, cancellable, error) : NULL;
  if (conflicts == NULL)
    return NULL;
  self = g_new0 (CogCulturePlaces, 1);
  self->places = count_subjects (findings);
  self->conflicts = conflicts;
  return self;
}

void
cog_culture_places_free (CogCulturePlaces *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}

guint
cog_culture_places_count (const CogCulturePlaces *self, const CogLensFinding *finding)
{
  g_return_val_if_fail (finding != NULL, 0);

  return self != NULL && finding->subject != NULL
             ? GPOINTER_TO_UINT (g_hash_table_lookup (self->places, finding->subject))
             : 0;
}

const CogLensConflict *
cog_culture_places_find (const CogCulturePlaces *self, const CogPlacedFinding *placed)
{
  g_return_val_if_fail (placed != NULL, NULL);

  return self != NULL ? cog_lens_conflicts_find (self->conflicts, placed) : NULL;
}
