/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a report is said to a person: before the import, and after it. */

/* In the order in which a person wants to see them: what asks for a look first. */
#define COG_REPORT_N_GROUPS 4
extern const CogEffect cog_report_groups[COG_REPORT_N_GROUPS];

/* "Left Out": the heading of what has that effect. Translated. */
const char *cog_report_group_get_title (CogEffect effect);
const char *cog_report_group_get_icon (CogEffect effect);
/* "Page 12", or the name of a file; "": what it says is for machines. (transfer full) */
char *cog_report_dup_place_words (const char *place);

/* A row for one finding. count: how often it was met. */
GtkWidget *cog_report_row_new (const char *sentence, const char *place, guint count);

G_END_DECLS
