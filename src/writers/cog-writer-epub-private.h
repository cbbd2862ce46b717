/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-markup.h"
#include "cog-zip.h"

G_BEGIN_DECLS

/* A document of the spine. */
typedef struct
{
  const CogSection *section;
  char *id;
  char *file;
  CogMarkupFeatures features;
} CogEpubDocument;

/* The file while it is being written. */
typedef struct
{
  const CogBook *book;
  CogZip *zip;
  CogReport *report;
  CogMarkup *markup;
  GPtrArray *documents;   /* (element-type CogEpubDocument), in reading order */
  GHashTable *by_section; /* CogSection → CogEpubDocument, borrowed */
  const char *language;
  gboolean is_large; /* large print */
  const char *direction;
} CogEpubWriting;

/* type: epub:type of the body, or NULL. */
void cog_epub_begin_page (
    CogEpubWriting *epub, GString *out, const char *title, const char *language, const char *type);
void cog_epub_end_page (GString *out);
/* "frontmatter", "bodymatter" or "backmatter", for the epub:type of a section. */
const char *cog_epub_find_matter (const char *type);
gboolean cog_epub_add (CogEpubWriting *epub, const char *name, const GString *text, GError **error);

/* nav.xhtml and toc.ncx. identifier: the package's. */
gboolean cog_epub_write_navigation (CogEpubWriting *epub, const char *identifier, GError **error);
/* package.opf, once every document's features are known. */
gboolean cog_epub_write_package (CogEpubWriting *epub, const char *identifier, GError **error);

G_END_DECLS
