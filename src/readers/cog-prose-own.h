/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-prose.h"

G_BEGIN_DECLS

/* Reading again what Cognate wrote as a document for office programs, also after somebody went on
 * in one: the record of rights lies among the document's properties, and bookmarks say where each
 * section begins and what the edition added (cog-office-marks.h). */

/* Reads the record into the book and makes the document one of ours. FALSE: it is no record, and
 * the document is like any other. */
gboolean cog_prose_read_record (CogProse *self, CogBook *book, const char *json, gsize length);

/* Whether a bookmark says that a section begins. FALSE: it is another one, or the document is not
 * ours. */
gboolean cog_prose_is_mark (const CogProse *self, const char *name);

/* Begins the piece that the bookmark says. */
CogProsePiece *cog_prose_begin_marked_piece (CogProse *self, const char *mark);

/* Whether a heading of that level, which has no bookmark, begins a section all the same: somebody
 * added it to a document of ours. */
gboolean cog_prose_is_new_section (CogProse *self, guint level);
/* Begins its piece. */
CogProsePiece *cog_prose_begin_new_piece (CogProse *self, guint level);

/* The last step, after the pieces were taken in, for every document. In one of ours, credits go by
 * the names of bookmarks, and get the ids of the figures, tables, quotations and sections that
 * these stand in. file_name: what it is called where nothing says so. */
void cog_prose_finish_book (CogProse *self,
                            CogBook *book,
                            CogNormalizer *normalizer,
                            const char *file_name,
                            GCancellable *cancellable);

G_END_DECLS
