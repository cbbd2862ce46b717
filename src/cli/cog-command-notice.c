/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"
#include "cog-notice-job.h"
#include "cog-notice-print.h"

#include "cog-error.h"
#include "cog-language.h"

#include <glib/gi18n-lib.h>

/* text: whether to print where no JSON is wanted. */
static void
print (CogCommandContext *context, CogProject *project, gboolean text)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    {
      const CogProjectSource *source = g_ptr_array_index (sources, i);

      if (!context->json && text)
        cog_print_notices (source);
      json_builder_begin_object (builder);
      cog_json_string (builder, "source", source->id);
      cog_json_notices (builder, source->credit);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (context->json)
    cog_print_json (builder, TRUE);
}

static gboolean
list (CogCommandContext *context, const char *path, GError **error)
{
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_READ, error);

  if (project != NULL)
    print (context, project, TRUE);
  return project != NULL;
}

static gboolean
parse_number (const char *word, guint *index, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (word, 10, 1, G_MAXUINT, &number, NULL))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   _ ("“%s” is no number of a notice: “notice list” shows them."), word);
      return FALSE;
    }
  *index = (guint)number - 1;
  return TRUE;
}

/* argv: the verb, the project, the source, a number or kind, and words. */
static gboolean
change (CogProject *project, char **argv, const char *language, GError **error)
{
  guint index = 0;

  if (g_str_equal (argv[0], "add"))
    return cog_notice_job_add (project, argv[2], argv[3], argv[4], language, error);
  if (!parse_number (argv[3], &index, error))
    return FALSE;
  if (g_str_equal (argv[0], "set"))
    return cog_notice_job_set_text (project, argv[2], index, argv[4], language, error);
  return cog_notice_job_decide (project, argv[2], index, g_str_equal (argv[0], "confirm"), error);
}

static gboolean
takes_words (const char *verb)
{
  return g_str_equal (verb, "set") || g_str_equal (verb, "add");
}

static gboolean
is_verb (const char *word)
{
  static const char *const verbs[] = { "confirm", "drop", "set", "add", NULL };

  return g_strv_contains (verbs, word);
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autofree char *language = NULL;
  const GOptionEntry entries[] = { { "lang", 0, 0, G_OPTION_ARG_STRING, &language,
                                     N_ ("The language of the words"), N_ ("LANG") },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (CogProject) project = NULL;
  gboolean done;

  if (!cog_command_parse (&cog_command_notice, context, entries, &argc, &argv, 2, 5, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (language != NULL && !cog_language_is_valid (language))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("“%s” is no language tag such as ar-EG."),
                   language);
      return FALSE;
    }
  context->file = argv[2];
  if (g_str_equal (argv[1], "list") && argc == 3)
    return list (context, argv[2], error);
  if (!is_verb (argv[1]) || argc != (takes_words (argv[1]) ? 6 : 5))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"), "notice",
                   cog_command_notice.synopsis);
      return FALSE;
    }
  project = cog_project_open (argv[2], COG_PROJECT_WRITE, error);
  if (project == NULL || !change (project, argv + 1, language, error))
    return FALSE;
  print (context, project, FALSE);
  return cog_project_close (project, error);
}

const CogCommand cog_command_notice = {
  "notice",
  "list PROJECT | confirm|drop PROJECT SOURCE N | set PROJECT SOURCE N TEXT | add PROJECT SOURCE "
  "KIND TEXT [--lang L]",
  N_ ("What the sources’ publishers want to see printed, and which of it stands"),
  run,
};
