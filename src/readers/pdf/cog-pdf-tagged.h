/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-content.h"
#include "cog-pdf-structure.h"
#include "cog-source-place.h"
#include "cog-xml.h"

G_BEGIN_DECLS

/* What the tagged arm needs of the reader that it works for. */
typedef struct
{
  /* Cuts an area of a page out as a picture, and returns the reference that an img's src has;
   * NULL: there is nothing to be seen. (transfer full) (nullable) */
  char *(*cut) (guint page, const CogPdfBox *area, gpointer user_data);
  /* Where the element of that id stands. */
  void (*place) (const char *id, const CogSourcePlace *place, gpointer user_data);
  gpointer user_data;
} CogPdfTaggedHost;

/* How far a structure tree can be believed. */
typedef struct
{
  guint n_words;     /* that are no artifacts */
  guint n_known;     /* of them: under an id that the tree has */
  guint n_in_blocks; /* of them: in paragraphs, headings, lists, tables, notes */
  guint n_headings, n_paragraphs, n_figures;
  guint n_unknown; /* words under an id that the tree does not have */
} CogPdfTrust;

/**
 * CogPdfTagged:
 *
 * A tagged PDF's text in the order and with the roles that its structure tree gives it: words,
 * which poppler reads, and elements, which qpdf reads, joined by marked-content ids.
 */
typedef struct _CogPdfTagged CogPdfTagged;

/* Borrows both. (transfer full) */
CogPdfTagged *cog_pdf_tagged_new (CogPdfFile *file, CogPdfStructure *structure);
void cog_pdf_tagged_free (CogPdfTagged *self);
/* An edition of ours: what it added to the book is left out (cog-own-edition.h). */
void cog_pdf_tagged_set_own (CogPdfTagged *self);
/* Every page, in order; its words have been joined. page is borrowed, of marks is kept what is
 * needed. */
void cog_pdf_tagged_add_page (CogPdfTagged *self, const CogPdfPage *page, const CogPdfMarks *marks);

/* After the last page. */
CogPdfTrust cog_pdf_tagged_measure (CogPdfTagged *self);
/* Whether the tree says more about the text than its look does: words found, most of them in
 * blocks, headings where the outline tells that there are some, not all one kind of paragraph. */
gboolean cog_pdf_trust_is_sound (const CogPdfTrust *trust, guint n_outline_entries);

/* Writes the whole text as XHTML into body; elements have ids of the form "p12-4" (the page where
 * they begin, and a number). */
void cog_pdf_tagged_write (CogPdfTagged *self, const CogPdfTaggedHost *host, xmlNode *body);
/* Whether a table of contents was left out of it. */
gboolean cog_pdf_tagged_has_contents (const CogPdfTagged *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfTagged, cog_pdf_tagged_free)

G_END_DECLS
