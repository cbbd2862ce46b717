/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-pdf-option.h"
#include "cog-publish-job.h"

#include <glib/gi18n-lib.h>

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

const CogCommand cog_command_export = {
  "export",
  "PROJECT OUT",
  N_ ("Publish: EPUB, PDF, one HTML file, a site as a folder or .zip, .docx, .odt, .md, .txt, "
      ".imscc, .scorm.zip"),
  run_export,
};
