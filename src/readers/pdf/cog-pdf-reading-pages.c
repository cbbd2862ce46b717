/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-reading-private.h"

#include "cog-evidence-words.h"
#include "cog-pdf-hidden.h"
#include "cog-pdf-join.h"
#include "cog-pdf-ocr.h"
#include "cog-pdf-outline.h"
#include "cog-pdf-reading-findings.h"
#include "cog-pdf-rights.h"
#include "cog-pdf-scan.h"
#include "cog-recognizer.h"

#include <glib/gi18n-lib.h>

#define READ_TO .7 /* of the progress: pages are read; with recognition, as below */
#define OCR_FROM .1
#define OCR_TO .75

static void
judge_page (CogPdfReading *r, const CogPdfPage *page)
{
  switch (cog_pdf_page_judge (page))
    {
    case COG_PDF_PAGE_SCANNED:
      g_array_append_val (r->scanned, page->number);
      break;
    case COG_PDF_PAGE_UNREADABLE:
      g_array_append_val (r->unreadable, page->number);
      break;
    case COG_PDF_PAGE_TEXT:
    case COG_PDF_PAGE_BLANK:
      break;
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *)a, two = *(const guint *)b;

  return one < two ? -1 : one > two;
}

static gboolean
has_number (const GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, guint, i) == number)
      return TRUE;
  return FALSE;
}

static void
find_legal (CogPdfReading *r)
{
  g_autoptr (GArray) outline = cog_pdf_outline_new (r->file);

  for (guint i = 0; i < outline->len; i++)
    {
      const CogPdfOutlineEntry *entry = &g_array_index (outline, CogPdfOutlineEntry, i);

      if (cog_evidence_is_title (entry->title))
        g_array_append_val (r->legal, entry->page);
    }
}

/* Whether words that license the work may stand on a page. */
static gboolean
is_legal (const CogPdfReading *r, guint page)
{
  return cog_pdf_rights_is_place (r->file, page) || has_number (r->legal, page);
}

/* What is wrong with the text of all pages. */
static void
judge_pages (CogPdfReading *r)
{
  if (!cog_pdf_pages_are_backwards (r->pages))
    return;
  for (guint i = 0; i < r->pages->len; i++)
    {
      const CogPdfPage *page = r->pages->pdata[i];

      if (page != NULL && page->words->len > 0 && !has_number (r->scanned, page->number) &&
          !has_number (r->unreadable, page->number))
        g_array_append_val (r->unreadable, page->number);
    }
  g_array_sort (r->unreadable, compare_numbers);
}

static gboolean
recognize (CogPdfReading *r,
           const GArray *numbers,
           GArray *left,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  CogPdfOcr ocr = { r->file,           r->pages, numbers, cog_source_get_options (r->source),
                    r->book->language, r->report };
  CogProgress part = cog_progress_part (progress, OCR_FROM, OCR_TO);

  if (!cog_pdf_ocr_read (&ocr, left, &part, cancellable, error))
    return FALSE;
  for (guint i = 0; i < numbers->len && !r->is_own; i++)
    {
      guint number = g_array_index (numbers, guint, i);

      if (is_legal (r, number) && !has_number (left, number))
        cog_pdf_rights_scan_page (r->file, r->pages->pdata[number - 1], r->book, r->report);
    }
  return TRUE;
}

/* A page without text that can be read is read from its picture where that was asked for; else it
 * is kept as it is seen. Told it is in any case. */
gboolean
cog_pdf_reading_settle_pages (CogPdfReading *r,
                              const CogProgress *progress,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean use_ocr = cog_source_get_options (r->source)->use_ocr;

  judge_pages (r);
  g_array_append_vals (numbers, r->scanned->data, r->scanned->len);
  g_array_append_vals (numbers, r->unreadable->data, r->unreadable->len);
  g_array_sort (numbers, compare_numbers);
  if (use_ocr && !recognize (r, numbers, left, progress, cancellable, error))
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);

      if (!use_ocr || has_number (left, number))
        cog_pdf_page_make_picture (r->pages->pdata[number - 1]);
    }
  if (use_ocr)
    return TRUE;
  cog_pdf_report_pages (r->report, &cog_finding_pages_scanned, r->scanned);
  cog_pdf_report_pages (r->report, &cog_finding_pages_unreadable, r->unreadable);
  if (numbers->len > 0 && !cog_recognizer_is_installed ())
    cog_report_add (r->report, &cog_finding_recognition_missing, r->file->name, NULL, NULL);
  return TRUE;
}

gboolean
cog_pdf_reading_read_pages (CogPdfReading *r,
                            const CogProgress *progress,
                            GCancellable *cancellable,
                            GError **error)
{
  double share = cog_source_get_options (r->source)->use_ocr ? OCR_FROM : READ_TO;
  g_autoptr (CogPdfContent) content =
      r->file->qpdf != NULL ? cog_pdf_content_new (r->file->qpdf) : NULL;

  find_legal (r);
  for (guint i = 1; i <= r->file->n_pages; i++)
    {
      g_autoptr (CogPdfMarks) marks = NULL;
      CogPdfPage *page;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      cog_progress_tell (progress, share * (i - 1) / r->file->n_pages, _ ("Reading pages…"));
      marks = content != NULL ? cog_pdf_content_read (content, i, cancellable) : NULL;
      page = cog_pdf_page_load (r->file, i, marks);
      if (page != NULL && marks != NULL)
        {
          cog_pdf_page_join (page, marks);
          if (r->tagged != NULL)
            cog_pdf_tagged_add_page (r->tagged, page, marks);
          if (!r->is_own && is_legal (r, i))
            cog_pdf_rights_scan_page (r->file, page, r->book, r->report);
          if (r->tagged == NULL || !cog_pdf_tagged_covers (r->tagged, i))
            judge_page (r, page);
        }
      if (page != NULL)
        cog_pdf_page_trim (page);
      g_ptr_array_add (r->pages, page);
    }
  return TRUE;
}

void
cog_pdf_reading_report_hidden (CogPdfReading *r)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < r->pages->len; i++)
    {
      const CogPdfPage *page = r->pages->pdata[i];

      if (page != NULL && page->n_hidden > 0)
        g_array_append_val (numbers, page->number);
    }
  cog_pdf_report_pages (r->report, &cog_finding_text_hidden, numbers);
}
