/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <poppler.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

#define COG_PDF_MAX_PAGES 20000

/* A typeface as the document names it; found by index, so that words stay small. */
typedef struct
{
  char *name; /* "LinBiolinum-Bold", without the prefix of a subset */
  gboolean is_bold, is_italic;
  gboolean is_fixed; /* all letters seen have one advance: valid after all pages were read */
  /* private: widths of letters in parts of their size, and how many were seen */
  double narrowest, widest;
  guint n_measured;
} CogPdfFont;

/**
 * CogPdfFile:
 *
 * A PDF opened twice over the same bytes: by poppler-glib for text, boxes, outline, links and
 * drawing, by qpdf for what poppler does not give (structure tree, marked content, streams as they
 * stand). Nothing in it is ever run. Belongs to one thread.
 */
typedef struct
{
  GBytes *bytes;
  char *name; /* for messages */
  PopplerDocument *poppler;
  qpdf_data qpdf; /* NULL: qpdf cannot read it; text and pages are there all the same */
  guint n_pages;
  GPtrArray *fonts; /* (element-type CogPdfFont) */
  GHashTable *font_index;
  GHashTable *destinations; /* private: named ones that links led to, by name */
  GHashTable *glyph_uses;   /* private: see cog-pdf-glyph-use.h */
} CogPdfFile;

/* Errors: COG_ERROR_ENCRYPTED, COG_ERROR_INPUT (damaged, no pages), COG_ERROR_TOO_LARGE. */
CogPdfFile *cog_pdf_file_new (GBytes *bytes, const char *name, GError **error);
void cog_pdf_file_free (CogPdfFile *self);

/* Index of the typeface of that name; it is made where it is new. name: (nullable) */
guint cog_pdf_file_add_font (CogPdfFile *self, const char *name);
/* (transfer none) */
CogPdfFont *cog_pdf_file_get_font (const CogPdfFile *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogPdfFile, cog_pdf_file_free)

G_END_DECLS
