/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogChangedRow:
 *
 * A passage whose source changed, in the list of all of them: what it said and says, and its
 * translation. Signal "keep": the translation is still right.
 */
#define COG_TYPE_CHANGED_ROW (cog_changed_row_get_type ())
G_DECLARE_FINAL_TYPE (CogChangedRow, cog_changed_row, COG, CHANGED_ROW, GtkBox)

GtkWidget *cog_changed_row_new (void);
/* unit (nullable): copied; languages: BCP 47 (nullable). */
void cog_changed_row_set_unit (CogChangedRow *self,
                               const CogUnit *unit,
                               const char *source_language,
                               const char *language);
const char *cog_changed_row_get_unit (CogChangedRow *self); /* its id (nullable) */

G_END_DECLS
