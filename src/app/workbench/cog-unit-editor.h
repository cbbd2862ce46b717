/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-mark.h"
#include "cog-piece-layout.h"
#include "cog-unit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogUnitEditor:
 *
 * The adaptation of one unit, open for writing: rich text, its tools, and a chip for each thing
 * that the source has and the text still lacks. What was typed since it was loaded is taken back
 * by Ctrl+Z word by word; then the key is the window's, for the history of the project.
 *
 * Signals: "edited" a moment after the last keystroke, when the text should be stored; "finished"
 * (boolean: go on with the next row) by Done, Escape, Ctrl+Enter. Activates workbench.write-next,
 * workbench.write-previous and workbench.write-untranslated (id of the unit).
 */
#define COG_TYPE_UNIT_EDITOR (cog_unit_editor_get_type ())
G_DECLARE_FINAL_TYPE (CogUnitEditor, cog_unit_editor, COG, UNIT_EDITOR, GtkWidget)

GtkWidget *cog_unit_editor_new (GtkTextDirection direction, const char *script_class);
/* Of the adaptation, for spelling; NULL: none. Once. */
void cog_unit_editor_set_language (CogUnitEditor *self, const char *language);
/* Where inline pictures come from. Before the first load. */
void cog_unit_editor_set_pictures (CogUnitEditor *self, CogPictureFunc func, gpointer user_data);
/* One that was not there may be there now. */
void cog_unit_editor_update_pictures (CogUnitEditor *self);
/* Marks parts of the text (what was searched for, findings, terms), in place of what was marked
 * before; n 0: nothing. Characters of the target as a CogText. Never read back. */
void cog_unit_editor_mark (CogUnitEditor *self, const CogMark *marks, gsize n);
/* Shows the unit's target. Where another text stands there, what was typed and not stored is gone,
 * with its history. */
void cog_unit_editor_load (CogUnitEditor *self, const CogUnit *unit);
/* What stands there now, as the unit's target; untouched, it is the very one that was loaded.
 * (transfer full) */
char *cog_unit_editor_dup_target (CogUnitEditor *self);

G_END_DECLS
