/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cog-picture-questions.h"

G_BEGIN_DECLS

/* What is asked of the picture in hand, a line for each question: what waits is marked, what was
 * looked at has a check and may have a reason. Hidden without questions.
 *
 * Signals: "answered" (string kind, boolean is_looked, string reason): by the person. */
#define COG_TYPE_PICTURE_LOOK (cog_picture_look_get_type ())
G_DECLARE_FINAL_TYPE (CogPictureLook, cog_picture_look, COG, PICTURE_LOOK, GtkBox)

/* unit: that describes the picture; questions: (element-type CogPictureQuestion). NULL: none is in
 * hand. */
void cog_picture_look_show (CogPictureLook *self, const char *unit, GPtrArray *questions);
/* (transfer none) (nullable) */
const char *cog_picture_look_get_unit (CogPictureLook *self);

G_END_DECLS
