/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-window-private.h"

#include "cog-compat.h"

#include <glib/gi18n-lib.h>

/* libadwaita 1.2 shows a toast without saying that it is news: a screen reader would pass over it.
 * Later ones say so by its role, which few screen readers heed while the keyboard is elsewhere. */
static void
make_heard (AdwToastOverlay *toasts, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget") ||
          gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) == GTK_ACCESSIBLE_ROLE_ALERT)
        continue;
      g_object_set (child, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
    }
  cog_announce (GTK_WIDGET (toasts), text, FALSE);
}

void
cog_window_toast (CogWindow *self, const char *text)
{
  cog_window_toast_with (self, text, NULL, NULL);
}

void
cog_window_toast_with (CogWindow *self, const char *text, const char *label, const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, label);
  if (action != NULL)
    {
      adw_toast_set_detailed_action_name (toast, action);
      adw_toast_set_timeout (toast, 10);
    }

  /* News does not wait behind what is old: toasts queue up for five seconds each. */
  if (self->last_toast != NULL)
    adw_toast_dismiss (self->last_toast);
  g_set_weak_pointer (&self->last_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
  make_heard (self->toasts, text);
}

void
cog_window_tell_fault (CogWindow *self, const char *heading, const char *text)
{
  GtkWidget *dialog = cog_message_dialog_new (heading, text);

  cog_message_dialog_add_response (dialog, "close", _ ("_Close"), ADW_RESPONSE_DEFAULT);
  cog_message_dialog_present (dialog, GTK_WIDGET (self));
}
