/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-conflict.h"

#include "cog-conflict-search-private.h"
#include "cog-lens-index-private.h"
#include "cog-placed-finding-private.h"

void
cog_lens_conflict_free (CogLensConflict *conflict)
{
  if (conflict == NULL)
    return;
  cog_placed_finding_unref (conflict->placed);
  g_free (conflict->here);
  g_free (conflict->there);
  g_free (conflict->other);
  g_free (conflict->section);
  g_free (conflict);
}

CogLensConflict *
cog_lens_conflict_copy (const CogLensConflict *conflict)
{
  CogLensConflict *copy;

  g_return_val_if_fail (conflict != NULL, NULL);

  copy = g_new0 (CogLensConflict, 1);
  *copy = *conflict;
  copy->placed = cog_placed_finding_ref (conflict->placed);
  copy->here = g_strdup (conflict->here);
  copy->there = g_strdup (conflict->there);
  copy->other = g_strdup (conflict->other);
  copy->section = g_strdup (conflict->section);
  return copy;
}

static gboolean
compare_all (CogConflictSearch *self,
             GPtrArray *findings,
             GCancellable *cancellable,
             GError **error)
{
  cog_conflict_search_read_sections (self, findings);
  for (guint i = 0; i < findings->len; i++)
    cog_conflict_search_compare_agreed (self, g_ptr_array_index (findings, i));
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const CogLensCluster *cluster = g_ptr_array_index (self->clusters, i);
      const CogPlacedFinding *first = g_ptr_array_index (cluster->members, 0);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (cluster->n_changed == 0)
        continue;
      if (cog_conflict_is_local (first->finding))
        cog_conflict_search_compare_amounts (self, cluster);
      else
        cog_conflict_search_compare_names (self, cluster);
    }
  cog_conflict_search_compare_problems (self, findings);
  return TRUE;
}

/* findings: of the whole book */
static GPtrArray *
find_conflicts (CogProject *project, GPtrArray *findings, GCancellable *cancellable, GError **error)
{
  g_auto (CogConflictSearch) search = { { NULL } };
  GPtrArray *conflicts;

  if (!cog_conflict_search_init (&search, project, findings, error) ||
      !compare_all (&search, findings, cancellable, error))
    return NULL;
  conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_lens_conflict_free);
  for (guint i = 0; i < findings->len; i++)
    {
      gpointer conflict = NULL;

      if (g_hash_table_steal_extended (search.found, g_ptr_array_index (findings, i), NULL,
                                       &conflict))
        g_ptr_array_add (conflicts, conflict);
    }
  return conflicts;
}

GPtrArray *
cog_lens_index_dup_conflicts (CogLensIndex *index, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  GPtrArray *conflicts;
  guint generation;

  g_return_val_if_fail (COG_IS_LENS_INDEX (index), NULL);

  conflicts = cog_lens_kept_dup_conflicts (cog_lens_index_get_kept (index), &generation);
  if (conflicts != NULL)
    return conflicts;
  findings = cog_lens_index_dup_findings (index, NULL, cancellable, error);
  conflicts = findings != NULL ? find_conflicts (cog_lens_index_get_project (index), findings,
                                                 cancellable, error)
                               : NULL;
  if (conflicts != NULL)
    cog_lens_kept_set_conflicts (cog_lens_index_get_kept (index), conflicts, generation);
  return conflicts;
}

const CogLensConflict *
cog_lens_conflicts_find (GPtrArray *conflicts, const CogPlacedFinding *placed)
{
  g_return_val_if_fail (conflicts != NULL && placed != NULL, NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const CogLensConflict *conflict = g_ptr_array_index (conflicts, i);

      if (cog_lens_finding_is_same (conflict->placed->finding, placed->finding))
        return conflict;
    }
  return NULL;
}
