/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-style.h"
#include "cog-pdf-tags.h"

#include <stdio.h>

G_BEGIN_DECLS

/* A marked piece of a page; tag NULL: an artifact. */
typedef struct
{
  CogPdfTag *tag;
  gint mcid; /* as it will be in the file; -1 for an artifact */
} CogPdfMark;

/* The seams as cairo writes them: rectangles in the corner of the page, too small for anything else
 * to be drawn so. Sizes in 256ths of a point, cairo's own step. */
#define COG_PDF_SEAM_HEIGHT (5 / 256.)
#define COG_PDF_SEAM_BEGIN (3 / 256.)
#define COG_PDF_SEAM_END (7 / 256.)
#define COG_PDF_SEAM_BEGIN_WRITTEN "0 0 0.012 0.02 re f\n"
#define COG_PDF_SEAM_END_WRITTEN "0 0 0.027 0.02 re f\n"

/* How a page stands in the file, and what is drawn on it. */
typedef enum
{
  COG_PDF_TURN_NONE,
  COG_PDF_TURN_WIDE,     /* the page lies on its long side */
  COG_PDF_TURN_SIDEWAYS, /* it stands, and what is drawn as if it lay runs from its foot to its top
                          */
} CogPdfTurn;

typedef struct
{
  guint sheet;
  double left, bottom, right, top; /* as in the file: from the bottom left of all the paper */
  char *href;
  char *contents;
  CogPdfTag *tag;
} CogPdfAnnotation;

typedef struct
{
  guint sheet;
  double top; /* from the bottom of all the paper */
} CogPdfPlace;

/**
 * CogPdfCanvas:
 *
 * Where pages are drawn: a cairo PDF surface, and the record of what was drawn where, from which
 * the structure tree, links and bookmarks are written afterwards. Where a marked piece begins and
 * ends a seam is drawn, which afterwards is replaced by its name and number (cog-pdf-marks.c):
 * cairo_tag_begin() would know neither artifacts nor most attributes in cairo 1.16, and since 1.18
 * gives no mark to what has no text in it, such as a picture.
 *
 * Sheets are pages in the order of drawing. All is drawn from the top left of the page as it will
 * be when it is cut.
 */
typedef struct
{
  const CogPdfStyle *style;
  FILE *file; /* what the surface is written to (nullable) */
  int fault;  /* errno of writing; 0: none */
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_t *seams;      /* on the same surface, without the clip and the colours of cr */
  GPtrArray *sheets;   /* (element-type GArray of CogPdfMark) */
  GArray *annotations; /* (element-type CogPdfAnnotation) */
  GHashTable *places;  /* (element-type utf8 CogPdfPlace): where ids stand */
  gboolean is_open;
  CogPdfTag *open;
  guint n_tagged; /* on this sheet */
  double height;  /* of this sheet: all the paper */
  CogPdfTurn turn;
  cairo_matrix_t matrix; /* from what is drawn to the paper, as cr has it when nothing is added */
} CogPdfCanvas;

CogPdfCanvas *cog_pdf_canvas_new (const CogPdfStyle *style, const char *path);
void cog_pdf_canvas_free (CogPdfCanvas *canvas);
/* Ends the file. Error: G_IO_ERROR where cairo failed or pages are missing. */
gboolean cog_pdf_canvas_finish (CogPdfCanvas *canvas, GError **error);

void cog_pdf_canvas_begin_page (CogPdfCanvas *canvas, CogPdfTurn turn);
/* Goes on with the page upright. */
void cog_pdf_canvas_turn_back (CogPdfCanvas *canvas);
/* Where the paper is cut, for who cuts it: an artifact outside the page. */
void cog_pdf_canvas_draw_crop_marks (CogPdfCanvas *canvas);
void cog_pdf_canvas_end_page (CogPdfCanvas *canvas);
guint cog_pdf_canvas_get_sheet (const CogPdfCanvas *canvas); /* the one that is drawn on */
/* What is drawn next belongs to tag (NULL: an artifact). Goes on with the piece that is open where
 * it is the same. */
void cog_pdf_canvas_mark (CogPdfCanvas *canvas, CogPdfTag *tag, guint key);
void cog_pdf_canvas_unmark (CogPdfCanvas *canvas);
void cog_pdf_canvas_add_link (CogPdfCanvas *canvas,
                              CogPdfTag *tag,
                              guint key,
                              const char *href,
                              const char *contents,
                              const cairo_rectangle_t *area);
void cog_pdf_canvas_add_place (CogPdfCanvas *canvas, const char *id, double y);
void cog_pdf_canvas_fill_rectangle (
    CogPdfCanvas *canvas, double x, double y, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfCanvas, cog_pdf_canvas_free)

G_END_DECLS
