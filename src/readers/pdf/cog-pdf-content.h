/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* Marked-content ids of a form XObject count apart from those of the page (ISO 32000-1, 14.7.4.2):
 * the n-th such form's (from 1) are told apart by n times this. */
#define COG_PDF_FORM_STEP (1 << 20)

/* One piece of text: what one operator shows. */
typedef struct
{
  double x, y;         /* where the pen stood, on the baseline */
  double end_x, end_y; /* and where afterwards */
  double size;         /* of the type */
  int mcid;            /* of the innermost marked content that has one; -1: none */
  guint order;         /* among all that the page draws */
  guint is_artifact : 1, is_invisible : 1;
} CogPdfShow;

/* A glyph that stands for several letters from right to left: lam and alef, a letter and the sign
 * on it. */
typedef struct
{
  double x, y;    /* its left end, on the baseline */
  gunichar first; /* letter */
  guint n;        /* letters */
} CogPdfLigature;

/* A glyph of a font with letters that join others. */
typedef struct
{
  double x, y; /* its left end, on the baseline */
  double width;
  guint32 name; /* of the font and the code: unique in the document, never 0 */
} CogPdfGlyph;

/* A glyph for several letters that the file does not tell. */
typedef struct
{
  double x, y; /* its left end, on the baseline */
  double width;
  const char *letters; /* static */
} CogPdfLostGlyph;

/* Something drawn. */
typedef struct
{
  double x, y, width, height;
  guint32 colour;         /* 0xRRGGBB; of its fill where it is filled. Patterns: grey */
  int mcid;               /* -1: none */
  int object, generation; /* of a picture; 0: it has none (an inline picture) */
  double resolution;      /* of a picture, in pixels an inch; 0: not known, or it is turned */
  guint is_artifact : 1;
  guint is_filled : 1, is_stroked : 1;
  guint is_clipped : 1; /* less is seen of it than there is */
  guint is_turned : 1;  /* a picture: rotated, mirrored or slanted */
  guint is_mask : 1;    /* a picture: an /ImageMask, painted in colour */
  guint is_opaque : 1;  /* a picture: what was drawn before is not seen through it */
  guint order;          /* among all that the page draws */
} CogPdfMark;

/**
 * CogPdfMarks:
 *
 * What a page's content draws, in drawing order. Points from the top left of the page as it is
 * shown: CogSourcePlace's.
 */
typedef struct
{
  double width, height;   /* of the page as it is shown */
  double matrix[6];       /* from the file's user space to these points: a b c d e f */
  GArray *shows;          /* (element-type CogPdfShow) */
  GArray *ligatures;      /* (element-type CogPdfLigature) */
  GArray *glyphs;         /* (element-type CogPdfGlyph) */
  GArray *lost;           /* (element-type CogPdfLostGlyph) */
  gboolean has_ligatures; /* a font of the page has such glyphs, and says so */
  GArray *rules;          /* (element-type CogPdfMark): thin lines, along the page's edges */
  GArray *boxes;          /* (element-type CogPdfMark): rectangles; stroked ones have rules too */
  GArray *drawings;       /* (element-type CogPdfMark): areas of vector art, near ones joined */
  GArray *pictures;       /* (element-type CogPdfMark) */
  GArray *forms;          /* (element-type int): object numbers of forms with ids of their own */
  guint n_drawn;          /* pieces of text and pictures, so far */
  gboolean is_cut;        /* longer than any page; what comes after the limit was not read */
} CogPdfMarks;

/**
 * CogPdfContent:
 *
 * Reads pages' content streams (ISO 32000-1, 7.8, 8 and 9): what is drawn where, and under which
 * marked-content id. Bounded: forms in forms, operators, bytes. Belongs to one thread; the fonts'
 * widths are kept from page to page.
 */
typedef struct _CogPdfContent CogPdfContent;

CogPdfContent *cog_pdf_content_new (qpdf_data qpdf); /* borrowed */
void cog_pdf_content_free (CogPdfContent *self);

/* number: of the page, from 1. Never fails: damaged content is read as far as it goes. Releases
 * the handles that it makes. (transfer full) */
CogPdfMarks *cog_pdf_content_read (CogPdfContent *self, guint number, GCancellable *cancellable);
void cog_pdf_marks_free (CogPdfMarks *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfContent, cog_pdf_content_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfMarks, cog_pdf_marks_free)

G_END_DECLS
