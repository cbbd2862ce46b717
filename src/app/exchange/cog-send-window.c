/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-send-window.h"

#include "cog-compat.h"
#include "cog-exchange-folder.h"
#include "cog-run-bar.h"
#include "cog-target-chooser.h"

#include <glib/gi18n-lib.h>

/* What a person may choose. */
typedef struct
{
  const char *format; /* NULL: a folder */
  const char *suffix;
  const char *title;
  const char *subtitle;
  gboolean has_suggestions; /* the format has a place for them */
} Choice;

static const Choice choices[] = {
  { "xliff-1.2", "xlf", N_ ("OmegaT, Lokalize, Virtaal and Others"),
    N_ ("XLIFF 1.2, which most programs for translators read"), TRUE },
  { "po", "po", N_ ("Poedit, Weblate and Others"),
    N_ ("PO, as for translating programs; notes go along"), FALSE },
  { "xliff-2.1", "xlf", N_ ("Newer Translation Programs, or Another Cognate"),
    N_ ("XLIFF 2.1, which holds everything: states, decisions, notes"), TRUE },
  { "tmx", "tmx", N_ ("The Memory of Any Program"),
    N_ ("TMX: each translated sentence beside its original"), FALSE },
  { NULL, NULL, N_ ("A Team With a Shared Folder"),
    N_ ("One file a chapter, made for Git; only what changed is written"), FALSE },
};

struct _CogSendWindow
{
  AdwWindow parent_instance;
  CogProject *project;
  CogTargetChooser *chooser;
  CogRun *run; /* what is going on (nullable) */
  guint choice;
  GtkWidget *checks[G_N_ELEMENTS (choices)];
  GtkStack *stack;
  GtkWidget *save, *memory_row;
  GtkSwitch *memory;
  AdwPreferencesGroup *choices;
  CogRunBar *run_bar;
};

G_DEFINE_FINAL_TYPE (CogSendWindow, cog_send_window, ADW_TYPE_WINDOW)

typedef struct
{
  CogProject *project;
  CogRun *run;
  const Choice *choice;
  char *path;
  gboolean with_memory;
  GtkWidget *parent;
  CogExchangeCount count;
} Sending;

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  g_object_unref (sending->project);
  g_object_unref (sending->run);
  g_object_unref (sending->parent);
  g_free (sending->path);
  g_free (sending);
}

/* A memory that cannot be opened helps nobody, and hinders no export. */
static CogMemory *
open_memory (const Sending *sending)
{
  g_autofree char *path = sending->with_memory ? cog_memory_dup_path () : NULL;

  return path != NULL ? cog_memory_open (path, NULL) : NULL;
}

static void
send_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sending *sending = data;
  const CogProgress *progress = cog_run_get_progress (sending->run);
  g_autoptr (CogMemory) memory = open_memory (sending);
  const CogExchangeHelp help = { .memory = memory };
  GError *error = NULL;
  gboolean ok;

  if (sending->choice->format == NULL)
    ok = cog_exchange_folder_export (sending->project, sending->path, progress, cancellable,
                                     &sending->count, &error);
  else
    ok = cog_exchange_export (sending->project, sending->path,
                              cog_exchange_format_find (sending->choice->format), &help, progress,
                              cancellable, &sending->count, &error);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CogSendWindow *self = COG_SEND_WINDOW (source);
  const Sending *sending = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);
  guint n = sending->count.n_units;
  g_autofree char *words = g_strdup_printf (
      ngettext ("%'u passage is in the file", "%'u passages are in the file", n), n);

  if (!gtk_widget_get_realized (sending->parent))
    return;
  if (ok)
    gtk_widget_activate_action (sending->parent, "win.toast", "s", words);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (sending->parent, "win.show-error", "s", error->message);
  g_clear_object (&self->run);
  if (self->stack != NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
send (CogSendWindow *self, const char *path)
{
  Sending *sending = g_new0 (Sending, 1);
  g_autoptr (GTask) task = NULL;

  self->run = cog_run_new ();
  sending->project = g_object_ref (self->project);
  sending->run = g_object_ref (self->run);
  sending->choice = &choices[self->choice];
  sending->path = g_strdup (path);
  sending->with_memory = sending->choice->has_suggestions && gtk_switch_get_active (self->memory);
  sending->parent = g_object_ref (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))));
  task = g_task_new (self, cog_run_get_cancellable (self->run), sent_cb, NULL);
  g_task_set_task_data (task, sending, sending_free);
  cog_run_bar_set_run (self->run_bar, self->run);
  gtk_widget_set_sensitive (self->save, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "writing");
  g_task_run_in_thread (task, send_in_thread);
}

static void
targets_cb (const char *const *targets, gpointer user_data)
{
  CogSendWindow *self = user_data;

  if (self->run == NULL)
    send (self, targets[0]);
}

static void
folder_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CogSendWindow *self = COG_SEND_WINDOW (source);
  g_autoptr (GFile) folder = cog_file_dialog_finish (result, NULL);

  if (folder != NULL && g_file_peek_path (folder) != NULL && self->run == NULL)
    send (self, g_file_peek_path (folder));
}

static void
save_cb (CogSendWindow *self)
{
  const Choice *choice = &choices[self->choice];
  const char *suffixes[] = { choice->suffix, NULL };
  g_autofree char *title = cog_project_dup_title (self->project);

  if (choice->format == NULL)
    cog_file_dialog_choose_folder (GTK_WIDGET (self), _ ("The Team’s Folder"), NULL, folder_cb,
                                   NULL);
  else
    cog_target_chooser_ask (self->chooser, GTK_WIDGET (self), _ ("Send to Other Tools"), title,
                            suffixes);
}

static void
toggled_cb (GtkCheckButton *check, CogSendWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (self->checks[i] == GTK_WIDGET (check) && gtk_check_button_get_active (check))
      self->choice = i;
  gtk_widget_set_sensitive (self->memory_row, choices[self->choice].has_suggestions);
}

static void
add_choice (CogSendWindow *self, guint i)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  self->checks[i] = check;
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (i > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (self->checks[0]));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i == 0);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (choices[i].title), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (choices[i].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (choices[i].subtitle));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->choices, row);
}

static void
stop (CogSendWindow *self)
{
  if (self->run != NULL)
    g_cancellable_cancel (cog_run_get_cancellable (self->run));
  g_clear_object (&self->run);
}

static gboolean
cog_send_window_close_request (GtkWindow *window)
{
  stop (COG_SEND_WINDOW (window));
  return GTK_WINDOW_CLASS (cog_send_window_parent_class)->close_request (window);
}

static void
cog_send_window_dispose (GObject *object)
{
  CogSendWindow *self = COG_SEND_WINDOW (object);

  stop (self);
  self->stack = NULL;
  g_clear_object (&self->chooser);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (cog_send_window_parent_class)->dispose (object);
}

static void
cog_send_window_class_init (CogSendWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cog_send_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cog_send_window_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (COG_TYPE_RUN_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/cognate/Cognate/exchange/cog-send-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogSendWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CogSendWindow, save);
  gtk_widget_class_bind_template_child (widget_class, CogSendWindow, choices);
  gtk_widget_class_bind_template_child (widget_class, CogSendWindow, memory_row);
  gtk_widget_class_bind_template_child (widget_class, CogSendWindow, memory);
  gtk_widget_class_bind_template_child (widget_class, CogSendWindow, run_bar);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
cog_send_window_init (CogSendWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chooser = cog_target_chooser_new (targets_cb, self);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    add_choice (self, i);
}

void
cog_send_window_present (GtkWindow *parent, CogProject *project)
{
  CogSendWindow *self;

  g_return_if_fail (GTK_IS_WINDOW (parent) && COG_IS_PROJECT (project));

  self = g_object_new (COG_TYPE_SEND_WINDOW, "transient-for", parent, NULL);
  self->project = g_object_ref (project);
  gtk_window_present (GTK_WINDOW (self));
}
