/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* A web page: what of it is the text, and what it says of itself. */

/* The element that holds the page's own text: main, article, a wiki's content, else the body.
 * Menus, headers and footers of the site around and in it are removed from the tree (reported). */
xmlNode *cog_page_find_content (xmlDoc *document, const char *file, CogReport *report);

/* Title, authors, language, description, licence with evidence; before the furniture is removed. */
void cog_page_read_metadata (xmlDoc *document, const char *file, CogBook *book, CogReport *report);

/* Where the page stood on the web, as it says itself; base gets the address from which it counts
 * its links, where that is another. (transfer full) (nullable) */
char *cog_page_dup_address (xmlDoc *document, char **base);

/* The page's title, for its section. (transfer full) (nullable) */
char *cog_page_dup_title (xmlDoc *document);

G_END_DECLS
