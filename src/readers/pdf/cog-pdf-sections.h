/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-normalizer.h"
#include "cog-pdf-xhtml.h"
#include "cog-progress.h"

G_BEGIN_DECLS

/**
 * CogPdfSections:
 *
 * The text of a file as it was written, cut into the sections of a book.
 */
typedef struct
{
  CogPdfXhtml *xhtml; /* borrowed; NULL until there is one */
  GArray *parts;      /* private */
} CogPdfSections;

CogPdfSections *cog_pdf_sections_new (void);
void cog_pdf_sections_free (CogPdfSections *self);

/* The level of the headings that begin a section: the highest that there are several of; in a
 * leaflet, only the first. counts: by level, from 1 to 6. 0: there is none */
guint cog_pdf_sections_find_level (guint n_pages, const guint *counts);

/* A new section. (transfer none): its body */
xmlNode *cog_pdf_sections_add (CogPdfSections *self);
/* Moves what stands in all into sections, and frees it: at each heading of the level that chapters
 * have or, in an edition of ours, where it says (see cog_pdf_tagged_write()). */
void cog_pdf_sections_cut (CogPdfSections *self, xmlNode *all, gboolean is_own);

/* The first heading. (transfer full) (nullable) */
char *cog_pdf_sections_dup_title (const CogPdfSections *self);

/* Makes the book's sections of them; one without a heading has the book's title. */
gboolean cog_pdf_sections_take (CogPdfSections *self,
                                CogNormalizer *normalizer,
                                CogBook *book,
                                const CogProgress *progress,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
