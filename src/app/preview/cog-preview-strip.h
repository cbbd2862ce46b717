/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-publish-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogPreviewStrip:
 *
 * The first pages of the PDF beside each other. They are made in a thread once the strip is in
 * sight and the book has been quiet for a moment; an edit or another page of the window stops that.
 * Until then empty sheets stand there.
 *
 * Signals: "made" (guint): the number of pages of the whole; "page" (guint, from 0): one was
 * pressed.
 */
#define COG_TYPE_PREVIEW_STRIP (cog_preview_strip_get_type ())
G_DECLARE_FINAL_TYPE (CogPreviewStrip, cog_preview_strip, COG, PREVIEW_STRIP, GtkWidget)

GtkWidget *cog_preview_strip_new (CogProject *project);
/* What goes out; options->edition.sections is not used. */
void cog_preview_strip_set_options (CogPreviewStrip *self, const CogPublishOptions *options);

G_END_DECLS
