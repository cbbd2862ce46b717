/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* What a page says of itself for machines: schema.org in JSON-LD, and Creative Commons' RDFa
 * (cc:attributionName). Licences are evidence; people are added, language and publisher where none
 * is known yet. */
void cog_page_read_data (xmlNode *root, const char *file, CogBook *book, CogReport *report);

G_END_DECLS
