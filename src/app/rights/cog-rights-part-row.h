/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-rights-part.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A piece of the edition: what it is, whose, under what licence, and what it binds. */
#define COG_TYPE_RIGHTS_PART_ROW (cog_rights_part_row_get_type ())
G_DECLARE_FINAL_TYPE (CogRightsPartRow, cog_rights_part_row, COG, RIGHTS_PART_ROW, GtkBox)

/* position: in the page's list, for its actions rights.edit and rights.show. */
void cog_rights_part_row_show (CogRightsPartRow *self, CogRightsPart *part, guint position);

G_END_DECLS
