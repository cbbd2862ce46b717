/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-shelf-page-private.h"

#include "cog-compat.h"
#include "cog-shelf-job.h"

#include <glib/gi18n-lib.h>

/* Sentences of a report that a dialog can hold. */
#define MOST_SENTENCES 8

typedef struct
{
  char *path; /* of the damaged project */
  char *folder;
  CogReport *report;
  CogRecovery result;
} Recovery;

static void
recovery_free (gpointer data)
{
  Recovery *recovery = data;

  g_free (recovery->path);
  g_free (recovery->folder);
  cog_report_free (recovery->report);
  g_free (recovery);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Recovery *recovery = data;
  GError *error = NULL;
  char *to = cog_shelf_recover (recovery->path, recovery->folder, recovery->report,
                                &recovery->result, cancellable, &error);

  if (to != NULL)
    g_task_return_pointer (task, to, g_free);
  else
    g_task_return_error (task, error);
}

/* What came out, and each kind of loss once. */
static char *
dup_account (const Recovery *recovery)
{
  GPtrArray *findings = cog_report_get_findings (recovery->report);
  GString *text = g_string_new (NULL);
  guint n = recovery->result.n_translated;

  g_string_append_printf (
      text,
      /* Translators: after a damaged project was recovered. */
      ngettext ("%'u passage has the text that you gave it. The damaged project stays as it is.",
                "%'u passages have the text that you gave them. The damaged project stays as it "
                "is.",
                n),
      n);
  for (guint i = 0; i < MIN (findings->len, MOST_SENTENCES); i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *sentence = cog_finding_dup_sentence (finding);

      g_string_append_printf (text, "%s• %s", i == 0 ? "\n\n" : "\n", sentence);
      if (finding->count > 1)
        g_string_append_printf (text, " (%'u×)", finding->count);
    }
  if (findings->len > MOST_SENTENCES)
    g_string_append (text, "\n• …");
  return g_string_free (text, FALSE);
}

static void
open_cb (GtkWidget *dialog, const char *response, CogShelfPage *self)
{
  if (g_strcmp0 (response, "open") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-at", "(ss)",
                                g_object_get_data (G_OBJECT (dialog), "path"), "");
}

static void
tell_recovered (CogShelfPage *self, const Recovery *recovery, const char *to)
{
  g_autofree char *text = dup_account (recovery);
  GtkWidget *dialog = cog_message_dialog_new (_ ("A New Project Was Made"), text);

  cog_message_dialog_add_response (dialog, "close", _ ("_Close"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "open", _ ("_Open It"), ADW_RESPONSE_SUGGESTED);
  cog_message_dialog_set_default_response (dialog, "open");
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (to), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (open_cb), self, 0);
  cog_message_dialog_present (dialog, GTK_WIDGET (self));
}

static void
recovered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  CogShelfPage *self = COG_SHELF_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *to = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->books == NULL) /* closed meanwhile */
    return;
  if (to != NULL)
    tell_recovered (self, g_task_get_task_data (G_TASK (result)), to);
  else
    cog_shelf_page_tell (self, _ ("Nothing Could Be Recovered"), error->message);
  cog_shelf_page_reload (self);
}

static void
offer_cb (GtkWidget *dialog, const char *response, CogShelfPage *self)
{
  g_autoptr (GTask) task = NULL;
  Recovery *recovery;

  if (g_strcmp0 (response, "recover") != 0)
    return;
  recovery = g_new0 (Recovery, 1);
  recovery->path = g_strdup (g_object_get_data (G_OBJECT (dialog), "path"));
  recovery->folder = g_strdup (self->folder);
  recovery->report = cog_report_new ();
  task = g_task_new (self, NULL, recovered_cb, NULL);
  g_task_set_task_data (task, recovery, recovery_free);
  g_task_run_in_thread (task, run_in_thread);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Recovering…"));
}

void
cog_shelf_page_offer_recovery (CogShelfPage *self,
                               const char *path,
                               const char *heading,
                               const char *text)
{
  GtkWidget *dialog = cog_message_dialog_new (heading, text);

  cog_message_dialog_add_response (dialog, "close", _ ("_Close"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_add_response (dialog, "recover", _ ("_Recover What Can Be Read"),
                                   ADW_RESPONSE_SUGGESTED);
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (offer_cb), self, 0);
  cog_message_dialog_present (dialog, GTK_WIDGET (self));
}
