/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project-figures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts a file from the disk in the place of a picture: shows both side by side, what the file says
 * of its rights and where it says so, and what the licence means, before anything is changed. A
 * file that cannot be taken is said in the same window. */
void cog_picture_window_present (GtkWindow *parent,
                                 CogProject *project,
                                 const CogProjectFigure *figure,
                                 const char *path);

G_END_DECLS
