/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-sheets.h"
#include "cog-source.h"

G_BEGIN_DECLS

/**
 * CogDrawer:
 *
 * The pages of a PDF that comes from elsewhere, drawn in a process of its own, held as those that
 * read (cog-reading.h). The process waits for the next page; where it dies of one, or is too long
 * about it, that page cannot be shown, and another process draws the next. Where none can be
 * started, or COGNATE_NO_HELPER is set, pages are drawn in this process.
 *
 * Belongs to one thread at a time; every call may take its time.
 */
typedef struct _CogDrawer CogDrawer;

/* Errors: COG_ERROR_INPUT: no PDF that can be shown, cancelled. */
CogDrawer *cog_drawer_new (CogSource *source, GCancellable *cancellable, GError **error);
void cog_drawer_free (CogDrawer *self);
/* (transfer none): stays as it is, for any thread. */
const CogSheetList *cog_drawer_get_list (CogDrawer *self);
/* page: from 0. scale: pixels a point, less where the page is very large. Cancelled, it may still
 * have the picture. Errors: as above, in a sentence about the page. */
gboolean cog_drawer_draw (CogDrawer *self,
                          guint page,
                          double scale,
                          GCancellable *cancellable,
                          CogSheetPicture *picture,
                          GError **error);
/* Of a page of a scan that stands alone in the PDF (cog-lone-page.h), the picture that it is in
 * the book: PNG or JPEG. Errors: the same. (transfer full) */
GBytes *cog_drawer_draw_picture (CogDrawer *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogDrawer, cog_drawer_free)

G_END_DECLS
