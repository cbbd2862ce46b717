/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What became of each source when it was imported. A line that is about a passage or a section
 * leads there, in the window that this one belongs to; it stays open meanwhile. */
#define COG_TYPE_REPORT_WINDOW (cog_report_window_get_type ())
G_DECLARE_FINAL_TYPE (CogReportWindow, cog_report_window, COG, REPORT_WINDOW, AdwWindow)

GtkWidget *cog_report_window_new (GtkWindow *parent, CogProject *project);

G_END_DECLS
