/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A question or a message, with a heading, a sentence and buttons: an AdwAlertDialog, or before
 * libadwaita 1.5 an AdwMessageDialog. The answer comes by the signal "response" (GtkWidget *dialog,
 * const char *response, gpointer user_data) after which the dialog is gone. Owned by itself once
 * presented; present it. */
GtkWidget *cog_message_dialog_new (const char *heading, const char *body);
/* Buttons, in order; their labels have mnemonics. */
void cog_message_dialog_add_response (GtkWidget *dialog,
                                      const char *response,
                                      const char *label,
                                      AdwResponseAppearance appearance);
void cog_message_dialog_set_response_enabled (GtkWidget *dialog,
                                              const char *response,
                                              gboolean is_enabled);
/* What Enter answers. */
void cog_message_dialog_set_default_response (GtkWidget *dialog, const char *response);
/* What Escape answers: "close", where nothing else is said. */
void cog_message_dialog_set_close_response (GtkWidget *dialog, const char *response);
/* Below the body, such as an entry; an entry inside it answers with the default response where it
 * has activates-default. */
void cog_message_dialog_set_extra_child (GtkWidget *dialog, GtkWidget *child);
/* (nullable) */
GtkWidget *cog_message_dialog_get_extra_child (GtkWidget *dialog);
/* Modal, on the window of parent. */
void cog_message_dialog_present (GtkWidget *dialog, GtkWidget *parent);

G_END_DECLS
