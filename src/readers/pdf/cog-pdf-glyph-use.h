/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-letters.h"

G_BEGIN_DECLS

/* Most PDFs say of each glyph only which letter it is, not which of its forms. Where the glyphs
 * stand tells: one that ends words is the letter's final form, one that never does joins the next
 * letter. */

/* How the glyphs of a document are used, so far. (element-type guint32 …) (transfer full) */
GHashTable *cog_pdf_glyph_uses_new (void);

/* Counts where the glyphs of a page stand, and gives its letters their forms, as far as they are
 * known. A file that has non-joiners or presentation forms needs no such help: it gets none from
 * there on.
 * letters: (element-type CogPdfLetter); glyphs: (element-type CogPdfGlyph) */
void cog_pdf_glyph_uses_learn (GHashTable *uses,
                               GArray *letters,
                               const PopplerRectangle *boxes,
                               const GArray *glyphs);

G_END_DECLS
