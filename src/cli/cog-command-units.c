/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"
#include "cog-project-update.h"

#include <glib/gi18n-lib.h>

static void
add_unit (JsonBuilder *builder, const CogUnit *unit, const char *former)
{
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
  if (former != NULL)
    cog_json_string (builder, "former_source", former);
  json_builder_end_object (builder);
}

/* An object a line; with --json they are one document, and a line each all the same. */
static void
print_units (CogCommandContext *context, CogProject *project, GPtrArray *units)
{
  if (context->json)
    cog_print ("[\n");
  for (guint i = 0; i < units->len; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) root = NULL;
      g_autofree char *line = NULL;
      g_autofree char *former = NULL;

      former = cog_project_dup_former_source (project,
                                              ((CogUnit *)g_ptr_array_index (units, i))->id, NULL);
      add_unit (builder, g_ptr_array_index (units, i), former);
      root = json_builder_get_root (builder);
      line = json_to_string (root, FALSE);
      cog_print ("%s%s\n", line, context->json && i + 1 < units->len ? "," : "");
    }
  if (context->json)
    cog_print ("]\n");
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

  project = cog_command_open (&cog_command_units, context, entries, &argc, &argv, 1,
                              COG_PROJECT_READ, &done, error);
  if (project == NULL)
    return done;
  if (section != NULL)
    {
      g_autofree char *there = cog_project_dup_skeleton (project, section, FALSE, error);

      if (there == NULL)
        return FALSE;
    }
  units = cog_project_list_units (project, section, error);
  if (units == NULL)
    return FALSE;
  print_units (context, project, units);
  return TRUE;
}

const CogCommand cog_command_units = {
  "units",
  "PROJECT [--section ID]",
  N_ ("Print the units, one JSON object a line"),
  run,
};
