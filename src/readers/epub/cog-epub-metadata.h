/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-epub-package.h"

G_BEGIN_DECLS

/* The metadata of a package while they are read, for the files that read them. All borrowed. */
typedef struct
{
  CogEpubPackage *package;
  CogBook *book;
  CogReport *report;
  xmlNode *metadata;
} CogEpubMetadata;

/* The value of the meta that refines an element by id (EPUB 3.3, 5.5.4). (transfer full) (nullable)
 */
char *
cog_epub_metadata_dup_refinement (const CogEpubMetadata *m, const char *id, const char *property);

/* Who made the book, authors first → the credit's agents. */
void cog_epub_metadata_read_people (CogEpubMetadata *m);

G_END_DECLS
