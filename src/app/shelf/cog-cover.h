/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A cover: the book's own picture, where it has one; else the title in its own script on a ground
 * whose colour and rings come from the title, so that a book always looks the same. A source's own
 * cover is shown on the person's own shelf, and never copied into the adaptation. Decoration: the
 * title stands beside it as text. */
#define COG_TYPE_COVER (cog_cover_get_type ())
G_DECLARE_FINAL_TYPE (CogCover, cog_cover, COG, COVER, GtkWidget)

GtkWidget *cog_cover_new (void);
void cog_cover_set_title (CogCover *self, const char *title, const char *language);
/* A small picture that this program made itself (cog-thumbnail.h), read in a thread while it is
 * wanted. NULL: none. */
void cog_cover_set_file (CogCover *self, const char *file);
/* Whether the cover is in sight or near it; a cover far away gives its picture back. TRUE at
 * first. */
void cog_cover_set_near (CogCover *self, gboolean is_near);
/* The same as a texture at hand. (nullable) */
void cog_cover_set_picture (CogCover *self, GdkTexture *picture);
/* A grey cover for a project that cannot be opened. */
void cog_cover_set_troubled (CogCover *self, gboolean is_troubled);

G_END_DECLS
