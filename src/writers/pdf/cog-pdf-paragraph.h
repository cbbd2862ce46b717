/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-composer.h"

G_BEGIN_DECLS

typedef enum
{
  COG_PDF_ALIGN_START,
  COG_PDF_ALIGN_CENTER,
  COG_PDF_ALIGN_END,
} CogPdfAlign;

/* How a text is to be set. */
typedef struct
{
  CogPdfText text;
  double scale;         /* of the size; 0 counts as 1 */
  const char *language; /* effective */
  gboolean is_rtl;
  gboolean is_pre; /* white space stays */
  gboolean is_bold;
  CogPdfAlign align;
  double width;
  CogPdfTag *tag;   /* NULL: an artifact */
  const char *href; /* makes the whole text a link that does not look like one (nullable) */
} CogPdfSetting;

/* Where in a text something is: the target of a link, or the mark of a note. */
typedef struct
{
  guint position; /* byte */
  char *id;
  gboolean is_note;
} CogPdfPoint;

/**
 * CogPdfParagraph:
 *
 * A text broken into lines. Equations, pictures and ruby in it are objects of the line.
 */
typedef struct _CogPdfParagraph CogPdfParagraph;

/* The inlines of an element. NULL where there is nothing to set. */
CogPdfParagraph *cog_pdf_paragraph_new (CogPdfComposer *composer,
                                        const xmlNode *element,
                                        const CogPdfSetting *setting);
CogPdfParagraph *cog_pdf_paragraph_new_for_text (CogPdfComposer *composer,
                                                 const char *text,
                                                 const CogPdfSetting *setting);
void cog_pdf_paragraph_free (CogPdfParagraph *paragraph);

CogPdfText cog_pdf_paragraph_get_text (const CogPdfParagraph *paragraph);
guint cog_pdf_paragraph_get_n_lines (const CogPdfParagraph *paragraph);
void cog_pdf_paragraph_get_line (
    const CogPdfParagraph *paragraph, guint line, double *height, double *ascent, double *width);
/* (transfer none) (element-type CogPdfPoint) */
GArray *cog_pdf_paragraph_get_points (const CogPdfParagraph *paragraph);
guint cog_pdf_paragraph_find_line (const CogPdfParagraph *paragraph, guint position);
/* Draws a line whose area begins at x, y; as an artifact where is_artifact. */
void cog_pdf_paragraph_draw (CogPdfParagraph *paragraph,
                             CogPdfCanvas *canvas,
                             guint line,
                             double x,
                             double y,
                             gboolean is_artifact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfParagraph, cog_pdf_paragraph_free)

G_END_DECLS
