/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A cover: the title in its own script on a ground whose colour and rings come from the title, so
 * that a book always looks the same. A source's own cover is never copied. Decoration: the title
 * stands beside it as text. */
#define COG_TYPE_COVER (cog_cover_get_type ())
G_DECLARE_FINAL_TYPE (CogCover, cog_cover, COG, COVER, GtkWidget)

GtkWidget *cog_cover_new (void);
void cog_cover_set_title (CogCover *self, const char *title, const char *language);

G_END_DECLS
