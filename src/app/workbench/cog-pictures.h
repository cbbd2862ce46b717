/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogPictures:
 *
 * The pictures of a project for the rows in sight: read and decoded in a thread, one at a time,
 * scaled to a page's width, the last ones kept up to a bound of memory. Main thread only.
 *
 * Signal: "loaded" (name): it is there now, or it is known why not.
 */
#define COG_TYPE_PICTURES (cog_pictures_get_type ())
G_DECLARE_FINAL_TYPE (CogPictures, cog_pictures, COG, PICTURES, GObject)

CogPictures *cog_pictures_new (CogProject *project);
/* Whose they are. (transfer none) */
CogProject *cog_pictures_get_project (CogPictures *self);
/* The same for a list of small ones; width: pixels. */
CogPictures *cog_pictures_new_small (CogProject *project, int width);
/* Asks for it where it is not there. (transfer full) (nullable) */
GdkPaintable *cog_pictures_find (CogPictures *self, const char *name);
/* The same for a drawing that stands in the text. */
GdkPaintable *cog_pictures_find_drawing (CogPictures *self, const char *name, const char *drawing);
/* Why it cannot be shown; NULL: it can, or is under way. (transfer none) (nullable) */
const char *cog_pictures_get_fault (CogPictures *self, const char *name);

G_END_DECLS
