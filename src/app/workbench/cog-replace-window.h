/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogReplaceWindow:
 *
 * What replacing would do, hit by hit, before it is done; each can be taken out.
 *
 * Signal: "accepted" (GPtrArray of CogHit: borrowed; who works on takes a reference).
 */
#define COG_TYPE_REPLACE_WINDOW (cog_replace_window_get_type ())
G_DECLARE_FINAL_TYPE (CogReplaceWindow, cog_replace_window, COG, REPLACE_WINDOW, AdwWindow)

GtkWidget *cog_replace_window_new (GtkWindow *parent, CogFinder *finder);

G_END_DECLS
