/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-pdf.h"

#include "cog-pdf-dropped.h"
#include "cog-pdf-join.h"
#include "cog-pdf-reading-findings.h"
#include "cog-pdf-reading-private.h"
#include "cog-pdf-rights.h"
#include "cog-pdf-title.h"
#include "cog-reader-html.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD 1024 /* bytes in which the signature may stand (ISO 32000-1, annex H, note 13) */

static int
bid (CogSource *source)
{
  gsize size;
  const char *data;

  if (cog_source_is_folder (source))
    return 0;
  data = g_bytes_get_data (cog_source_get_bytes (source), &size);
  if (data == NULL || size < 5)
    return 0;
  if (memcmp (data, "%PDF-", 5) == 0)
    return 98;
  return memmem (data, MIN (size, HEAD), "%PDF-", 5) != NULL ? 70 : 0;
}

static void
settle_title (CogPdfReading *r, gboolean is_tagged)
{
  CogCredit *credit = r->book->credit;
  const char *dot = strrchr (r->file->name, '.');

  if (credit->title == NULL && r->file->qpdf == NULL)
    credit->title = poppler_document_get_title (r->file->poppler);
  if (credit->title != NULL && g_strstrip (credit->title)[0] == '\0')
    g_clear_pointer (&credit->title, g_free);
  /* A heading that the file calls one is better than what looks like one. */
  if (credit->title == NULL && !is_tagged)
    credit->title = cog_pdf_title_find (r->pages);
  if (credit->title == NULL)
    credit->title = cog_pdf_sections_dup_title (r->sections);
  if (credit->title == NULL)
    credit->title = dot != NULL && dot > r->file->name
                        ? g_strndup (r->file->name, (gsize)(dot - r->file->name))
                        : g_strdup (r->file->name);
}

static gboolean
read_all (CogPdfReading *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  gboolean is_tagged;

  r->is_own = cog_pdf_rights_read (r->file, r->book, r->report);
  r->structure = cog_pdf_structure_new (r->file);
  r->tagged = r->structure != NULL ? cog_pdf_tagged_new (r->file, r->structure) : NULL;
  if (r->tagged != NULL && r->is_own)
    cog_pdf_tagged_set_own (r->tagged);
  if (!cog_pdf_reading_read_pages (r, progress, cancellable, error))
    return FALSE;
  if (!cog_pdf_reading_settle_pages (r, progress, cancellable, error))
    return FALSE;
  cog_pdf_dropped_report (r->file, r->report, cancellable);
  cog_pdf_rights_settle_language (r->file, r->pages, r->book, r->report);
  cog_pdf_pages_mend_destinations (r->file, r->pages);
  r->xhtml = r->sections->xhtml = cog_pdf_xhtml_new (r->file, r->book, r->pages);
  is_tagged = cog_pdf_reading_has_sound_tags (r);
  if (!(is_tagged ? cog_pdf_reading_write_tagged (r, cancellable, error)
                  : cog_pdf_reading_write_laid_out (r, cancellable, error)))
    return FALSE;
  cog_pdf_report_pages (r->report, &cog_finding_formulas_drawn, r->with_formulas);
  settle_title (r, is_tagged);
  cog_pdf_reading_report_hidden (r);
  if (!cog_pdf_sections_take (r->sections, r->normalizer, r->book, progress, cancellable, error))
    return FALSE;
  cog_reader_html_finish (r->book, r->normalizer, r->report, cancellable);
  return TRUE;
}

static CogBook *
read_pdf (CogSource *source,
          CogReport *report,
          const CogProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  CogPdfReading r = { .source = source, .report = report, .progress = progress };
  gboolean ok;

  r.file = cog_pdf_file_new (cog_source_get_bytes (source), cog_source_get_name (source), error);
  if (r.file == NULL)
    return NULL;
  r.book = cog_book_new ();
  r.pages = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_page_close);
  r.sections = cog_pdf_sections_new ();
  r.scanned = g_array_new (FALSE, FALSE, sizeof (guint));
  r.unreadable = g_array_new (FALSE, FALSE, sizeof (guint));
  r.with_formulas = g_array_new (FALSE, FALSE, sizeof (guint));
  r.legal = g_array_new (FALSE, FALSE, sizeof (guint));
  r.cut = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  r.alike = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  r.normalizer = cog_normalizer_new (r.book, NULL, report);
  ok = read_all (&r, progress, cancellable, error);
  cog_normalizer_free (r.normalizer);
  g_clear_pointer (&r.tagged, cog_pdf_tagged_free);
  g_clear_pointer (&r.structure, cog_pdf_structure_free);
  g_clear_pointer (&r.xhtml, cog_pdf_xhtml_free);
  cog_pdf_sections_free (r.sections);
  g_array_unref (r.scanned);
  g_array_unref (r.unreadable);
  g_array_unref (r.with_formulas);
  g_array_unref (r.legal);
  g_hash_table_unref (r.cut);
  g_hash_table_unref (r.alike);
  g_ptr_array_unref (r.pages);
  cog_pdf_file_free (r.file);
  if (!ok)
    g_clear_pointer (&r.book, cog_book_free);
  return r.book;
}

static const char *const extensions[] = { "pdf", NULL };
static const char *const media_types[] = { "application/pdf", NULL };

const CogReader cog_reader_pdf = {
  .id = "pdf",
  .name = N_ ("PDF document"),
  .extensions = extensions,
  .media_types = media_types,
  .bid = bid,
  .read = read_pdf,
  .n_levels = -1,
};
