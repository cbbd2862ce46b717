/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-reading-private.h"

#include "cog-layout-document.h"
#include "cog-layout-write.h"
#include "cog-pdf-formula.h"
#include "cog-pdf-reading-findings.h"
#include "cog-xml.h"

static void
take_place (const char *id, const CogSourcePlace *place, gpointer user_data)
{
  CogPdfReading *r = user_data;

  cog_book_set_place (r->book, id, place);
}

/* Pages that have no words at all are told as scans. */
static void
report_rest (CogPdfReading *r, const GPtrArray *blocks)
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
write_rest (CogPdfReading *r, xmlNode *all, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_page_close);
  g_autoptr (GPtrArray) pages = cog_pdf_tagged_new_rest (r->tagged, r->pages, owned);
  g_autoptr (CogLayoutDocument) document = cog_layout_document_new (r->file, pages);
  xmlNode *rest;

  if (document->blocks->len == 0)
    return TRUE;
  if (!cog_pdf_reading_cut_figures (r, document->blocks, cancellable, error))
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
write_formulas_in_line (CogPdfReading *r)
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

gboolean
cog_pdf_reading_write_tagged (CogPdfReading *r, GCancellable *cancellable, GError **error)
{
  CogPdfTaggedHost host = { cog_pdf_reading_cut_picture, take_place, r,
                            cog_pdf_reading_note_formula };
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
leave_pages (const CogPdfReading *r, const GArray *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    cog_pdf_tagged_leave_page (r->tagged, g_array_index (numbers, guint, i));
}

/* Whether the text can be taken as its tags have it. */
gboolean
cog_pdf_reading_has_sound_tags (const CogPdfReading *r)
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
