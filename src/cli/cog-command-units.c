/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

#include <glib/gi18n-lib.h>

static void
print_unit (const CogUnit *unit)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cog_json_string (builder, "id", unit->id);
  cog_json_string (builder, "section", unit->section);
  cog_json_string (builder, "kind", cog_unit_kind_to_nick (unit->kind));
  cog_json_string (builder, "source", unit->source);
  cog_json_string (builder, "target", unit->target);
  cog_json_string (builder, "state", cog_state_to_nick (unit->state));
  cog_json_string (builder, "decision", cog_decision_to_nick (unit->decision));
  cog_json_string (builder, "reason", unit->reason);
  cog_json_string (builder, "note", unit->note);
  json_builder_end_object (builder);
  cog_print_json (builder, FALSE);
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autofree char *section = NULL;
  const GOptionEntry entries[] = { { "section", 0, 0, G_OPTION_ARG_STRING, &section,
                                     N_ ("Only the units of this section"), N_ ("ID") },
                                   G_OPTION_ENTRY_NULL };
  gboolean done;

  if (!cog_command_parse (&cog_command_units, context, entries, &argc, &argv, 1, 1, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  project = cog_project_open (argv[1], COG_PROJECT_READ, error);
  if (project == NULL)
    return FALSE;
  if (section != NULL)
    {
      g_autofree char *there = cog_project_dup_skeleton (project, section, FALSE, error);

      if (there == NULL)
        return FALSE;
    }
  units = cog_project_list_units (project, section, error);
  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    print_unit (g_ptr_array_index (units, i));
  return TRUE;
}

const CogCommand cog_command_units = {
  "units",
  "PROJECT [--section ID]",
  N_ ("Print the units, one JSON object a line"),
  run,
};
