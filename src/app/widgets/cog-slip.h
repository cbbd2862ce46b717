/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A white slip on the desk: a heading, a count or a few words beside it, and rows. Hidden while it
 * has no rows. */
#define COG_TYPE_SLIP (cog_slip_get_type ())
G_DECLARE_FINAL_TYPE (CogSlip, cog_slip, COG, SLIP, GtkWidget)

/* The heading names the list for a screen reader too. Property "title". */
void cog_slip_set_title (CogSlip *self, const char *title);
/* badge_class: of the count (nullable: plain dim words). text NULL: nothing. */
void cog_slip_set_aside (CogSlip *self, const char *text, const char *badge_class);
/* Stands between the heading and the rows, on the desk. */
void cog_slip_set_middle (CogSlip *self, GtkWidget *widget);
void cog_slip_clear (CogSlip *self);
void cog_slip_append (CogSlip *self, GtkWidget *row);

G_END_DECLS
