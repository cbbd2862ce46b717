/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-term-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
cog_term_check_dup_project (CogProject *project)
{
  g_autofree char *name = NULL;
  char *dot;

  g_return_val_if_fail (project != NULL, NULL);

  name = g_path_get_basename (cog_project_get_path (project));
  dot = strrchr (name, '.');
  if (dot != NULL && dot > name)
    *dot = '\0';
  return g_steal_pointer (&name);
}

CogGlossaryPair *
cog_term_check_open_pair (CogGlossary *glossary, CogProject *project, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *own = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  CogGlossaryFilter filter = { NULL };

  g_return_val_if_fail (glossary != NULL && project != NULL, NULL);

  from = cog_project_dup_source_language (project);
  to = cog_project_dup_language (project);
  own = cog_term_check_dup_project (project);
  filter.from = from != NULL ? from : "und";
  filter.to = to != NULL ? to : "und";
  filter.project = own != NULL ? own : "";
  entries = cog_glossary_list (glossary, &filter, error);
  return entries != NULL ? cog_glossary_pair_new (entries, filter.from, filter.to) : NULL;
}

/* What was left out or taken over as it was has no translation. */
static gboolean
is_translated (const CogUnit *unit)
{
  return unit->source != NULL && unit->target != NULL && unit->target[0] != '\0' &&
         unit->state != COG_STATE_INITIAL && unit->decision != COG_DECISION_OMITTED &&
         unit->decision != COG_DECISION_KEPT && unit->decision != COG_DECISION_REPLACED &&
         unit->kind != COG_UNIT_EQUATION && unit->kind != COG_UNIT_DRAWING &&
         !cog_unit_continues (unit);
}

static void
check_unit (CogGlossaryPair *pair, const CogUnit *unit, GPtrArray *findings)
{
  g_autoptr (CogText) source = cog_text_new_from_xhtml (unit->source, NULL);
  g_autoptr (CogText) target = cog_text_new_from_xhtml (unit->target, NULL);

  if (source != NULL && target != NULL)
    g_ptr_array_extend_and_steal (findings,
                                  cog_glossary_check_text (pair, unit->id, source, target));
}

GPtrArray *
cog_term_check_project (CogProject *project,
                        CogGlossaryPair *pair,
                        const CogProgress *progress,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) findings =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_term_finding_free);

  g_return_val_if_fail (project != NULL && pair != NULL, NULL);

  cog_glossary_pair_forget (pair);
  sections = cog_project_list_sections (project);
  for (guint i = 0; sections != NULL && i < sections->len; i++)
    {
      const CogSectionInfo *section = g_ptr_array_index (sections, i);
      g_autoptr (GPtrArray) units = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      cog_progress_tell (progress, (double)i / sections->len, _ ("Looking at the terms…"));
      units = section->is_omitted ? NULL : cog_project_list_units (project, section->id, error);
      if (units == NULL && !section->is_omitted)
        return NULL;
      for (guint k = 0; units != NULL && k < units->len; k++)
        if (is_translated (g_ptr_array_index (units, k)))
          check_unit (pair, g_ptr_array_index (units, k), findings);
    }
  g_ptr_array_extend_and_steal (findings, cog_glossary_pair_list_mixed (pair));
  return g_steal_pointer (&findings);
}
