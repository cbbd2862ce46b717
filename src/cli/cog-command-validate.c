/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

#include "cog-reader.h"

#include <glib/gi18n-lib.h>

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  gboolean done;

  if (!cog_command_parse (&cog_command_validate, context, NULL, &argc, &argv, 1, 1, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  source = cog_source_new_for_path (argv[1], NULL, error);
  if (source == NULL)
    return FALSE;
  book = cog_reader_read (source, NULL, NULL, NULL, NULL, error);
  if (book == NULL)
    return FALSE;
  if (cog_book_validate (book, report))
    {
      cog_print (_ ("%s: in normal form\n"), argv[1]);
      return TRUE;
    }
  cog_print_report (context, report);
  cog_print (_ ("%s: not in normal form\n"), argv[1]);
  *exit_status = 1;
  return TRUE;
}

const CogCommand cog_command_validate = {
  "validate",
  "FILE-or-PROJECT",
  N_ ("Say whether all sections are in the book's normal form"),
  run,
};
