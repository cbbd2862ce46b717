/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-pdf.h"

#include "cog-layout-document.h"
#include "cog-layout-write.h"
#include "cog-normalizer.h"
#include "cog-pdf-dropped.h"
#include "cog-pdf-figure.h"
#include "cog-pdf-formula.h"
#include "cog-pdf-hidden.h"
#include "cog-pdf-join.h"
#include "cog-pdf-ocr.h"
#include "cog-pdf-reading-findings.h"
#include "cog-pdf-rights.h"
#include "cog-pdf-scan.h"
#include "cog-pdf-sections.h"
#include "cog-pdf-tagged.h"
#include "cog-pdf-title.h"
#include "cog-reader-html.h"
#include "cog-recognizer.h"
#include "cog-xml.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define HEAD 1024  /* bytes in which the signature may stand (ISO 32000-1, annex H, note 13) */
#define READ_TO .7 /* of the progress: pages are read; with recognition, as below */
#define OCR_FROM .1
#define OCR_TO .75

typedef struct
{
  CogSource *source;
  CogBook *book;
  CogReport *report;
  CogPdfFile *file;
  GPtrArray *pages; /* (element-type CogPdfPage) (nullable elements) */
  CogPdfXhtml *xhtml;
  CogPdfStructure *structure; /* (nullable) */
  CogPdfTagged *tagged;       /* (nullable) */
  /* (element-type guint): numbers of pages */
  GArray *scanned, *unreadable, *with_formulas;
  CogNormalizer *normalizer;
  gboolean is_own; /* an edition of ours, with its record */
  CogPdfSections *sections;
  GHashTable *cut;   /* pictures by the number of their object: their names */
  GHashTable *alike; /* those that were drawn, by their SHA-256: the same */
  guint n_cut;
} Reading;

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
judge_page (Reading *r, const CogPdfPage *page)
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

/* What is wrong with the text of all pages. */
static void
judge_pages (Reading *r)
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
recognize (Reading *r,
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

      if (cog_pdf_rights_is_place (r->file, number) && !has_number (left, number))
        cog_pdf_rights_scan_page (r->file, r->pages->pdata[number - 1], r->book, r->report);
    }
  return TRUE;
}

/* A page without text that can be read is read from its picture where that was asked for; else it
 * is kept as it is seen. Told it is in any case. */
static gboolean
settle_pages (Reading *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
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

static gboolean
read_pages (Reading *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  double share = cog_source_get_options (r->source)->use_ocr ? OCR_FROM : READ_TO;
  g_autoptr (CogPdfContent) content =
      r->file->qpdf != NULL ? cog_pdf_content_new (r->file->qpdf) : NULL;

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
          if (!r->is_own && cog_pdf_rights_is_place (r->file, i))
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

/* What an area of a page shows, as a picture of the book: its name. A photograph that stands in
 * several places is taken once, and so is an emblem that every page draws. (transfer full)
 * (nullable) */
static char *
cut_out (Reading *r, guint page, const CogPdfBox *area, const CogPdfPicture *picture)
{
  gpointer key = picture != NULL && picture->is_whole ? GINT_TO_POINTER (picture->object) : NULL;
  const char *known = key != NULL ? g_hash_table_lookup (r->cut, key) : NULL;
  g_autofree char *name = NULL, *sum = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (known != NULL)
    return g_strdup (known);
  bytes = cog_pdf_figure_cut (r->file, page, area, picture);
  if (bytes == NULL)
    return NULL;
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  known = g_hash_table_lookup (r->alike, sum);
  if (known != NULL)
    return g_strdup (known);
  name = g_strdup_printf ("page-%u-%u", page, ++r->n_cut);
  if (!cog_normalizer_add_picture (r->normalizer, name, bytes))
    return NULL;
  if (key != NULL)
    g_hash_table_insert (r->cut, key, g_strdup (name));
  g_hash_table_insert (r->alike, g_steal_pointer (&sum), g_strdup (name));
  return g_steal_pointer (&name);
}

static gboolean
are_alike (const CogPdfBox *a, const CogPdfBox *b)
{
  return fabs (a->x - b->x) < 2 && fabs (a->y - b->y) < 2 && fabs (a->width - b->width) < 3 &&
         fabs (a->height - b->height) < 3;
}

static char *
cut_picture (guint page, const CogPdfBox *area, gpointer user_data)
{
  Reading *r = user_data;
  const CogPdfPage *shown = page >= 1 && page <= r->pages->len ? r->pages->pdata[page - 1] : NULL;
  const CogPdfPicture *found = NULL;

  for (guint i = 0; shown != NULL && i < shown->pictures->len; i++)
    {
      const CogPdfPicture *picture = &g_array_index (shown->pictures, CogPdfPicture, i);

      if (are_alike (&picture->box, area))
        found = picture;
    }
  return cut_out (r, page, area, found);
}

static void
note_formula (guint page, gpointer user_data)
{
  Reading *r = user_data;
  GArray *pages = r->with_formulas;
  guint at = pages->len;

  while (at > 0 && g_array_index (pages, guint, at - 1) > page)
    at--;
  if (at == 0 || g_array_index (pages, guint, at - 1) != page)
    g_array_insert_val (pages, at, page);
}

/* All that the layout found to be a figure. */
static gboolean
cut_figures (Reading *r, GPtrArray *blocks, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind != COG_LAYOUT_FIGURE)
        continue;
      if (block->alt != NULL)
        note_formula (block->page, r);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      block->id = cut_out (r, block->page, &block->box, block->is_picture ? &block->picture : NULL);
    }
  return TRUE;
}

static guint
find_chapter_level (const Reading *r, const GPtrArray *blocks)
{
  guint counts[7] = { 0 };

  for (guint i = 0; i < blocks->len; i++)
    {
      const CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind == COG_LAYOUT_HEADING)
        counts[MIN (block->level, 6)]++;
    }
  return cog_pdf_sections_find_level (r->file->n_pages, counts);
}

static xmlNode *
add_body (Reading *r, const CogLayoutBody *body)
{
  xmlNode *node = cog_pdf_sections_add (r->sections);

  if (body->is_rtl)
    cog_xml_set (node, "dir", "rtl");
  return node;
}

static void
write_sections (Reading *r, const CogLayoutDocument *document)
{
  GPtrArray *blocks = document->blocks;
  guint level = find_chapter_level (r, blocks), first = 0;

  for (guint i = 0; i <= blocks->len; i++)
    {
      const CogLayoutBlock *block = i < blocks->len ? blocks->pdata[i] : NULL;

      if (block != NULL &&
          (i == first || block->kind != COG_LAYOUT_HEADING || level == 0 || block->level > level))
        continue;
      if (i > first)
        cog_layout_write (r->xhtml, add_body (r, &document->body), blocks, first, i,
                          &document->body, document->hyphenated);
      first = i;
    }
}

static void
take_place (const char *id, const CogSourcePlace *place, gpointer user_data)
{
  Reading *r = user_data;

  cog_book_set_place (r->book, id, place);
}

/* Pages that have no words at all are told as scans. */
static void
report_rest (Reading *r, const GPtrArray *blocks)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < blocks->len; i++)
    {
      const CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind != COG_LAYOUT_FIGURE &&
          (numbers->len == 0 || g_array_index (numbers, guint, numbers->len - 1) != block->page))
        g_array_append_val (numbers, block->page);
    }
  cog_pdf_report_pages (r->report, &cog_finding_untagged, numbers);
}

/* What the tags leave is read as it is laid out, and goes where it stands. */
static gboolean
write_rest (Reading *r, xmlNode *all, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_page_close);
  g_autoptr (GPtrArray) pages = cog_pdf_tagged_new_rest (r->tagged, r->pages, owned);
  g_autoptr (CogLayoutDocument) document = cog_layout_document_new (r->file, pages);
  xmlNode *rest;

  if (document->blocks->len == 0)
    return TRUE;
  if (!cut_figures (r, document->blocks, cancellable, error))
    return FALSE;
  g_hash_table_unref (r->xhtml->references);
  r->xhtml->references = g_hash_table_ref (document->references);
  for (guint i = 0; i <= r->file->n_pages; i++)
    r->xhtml->counters[i] = cog_pdf_tagged_count_ids (r->tagged);
  report_rest (r, document->blocks);
  rest = cog_pdf_xhtml_add (r->xhtml, NULL, "body");
  cog_layout_write (r->xhtml, rest, document->blocks, 0, document->blocks->len, &document->body,
                    document->hyphenated);
  cog_pdf_xhtml_link (r->xhtml, rest);
  cog_pdf_tagged_merge (r->book, all, rest);
  xmlUnlinkNode (rest);
  xmlFreeNode (rest);
  return TRUE;
}

/* Tags tell no fraction from what stands beside it, unless they say that it is a formula. */
static void
write_formulas_in_line (Reading *r)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < r->pages->len; i++)
    {
      const CogPdfPage *page = r->pages->pdata[i];
      g_autoptr (GPtrArray) formulas = page != NULL ? cog_pdf_formulas_find (r->file, page) : NULL;

      for (guint k = 0; formulas != NULL && k < formulas->len; k++)
        {
          const CogPdfFormula *formula = formulas->pdata[k];

          if (!formula->has_bars)
            continue;
          cog_pdf_formula_write_in_line (formula, page);
          if (pages->len == 0 || g_array_index (pages, guint, pages->len - 1) != page->number)
            g_array_append_val (pages, page->number);
        }
    }
  cog_pdf_report_pages (r->report, &cog_finding_formulas_in_line, pages);
}

static gboolean
write_tagged (Reading *r, GCancellable *cancellable, GError **error)
{
  CogPdfTaggedHost host = { cut_picture, take_place, r, note_formula };
  xmlNode *all = cog_pdf_xhtml_add (r->xhtml, NULL, "body");
  const char *cover;

  if (!r->is_own)
    write_formulas_in_line (r);
  cog_pdf_tagged_write (r->tagged, &host, all);
  cover = cog_pdf_tagged_get_cover (r->tagged);
  if (cover != NULL)
    r->book->cover = g_strdup (cog_normalizer_add_asset (r->normalizer, NULL, cover));
  if (cog_pdf_tagged_has_contents (r->tagged))
    cog_report_add (r->report, &cog_finding_contents_pages, r->file->name, NULL, NULL);
  if (!r->is_own && !write_rest (r, all, cancellable, error))
    return FALSE;
  cog_pdf_sections_cut (r->sections, all, r->is_own);
  return TRUE;
}

static void
leave_pages (const Reading *r, const GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    cog_pdf_tagged_leave_page (r->tagged, g_array_index (numbers, guint, i));
}

/* Whether the text can be taken as its tags have it. */
static gboolean
has_sound_tags (const Reading *r)
{
  PopplerIndexIter *outline = poppler_index_iter_new (r->file->poppler);
  CogPdfTrust trust;

  if (outline != NULL)
    poppler_index_iter_free (outline);
  if (r->tagged == NULL)
    return FALSE;
  /* A page that is kept as a picture has no tags that could be followed. */
  leave_pages (r, r->scanned);
  leave_pages (r, r->unreadable);
  cog_pdf_tagged_leave_untagged (r->tagged);
  trust = cog_pdf_tagged_measure (r->tagged);
  return cog_pdf_trust_is_sound (&trust, outline != NULL ? 1 : 0);
}

static void
report_hidden (Reading *r)
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

static void
settle_title (Reading *r, gboolean is_tagged)
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
read_all (Reading *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogLayoutDocument) document = NULL;

  r->is_own = cog_pdf_rights_read (r->file, r->book, r->report);
  r->structure = cog_pdf_structure_new (r->file);
  r->tagged = r->structure != NULL ? cog_pdf_tagged_new (r->file, r->structure) : NULL;
  if (r->tagged != NULL && r->is_own)
    cog_pdf_tagged_set_own (r->tagged);
  if (!read_pages (r, progress, cancellable, error))
    return FALSE;
  if (!settle_pages (r, progress, cancellable, error))
    return FALSE;
  cog_pdf_dropped_report (r->file, r->report, cancellable);
  cog_pdf_rights_settle_language (r->file, r->pages, r->book, r->report);
  cog_pdf_pages_mend_destinations (r->file, r->pages);
  r->xhtml = r->sections->xhtml = cog_pdf_xhtml_new (r->file, r->book, r->pages);
  if (has_sound_tags (r))
    {
      if (!write_tagged (r, cancellable, error))
        return FALSE;
    }
  else
    {
      document = cog_layout_document_new (r->file, r->pages);
      if (document->n_contents > 0)
        cog_report_add (r->report, &cog_finding_contents_pages, r->file->name, NULL, NULL);
      g_hash_table_unref (r->xhtml->references);
      r->xhtml->references = g_hash_table_ref (document->references);
      if (!cut_figures (r, document->blocks, cancellable, error))
        return FALSE;
      write_sections (r, document);
      cog_pdf_xhtml_link (r->xhtml, xmlDocGetRootElement (r->xhtml->document));
      cog_pdf_report_pages (r->report, &cog_finding_formulas_in_line, document->formulas);
    }
  cog_pdf_report_pages (r->report, &cog_finding_formulas_drawn, r->with_formulas);
  settle_title (r, document == NULL);
  report_hidden (r);
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
  Reading r = { .source = source, .report = report };
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
