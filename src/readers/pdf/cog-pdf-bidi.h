/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What UAX #9 calls the types of characters, as far as a line that has been drawn needs them. */
typedef enum
{
  COG_PDF_BIDI_LEFT,      /* letters from left to right */
  COG_PDF_BIDI_RIGHT,     /* letters from right to left */
  COG_PDF_BIDI_NUMBER,    /* digits */
  COG_PDF_BIDI_SEPARATOR, /* parts numbers: full stop, comma, colon, stroke, minus */
  COG_PDF_BIDI_PERCENT,   /* belongs to the number before it */
  COG_PDF_BIDI_SPACE,
  COG_PDF_BIDI_NEUTRAL
} CogPdfBidiType;

/**
 * CogPdfBidiUnit:
 *
 * What is moved as one: a letter with its marks, or a whole word.
 */
typedef struct
{
  CogPdfBidiType type;
  gunichar letter;     /* of a word, its first */
  guint index;         /* the caller's */
  guint8 level;        /* odd: runs from right to left; set by cog_pdf_bidi_order() */
  guint is_arabic : 1; /* Arabic letters or digits: numbers beside them behave otherwise */
} CogPdfBidiUnit;

CogPdfBidiUnit cog_pdf_bidi_unit_new (gunichar letter, guint index);
CogPdfBidiUnit cog_pdf_bidi_unit_new_for_word (const char *word, guint index);

/* Units of a line as they are seen from left to right become those of the text as it is read: the
 * bidirectional algorithm (UAX #9) in reverse. Where several texts look alike, the likelier one is
 * taken: the number right of a Latin word belongs to it ("Windows 10"), a comma stands before its
 * space. is_rtl: the line's own direction. */
void cog_pdf_bidi_order (CogPdfBidiUnit *units, guint n, gboolean is_rtl);

/* Whether a line runs from right to left: where it has Latin letters only, the stops and brackets
 * at its ends tell. is_rtl: most of its page does. */
gboolean cog_pdf_bidi_runs_to_left (const CogPdfBidiUnit *units, guint n, gboolean is_rtl);

/* Brackets in text from right to left are written as they are meant or as they are drawn, which
 * only their places tell: adds to the votes for either. units: in the order of the text. */
void
cog_pdf_bidi_vote_brackets (const CogPdfBidiUnit *units, guint n, guint *n_meant, guint *n_drawn);

gboolean cog_pdf_bidi_is_opening (gunichar letter);
gboolean cog_pdf_bidi_is_closing (gunichar letter);
/* Ends what stands before it: no space parts the two. */
gboolean cog_pdf_bidi_is_stop (gunichar letter);

G_END_DECLS
