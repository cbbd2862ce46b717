/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-conflict.h"
#include "cog-lens-index.h"

#include <string.h>

/* What is asked of all findings of a book together. */

/* All findings, and what of them does not agree. */
static gboolean
read_all (CogLensIndex *self,
          GPtrArray **placed,
          GPtrArray **conflicts,
          GCancellable *cancellable,
          GError **error)
{
  *placed = cog_lens_index_dup_findings (self, NULL, cancellable, error);
  *conflicts = *placed != NULL ? cog_lens_index_dup_conflicts (self, cancellable, error) : NULL;
  return *conflicts != NULL;
}

GHashTable *
cog_lens_index_list_open (CogLensIndex *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) placed = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  GHashTable *units;

  if (!read_all (self, &placed, &conflicts, cancellable, error))
    return NULL;
  units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < placed->len; i++)
    {
      const CogPlacedFinding *one = g_ptr_array_index (placed, i);

      if (cog_placed_finding_waits (one))
        g_hash_table_add (units, g_strdup (one->finding->unit));
    }
  for (guint i = 0; i < conflicts->len; i++)
    {
      const CogLensConflict *conflict = g_ptr_array_index (conflicts, i);

      g_hash_table_add (units, g_strdup (conflict->placed->finding->unit));
    }
  return units;
}

static void
count_one (GHashTable *counts, const CogPlacedFinding *placed)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, placed->section));

  g_hash_table_replace (counts, g_strdup (placed->section), GUINT_TO_POINTER (n + 1));
}

GHashTable *
cog_lens_index_count_open (CogLensIndex *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) placed = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  GHashTable *counts;

  if (!read_all (self, &placed, &conflicts, cancellable, error))
    return NULL;
  counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < placed->len; i++)
    if (cog_placed_finding_waits (g_ptr_array_index (placed, i)))
      count_one (counts, g_ptr_array_index (placed, i));
  for (guint i = 0; i < conflicts->len; i++)
    {
      const CogLensConflict *conflict = g_ptr_array_index (conflicts, i);

      if (!cog_placed_finding_waits (conflict->placed))
        count_one (counts, conflict->placed);
    }
  return counts;
}

GPtrArray *
cog_lens_index_dup_siblings (CogLensIndex *self,
                             const CogLensFinding *finding,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GPtrArray) placed = NULL;
  GPtrArray *siblings;

  g_return_val_if_fail (finding != NULL, NULL);

  placed = cog_lens_index_dup_findings (self, NULL, cancellable, error);
  if (placed == NULL)
    return NULL;
  siblings = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_placed_finding_unref);
  for (guint i = 0; i < placed->len; i++)
    {
      const CogPlacedFinding *one = g_ptr_array_index (placed, i);

      if (one->finding->lens == finding->lens && finding->subject != NULL &&
          g_strcmp0 (one->finding->subject, finding->subject) == 0)
        g_ptr_array_add (siblings, cog_placed_finding_ref (one));
    }
  return siblings;
}
