/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-block.h"

G_BEGIN_DECLS

#define COG_PDF_NOTE_GAP 14 /* between the text and its notes: the rule stands in it */

/* An item at its place on a page; y from the top of the type area. */
typedef struct
{
  CogPdfItem *item;
  double y;
  gboolean is_repeated; /* a table's head, said again */
} CogPdfPlaced;

typedef struct
{
  GArray *placed; /* CogPdfPlaced */
  GArray *notes;  /* CogPdfPlaced; y from the top of the notes */
  double notes_height;
  gboolean is_turned;           /* wider than tall: for tables that are so */
  const CogPdfColumns *columns; /* of its flow (nullable) */
  gboolean is_other;            /* the page of the originals, opposite to its own */
  gboolean is_cover;            /* goes over the edge, and is cut there */
} CogPdfPage;

CogPdfPage *cog_pdf_page_new (void);
void cog_pdf_page_free (CogPdfPage *page);
/* The length of its lines. */
double cog_pdf_page_get_width (const CogPdfPage *page, const CogPdfStyle *style);
/* Of its type area. */
double cog_pdf_page_get_height (const CogPdfPage *page, const CogPdfStyle *style);

/* Breaks a flow into pages. (transfer full) (element-type CogPdfPage) */
GPtrArray *cog_pdf_pages_new (const CogPdfComposer *composer, CogPdfFlow *flow);

/* What stands on every page beside the text. */
typedef struct
{
  guint number;           /* from 1; decides where the binding is */
  CogPdfParagraph *head;  /* (nullable) */
  CogPdfParagraph *folio; /* (nullable) */
  CogPdfParagraph *draft; /* (nullable) */
} CogPdfFurniture;

void cog_pdf_page_draw (CogPdfPage *page, CogPdfCanvas *canvas, const CogPdfFurniture *furniture);

G_END_DECLS
