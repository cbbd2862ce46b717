/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Reads a file in the background, shows what was found, asks for a language and place, and makes the project
 * in folder. opened is called with its path. */
typedef void (*CogImportFunc) (const char *project, gpointer user_data);
void cog_import_window_present (GtkWindow *parent,
                                const char *file,
                                const char *folder,
                                CogImportFunc opened,
                                gpointer user_data);

G_END_DECLS
