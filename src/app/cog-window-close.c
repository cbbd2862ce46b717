/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-window-private.h"

#include "cog-project-drafts.h"

#include <glib/gi18n-lib.h>

static void
stop_cb (GtkWidget *dialog, const char *response, CogWindow *self)
{
  if (g_strcmp0 (response, "stop") != 0)
    return;
  if (self->publish != NULL)
    cog_publish_page_cancel (self->publish);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
unsaved_cb (GtkWidget *dialog, const char *response, CogWindow *self)
{
  gboolean is_closing = g_object_get_data (G_OBJECT (dialog), "closing") != NULL;

  if (g_strcmp0 (response, "copy") == 0)
    cog_fault_bar_save_copy (self->fault_bar);
  else if (g_strcmp0 (response, "lose") != 0)
    return;
  else if (is_closing)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    cog_window_leave_project (self);
}

/* Nothing that was typed goes without a word. */
static gboolean
has_unsaved (CogWindow *self, gboolean is_closing)
{
  GtkWidget *dialog;
  g_autofree char *why = NULL;
  guint n;
  g_autofree char *heading = NULL;

  if (self->project == NULL)
    return FALSE;
  cog_workbench_page_flush (self->workbench);
  cog_fault_bar_try (self->fault_bar);
  n = cog_project_get_n_drafts (self->project);
  if (n == 0)
    return FALSE;
  why = cog_project_dup_draft_fault (self->project);
  heading =
      g_strdup_printf (ngettext ("%'u Passage Is Not Saved", "%'u Passages Are Not Saved", n), n);
  dialog = cog_message_dialog_new (heading, why);
  cog_message_dialog_add_response (dialog, "stay", _ ("_Stay"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "lose", _ ("_Lose Them"), ADW_RESPONSE_DESTRUCTIVE);
  cog_message_dialog_add_response (dialog, "copy", _ ("Save a _Copy As…"), ADW_RESPONSE_SUGGESTED);
  cog_message_dialog_set_close_response (dialog, "stay");
  g_object_set_data (G_OBJECT (dialog), "closing", GINT_TO_POINTER (is_closing));
  g_signal_connect_object (dialog, "response", G_CALLBACK (unsaved_cb), self, 0);
  cog_message_dialog_present (dialog, GTK_WIDGET (self));
  return TRUE;
}

void
cog_window_close_project (CogWindow *self)
{
  if (self->project == NULL)
    return;
  if (self->publish != NULL && cog_publish_page_is_busy (self->publish))
    {
      cog_window_toast (self, _ ("A book is being published. Stop it first, or wait."));
      return;
    }
  if (!has_unsaved (self, FALSE))
    cog_window_leave_project (self);
}

gboolean
cog_window_may_not_close (CogWindow *self)
{
  GtkWidget *dialog;

  if (has_unsaved (self, TRUE))
    return TRUE;
  if (self->publish == NULL || !cog_publish_page_is_busy (self->publish))
    return FALSE;
  dialog = cog_message_dialog_new (
      _ ("Stop Publishing?"), _ ("The book is not written yet. Your work is stored in any case."));
  cog_message_dialog_add_response (dialog, "wait", _ ("_Keep Publishing"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "stop", _ ("_Stop and Close"), ADW_RESPONSE_DESTRUCTIVE);
  cog_message_dialog_set_close_response (dialog, "wait");
  g_signal_connect_object (dialog, "response", G_CALLBACK (stop_cb), self, 0);
  cog_message_dialog_present (dialog, GTK_WIDGET (self));
  return TRUE;
}
