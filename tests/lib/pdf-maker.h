/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A PDF that a test writes by hand, object by object: the numbers count from 1, and 1 has to be
 * the catalog. */
typedef struct
{
  GString *text;
  GArray *offsets;
} PdfMaker;

PdfMaker *pdf_maker_new (void);
/* Adds an object as PDF writes it, without obj and endobj. Returns its number. */
guint pdf_maker_add (PdfMaker *self, const char *object);
/* A stream; dictionary is what stands between << and >>, without /Length. */
guint pdf_maker_add_stream (PdfMaker *self, const char *dictionary, const char *data);
/* Ends the file, and frees the maker. (transfer full) */
GBytes *pdf_maker_finish (PdfMaker *self);

/* One page of 200 × 300 points with that content, and a font F1 (object 4, letters half as wide as
 * tall, but for m, o and w). Objects 1 to 5 are taken: catalog, pages, page, font, content;
 * catalog_keys and page_keys go into them as they are. */
PdfMaker *pdf_maker_new_page (const char *catalog_keys, const char *page_keys, const char *content);
