/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

#include "cog-error.h"
#include "cog-import-job.h"
#include "cog-licence-meaning.h"
#include "cog-reading-option.h"
#include "cog-web-option.h"

#include <glib/gi18n-lib.h>

static const CogFindingKind not_adaptable = {
  "not-adaptable", COG_SEVERITY_WARNING, FALSE,
  /* Translators: %1 is what a licence means: "You may share it unchanged, but not …", %2 what can
   * be done. */
  N_ ("%1 %2")
};

/* Before any work is done: what may not be adapted, or of which nobody knows. */
static void
add_warnings (CogProject *project, CogReport *report)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);

  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);
      const char *licence = source->credit->licence;
      const char *const *ways = cog_licence_meaning_list_ways_on (licence);
      g_autoptr (GString) words = g_string_new (NULL);

      if (ways == NULL)
        continue;
      for (guint k = 0; ways[k] != NULL; k++)
        g_string_append_printf (words, "%s%s", k > 0 ? " " : "", _ (ways[k]));
      cog_report_add (report, &not_adaptable, source->original_name,
                      cog_licence_meaning_describe_source (licence), words->str);
    }
}

/* Addresses become the paths of what was fetched. */
static gboolean
resolve (
    CogWebOption *web, CogCommandContext *context, char **files, CogReport *report, GError **error)
{
  for (guint i = 0; files[i] != NULL; i++)
    {
      char *path = cog_web_option_resolve (web, context, files[i], report, error);

      if (path == NULL)
        return FALSE;
      g_free (files[i]);
      files[i] = path;
    }
  return TRUE;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_auto (CogWebOption) web = { 0 };
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogProject) project = NULL;
  g_auto (GStrv) files = NULL;
  g_autofree char *language = NULL;
  g_autofree char *title = NULL;
  g_auto (CogReadingOption) reading = { NULL };
  CogReadingOptions options;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files,
      N_ ("A source; may be given several times"), N_ ("FILE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &language,
      N_ ("Language and place of the adaptation, such as ar-EG"), N_ ("LANG") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("Title of the adaptation"), N_ ("TITLE") },
    COG_READING_OPTION_ENTRIES (&reading),
    COG_WEB_OPTION_ENTRIES (&web),
    G_OPTION_ENTRY_NULL
  };
  gboolean done;

  if (!cog_command_parse (&cog_command_new, context, entries, &argc, &argv, 1, 1, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (files == NULL || language == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"), "new",
                   cog_command_new.synopsis);
      return FALSE;
    }
  if (!cog_reading_option_parse (&reading, &options, error) ||
      !resolve (&web, context, files, report, error))
    return FALSE;
  project = cog_import_new_project (argv[1], (const char *const *)files, &options, language, title,
                                    report, cog_command_get_progress (context), NULL, error);
  if (project == NULL)
    return FALSE;
  add_warnings (project, report);
  if (!cog_project_close (project, error))
    return FALSE;
  cog_print_done (context, argv[1], "cognate", report);
  return TRUE;
}

const CogCommand cog_command_new = {
  "new",
  "PROJECT --from FILE [--from FILE…] --to LANG [--title T]",
  N_ ("Make a project from one or more sources"),
  run,
};
