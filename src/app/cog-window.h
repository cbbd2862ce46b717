/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The one window: the shelf, or a project with its workbench, rights and publish pages. */
#define COG_TYPE_WINDOW (cog_window_get_type ())
G_DECLARE_FINAL_TYPE (CogWindow, cog_window, COG, WINDOW, AdwApplicationWindow)

GtkWidget *
cog_window_new (AdwApplication *application, const char *shelf_folder, const char *sample);
/* A project is opened; anything else is imported. */
void cog_window_open_file (CogWindow *self, const char *path);
/* Several at once. (element-type filename): NULL among them is a file that is not on this computer.
 */
void cog_window_open_files (CogWindow *self, GPtrArray *paths);
/* Asks for an address on the web, and imports what is there. address: what was dropped (nullable)
 */
void cog_window_open_address (CogWindow *self, const char *address);
/* Whether no project is open in it, nor being opened. */
gboolean cog_window_is_free (CogWindow *self);

G_END_DECLS
