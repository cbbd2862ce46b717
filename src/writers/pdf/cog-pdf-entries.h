/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-block.h"

G_BEGIN_DECLS

void cog_pdf_entry_clear (gpointer entry);
/* Sections and the headings in them, in reading order. (transfer full) (element-type CogPdfEntry)
 */
GArray *cog_pdf_entries_new (const CogBook *book);
/* A heading within a page that the edition added ("Licences"): in the bookmarks, but it would only
 * lengthen the contents. */
gboolean cog_pdf_entry_is_added (const CogPdfEntry *entry);
/* The depth down to which the contents go, so that they stay short enough to be of use. */
guint cog_pdf_entries_get_contents_depth (GArray *entries);

G_END_DECLS
