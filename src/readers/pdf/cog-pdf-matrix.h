/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-page.h"

G_BEGIN_DECLS

/* What stands in rows between two brackets as high as all of them: a matrix, a vector, cases. A PDF
 * has the brackets as one sign each, whose box may be that of a small one, or as pieces over each
 * other. */
typedef struct
{
  CogPdfBox box;                  /* with the brackets */
  double inner_x1, inner_x2;      /* between them */
  const char *open, *close;       /* "[", "]": as one writes them in a line */
  const CogPdfWord *first, *last; /* the brackets; of pieces, the topmost */
} CogPdfMatrix;

/* size: of most of the page's text. (transfer full) (element-type CogPdfMatrix) */
GArray *cog_pdf_matrices_find (const CogPdfPage *page, double size);

/* Whether a word stands between the brackets, and is none of them. */
gboolean cog_pdf_matrix_holds (const CogPdfMatrix *self, const CogPdfWord *word);

/* A word's text without the pieces of brackets at its ends (U+239B to U+23AD). (transfer full)
 * (nullable): it has none */
char *cog_pdf_matrix_dup_without_pieces (const char *text);

G_END_DECLS
