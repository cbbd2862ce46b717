/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-app-state.h"
#include "cog-locale.h"
#include "cog-temporary-folder.h"
#include "cog-cut-labels.h"
#include "cog-focus-guard.h"
#include "cog-help-window.h"
#include "cog-type.h"
#include "cog-window.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

/* Where the shelf keeps its projects: $COGNATE_DATA_DIR, else the user's data folder. */
static char *
dup_shelf_folder (void)
{
  const char *moved = g_getenv ("COGNATE_DATA_DIR");
  char *folder =
      moved != NULL ? g_strdup (moved) : g_build_filename (g_get_user_data_dir (), "cognate", NULL);

  g_mkdir_with_parents (folder, 0700);
  return folder;
}

static char *
dup_sample (void)
{
  static const char *const places[] = { COG_BUILD_SAMPLE, COG_INSTALLED_SAMPLE };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_file_test (places[i], G_FILE_TEST_EXISTS))
      return g_strdup (places[i]);
  return NULL;
}

static CogWindow *
new_window (AdwApplication *application)
{
  g_autofree char *folder = dup_shelf_folder ();
  g_autofree char *sample = dup_sample ();

  return COG_WINDOW (cog_window_new (application, folder, sample));
}

/* The one that was used last: a dialog may be in front of it. */
static CogWindow *
get_window (AdwApplication *application)
{
  for (GList *w = gtk_application_get_windows (GTK_APPLICATION (application)); w != NULL;
       w = w->next)
    if (COG_IS_WINDOW (w->data))
      return w->data;
  return new_window (application);
}

static void
activate_cb (AdwApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (application)));
}

static void
open_cb (AdwApplication *application, GFile **files, int n_files, const char *hint)
{
  CogWindow *window = get_window (application);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (paths, g_file_get_path (files[i]));
  cog_window_open_files (window, paths);
}

static void
clear_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  cog_temporary_folder_clear_old (g_get_tmp_dir (), g_get_real_time () / G_USEC_PER_SEC);
}

static void
startup_cb (AdwApplication *application)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  cog_type_init (gdk_display_get_default ());
  cog_cut_labels_start ();
  cog_focus_guard_start ();
  cog_help_window_start ();
  g_task_run_in_thread (task, clear_thread);
}

static void
shutdown_cb (AdwApplication *application)
{
  cog_app_state_flush (cog_app_state_get_default ());
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GList *windows = g_list_copy (gtk_application_get_windows (application));

  /* Each window may still have to store what is being written. */
  for (GList *w = windows; w != NULL; w = w->next)
    gtk_window_close (w->data);
  g_list_free (windows);
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  gtk_window_present (GTK_WINDOW (new_window (application)));
}

static void
add_shortcuts (GtkApplication *application)
{
  const GActionEntry entries[] = { { "new-window", new_window_cb, NULL, NULL, NULL, { 0 } },
                                   { "quit", quit_cb, NULL, NULL, NULL, { 0 } } };

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  gtk_application_set_accels_for_action (application, "app.new-window",
                                         (const char *[]){ "<Control>n", NULL });
  gtk_application_set_accels_for_action (application, "app.quit",
                                         (const char *[]){ "<Control>q", NULL });
  gtk_application_set_accels_for_action (application, "window.close",
                                         (const char *[]){ "<Control>w", NULL });
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;

  cog_locale_bind ();
  xmlInitParser ();
  application = adw_application_new (COG_APP_ID, G_APPLICATION_HANDLES_OPEN);
  g_application_set_resource_base_path (G_APPLICATION (application), "/org/cognate/Cognate");
  add_shortcuts (GTK_APPLICATION (application));
  g_signal_connect (application, "startup", G_CALLBACK (startup_cb), NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect (application, "open", G_CALLBACK (open_cb), NULL);
  g_signal_connect (application, "shutdown", G_CALLBACK (shutdown_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
