/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-show-file.h"

#include "cog-compat.h"

#include <glib/gi18n-lib.h>

/* Says what is wrong before another program says it worse. */
static gboolean
is_there (GtkWidget *widget, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *words = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  /* Translators: %s is the name of a file. */
  words = g_strdup_printf (_ ("“%s” is not there any more. It was moved or deleted."), name);
  gtk_widget_activate_action (widget, "win.show-error", "s", words);
  return FALSE;
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (cog_show_path_finish (result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_activate_action (GTK_WIDGET (source), "win.show-error", "s",
                              _ ("There is no program for it on this computer."));
}

/* Opening it where it stands, or its folder. */
typedef void (*Show) (GtkWidget *widget,
                      const char *path,
                      GAsyncReadyCallback callback,
                      gpointer user_data);

static void
show_path (GtkWidget *widget, const char *path, Show show)
{
  if (is_there (widget, path) && GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    show (widget, path, shown_cb, NULL);
}

void
cog_show_file_open (GtkWidget *widget, const char *path)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && path != NULL);
  show_path (widget, path, cog_show_path);
}

void
cog_show_file_in_folder (GtkWidget *widget, const char *path)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && path != NULL);
  show_path (widget, path, cog_show_path_in_folder);
}
