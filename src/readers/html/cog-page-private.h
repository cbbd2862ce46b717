/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-page.h"

G_BEGIN_DECLS

/* What the parts of reading a page share: cog-page.c for what it says of itself, -content for which
 * of it is the text, -rights for its licence. */

gboolean
cog_page_has_any_word (const xmlNode *node, const char *attribute, const char *const *list);
char *cog_page_dup_meta (xmlNode *head, const char *const *names);
void cog_page_add_author (CogBook *book, char *name);
void cog_page_read_rights (
    CogBook *book, CogReport *report, const char *file, xmlNode *root, xmlNode *head);

G_END_DECLS
