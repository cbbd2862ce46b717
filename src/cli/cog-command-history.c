/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-error.h"

#include <glib/gi18n-lib.h>

static gboolean
parse_steps (int argc, char **argv, guint *steps, GError **error)
{
  guint64 number = 1;

  if (argc > 2 && !g_ascii_string_to_unsigned (argv[2], 10, 1, 1000000, &number, NULL))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("“%s” is no number of steps."), argv[2]);
      return FALSE;
    }
  *steps = (guint)number;
  return TRUE;
}

static void
print_moved (CogCommandContext *context, guint moved)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!context->json)
    {
      cog_print ("%u\n", moved);
      return;
    }
  json_builder_begin_object (builder);
  cog_json_int (builder, "steps", moved);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static gboolean
move (const CogCommand *command,
      CogCommandContext *context,
      int argc,
      char **argv,
      guint (*func) (CogProject *, guint, GError **),
      GError **error)
{
  g_autoptr (CogProject) project = NULL;
  guint steps = 1, moved;
  gboolean done;

  project =
      cog_command_open (command, context, NULL, &argc, &argv, 2, COG_PROJECT_WRITE, &done, error);
  if (project == NULL)
    return done;
  if (!parse_steps (argc, argv, &steps, error))
    return FALSE;
  moved = func (project, steps, error);
  if (moved == 0 || !cog_project_close (project, error))
    return FALSE;
  print_moved (context, moved);
  return TRUE;
}

static gboolean
run_undo (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  return move (&cog_command_undo, context, argc, argv, cog_project_undo, error);
}

static gboolean
run_redo (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  return move (&cog_command_redo, context, argc, argv, cog_project_redo, error);
}

static void
print_json (GPtrArray *steps)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < steps->len; i++)
    {
      const CogHistoryStep *step = g_ptr_array_index (steps, i);

      json_builder_begin_object (builder);
      cog_json_int (builder, "number", step->number);
      cog_json_int (builder, "time", step->time);
      cog_json_string (builder, "label", step->label);
      cog_json_boolean (builder, "undone", step->is_undone);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  cog_print_json (builder, TRUE);
}

static gboolean
run_history (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  gboolean done;

  project = cog_command_open (&cog_command_history, context, NULL, &argc, &argv, 1,
                              COG_PROJECT_READ, &done, error);
  if (project == NULL)
    return done;
  steps = cog_project_list_history (project, 1000);
  if (context->json)
    {
      print_json (steps);
      return TRUE;
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const CogHistoryStep *step = g_ptr_array_index (steps, i);
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (step->time);
      g_autofree char *shown = g_date_time_format (time, "%Y-%m-%d %H:%M:%S");

      cog_print ("%" G_GINT64_FORMAT "\t%s\t%s%s\n", step->number, shown,
                 step->label != NULL ? step->label : "", step->is_undone ? _ (" (undone)") : "");
    }
  return TRUE;
}

const CogCommand cog_command_undo = { "undo", "PROJECT [N]", N_ ("Undo the last steps"), run_undo };
const CogCommand cog_command_redo = { "redo", "PROJECT [N]", N_ ("Redo what was undone"),
                                      run_redo };
const CogCommand cog_command_history = { "history", "PROJECT",
                                         N_ ("List what was done, newest first"), run_history };
