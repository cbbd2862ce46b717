/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A Word document, put together in memory by a test: the main part, and what a test adds. */
typedef struct _DocxMaker DocxMaker;

/* body: what stands in w:body. The prefixes w, m, r, a, wp, pic, mc, wps, v and adec are declared.
 */
DocxMaker *docx_maker_new (const char *body);
/* A part beside the main one, of that kind ("styles", "footnotes"), with a relation of that id to
 * it; xml: all of the part but its namespaces, which take the place of "$NS". */
void docx_maker_add_part (DocxMaker *self, const char *kind, const char *id, const char *xml);
/* A relation to something outside. */
void docx_maker_add_link (DocxMaker *self, const char *kind, const char *id, const char *target);
/* A picture of one pixel, as word/media/NAME. */
void docx_maker_add_picture (DocxMaker *self, const char *id, const char *name);
/* The object of another program, as word/embeddings/NAME. */
void docx_maker_add_object (DocxMaker *self, const char *id, const char *name, GBytes *bytes);
/* Any file; relations know nothing of it. */
void docx_maker_add_file (DocxMaker *self, const char *name, const void *data, gssize length);
/* In place of the main part's content type. */
void docx_maker_set_type (DocxMaker *self, const char *type);
/* The zip; frees the maker. (transfer full) */
GBytes *docx_maker_end (DocxMaker *self);

G_END_DECLS
