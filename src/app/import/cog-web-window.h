/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-temporary-folder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogWebWindow:
 *
 * Asks for an address, says which computer will be asked, and asks it only after Continue; then
 * shows how far it is, and what there is to choose. Closing it stops what runs, and leaves nothing
 * behind.
 */
#define COG_TYPE_WEB_WINDOW (cog_web_window_get_type ())
G_DECLARE_FINAL_TYPE (CogWebWindow, cog_web_window, COG, WEB_WINDOW, AdwWindow)

/* What was fetched, ready to be imported; called once. folder: (transfer full): holds it. */
typedef void (*CogWebFunc) (const char *path, CogTemporaryFolder *folder, gpointer user_data);
/* address: what was dropped or given (nullable); it is not asked before the person says so. */
void cog_web_window_present (GtkWindow *parent,
                             const char *address,
                             CogWebFunc fetched,
                             gpointer user_data);

G_END_DECLS
