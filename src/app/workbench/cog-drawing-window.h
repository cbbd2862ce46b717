/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project-figures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The words of a drawing, source and adaptation side by side, and the drawing as it becomes while
 * they are written. Where its licence forbids changes it says so, and what can be done. */
void
cog_drawing_window_present (GtkWindow *parent, CogProject *project, const CogProjectFigure *figure);

G_END_DECLS
