/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogColumn:
 *
 * Holds one child whose height follows its width, and never the other way. Above a page of wrapped
 * text somebody (a stack, a box) asks how wide it must be for a height; GtkLabel answers by trying
 * widths, which for the credits of a book took a second. Here the answer is the plain minimum.
 */
#define COG_TYPE_COLUMN (cog_column_get_type ())
G_DECLARE_FINAL_TYPE (CogColumn, cog_column, COG, COLUMN, GtkWidget)

/* Property "child". */
void cog_column_set_child (CogColumn *self, GtkWidget *child);

G_END_DECLS
