/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-pdf-finish.h"

#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

typedef struct
{
  const CogPdfFinish *finish;
  qpdf_data qpdf;
  gint *page_ids; /* object numbers, by sheet */
  guint n_sheets;
  gint *annotation_ids; /* 0: none: it leads nowhere */
  gint tree_id;
  gboolean is_booklet; /* for the printer alone: no tags, no links, no bookmarks */
} CogPdfFile;

/* An object that can be referred to before it is written. */
gint cog_pdf_file_reserve (CogPdfFile *file);
void cog_pdf_file_put (CogPdfFile *file, gint id, const char *object);
void cog_pdf_file_set (CogPdfFile *file, qpdf_oh dictionary, const char *key, const char *object);
/* A text string, (…) or <…>. */
void cog_pdf_append_string (GString *out, const char *text);
/* A real number after a space. */
void cog_pdf_append_number (GString *out, double number);
/* A sheet's number as it stands on it. */
guint cog_pdf_file_get_number (const CogPdfFile *file, guint sheet);

void cog_pdf_structure_write (CogPdfFile *file, qpdf_oh root);
void cog_pdf_links_write (CogPdfFile *file);
void cog_pdf_outline_write (CogPdfFile *file, qpdf_oh root);
/* Names the marked pieces of a page. FALSE where they are not those that were drawn. */
gboolean cog_pdf_marks_write (CogPdfFile *file, guint sheet, qpdf_oh page);
/* Puts the pages beside each other on sheets: after all else that is done to pages. */
void cog_pdf_booklet_write (CogPdfFile *file);
/* Takes the colours out of what cairo wrote, where the edition is to be grey: before the structure
 * tree, in which there is nothing to look for. */
void cog_pdf_grey_write (CogPdfFile *file);
/* What PDF/A-2u wants; nothing where the edition is not to be one. */
void cog_pdf_archive_write (CogPdfFile *file, qpdf_oh root);
/* PDF/A's part of the metadata: an rdf:Description. */
void cog_pdf_archive_append_schemas (GString *out, const char *record_uri);
void cog_pdf_metadata_write (CogPdfFile *file, qpdf_oh root);

G_END_DECLS
