/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogMediaView:
 *
 * A sound or film of the book where it stands: what it is, how long and how large. It plays in the
 * person's own program, and only when asked to.
 */
#define COG_TYPE_MEDIA_VIEW (cog_media_view_get_type ())
G_DECLARE_FINAL_TYPE (CogMediaView, cog_media_view, COG, MEDIA_VIEW, GtkWidget)

/* project: whose file it is. media: is copied from; of a sound or film. */
GtkWidget *cog_media_view_new (CogProject *project, const CogRowPicture *media);

G_END_DECLS
