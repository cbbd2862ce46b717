/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout-doubt.h"

G_BEGIN_DECLS

/* What the layout of a document without tags comes to. */
typedef struct
{
  GPtrArray *blocks; /* (element-type CogLayoutBlock): of all pages, in the order of reading */
  CogLayoutBody body;
  GHashTable *references; /* words that call a note, and its id: see CogPdfXhtml */
  guint n_contents;       /* pages whose printed table of contents was left out */
  GHashTable *hyphenated; /* see cog_layout_pieces_new() */
  GArray *formulas; /* (element-type guint): pages with some that were written in a line of text */
  GArray *doubts;   /* (element-type CogLayoutDoubt): of each page that was laid out */
} CogLayoutDocument;

/* pages: (element-type CogPdfPage) (nullable elements): all of the file's, in order; furniture is
 * marked in them. */
CogLayoutDocument *cog_layout_document_new (const CogPdfFile *file, GPtrArray *pages);
void cog_layout_document_free (CogLayoutDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogLayoutDocument, cog_layout_document_free)

G_END_DECLS
