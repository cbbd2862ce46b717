/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-culture-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A finding in the list of the whole book: a box to select it, what stands there and what would,
 * the words around it, kind and section. */
#define COG_TYPE_CULTURE_ROW (cog_culture_row_get_type ())
G_DECLARE_FINAL_TYPE (CogCultureRow, cog_culture_row, COG, CULTURE_ROW, GtkWidget)

void cog_culture_row_set_item (CogCultureRow *self, CogCultureItem *item); /* (nullable) */

G_END_DECLS
