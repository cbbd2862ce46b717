/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-workbench-unit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogUnitRow:
 *
 * A row of the workbench: the source on one page, the adaptation on the other, the stitch of its
 * state on the fold. While its item is being written, the adaptation is an editor; what is typed
 * there is stored as it is typed. Activates workbench.write (id), workbench.write-next (id) and
 * workbench.close on the page that holds it.
 */
#define COG_TYPE_UNIT_ROW (cog_unit_row_get_type ())
G_DECLARE_FINAL_TYPE (CogUnitRow, cog_unit_row, COG, UNIT_ROW, GtkWidget)

GtkWidget *
cog_unit_row_new (CogProject *project, const char *source_language, const char *target_language);
void cog_unit_row_set_item (CogUnitRow *self, CogWorkbenchUnit *item); /* NULL: none */

G_END_DECLS
