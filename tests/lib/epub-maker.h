/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A small EPUB, put together in memory by a test: version 3, nav document, English, nothing else.
 * What a test adds stands in the file in the order in which it was added. */
typedef struct _EpubMaker EpubMaker;

EpubMaker *epub_maker_new (void);
/* In place of "<dc:title>Tides</dc:title><dc:language>en</dc:language>". */
void epub_maker_set_metadata (EpubMaker *self, const char *xml);
/* The items of the nav's list; without them there is no nav document. */
void epub_maker_set_contents (EpubMaker *self, const char *items);
/* An XHTML page of the spine; NULL attributes: xmlns only. */
void epub_maker_add_page (EpubMaker *self, const char *name, const char *body);
/* A page as it stands, with its head. */
void
epub_maker_add_document (EpubMaker *self, const char *name, const char *type, const char *text);
/* A file, and a row of the manifest with these further attributes ("id='a' media-type='b'"). */
void epub_maker_add_item (
    EpubMaker *self, const char *name, const char *attributes, const void *data, gssize length);
/* A picture of one pixel. */
void epub_maker_add_picture (EpubMaker *self, const char *name);
/* A file of the zip that the manifest does not name. */
void epub_maker_add_file (EpubMaker *self, const char *name, const void *data, gssize length);
/* Further rows of the spine. */
void epub_maker_add_spine (EpubMaker *self, const char *xml);
/* What comes after the spine: a guide. */
void epub_maker_set_guide (EpubMaker *self, const char *xml);
/* The attributes of the spine. */
void epub_maker_set_spine (EpubMaker *self, const char *attributes);
/* The zip; frees the maker. (transfer full) */
GBytes *epub_maker_end (EpubMaker *self);

/* A zip of these files, in this order; names and data: NULL-terminated. (transfer full) */
GBytes *epub_zip (const char *const *names, GPtrArray *data);

G_END_DECLS
