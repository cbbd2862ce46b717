/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-error.h"
#include "cog-import-job.h"
#include "cog-lens-conflict.h"
#include "cog-lens-index.h"
#include "cog-picture-scan.h"
#include "cog-picture-text.h"
#include "cog-temporary-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *to;
  char *section;
  char **lenses;
  gboolean all;
  gboolean open;
  gboolean use_ocr;
} Options;

static void
print_proposals (JsonBuilder *builder, const CogLensFinding *finding)
{
  json_builder_set_member_name (builder, "proposals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < finding->proposals->len; i++)
    {
      const CogProposal *proposal = g_ptr_array_index (finding->proposals, i);

      json_builder_begin_object (builder);
      cog_json_string (builder, "choice", cog_choice_to_nick (proposal->choice));
      cog_json_string (builder, "words", proposal->words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_answer (JsonBuilder *builder, const CogPlacedFinding *placed)
{
  const CogLensAnswer *answer = placed->answer;

  cog_json_string (builder, "choice", answer != NULL ? cog_choice_to_nick (answer->choice) : NULL);
  cog_json_string (builder, "words", answer != NULL ? answer->words : NULL);
  cog_json_string (builder, "reason", answer != NULL ? answer->reason : NULL);
  cog_json_boolean (builder, "open", placed->is_open);
  cog_json_boolean (builder, "lacking", placed->is_lacking);
}

/* Where the book does not agree with itself. */
static void
print_conflict (JsonBuilder *builder, const CogLensConflict *conflict)
{
  json_builder_set_member_name (builder, "conflict");
  if (conflict == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  cog_json_string (builder, "kind", cog_lens_conflict_kind_to_nick (conflict->kind));
  cog_json_string (builder, "here", conflict->here);
  cog_json_string (builder, "there", conflict->there);
  cog_json_string (builder, "unit", conflict->other);
  json_builder_end_object (builder);
}

/* The first proposal is what CLI.md calls the proposal: what stands there then, if it says. */
static void
print_finding (const CogPlacedFinding *placed, const CogLensConflict *conflict)
{
  const CogLensFinding *finding = placed->finding;
  const CogProposal *first = g_ptr_array_index (finding->proposals, 0);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cog_json_string (builder, "unit", finding->unit);
  cog_json_string (builder, "section", placed->section);
  cog_json_string (builder, "lens", finding->lens);
  cog_json_string (builder, "kind", finding->kind);
  cog_json_int (builder, "start", finding->start);
  cog_json_int (builder, "end", finding->end);
  cog_json_string (builder, "text", finding->text);
  cog_json_int (builder, "nth", finding->nth);
  cog_json_string (builder, "proposal", first->words);
  print_proposals (builder, finding);
  cog_json_string (builder, "why", finding->why);
  cog_json_int (builder, "confidence", finding->confidence);
  cog_json_string (builder, "subject", finding->subject);
  print_answer (builder, placed);
  print_conflict (builder, conflict);
  json_builder_end_object (builder);
  cog_print_json (builder, FALSE);
}

static gboolean
is_wanted (const CogPlacedFinding *placed, const CogLensConflict *conflict, const Options *options)
{
  if (placed->finding->confidence < COG_LENS_CONFIDENCE && !options->all)
    return FALSE;
  if (options->open && !cog_placed_finding_waits (placed) && conflict == NULL)
    return FALSE;
  return options->lenses == NULL ||
         g_strv_contains ((const char *const *)options->lenses, placed->finding->lens);
}

static gboolean
read_pictures (CogCommandContext *context, CogLensIndex *index, GError **error)
{
  g_autofree char *folder = cog_picture_text_dup_folder ();
  const CogPictureScan scan = { .folder = folder };
  gboolean ok =
      cog_picture_scan_run (index, &scan, cog_command_get_progress (context), NULL, error);

  cog_command_end_progress (context);
  return ok;
}

static gboolean
scan (CogCommandContext *context, CogProject *project, const Options *options, GError **error)
{
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  if (options->use_ocr && !read_pictures (context, index, error))
    return FALSE;
  findings = cog_lens_index_dup_findings (index, options->section, NULL, error);
  conflicts = findings != NULL ? cog_lens_index_dup_conflicts (index, NULL, error) : NULL;
  for (guint i = 0; conflicts != NULL && i < findings->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (findings, i);
      const CogLensConflict *conflict = cog_lens_conflicts_find (conflicts, placed);

      if (is_wanted (placed, conflict, options))
        print_finding (placed, conflict);
    }
  return conflicts != NULL;
}

/* A file is looked at as the project that would be made of it. */
static gboolean
scan_file (CogCommandContext *context, const char *path, const Options *options, GError **error)
{
  const char *const files[] = { path, NULL };
  g_autoptr (CogTemporaryFolder) folder = NULL;
  g_autofree char *made = NULL;
  g_autoptr (CogProject) project = NULL;
  gboolean ok;

  if (options->to == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
                   _ ("Which language and place is it for? Say it with --to, such as --to kk-KZ."));
      return FALSE;
    }
  folder = cog_temporary_folder_new (COG_TEMPORARY_SCANNED, error);
  if (folder == NULL)
    return FALSE;
  made = g_build_filename (folder->path, "scanned.cognate", NULL);
  project = cog_import_new_project (made, files, NULL, options->to, NULL, NULL,
                                    cog_command_get_progress (context), NULL, error);
  cog_command_end_progress (context);
  ok = project != NULL && scan (context, project, options, error);
  if (project != NULL)
    cog_project_close (project, NULL);
  return ok;
}

static gboolean
check_lenses (const Options *options, GError **error)
{
  for (guint i = 0; options->lenses != NULL && options->lenses[i] != NULL; i++)
    if (cog_lens_find (options->lenses[i]) == NULL)
      {
        g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("There is no lens “%s”."),
                     options->lenses[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  Options options = { NULL };
  g_autofree char *to = NULL;
  g_autofree char *section = NULL;
  g_auto (GStrv) lenses = NULL;
  g_autoptr (CogProject) project = NULL;
  gboolean done;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to,
      N_ ("Of a file: the language and place that it is to be adapted for"), N_ ("LANGUAGE") },
    { "section", 0, 0, G_OPTION_ARG_STRING, &section, N_ ("Only this section"), N_ ("ID") },
    { "lens", 0, 0, G_OPTION_ARG_STRING_ARRAY, &lenses, N_ ("Only this lens (repeatable)"),
      N_ ("ID") },
    { "open", 0, 0, G_OPTION_ARG_NONE, &options.open, N_ ("Only what waits for a decision"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.all, N_ ("Also what is hardly one"), NULL },
    { "ocr", 0, 0, G_OPTION_ARG_NONE, &options.use_ocr,
      N_ ("Also words in pictures (with Tesseract, where it is installed)"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!cog_command_parse (&cog_command_lenses, context, entries, &argc, &argv, 1, 1, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  options.to = to;
  options.section = section;
  options.lenses = lenses;
  if (!check_lenses (&options, error))
    return FALSE;
  if (!cog_command_is_project (argv[1]))
    return scan_file (context, argv[1], &options, error);
  context->file = argv[1];
  project = cog_project_open (argv[1], COG_PROJECT_READ, error);
  return project != NULL && scan (context, project, &options, error);
}

const CogCommand cog_command_lenses = {
  "lenses",
  "PROJECT-or-FILE [--to LANG] [--section ID] [--lens ID…] [--open] [--all] [--ocr]",
  N_ ("What is bound to a place or culture, one JSON object a line"),
  run,
};
