/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-web-found.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* Documents that a page offers: citation_pdf_url and its kin, <link rel="alternate"> and
 * rel="item", a repository's bitstreams. */
void cog_web_offer_read (GPtrArray *files, xmlDoc *page, const char *address);
/* Whether the page is a repository's about a work, and not the work itself. */
gboolean cog_web_offer_is_record (xmlDoc *page, const char *address, const GPtrArray *files);

G_END_DECLS
