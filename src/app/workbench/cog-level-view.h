/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How hard source and adaptation are to read, section by section and side by side, and the passages
 * that are harder than the teacher wants: by their longest sentence, or by words that are not in a
 * list of hers. Signal "go-to" (string unit). */
#define COG_TYPE_LEVEL_VIEW (cog_level_view_get_type ())
G_DECLARE_FINAL_TYPE (CogLevelView, cog_level_view, COG, LEVEL_VIEW, AdwBin)

void cog_level_view_set_project (CogLevelView *self, CogProject *project);
/* Looks anew, where it is shown. */
void cog_level_view_refresh (CogLevelView *self);

G_END_DECLS
