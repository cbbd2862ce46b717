/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"
#include "cog-side.h"
#include "cog-workbench-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogUnitRow:
 *
 * A row of the workbench: the source on one page, the adaptation on the other, the stitch of its
 * state on the fold. While one of its units is being written, an editor stands in that unit's
 * place; what is typed there is stored as it is typed. Under the pointer an untouched row shows
 * the ways to begin. Activates workbench.write (id), workbench.write-next (id) and workbench.close
 * on the spread that holds it. Its actions ("row.…") are for the unit in hand, or the whole row.
 */
#define COG_TYPE_UNIT_ROW (cog_unit_row_get_type ())
G_DECLARE_FINAL_TYPE (CogUnitRow, cog_unit_row, COG, UNIT_ROW, GtkWidget)

/* The sides must outlive it. */
GtkWidget *cog_unit_row_new (CogProject *project, const CogSide *source, const CogSide *target);
void cog_unit_row_set_item (CogUnitRow *self, CogWorkbenchRow *item); /* NULL: none */

/* A proposal for an untouched unit, of a memory or machine: asked when the pointer or the keyboard
 * comes to it. share: of 100, how well it fits. (transfer full) (nullable): inline XHTML. */
typedef char *(*CogSuggestFunc) (const CogUnit *unit, guint *share, gpointer user_data);
/* For all rows of the program; NULL: none. */
void cog_unit_row_set_suggest_func (CogSuggestFunc func, gpointer user_data);

G_END_DECLS
