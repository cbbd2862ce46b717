/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-hyphenator.h"
#include "cog-math-font.h"
#include "cog-writer.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What a text is, typographically. */
typedef enum
{
  COG_PDF_TEXT_BODY,
  COG_PDF_TEXT_CHAPTER, /* the heading that opens a chapter */
  COG_PDF_TEXT_HEADING_1,
  COG_PDF_TEXT_HEADING_2,
  COG_PDF_TEXT_HEADING_3,
  COG_PDF_TEXT_HEADING_4,
  COG_PDF_TEXT_CAPTION,
  COG_PDF_TEXT_CREDIT,
  COG_PDF_TEXT_CELL,
  COG_PDF_TEXT_CODE,
  COG_PDF_TEXT_NOTE,
  COG_PDF_TEXT_SMALL,     /* copyright page, credits */
  COG_PDF_TEXT_FURNITURE, /* running heads, folios */
  COG_PDF_TEXT_TITLE,
  COG_PDF_TEXT_SUBTITLE,
  COG_PDF_TEXT_AUTHOR,
  COG_PDF_N_TEXTS,
} CogPdfText;

#define COG_PDF_SPACE_SIZE 10

/* All measures are points. */
typedef struct
{
  double size, leading; /* leading: from baseline to baseline */
  double before, after;
  double grey; /* 0 black … 1 white */
  gboolean is_bold, is_italic, is_mono;
  gboolean is_large; /* large print */
} CogPdfTextStyle;

/**
 * CogPdfStyle:
 *
 * Paper, type area and type of one edition. A plain value with a font map of its own, so that a
 * writer in a thread shares none with the window.
 */
typedef struct
{
  double width, height;                /* of a page when it is cut */
  double fold_width, fold_height;      /* of the sheet that two pages stand on; 0: no booklet */
  double bleed, slug;                  /* around the page: what is cut off; that and the marks */
  double inner, outer;                 /* margins at the binding and opposite to it */
  double top, text_width, text_height; /* the type area */
  double base;                         /* size of the running text */
  gboolean is_rtl;                     /* the book's text */
  gboolean is_bound_right;             /* page 1 is a left page */
  gboolean is_bound; /* printed on both sides: parts and chapters begin where a sheet does */
  CogSides sides;
  char *language; /* of the book; "und" where unknown */
  PangoFontMap *font_map;
  PangoContext
      *contexts[2];   /* left to right, right to left: a context's direction is never changed */
  PangoLayout *space; /* a space of COG_PDF_SPACE_SIZE points */
  GHashTable *hyphenators;      /* (element-type utf8 CogHyphenator): those asked for; NULL: none */
  CogMathFont *math;            /* NULL: this computer has no typeface for formulas */
  gboolean is_large;            /* large print */
  gboolean is_grey, is_archive; /* what the options ask for */
} CogPdfStyle;

CogPdfStyle *cog_pdf_style_new (const CogBook *book, const CogWriterOptions *options);
void cog_pdf_style_free (CogPdfStyle *style);

/* Fills in all measures of the page, and what else is asked for (cog-pdf-paper.c). options NULL: A4
 * for the screen. */
void cog_pdf_style_set_options (CogPdfStyle *style, const CogWriterOptions *options);
/* Pages are numbered from 1, each side of a sheet. */
gboolean cog_pdf_style_is_left_page (const CogPdfStyle *style, guint number);
/* The left edge of the type area of that page. */
double cog_pdf_style_get_left (const CogPdfStyle *style, guint number);

CogPdfTextStyle cog_pdf_style_get_text (const CogPdfStyle *style, CogPdfText text);
/* Families in order of preference for a text in that language. (transfer full) */
char *cog_pdf_style_dup_families (const char *language, gboolean is_mono, gboolean is_large);
/* Factor by which a script is set larger, so that a page looks equally grey, and by which lines
 * stand further apart. */
double cog_pdf_style_get_script_scale (GUnicodeScript script);
double cog_pdf_style_get_script_leading (const char *language);
/* NULL: words of that language are not divided. (nullable) */
const CogHyphenator *cog_pdf_style_get_hyphenator (const CogPdfStyle *style, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfStyle, cog_pdf_style_free)

G_END_DECLS
