/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-help-blocks.h"

#include "cog-help-words.h"

#include <adwaita.h>
#include <string.h>

typedef void (*AddFunc) (CogHelpBlocks *self, GtkBox *box, const CogHelpNode *node);

static GtkWidget *
new_box (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

/* Within the manual; all else opens where the desktop opens it. */
static gboolean
activate_cb (GtkWidget *label, const char *uri)
{
  return g_str_has_prefix (uri, "help:") &&
         gtk_widget_activate_action (label, "help.go", "s", uri + strlen ("help:"));
}

static GtkWidget *
new_label (CogHelpBlocks *self, const CogHelpNode *node, const char *class)
{
  g_autofree char *markup = cog_help_words_dup_markup (self->manual, node);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  g_signal_connect (label, "activate-link", G_CALLBACK (activate_cb), NULL);
  return label;
}

static void
add_paragraph (CogHelpBlocks *self, GtkBox *box, const CogHelpNode *node)
{
  gtk_box_append (box, new_label (self, node, NULL));
}

/* --- lists and tables ---------------------------------------------------------------------- */

/* Bullets, or numbers. */
static void
add_list (CogHelpBlocks *self, GtkBox *box, const CogHelpNode *node)
{
  GtkWidget *grid = gtk_grid_new ();
  int n = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < node->children->len; i++)
    {
      const CogHelpNode *item = g_ptr_array_index (node->children, i);
      g_autofree char *mark = NULL;
      GtkWidget *label, *words;

      if (!cog_help_node_is (item, "item"))
        continue;
      mark = cog_help_node_is (node, "steps") ? g_strdup_printf ("%d.", n + 1) : g_strdup ("•");
      label = gtk_label_new (mark);
      words = new_box (6);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_widget_add_css_class (label, "dim");
      gtk_widget_set_margin_start (label, 6);
      cog_help_blocks_add (self, GTK_BOX (words), item);
      gtk_grid_attach (GTK_GRID (grid), label, 0, n, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), words, 1, n++, 1, 1);
    }
  gtk_box_append (box, grid);
}

/* Each term over what it means. */
static void
add_terms (CogHelpBlocks *self, GtkBox *box, const CogHelpNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const CogHelpNode *item = g_ptr_array_index (node->children, i);
      const CogHelpNode *title = cog_help_node_get_child (item, "title");
      GtkWidget *both, *words;

      if (title == NULL)
        continue;
      both = new_box (3);
      words = new_box (6);
      gtk_box_append (GTK_BOX (both), new_label (self, title, "heading"));
      gtk_widget_set_margin_start (words, 18);
      cog_help_blocks_add (self, GTK_BOX (words), item);
      gtk_box_append (GTK_BOX (both), words);
      gtk_box_append (box, both);
    }
}

static void
add_table (CogHelpBlocks *self, GtkBox *box, const CogHelpNode *node)
{
  GtkWidget *grid = gtk_grid_new ();
  int row = 0;

  gtk_widget_add_css_class (grid, "help-table");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint r = 0; r < node->children->len; r++)
    {
      const CogHelpNode *tr = g_ptr_array_index (node->children, r);
      int column = 0;

      for (guint c = 0; cog_help_node_is (tr, "tr") && c < tr->children->len; c++)
        {
          const CogHelpNode *td = g_ptr_array_index (tr->children, c);
          GtkWidget *cell;

          if (!cog_help_node_is (td, "td"))
            continue;
          cell = new_box (3);
          gtk_widget_set_hexpand (cell, column > 0);
          cog_help_blocks_add (self, GTK_BOX (cell), td);
          gtk_grid_attach (GTK_GRID (grid), cell, column++, row, 1, 1);
        }
      row += column > 0;
    }
  gtk_box_append (box, grid);
}

/* --- boxes and pictures -------------------------------------------------------------------- */

static void
add_note (CogHelpBlocks *self, GtkBox *box, const CogHelpNode *node)
{
  const char *style = cog_help_node_get_attribute (node, "style");
  gboolean is_grave = style != NULL;
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = new_box (6);
  GtkWidget *icon = gtk_image_new_from_icon_name (is_grave ? "dialog-warning-symbolic"
                                                           : "dialog-information-symbolic");

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "help-note");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (card), icon);
  cog_help_blocks_add (self, GTK_BOX (words), node);
  gtk_box_append (GTK_BOX (card), words);
  gtk_box_append (box, card);
}

static void
add_screen (CogHelpBlocks *self, GtkBox *box, const CogHelpNode *node)
{
  GtkWidget *label = new_label (self, node, "card");

  gtk_widget_add_css_class (label, "help-screen");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Commands run from left to right in every language. */
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_box_append (box, label);
}

static void
add_media (CogHelpBlocks *self, GtkBox *box, const CogHelpNode *node)
{
  const char *name = cog_help_node_get_attribute (node, "src");
  g_autoptr (GBytes) data = name != NULL ? cog_help_manual_load_picture (self->manual, name) : NULL;
  g_autoptr (GdkTexture) texture = data != NULL ? gdk_texture_new_from_bytes (data, NULL) : NULL;
  g_autofree char *words = cog_help_node_dup_text (node);
  GtkWidget *picture;

  if (texture == NULL)
    {
      cog_help_blocks_add (self, box, node);
      return;
    }
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), words);
  gtk_widget_add_css_class (picture, "help-picture");
  gtk_box_append (box, picture);
}

/* The picture over its title. */
static void
add_figure (CogHelpBlocks *self, GtkBox *box, const CogHelpNode *node)
{
  const CogHelpNode *title = cog_help_node_get_child (node, "title");

  cog_help_blocks_add (self, box, node);
  if (title != NULL)
    gtk_box_append (box, new_label (self, title, "dim"));
}

void
cog_help_blocks_add_pages (CogHelpBlocks *self, GtkBox *box, GPtrArray *pages)
{
  GtkWidget *list = gtk_list_box_new ();

  g_return_if_fail (self != NULL && GTK_IS_BOX (box) && pages != NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < pages->len; i++)
    {
      const CogHelpPage *page = g_ptr_array_index (pages, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), page->title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), page->desc);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "help.go");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page->id);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_box_append (box, list);
}

/* Of a guide: what stands under its sections is said by the pages themselves. */
static void
add_guided (CogHelpBlocks *self, GtkBox *box, const char *id)
{
  g_autofree char *place = g_strdup_printf ("%s#%s", self->page->id, id);
  g_autoptr (GPtrArray) pages = cog_help_manual_list_guided (self->manual, place);

  if (pages->len > 0)
    cog_help_blocks_add_pages (self, box, pages);
}

static void
add_section (CogHelpBlocks *self, GtkBox *box, const CogHelpNode *node)
{
  const CogHelpNode *title = cog_help_node_get_child (node, "title");
  const char *id = cog_help_node_get_attribute (node, "id");

  if (title != NULL)
    {
      GtkWidget *heading = new_label (self, title, "title-3");

      gtk_widget_set_margin_top (heading, 18);
      gtk_box_append (box, heading);
      if (id != NULL)
        g_hash_table_insert (self->anchors, (char *)id, heading);
    }
  cog_help_blocks_add (self, box, node);
  if (id != NULL)
    add_guided (self, box, id);
}

/* --- all ----------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  AddFunc add;
} blocks[] = {
  { "p", add_paragraph },     { "list", add_list },   { "steps", add_list },
  { "terms", add_terms },     { "table", add_table }, { "note", add_note },
  { "screen", add_screen },   { "media", add_media }, { "figure", add_figure },
  { "section", add_section },
};

void
cog_help_blocks_add (CogHelpBlocks *self, GtkBox *box, const CogHelpNode *node)
{
  g_return_if_fail (self != NULL && GTK_IS_BOX (box) && node != NULL);

  for (guint i = 0; i < node->children->len; i++)
    {
      const CogHelpNode *child = g_ptr_array_index (node->children, i);

      for (guint b = 0; b < G_N_ELEMENTS (blocks); b++)
        if (cog_help_node_is (child, blocks[b].name))
          blocks[b].add (self, box, child);
    }
}
