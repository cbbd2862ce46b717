/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-pdf-page.h"

G_BEGIN_DECLS

/* What a PDF says of itself in its XMP packet (ISO 16684-1: dc, xmpRights, cc, photoshop, prism)
 * and its information dictionary (ISO 32000-1, 14.3): title, people, language, dates, rights with
 * their evidence. The packet comes first: the dictionary is often the template's. An edition of
 * ours has its whole record there, and gets it back. Returns whether it had one. */
gboolean cog_pdf_rights_read (CogPdfFile *file, CogBook *book, CogReport *report);

/* Looks for words that license the work on a page, its head and foot included. */
void cog_pdf_rights_scan_page (const CogPdfFile *file,
                               const CogPdfPage *page,
                               CogBook *book,
                               CogReport *report);
/* Whether a page is one of those on which such words stand: the first ones and the last ones. */
gboolean cog_pdf_rights_is_place (const CogPdfFile *file, guint page);

/* The language of the text, where it is not the one that the file tells: a new document is in that
 * of the machine that it was begun on. pages: (element-type CogPdfPage) (nullable elements) */
void cog_pdf_rights_settle_language (const CogPdfFile *file,
                                     GPtrArray *pages,
                                     CogBook *book,
                                     CogReport *report);

G_END_DECLS
