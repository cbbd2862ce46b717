/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* What a stream says, its filters undone (ISO 32000-1, 7.4), under a limit in bytes: libqpdf would
 * unpack without end, and a stream of zeros grows a thousandfold with each filter.
 * (transfer full) (nullable): it is no stream, is longer, is damaged or packed as a picture. */
GBytes *cog_pdf_stream_dup_data (qpdf_data qpdf, qpdf_oh stream, gsize limit);

/* The content of a page: its streams one after the other. (transfer full) (nullable): longer than
 * the limit, or damaged; an empty page has no bytes. */
GBytes *cog_pdf_stream_dup_content (qpdf_data qpdf, qpdf_oh page, gsize limit);

G_END_DECLS
