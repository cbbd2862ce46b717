/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-structure-actions.h"

#include "cog-error.h"
#include "cog-project-structure.h"
#include "cog-remix-window.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *page; /* borrowed: it holds the actions */
  CogProject *project;
  CogPlace *place;
} Context;

static void
context_free (gpointer data, GClosure *closure)
{
  Context *context = data;

  g_object_unref (context->project);
  g_object_unref (context->place);
  g_free (context);
}

void
cog_structure_tell (GtkWidget *page, const GError *error)
{
  if (g_error_matches (error, COG_ERROR, COG_ERROR_REFUSED))
    gtk_widget_activate_action (page, "win.toast", "s", error->message);
  else
    gtk_widget_activate_action (page, "win.show-error", "s", error->message);
}

void
cog_structure_go_to (GtkWidget *page, const char *unit)
{
  gtk_widget_activate_action (page, "win.go-to", "s", unit);
}

/* What is typed belongs to the book before its structure changes. */
static void
flush (const Context *context)
{
  gtk_widget_activate_action (context->page, "workbench.flush", NULL);
}

static void
finish (const Context *context, gboolean ok, const char *unit, const GError *error)
{
  if (!ok)
    cog_structure_tell (context->page, error);
  else if (unit != NULL)
    cog_structure_go_to (context->page, unit);
}

static void
split_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Context *context = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  const char *unit;
  int at;

  g_variant_get (parameter, "(&si)", &unit, &at);
  if (at < 0)
    {
      gtk_widget_activate_action (context->page, "win.toast", "s",
                                  _ ("Put the cursor where the passage is to be divided."));
      return;
    }
  flush (context);
  id = cog_project_split_unit (context->project, unit, (guint)at, COG_SPLIT_GUESS, &error);
  finish (context, id != NULL, id, error);
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Context *context = user_data;
  g_autoptr (GError) error = NULL;
  const char *unit = g_variant_get_string (parameter, NULL);

  flush (context);
  finish (context, cog_project_merge_unit (context->project, unit, &error), unit, error);
}

static gboolean
read_shift (const char *word, CogShift *shift)
{
  static const char *const words[] = { "up", "down", "in", "out" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], word))
      {
        *shift = (CogShift)i;
        return TRUE;
      }
  return FALSE;
}

static void
shift_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Context *context = user_data;
  g_autoptr (GError) error = NULL;
  const char *unit;
  const char *word;
  CogShift shift;

  g_variant_get (parameter, "(&s&s)", &unit, &word);
  if (!read_shift (word, &shift))
    return;
  flush (context);
  finish (context,
          cog_project_shift_block (context->project, unit, COG_BLOCK_NEAREST, shift, &error), unit,
          error);
}

static gboolean
is_left_out (CogProject *project, const char *unit, CogBlockKind kind)
{
  g_autoptr (GPtrArray) blocks = cog_project_list_blocks (project, unit, NULL);

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const CogBlockInfo *info = g_ptr_array_index (blocks, i);

      if (info->kind == kind)
        return info->n_units > 0 && info->n_omitted == info->n_units;
    }
  return FALSE;
}

static void
omit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Context *context = user_data;
  g_autoptr (GError) error = NULL;
  const char *unit;
  const char *nick;
  CogBlockKind kind;
  gboolean ok;

  g_variant_get (parameter, "(&s&s)", &unit, &nick);
  if (!cog_block_kind_from_nick (nick, &kind))
    return;
  flush (context);
  ok = cog_project_omit_block (context->project, unit, kind,
                               !is_left_out (context->project, unit, kind), NULL, &error);
  finish (context, ok, NULL, error);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Context *context = user_data;
  g_autoptr (GError) error = NULL;
  const char *unit;
  const char *nick;
  CogBlockKind kind;

  g_variant_get (parameter, "(&s&s)", &unit, &nick);
  if (!cog_block_kind_from_nick (nick, &kind))
    return;
  flush (context);
  finish (context, cog_project_remove_block (context->project, unit, kind, &error), NULL, error);
}

static void
edit_table_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* In the order of CogTableEdit. */
  static const char *const words[] = { "row-before",   "row-after",  "column-before",
                                       "column-after", "remove-row", "remove-column" };
  const Context *context = user_data;
  g_autoptr (GError) error = NULL;
  const char *cell;
  const char *word;

  g_variant_get (parameter, "(&s&s)", &cell, &word);
  flush (context);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], word))
      finish (context, cog_project_edit_table (context->project, cell, (CogTableEdit)i, &error),
              NULL, error);
}

static char *
dup_section (const Context *context, const char *unit, GError **error)
{
  g_autoptr (CogUnit) there = cog_project_dup_unit (context->project, unit, error);

  return there != NULL ? g_strdup (there->section) : NULL;
}

static void
insert_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Context *context = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *section = NULL;
  g_autofree char *id = NULL;
  const char *unit;
  const char *what;

  g_variant_get (parameter, "(&s&s)", &unit, &what);
  flush (context);
  section = dup_section (context, unit, &error);
  if (section == NULL)
    ;
  else if (g_str_equal (what, "heading"))
    id = cog_project_add_heading (context->project, section, unit, NULL, &error);
  else if (g_str_equal (what, "list"))
    id = cog_project_add_list (context->project, section, unit, FALSE, NULL, &error);
  else
    id = cog_project_add_unit (context->project, section, unit, "p", NULL, &error);
  finish (context, id != NULL, id, error);
}

/* Asks what to insert after the unit, by a dialog. */
static void
ask (const Context *context,
     const char *unit,
     void (*dialog) (GtkWidget *, CogProject *, const char *, const char *))
{
  g_autoptr (GError) error = NULL;
  g_autofree char *section = dup_section (context, unit, &error);

  flush (context);
  if (section == NULL)
    cog_structure_tell (context->page, error);
  else
    dialog (context->page, context->project, section, unit);
}

static void
insert_table_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask (user_data, g_variant_get_string (parameter, NULL), cog_structure_ask_table);
}

static void
insert_figure_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ask (user_data, g_variant_get_string (parameter, NULL), cog_structure_ask_figure);
}

static gboolean
is_section_left_out (CogProject *project, const char *id)
{
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (g_str_equal (info->id, id))
        return info->is_omitted;
    }
  return FALSE;
}

static void
section_omit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Context *context = user_data;
  g_autoptr (GError) error = NULL;
  const char *section = g_variant_get_string (parameter, NULL);
  gboolean omit = !is_section_left_out (context->project, section);

  flush (context);
  finish (context, cog_project_omit_section (context->project, section, omit, NULL, &error), NULL,
          error);
}

static void
section_shift_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Context *context = user_data;
  g_autoptr (GError) error = NULL;
  const char *section;
  const char *word;
  CogShift shift;

  g_variant_get (parameter, "(&s&s)", &section, &word);
  if (!read_shift (word, &shift))
    return;
  flush (context);
  finish (context, cog_project_shift_section (context->project, section, shift, &error), NULL,
          error);
}

static void
section_move_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* In the order of CogPlacing. */
  static const char *const words[] = { "before", "after", "first", "last" };
  const Context *context = user_data;
  const char *section, *anchor, *word;

  g_variant_get (parameter, "(&s&s&s)", &section, &anchor, &word);
  flush (context);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], word))
      {
        g_autoptr (GError) error = NULL;
        gboolean ok =
            cog_project_move_section (context->project, section, anchor, (CogPlacing)i, &error);

        finish (context, ok, NULL, error);
      }
}

/* NULL: at the end of the book. */
static const char *
get_anchor (const Context *context, GVariant *parameter)
{
  const char *section = g_variant_get_string (parameter, NULL);

  return section[0] != '\0' ? section : cog_place_get_section (context->place);
}

static void
section_remix_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Context *context = user_data;

  flush (context);
  cog_remix_window_present (GTK_WINDOW (gtk_widget_get_root (context->page)), context->project,
                            get_anchor (context, parameter));
}

static void
section_add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Context *context = user_data;

  flush (context);
  cog_structure_ask_section (context->page, context->project, get_anchor (context, parameter));
}

static void
section_remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const Context *context = user_data;
  g_autoptr (GError) error = NULL;

  flush (context);
  finish (
      context,
      cog_project_remove_section (context->project, g_variant_get_string (parameter, NULL), &error),
      NULL, error);
}

static const struct
{
  const char *name;
  const char *type;
  void (*func) (GSimpleAction *action, GVariant *parameter, gpointer user_data);
} actions[] = {
  { "split", "(si)", split_cb },
  { "merge", "s", merge_cb },
  { "shift", "(ss)", shift_cb },
  { "omit", "(ss)", omit_cb },
  { "remove", "(ss)", remove_cb },
  { "edit-table", "(ss)", edit_table_cb },
  { "insert", "(ss)", insert_cb },
  { "insert-table", "s", insert_table_cb },
  { "insert-figure", "s", insert_figure_cb },
  { "section-omit", "s", section_omit_cb },
  { "section-shift", "(ss)", section_shift_cb },
  { "section-move", "(sss)", section_move_cb },
  { "section-add", "s", section_add_cb },
  { "section-remix", "s", section_remix_cb },
  { "section-remove", "s", section_remove_cb },
};

/* To the row that has the keyboard. */
static gboolean
key_cb (GtkWidget *page, GVariant *arguments, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, page) &&
         gtk_widget_activate_action (focus, g_variant_get_string (arguments, NULL), NULL);
}

/* Those that the editor leaves alone (cog-unit-editor-keys.c), before the text takes them: it would
 * break the line at any Return. */
static void
add_keys (GtkWidget *page)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "<Alt>Up", "row.move-up" },
    { "<Alt>Down", "row.move-down" },
    { "<Alt>Return|<Alt>KP_Enter", "row.split" },
    { "<Alt>Delete", "row.merge" },
    { "<Alt><Shift>Return|<Alt><Shift>KP_Enter", "row.insert-paragraph" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                gtk_callback_action_new (key_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (page, controller);
}

void
cog_structure_actions_add (GtkWidget *page, CogProject *project, CogPlace *place)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_return_if_fail (GTK_IS_WIDGET (page) && COG_IS_PROJECT (project) && COG_IS_PLACE (place));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new (actions[i].name, G_VARIANT_TYPE (actions[i].type));
      Context *context = g_new0 (Context, 1);

      context->page = page;
      context->project = g_object_ref (project);
      context->place = g_object_ref (place);
      g_signal_connect_data (action, "activate", G_CALLBACK (actions[i].func), context,
                             context_free, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (page, "structure", G_ACTION_GROUP (group));
  add_keys (page);
}
