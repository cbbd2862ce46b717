/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

#include "cog-pdf-option.h"
#include "cog-publish-job.h"
#include "cog-reading-option.h"
#include "cog-web-option.h"

#include <glib/gi18n-lib.h>

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_auto (CogPdfOption) pdf = { 0 };
  g_auto (CogReadingOption) reading = { NULL };
  g_auto (CogWebOption) web = { 0 };
  g_autofree char *path = NULL;
  CogWriterOptions options;
  CogReadingOptions how;
  const GOptionEntry entries[] = { COG_PDF_OPTION_ENTRIES (&pdf),
                                   COG_READING_OPTION_ENTRIES (&reading),
                                   COG_WEB_OPTION_ENTRIES (&web), G_OPTION_ENTRY_NULL };
  gboolean done;

  if (!cog_command_parse (&cog_command_convert, context, entries, &argc, &argv, 2, 2, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (!cog_pdf_option_parse (&pdf, &options, error) ||
      !cog_reading_option_parse (&reading, &how, error))
    return FALSE;
  path = cog_web_option_resolve (&web, context, argv[1], report, error);
  if (path == NULL || !cog_publish_converted (path, &how, argv[2], &options, report,
                                              cog_command_get_progress (context), NULL, error))
    return FALSE;
  cog_print_done (context, argv[2], cog_writer_find (argv[2], NULL)->id, report);
  return TRUE;
}

const CogCommand cog_command_convert = {
  "convert",
  "IN OUT",
  N_ ("Change a file’s format; nothing is adapted"),
  run,
};
