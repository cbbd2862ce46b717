/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-page.h"

G_BEGIN_DECLS

/* What text recognition made of a page. */
typedef struct
{
  guint n_letters;
  double confidence; /* 0..1, of most of its letters */
} CogPdfOcrResult;

/* Makes of a page what text recognition found on its picture: words, and pictures. hocr: as
 * Tesseract writes it (hOCR 1.2). second: (nullable): the same by the data of the text's own script
 * alone: where Latin letters were seen in that of two, it may know a better word. resolution:
 * pixels of the picture an inch. font: what the words get for a typeface, which nobody knows.
 * FALSE, and the page is as it was: it has no text that one would want to read. result: (out). */
gboolean cog_pdf_ocr_page_take (CogPdfPage *page,
                                GBytes *hocr,
                                GBytes *second,
                                guint resolution,
                                guint font,
                                CogPdfOcrResult *result);

/* Letters are measured on each line anew, and come out a little different: lines that were set in
 * one size get one. pages: (element-type CogPdfPage): all that were recognized. */
void cog_pdf_ocr_pages_settle_sizes (const GPtrArray *pages);

/* With its box, as poppler has it for a typeface of that size. */
void cog_pdf_ocr_word_set_size (CogPdfWord *word, double size);

G_END_DECLS
