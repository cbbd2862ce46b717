/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

#include "cog-project-recover.h"

#include <glib/gi18n-lib.h>

static void
print_json (const char *to, const CogRecovery *result, CogReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cog_json_string (builder, "project", to);
  cog_json_int (builder, "units", result->n_units);
  cog_json_int (builder, "translated", result->n_translated);
  cog_json_int (builder, "blank", result->n_blank);
  cog_json_findings (builder, "lost", report, TRUE);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogReport) report = cog_report_new ();
  CogRecovery result = { 0 };
  gboolean done;
  gboolean ok;

  if (!cog_command_parse (&cog_command_recover, context, NULL, &argc, &argv, 2, 2, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  ok = cog_project_recover (argv[1], argv[2], report, &result, cog_command_get_progress (context),
                            NULL, error);
  cog_command_end_progress (context);
  if (!ok)
    return FALSE;
  if (context->json)
    print_json (argv[2], &result, report);
  else
    {
      cog_print ("units\t%u\ntranslated\t%u\nblank\t%u\n", result.n_units, result.n_translated,
                 result.n_blank);
      cog_print_report (context, report);
    }
  return TRUE;
}

const CogCommand cog_command_recover = {
  "recover",
  "DAMAGED-PROJECT NEW-PROJECT",
  N_ ("Make a new project of all that can be read of a damaged one"),
  run,
};
