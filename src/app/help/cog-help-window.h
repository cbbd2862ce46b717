/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The manual. It needs no help browser: there is none on many desktops, and none that could see
 * into a Flatpak. It can be read while a dialog waits in front of the window. */
#define COG_TYPE_HELP_WINDOW (cog_help_window_get_type ())
G_DECLARE_FINAL_TYPE (CogHelpWindow, cog_help_window, COG, HELP_WINDOW, AdwWindow)

/* Opens the page about the place of a window where the keyboard is, in the window of the manual
 * that is open already, or in a new one, which closes with the last window before it. */
void cog_help_window_show (GtkWindow *window);

/* F1 does so in every window that is opened from now on. Once, before the first one. */
void cog_help_window_start (void);

G_END_DECLS
