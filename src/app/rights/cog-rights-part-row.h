/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pictures.h"
#include "cog-rights-part.h"

G_BEGIN_DECLS

/* A piece of the edition with what binds it, and the ways out of it. Its buttons activate
 * rights.edit, rights.ask, rights.replace and rights.remove with its number in the list (u). */
#define COG_TYPE_RIGHTS_PART_ROW (cog_rights_part_row_get_type ())
G_DECLARE_FINAL_TYPE (CogRightsPartRow, cog_rights_part_row, COG, RIGHTS_PART_ROW, GtkListBoxRow)

GtkWidget *cog_rights_part_row_new (CogRightsPart *part, guint position, CogPictures *pictures);
/* (transfer none) */
CogRightsPart *cog_rights_part_row_get_part (CogRightsPartRow *self);
guint cog_rights_part_row_get_position (CogRightsPartRow *self);

G_END_DECLS
