/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogUpdateWindow:
 *
 * A new edition of a source: reads its file in a thread, shows what would happen, and puts it into
 * the old one's place if the person says so. A copy of the project is kept before; where it is, and
 * how the update is taken back, is told. The parent has the actions win.put-back and
 * win.changed-originals.
 */
#define COG_TYPE_UPDATE_WINDOW (cog_update_window_get_type ())
G_DECLARE_FINAL_TYPE (CogUpdateWindow, cog_update_window, COG, UPDATE_WINDOW, AdwWindow)

void cog_update_window_present (GtkWindow *parent, CogProject *project);

G_END_DECLS
