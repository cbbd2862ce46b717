/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-level-job.h"

#include <glib/gi18n-lib.h>

static void
print_side (JsonBuilder *builder,
            const char *name,
            const CogTextMeasure *measure,
            const char *language)
{
  CogReadability readability = { 0 };
  gboolean has = cog_readability_compute (measure, language, &readability);

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  cog_json_int (builder, "sentences", measure->n_sentences);
  cog_json_int (builder, "words", measure->n_words);
  cog_json_int (builder, "longest", measure->n_longest);
  cog_json_string (builder, "formula", has ? readability.name : NULL);
  cog_json_string (builder, "origin", has ? readability.origin : NULL);
  json_builder_set_member_name (builder, "score");
  if (has)
    json_builder_add_double_value (builder, readability.score);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

static void
print_level (const CogSectionLevel *level, const char *source, const char *target)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cog_json_string (builder, "section", level->section);
  cog_json_string (builder, "title", level->title);
  print_side (builder, "source", &level->source, source);
  print_side (builder, "target", &level->target, target);
  json_builder_end_object (builder);
  cog_print_json (builder, FALSE);
}

static gboolean
print_sections (CogProject *project, GError **error)
{
  CogSectionLevel total = { NULL };
  g_autofree char *source = cog_project_dup_source_language (project);
  g_autofree char *target = cog_project_dup_language (project);
  g_autoptr (GPtrArray) levels = cog_level_list_sections (project, &total, NULL, error);

  if (levels == NULL)
    return FALSE;
  for (guint i = 0; i < levels->len; i++)
    print_level (g_ptr_array_index (levels, i), source != NULL ? source : "", target);
  print_level (&total, source != NULL ? source : "", target);
  return TRUE;
}

static gboolean
print_hard (CogProject *project, const CogLevelWish *wish, GError **error)
{
  g_autoptr (GPtrArray) list = cog_level_list_hard (project, wish, NULL, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const CogHardUnit *hard = g_ptr_array_index (list, i);
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cog_json_string (builder, "unit", hard->unit);
      cog_json_string (builder, "section", hard->section);
      cog_json_int (builder, "longest", hard->n_longest);
      json_builder_set_member_name (builder, "words");
      json_builder_begin_array (builder);
      for (guint k = 0; k < hard->words->len; k++)
        json_builder_add_string_value (builder, g_ptr_array_index (hard->words, k));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      cog_print_json (builder, FALSE);
    }
  return list != NULL;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GHashTable) known = NULL;
  int longest = 0, grade = 0;
  CogLevelWish wish = { 0 };
  gboolean done;
  const GOptionEntry entries[] = {
    { "sentence", 0, 0, G_OPTION_ARG_INT, &longest,
      N_ ("List passages with a sentence of more words"), N_ ("WORDS") },
    { "grade", 0, 0, G_OPTION_ARG_INT, &grade,
      N_ ("The same for a year of school, by a rule of thumb"), N_ ("YEAR") },
    { "words", 0, 0, G_OPTION_ARG_FILENAME, &words, N_ ("List words that are not in this file"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL
  };

  project = cog_command_open (&cog_command_level, context, entries, &argc, &argv, 1,
                              COG_PROJECT_READ, &done, error);
  if (project == NULL)
    return done;
  if (longest <= 0 && grade <= 0 && words == NULL)
    return print_sections (project, error);
  if (words != NULL && !g_file_get_contents (words, &text, NULL, error))
    return FALSE;
  known = text != NULL ? cog_level_read_words (text) : NULL;
  wish.longest = longest > 0 ? (guint)longest
                 : grade > 0 ? cog_level_get_longest ((guint)grade)
                             : 0;
  wish.known = known;
  return print_hard (project, &wish, error);
}

const CogCommand cog_command_level = {
  "level",
  "PROJECT [--grade YEAR] [--sentence WORDS] [--words FILE]",
  N_ ("How hard source and adaptation are to read"),
  run,
};
