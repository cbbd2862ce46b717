/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-page.h"

G_BEGIN_DECLS

/* A formula. A PDF has its signs and where they stand, not what they mean:
 * read as words they are broken text. */
typedef struct
{
  CogPdfBox box;
  char *text; /* in one line: "c = √g h", "a/(b + c)" */
  /* A word of the text in whose line it stands, with fractions or roots in it; NULL: it stands
   * alone. */
  const CogPdfWord *beside;
  gboolean has_bars; /* of fractions or roots: it does not read from left to right */
  GPtrArray *words;  /* (element-type CogPdfWord): of the page */
} CogPdfFormula;

void cog_pdf_formula_free (CogPdfFormula *self);

/* The formulas of a page that would be broken text: signs of mathematics, or letters in a typeface
 * for them, with what stands close to them, where no words do. Fraction bars and roots that were
 * drawn belong to them; such drawings are taken out of the page's. (transfer full) (element-type
 * CogPdfFormula) */
GPtrArray *cog_pdf_formulas_find (const CogPdfFile *file, const CogPdfPage *page);

/* Its words become one, in its first word's place: the others are taken, and empty. */
void cog_pdf_formula_write_in_line (const CogPdfFormula *self, const CogPdfPage *page);

G_END_DECLS
