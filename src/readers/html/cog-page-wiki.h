/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"

G_BEGIN_DECLS

/* Pages of MediaWiki: as its reader sees them, as they were saved, and as Parsoid writes them. */

/* Its contributors as the author, with the page's history as their address. */
void cog_page_read_wiki (xmlDoc *document, const char *file, CogBook *book, CogReport *report);

/* What the wikis of Wikimedia are under, where the page states no licence itself, but the date of
 * its text; told in the report. */
void
cog_page_read_wiki_licence (xmlDoc *document, const char *file, CogBook *book, CogReport *report);

/* The TeX of span[typeof="mw:Extension/math"]; NULL where node is none. (transfer full) (nullable)
 */
char *cog_page_dup_wiki_tex (const xmlNode *node, gboolean *is_block);

/* Pictures that link to the page of their file get a credit that names it: their own licence, which
 * the page does not say, stands there. The links are taken away. address: (nullable): what links
 * count from. */
void cog_page_take_wiki_files (CogBook *book,
                               CogNormalizer *normalizer,
                               const char *file,
                               xmlNode *content,
                               const char *address);

extern const CogFindingKind cog_finding_wiki_licence;

G_END_DECLS
