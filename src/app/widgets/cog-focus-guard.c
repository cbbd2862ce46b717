/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-focus-guard.h"

/* GTK keeps in mind that it has to find another place for the keyboard: a window without any does
 * not change that. */
static gboolean
let_go_cb (gpointer user_data)
{
  GtkWindow *window = user_data;
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus != NULL && gtk_widget_get_root (focus) == NULL)
    gtk_window_set_focus (window, NULL);
  return G_SOURCE_REMOVE;
}

/* Later, when it is really out; but before any key. */
static void
root_cb (GtkWidget *widget, GParamSpec *pspec, GtkWindow *window)
{
  if (gtk_widget_get_root (widget) == NULL)
    g_idle_add_full (G_PRIORITY_HIGH, let_go_cb, g_object_ref (window), g_object_unref);
}

static void
forget (GtkWindow *window)
{
  GtkWidget *before = g_object_get_data (G_OBJECT (window), "cog-guarded");

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, root_cb, window);
  g_object_set_data (G_OBJECT (window), "cog-guarded", NULL);
}

static void
focus_cb (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  forget (window);
  if (focus == NULL)
    return;
  g_signal_connect_object (focus, "notify::root", G_CALLBACK (root_cb), window, 0);
  g_object_set_data_full (G_OBJECT (window), "cog-guarded", g_object_ref (focus), g_object_unref);
}

/* What was chosen in the page of a submenu keeps the keyboard though the menu is closed, where it
 * opened a window; when that is closed, every key goes there, and is lost. */
static void
active_cb (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (gtk_window_is_active (window) && focus != NULL && !gtk_widget_get_mapped (focus))
    gtk_window_set_focus (window, NULL);
}

static void
guard (GtkWindow *window)
{
  g_signal_connect (window, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
  g_signal_connect (window, "unrealize", G_CALLBACK (forget), NULL);
}

static void
windows_cb (GListModel *windows, guint position, guint n_removed, guint n_added, gpointer user_data)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      guard (window);
    }
}

void
cog_focus_guard_start (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_cb), NULL);
}
