/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-editor-private.h"

/* The toolbar, and the actions write.… of it, of its menu and of the keys. */

static const struct
{
  const char *action;
  const char *style;
} styles[] = {
  { "bold", "strong" },   { "emphasis", "em" }, { "superscript", "sup" },
  { "subscript", "sub" }, { "code", "code" },   { "quotation", "q" },
};

static int
get_natural_width (GtkWidget *widget)
{
  int natural = 0;

  if (gtk_widget_get_visible (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

void
cog_unit_editor_place_chips (CogUnitEditor *self)
{
  GtkLayoutManager *manager = gtk_widget_get_layout_manager (self->bar);
  GtkGridLayoutChild *child = GTK_GRID_LAYOUT_CHILD (
      gtk_layout_manager_get_layout_child (manager, GTK_WIDGET (self->chips)));
  int spacing = 2 * (int)gtk_grid_get_column_spacing (GTK_GRID (self->bar));
  gboolean fits = self->width == 0 || get_natural_width (self->tools) +
                                              get_natural_width (GTK_WIDGET (self->chips)) +
                                              get_natural_width (self->done) + spacing <=
                                          self->width;

  gtk_grid_layout_child_set_row (child, fits ? 0 : 1);
  gtk_grid_layout_child_set_column (child, fits ? 1 : 0);
  gtk_grid_layout_child_set_column_span (child, fits ? 1 : 3);
}

static void
style_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  CogUnitEditor *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].action, name))
      cog_rich_buffer_toggle (self->buffer, styles[i].style);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
cog_unit_editor_show_style (CogUnitEditor *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), styles[i].action);
      gboolean is_on = cog_rich_buffer_has_style (self->buffer, styles[i].style);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_on));
    }
}

static void
insert_code (CogUnitEditor *self, const CogCode *missing)
{
  g_autoptr (CogText) holder = cog_text_new ("");
  g_autofree char *words = NULL;

  if (missing == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  /* The chips that own it are made anew meanwhile. */
  cog_text_add_code (holder, cog_code_copy (missing));
  words = cog_missing_chips_dup_words (self->chips, missing);
  cog_rich_buffer_insert_code (self->buffer, g_ptr_array_index (holder->codes, 0), words);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
insert_missing_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogUnitEditor *self = user_data;

  insert_code (self, cog_missing_chips_get_next (self->chips, FALSE));
}

static void
note_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogUnitEditor *self = user_data;

  insert_code (self, cog_missing_chips_get_next (self->chips, TRUE));
}

static void
link_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_menu_button_popup (COG_UNIT_EDITOR (user_data)->link);
}

static void
clear_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogUnitEditor *self = user_data;

  cog_rich_buffer_clear_styles (self->buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
copy_source_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogUnitEditor *self = user_data;

  if (self->source == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  cog_rich_buffer_insert (self->buffer, self->source);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Plain words at the caret, or for what is selected. */
static void
insert_words_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogUnitEditor *self = user_data;
  g_autoptr (CogText) words = cog_text_new (g_variant_get_string (parameter, NULL));

  cog_rich_buffer_insert (self->buffer, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
line_break_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CogUnitEditor *self = user_data;
  CogCode line = { 0, COG_CODE_PIECE, 0, 1, (char *)"br", (char *)"<br/>", (char *)"↵" };

  if (cog_rich_buffer_get_mode (self->buffer) == COG_RICH_INLINE)
    cog_rich_buffer_insert_code (self->buffer, &line, NULL);
  else if (cog_rich_buffer_get_mode (self->buffer) == COG_RICH_PREFORMATTED)
    gtk_text_buffer_insert_interactive_at_cursor (GTK_TEXT_BUFFER (self->buffer), "\n", 1, TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
cog_unit_editor_add_actions (CogUnitEditor *self)
{
  const GActionEntry entries[] = {
    { "insert-missing", insert_missing_cb, NULL, NULL, NULL, { 0 } },
    { "note", note_cb, NULL, NULL, NULL, { 0 } },
    { "link", link_cb, NULL, NULL, NULL, { 0 } },
    { "clear", clear_cb, NULL, NULL, NULL, { 0 } },
    { "copy-source", copy_source_cb, NULL, NULL, NULL, { 0 } },
    { "insert-words", insert_words_cb, "s", NULL, NULL, { 0 } },
    { "line-break", line_break_cb, NULL, NULL, NULL, { 0 } },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      const GActionEntry style = { styles[i].action, NULL, NULL, "false", style_cb, { 0 } };

      g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &style, 1, self);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "write", G_ACTION_GROUP (self->actions));
}
