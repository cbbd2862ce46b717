/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-content.h"
#include "cog-pdf-page.h"

G_BEGIN_DECLS

/* The words of a page as poppler finds its letters, in the order in which they are read line by
 * line. The page's links must have been read: a word does not go over the edge of one. marks: what
 * its content draws (nullable). */
void cog_pdf_words_read (CogPdfFile *file,
                         CogPdfPage *self,
                         PopplerPage *page,
                         const CogPdfMarks *marks);

G_END_DECLS
