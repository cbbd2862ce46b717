/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit-text.h"
#include "cog-section.h"

G_BEGIN_DECLS

/* What the pages that an edition adds to its book are built from: normal form (cog-vocabulary.h).
 */

/* With its heading. type: (nullable). (transfer full) */
CogSection *cog_edition_page_new (const char *id, const char *type, const char *title);
/* class_name: (nullable). (transfer none) */
xmlNode *cog_edition_page_add (xmlNode *parent, const char *name, const char *class_name);
/* Plain text as an element. */
void cog_edition_page_add_words (CogSection *page, const char *name, const char *words);
/* A sentence about rights as what an element holds. */
void cog_edition_page_fill (xmlNode *node, const CogCreditText *text);
/* A list with an entry for each. (element-type CogCreditText) */
void cog_edition_page_add_list (CogSection *page, const GPtrArray *entries);

G_END_DECLS
