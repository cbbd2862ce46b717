/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a file to be put in the place of the picture that a unit belongs to, and shows what it
 * would be (CogPictureWindow). Nothing happens where the window or the project is closed meanwhile.
 */
void cog_picture_chooser_ask (GtkWindow *parent, CogProject *project, const char *unit);

G_END_DECLS
