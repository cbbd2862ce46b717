/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-engine-table.h"
#include "cog-error.h"
#include "cog-pretranslate-job.h"
#include "cog-server.h"

#include <glib/gi18n-lib.h>

#define THRESHOLD 75.0

typedef struct
{
  gboolean memory;
  gboolean repeats;
  char *engine;
  double threshold;
  char **sections;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->engine);
  g_strfreev (options->sections);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
add_count (JsonBuilder *builder, const char *name, const CogBandCount *count)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  cog_json_int (builder, "units", count->units);
  cog_json_int (builder, "segments", count->segments);
  cog_json_int (builder, "words", count->words);
  json_builder_end_object (builder);
}

static void
print_json (const CogPretranslation *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cog_json_int (builder, "filled", report->n_filled);
  cog_json_int (builder, "to_check", report->n_to_check);
  cog_json_int (builder, "from_repeats", report->n_repeated);
  cog_json_int (builder, "from_engine", report->n_by_engine);
  cog_json_int (builder, "as_is", report->n_as_is);
  cog_json_int (builder, "left", report->n_left);
  json_builder_set_member_name (builder, "bands");
  json_builder_begin_object (builder);
  for (CogBand band = 0; band < COG_N_BANDS; band++)
    add_count (builder, cog_band_to_nick (band), &report->bands[band]);
  json_builder_end_object (builder);
  add_count (builder, "repeats", &report->repeats);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static void
print (CogCommandContext *context, const CogPretranslation *report)
{
  if (context->json)
    {
      print_json (report);
      return;
    }
  for (CogBand band = 0; band < COG_N_BANDS; band++)
    cog_print ("%s\t%u\t%u\t%u\n", cog_band_to_nick (band), report->bands[band].units,
               report->bands[band].segments, report->bands[band].words);
  cog_print ("%s\t%u\t%u\t%u\n", "repeats", report->repeats.units, report->repeats.segments,
             report->repeats.words);
  cog_print ("%s\t%u\n", "filled", report->n_filled);
  cog_print ("%s\t%u\n", "to-check", report->n_to_check);
}

static CogEngine *
find_engine (const char *id, GError **error)
{
  g_autofree char *servers = cog_server_dup_path ();

  return cog_engine_table_find (servers, id, error);
}

static gboolean
pretranslate (CogCommandContext *context,
              CogProject *project,
              const Options *options,
              GError **error)
{
  g_autofree char *path = cog_memory_dup_path ();
  g_autoptr (CogMemory) memory = NULL;
  g_autoptr (CogEngine) engine = NULL;
  g_auto (CogPretranslation) report = { 0 };
  /* Asked for nothing in particular, it looks in the memory. */
  gboolean wants_memory = options->memory || (options->engine == NULL && !options->repeats);
  CogPretranslateOptions how = { .threshold = options->threshold,
                                 .repeats = options->repeats,
                                 .sections = (const char *const *)options->sections };
  gboolean ok;

  if (options->engine != NULL && (engine = find_engine (options->engine, error)) == NULL)
    return FALSE;
  if (wants_memory && (memory = cog_memory_open (path, error)) == NULL)
    return FALSE;
  how.memory = memory;
  how.engine = engine;
  ok = cog_pretranslate_job_run (project, &how, &report, cog_command_get_progress (context), NULL,
                                 error);
  cog_command_end_progress (context);
  if (!ok || !cog_project_close (project, error))
    return FALSE;
  print (context, &report);
  return TRUE;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_auto (Options) options = { .threshold = THRESHOLD };
  g_autoptr (CogProject) project = NULL;
  gboolean done;
  const GOptionEntry entries[] = {
    { "memory", 0, 0, G_OPTION_ARG_NONE, &options.memory,
      N_ ("From the translation memory (the default)"), NULL },
    { "engine", 0, 0, G_OPTION_ARG_STRING, &options.engine,
      N_ ("What the memory does not know, by this engine"), N_ ("NAME") },
    { "threshold", 0, 0, G_OPTION_ARG_DOUBLE, &options.threshold,
      N_ ("How alike a segment must be, 0 to 100"), N_ ("PERCENT") },
    { "repeats", 0, 0, G_OPTION_ARG_NONE, &options.repeats,
      N_ ("The same passages as in other places of the book"), NULL },
    { "section", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.sections,
      N_ ("Only this section (repeatable)"), N_ ("ID") },
    G_OPTION_ENTRY_NULL
  };

  project = cog_command_open (&cog_command_pretranslate, context, entries, &argc, &argv, 1,
                              COG_PROJECT_WRITE, &done, error);
  if (project == NULL)
    return done;
  if (options.threshold < 0 || options.threshold > 100)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"),
                   cog_command_pretranslate.name, cog_command_pretranslate.synopsis);
      return FALSE;
    }
  return pretranslate (context, project, &options, error);
}

const CogCommand cog_command_pretranslate = {
  "pretranslate",
  "PROJECT [--memory] [--engine NAME] [--threshold PERCENT] [--repeats] [--section ID…]",
  N_ ("Fill passages that nobody touched; mark what needs a person’s eye"),
  run,
};
