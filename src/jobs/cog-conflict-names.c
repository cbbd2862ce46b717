/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-conflict-search-private.h"

#include "cog-placed-finding-private.h"

static void
compare_name (CogConflictSearch *self, const CogLensCluster *cluster, const CogPlacedFinding *one)
{
  const char *language = self->context.language;
  const char *name = cog_conflict_get_change (one);
  const CogPlacedFinding *found = NULL;
  guint n = 0, n_other = 0;

  for (guint i = 0; i < cluster->members->len; i++)
    {
      const CogPlacedFinding *other = g_ptr_array_index (cluster->members, i);
      const char *words = cog_conflict_get_change (other);

      if (words == NULL)
        continue;
      if (cog_lens_names_same (name, words, language))
        n++;
      else if (found == NULL ||
               cog_lens_names_same (cog_conflict_get_change (found), words, language))
        {
          n_other++;
          found = found != NULL ? found : other;
        }
    }
  if (n_other >= n)
    cog_conflict_search_add (self, COG_LENS_CONFLICT_DIFFERS, one, name,
                             cog_conflict_get_change (found), found);
}

static void
find_differences (CogConflictSearch *self, const CogLensCluster *cluster)
{
  for (guint i = 0; i < cluster->members->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (cluster->members, i);

      /* Where one was agreed on, that is the right one. */
      if (cog_conflict_is_name (placed->finding) && cog_conflict_get_change (placed) != NULL &&
          cog_lens_find_agreement (self->agreements, placed->finding) == NULL)
        compare_name (self, cluster, placed);
    }
}

static void
find_half_done (CogConflictSearch *self, const CogLensCluster *cluster)
{
  const CogPlacedFinding *changed = NULL;

  for (guint i = 0; changed == NULL && i < cluster->members->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (cluster->members, i);

      if (cog_lens_answer_get_new_words (placed->answer) != NULL)
        changed = placed;
    }
  for (guint i = 0; changed != NULL && i < cluster->members->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (cluster->members, i);

      if (placed->is_open)
        cog_conflict_search_add (self, COG_LENS_CONFLICT_HALF_DONE, placed, NULL,
                                 changed->answer->words, changed);
    }
}

void
cog_conflict_search_compare_names (CogConflictSearch *self, const CogLensCluster *cluster)
{
  find_differences (self, cluster);
  find_half_done (self, cluster);
}
