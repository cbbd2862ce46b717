/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-paper-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A page of a PDF as a sheet of paper. Drawn when told that it is in sight; forgotten when out of
 * it. Its accessible name is its number and what it says.
 *
 * Signal "failed" (sentence): the page cannot be drawn. */
#define COG_TYPE_PAPER_SHEET (cog_paper_sheet_get_type ())
G_DECLARE_FINAL_TYPE (CogPaperSheet, cog_paper_sheet, COG, PAPER_SHEET, GtkWidget)

/* page NULL: none. */
void cog_paper_sheet_set_page (CogPaperSheet *self, CogPaperDocument *document, CogPaperPage *page);
CogPaperPage *cog_paper_sheet_get_page (CogPaperSheet *self);
/* Pixels (of the interface) a point. */
void cog_paper_sheet_set_scale (CogPaperSheet *self, double scale);
void cog_paper_sheet_set_in_sight (CogPaperSheet *self, gboolean in_sight);
/* The page is one of a source: its name says so. */
void cog_paper_sheet_set_original (CogPaperSheet *self);
/* Marks the place in hand; in points from the top left of the page. */
void cog_paper_sheet_set_marks (CogPaperSheet *self, const graphene_rect_t *boxes, guint n);

G_END_DECLS
