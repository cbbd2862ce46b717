/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogChangedWindow:
 *
 * All passages whose source changed with a new edition and that nobody looked at since: what each
 * said and says beside its translation. Stays beside the book; a row leads to its passage.
 */
#define COG_TYPE_CHANGED_WINDOW (cog_changed_window_get_type ())
G_DECLARE_FINAL_TYPE (CogChangedWindow, cog_changed_window, COG, CHANGED_WINDOW, AdwWindow)

GtkWidget *cog_changed_window_new (GtkWindow *parent, CogProject *project);

G_END_DECLS
