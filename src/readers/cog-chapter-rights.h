/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"

G_BEGIN_DECLS

/* What a chapter of a Pressbooks book states of itself: its authors, and a licence that is not the
 * book's (Licensing::doLicense). Taken out of the page before anything in it is read as a statement
 * about the book; a credit of the section, or of the chapter where a page holds several. What the
 * book says as well is left out by cog_item_rights_settle(). */
void cog_chapter_rights_take (CogBook *book,
                              CogNormalizer *normalizer,
                              const char *file,
                              const CogSection *section,
                              xmlNode *body);

G_END_DECLS
