/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-content.h"
#include "cog-pdf-page.h"

G_BEGIN_DECLS

/* How an Arabic letter is drawn: joined to its neighbours or not. Flags; where neither of two is
 * set, it is not known. */
typedef enum
{
  COG_PDF_FORM_UNKNOWN = 0,
  COG_PDF_FORM_BEGINS = 1 << 0, /* not joined to the letter before */
  COG_PDF_FORM_JOINS_LAST = 1 << 1,
  COG_PDF_FORM_ENDS = 1 << 2, /* not joined to the next */
  COG_PDF_FORM_JOINS_NEXT = 1 << 3,
} CogPdfForm;

/* A letter of a page as poppler tells it, with its box. */
typedef struct
{
  gunichar letter;
  guint box;      /* index of its box, and of its attributes */
  guint fragment; /* letters that poppler put in one order together */
  guint font;
  double width;        /* in parts of the size; set by the caller, as the font is */
  guint is_rtl : 1;    /* runs from right to left itself */
  guint is_in_rtl : 1; /* stands in what does */
  guint is_parted : 1; /* a non-joiner stands before it, unseen: see cog-pdf-joiner.h */
  CogPdfForm form;
  guint32 glyph; /* CogPdfGlyph.name; 0: not known */
} CogPdfLetter;

/* Poppler writes what runs from right to left in order, between bidi controls that have no box; but
 * the boxes of such a fragment stand in the order of the page, left to right
 * (TextPage::dumpFragment in poppler). This finds the box of each letter again. n_boxes: letters
 * beyond have none and are left out. (element-type CogPdfLetter) */
GArray *cog_pdf_letters_new (const char *text, guint n_boxes);

/* How wide the alefs of a page are that stand beside no lam, by typeface: tells glyphs for lam and
 * alef where the file does not. (transfer full) */
GHashTable *cog_pdf_letters_collect_alefs (const GArray *letters);

/* The letters of one word from right to left as they are written: an alef before its lam where both
 * are one glyph, and vowel signs before their letter, are how poppler turns some producers' glyphs.
 * alefs: of the page, or NULL where the glyphs for both are known; marks_first: see
 * cog_pdf_letters_has_marks_first() */
void cog_pdf_letters_mend (CogPdfLetter *letters, guint n, GHashTable *alefs, gboolean marks_first);
/* Turns the letters of glyphs for several, which the page's content tells. ligatures:
 * (element-type CogPdfLigature); boxes: of the letters. */
void cog_pdf_letters_turn_ligatures (GArray *letters,
                                     const PopplerRectangle *boxes,
                                     const GArray *ligatures);
/* Whether vowel signs stand before their letters on this page: no word can begin with one. */
gboolean cog_pdf_letters_has_marks_first (const GArray *letters);

/* Word's PDFs in Calibri, made by some programs, tell glyphs for several letters by their number in
 * the font, as if it were a letter's: "informaƟon", "aƩached", "soŌware". What such a letter stands
 * for between its neighbours in the word (0: none); NULL: itself. */
const char *cog_pdf_letters_of_glyph (gunichar before, gunichar letter, gunichar after);

/* Appends a letter, as the one that it shows: presentation forms and typographic ligatures. */
void cog_pdf_letters_append (GString *string, gunichar letter);

G_END_DECLS
