/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-error.h"
#include "cog-lens-apply.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *lens;
  char *text;
  int nth;
  char *choice;
  char *words;
  char *reason;
  gboolean everywhere;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->lens);
  g_free (options->text);
  g_free (options->choice);
  g_free (options->words);
  g_free (options->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static CogPlacedFinding *
find (CogLensIndex *index, const char *unit, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (CogUnit) known =
      cog_project_dup_unit (cog_lens_index_get_project (index), unit, error);

  if (known == NULL)
    return NULL;
  findings = cog_lens_index_dup_findings (index, known->section, NULL, error);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const CogPlacedFinding *placed = g_ptr_array_index (findings, i);
      const CogLensFinding *finding = placed->finding;

      if (strcmp (finding->unit, unit) == 0 && finding->nth == (guint)options->nth &&
          (options->lens == NULL || strcmp (finding->lens, options->lens) == 0) &&
          (options->text == NULL || strcmp (finding->text, options->text) == 0))
        return cog_placed_finding_ref (placed);
    }
  if (findings != NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no such finding in “%s”."),
                 unit);
  return NULL;
}

/* What was asked for, else what the lens itself proposes for that choice at that place. */
static CogLensAction
make_action (const CogPlacedFinding *placed, const Options *options, CogChoice choice)
{
  const CogProposal *proposal = cog_lens_finding_get_proposal (placed->finding, choice);
  CogLensAction action = { .placed = placed, .choice = choice, .reason = options->reason };

  action.words = options->words;
  if (action.words == NULL && proposal != NULL)
    {
      action.words = proposal->words;
      action.math = proposal->math;
    }
  return action;
}

/* With one place those that wait or were decided as it was; what was decided otherwise stays. */
static gboolean
goes_along (const CogPlacedFinding *sibling, const CogPlacedFinding *placed)
{
  return sibling->answer == NULL ||
         (placed->answer != NULL && placed->answer->choice == sibling->answer->choice &&
          g_strcmp0 (placed->answer->words, sibling->answer->words) == 0);
}

static gboolean
apply (CogLensIndex *index,
       const CogPlacedFinding *placed,
       const Options *options,
       CogChoice choice,
       guint *n_done,
       GError **error)
{
  g_autoptr (GPtrArray) siblings =
      options->everywhere ? cog_lens_index_dup_siblings (index, placed->finding, NULL, error)
                          : NULL;
  g_autoptr (GArray) actions = g_array_new (FALSE, TRUE, sizeof (CogLensAction));

  if (options->everywhere && siblings == NULL)
    return FALSE;
  for (guint i = 0; siblings != NULL && i < siblings->len; i++)
    {
      const CogPlacedFinding *sibling = g_ptr_array_index (siblings, i);
      CogLensAction action = make_action (sibling, options, choice);

      if (goes_along (sibling, placed))
        g_array_append_val (actions, action);
    }
  if (actions->len == 0)
    {
      CogLensAction action = make_action (placed, options, choice);

      g_array_append_val (actions, action);
    }
  return cog_lens_apply (cog_lens_index_get_project (index),
                         (const CogLensAction *)(gpointer)actions->data, actions->len, n_done,
                         error);
}

static gboolean
answer (CogCommandContext *context,
        CogProject *project,
        const char *unit,
        const Options *options,
        GError **error)
{
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (CogPlacedFinding) placed = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  CogChoice choice = COG_CHOICE_OPEN;
  guint n_done = 0;

  if (!cog_choice_from_nick (options->choice, &choice))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("There is no choice “%s”."),
                   options->choice != NULL ? options->choice : "");
      return FALSE;
    }
  placed = find (index, unit, options, error);
  if (placed == NULL || !apply (index, placed, options, choice, &n_done, error) ||
      !cog_project_close (project, error))
    return FALSE;
  if (!context->json)
    return TRUE;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cog_json_int (builder, "answered", n_done);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
  return TRUE;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_auto (Options) options = { NULL };
  g_autoptr (CogProject) project = NULL;
  gboolean done;
  const GOptionEntry entries[] = {
    { "lens", 0, 0, G_OPTION_ARG_STRING, &options.lens, N_ ("Which lens found it"), N_ ("ID") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &options.text, N_ ("The words that were found"),
      N_ ("TEXT") },
    { "nth", 0, 0, G_OPTION_ARG_INT, &options.nth, N_ ("Which of the same words: 0, 1, …"),
      N_ ("N") },
    { "choice", 0, 0, G_OPTION_ARG_STRING, &options.choice,
      N_ ("keep, explain, drop, convert, swap, rechoose, note, dismiss, or open"), N_ ("CHOICE") },
    { "words", 0, 0, G_OPTION_ARG_STRING, &options.words,
      N_ ("What is to stand there; else what the lens proposes"), N_ ("TEXT") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("Why"), N_ ("TEXT") },
    { "everywhere", 0, 0, G_OPTION_ARG_NONE, &options.everywhere,
      N_ ("The same in all places of the book that wait, or were decided as this one was"), NULL },
    G_OPTION_ENTRY_NULL
  };

  project = cog_command_open (&cog_command_answer, context, entries, &argc, &argv, 2,
                              COG_PROJECT_WRITE, &done, error);
  if (project == NULL)
    return done;
  if (argc != 3)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"), "answer",
                   cog_command_answer.synopsis);
      return FALSE;
    }
  return answer (context, project, argv[2], &options, error);
}

const CogCommand cog_command_answer = {
  "answer",
  "PROJECT UNIT --choice C [--lens ID] [--text T] [--nth N] [--words W] [--reason R] "
  "[--everywhere]",
  N_ ("Decide about what a lens found"),
  run,
};
