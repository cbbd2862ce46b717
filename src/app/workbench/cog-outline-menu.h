/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with a section of the outline: a menu by a button at its end, by the pointer's
 * other button, a long press, the Menu key or Shift+F10; Alt with an arrow moves the section. The
 * page's actions do it (cog-structure-actions.h). */

/* For the widget of a row: item holds a CogOutlineSection while it is bound. */
void cog_outline_menu_attach (GtkWidget *row, GtkListItem *item);
/* The button at the end of a row, in sight while the row is selected or under the pointer
 * (style.css). (transfer floating) */
GtkWidget *cog_outline_menu_button_new (GtkListItem *item);
/* For the list: its selected section. */
void cog_outline_menu_add_keys (GtkListView *list, GtkSingleSelection *selection);

G_END_DECLS
