/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-book.h"
#include "cog-container.h"

G_BEGIN_DECLS

/* An item of the manifest (EPUB 3.3, 5.6). */
typedef struct
{
  char *id;
  char *file; /* name in the container; NULL: not there, or remote */
  char *href; /* as written */
  char *media_type;
  char *properties; /* space-separated (nullable) */
  char *fallback;   /* id (nullable) */
} CogEpubItem;

typedef struct
{
  const CogEpubItem *item;
  gboolean is_linear;
} CogEpubSpineItem;

/* The package document, read. */
typedef struct
{
  char *file; /* its name in the container */
  xmlDoc *document;
  GPtrArray *items; /* (element-type CogEpubItem) */
  GHashTable *by_id;
  GHashTable *by_file;
  GPtrArray *spine;    /* (element-type CogEpubSpineItem) */
  char *ncx;           /* file (nullable) */
  char *progression;   /* "rtl", "ltr" (nullable) */
  GHashTable *guide;   /* file → type of guide/reference */
  gboolean is_own;     /* Cognate wrote it */
  gboolean has_record; /* and laid its whole record of rights into it, which was read */
} CogEpubPackage;

CogEpubPackage *cog_epub_package_read (CogContainer *container, CogReport *report, GError **error);
void cog_epub_package_free (CogEpubPackage *package);
/* Titles, people, language, licence evidence → book. Rights of single items are kept with their
 * file as the credit's item; the reader finds the pictures. */
void cog_epub_package_read_metadata (CogEpubPackage *package, CogBook *book, CogReport *report);
gboolean cog_epub_item_has_property (const CogEpubItem *item, const char *property);
/* Follows fallbacks to something that can be read; NULL where there is none. */
const CogEpubItem *cog_epub_package_resolve (CogEpubPackage *package, const CogEpubItem *item);

/* Sets is_own. */
void cog_epub_package_recognise (CogEpubPackage *package);

/* Refuses what is copy-protected; fonts that are only obfuscated are no concern. */
gboolean cog_epub_check_protection (CogContainer *container, GError **error);

/* A row of the table of contents. */
typedef struct
{
  char *title;
  char *file;     /* NULL: a heading without a page */
  char *fragment; /* (nullable) */
  guint depth;    /* 0: top */
} CogEpubEntry;

/* nav, else NCX; empty where there is neither. Are filled: landmarks, file → epub:type; pages, of
 * the printed edition, file#fragment → label. (transfer full) (element-type CogEpubEntry) */
GPtrArray *cog_epub_read_contents (CogEpubPackage *package,
                                   CogContainer *container,
                                   GHashTable *landmarks,
                                   GHashTable *pages,
                                   CogReport *report);

/* Takes label. */
void
cog_epub_add_printed_page (GHashTable *pages, const char *file, const char *fragment, char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogEpubPackage, cog_epub_package_free)

G_END_DECLS
