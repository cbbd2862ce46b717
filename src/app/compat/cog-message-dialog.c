/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-message-dialog.h"

/* Both types have the same methods, by other names. */
#if ADW_CHECK_VERSION(1, 5, 0)
#define DIALOG(dialog) ADW_ALERT_DIALOG (dialog)
#define METHOD(name) adw_alert_dialog_##name
#else
#define DIALOG(dialog) ADW_MESSAGE_DIALOG (dialog)
#define METHOD(name) adw_message_dialog_##name
#endif

GtkWidget *
cog_message_dialog_new (const char *heading, const char *body)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  return GTK_WIDGET (adw_alert_dialog_new (heading, body));
#else
  return adw_message_dialog_new (NULL, heading, body);
#endif
}

void
cog_message_dialog_add_response (GtkWidget *dialog,
                                 const char *response,
                                 const char *label,
                                 AdwResponseAppearance appearance)
{
  METHOD (add_response) (DIALOG (dialog), response, label);
  METHOD (set_response_appearance) (DIALOG (dialog), response, appearance);
}

void
cog_message_dialog_set_response_enabled (GtkWidget *dialog,
                                         const char *response,
                                         gboolean is_enabled)
{
  METHOD (set_response_enabled) (DIALOG (dialog), response, is_enabled);
}

void
cog_message_dialog_set_default_response (GtkWidget *dialog, const char *response)
{
  METHOD (set_default_response) (DIALOG (dialog), response);
}

void
cog_message_dialog_set_close_response (GtkWidget *dialog, const char *response)
{
  METHOD (set_close_response) (DIALOG (dialog), response);
}

void
cog_message_dialog_set_extra_child (GtkWidget *dialog, GtkWidget *child)
{
  METHOD (set_extra_child) (DIALOG (dialog), child);
}

GtkWidget *
cog_message_dialog_get_extra_child (GtkWidget *dialog)
{
  return METHOD (get_extra_child) (DIALOG (dialog));
}

void
cog_message_dialog_present (GtkWidget *dialog, GtkWidget *parent)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (dialog), parent);
#else
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}
