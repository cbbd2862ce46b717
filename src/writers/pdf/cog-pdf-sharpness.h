/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-report.h"

G_BEGIN_DECLS

/**
 * CogPdfSharpness:
 *
 * Which pictures have too few pixels for the size at which they are printed.
 */
typedef struct _CogPdfSharpness CogPdfSharpness;

CogPdfSharpness *cog_pdf_sharpness_new (void);
void cog_pdf_sharpness_free (CogPdfSharpness *sharpness);
/* Pages from 1, in order; before the first nothing is noted. */
void cog_pdf_sharpness_begin_page (CogPdfSharpness *sharpness, guint number);
/* A picture of that many pixels in a row, drawn so large (points). */
void cog_pdf_sharpness_note (
    CogPdfSharpness *sharpness, const char *name, double pixels, double width, double height);
/* A finding for each coarse picture, where it is coarsest. */
void cog_pdf_sharpness_report (const CogPdfSharpness *sharpness, CogReport *report);

G_END_DECLS
