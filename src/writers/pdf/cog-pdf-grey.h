/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A colour's lightness, all from 0 to 1: the weights of JPEG's luma (ITU-T T.871), so that pictures
 * and tints go together. */
double cog_pdf_grey_get (double red, double green, double blue);
/* A content stream whose colours are set by DeviceRGB or DeviceCMYK, with DeviceGray's operators.
 */
void cog_pdf_grey_append_content (GString *out, const char *content, gsize size);
/* A JPEG in colour without its colours: what it has of lightness is taken over as it is where the
 * file holds that apart, as nearly all do. NULL where it is damaged or no such file. (transfer
 * full) (nullable) */
GBytes *cog_pdf_grey_new_jpeg (const guchar *bytes, gsize size);

G_END_DECLS
