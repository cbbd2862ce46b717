/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-show-file.h"

#include "cog-compat.h"

#include <glib/gi18n-lib.h>

/* Milliseconds for a file manager to start. */
#define PATIENCE 10000

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

  if (cog_show_uri_finish (result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_activate_action (GTK_WIDGET (source), "win.show-error", "s",
                              _ ("There is no program for it on this computer."));
}

static void
show_path (GtkWidget *widget, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri != NULL && GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    cog_show_uri (widget, uri, shown_cb, NULL);
}

void
cog_show_file_open (GtkWidget *widget, const char *path)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && path != NULL);

  if (is_there (widget, path))
    show_path (widget, path);
}

typedef struct
{
  GtkWidget *widget;
  char *path;
} Showing;

static void
asked_cb (GObject *bus, GAsyncResult *result, gpointer user_data)
{
  Showing *showing = user_data;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);
  g_autofree char *folder = g_path_get_dirname (showing->path);

  if (answer == NULL)
    show_path (showing->widget, folder);
  g_object_unref (showing->widget);
  g_free (showing->path);
  g_free (showing);
}

void
cog_show_file_in_folder (GtkWidget *widget, const char *path)
{
  g_autoptr (GDBusConnection) bus = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *folder = NULL;
  const char *uris[] = { NULL, NULL };
  Showing *showing;

  g_return_if_fail (GTK_IS_WIDGET (widget) && path != NULL);

  if (!is_there (widget, path))
    return;
  bus = g_application_get_default () != NULL
            ? g_application_get_dbus_connection (g_application_get_default ())
            : NULL;
  uri = g_filename_to_uri (path, NULL, NULL);
  folder = g_path_get_dirname (path);
  if (bus == NULL || uri == NULL)
    {
      show_path (widget, folder);
      return;
    }
  g_object_ref (bus);
  uris[0] = uri;
  showing = g_new0 (Showing, 1);
  showing->widget = g_object_ref (widget);
  showing->path = g_strdup (path);
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE,
                          PATIENCE, NULL, asked_cb, showing);
}
