/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-epub-package.h"
#include "cog-normalizer.h"
#include "cog-progress.h"

G_BEGIN_DECLS

/* The state of one reading, for the files of this folder. All is owned by the reader but container
 * and report. */
typedef struct
{
  CogBook *book;
  CogContainer *container;
  CogEpubPackage *package;
  CogNormalizer *normalizer;
  CogReport *report;
  GPtrArray *contents;       /* CogEpubEntry */
  GHashTable *landmarks;     /* file → epub:type */
  GHashTable *printed_pages; /* file#fragment → label */
  GPtrArray *pages;          /* CogEpubPage, in spine order */
  gboolean is_fixed;         /* the pages have a fixed layout */
} CogEpubReading;

/* A document of the spine and the section that it becomes. */
typedef struct
{
  const CogEpubItem *item;
  CogSection *section; /* borrowed once it is in the book */
  gboolean is_linear;
  gboolean is_untitled; /* what the contents call it is not its title */
  gboolean is_contents; /* it may be no more than the book's own table of contents */
} CogEpubPage;

/* The documents of the spine that are the book's own text → pages. */
void cog_epub_list_pages (CogEpubReading *r);
/* Their text → sections. */
gboolean cog_epub_take_pages (CogEpubReading *r,
                              const CogProgress *progress,
                              GCancellable *cancellable,
                              GError **error);

/* Whether a page may be the book's own table of contents. */
gboolean cog_epub_may_be_contents (CogEpubReading *r, const CogEpubItem *item);
/* Takes the lists of a navigation document out of its page. Returns whether text is left there or,
 * in a page of another kind, stands beside the links: text that is nowhere else. */
gboolean cog_epub_take_out_contents (const CogEpubItem *item, xmlNode *body);

/* A page that an edition of ours was given: made anew, and no content. */
gboolean cog_epub_is_generated (const CogEpubReading *r, const CogEpubItem *item);
/* Takes out of a page of ours what the edition added, and returns the element whose children are
 * the section's text. */
xmlNode *cog_epub_strip_own (xmlNode *body);
/* The record of rights that lies in a file of ours → book's credit and credits. */
void cog_epub_read_record (CogEpubReading *r);
/* Whether a section of ours has no title, although the contents need to call it something. */
gboolean cog_epub_is_untitled (const CogEpubReading *r, const xmlNode *section);

/* Marks the places in a page at which a page of the printed edition begins, as far as it is only
 * listed. */
void cog_epub_mark_printed_pages (const CogEpubReading *r, const char *file, xmlNode *body);

/* The tree of sections: pages in spine order, as deep as the table of contents has them. */
void cog_epub_place_pages (CogEpubReading *r);

/* Small pages at the front and back state the licence in prose. */
/* A licence that nothing else states, in prose on the first or last short pages. After the last
 * page. */
void cog_epub_scan_ends (CogEpubReading *r);
gboolean cog_epub_may_state_licence (const CogSection *section, const char *file);
/* What a page states of the work's licence. all: also in its prose. */
void cog_epub_scan_page (CogEpubReading *r, const char *file, const xmlNode *body, gboolean all);
/* A credit that the package gave to a file belongs to the picture, or to the figure around it. */
void cog_epub_place_item_credits (CogEpubReading *r);

/* Notes on a section what language and direction its page states. */
void cog_epub_note_language (CogSection *section, const xmlNode *root);
/* What the package says, the pages say and the words are may be three languages: settles which one
 * is the book's, and drops the marks of pages that only repeat it, or are a slip of a template. */
void cog_epub_settle_language (CogEpubReading *r);

G_END_DECLS
