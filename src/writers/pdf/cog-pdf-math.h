/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-style.h"

G_BEGIN_DECLS

/* An equation, ready to be drawn on a baseline. All measures are points. */
typedef struct _CogPdfMath CogPdfMath;

CogPdfMath *cog_pdf_math_new (const CogPdfStyle *style,
                              const xmlNode *math,
                              double size,
                              gboolean is_display,
                              gboolean is_rtl);
void cog_pdf_math_free (CogPdfMath *math);
void
cog_pdf_math_get_extents (const CogPdfMath *math, double *width, double *ascent, double *descent);
void cog_pdf_math_draw (CogPdfMath *math, cairo_t *cr, double x, double y);
/* Draws it smaller where it is wider than there is room for. */
void cog_pdf_math_fit (CogPdfMath *math, double width);
/* What a listener hears. (transfer full) */
char *cog_pdf_math_dup_text (const xmlNode *math);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfMath, cog_pdf_math_free)

G_END_DECLS
