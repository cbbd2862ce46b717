/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-letters.h"

G_BEGIN_DECLS

#define COG_PDF_NON_JOINER 0x200c

/* Persian, Urdu and others part the letters of a word by U+200C, ZERO WIDTH NON-JOINER. Nothing is
 * drawn for it, and many a PDF has no letter for it either; but the letters beside it are drawn in
 * the forms that they have at the end and at the start of a word. */

/* Whether a letter only tells if its neighbours join (U+200C, U+200D). */
gboolean cog_pdf_is_joiner (gunichar c);

/* Marks the letters (is_parted) before which a non-joiner must stand, though the file has none.
 * letters: (element-type CogPdfLetter): of a page, in the order of the text within a word. */
void cog_pdf_joiners_find (GArray *letters, const PopplerRectangle *boxes);

G_END_DECLS
