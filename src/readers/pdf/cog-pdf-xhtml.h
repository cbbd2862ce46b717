/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-layout-join.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/* What the text of a block has anyway, and what is therefore not written as emphasis. */
typedef enum
{
  COG_PDF_PLAIN_NONE = 0,
  COG_PDF_PLAIN_BOLD = 1 << 0,
  COG_PDF_PLAIN_ITALIC = 1 << 1,
  COG_PDF_PLAIN_FIXED = 1 << 2,
} CogPdfPlain;

/**
 * CogPdfXhtml:
 *
 * Writes what was read of a PDF as XHTML for the normalizer: elements that know their place, words
 * with their emphasis and links. For tagged files and for untagged ones.
 */
typedef struct
{
  const CogPdfFile *file;
  CogBook *book;    /* gets the places */
  GPtrArray *pages; /* (element-type CogPdfPage): for their links; borrowed */
  xmlDoc *document;
  xmlNs *xhtml, *epub;
  guint *counters;        /* by page: elements that have an id */
  GArray *anchors;        /* private: where elements with an id begin */
  GHashTable *references; /* (element-type CogPdfWord utf8): words that call a note, and its id */
} CogPdfXhtml;

CogPdfXhtml *cog_pdf_xhtml_new (const CogPdfFile *file, CogBook *book, GPtrArray *pages);
void cog_pdf_xhtml_free (CogPdfXhtml *self);

/* A new element in parent (NULL: it is the root of a piece of its own). */
xmlNode *cog_pdf_xhtml_add (CogPdfXhtml *self, xmlNode *parent, const char *name);
/* The same with an id, and its place noted. box: (nullable) */
xmlNode *cog_pdf_xhtml_add_block (
    CogPdfXhtml *self, xmlNode *parent, const char *name, guint page, const CogPdfBox *box);
/* Gives an element an id and notes its place. (transfer full): the id */
char *
cog_pdf_xhtml_set_place (CogPdfXhtml *self, xmlNode *element, guint page, const CogPdfBox *box);

/* Words with what they look like: emphasis, code, raised and lowered, links.
 * pieces: (element-type CogPdfPiece) */
void
cog_pdf_xhtml_append (CogPdfXhtml *self, xmlNode *parent, const GArray *pieces, CogPdfPlain plain);

/* After all is written: links to a place on a page lead to what begins there. */
void cog_pdf_xhtml_link (CogPdfXhtml *self, xmlNode *root);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfXhtml, cog_pdf_xhtml_free)

G_END_DECLS
