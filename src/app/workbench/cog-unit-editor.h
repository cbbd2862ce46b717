/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogUnitEditor:
 *
 * The adaptation of one unit, open for writing: rich text, its tools, and a chip for each thing
 * that the source has and the text still lacks.
 *
 * Signals: "edited" a moment after the last keystroke, when the text should be stored; "finished"
 * (boolean: go on with the next row) by Done, Escape, Ctrl+Enter.
 */
#define COG_TYPE_UNIT_EDITOR (cog_unit_editor_get_type ())
G_DECLARE_FINAL_TYPE (CogUnitEditor, cog_unit_editor, COG, UNIT_EDITOR, GtkWidget)

GtkWidget *cog_unit_editor_new (GtkTextDirection direction, const char *script_class);
/* Shows the unit's target; what was typed and not stored is gone. */
void cog_unit_editor_load (CogUnitEditor *self, const CogUnit *unit);
/* What stands there now, as the unit's target. (transfer full) */
char *cog_unit_editor_dup_target (CogUnitEditor *self);

G_END_DECLS
