/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-page.h"

G_BEGIN_DECLS

/* A word as text recognition sees it. Lengths are in points, from the top left of the picture. */
typedef struct
{
  CogPdfBox box;
  char *text;        /* UTF-8 NFC in logical order, no bidi controls; in the page's chunk */
  double confidence; /* 0..1 */
  guint line;        /* index */
  gboolean is_rtl;   /* it has letters of a script that runs so */
  gboolean is_latin; /* it has Latin letters */
} CogPdfOcrWord;

typedef struct
{
  guint first, n; /* words */
  double left, right;
  double baseline; /* y, in the middle of the line */
  double height;   /* from the tops of tall letters to the ends of hanging ones */
  guint paragraph;
  gboolean is_turned; /* it stands on its side, or on its head */
  gboolean is_double; /* another line is the same once more */
} CogPdfOcrLine;

/* What Tesseract writes of a page (hOCR 1.2). */
typedef struct
{
  GArray *words;    /* (element-type CogPdfOcrWord) */
  GArray *lines;    /* (element-type CogPdfOcrLine) */
  GArray *pictures; /* (element-type CogPdfBox) */
  GStringChunk *strings;
} CogPdfOcrText;

/* resolution: pixels of the picture an inch. (transfer full) (nullable): it is none */
CogPdfOcrText *cog_pdf_ocr_text_new (GBytes *hocr, guint resolution);
void cog_pdf_ocr_text_free (CogPdfOcrText *self);
/* Boxes of words that cannot be, lines that were read twice, bullets that were taken for letters.
 */
void cog_pdf_ocr_text_mend (CogPdfOcrText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfOcrText, cog_pdf_ocr_text_free)

G_END_DECLS
