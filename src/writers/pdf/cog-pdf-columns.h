/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-style.h"

G_BEGIN_DECLS

/**
 * CogPdfColumns:
 *
 * Where the two languages of an edition stand, in points from the left of the type area. Each is at
 * the side where its lines begin; of two that run the same way the original comes first, as in
 * editions of the classics.
 */
typedef struct
{
  CogSides sides; /* COG_SIDES_BELOW: there are no two sides */
  double main_left, other_left, width;
  gboolean is_main_first; /* of two pages, the adaptation's has the even number */
  gboolean is_mirrored;   /* the original runs the other way */
  gboolean is_other_rtl;
} CogPdfColumns;

/* For a section of a book; COG_SIDES_BELOW where it has no originals. */
CogPdfColumns
cog_pdf_columns_find (const CogBook *book, const CogSection *section, const CogPdfStyle *style);
/* Where in the original's column something stands that is in the adaptation's. */
double cog_pdf_columns_map (const CogPdfColumns *columns, double left, double width);

G_END_DECLS
