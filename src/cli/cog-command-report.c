/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"
#include "cog-report-print.h"

#include <glib/gi18n-lib.h>

static void
print_json (GPtrArray *reports)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < reports->len; i++)
    cog_json_import_report (builder, g_ptr_array_index (reports, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  gboolean done;

  project = cog_command_open (&cog_command_report, context, NULL, &argc, &argv, 1, COG_PROJECT_READ,
                              &done, error);
  if (project == NULL)
    return done;
  reports = cog_project_list_import_reports (project, error);
  if (reports == NULL)
    return FALSE;
  if (context->json)
    print_json (reports);
  for (guint i = 0; !context->json && i < reports->len; i++)
    cog_print_import_report (g_ptr_array_index (reports, i));
  return TRUE;
}

const CogCommand cog_command_report = {
  "report",
  "PROJECT",
  N_ ("What became of each source when it was imported: kept, simplified, dropped, unsure"),
  run,
};
