/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-place.h"
#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogPanel:
 *
 * What there is to know and to decide about the row in hand, as cards: follows the place's unit and
 * the project's changes.
 */
#define COG_TYPE_PANEL (cog_panel_get_type ())
G_DECLARE_FINAL_TYPE (CogPanel, cog_panel, COG, PANEL, GtkWidget)

/* Once. */
void cog_panel_set_project (CogPanel *self, CogProject *project, CogPlace *place);

G_END_DECLS
