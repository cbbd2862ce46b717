/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogMissingChips:
 *
 * What the source has and the text still lacks, each as a dashed chip: equations, notes, pictures,
 * links. A click puts it back, and so does dragging it into the text. Nothing is shown where
 * nothing lacks.
 *
 * Signal: "insert" (gpointer CogCode, string: words for a link) when one is clicked.
 */
#define COG_TYPE_MISSING_CHIPS (cog_missing_chips_get_type ())
G_DECLARE_FINAL_TYPE (CogMissingChips, cog_missing_chips, COG, MISSING_CHIPS, GtkWidget)

/* NULL: there is no source. */
void cog_missing_chips_set_source (CogMissingChips *self, const CogText *source);
/* What stands there now; chips change only where what lacks changed. */
void cog_missing_chips_show (CogMissingChips *self, const CogText *now);
/* The first that lacks, of that element ("math"; NULL: of any). (transfer none) (nullable) */
const CogCode *cog_missing_chips_get_next (CogMissingChips *self, gboolean only_notes);
/* Its words in the source. (transfer full) */
char *cog_missing_chips_dup_words (CogMissingChips *self, const CogCode *code);

G_END_DECLS
