/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-selection.h"

G_BEGIN_DECLS

/* Puts the letters of glyphs that the file does not tell among those that poppler has of a page, in
 * the place of the gap that it shows: "op onal" is "optional". lost: (element-type
 * CogPdfLostGlyph) */
void cog_pdf_lost_insert (CogPdfSelection *all, const GArray *lost);

G_END_DECLS
