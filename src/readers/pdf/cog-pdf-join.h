/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-content.h"
#include "cog-pdf-page.h"

G_BEGIN_DECLS

/* Brings together what poppler reads of a page and what its content stream says: each word gets its
 * baseline, the marked-content id under which it was shown and whether it is an artifact; the page
 * gets its rules, drawings and pictures, and is_marked. */
void cog_pdf_page_join (CogPdfPage *page, const CogPdfMarks *marks);

/* Only the words, with marks that were read before. Returns how many found a piece of text. */
guint cog_pdf_page_join_words (CogPdfPage *page, const CogPdfMarks *marks);

/* Chromium (Skia/PDF) writes where named destinations are without the page's margin: all links of
 * such a file are brought to where they belong. pages: (element-type CogPdfPage) (nullable
 * elements) */
void cog_pdf_pages_mend_destinations (const CogPdfFile *file, GPtrArray *pages);

G_END_DECLS
