/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-outline-facts.h"
#include "cog-unit-index.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogOutline:
 *
 * The book's sections with the share that is done, and the whole book's above them. Follows the
 * project: it is read again in a thread after each change, once for all that change meanwhile.
 *
 * Signals: "selected" (string: id of the section) when another one is chosen; "loaded" when the
 * sections are those of the project again.
 */
#define COG_TYPE_OUTLINE (cog_outline_get_type ())
G_DECLARE_FINAL_TYPE (CogOutline, cog_outline, COG, OUTLINE, GtkWidget)

/* facts: as they were just read; taken. index: for what is open in a section. */
void cog_outline_set_project (CogOutline *self, CogUnitIndex *index, CogOutlineFacts *facts);
/* Also one that is not in the list yet. */
void cog_outline_select (CogOutline *self, const char *section);
gboolean cog_outline_has (CogOutline *self, const char *section);
gboolean cog_outline_is_left_out (CogOutline *self, const char *section);
/* The first section that has more than its title. (transfer none) (nullable) */
const char *cog_outline_get_first (CogOutline *self);

G_END_DECLS
