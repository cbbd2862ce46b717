/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-attribution.h"
#include "cog-book.h"

G_BEGIN_DECLS

/* What a list of credits calls an item: its number, a chapter's title, or "Figure", "Table",
 * "Quotation". place: the title of the section that it stands in, which is said of what has no
 * number: "Figure (Rivers)" (nullable). (transfer full) */
char *cog_credit_list_dup_label (const xmlNode *item, const char *place, const char *language);

/**
 * cog_credit_list_new:
 * @items: the book's elements by id: cog_book_index_elements()
 * @has_links: each label leads to its item ("#id")
 *
 * The list of credits at the back: the full credit behind what it is for. Items whose credits are
 * alike have one entry, in the place of the first, and numbers that follow each other are a range:
 * “Figures 2.1–2.4, 3.5: …”. Credits of items that are not in the book are passed over.
 *
 * Returns: (transfer full) (element-type CogCreditText)
 */
GPtrArray *cog_credit_list_new (const CogBook *book,
                                GHashTable *items,
                                const char *language,
                                gboolean has_links);

G_END_DECLS
