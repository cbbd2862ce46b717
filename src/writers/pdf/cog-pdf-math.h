/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-style.h"
#include "cog-pdf-tags.h"
#include "cog-report.h"

G_BEGIN_DECLS

/* An equation, to be drawn on a baseline. All measures are points. It is laid out when it is first
 * fitted or measured: until then the element must stay. */
typedef struct _CogPdfMath CogPdfMath;

CogPdfMath *cog_pdf_math_new (const CogPdfStyle *style,
                              const xmlNode *math,
                              double size,
                              gboolean is_display,
                              gboolean is_rtl);
/* The pieces of one in a line of text, between which a line of that width may end.
 * (element-type CogPdfMath) (transfer full): array and elements */
GPtrArray *
cog_pdf_math_new_pieces (const CogPdfStyle *style, const xmlNode *math, double size, double width);
void cog_pdf_math_free (CogPdfMath *math);
void cog_pdf_math_get_extents (CogPdfMath *math, double *width, double *ascent, double *descent);
void cog_pdf_math_draw (CogPdfMath *math, cairo_t *cr, double x, double y);
/* In a display, breaks it where it is wider than there is room for; draws it smaller where it
 * still is, or is taller. */
void cog_pdf_math_fit (CogPdfMath *math, double width, double height);
/* Whether it was beyond the limits of layout, and stands as a line of text. */
gboolean cog_pdf_math_is_plain (const CogPdfMath *math);
/* Of its letters, points; smaller than was asked for where it was made to fit. */
double cog_pdf_math_get_size (const CogPdfMath *math);
/* Says in its structure element what a listener hears, in that language, and what is copied: the
 * formula's alternative text where that is words, otherwise its own. */
void cog_pdf_math_describe (const xmlNode *math, const char *language, CogPdfTag *tag);
/* What could not be drawn as it is meant. */
void cog_pdf_math_report (CogReport *report, const xmlNode *math, const CogPdfMath *drawn);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfMath, cog_pdf_math_free)

G_END_DECLS
