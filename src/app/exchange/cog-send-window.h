/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogSendWindow:
 *
 * The text to other translation tools: asks which, in words of those who use them, then where to,
 * and writes in a thread. The parent is told by win.toast and win.show-error.
 */
#define COG_TYPE_SEND_WINDOW (cog_send_window_get_type ())
G_DECLARE_FINAL_TYPE (CogSendWindow, cog_send_window, COG, SEND_WINDOW, AdwWindow)

void cog_send_window_present (GtkWindow *parent, CogProject *project);

G_END_DECLS
