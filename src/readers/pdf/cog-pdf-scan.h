/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-page.h"

G_BEGIN_DECLS

typedef enum
{
  COG_PDF_PAGE_TEXT,
  COG_PDF_PAGE_BLANK,      /* nothing is seen */
  COG_PDF_PAGE_SCANNED,    /* what is seen is a picture: there is no text, or next to none */
  COG_PDF_PAGE_UNREADABLE, /* there is text, whose letters are not those that are seen */
} CogPdfPageKind;

/* Whether a letter has no meaning: of the private area, of nothing, a control. */
gboolean cog_pdf_letter_is_meaningless (gunichar c);

/* How a page can be read; its content has been joined. */
CogPdfPageKind cog_pdf_page_judge (const CogPdfPage *page);

/* Whether the text of the whole is unreadable, as single pages may not show: written backwards, or
 * in letters that no word begins with. (element-type CogPdfPage) (nullable elements) */
gboolean cog_pdf_pages_are_backwards (GPtrArray *pages);

/* Makes a page what is seen of it: one picture, as large as it is. */
void cog_pdf_page_make_picture (CogPdfPage *page);

/* Numbers as people write them: "1–4, 7". pages: (element-type guint): rising. (transfer full) */
char *cog_pdf_pages_to_string (const GArray *pages);

G_END_DECLS
