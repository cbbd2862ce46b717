/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* value: never empty. */
typedef void (*CogOfficeRightsFunc) (const char *name, const char *value, gpointer data);

/* What an edition says of its rights to machines, as properties of a document that have a name and
 * a text: licence with its address, holder, attribution, sources, the whole statement. Names are
 * English, as those of properties are. */
void cog_office_rights_foreach (const CogBook *book, CogOfficeRightsFunc func, gpointer data);

/* The authors as a document's properties name them, "; " between them; else who made the edition.
 * (transfer full) (nullable) */
char *cog_office_rights_dup_authors (const CogBook *book);

G_END_DECLS
