/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-content.h"
#include "cog-pdf-letters.h"

G_BEGIN_DECLS

/**
 * CogPdfSelection:
 *
 * All letters of a page, as poppler has them.
 */
typedef struct
{
  GArray *letters;  /* (element-type CogPdfLetter) */
  GArray *boxes;    /* (element-type PopplerRectangle): CogPdfLetter.box is an index */
  GPtrArray *looks; /* (element-type PopplerTextAttributes) (nullable elements): by box */
  GPtrArray *lists; /* (element-type GList): that own the looks */
} CogPdfSelection;

/* width, height: of the page. marks: what its content draws, so that no line is missed (nullable).
 * (transfer full) */
CogPdfSelection *
cog_pdf_selection_new (PopplerPage *page, double width, double height, const CogPdfMarks *marks);
void cog_pdf_selection_free (CogPdfSelection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfSelection, cog_pdf_selection_free)

G_END_DECLS
