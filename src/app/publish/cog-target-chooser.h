/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogTargetChooser:
 *
 * Asks where an edition goes: for one format a file, for several a folder in which each gets the
 * title as its name. What stands there is replaced only after a question. The last folder is
 * remembered.
 */
#define COG_TYPE_TARGET_CHOOSER (cog_target_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CogTargetChooser, cog_target_chooser, COG, TARGET_CHOOSER, GObject)

/* targets: NULL-ended paths, one a suffix. Not called when the person thinks better of it. */
typedef void (*CogTargetsFunc) (const char *const *targets, gpointer user_data);

CogTargetChooser *cog_target_chooser_new (CogTargetsFunc func, gpointer user_data);
/* suffixes: NULL-ended, at least one. widget: where it goes, the chooser goes, and nothing
 * is called. heading: of the window. title: of the edition. */
void cog_target_chooser_ask (CogTargetChooser *self,
                             GtkWidget *widget,
                             const char *heading,
                             const char *title,
                             const char *const *suffixes);

G_END_DECLS
