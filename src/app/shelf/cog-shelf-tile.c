/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-tile.h"

#include "cog-cover.h"
#include "cog-when.h"

#include <glib/gi18n-lib.h>

struct _CogShelfTile
{
  GtkWidget parent_instance;
  CogShelfBook *book;
  GtkWidget *overlay, *button;
  GtkMenuButton *menu;
  CogCover *cover;
  GtkLabel *title, *languages, *percent, *licence, *used;
  GtkWidget *facts;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (CogShelfTile, cog_shelf_tile, GTK_TYPE_WIDGET)

void
cog_shelf_tile_show_licence (GtkLabel *badge, CogShelfBook *book)
{
  const CogShelfFacts *facts = cog_shelf_book_get_facts (book);
  const char *classes[] = { "licence", NULL, NULL };
  g_autofree char *conflicts = g_strdup_printf (
      ngettext ("%'u conflict", "%'u conflicts", facts->n_conflicts), facts->n_conflicts);

  if (facts->n_conflicts > 0)
    classes[1] = "unknown";
  else if (facts->licence == NULL)
    classes[1] = "unchosen";
  gtk_widget_set_css_classes (GTK_WIDGET (badge), classes);
  gtk_label_set_label (badge, facts->n_conflicts > 0   ? conflicts
                              : facts->licence != NULL ? facts->licence
                                                       : _ ("Not chosen yet"));
  /* Translators: %s is a licence, such as CC BY 4.0. */
  g_autofree char *whole =
      facts->licence != NULL ? g_strdup_printf (_ ("Licence: %s"), facts->licence) : NULL;
  gtk_widget_set_tooltip_text (GTK_WIDGET (badge),
                               whole != NULL ? whole : _ ("The licence is not chosen yet"));
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *path)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", path);
  g_menu_append_item (menu, item);
}

static GMenu *
create_menu (CogShelfBook *book)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) file = g_menu_new ();
  g_autoptr (GMenu) bin = g_menu_new ();
  const char *path = cog_shelf_book_get_path (book);
  gboolean is_ready = cog_shelf_book_is_ready (book);

  append_item (open, is_ready ? _ ("_Open") : _ ("_What Is Wrong?"), "shelf.open", path);
  if (is_ready)
    {
      append_item (file, _ ("_Rename…"), "shelf.rename", path);
      append_item (file, _ ("_Duplicate"), "shelf.duplicate", path);
    }
  append_item (file, _ ("_Export Project…"), "shelf.export", path);
  append_item (bin, _ ("_Move to Bin"), "shelf.bin", path);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (file));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (bin));
  return menu;
}

/* Made when it is asked for: two hundred menus would be most of the time of a large shelf. */
static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  CogShelfTile *self = user_data;
  g_autoptr (GMenu) menu = create_menu (self->book);

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
show_trouble (CogShelfTile *self, const char *trouble)
{
  const CogShelfFacts *facts = cog_shelf_book_get_facts (self->book);

  cog_cover_set_troubled (self->cover, trouble != NULL);
  gtk_widget_set_visible (self->facts, facts->condition == COG_SHELF_READY);
  gtk_widget_set_visible (GTK_WIDGET (self->licence), facts->condition == COG_SHELF_READY);
  if (trouble != NULL)
    gtk_label_set_label (self->languages, trouble);
}

static void
show (CogShelfTile *self)
{
  const CogShelfFacts *facts = cog_shelf_book_get_facts (self->book);
  const char *trouble = cog_shelf_book_get_trouble (self->book);
  g_autofree char *languages = cog_shelf_book_dup_languages (self->book);
  /* Translators: share of a book that is done, in percent. */
  g_autofree char *percent = g_strdup_printf (_ ("%d%%"), (int)(100 * facts->share));
  g_autofree char *used =
      cog_when_describe (cog_shelf_book_get_used (self->book), g_get_real_time () / G_USEC_PER_SEC);
  /* Translators: of a book's menu button. */
  g_autofree char *menu = g_strdup_printf (_ ("Menu of “%s”"), facts->title);

  cog_cover_set_title (self->cover, facts->title, facts->language);
  cog_cover_set_file (self->cover, facts->cover);
  gtk_label_set_label (self->title, facts->title);
  gtk_label_set_label (self->languages, languages != NULL ? languages : "");
  gtk_label_set_label (self->percent, percent);
  gtk_label_set_label (self->used, used);
  gtk_progress_bar_set_fraction (self->progress, facts->share);
  cog_shelf_tile_show_licence (self->licence, self->book);
  gtk_widget_set_tooltip_text (self->button, facts->fault != NULL ? facts->fault : facts->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  facts->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  trouble != NULL ? trouble : used, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu,
                                  -1);
  show_trouble (self, trouble);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, CogShelfTile *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_menu_button_popup (self->menu);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (COG_SHELF_TILE (widget)->menu);
}

static void
cog_shelf_tile_dispose (GObject *object)
{
  CogShelfTile *self = COG_SHELF_TILE (object);

  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->book);
  G_OBJECT_CLASS (cog_shelf_tile_parent_class)->dispose (object);
}

static void
cog_shelf_tile_class_init (CogShelfTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_shelf_tile_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "tile.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "tile.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "tile.menu",
                                       NULL);
  g_type_ensure (COG_TYPE_COVER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/shelf/cog-shelf-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, overlay);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, button);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, menu);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, cover);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, title);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, languages);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, percent);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, licence);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, used);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, facts);
  gtk_widget_class_bind_template_child (widget_class, CogShelfTile, progress);
}

static void
cog_shelf_tile_init (CogShelfTile *self)
{
  GtkGesture *right = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  g_signal_connect (right, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (right));
  gtk_menu_button_set_create_popup_func (self->menu, create_popup_cb, self, NULL);
}

GtkWidget *
cog_shelf_tile_new (CogShelfBook *book)
{
  CogShelfTile *self = g_object_new (COG_TYPE_SHELF_TILE, NULL);

  self->book = g_object_ref (book);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s",
                                    cog_shelf_book_get_path (book));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "shelf.open");
  g_signal_connect_object (book, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

CogShelfBook *
cog_shelf_tile_get_book (CogShelfTile *self)
{
  g_return_val_if_fail (COG_IS_SHELF_TILE (self), NULL);
  return self->book;
}

void
cog_shelf_tile_set_near (CogShelfTile *self, gboolean is_near)
{
  g_return_if_fail (COG_IS_SHELF_TILE (self));
  cog_cover_set_near (self->cover, is_near);
}
