/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CogQualityWindow:
 *
 * What the checks find in the translation of the whole book, as one list: what is doubted, the
 * words, what they would become, and where; to go there, to mend it, or to ignore it with a reason.
 * Made anew, in a thread, after each edit.
 */
#define COG_TYPE_QUALITY_WINDOW (cog_quality_window_get_type ())
G_DECLARE_FINAL_TYPE (CogQualityWindow, cog_quality_window, COG, QUALITY_WINDOW, AdwWindow)

GtkWidget *cog_quality_window_new (GtkWindow *parent, CogProject *project);

G_END_DECLS
