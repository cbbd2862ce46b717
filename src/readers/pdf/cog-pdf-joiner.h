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

/* Whether a letter has forms that are joined to a neighbour. */
gboolean cog_pdf_joiner_may_part (gunichar letter);

/* The letter that is read after one, beside it and in the same word, if the two would be joined
 * where nothing parts them; signs on letters do not count, nor what poppler takes for spaces: it
 * has one behind the first piece of a word. (nullable) */
CogPdfLetter *cog_pdf_joiner_find_next (GArray *letters, guint i, const PopplerRectangle *boxes);

/* Marks the letters (is_parted) before which a non-joiner must stand, though the file has none.
 * letters: (element-type CogPdfLetter): of a page, in the order of the text within a word. */
void cog_pdf_joiners_find (GArray *letters, const PopplerRectangle *boxes);

G_END_DECLS
