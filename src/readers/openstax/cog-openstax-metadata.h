/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-container.h"

G_BEGIN_DECLS

/* What a collection or a lone module says of itself: title, language, licence, people, the work
 * that it was made from. file: for the evidence. */
void cog_openstax_read_metadata (CogBook *book, CogReport *report, xmlNode *root, const char *file);
/* The LICENSE file of the folder: a second witness. */
void cog_openstax_read_licence_file (CogBook *book,
                                     CogReport *report,
                                     CogContainer *container,
                                     const char *collection);
/* Authors as a preface lists them, where no metadata names any. root: a module. */
void cog_openstax_read_authors (CogBook *book, xmlNode *root);
/* The text of a child element; NULL where it is missing or empty. (transfer full) (nullable) */
char *cog_openstax_dup_child_text (const xmlNode *parent, const char *name);

G_END_DECLS
