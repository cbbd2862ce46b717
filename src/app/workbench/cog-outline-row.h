/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-outline-section.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of the outline: title in up to two lines, what is open in it, and at its end the share that
 * is done, in whose place the menu comes while the row is in hand or under the pointer. */
#define COG_TYPE_OUTLINE_ROW (cog_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (CogOutlineRow, cog_outline_row, COG, OUTLINE_ROW, GtkWidget)

/* For a list item, which holds it from then on. */
GtkWidget *cog_outline_row_new (GtkListItem *item);
void cog_outline_row_set_section (CogOutlineRow *self, CogOutlineSection *section); /* (nullable) */
CogOutlineSection *cog_outline_row_get_section (CogOutlineRow *self);               /* (nullable) */

/* Where what is dragged would come to stand. */
typedef enum
{
  COG_OUTLINE_MARK_NONE,
  COG_OUTLINE_MARK_ABOVE,
  COG_OUTLINE_MARK_BELOW,
  COG_OUTLINE_MARK_INSIDE,
} CogOutlineMark;
/* depth: of the line. */
void cog_outline_row_set_mark (CogOutlineRow *self, CogOutlineMark mark, guint depth);

G_END_DECLS
