/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-place.h"
#include "cog-project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogOriginalView:
 *
 * The page of the source on which the unit in hand was printed, with its place marked. Follows the
 * place: a unit of another page turns to it, one that was printed nowhere leaves the page as it is.
 * The file is read, and its pages are drawn, in threads; nothing is, while the view is hidden.
 *
 * Signal "go-to" (id of a unit): the person pointed at it on the page.
 */
#define COG_TYPE_ORIGINAL_VIEW (cog_original_view_get_type ())
G_DECLARE_FINAL_TYPE (CogOriginalView, cog_original_view, COG, ORIGINAL_VIEW, GtkWidget)

GtkWidget *cog_original_view_new (CogProject *project, CogPlace *place);

G_END_DECLS
