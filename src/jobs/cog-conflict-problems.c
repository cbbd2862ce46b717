/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-conflict-search-private.h"

#include <string.h>

static void
add_to_map (CogConflictSearch *self, const char *section)
{
  g_autoptr (GPtrArray) units = NULL;
  g_autofree char *skeleton = NULL;

  if (!g_hash_table_add (self->sections, g_strdup (section)))
    return;
  units = cog_project_list_units (self->context.project, section, NULL);
  skeleton = cog_project_dup_skeleton (self->context.project, section, TRUE, NULL);
  if (units != NULL)
    cog_problem_map_add (self->map, skeleton, units);
}

void
cog_conflict_search_read_sections (CogConflictSearch *self, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (findings, i);

      if (placed->finding->subject != NULL && cog_conflict_is_local (placed->finding) &&
          cog_conflict_get_change (placed) != NULL)
        add_to_map (self, placed->section);
    }
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const CogLensCluster *cluster = g_ptr_array_index (self->clusters, i);

      for (guint k = 0; cluster->n_changed > 0 && k < cluster->members->len; k++)
        {
          const CogPlacedFinding *placed = g_ptr_array_index (cluster->members, k);

          if (cog_conflict_is_local (placed->finding))
            add_to_map (self, placed->section);
        }
    }
}

/* "speed", "USD": what is counted together in a problem. */
static char *
dup_family (const CogPlacedFinding *placed)
{
  const char *subject = placed->finding->subject;

  return g_strdup_printf ("%s\n%s\n%.*s", placed->section, placed->finding->lens,
                          (int)strcspn (subject, " "), subject);
}

static void
find_beside (CogConflictSearch *self, const CogPlacedFinding *open, GPtrArray *family)
{
  for (guint i = 0; i < family->len; i++)
    {
      const CogPlacedFinding *other = g_ptr_array_index (family, i);
      g_autofree char *change = NULL;

      if (cog_conflict_get_change (other) == NULL ||
          cog_problem_map_compare (self->map, open->finding->unit, other->finding->unit) !=
              COG_TOGETHER_PROBLEM)
        continue;
      change = g_strdup_printf ("%s → %s", other->finding->text, other->answer->words);
      cog_conflict_search_add (self, COG_LENS_CONFLICT_BESIDE, open, NULL, change, other);
      return;
    }
}

/* Families of amounts of which some were changed. (transfer full)
 * (element-type utf8 GPtrArray of CogPlacedFinding) */
static GHashTable *
collect_families (CogConflictSearch *self, GPtrArray *findings)
{
  GHashTable *families =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < findings->len; i++)
    {
      CogPlacedFinding *placed = g_ptr_array_index (findings, i);
      g_autofree char *name = NULL;

      if (placed->finding->subject == NULL || !cog_conflict_is_local (placed->finding) ||
          cog_conflict_get_change (placed) == NULL)
        continue;
      name = dup_family (placed);
      if (!g_hash_table_contains (families, name))
        g_hash_table_insert (families, g_steal_pointer (&name), g_ptr_array_new ());
    }
  for (guint i = 0; g_hash_table_size (families) > 0 && i < findings->len; i++)
    {
      CogPlacedFinding *placed = g_ptr_array_index (findings, i);
      g_autofree char *name = NULL;
      GPtrArray *family;

      if (placed->finding->subject == NULL || !cog_conflict_is_local (placed->finding))
        continue;
      name = dup_family (placed);
      family = g_hash_table_lookup (families, name);
      if (family != NULL)
        g_ptr_array_add (family, placed);
    }
  return families;
}

void
cog_conflict_search_compare_problems (CogConflictSearch *self, GPtrArray *findings)
{
  g_autoptr (GHashTable) families = collect_families (self, findings);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GPtrArray *family = value;

      for (guint i = 0; i < family->len; i++)
        {
          const CogPlacedFinding *placed = g_ptr_array_index (family, i);

          if (placed->is_open)
            find_beside (self, placed, family);
        }
    }
}
