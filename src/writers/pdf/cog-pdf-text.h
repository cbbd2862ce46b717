/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Draws a run of glyphs in visual order, left to right from x, each cluster with its letters, so
 * that what is copied from the file is what was written. text is the layout's. Returns the advance
 * in points. Draws no underline, and no object of a shape attribute. */
double cog_pdf_text_draw (cairo_t *cr, const char *text, PangoGlyphItem *run, double x, double y);
double cog_pdf_text_measure (PangoGlyphItem *run);

G_END_DECLS
