/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-epub-reading.h"

G_BEGIN_DECLS

/**
 * CogEpubPiece:
 *
 * What becomes a section. Producers cut books into files by size as often as by chapter: a file may
 * hold several chapters, and the end of one that began in the file before; a chapter may fill
 * several files. The table of contents says where they really begin.
 */
typedef struct
{
  CogSection *section;
  const CogEpubPage *page;
  int row;     /* of the contents; -1: it does not name this piece */
  guint level; /* of its first heading, as the file has it; 0: it has none */
} CogEpubPiece;

/* The pages, cut where the contents say that a section begins. (transfer full) (element-type
 * CogEpubPiece) */
GPtrArray *cog_epub_cut_pages (CogEpubReading *r);

/* Joins each piece that only goes on with what stands before it to that. */
void cog_epub_join_pieces (CogEpubReading *r, GPtrArray *pieces);

G_END_DECLS
