/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Why it is right as it is: ready reasons, and words of one's own. Only called where the person
 * goes on. reason: "" where none was given. */
typedef void (*CogReasonFunc) (const char *reason, gpointer user_data);
void cog_quality_ask_reason (
    GtkWidget *parent, guint n, CogReasonFunc func, gpointer user_data, GDestroyNotify destroy);

/* What so many places would become, before it is done. changes: (element-type utf8): some of them,
 * "before → after" each; taken. */
typedef void (*CogConfirmFunc) (gpointer user_data);
void cog_quality_ask_fix (GtkWidget *parent,
                          guint n,
                          GPtrArray *changes,
                          CogConfirmFunc func,
                          gpointer user_data,
                          GDestroyNotify destroy);

G_END_DECLS
