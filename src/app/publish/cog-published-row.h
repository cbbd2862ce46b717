/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-publish-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What became of a file: where it is and how large, with Open and Show in Folder; or why it was not
 * written. */
#define COG_TYPE_PUBLISHED_ROW (cog_published_row_get_type ())
G_DECLARE_FINAL_TYPE (CogPublishedRow, cog_published_row, COG, PUBLISHED_ROW, AdwActionRow)

GtkWidget *cog_published_row_new (const CogPublished *published);
const char *cog_published_row_get_path (CogPublishedRow *self);

G_END_DECLS
