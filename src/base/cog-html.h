/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-xml.h"

G_BEGIN_DECLS

/**
 * cog_html_parse:
 *
 * Parses HTML as browsers do (the HTML5 algorithm), however broken, into a libxml2 tree in the
 * XHTML namespace (MathML and SVG in theirs). Encoding: byte order mark, then hint (nullable), then
 * meta elements in the first 1,024 bytes, then a guess. Bytes that the encoding does not know
 * become U+FFFD and are reported. Comments, processing instructions and templates are not in the
 * result. Depth is limited: COG_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): root element is html, with head and body.
 */
xmlDoc *cog_html_parse (
    GBytes *bytes, const char *encoding_hint, const char *place, gpointer report, GError **error);

/* Bytes of unknown encoding as UTF-8, by the same rules. (transfer full) */
char *
cog_html_decode (GBytes *bytes, const char *encoding_hint, gsize *length, gboolean *had_faults);

G_END_DECLS
