/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-place.h"
#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a person does to the structure of the book, as actions of a page: for rows and outline to
 * activate, who need not know how it is done.
 *
 * - structure.split (unit, character; -1: there is no caret in it), structure.merge (unit),
 *   structure.shift (unit, "up" or "down"), structure.omit (unit, kind of piece)
 * - structure.remove (unit, kind of piece), structure.edit-table (unit in a cell, "row-before",
 *   "row-after", "column-before", "column-after", "remove-row", "remove-column")
 * - structure.insert (unit, "paragraph", "heading" or "list"), structure.insert-table (unit),
 *   structure.insert-figure (unit): behind it
 * - structure.section-omit (section), which also takes it back in; structure.section-shift
 *   (section, "up", "down", "in", "out"), structure.section-remove (section)
 * - structure.section-move (section, another section, "before", "after", "first" or "last" in it)
 * - structure.section-add (section), structure.section-remix (section): a new one, or those of
 *   another book, behind it; "": behind that which is shown
 *
 * What is refused is told as a toast. */
void cog_structure_actions_add (GtkWidget *page, CogProject *project, CogPlace *place);

/* Dialogs of these actions. */
void cog_structure_ask_table (GtkWidget *page,
                              CogProject *project,
                              const char *section,
                              const char *after);
void cog_structure_ask_figure (GtkWidget *page,
                               CogProject *project,
                               const char *section,
                               const char *after);
void cog_structure_ask_section (GtkWidget *page, CogProject *project, const char *after);
/* Tells what went wrong, or goes to what was made. */
void cog_structure_tell (GtkWidget *page, const GError *error);
void cog_structure_go_to (GtkWidget *page, const char *unit);

G_END_DECLS
