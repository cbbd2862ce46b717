/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The namespaces of OpenDocument 1.3 (part 3, 1.3). */
#define COG_ODT_OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define COG_ODT_META "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
#define COG_ODT_STYLE "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
#define COG_ODT_FO "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
#define COG_ODT_SVG "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
#define COG_ODT_TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define COG_ODT_TABLE "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define COG_ODT_DRAW "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
#define COG_ODT_MANIFEST "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
#define COG_ODT_DC "http://purl.org/dc/elements/1.1/"
