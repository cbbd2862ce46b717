/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogServicesWindow:
 *
 * Who translates by machine: whether the program of this computer proposes by itself in the book at
 * hand, and which servers the person entered. Says what is sent where. Signal "changed".
 */
#define COG_TYPE_SERVICES_WINDOW (cog_services_window_get_type ())
G_DECLARE_FINAL_TYPE (CogServicesWindow, cog_services_window, COG, SERVICES_WINDOW, AdwWindow)

/* project: the book at hand (nullable): none is open, and there are servers only. */
GtkWidget *cog_services_window_new (GtkWindow *parent, CogProject *project);

G_END_DECLS
