/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-open-units.h"

static gboolean
has_words (const CogUnit *unit)
{
  return unit->source != NULL && unit->n_words > 0 && unit->kind != COG_UNIT_EQUATION &&
         unit->kind != COG_UNIT_DRAWING;
}

gboolean
cog_open_units_is_open (const CogUnit *unit)
{
  g_return_val_if_fail (unit != NULL, FALSE);

  return unit->state == COG_STATE_INITIAL && (unit->target == NULL || unit->target[0] == '\0') &&
         unit->decision == COG_DECISION_NONE && !cog_unit_continues (unit) && has_words (unit);
}

gboolean
cog_open_units_is_translated (const CogUnit *unit)
{
  g_return_val_if_fail (unit != NULL, FALSE);

  return unit->engine == NULL && unit->state != COG_STATE_INITIAL && unit->target != NULL &&
         unit->target[0] != '\0' && unit->decision != COG_DECISION_OMITTED && has_words (unit);
}

GHashTable *
cog_open_units_list_sections (CogProject *project, const char *const *sections)
{
  g_autoptr (GPtrArray) infos = NULL;
  GHashTable *wanted;
  guint omitted = G_MAXUINT; /* the depth of the one that is left out */

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  infos = cog_project_list_sections (project);
  wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < infos->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (infos, i);

      if (info->depth <= omitted)
        omitted = info->is_omitted ? info->depth : G_MAXUINT;
      if (omitted == G_MAXUINT && (sections == NULL || g_strv_contains (sections, info->id)))
        g_hash_table_add (wanted, g_strdup (info->id));
    }
  return wanted;
}

/* Source → target → how often. */
static void
count_target (GHashTable *counts, const CogUnit *unit)
{
  GHashTable *targets = g_hash_table_lookup (counts, unit->source);

  if (targets == NULL)
    {
      targets = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (counts, unit->source, targets);
    }
  g_hash_table_insert (
      targets, unit->target,
      GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (targets, unit->target)) + 1));
}

static GHashTable *
choose_targets (GPtrArray *units)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) counts =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);

  for (guint i = 0; i < units->len; i++)
    if (cog_open_units_is_translated (g_ptr_array_index (units, i)))
      count_target (counts, g_ptr_array_index (units, i));
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      GHashTable *targets =
          cog_open_units_is_translated (unit) ? g_hash_table_lookup (counts, unit->source) : NULL;
      const char *before = g_hash_table_lookup (known, unit->source != NULL ? unit->source : "");

      if (targets != NULL &&
          (before == NULL || GPOINTER_TO_UINT (g_hash_table_lookup (targets, unit->target)) >
                                 GPOINTER_TO_UINT (g_hash_table_lookup (targets, before))))
        g_hash_table_insert (known, g_strdup (unit->source), g_strdup (unit->target));
    }
  return known;
}

GPtrArray *
cog_open_units_list (CogProject *project,
                     const char *const *sections,
                     GHashTable **known,
                     GError **error)
{
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GHashTable) wanted = NULL;
  GPtrArray *open;

  g_return_val_if_fail (COG_IS_PROJECT (project), NULL);

  units = cog_project_list_units (project, NULL, error);
  if (units == NULL)
    return NULL;
  wanted = cog_open_units_list_sections (project, sections);
  open = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_unit_free);
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      if (cog_open_units_is_open (unit) && g_hash_table_contains (wanted, unit->section))
        g_ptr_array_add (open, cog_unit_copy (unit));
    }
  if (known != NULL)
    *known = choose_targets (units);
  return open;
}
