/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How words were translated before, in either language of a project: what the translation memory
 * has, with the words marked. */
#define COG_TYPE_MEMORY_WINDOW (cog_memory_window_get_type ())
G_DECLARE_FINAL_TYPE (CogMemoryWindow, cog_memory_window, COG, MEMORY_WINDOW, AdwWindow)

GtkWidget *cog_memory_window_new (GtkWindow *parent, CogProject *project);

G_END_DECLS
