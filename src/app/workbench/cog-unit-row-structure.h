/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The actions of a row that change the structure of the book: row.split, row.merge, row.move-up,
 * row.move-down, row.insert-paragraph, -heading, -list, -table, -figure, row.omit (kind of piece),
 * row.remove (kind of piece), row.omit-line ("row", "column"), row.edit-table (what); and
 * row.source, which shows the markup. They hand on to the page's structure.…
 * (cog-structure-actions.h). */
void cog_unit_row_structure_install (GtkWidgetClass *widget_class);

G_END_DECLS
