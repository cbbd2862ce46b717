/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-content.h"

G_BEGIN_DECLS

/* The codes of a font whose glyph stands for several letters from right to left, as its map from
 * codes to letters tells (ISO 32000-1, 9.10.3). Poppler cuts such a glyph into parts, left to
 * right, and so turns its letters round. (element-type int CogPdfLigature): without their places.
 * is_arabic: set where it has letters that join others. (transfer full) (nullable): it has none */
GHashTable *cog_pdf_ligatures_new (qpdf_data qpdf, qpdf_oh font, gboolean *is_arabic);

/* Glyphs of Calibri for several letters, by their number in the font, which is their code where
 * Word's text is printed. 0, NULL: none. */
const char *cog_pdf_ligature_of_calibri (guint code);
/* Whether a font is Calibri, with a map that does not name all of these: programs that know no
 * single letter for them leave them out, and poppler shows a gap. (element-type int): the codes
 * that it lacks. (transfer full) (nullable): none */
GHashTable *cog_pdf_ligatures_find_lost (qpdf_data qpdf, qpdf_oh font);

/* What text in UTF-16BE stands for. FALSE: for one letter, or from left to right. */
gboolean cog_pdf_ligature_read (const guint8 *utf16, gsize size, CogPdfLigature *ligature);

G_END_DECLS
