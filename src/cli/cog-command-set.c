/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-commands.h"

#include "cog-error.h"
#include "cog-json-depth.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>

/* An edit that owns its words. */
typedef struct
{
  CogUnitEdit edit;
  char *unit, *target, *reason, *note;
} Edit;

static void
edit_clear (gpointer data)
{
  Edit *edit = data;

  g_free (edit->unit);
  g_free (edit->target);
  g_free (edit->reason);
  g_free (edit->note);
}

static gboolean
set_words (Edit *edit, const char *state, const char *decision, GError **error)
{
  if (state != NULL && !cog_state_from_nick (state, &edit->edit.state))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("There is no state “%s”."), state);
      return FALSE;
    }
  if (decision != NULL && !cog_decision_from_nick (decision, &edit->edit.decision))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("There is no decision “%s”."), decision);
      return FALSE;
    }
  edit->edit.unit = edit->unit;
  edit->edit.target = edit->target;
  edit->edit.reason = edit->reason;
  edit->edit.note = edit->note;
  edit->edit.set = (edit->target != NULL ? COG_UNIT_SET_TARGET : 0) |
                   (state != NULL ? COG_UNIT_SET_STATE : 0) |
                   (decision != NULL ? COG_UNIT_SET_DECISION : 0) |
                   (edit->reason != NULL ? COG_UNIT_SET_REASON : 0) |
                   (edit->note != NULL ? COG_UNIT_SET_NOTE : 0);
  return TRUE;
}

/* A member that is there and no text is a mistake of whoever made the line, and no wish. */
static gboolean
read_member (JsonObject *object, const char *name, guint line, char **value, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   /* Translators: %s is the name of a field, "target". */
                   _ ("Standard input: line %u: “%s” is no text."), line, name);
      return FALSE;
    }
  g_free (*value);
  *value = g_strdup (json_node_get_string (node));
  return TRUE;
}

static gboolean
read_line (GArray *edits, const char *line, guint number, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *state = NULL;
  g_autofree char *decision = NULL;
  JsonObject *object;
  gboolean is_read;
  Edit edit = { 0 };

  if (!cog_json_is_shallow (line) || !json_parser_load_from_data (parser, line, -1, NULL) ||
      json_parser_get_root (parser) == NULL ||
      !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   _ ("Standard input: line %u is no JSON object."), number);
      return FALSE;
    }
  object = json_node_get_object (json_parser_get_root (parser));
  is_read = read_member (object, "unit", number, &edit.unit, error) &&
            read_member (object, "id", number, &edit.unit, error) &&
            read_member (object, "target", number, &edit.target, error) &&
            read_member (object, "reason", number, &edit.reason, error) &&
            read_member (object, "note", number, &edit.note, error) &&
            read_member (object, "state", number, &state, error) &&
            read_member (object, "decision", number, &decision, error);
  g_array_append_val (edits, edit);
  if (!is_read)
    return FALSE;
  if (edit.unit == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("Standard input: line %u names no unit."),
                   number);
      return FALSE;
    }
  if (set_words (&g_array_index (edits, Edit, edits->len - 1), state, decision, error))
    return TRUE;
  g_prefix_error (error, _ ("Standard input: line %u: "), number);
  if (error != NULL)
    (*error)->code = COG_ERROR_INPUT;
  return FALSE;
}

static gboolean
read_batch (GArray *edits, GError **error)
{
  g_autoptr (GInputStream) in = g_unix_input_stream_new (0, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (in);

  for (guint number = 1;; number++)
    {
      g_autoptr (GError) fault = NULL;
      g_autofree char *line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, &fault);

      if (fault != NULL)
        {
          g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("Standard input: line %u is no text."),
                       number);
          return FALSE;
        }
      if (line == NULL)
        return TRUE;
      if (g_strstrip (line)[0] != '\0' && !read_line (edits, line, number, error))
        return FALSE;
    }
}

static void
print_number (CogCommandContext *context, guint n_units)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!context->json)
    return;
  json_builder_begin_object (builder);
  cog_json_int (builder, "units", n_units);
  json_builder_end_object (builder);
  cog_print_json (builder, TRUE);
}

static gboolean
apply (CogCommandContext *context, const char *path, GArray *edits, GError **error)
{
  g_autoptr (CogProject) project = NULL;
  g_autofree CogUnitEdit *plain = g_new0 (CogUnitEdit, edits->len + 1);
  g_autofree char *label = NULL;

  context->file = path;
  project = cog_project_open (path, COG_PROJECT_WRITE, error);
  if (project == NULL)
    return FALSE;
  for (guint i = 0; i < edits->len; i++)
    plain[i] = g_array_index (edits, Edit, i).edit;
  label = g_strdup_printf (ngettext ("Set %u unit", "Set %u units", edits->len), edits->len);
  if ((edits->len > 0 && !cog_project_edit (project, plain, edits->len, label, error)) ||
      !cog_project_close (project, error))
    return FALSE;
  print_number (context, edits->len);
  return TRUE;
}

static gboolean
run (CogCommandContext *context, int argc, char **argv, int *exit_status, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (Edit));
  g_autofree char *state = NULL;
  g_autofree char *decision = NULL;
  gboolean batch = FALSE;
  gboolean done, ok;
  Edit edit = { 0 };
  const GOptionEntry entries[] = {
    { "target", 0, 0, G_OPTION_ARG_STRING, &edit.target,
      N_ ("The text, as inline XHTML; empty: not translated"), N_ ("XHTML") },
    { "state", 0, 0, G_OPTION_ARG_STRING, &state, N_ ("initial, translated, reviewed or final"),
      N_ ("STATE") },
    { "decision", 0, 0, G_OPTION_ARG_STRING, &decision,
      N_ ("kept, translated, adapted, replaced, omitted, added or none"), N_ ("DECISION") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &edit.reason, N_ ("Why"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &edit.note, N_ ("A note for those who work on it"),
      N_ ("TEXT") },
    { "batch", 0, 0, G_OPTION_ARG_NONE, &batch,
      N_ ("Read edits from standard input, one JSON object a line"), NULL },
    G_OPTION_ENTRY_NULL
  };

  g_array_set_clear_func (edits, edit_clear);
  if (!cog_command_parse (&cog_command_set, context, entries, &argc, &argv, 1, 2, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (batch != (argc == 2))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Usage: cognate-cli %s %s"), "set",
                   cog_command_set.synopsis);
      return FALSE;
    }
  if (batch)
    return read_batch (edits, error) && apply (context, argv[1], edits, error);
  edit.unit = g_strdup (argv[2]);
  ok = set_words (&edit, state, decision, error);
  if (ok && edit.edit.set == 0)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("Nothing is to be set."));
      ok = FALSE;
    }
  g_array_append_val (edits, edit);
  return ok && apply (context, argv[1], edits, error);
}

const CogCommand cog_command_set = {
  "set",
  "PROJECT UNIT [--target XHTML] [--state S] [--decision D] [--reason R] | PROJECT --batch",
  N_ ("Edit a unit, as the workbench would"),
  run,
};
