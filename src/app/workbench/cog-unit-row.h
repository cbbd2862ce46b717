/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-workbench-unit.h"
#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogUnitRow:
 *
 * A row of the workbench: the source on one page, the adaptation on the other, the stitch of its state between.
 * A click on the adaptation opens it for writing; Ctrl+Enter or Done ends that. Each edit is saved at once.
 */
#define COG_TYPE_UNIT_ROW (cog_unit_row_get_type ())
G_DECLARE_FINAL_TYPE (CogUnitRow, cog_unit_row, COG, UNIT_ROW, GtkBox)

GtkWidget *cog_unit_row_new (CogProject *project, gboolean source_rtl, gboolean target_rtl);
void cog_unit_row_set_item (CogUnitRow *self, CogWorkbenchUnit *item); /* NULL: none */

G_END_DECLS
