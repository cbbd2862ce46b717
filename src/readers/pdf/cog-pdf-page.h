/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-content.h"
#include "cog-pdf-file.h"

G_BEGIN_DECLS

/* In points from the top left corner of the page as it is shown, as CogSourcePlace has it. */
typedef struct
{
  double x, y, width, height;
} CogPdfBox;

/* A word, or the part of one that is set in one typeface. */
typedef struct
{
  double x, y, width, height;
  double baseline;  /* y; from the box of the line: good to a tenth of the size */
  double size;      /* points */
  const char *text; /* UTF-8 NFC in logical order, no bidi controls; in the page's chunk */
  guint font;       /* of the file: cog_pdf_file_get_font() */
  guint32 colour;   /* 0xRRGGBB */
  int mcid;         /* -1: none */
  guint is_artifact : 1;
  guint space_before : 1; /* in the order in which they stand in the page's array */
  guint is_rtl : 1;
  guint is_raised : 1;
  guint is_lowered : 1;
  guint is_turned : 1; /* written up or down the page */
  guint is_underlined : 1;
  guint is_hidden : 1; /* under a picture, or drawn without ink: until the page's are judged */
  guint is_taken : 1;  /* by a table or figure: it stands in no line of the text */
} CogPdfWord;

typedef struct
{
  CogPdfBox box;
  char *uri;   /* NULL: it leads to a place in the file */
  guint page;  /* from 1; 0: it leads nowhere that is known */
  double x, y; /* on that page; 0 where only the page is told */
} CogPdfLink;

/* A picture that the page shows: an image XObject (ISO 32000-1, 8.9.5), or one in the content. */
typedef struct
{
  CogPdfBox box;
  int object, generation; /* 0: it stands in the content itself */
  int mcid;               /* -1: none */
  gboolean is_artifact;
  gboolean is_whole; /* seen upright, as it is, all of it */
  double resolution; /* pixels an inch, of its mask where that has more; 0: not known */
} CogPdfPicture;

/**
 * CogPdfPage:
 *
 * One page, made clean of what poppler and the file's producer left in it. Compact: pages of a
 * whole book are kept, the poppler objects are not.
 */
typedef struct
{
  guint number; /* from 1 */
  double width, height;
  char *label;        /* "xii" (nullable) */
  GArray *words;      /* (element-type CogPdfWord): in poppler's order */
  GArray *links;      /* (element-type CogPdfLink) */
  GArray *rules;      /* (element-type CogPdfBox): thin lines, from the content */
  GArray *boxes;      /* (element-type CogPdfBox): rectangles, filled or stroked */
  GArray *drawings;   /* (element-type CogPdfBox): vector art */
  GArray *pictures;   /* (element-type CogPdfPicture) */
  guint n_hidden;     /* words that were left out, for nobody sees them */
  gboolean is_scan;   /* it is kept as the picture that covers it (cog-pdf-scan.h) */
  gboolean is_marked; /* the content was read: what is above is all that there is */
  GStringChunk *strings;
} CogPdfPage;

/* NULL where the page is damaged beyond reading: it is empty then, and reported by the reader.
 * number: from 1; marks: what its content draws (nullable). */
CogPdfPage *cog_pdf_page_load (CogPdfFile *file, guint number, const CogPdfMarks *marks);
/* An empty page, for the words of a scan or of a test. */
CogPdfPage *cog_pdf_page_new_empty (guint number, double width, double height);
void cog_pdf_page_close (CogPdfPage *self);
/* After the words have their baselines: boxes that are far higher than the type are cut to it. */
void cog_pdf_page_trim (CogPdfPage *self);
/* Appends a word; its text is copied. (transfer none): until the next one is added */
CogPdfWord *cog_pdf_page_add_word (CogPdfPage *self, const CogPdfWord *word);

gboolean cog_pdf_box_overlaps (const CogPdfBox *a, const CogPdfBox *b);
/* The smallest that holds both; one without extent counts for nothing. */
CogPdfBox cog_pdf_box_join (const CogPdfBox *a, const CogPdfBox *b);
/* The part of a box that the page shows; many pictures bleed. */
CogPdfBox cog_pdf_page_crop (const CogPdfPage *self, const CogPdfBox *box);
CogPdfBox cog_pdf_word_get_box (const CogPdfWord *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfPage, cog_pdf_page_close)

G_END_DECLS
