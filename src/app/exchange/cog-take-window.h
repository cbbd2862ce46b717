/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogTakeWindow:
 *
 * What comes back from other translation tools: reads a file or a team's folder in a thread, shows
 * what would change, and for each passage that both sides changed asks which text holds. What is
 * taken is one step of the history; the parent is told by win.toast-with.
 */
#define COG_TYPE_TAKE_WINDOW (cog_take_window_get_type ())
G_DECLARE_FINAL_TYPE (CogTakeWindow, cog_take_window, COG, TAKE_WINDOW, AdwWindow)

void cog_take_window_present (GtkWindow *parent, CogProject *project);

G_END_DECLS
