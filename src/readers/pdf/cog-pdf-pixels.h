/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* cog-pdf-pixels.c, cog-pdf-pixels-shrink.c */

/**
 * cog_pdf_pixels_encode:
 * @surface: of CAIRO_FORMAT_RGB24
 *
 * As a file that browsers show. What is small is kept as it is, as PNG. A whole page is as small as
 * its kind allows, since a scanned book has a thousand of them: dark on light without colour in 16
 * greys, a photograph as JPEG, all else as it is.
 *
 * Returns: (transfer full) (nullable): NULL where memory is short
 */
GBytes *cog_pdf_pixels_encode (cairo_surface_t *surface);

/**
 * cog_pdf_pixels_shrink:
 * @surface: of CAIRO_FORMAT_RGB24
 * @scale: above 0, at most 1
 *
 * Each pixel is the mean of those that it stands for, so that no thin line is lost.
 *
 * Returns: (transfer full): of CAIRO_FORMAT_RGB24, rounded up to whole pixels; in error where
 * memory is short
 */
cairo_surface_t *cog_pdf_pixels_shrink (cairo_surface_t *surface, double scale);

G_END_DECLS
