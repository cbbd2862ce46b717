/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-command-project.h"
#include "cog-commands.h"

#include "cog-error.h"
#include "cog-picture-questions.h"

#include <glib/gi18n-lib.h>

static gboolean
print_picture (CogLensIndex *index, const CogUnit *unit, GError **error)
{
  g_autoptr (GPtrArray) questions = cog_picture_questions_list (index, unit->id, error);
  g_autoptr (JsonBuilder) builder = NULL;

  if (questions == NULL)
    return FALSE;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cog_json_string (builder, "unit", unit->id);
  cog_json_string (builder, "section", unit->section);
  cog_json_string (builder, "description", unit->source);
  json_builder_set_member_name (builder, "questions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < questions->len; i++)
    {
      const CogPictureQuestion *question = g_ptr_array_index (questions, i);

      json_builder_begin_object (builder);
      cog_json_string (builder, "question", question->kind);
      cog_json_string (builder, "state", cog_picture_state_to_nick (question->state));
      cog_json_string (builder, "seen", question->seen);
      cog_json_string (builder, "reason", question->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cog_print_json (builder, FALSE);
  return TRUE;
}

static gboolean
list (CogProject *project, GError **error)
{
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, error);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      if (unit->kind == COG_UNIT_ALT && !print_picture (index, unit, error))
        return FALSE;
    }
  return units != NULL;
}

static gboolean
answer (CogProject *project, char **argv, gboolean is_open, const char *reason, GError **error)
{
  g_autoptr (CogUnit) unit = cog_project_dup_unit (project, argv[0], error);

  if (unit == NULL)
    return FALSE;
  if (unit->kind != COG_UNIT_ALT)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND,
                   _ ("“%s” is not the description of a picture."), argv[0]);
      return FALSE;
    }
  return cog_picture_questions_answer (project, argv[0], argv[1], !is_open, reason, error) &&
         cog_project_close (project, error);
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autofree char *reason = NULL;
  gboolean is_open = FALSE;
  g_autoptr (CogProject) project = NULL;
  gboolean done;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why"), N_ ("TEXT") },
    { "open", 0, 0, G_OPTION_ARG_NONE, &is_open, N_ ("Take back that somebody looked"), NULL },
    G_OPTION_ENTRY_NULL
  };

  /* Only to look does not need the file for oneself. */
  project = cog_command_open (&cog_command_pictures, context, entries, &argc, &argv, 3,
                              argc <= 2 ? COG_PROJECT_READ : COG_PROJECT_WRITE, &done, error);
  if (project == NULL)
    return done;
  if (argc == 2)
    return list (project, error);
  if (argc == 4)
    return answer (project, argv + 2, is_open, reason, error);
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"), "pictures",
               cog_command_pictures.synopsis);
  return FALSE;
}

const CogCommand cog_command_pictures = {
  "pictures",
  "PROJECT [UNIT QUESTION [--reason TEXT] [--open]]",
  N_ ("What is asked of each picture, one JSON object a line; or that somebody looked"),
  run,
};
