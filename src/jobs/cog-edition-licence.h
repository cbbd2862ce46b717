/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-attribution.h"
#include "cog-book.h"

G_BEGIN_DECLS

/* What the licence of the edition wants inside the book: the section entitled "History"
 * ("cognate-history"), with an entry for each work behind the edition and one for itself (GNU FDL
 * 4.I), and the licence's own text ("cognate-licence", GNU FDL 4.H), in English as its makers wrote
 * it. The text stands there as well for a source or an item under it (2), where nothing else was
 * to be chosen. Nothing for licences that want neither. A text that stands in the book already is
 * not given twice. */
void cog_edition_add_licence_pages (CogBook *book, const CogEdition *edition);

G_END_DECLS
