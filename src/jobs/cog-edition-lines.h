/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-changes.h"

G_BEGIN_DECLS

/* The line of a credit where its item stands: of a figure, what it is; of a chapter of another work
 * than the others, from which it is and what was done with it. changes: (nullable): nothing was
 * changed. (transfer full) */
CogCreditText *cog_edition_new_line (const CogBook *book,
                                     const CogCredit *credit,
                                     const CogEdition *edition,
                                     const CogChanges *changes);

/* Writes the line of each credit of the book: in a figure's caption, below a table, a quotation or
 * a chapter's title; there also what its publisher asks for. Pictures that stand alone have none.
 * items: the book's elements by id: cog_book_index_elements(). */
void cog_edition_add_lines (const CogBook *book,
                            GHashTable *items,
                            const CogEdition *edition,
                            const CogChanges *changes);

G_END_DECLS
