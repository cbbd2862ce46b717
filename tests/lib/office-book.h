/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* A book of one chapter, "one", that holds this XHTML; in that language, with a picture
 * "media/a.png" of 40 × 20 pixels and a licence. (transfer full) */
CogBook *office_book_new (const char *language, const char *inner);
/* Writes it as target and reads that again: (transfer full). */
CogBook *office_book_read_back (const CogBook *book, const char *target);
/* The chapters' content as XHTML. (transfer full) */
char *office_book_dup_content (const CogBook *book);
/* Whether that has these words; the content is shown where it has not. */
void office_book_assert_has (const char *content, const char *words);

/* A text with everything that office programs know: see the source. */
extern const char office_book_text[];

G_END_DECLS
