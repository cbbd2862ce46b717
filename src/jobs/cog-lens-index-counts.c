/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-index.h"

#include <string.h>

/* What is asked of all findings of a book together. */

GHashTable *
cog_lens_index_list_open (CogLensIndex *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) placed = cog_lens_index_dup_findings (self, NULL, cancellable, error);
  GHashTable *units;

  if (placed == NULL)
    return NULL;
  units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < placed->len; i++)
    {
      const CogPlacedFinding *one = g_ptr_array_index (placed, i);

      if (one->is_open || one->is_lacking)
        g_hash_table_add (units, g_strdup (one->finding->unit));
    }
  return units;
}

GHashTable *
cog_lens_index_count_open (CogLensIndex *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) placed = cog_lens_index_dup_findings (self, NULL, cancellable, error);
  GHashTable *counts;

  if (placed == NULL)
    return NULL;
  counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < placed->len; i++)
    {
      const CogPlacedFinding *one = g_ptr_array_index (placed, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, one->section));

      if (one->is_open || one->is_lacking)
        g_hash_table_replace (counts, g_strdup (one->section), GUINT_TO_POINTER (n + 1));
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
