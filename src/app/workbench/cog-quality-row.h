/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-quality-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogQualityRow:
 *
 * What a check found, in the list of the book: what is doubted, the words, what they would become,
 * where; with buttons to mend it or to ignore it, or to heed it again. Signals: "fix", "ignore",
 * "heed".
 */
#define COG_TYPE_QUALITY_ROW (cog_quality_row_get_type ())
G_DECLARE_FINAL_TYPE (CogQualityRow, cog_quality_row, COG, QUALITY_ROW, GtkWidget)

/* entry: (nullable) */
void cog_quality_row_set_entry (CogQualityRow *self, CogQualityEntry *entry);
CogQualityEntry *cog_quality_row_get_entry (CogQualityRow *self); /* (transfer none) (nullable) */

G_END_DECLS
