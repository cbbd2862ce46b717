/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The outline, and the rows of the section in hand. */
#define COG_TYPE_WORKBENCH_PAGE (cog_workbench_page_get_type ())
G_DECLARE_FINAL_TYPE (CogWorkbenchPage, cog_workbench_page, COG, WORKBENCH_PAGE, GtkBox)

GtkWidget *cog_workbench_page_new (CogProject *project);
/* After undo, redo or a change of structure. */
void cog_workbench_page_reload (CogWorkbenchPage *self);
/* Goes to the section that holds a unit. */
void cog_workbench_page_go_to (CogWorkbenchPage *self, const char *unit);

G_END_DECLS
