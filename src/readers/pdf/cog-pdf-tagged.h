/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-pdf-content.h"
#include "cog-pdf-structure.h"
#include "cog-report.h"
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
  /* A formula was cut out of that page (nullable). */
  void (*formula) (guint page, gpointer user_data);
} CogPdfTaggedHost;

/* How far a structure tree can be believed. */
typedef struct
{
  guint n_words;     /* that are no artifacts */
  guint n_known;     /* of them: under an id that the tree has */
  guint n_in_blocks; /* of them: in paragraphs, headings, lists, tables, notes */
  guint n_headings, n_paragraphs, n_figures;
  guint n_unknown; /* words under an id that the tree does not have */
  guint n_left;    /* pages that the tree is not asked for */
  guint n_pages;   /* with text or pictures, of all */
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

/* Whether the tree has all that a page shows: a page that is one picture is no scan then, but a
 * cover, say. After the page was added. */
gboolean cog_pdf_tagged_covers (const CogPdfTagged *self, guint number);
/* The tree is not asked for a page: it is kept as a picture, or was read from one. */
void cog_pdf_tagged_leave_page (CogPdfTagged *self, guint number);
/* Nor for pages most of whose words it does not have. After the last page. */
void cog_pdf_tagged_leave_untagged (CogPdfTagged *self);

/* Of the pages that were not left, after the last page. */
CogPdfTrust cog_pdf_tagged_measure (CogPdfTagged *self);
/* Whether the tree says more about the text than its look does: words found, most of them in
 * blocks, headings where the outline tells that there are some, not all one kind of paragraph. */
gboolean cog_pdf_trust_is_sound (const CogPdfTrust *trust, guint n_outline_entries);

/* Writes the whole text as XHTML into body; elements have ids of the form "p12-4" (the page where
 * they begin, and a number). In an edition of ours, the first element of a section has its depth,
 * from 1, as data-section, and its title as data-title. */
void cog_pdf_tagged_write (CogPdfTagged *self, const CogPdfTaggedHost *host, xmlNode *body);
extern const CogFindingKind cog_finding_untagged;

/* What the tree does not have, for the layout: pages that were left, and of others a page with the
 * words that no element holds. pages: all of the file's (nullable elements); owned: takes the pages
 * that are made for this. (element-type CogPdfPage) (nullable elements) (transfer container) */
GPtrArray *cog_pdf_tagged_new_rest (const CogPdfTagged *self, GPtrArray *pages, GPtrArray *owned);
/* Moves blocks that were read from their layout to where they belong among the others. */
void cog_pdf_tagged_merge (CogBook *book, xmlNode *body, xmlNode *rest);
/* The reference of the cover's picture, in an edition of ours that has one; after writing.
 * (transfer none) (nullable) */
const char *cog_pdf_tagged_get_cover (const CogPdfTagged *self);
/* How many elements have got an id of those that cog_pdf_tagged_write() makes. */
guint cog_pdf_tagged_count_ids (const CogPdfTagged *self);
/* Whether a table of contents was left out of it. */
gboolean cog_pdf_tagged_has_contents (const CogPdfTagged *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfTagged, cog_pdf_tagged_free)

G_END_DECLS
