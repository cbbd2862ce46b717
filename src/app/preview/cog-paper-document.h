/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-source.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * CogPaperDocument:
 *
 * A PDF, drawn page by page by another process (cog-drawer.h), for which a thread waits. A list of
 * CogPaperPage for list views.
 */
#define COG_TYPE_PAPER_PAGE (cog_paper_page_get_type ())
G_DECLARE_FINAL_TYPE (CogPaperPage, cog_paper_page, COG, PAPER_PAGE, GObject)

/* In points. */
double cog_paper_page_get_width (CogPaperPage *self);
double cog_paper_page_get_height (CogPaperPage *self);
guint cog_paper_page_get_index (CogPaperPage *self);       /* from 0 */
const char *cog_paper_page_get_label (CogPaperPage *self); /* the number that is printed on it */

#define COG_TYPE_PAPER_DOCUMENT (cog_paper_document_get_type ())
G_DECLARE_FINAL_TYPE (CogPaperDocument, cog_paper_document, COG, PAPER_DOCUMENT, GObject)

/* Opens the file; may take its time. A GListModel of pages is in it; never empty. */
CogPaperDocument *
cog_paper_document_new (CogSource *source, GCancellable *cancellable, GError **error);
CogPaperDocument *
cog_paper_document_new_for_path (const char *path, GCancellable *cancellable, GError **error);
GListModel *cog_paper_document_get_pages (CogPaperDocument *self); /* (transfer none) */

/* The page on which the chapter of that title begins, as the document's outline says; 0: the first.
 * title (nullable). */
guint cog_paper_document_find (CogPaperDocument *self, const char *title);

/* What a page looks like, and what it says. */
typedef struct
{
  GdkTexture *texture;
  char *text;
} CogPaperSight;
void cog_paper_sight_free (CogPaperSight *sight);

/* scale: pixels a point. Cancelled requests that wait are dropped. The last few pages are kept, so
 * that one can be drawn before it is wanted, and turned back to at once. */
void cog_paper_document_draw_async (CogPaperDocument *self,
                                    guint page,
                                    double scale,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* (transfer full) */
CogPaperSight *cog_paper_document_draw_finish (GAsyncResult *result, GError **error);

G_END_DECLS
