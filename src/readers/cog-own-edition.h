/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"

G_BEGIN_DECLS

/* Reading again what Cognate wrote: what its editions have in common, whatever the format. In them,
 * ids are unique over the whole book, and all that the edition added to the text has an id that
 * begins with "cognate-": it is made anew at each export, and is not read. */

/* Whether a page, asset or element with that id was added by the edition. */
gboolean cog_own_edition_is_added (const char *id); /* (nullable) */

/* What a file calls the program that made it: meta name="generator". (nullable) */
gboolean cog_own_edition_is_generator (const char *generator);

/* Takes out of a tree what the edition added; of a caption that it put into a paragraph, only the
 * paragraph. */
void cog_own_edition_strip (xmlNode *body);

/* Reads the record of rights that lies in the file into the book's credit and credits. FALSE, and
 * nothing is changed, where it is none (cog-rights-record.h). Credits of things that are not there
 * go with cog_item_rights_settle(). */
gboolean cog_own_edition_read_record (CogBook *book, const char *json, gsize length);

/* Drops sections that hold neither text nor other sections. */
void cog_own_edition_drop_empty (GPtrArray *sections);

G_END_DECLS
