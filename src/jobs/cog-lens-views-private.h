/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-scans-private.h"
#include "cog-project.h"

G_BEGIN_DECLS

/**
 * CogLensViews:
 *
 * What holds for all texts of a project, read when it is needed and kept until it is forgotten. Any
 * thread.
 */
typedef struct _CogLensViews CogLensViews;

CogLensViews *cog_lens_views_new (void);
void cog_lens_views_free (CogLensViews *self);
/* To be read anew. */
void cog_lens_views_forget (CogLensViews *self);
/* view: (out): cleared by cog_lens_view_clear() */
gboolean
cog_lens_views_open (CogLensViews *self, CogProject *project, CogLensView *view, GError **error);
void cog_lens_view_clear (CogLensView *view);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CogLensView, cog_lens_view_clear)

G_END_DECLS
