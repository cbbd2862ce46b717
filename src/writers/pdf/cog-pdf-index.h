/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-composer.h"

G_BEGIN_DECLS

/* The page of an id as it is counted in the book; 0: it is on none. */
typedef guint (*CogPdfPageFunc) (const char *id, gpointer user_data);

typedef struct _CogPdfIndex CogPdfIndex;

/* Of the terms that the book defines (dfn, terms of its glossaries), so that their places are noted
 * when they are drawn. NULL where they are few, or where the book has an index of its own.
 * (nullable) */
CogPdfIndex *cog_pdf_index_new (CogPdfComposer *composer);
void cog_pdf_index_free (CogPdfIndex *index);
/* At the end of the contents. */
void cog_pdf_index_add_entry (const CogPdfIndex *index, GArray *entries);
/* The index as a section, once all other pages are drawn. (transfer full) */
CogSection *
cog_pdf_index_make_section (const CogPdfIndex *index, CogPdfPageFunc get_page, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfIndex, cog_pdf_index_free)

G_END_DECLS
