/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* The names of the bookmarks at which the sections of an edition begin, so that its tree comes back
 * when the document is read again (cog-prose-own.h). */

/* id of each section → name, as "_cognate_2_17": its level and its number in the book. Names that
 * begin so are hidden in the lists of office programs, and they keep them. Of what the edition
 * added, the name says so. (transfer full) (element-type utf8 utf8) */
GHashTable *cog_office_marks_new (const CogBook *book);

/* The front matter, which no section stands for. */
#define COG_OFFICE_MARK_FRONT "_cognate_made_0"

/* The whole record of the edition's rights (cog-rights-record.h), in which things go by the names
 * that they have as bookmarks. names: id → name (element-type utf8 utf8); what is not in it keeps
 * its id. (transfer full) */
char *cog_office_dup_record (const CogBook *book, GHashTable *names);

G_END_DECLS
