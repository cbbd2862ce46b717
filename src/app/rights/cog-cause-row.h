/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogCauseRow:
 *
 * Several facts that have one cause: each a line with an icon, and the cause once, below them. What
 * a source settles, and the licences that it closes, are said so.
 */
#define COG_TYPE_CAUSE_ROW (cog_cause_row_get_type ())
G_DECLARE_FINAL_TYPE (CogCauseRow, cog_cause_row, COG, CAUSE_ROW, GtkListBoxRow)

/* icon is the name of a symbolic one; class_name its style class (nullable). */
GtkWidget *cog_cause_row_new (const char *cause, const char *icon, const char *class_name);
const char *cog_cause_row_get_cause (CogCauseRow *self);
void cog_cause_row_add (CogCauseRow *self, const char *fact);

/* Adds the fact to the row of list that has this cause; makes the row where there is none yet. All
 * rows of the list are cause rows. */
void cog_cause_row_add_to (GtkListBox *list,
                           const char *cause,
                           const char *fact,
                           const char *icon,
                           const char *class_name);

G_END_DECLS
