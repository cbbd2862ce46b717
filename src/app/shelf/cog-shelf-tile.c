/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-tile.h"

#include "cog-cover.h"

#include <glib/gi18n-lib.h>

struct _CogShelfTile
{
  GtkButton parent_instance;
  CogCover *cover;
  GtkLabel *title, *languages, *percent, *licence;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (CogShelfTile, cog_shelf_tile, GTK_TYPE_BUTTON)

static void
cog_shelf_tile_class_init (CogShelfTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (COG_TYPE_COVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/shelf/cog-shelf-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, cover);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, title);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, languages);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, percent);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, licence);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, progress);
}

static void
cog_shelf_tile_init (CogShelfTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cog_shelf_tile_show_licence (GtkLabel *badge, CogShelfBook *book)
{
  const char *licence = cog_shelf_book_get_licence (book);

  gtk_label_set_label (badge, licence != NULL ? licence : _ ("No licence yet"));
  if (licence == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (badge), "unchosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (badge), "unchosen");
}

GtkWidget *
cog_shelf_tile_new (CogShelfBook *book)
{
  CogShelfTile *self = g_object_new (COG_TYPE_SHELF_TILE, NULL);
  const char *title = cog_shelf_book_get_title (book);
  double share = cog_shelf_book_get_share (book);
  /* Translators: share of a book that is done, in percent. */
  g_autofree char *percent = g_strdup_printf (_ ("%d%%"), (int)(100 * share));

  cog_cover_set_title (self->cover, title, cog_shelf_book_get_language (book));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->languages, cog_shelf_book_get_languages (book));
  gtk_label_set_label (self->percent, percent);
  gtk_progress_bar_set_fraction (self->progress, share);
  cog_shelf_tile_show_licence (self->licence, book);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-project");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", cog_shelf_book_get_path (book));
  return GTK_WIDGET (self);
}
