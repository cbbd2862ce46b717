/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-check-job.h"
#include "cog-pdf-option.h"
#include "cog-publish-job.h"

#include <glib/gi18n-lib.h>

static void
print_checks (CogCommandContext *context, CogReport *report)
{
  GPtrArray *findings = cog_report_get_findings (report);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = cog_finding_dup_sentence (finding);

      if (!context->json)
        {
          cog_print ("%s\t%s\t%s\t%s\n", cog_severity_to_nick (finding->kind->severity),
                     finding->kind->id, finding->place, sentence);
          continue;
        }
      json_builder_begin_object (builder);
      cog_json_string (builder, "severity", cog_severity_to_nick (finding->kind->severity));
      cog_json_string (builder, "kind", finding->kind->id);
      cog_json_string (builder, "unit", finding->place);
      cog_json_string (builder, "message", sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
}

static gboolean
run_check (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  gboolean done;

  project = cog_command_open (&cog_command_check, context, NULL, &argc, &argv, 1, COG_PROJECT_READ,
                              &done, error);
  if (project == NULL)
    return done;
  if (!cog_check_project (project, report, error))
    return FALSE;
  print_checks (context, report);
  *exit_status = cog_check_has_errors (report) ? 1 : 0;
  return TRUE;
}

static gboolean
run_export (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_auto (GStrv) sections = NULL;
  g_auto (CogPdfOption) pdf = { 0 };
  CogPublishOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "section", 0, 0, G_OPTION_ARG_STRING_ARRAY, &sections,
      N_ ("Only this section; may be given several times"), N_ ("ID") },
    COG_PDF_OPTION_ENTRIES (&pdf),
    { "bilingual", 0, 0, G_OPTION_ARG_NONE, &options.edition.is_bilingual,
      N_ ("With the original after each passage"), NULL },
    { "sides", 0, 0, G_OPTION_ARG_STRING, &pdf.sides,
      /* Translators: columns, pages and below are typed as they are here. */
      N_ ("How a PDF in both languages shows them: columns, pages (facing each other) or below"),
      "SIDES" },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &options.edition.is_draft,
      N_ ("In spite of errors, marked as a draft"), NULL },
    G_OPTION_ENTRY_NULL
  };
  gboolean done;

  if (!cog_command_parse (&cog_command_export, context, entries, &argc, &argv, 2, 2, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (!cog_pdf_option_parse (&pdf, &options.writer, error))
    return FALSE;
  context->file = argv[1];
  project = cog_project_open (argv[1], COG_PROJECT_READ, error);
  if (project == NULL)
    return FALSE;
  options.edition.sections = (const char *const *)sections;
  if (!cog_publish_project (project, argv[2], &options, report, cog_command_get_progress (context),
                            NULL, error))
    {
      cog_print_report (context, report);
      return FALSE;
    }
  cog_print_done (context, argv[2], cog_writer_find (argv[2], NULL)->id, report);
  return TRUE;
}

const CogCommand cog_command_check = {
  "check",
  "PROJECT",
  N_ ("Say what stands in the way of publishing"),
  run_check,
};

const CogCommand cog_command_export = {
  "export",
  "PROJECT OUT",
  N_ ("Publish: EPUB, PDF, one HTML file, a site as a folder or .zip"),
  run_export,
};
