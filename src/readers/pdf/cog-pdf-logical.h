/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-letters.h"

G_BEGIN_DECLS

/* The letters that a word was made of. */
typedef struct
{
  guint first, n;
} CogPdfLetterRange;

/* Words of lines in which something runs from right to left come into the order in which they are
 * read; what belongs elsewhere (the stop that ends a Latin phrase) is parted from its word. Poppler
 * turns each word by itself. ranges: of the page's words, into letters; boxes: of the letters. */
void cog_pdf_logical_order (const CogPdfFile *file,
                            CogPdfPage *page,
                            const GArray *ranges,
                            const GArray *letters,
                            const PopplerRectangle *boxes);

G_END_DECLS
