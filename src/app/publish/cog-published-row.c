/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-published-row.h"

#include "cog-lent.h"
#include "cog-show-file.h"

#include <glib/gi18n-lib.h>

struct _CogPublishedRow
{
  AdwActionRow parent_instance;
  char *path;
};

G_DEFINE_FINAL_TYPE (CogPublishedRow, cog_published_row, ADW_TYPE_ACTION_ROW)

static void
open_cb (CogPublishedRow *self)
{
  cog_show_file_open (GTK_WIDGET (self), self->path);
}

static void
show_cb (CogPublishedRow *self)
{
  cog_show_file_in_folder (GTK_WIDGET (self), self->path);
}

static void
add_button (CogPublishedRow *self,
            const char *icon,
            const char *title,
            const char *name,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: a button's name for a screen reader: what it does, and with which file. */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), title, name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
}

static void
cog_published_row_finalize (GObject *object)
{
  g_free (COG_PUBLISHED_ROW (object)->path);
  G_OBJECT_CLASS (cog_published_row_parent_class)->finalize (object);
}

static void
cog_published_row_class_init (CogPublishedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cog_published_row_finalize;
}

static void
cog_published_row_init (CogPublishedRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 5);
}

static void
add_mark (CogPublishedRow *self, const char *icon, const char *class_name)
{
  GtkWidget *mark = gtk_image_new_from_icon_name (icon);

  gtk_widget_add_css_class (mark, class_name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), mark);
}

GtkWidget *
cog_published_row_new (const CogPublished *published)
{
  CogPublishedRow *self = g_object_new (COG_TYPE_PUBLISHED_ROW, NULL);
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (published != NULL, NULL);

  self->path = g_strdup (published->target);
  name = g_filename_display_basename (published->target);
  folder = g_path_get_dirname (published->target);
  shown = g_filename_display_basename (folder);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  if (published->error != NULL)
    {
      words = g_error_matches (published->error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                  ? g_strdup (_ ("Stopped: nothing was written."))
                  : cog_publish_dup_fault (published->error, published->target);
      add_mark (self, "dialog-error-symbolic", "error");
    }
  else
    {
      g_autofree char *size = g_format_size (published->size);

      words = cog_lent_is_alone (published->target)
                  ? g_steal_pointer (&size)
                  /* Translators: the size of a file, and the folder that it is in. */
                  : g_strdup_printf (_ ("%s, in “%s”"), size, shown);
      add_mark (self, "object-select-symbolic", "success");
      add_button (self, "document-open-symbolic", _ ("Open"), name, G_CALLBACK (open_cb));
      add_button (self, "folder-symbolic", _ ("Show in Folder"), name, G_CALLBACK (show_cb));
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  return GTK_WIDGET (self);
}

const char *
cog_published_row_get_path (CogPublishedRow *self)
{
  g_return_val_if_fail (COG_IS_PUBLISHED_ROW (self), NULL);
  return self->path;
}
