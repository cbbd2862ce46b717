/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-reader.h"

G_BEGIN_DECLS

/* A package of files, put together in memory by a test. */
typedef struct _PackageMaker PackageMaker;

PackageMaker *package_maker_new (void);
void package_maker_add (PackageMaker *self, const char *name, const char *text);
/* A picture of one pixel. */
void package_maker_add_picture (PackageMaker *self, const char *name);
/* The package as zip, or as tar packed with gzip; frees the maker. (transfer full) */
GBytes *package_maker_end (PackageMaker *self);
GBytes *package_maker_end_tar (PackageMaker *self);

/* What a package is read as, by the reader of that id and in normal form. Takes bytes. (transfer
 * full) (nullable) */
CogBook *package_try_read (GBytes *bytes, const char *reader_id, CogReport *report, GError **error);
/* The same of what must be readable. */
CogBook *package_read (GBytes *bytes, const char *reader_id, CogReport *report);
/* The text of all sections, in order, as XHTML. (transfer full) */
char *package_dup_content (const CogBook *book);

G_END_DECLS
