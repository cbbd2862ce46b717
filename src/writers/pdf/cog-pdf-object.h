/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

/* Makes an object from PDF's own notation, with references ("12 0 R"), which qpdf_oh_parse() does
 * not take. For what this writer writes itself: text that is not well-formed is a programmer's
 * mistake. The caller releases the handle. */
qpdf_oh cog_pdf_object_new (qpdf_data qpdf, const char *text);

G_END_DECLS
