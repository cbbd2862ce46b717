/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-conflict-search-private.h"

#include "cog-placed-finding-private.h"

#include <string.h>

static void
read_titles (CogConflictSearch *self)
{
  g_autoptr (GPtrArray) infos = cog_project_list_sections (self->context.project);

  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);

      g_hash_table_insert (self->titles, g_strdup (info->id),
                           g_strdup (cog_section_info_get_label (info, TRUE)));
    }
}

gboolean
cog_conflict_search_init (CogConflictSearch *self,
                          CogProject *project,
                          GPtrArray *findings,
                          GError **error)
{
  char *source = cog_project_dup_source_language (project);

  self->context.project = project;
  self->context.source = source != NULL ? source : g_strdup ("");
  self->context.language = cog_project_dup_language (project);
  self->agreements = cog_project_list_agreements (project, error);
  self->clusters = cog_lens_clusters_new (findings);
  self->map = cog_problem_map_new ();
  self->sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->found = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)cog_lens_conflict_free);
  read_titles (self);
  return self->agreements != NULL;
}

void
cog_conflict_search_clear (CogConflictSearch *self)
{
  g_free ((char *)self->context.source);
  g_free ((char *)self->context.language);
  g_clear_pointer (&self->clusters, g_ptr_array_unref);
  g_clear_pointer (&self->agreements, g_ptr_array_unref);
  g_clear_pointer (&self->map, cog_problem_map_free);
  g_clear_pointer (&self->sections, g_hash_table_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->found, g_hash_table_unref);
}

void
cog_conflict_search_add (CogConflictSearch *self,
                         CogLensConflictKind kind,
                         const CogPlacedFinding *placed,
                         const char *here,
                         const char *there,
                         const CogPlacedFinding *other)
{
  CogLensConflict *conflict;

  if (g_hash_table_contains (self->found, placed))
    return;
  conflict = g_new0 (CogLensConflict, 1);
  conflict->kind = kind;
  conflict->placed = cog_placed_finding_ref (placed);
  conflict->here = g_strdup (here != NULL ? here : placed->finding->text);
  conflict->there = g_strdup (there);
  if (other != NULL)
    {
      conflict->other = g_strdup (other->finding->unit);
      conflict->part = cog_problem_map_get_part (self->map, other->finding->unit);
      if (g_strcmp0 (other->section, placed->section) != 0)
        conflict->section = g_strdup (g_hash_table_lookup (self->titles, other->section));
    }
  g_hash_table_insert (self->found, (gpointer)placed, conflict);
}

gboolean
cog_conflict_is_local (const CogLensFinding *finding)
{
  static const char *const lenses[] = { "measures", "money", "numbers", NULL };

  return g_strv_contains (lenses, finding->lens) &&
         strpbrk (finding->subject, "0123456789") != NULL;
}

gboolean
cog_conflict_is_name (const CogLensFinding *finding)
{
  static const char *const lenses[] = { "people", "places", "institutions", NULL };

  return g_strv_contains (lenses, finding->lens);
}

const char *
cog_conflict_get_change (const CogPlacedFinding *placed)
{
  const CogLensAnswer *answer = placed->answer;

  return answer != NULL && !placed->is_lacking && answer->choice != COG_CHOICE_EXPLAIN
             ? cog_lens_answer_get_new_words (answer)
             : NULL;
}
