/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-index.h"

static void
cluster_free (gpointer data)
{
  CogLensCluster *cluster = data;

  g_ptr_array_unref (cluster->members);
  g_free (cluster);
}

static void
add_member (CogLensCluster *cluster, CogPlacedFinding *placed)
{
  g_ptr_array_add (cluster->members, placed);
  cluster->n_open += placed->is_open;
  cluster->n_changed += placed->answer != NULL && cog_choice_changes_text (placed->answer->choice);
}

GPtrArray *
cog_lens_clusters_new (GPtrArray *findings)
{
  GPtrArray *clusters = g_ptr_array_new_with_free_func (cluster_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (findings != NULL, clusters);

  for (guint i = 0; i < findings->len; i++)
    {
      CogPlacedFinding *placed = g_ptr_array_index (findings, i);
      CogLensCluster *cluster;

      if (placed->finding->subject == NULL)
        continue;
      cluster = g_hash_table_lookup (known, placed->finding->subject);
      if (cluster == NULL)
        {
          cluster = g_new0 (CogLensCluster, 1);
          cluster->subject = placed->finding->subject;
          cluster->members = g_ptr_array_new ();
          g_hash_table_insert (known, placed->finding->subject, cluster);
          g_ptr_array_add (clusters, cluster);
        }
      add_member (cluster, placed);
    }
  for (guint i = clusters->len; i > 0; i--)
    if (((CogLensCluster *)g_ptr_array_index (clusters, i - 1))->members->len < 2)
      g_ptr_array_remove_index (clusters, i - 1);
  return clusters;
}
