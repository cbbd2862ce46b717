/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-outline-facts.h"
#include "cog-lens-index.h"
#include "cog-place.h"
#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogWorkbenchPage:
 *
 * The outline, the rows of the section in hand as an open book, and the panel for the row in hand.
 * Follows the project's changes by itself. Actions: workbench.flush stores what is typed in the
 * row; workbench.left is for a row that was written in; workbench.write-untranslated (id) goes to
 * the next text after that unit, anywhere in the book, that waits for words; workbench.source (id
 * of a unit, or "") shows the markup, Ctrl+U too; those of cog-terms-actions.h.
 */
#define COG_TYPE_WORKBENCH_PAGE (cog_workbench_page_get_type ())
G_DECLARE_FINAL_TYPE (CogWorkbenchPage, cog_workbench_page, COG, WORKBENCH_PAGE, GtkWidget)

/* facts: of the project, as they were just read; taken. */
GtkWidget *cog_workbench_page_new (CogProject *project, CogOutlineFacts *facts);
/* Stores now what is typed: before undo, publishing and closing. */
void cog_workbench_page_flush (CogWorkbenchPage *self);
/* Who proposes in the panel changed. */
void cog_workbench_page_renew_panel (CogWorkbenchPage *self);
/* Shows a unit, and opens it for writing. */
void cog_workbench_page_go_to (CogWorkbenchPage *self, const char *unit);
/* The id of the section in hand. (transfer none) (nullable) */
const char *cog_workbench_page_get_section (CogWorkbenchPage *self);
/* Opens the search, or comes back to it. */
void cog_workbench_page_find (CogWorkbenchPage *self, gboolean with_replace);
void cog_workbench_page_find_next (CogWorkbenchPage *self, gboolean is_backwards);
/* To the next unit in the book that waits: see CogFilterBar. */
void cog_workbench_page_go_on (CogWorkbenchPage *self, gboolean is_backwards);
/* Gives the empty passages that say the same as a unit its translation, and tells how many. unit:
 * "": the one that is meant, see CogRepeatsOffer. */
void cog_workbench_page_fill_repeats (CogWorkbenchPage *self, const char *unit);
/* Asks where to go. */
void cog_workbench_page_open_go_to (CogWorkbenchPage *self);
/* Where the person is. (transfer none) */
CogLensIndex *cog_workbench_page_get_lenses (CogWorkbenchPage *self); /* (transfer none) */
CogPlace *cog_workbench_page_get_place (CogWorkbenchPage *self);
/* The glossary was changed elsewhere. */
void cog_workbench_page_refresh_terms (CogWorkbenchPage *self);
/* The window's width in pixels: where there is no room for the outline beside the pages it slides
 * over them; where there is none for two pages, the source stands above the adaptation. */
void cog_workbench_page_set_width (CogWorkbenchPage *self, int width);
/* What stands beside the pages; signal "panes-changed". Where there is no room for all of it beside
 * them, the outline slides over the pages, and the panel is a sheet below them. */
gboolean cog_workbench_page_is_narrow (CogWorkbenchPage *self);
gboolean cog_workbench_page_get_outline_shown (CogWorkbenchPage *self);
gboolean cog_workbench_page_get_panel_shown (CogWorkbenchPage *self);
/* What the person has beside the pages where there is room for it: a narrow window stays as it is.
 */
void cog_workbench_page_set_wanted (CogWorkbenchPage *self, gboolean outline, gboolean panel);
/* In a narrow window only what differs from how it is. */
void cog_workbench_page_set_shown (CogWorkbenchPage *self, gboolean outline, gboolean panel);
/* The keyboard to the next of outline, search, pages and panel. */
void cog_workbench_page_focus_next (CogWorkbenchPage *self, gboolean is_backwards);
/* Shows a unit without opening it. */
void cog_workbench_page_show (CogWorkbenchPage *self, const char *unit);
gboolean cog_workbench_page_has_section (CogWorkbenchPage *self, const char *section);

/* The page of the source beside the text; a project has one where a source of it has pages. What is
 * wanted is remembered until there is one. */
gboolean cog_workbench_page_has_original (CogWorkbenchPage *self);
gboolean cog_workbench_page_get_original_shown (CogWorkbenchPage *self);
void cog_workbench_page_set_original_shown (CogWorkbenchPage *self, gboolean is_shown);
/* A section of the outline; one that is not there is no fault. */
void cog_workbench_page_show_section (CogWorkbenchPage *self, const char *section);

G_END_DECLS
