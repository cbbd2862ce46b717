/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogRemixWindow:
 *
 * Sections of another book: reads its file in a thread, shows its licence with what it means for
 * this one, and its sections to be chosen. They are one step of the history; the parent is told by
 * win.toast-with and win.go-to.
 */
#define COG_TYPE_REMIX_WINDOW (cog_remix_window_get_type ())
G_DECLARE_FINAL_TYPE (CogRemixWindow, cog_remix_window, COG, REMIX_WINDOW, AdwWindow)

/* anchor: the section behind which they come; NULL: at the end. */
void cog_remix_window_present (GtkWindow *parent, CogProject *project, const char *anchor);

G_END_DECLS
