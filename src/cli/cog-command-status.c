/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint sections, units, words, words_done;
  guint by_state[4];
  guint by_decision[7];
  guint words_by_state[4];
  guint words_by_decision[7];
  guint machine, words_machine;
  GPtrArray *list; /* (element-type CogSectionInfo) */
} Totals;

static gboolean
add_words (CogProject *project, const CogSectionInfo *info, Totals *totals, GError **error)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, info->id, error);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      totals->words_by_decision[unit->decision] += unit->n_words;
      if (unit->decision != COG_DECISION_OMITTED && !info->is_omitted)
        totals->words_by_state[unit->state] += unit->n_words;
    }
  return units != NULL;
}

static gboolean
add_up (CogProject *project, Totals *totals, GError **error)
{
  GPtrArray *sections = totals->list;

  totals->sections = sections->len;
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      totals->units += info->n_units;
      totals->words += info->n_words;
      totals->words_done += info->n_words_done;
      if (!info->is_omitted)
        {
          totals->machine += info->n_units_machine;
          totals->words_machine += info->n_words_machine;
        }
      for (guint s = 0; s < G_N_ELEMENTS (totals->by_state); s++)
        totals->by_state[s] += info->n_by_state[s];
      for (guint d = 0; d < G_N_ELEMENTS (totals->by_decision); d++)
        totals->by_decision[d] += info->n_by_decision[d];
      if (!add_words (project, info, totals, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_states (JsonBuilder *builder, const char *name, const guint *counts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (int s = COG_STATE_INITIAL; s <= COG_STATE_FINAL; s++)
    cog_json_int (builder, cog_state_to_nick ((CogState)s), counts[s]);
  json_builder_end_object (builder);
}

static void
add_decisions (JsonBuilder *builder, const char *name, const guint *counts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (int d = COG_DECISION_NONE; d <= COG_DECISION_ADDED; d++)
    cog_json_int (builder, cog_decision_to_nick ((CogDecision)d), counts[d]);
  json_builder_end_object (builder);
}

/* What is as an engine wrote it, and nobody looked at: in all, and of each section that has some.
 */
static void
add_machine (JsonBuilder *builder, const Totals *totals)
{
  cog_json_int (builder, "units_machine", totals->machine);
  cog_json_int (builder, "words_machine", totals->words_machine);
  json_builder_set_member_name (builder, "sections_machine");
  json_builder_begin_array (builder);
  for (guint i = 0; i < totals->list->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (totals->list, i);

      if (info->n_units_machine == 0 || info->is_omitted)
        continue;
      json_builder_begin_object (builder);
      cog_json_string (builder, "id", info->id);
      cog_json_int (builder, "words", info->n_words);
      cog_json_int (builder, "units_machine", info->n_units_machine);
      cog_json_int (builder, "words_machine", info->n_words_machine);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (CogProject *project, const Totals *totals)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  g_autofree char *title = cog_project_dup_title (project);
  g_autofree char *language = cog_project_dup_language (project);
  g_autofree char *source_language = cog_project_dup_source_language (project);
  g_autofree char *licence = cog_project_dup_licence (project);

  json_builder_begin_object (builder);
  cog_json_string (builder, "title", title);
  cog_json_string (builder, "language", language);
  cog_json_string (builder, "source_language", source_language);
  cog_json_string (builder, "licence", licence);
  cog_json_int (builder, "sections", totals->sections);
  cog_json_int (builder, "units", totals->units);
  cog_json_int (builder, "words", totals->words);
  cog_json_int (builder, "words_done", totals->words_done);
  add_states (builder, "states", totals->by_state);
  add_decisions (builder, "decisions", totals->by_decision);
  add_states (builder, "words_by_state", totals->words_by_state);
  add_decisions (builder, "words_by_decision", totals->words_by_decision);
  add_machine (builder, totals);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      json_builder_begin_object (builder);
      cog_json_string (builder, "id", source->id);
      cog_json_string (builder, "format", source->reader);
      cog_json_string (builder, "file", source->original_name);
      cog_json_string (builder, "title", source->credit->title);
      cog_json_string (builder, "language", source->language);
      cog_json_string (builder, "licence", source->credit->licence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static void
print_text (CogProject *project, const Totals *totals)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  g_autofree char *title = cog_project_dup_title (project);
  g_autofree char *language = cog_project_dup_language (project);
  g_autofree char *source_language = cog_project_dup_source_language (project);
  g_autofree char *licence = cog_project_dup_licence (project);

  cog_print ("%s\n", title);
  cog_print ("%s → %s\n", source_language != NULL ? source_language : "?", language);
  cog_print (_ ("Licence: %s\n"), licence != NULL ? licence : _ ("not chosen"));
  cog_print (_ ("%u sections, %u units, %u of %u words done\n"), totals->sections, totals->units,
             totals->words_done, totals->words);
  /* Units, then words. */
  for (int s = COG_STATE_INITIAL; s <= COG_STATE_FINAL; s++)
    cog_print ("%-12s %8u %8u\n", cog_state_to_nick ((CogState)s), totals->by_state[s],
               totals->words_by_state[s]);
  for (int d = COG_DECISION_KEPT; d <= COG_DECISION_ADDED; d++)
    cog_print ("%-12s %8u %8u\n", cog_decision_to_nick ((CogDecision)d), totals->by_decision[d],
               totals->words_by_decision[d]);
  if (totals->machine > 0)
    cog_print ("%-12s %8u %8u\n", "machine", totals->machine, totals->words_machine);
  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      cog_print ("%s\t%s\t%s\n", source->id, source->original_name, source->credit->title);
    }
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  Totals totals = { 0 };
  gboolean done;

  project = cog_command_open (&cog_command_status, context, NULL, &argc, &argv, 1, COG_PROJECT_READ,
                              &done, error);
  if (project == NULL)
    return done;
  sections = cog_project_list_sections (project);
  totals.list = sections;
  if (!add_up (project, &totals, error))
    return FALSE;
  if (context->json)
    print_json (project, &totals);
  else
    print_text (project, &totals);
  return TRUE;
}

const CogCommand cog_command_status = {
  "status",
  "PROJECT",
  N_ ("Show languages, progress by state and decision, and sources"),
  run,
};
