/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-reading.h"

#include <glib/gi18n-lib.h>

/* A project's two sides: each source, and the adaptation. */
static gboolean
validate_project (const char *path, CogReport *report, gboolean *valid, GError **error)
{
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_READ, error);
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (CogBook) book = NULL;

  if (project == NULL)
    return FALSE;
  sources = cog_project_list_sources (project);
  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);
      g_autoptr (CogBook) original = cog_project_dup_source_book (project, source->id, error);

      if (original == NULL)
        return FALSE;
      *valid &= cog_book_validate (original, report);
    }
  book = cog_project_dup_adaptation (project, NULL, error);
  if (book == NULL)
    return FALSE;
  *valid &= cog_book_validate (book, report);
  return TRUE;
}

static gboolean
validate_file (const char *path, CogReport *report, gboolean *valid, GError **error)
{
  g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, error);
  g_autoptr (CogBook) book = NULL;

  if (source == NULL)
    return FALSE;
  book = cog_reading_read (source, NULL, NULL, NULL, NULL, error);
  if (book == NULL)
    return FALSE;
  *valid = cog_book_validate (book, report);
  return TRUE;
}

static void
print_json (const char *path, gboolean valid, CogReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cog_json_string (builder, "file", path);
  cog_json_boolean (builder, "valid", valid);
  cog_json_findings (builder, "findings", report, FALSE);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogReport) report = cog_report_new ();
  gboolean valid = TRUE;
  gboolean done;

  if (!cog_command_parse (&cog_command_validate, context, NULL, &argc, &argv, 1, 1, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (!(cog_command_is_project (argv[1]) ? validate_project (argv[1], report, &valid, error)
                                         : validate_file (argv[1], report, &valid, error)))
    return FALSE;
  if (context->json)
    print_json (argv[1], valid, report);
  else
    {
      cog_print_report (context, report);
      cog_print (valid ? _ ("%s: in normal form\n") : _ ("%s: not in normal form\n"), argv[1]);
    }
  *exit_status = valid ? 0 : 1;
  return TRUE;
}

const CogCommand cog_command_validate = {
  "validate",
  "FILE-or-PROJECT",
  N_ ("Say whether all sections are in the book’s normal form"),
  run,
};
