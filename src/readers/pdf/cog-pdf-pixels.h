/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

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

G_END_DECLS
