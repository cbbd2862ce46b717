/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-layout.h"
#include "cog-normalizer.h"
#include "cog-pdf-page.h"
#include "cog-pdf-sections.h"
#include "cog-pdf-structure.h"
#include "cog-pdf-tagged.h"
#include "cog-pdf-xhtml.h"
#include "cog-reader.h"

G_BEGIN_DECLS

/**
 * CogPdfReading:
 *
 * A PDF while it is read: cog-reader-pdf.c goes through it once, and its steps are in the
 * cog-pdf-reading-….c. One thread; it lives as long as the call.
 */
typedef struct
{
  CogSource *source;
  CogBook *book;
  CogReport *report;
  const CogProgress *progress; /* (nullable) */
  CogPdfFile *file;
  GPtrArray *pages; /* (element-type CogPdfPage) (nullable elements) */
  CogPdfXhtml *xhtml;
  CogPdfStructure *structure; /* (nullable) */
  CogPdfTagged *tagged;       /* (nullable) */
  /* (element-type guint): numbers of pages */
  GArray *scanned, *unreadable, *with_formulas;
  GArray *legal; /* those to which a bookmark such as "Copyright" leads */
  CogNormalizer *normalizer;
  gboolean is_own; /* an edition of ours, with its record */
  CogPdfSections *sections;
  GHashTable *cut;   /* pictures by the number of their object: their names */
  GHashTable *alike; /* those that were drawn, by their SHA-256: the same */
  guint n_cut;
} CogPdfReading;

/* All pages' words, lines and pictures, and which of them have no text that can be read. FALSE:
 * cancelled. */
gboolean cog_pdf_reading_read_pages (CogPdfReading *r,
                                     const CogProgress *progress,
                                     GCancellable *cancellable,
                                     GError **error);
/* A page without text that can be read is read from its picture where that was asked for; else it
 * is kept as it is seen. Told it is in any case. */
gboolean cog_pdf_reading_settle_pages (CogPdfReading *r,
                                       const CogProgress *progress,
                                       GCancellable *cancellable,
                                       GError **error);
void cog_pdf_reading_report_hidden (CogPdfReading *r);

/* What an area of a page shows, as a picture of the book: its name. user_data: the reading.
 * (transfer full) (nullable) */
char *cog_pdf_reading_cut_picture (guint page, const CogPdfBox *area, gpointer user_data);
void cog_pdf_reading_note_formula (guint page, gpointer user_data);
/* All that the layout found to be a figure. blocks: (element-type CogLayoutBlock). FALSE:
 * cancelled. */
gboolean cog_pdf_reading_cut_figures (CogPdfReading *r,
                                      GPtrArray *blocks,
                                      GCancellable *cancellable,
                                      GError **error);

/* Whether the text can be taken as its tags have it. */
gboolean cog_pdf_reading_has_sound_tags (const CogPdfReading *r);
/* The sections, by the tags or as the text is laid out. FALSE: cancelled. */
gboolean cog_pdf_reading_write_tagged (CogPdfReading *r, GCancellable *cancellable, GError **error);
gboolean
cog_pdf_reading_write_laid_out (CogPdfReading *r, GCancellable *cancellable, GError **error);

G_END_DECLS
