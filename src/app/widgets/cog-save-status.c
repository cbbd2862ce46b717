/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-save-status.h"

#include "cog-compat.h"
#include "cog-project-drafts.h"
#include "cog-tooltip.h"

#include <glib/gi18n-lib.h>

/* Milliseconds after the last keystroke: what was typed is stored by then, or was nothing new. */
#define SETTLED 2500

struct _CogSaveStatus
{
  GtkWidget parent_instance;
  GtkLabel *label;
  CogProject *project; /* (nullable) */
  guint timer;
  guint quiet; /* timeout, from the last edit that was stored */
  gboolean was_edited;
};

G_DEFINE_FINAL_TYPE (CogSaveStatus, cog_save_status, GTK_TYPE_WIDGET)

static void
show (CogSaveStatus *self)
{
  gboolean is_lost = self->project != NULL && cog_project_get_n_drafts (self->project) > 0;
  const char *text = "";

  if (is_lost)
    text = _ ("Not saved");
  else if (self->timer != 0)
    text = _ ("Saving…");
  else if (self->was_edited)
    text = _ ("Saved");
  gtk_label_set_label (self->label, text);
  if (is_lost)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "error");
  cog_tooltip_set (GTK_WIDGET (self), text[0] == '\0' ? NULL
                                      : is_lost ? _ ("What you typed cannot be stored just now")
                                                : _ ("Every change is stored as you make it"));
}

/* Once a person pauses, not with each edit; of what is lost the alert speaks. */
static void
say (CogSaveStatus *self)
{
  if (cog_project_get_n_drafts (self->project) == 0)
    cog_announce (GTK_WIDGET (self), gtk_label_get_label (self->label), FALSE);
}

static gboolean
quiet_cb (gpointer user_data)
{
  COG_SAVE_STATUS (user_data)->quiet = 0;
  say (user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
settled_cb (gpointer user_data)
{
  CogSaveStatus *self = user_data;

  self->timer = 0;
  show (self);
  say (self);
  return G_SOURCE_REMOVE;
}

/* Edits come from this window, in this thread. */
static void
changed_cb (CogSaveStatus *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->quiet, g_source_remove);
  self->quiet = g_timeout_add (SETTLED, quiet_cb, self);
  self->was_edited = TRUE;
  show (self);
}

void
cog_save_status_expect (CogSaveStatus *self)
{
  gboolean was_expected;

  g_return_if_fail (COG_IS_SAVE_STATUS (self));

  if (self->project == NULL)
    return;
  was_expected = self->timer != 0;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->quiet, g_source_remove);
  self->timer = g_timeout_add (SETTLED, settled_cb, self);
  self->was_edited = TRUE;
  if (!was_expected)
    show (self);
}

void
cog_save_status_set_project (CogSaveStatus *self, CogProject *project)
{
  g_return_if_fail (COG_IS_SAVE_STATUS (self) && (project == NULL || COG_IS_PROJECT (project)));

  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_set_object (&self->project, project);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->quiet, g_source_remove);
  self->was_edited = FALSE;
  if (project != NULL)
    {
      g_signal_connect_swapped (project, "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (project, "drafts-changed", G_CALLBACK (changed_cb), self);
    }
  show (self);
}

static void
cog_save_status_dispose (GObject *object)
{
  CogSaveStatus *self = COG_SAVE_STATUS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->quiet, g_source_remove);
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_data (self->project, self);
  g_clear_object (&self->project);
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (cog_save_status_parent_class)->dispose (object);
}

static void
cog_save_status_class_init (CogSaveStatusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cog_save_status_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cog_save_status_init (CogSaveStatus *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "save-status");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}
