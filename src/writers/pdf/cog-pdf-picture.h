/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * CogPdfPicture:
 *
 * A picture that can be drawn: a JPEG file whose bytes go into the PDF as they are, another raster
 * picture, or a drawing (SVG) that stays one. Borrowed from the CogPdfPictures that made it.
 */
typedef struct _CogPdfPicture CogPdfPicture;
typedef struct _CogPdfPictures CogPdfPictures;

CogPdfPictures *cog_pdf_pictures_new (const CogBook *book, CogReport *report);
void cog_pdf_pictures_free (CogPdfPictures *pictures);

/* NULL where it cannot be shown: not there, damaged, or it claims a size that would fill the
 * memory; that is reported. (transfer none) (nullable) */
CogPdfPicture *cog_pdf_pictures_get (CogPdfPictures *pictures, const char *asset);
/* A drawing that stands in the text. (transfer none) (nullable) */
CogPdfPicture *cog_pdf_pictures_get_drawing (CogPdfPictures *pictures, const xmlNode *svg);
/* What the dictionary of a picture says that stands in the file as a fax with that number
 * (cog-pdf-picture-png.c). (transfer none) (nullable) */
const char *cog_pdf_pictures_get_plain (const CogPdfPictures *pictures, guint number);
/* A page of an edition for print begins: from here on it is noted which pictures are too coarse for
 * it. */
void cog_pdf_pictures_begin_page (CogPdfPictures *pictures, guint number);
/* Says which were: a finding each. */
void cog_pdf_pictures_report_coarse (CogPdfPictures *pictures);
/* Lets go of what the pages so far needed. */
void cog_pdf_pictures_forget (CogPdfPictures *pictures);

/* Natural size in points: 96 pixels an inch, as the web has it. */
void cog_pdf_picture_get_size (const CogPdfPicture *picture, double *width, double *height);
/* Draws it into that area; the caller has opened the mark. */
void cog_pdf_picture_draw (
    CogPdfPicture *picture, cairo_t *cr, double x, double y, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfPictures, cog_pdf_pictures_free)

G_END_DECLS
