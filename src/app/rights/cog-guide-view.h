/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-guide.h"
#include "cog-project.h"
#include "cog-rights-overview.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogGuideView:
 *
 * The licence guide: what the sources settle already, with the piece that settles it; the questions
 * that they leave open, one after another; closed answers with the reason; where the answers lead.
 * A complete set of answers is stored as the edition's licence at once, as an edit that can be
 * undone.
 *
 * Activates win.go-to for the piece that closes an answer.
 */
#define COG_TYPE_GUIDE_VIEW (cog_guide_view_get_type ())
G_DECLARE_FINAL_TYPE (CogGuideView, cog_guide_view, COG, GUIDE_VIEW, GtkWidget)

void cog_guide_view_set_project (CogGuideView *self, CogProject *project);
/* Takes evaluation and components out of the overview: it is made anew when the book changed.
 * Answers that led to the stored licence are given. */
void cog_guide_view_set_overview (CogGuideView *self, CogRightsOverview *overview);

G_END_DECLS
