/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogImportWindow:
 *
 * Reads a file in a thread, shows what was found, asks for a language, and makes the project.
 * Closing it stops what runs, and leaves nothing behind.
 */
#define COG_TYPE_IMPORT_WINDOW (cog_import_window_get_type ())
G_DECLARE_FINAL_TYPE (CogImportWindow, cog_import_window, COG, IMPORT_WINDOW, AdwWindow)

/* The project's path; called once, when it is made. */
typedef void (*CogImportFunc) (const char *project, gpointer user_data);
/* files: paths, at least one. folder: where the project is put. */
/* The window, to know when it is gone. (transfer none) */
GtkWindow *cog_import_window_present (GtkWindow *parent,
                                      GPtrArray *files,
                                      const char *folder,
                                      CogImportFunc opened,
                                      gpointer user_data);

G_END_DECLS
