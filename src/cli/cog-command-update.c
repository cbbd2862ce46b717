/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-error.h"
#include "cog-reading-option.h"
#include "cog-update-job.h"

#include <glib/gi18n-lib.h>

static void
print_json (const CogSourceUpdate *result, CogReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cog_json_int (builder, "unchanged", result->n_unchanged);
  cog_json_int (builder, "changed", result->n_changed);
  cog_json_int (builder, "to_check", result->n_marked);
  cog_json_int (builder, "added", result->n_added);
  cog_json_int (builder, "vanished", result->n_vanished);
  cog_json_int (builder, "dropped_untouched", result->n_dropped);
  cog_json_int (builder, "sections_added", result->n_sections_added);
  cog_json_int (builder, "sections_vanished", result->n_sections_vanished);
  cog_json_string (builder, "licence_before", result->licence_before);
  cog_json_string (builder, "licence_after", result->licence_after);
  cog_json_string (builder, "copy", result->copy);
  cog_json_findings (builder, "dropped", report, TRUE);
  cog_json_findings (builder, "warnings", report, FALSE);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static void
print (CogCommandContext *context, const CogSourceUpdate *result, CogReport *report)
{
  const char *before = result->licence_before != NULL ? result->licence_before : _ ("not known");
  const char *after = result->licence_after != NULL ? result->licence_after : _ ("not known");

  if (context->json)
    {
      print_json (result, report);
      return;
    }
  cog_print ("unchanged\t%u\nchanged\t%u\nto-check\t%u\nadded\t%u\nvanished\t%u\ncopy\t%s\n",
             result->n_unchanged, result->n_changed, result->n_marked, result->n_added,
             result->n_vanished, result->copy);
  if (g_strcmp0 (result->licence_before, result->licence_after) != 0)
    {
      /* Translators: two licences, as "CC-BY-4.0". */
      cog_print (_ ("The licence was %s and is now %s."), before, after);
      cog_print ("\n");
    }
  cog_print_report (context, report);
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autofree char *source = NULL;
  g_auto (CogReadingOption) reading = { NULL };
  g_autoptr (CogProject) project = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  CogReadingOptions how;
  CogSourceUpdate result = { 0 };
  gboolean done;
  gboolean ok;
  const GOptionEntry entries[] = { { "source", 0, 0, G_OPTION_ARG_STRING, &source,
                                     N_ ("Which source of the project"), N_ ("ID") },
                                   COG_READING_OPTION_ENTRIES (&reading),
                                   G_OPTION_ENTRY_NULL };

  project = cog_command_open (&cog_command_update, context, entries, &argc, &argv, 2,
                              COG_PROJECT_WRITE, &done, error);
  if (project == NULL)
    return done;
  if (argc != 3)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"),
                   cog_command_update.name, cog_command_update.synopsis);
      return FALSE;
    }
  if (!cog_reading_option_parse (&reading, &how, error))
    return FALSE;
  ok = cog_update_job_run (project, source != NULL ? source : "s1", argv[2], &how, report, &result,
                           cog_command_get_progress (context), NULL, error);
  cog_command_end_progress (context);
  ok = ok && cog_project_close (project, error);
  if (ok)
    print (context, &result, report);
  cog_source_update_clear (&result);
  return ok;
}

const CogCommand cog_command_update = {
  "update",
  "PROJECT [--source ID] FILE",
  N_ ("Put a new edition of a source in its place; what was translated stays"),
  run,
};
