/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows that say what would have to go for a licence that is closed: the licence, how many pieces,
 * and, unfolded, which; pressing one activates win.go-to-rights with its id.
 * clearances: (element-type CogRightsClearance). */
void cog_clearance_rows_show (GtkListBox *list, GPtrArray *clearances);

G_END_DECLS
