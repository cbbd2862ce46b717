/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-progress.h"
#include "cog-project.h"

G_BEGIN_DECLS

/* Pages of scans come in as they stand in their PDF, unread (cog_asset_is_page()): to draw a
 * thousand of them takes minutes, and most are recognized, left out or never looked at. Each is
 * drawn when somebody needs it, in a process of its own (cog-drawer.h), and then kept. */

/* As cog_project_dup_asset(), drawn. It may take its time. Errors: as cog_drawer_draw(), too.
 * (transfer full) */
CogAsset *cog_page_picture_load (CogProject *project,
                                 const char *name,
                                 GCancellable *cancellable,
                                 GError **error);

/**
 * cog_page_pictures_draw:
 * @project: (nullable): keeps what is drawn
 * @report: (nullable): is told what could not be drawn: there stands a picture without anything
 * @rest: (out): what is left of the progress
 *
 * Draws all pages among the pictures of a book, and names them by what they are then: before any
 * writer gets it. FALSE: cancelled.
 */
gboolean cog_page_pictures_draw (CogBook *book,
                                 CogProject *project,
                                 CogReport *report,
                                 const CogProgress *progress,
                                 CogProgress *rest,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
