/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-engine-table.h"
#include "cog-engine-texts.h"
#include "cog-error.h"
#include "cog-project-engines.h"
#include "cog-server.h"
#include "cog-web-option.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#define DEFAULT_ENGINE "apertium" /* of this computer: no server is asked that nobody named */

typedef struct
{
  char *from;
  char *to;
  char *engine;
  gboolean use;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->from);
  g_free (options->to);
  g_free (options->engine);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static CogEngine *
open_engine (CogCommandContext *context, const Options *options, GError **error)
{
  g_autofree char *path = cog_server_dup_path ();
  CogEngine *engine = cog_engine_table_find (
      path, options->engine != NULL ? options->engine : DEFAULT_ENGINE, error);

  if (engine != NULL && cog_engine_get_address (engine) != NULL)
    cog_web_option_tell_host (context, cog_engine_get_address (engine));
  return engine;
}

/* NULL in the place of what could not be had. */
static GPtrArray *
translate (CogCommandContext *context,
           const Options *options,
           GPtrArray *xhtml,
           const char **name,
           GError **error)
{
  g_autoptr (CogEngine) engine = open_engine (context, options, error);
  GPtrArray *targets =
      engine != NULL ? cog_engine_translate_xhtml (engine, xhtml, options->from, options->to, NULL,
                                                   cog_command_get_progress (context), NULL, error)
                     : NULL;

  cog_command_end_progress (context);
  if (targets != NULL)
    *name = g_intern_string (cog_engine_get_id (engine));
  return targets;
}

static void
print_target (CogCommandContext *context,
              const char *engine,
              const char *source,
              const char *target)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!context->json)
    {
      cog_print ("%s\n", target != NULL ? target : "");
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cog_json_string (builder, "engine", engine);
  cog_json_string (builder, "source", source);
  cog_json_string (builder, "target", target);
  json_builder_end_object (builder);
  cog_print_json (builder, FALSE);
}

/* A line of standard input is a passage, in inline XHTML or plain; one that is empty stays so. */
static GPtrArray *
read_lines (void)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;
  size_t room = 0;
  gssize n;

  while ((n = getline (&line, &room, stdin)) >= 0)
    g_ptr_array_add (lines, g_strchomp (g_utf8_make_valid (line, n)));
  return lines;
}

static gboolean
suggest_lines (CogCommandContext *context, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  const char *engine = NULL;

  if (options->from == NULL || options->to == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"),
                   cog_command_suggest.name, cog_command_suggest.synopsis);
      return FALSE;
    }
  lines = read_lines ();
  targets = translate (context, options, lines, &engine, error);
  for (guint i = 0; targets != NULL && i < lines->len; i++)
    print_target (context, engine, g_ptr_array_index (lines, i), g_ptr_array_index (targets, i));
  return targets != NULL;
}

static gboolean
use (CogProject *project, const char *unit, const char *target, const char *engine, GError **error)
{
  const CogEngineEdit edit = {
    .edit = { .unit = unit, .set = COG_UNIT_SET_TARGET, .target = target }, .engine = engine
  };

  return cog_project_edit_by_engine (project, &edit, 1, _ ("Took a machine translation"), error);
}

static gboolean
suggest_unit (CogCommandContext *context,
              Options *options,
              CogProject *project,
              const char *id,
              GError **error)
{
  g_autoptr (CogUnit) unit = cog_project_dup_unit (project, id, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GPtrArray) targets = NULL;
  const char *engine = NULL;
  const char *target;

  if (unit == NULL)
    return FALSE;
  if (options->from == NULL)
    options->from = cog_project_dup_source_language (project);
  if (options->to == NULL)
    options->to = cog_project_dup_language (project);
  if (unit->source != NULL)
    g_ptr_array_add (list, unit->source);
  if (options->from != NULL)
    targets = translate (context, options, list, &engine, error);
  if (options->from != NULL && targets == NULL)
    return FALSE;
  target = targets != NULL && targets->len > 0 ? g_ptr_array_index (targets, 0) : NULL;
  if (target == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                   _ ("%s: there is no machine translation of it."), id);
      return FALSE;
    }
  print_target (context, engine, unit->source, target);
  return !options->use || use (project, id, target, engine, error);
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("Language of the source"),
      N_ ("LANG") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Language of the adaptation"),
      N_ ("LANG") },
    { "engine", 0, 0, G_OPTION_ARG_STRING, &options.engine,
      N_ ("Who is asked, as “engines” lists them; without this, Apertium on this computer"),
      N_ ("ENGINE") },
    { "use", 0, 0, G_OPTION_ARG_NONE, &options.use,
      N_ ("Put it into the unit, marked as a machine’s"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (CogProject) project = NULL;
  gboolean done;

  if (!cog_command_parse (&cog_command_suggest, context, entries, &argc, &argv, 0, 2, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (argc != 3)
    return suggest_lines (context, &options, error);
  context->file = argv[1];
  project = cog_project_open (argv[1], options.use ? COG_PROJECT_WRITE : COG_PROJECT_READ, error);
  return project != NULL && suggest_unit (context, &options, project, argv[2], error);
}

const CogCommand cog_command_suggest = {
  "suggest",
  "PROJECT UNIT [--engine E] [--use] | --from L --to L [--engine E]",
  N_ ("A machine’s translation of a unit, or of each line of standard input"),
  run,
};
