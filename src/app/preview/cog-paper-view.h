/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-preview-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogPaperView:
 *
 * The pages of a PDF below each other. Only those in sight, and their neighbours, are drawn.
 *
 * Property: "page" (uint, from 0): the one in sight; readable.
 */
#define COG_TYPE_PAPER_VIEW (cog_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (CogPaperView, cog_paper_view, COG, PAPER_VIEW, GtkWidget)

GtkWidget *cog_paper_view_new (void);
/* (transfer full) preview; read in a thread. title (nullable): of the chapter that is shown first.
 */
void cog_paper_view_set_preview (CogPaperView *self, CogPreview *preview, const char *title);
/* Of the preview that was set last: the page that is shown first. */
void cog_paper_view_start_at (CogPaperView *self, guint page);
guint cog_paper_view_get_n_pages (CogPaperView *self);
guint cog_paper_view_get_page (CogPaperView *self);
void cog_paper_view_go_to (CogPaperView *self, guint page);
/* 1: the page is as wide as the view. */
void cog_paper_view_set_zoom (CogPaperView *self, double zoom);

G_END_DECLS
