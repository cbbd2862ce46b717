/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-advance.h"
#include "cog-pdf-content.h"
#include "cog-pdf-lexer.h"

G_BEGIN_DECLS

typedef struct
{
  double a, b, c, d, e, f; /* x' = ax + cy + e, y' = bx + dy + f */
} CogPdfMatrix;

#define COG_PDF_IDENTITY ((CogPdfMatrix){ 1, 0, 0, 1, 0, 0 })

typedef struct
{
  double x0, y0, x1, y1;
} CogPdfBounds;

/* 8.4: what q keeps and Q gives back. */
typedef struct
{
  CogPdfMatrix ctm; /* to the page's top left */
  CogPdfBounds clip;
  const CogPdfAdvance *font; /* (nullable) */
  double size, char_space, word_space, scale, leading, rise;
  int render_mode;
  double line_width;
  guint32 fill, stroke;
  gboolean is_fill_plain, is_stroke_plain; /* their numbers are grey, RGB or CMYK */
  gboolean is_see_through;                 /* what is painted lets see what is below (11.6) */
} CogPdfState;

/* What BMC and BDC open (14.6). */
typedef struct
{
  int mcid;
  gboolean is_artifact;
  CogPdfLigature ligature; /* what it stands for (14.9.4), without its place; n 0: nothing */
} CogPdfMarked;

/* A part of the path: enough of its points to know a rectangle by. */
typedef struct
{
  double x[6], y[6];
  guint n;
  CogPdfBounds bounds;
  gboolean is_straight; /* only lines along the page's edges */
  gboolean is_closed;
} CogPdfSubpath;

typedef struct
{
  CogPdfContent *content;
  qpdf_data qpdf;
  CogPdfMarks *marks;
  GCancellable *cancellable;
  CogPdfLexer *lexer;
  qpdf_oh resources;
  CogPdfState state;
  GArray *states;   /* (element-type CogPdfState) */
  GArray *marked;   /* (element-type CogPdfMarked) */
  GArray *subpaths; /* (element-type CogPdfSubpath) */
  gboolean is_clip; /* W was said: the path becomes the clip when it is painted */
  CogPdfMatrix text, line;
  GArray *open_forms; /* (element-type int): object numbers, against recursion */
  int form;           /* whose ids the marks have: 0 the page's, else n × COG_PDF_FORM_STEP */
  guint n_operators;
} CogPdfRun;

CogPdfMatrix cog_pdf_matrix_multiply (const CogPdfMatrix *first, const CogPdfMatrix *then);
void cog_pdf_matrix_apply (const CogPdfMatrix *matrix, double x, double y, double *tx, double *ty);
const CogPdfMarked *cog_pdf_run_get_marked (const CogPdfRun *run);
void cog_pdf_run_begin_marked (CogPdfRun *run, gboolean has_properties);
/* The bounds of the unit square, or of any other rectangle in user space. */
CogPdfBounds cog_pdf_run_map (const CogPdfRun *run, double x0, double y0, double x1, double y1);

/* Each does an operator if it is one of its own. */
gboolean cog_pdf_run_do_text (CogPdfRun *run, const char *op);
gboolean cog_pdf_run_do_path (CogPdfRun *run, const char *op);
gboolean cog_pdf_run_do_colour (CogPdfRun *run, const char *op);
gboolean cog_pdf_run_do_parameters (CogPdfRun *run, const char *op);
/* After the page: areas of vector art that touch become one. */
void cog_pdf_drawings_join (GArray *drawings);
/* (transfer none) (nullable): no such font */
const CogPdfAdvance *cog_pdf_content_get_font (CogPdfContent *self, qpdf_oh font);

G_END_DECLS
