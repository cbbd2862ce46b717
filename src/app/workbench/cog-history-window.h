/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogHistoryWindow:
 *
 * What was done to the whole book, newest first, and where in it the book is now. A click takes the
 * book back or forward to there, by the parent's action win.go-to-step (int64).
 */
#define COG_TYPE_HISTORY_WINDOW (cog_history_window_get_type ())
G_DECLARE_FINAL_TYPE (CogHistoryWindow, cog_history_window, COG, HISTORY_WINDOW, AdwWindow)

GtkWidget *cog_history_window_new (GtkWindow *parent, CogProject *project);

G_END_DECLS
