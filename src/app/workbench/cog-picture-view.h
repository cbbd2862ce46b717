/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pictures.h"
#include "cog-row.h"

G_BEGIN_DECLS

/**
 * CogPictureView:
 *
 * A picture of a row, as wide as its page at most; a quiet box with words where it is under way or
 * cannot be shown.
 */
#define COG_TYPE_PICTURE_VIEW (cog_picture_view_get_type ())
G_DECLARE_FINAL_TYPE (CogPictureView, cog_picture_view, COG, PICTURE_VIEW, GtkWidget)

/* before: the source's picture, where the adaptation has another one. alt (nullable): its
 * description, for a screen reader. picture must outlive it. */
GtkWidget *cog_picture_view_new (CogPictures *pictures,
                                 const CogRowPicture *picture,
                                 gboolean before,
                                 const char *alt);

G_END_DECLS
