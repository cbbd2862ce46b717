/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Moving sections of the outline by the pointer: a line, or a frame around the section that it
 * would be put into, shows where one comes to stand; near the edges the list scrolls. The page's
 * action structure.section-move does it. */

/* For the list: sections holds its CogOutlineSections. */
void cog_outline_drag_add (GtkListView *list, GListModel *sections);
/* For each CogOutlineRow in it. */
void cog_outline_drag_attach (GtkWidget *row);

G_END_DECLS
