/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-conflict.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogConflictLine:
 *
 * That the same was decided otherwise elsewhere, with the way there, and a button that does here
 * what was done there.
 *
 * Signal "go-to": (string unit). Signal "use": (string words).
 */
#define COG_TYPE_CONFLICT_LINE (cog_conflict_line_get_type ())
G_DECLARE_FINAL_TYPE (CogConflictLine, cog_conflict_line, COG, CONFLICT_LINE, GtkWidget)

/* can_use: the words have a place in the text here. */
GtkWidget *cog_conflict_line_new (const CogLensConflict *conflict, gboolean can_use);

G_END_DECLS
