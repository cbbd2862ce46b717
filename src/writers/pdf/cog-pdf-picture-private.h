/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-picture.h"

#include "cog-pdf-sharpness.h"

#include <librsvg/rsvg.h>

G_BEGIN_DECLS

/* Pixels are kept at no more than this many along the longer side: 300 an inch over the widest
 * type area. */
#define COG_PDF_PICTURE_SIDE 2400

struct _CogPdfPicture
{
  cairo_surface_t *surface; /* JPEG: one pixel that stands for the file; else the pixels */
  RsvgHandle *drawing;
  double width, height;       /* points */
  const CogAsset *asset;      /* what the surface is made from again; NULL for a drawing */
  gsize n_bytes;              /* that the surface holds */
  guint plain;                /* number among the PNGs that are written through, from 1; 0: none */
  CogPdfSharpness *sharpness; /* of the pictures it is one of */
  int turn;                   /* quarter turns clockwise that a JPEG's camera asks for */
};

/* The same picture on several pages is in the file once. */
void cog_pdf_picture_set_name (CogPdfPicture *picture, const char *name);
/* FALSE: it is none, or damaged. The file passes through as it is. */
gboolean cog_pdf_picture_load_jpeg (CogPdfPicture *picture, const CogAsset *asset);
/* FALSE: no PNG, damaged, or of a kind that must be decoded. What its dictionary in the PDF says is
 * added to plains. */
gboolean
cog_pdf_picture_load_png (CogPdfPicture *picture, const CogAsset *asset, GPtrArray *plains);
/* FALSE: nothing decodes it, or it claims to be too large; a finding says which. */
gboolean
cog_pdf_picture_load_raster (CogPdfPicture *picture, const CogAsset *asset, CogReport *report);
/* An SVG. NULL where it is none. (transfer full) */
CogPdfPicture *cog_pdf_picture_new_for_drawing (const guchar *bytes, gsize size);

G_END_DECLS
