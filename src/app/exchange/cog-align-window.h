/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogAlignWindow:
 *
 * Fills the translation memory from a book and its translation that exist: reads both in a thread,
 * shows which sentence it takes for which, the least certain first, and adds those that the person
 * leaves ticked. The parent is told by win.toast.
 */
#define COG_TYPE_ALIGN_WINDOW (cog_align_window_get_type ())
G_DECLARE_FINAL_TYPE (CogAlignWindow, cog_align_window, COG, ALIGN_WINDOW, AdwWindow)

void cog_align_window_present (GtkWindow *parent);

G_END_DECLS
