/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"

G_BEGIN_DECLS

/* What a page states of the rights in one thing in it: a picture, a table, a quotation. One rule
 * for every reader of (X)HTML. */

/* Whether a statement at node is about such a thing, and not about the work: it stands in a figure
 * or a quotation, in a list of media attributions, or below an RDFa subject (about) that is a
 * picture. */
gboolean cog_item_rights_is_of_item (const xmlNode *node);

/* Takes the statements about pictures out of the tree of a page, before it is normalised: links
 * with rel="license" in figures and below about, and the list at the page's end by which Pressbooks
 * credits its pictures, which goes where all of its entries found their picture. The pictures that
 * are meant get ids, and book->credits get a credit each, with the words and links as evidence. */
void
cog_item_rights_take (CogBook *book, CogNormalizer *normalizer, const char *file, xmlNode *body);

/* After the last page: drops credits of things that did not come into the book. */
void cog_item_rights_settle (CogBook *book);

G_END_DECLS
