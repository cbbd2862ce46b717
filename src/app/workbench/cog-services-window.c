/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-services-window.h"

#include "cog-apertium.h"
#include "cog-engine-provider.h"
#include "cog-server.h"
#include "cog-tooltip.h"
#include "cog-web-address.h"

#include <glib/gi18n-lib.h>

struct _CogServicesWindow
{
  AdwWindow parent_instance;
  CogProject *project; /* (nullable) */
  GtkWidget *local;
  AdwActionRow *apertium;
  GtkSwitch *on;
  AdwPreferencesGroup *servers;
  GtkEditable *address, *key;
  GtkLabel *fault;
  GtkSpinner *spinner;
  GtkWidget *add;
  GPtrArray *rows; /* of the servers; borrowed */
  GCancellable *cancellable;
  gboolean is_asking;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CogServicesWindow, cog_services_window, ADW_TYPE_WINDOW)

static void
show_fault (CogServicesWindow *self, const char *words)
{
  gtk_label_set_label (self->fault, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), words != NULL);
}

static void
tell_changed (CogServicesWindow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- the servers ------------------------------------------------------------------------------ */

static void fill (CogServicesWindow *self);

static void
remove_cb (GtkButton *button, CogServicesWindow *self)
{
  g_autofree char *path = cog_server_dup_path ();
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "id"));
  g_autoptr (GError) error = NULL;

  show_fault (self, cog_server_remove (path, id, &error) ? NULL : error->message);
  fill (self);
  tell_changed (self);
}

static GtkWidget *
new_row (CogServicesWindow *self, const CogServer *server)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *host = cog_web_address_dup_host (server->address);
  /* Translators: a button's tooltip: %s is the name of a server. */
  g_autofree char *words = g_strdup_printf (_ ("Remove %s"), host);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), host);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), server->address);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  cog_tooltip_set (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "id", cog_server_dup_id (server), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
add_row (CogServicesWindow *self, GtkWidget *row)
{
  adw_preferences_group_add (self->servers, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill (CogServicesWindow *self)
{
  g_autofree char *path = cog_server_dup_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) servers = cog_server_load (path, &error);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->servers, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (servers == NULL)
    show_fault (self, error->message);
  for (guint i = 0; servers != NULL && i < servers->len; i++)
    add_row (self, new_row (self, g_ptr_array_index (servers, i)));
  if (self->rows->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("None was entered"));
      add_row (self, row);
    }
}

/* --- a new one -------------------------------------------------------------------------------- */

typedef struct
{
  char *address, *key;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->address);
  g_free (question->key);
  g_free (question);
}

static void
set_asking (CogServicesWindow *self, gboolean is_asking)
{
  self->is_asking = is_asking;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_asking);
  gtk_spinner_set_spinning (self->spinner, is_asking);
  gtk_widget_set_sensitive (self->add, !is_asking && gtk_editable_get_text (self->address)[0]);
}

static void
find_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  g_autofree char *path = cog_server_dup_path ();
  GError *error = NULL;
  g_autoptr (CogServer) server =
      cog_server_find_out (question->address, question->key, cancellable, &error);

  if (server != NULL && cog_server_add (path, server, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
found_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogServicesWindow *self = COG_SERVICES_WINDOW (object);
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  /* It was closed meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->rows == NULL)
    return;
  show_fault (self, ok ? NULL : error->message);
  if (ok)
    {
      gtk_editable_set_text (self->address, "");
      gtk_editable_set_text (self->key, "");
      fill (self);
      tell_changed (self);
    }
  set_asking (self, FALSE);
}

static void
add_cb (CogServicesWindow *self)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  if (self->is_asking || gtk_editable_get_text (self->address)[0] == '\0')
    return;
  question = g_new0 (Question, 1);
  question->address = g_strdup (gtk_editable_get_text (self->address));
  question->key = g_strdup (gtk_editable_get_text (self->key));
  task = g_task_new (self, self->cancellable, found_out_cb, NULL);
  g_task_set_task_data (task, question, question_free);
  show_fault (self, NULL);
  set_asking (self, TRUE);
  g_task_run_in_thread (task, find_out_in_thread);
}

static void
typed_cb (CogServicesWindow *self)
{
  set_asking (self, self->is_asking);
}

/* --- Apertium --------------------------------------------------------------------------------- */

static void
on_cb (CogServicesWindow *self)
{
  if (self->project == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->on)))
    return;
  cog_engine_provider_set_on (self->project, gtk_switch_get_active (self->on));
  tell_changed (self);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CogProject *project = data;
  g_autofree char *from = cog_project_dup_source_language (project);
  g_autofree char *to = cog_project_dup_language (project);
  g_autoptr (CogEngine) engine = cog_apertium_new ();
  GError *error = NULL;

  if (!cog_engine_is_there (engine))
    g_task_return_new_error (
        task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s",
        _ ("Apertium, a free program for machine translation, is not installed here."));
  else if (from == NULL || cog_engine_find_pair (engine, from, to, cancellable, &error) == NULL)
    g_task_return_error (task, error != NULL
                                   ? error
                                   : g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                                          _ ("The source’s language is not "
                                                             "known.")));
  else
    g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogServicesWindow *self = COG_SERVICES_WINDOW (object);
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->rows == NULL)
    return;
  adw_action_row_set_subtitle (
      self->apertium, ok ? _ ("By Apertium, for passages that are empty. What you take is marked "
                              "until you change or confirm it.")
                         : error->message);
  gtk_switch_set_active (self->on, ok && cog_engine_provider_get_on (self->project));
  gtk_widget_set_sensitive (GTK_WIDGET (self->on), ok);
}

static void
look (CogServicesWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, looked_cb, NULL);

  g_task_set_task_data (task, g_object_ref (self->project), g_object_unref);
  g_task_run_in_thread (task, look_in_thread);
}

static void
cog_services_window_dispose (GObject *object)
{
  CogServicesWindow *self = COG_SERVICES_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->project);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (cog_services_window_parent_class)->dispose (object);
}

static void
cog_services_window_finalize (GObject *object)
{
  g_object_unref (COG_SERVICES_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (cog_services_window_parent_class)->finalize (object);
}

static void
cog_services_window_class_init (CogServicesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cog_services_window_dispose;
  object_class->finalize = cog_services_window_finalize;
  signals[CHANGED] = g_signal_new ("changed", COG_TYPE_SERVICES_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/cognate/Cognate/workbench/cog-services-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CogServicesWindow, local);
  gtk_widget_class_bind_template_child (widget_class, CogServicesWindow, apertium);
  gtk_widget_class_bind_template_child (widget_class, CogServicesWindow, on);
  gtk_widget_class_bind_template_child (widget_class, CogServicesWindow, servers);
  gtk_widget_class_bind_template_child (widget_class, CogServicesWindow, address);
  gtk_widget_class_bind_template_child (widget_class, CogServicesWindow, key);
  gtk_widget_class_bind_template_child (widget_class, CogServicesWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, CogServicesWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, CogServicesWindow, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

/* The eye in a password's row has a tooltip, which libadwaita 1.2 tells no screen reader. */
static void
name_eye (GtkWidget *within)
{
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && gtk_widget_has_css_class (child, "image-button"))
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        _ ("Show or hide the key"), -1);
      name_eye (child);
    }
}

static void
cog_services_window_init (CogServicesWindow *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  name_eye (GTK_WIDGET (self->key));
}

GtkWidget *
cog_services_window_new (GtkWindow *parent, CogProject *project)
{
  CogServicesWindow *self;

  g_return_val_if_fail (project == NULL || COG_IS_PROJECT (project), NULL);

  self = g_object_new (COG_TYPE_SERVICES_WINDOW, "transient-for", parent, NULL);
  fill (self);
  gtk_widget_set_visible (self->local, project != NULL);
  if (project != NULL)
    {
      self->project = g_object_ref (project);
      look (self);
    }
  return GTK_WIDGET (self);
}
