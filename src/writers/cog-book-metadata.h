/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* The book's record for machines, as each format wants it. */

/* The book's own identifier; one without gets one from what it is: the same book, the same
 * identifier. (transfer full) */
char *cog_book_metadata_dup_identifier (const CogBook *book);
/* Whom to name for the book: those who made the edition, else its authors. (transfer full)
 * (nullable) */
char *cog_book_metadata_dup_names (const CogBook *book);
/* EPUB package metadata: the children of <metadata> but the identifier (EPUB 3.3, 5.5; rules.md
 * §5.3). */
void cog_book_metadata_append_opf (const CogBook *book, GString *out);
/* The id of the manifest item of an asset. (transfer full) */
char *cog_book_metadata_dup_asset_id (const CogBook *book, const char *name);

G_END_DECLS
