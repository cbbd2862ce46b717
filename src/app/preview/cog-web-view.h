/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-preview-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CogWebView:
 *
 * Pages of a preview in WebKit, which may do nothing but show them: no scripts, no plug-ins, no
 * network, no storage, no files but those of the preview, which come over a scheme of their own. A
 * link that leads out of the book is said, and not followed.
 *
 * Signals: "moved" (name of the page's file); "link-out" (its address).
 */
#define COG_TYPE_WEB_VIEW (cog_web_view_get_type ())
G_DECLARE_FINAL_TYPE (CogWebView, cog_web_view, COG, WEB_VIEW, GtkWidget)

GtkWidget *cog_web_view_new (void);
/* (transfer full) preview. */
void cog_web_view_set_preview (CogWebView *self, CogPreview *preview);
void cog_web_view_load (CogWebView *self, const char *file);
void cog_web_view_set_dark (CogWebView *self, gboolean dark);
/* Pixels of the screen that it is to be like; 0: as wide as there is room. */
void cog_web_view_set_width (CogWebView *self, int width);
void cog_web_view_set_zoom (CogWebView *self, double zoom);

/* Whether WebKit can lock its processes in here (by bubblewrap): without that it ends the program.
 * Asked once a start. */
void cog_web_view_probe_async (GAsyncReadyCallback callback, gpointer user_data);
gboolean cog_web_view_probe_finish (GAsyncResult *result, GError **error);

G_END_DECLS
