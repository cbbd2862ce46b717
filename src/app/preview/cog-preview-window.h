/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-preview-job.h"
#include "cog-publish-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The edition as it will look, beside the window in which it is made: on a screen or on paper. */
#define COG_TYPE_PREVIEW_WINDOW (cog_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (CogPreviewWindow, cog_preview_window, COG, PREVIEW_WINDOW, AdwWindow)

/* Whether this build can show that kind. */
gboolean cog_preview_window_can (CogPreviewKind kind);

/* section (nullable): where to begin. Returns the window, which belongs to GTK. */
GtkWindow *cog_preview_window_present (GtkWindow *parent,
                                       CogProject *project,
                                       CogPreviewKind kind,
                                       const CogPublishOptions *options,
                                       const char *section);
/* On paper: the page (from 0) that is shown first, of a book that is shown whole. */
void cog_preview_window_start_at (CogPreviewWindow *self, guint page);

G_END_DECLS
