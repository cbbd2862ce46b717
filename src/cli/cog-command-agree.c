/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-error.h"
#include "cog-project-answers.h"

#include <glib/gi18n-lib.h>

static gboolean
list (CogCommandContext *context, CogProject *project, GError **error)
{
  g_autoptr (GPtrArray) agreements = cog_project_list_agreements (project, error);

  for (guint i = 0; agreements != NULL && i < agreements->len; i++)
    {
      const CogAgreement *agreement = g_ptr_array_index (agreements, i);
      g_autoptr (JsonBuilder) builder = NULL;

      if (!context->json)
        {
          cog_print ("%s\t%s\t%s\t%s\n", agreement->kind, agreement->original, agreement->words,
                     agreement->date != NULL ? agreement->date : "");
          continue;
        }
      builder = json_builder_new ();
      json_builder_begin_object (builder);
      cog_json_string (builder, "kind", agreement->kind);
      cog_json_string (builder, "original", agreement->original);
      cog_json_string (builder, "words", agreement->words);
      cog_json_string (builder, "note", agreement->note);
      cog_json_string (builder, "date", agreement->date);
      json_builder_end_object (builder);
      cog_print_json (builder, FALSE);
    }
  return agreements != NULL;
}

static gboolean
agree (CogProject *project, char **argv, const char *note, const char *date, GError **error)
{
  static const char *const kinds[] = { "name", "place", "amount", "word", "rate", NULL };
  const CogAgreement agreement = { .kind = argv[0],
                                   .original = argv[1],
                                   .words = argv[2],
                                   .note = (char *)note,
                                   .date = (char *)date };
  const CogAnswerEdit edit = { .agreements = &agreement, .n_agreements = 1 };

  if (!g_strv_contains (kinds, argv[0]))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   _ ("“%s” is no kind: name, place, amount, word or rate."), argv[0]);
      return FALSE;
    }
  return cog_project_edit_answers (project, &edit, _ ("Agreed on for the whole book"), error) &&
         cog_project_close (project, error);
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autofree char *note = NULL;
  g_autofree char *date = NULL;
  g_autoptr (CogProject) project = NULL;
  gboolean done;
  const GOptionEntry entries[] = { { "note", 0, 0, G_OPTION_ARG_STRING, &note,
                                     N_ ("Why, or from where"), N_ ("TEXT") },
                                   { "date", 0, 0, G_OPTION_ARG_STRING, &date,
                                     N_ ("Of a rate of exchange: 2026-11-22"), N_ ("DATE") },
                                   G_OPTION_ENTRY_NULL };

  /* Only to look does not need the file for oneself. */
  project = cog_command_open (&cog_command_agree, context, entries, &argc, &argv, 4,
                              argc <= 2 ? COG_PROJECT_READ : COG_PROJECT_WRITE, &done, error);
  if (project == NULL)
    return done;
  if (argc == 2)
    return list (context, project, error);
  if (argc == 4 || argc == 5)
    return agree (project, argv + 2, note, date, error);
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"), "agree",
               cog_command_agree.synopsis);
  return FALSE;
}

const CogCommand cog_command_agree = {
  "agree",
  "PROJECT [KIND ORIGINAL [WORDS] [--date DATE] [--note TEXT]]",
  N_ ("What stays the same through the book: names, places, amounts, rates"),
  run,
};
