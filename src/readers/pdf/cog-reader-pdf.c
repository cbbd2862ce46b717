/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader-pdf.h"

#include "cog-layout-document.h"
#include "cog-layout-write.h"
#include "cog-normalizer.h"
#include "cog-pdf-figure.h"
#include "cog-pdf-join.h"
#include "cog-pdf-reading-findings.h"
#include "cog-pdf-rights.h"
#include "cog-pdf-scan.h"
#include "cog-pdf-tagged.h"
#include "cog-reader-html.h"
#include "cog-xml.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define HEAD 1024 /* bytes in which the signature may stand (ISO 32000-1, annex H, note 13) */
#define MIN_CHAPTERS 2
#define MIN_PAGES 6 /* a leaflet is one section, whatever its headings are */

typedef struct
{
  CogBook *book;
  CogReport *report;
  CogPdfFile *file;
  GPtrArray *pages; /* (element-type CogPdfPage) (nullable elements) */
  CogPdfXhtml *xhtml;
  CogPdfStructure *structure;   /* (nullable) */
  CogPdfTagged *tagged;         /* (nullable) */
  GArray *scanned, *unreadable; /* (element-type guint): numbers of pages */
  CogNormalizer *normalizer;
  gboolean is_own;   /* an edition of ours, with its record */
  GPtrArray *bodies; /* (element-type xmlNode): one a section */
  GHashTable *cut;   /* pictures by the number of their object: their names */
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

/* A page without text that can be read is kept as it is seen, and told. */
static void
judge_page (Reading *r, CogPdfPage *page)
{
  switch (cog_pdf_page_judge (page))
    {
    case COG_PDF_PAGE_SCANNED:
      g_array_append_val (r->scanned, page->number);
      cog_pdf_page_make_picture (page);
      break;
    case COG_PDF_PAGE_UNREADABLE:
      g_array_append_val (r->unreadable, page->number);
      cog_pdf_page_make_picture (page);
      break;
    case COG_PDF_PAGE_TEXT:
    case COG_PDF_PAGE_BLANK:
      break;
    }
}

static void
report_pages (Reading *r, const CogFindingKind *kind, const GArray *pages)
{
  g_autofree char *numbers = cog_pdf_pages_to_string (pages);

  if (pages->len > 0)
    cog_report_add (r->report, kind, r->file->name, numbers, NULL);
}

/* What is wrong with the text of all pages, and what is to be told of some. */
static void
judge_pages (Reading *r)
{
  if (cog_pdf_pages_are_backwards (r->pages))
    for (guint i = 0; i < r->pages->len; i++)
      {
        CogPdfPage *page = r->pages->pdata[i];

        if (page == NULL || page->words->len == 0)
          continue;
        g_array_append_val (r->unreadable, page->number);
        cog_pdf_page_make_picture (page);
      }
  report_pages (r, &cog_finding_pages_scanned, r->scanned);
  report_pages (r, &cog_finding_pages_unreadable, r->unreadable);
}

static gboolean
read_pages (Reading *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogPdfContent) content =
      r->file->qpdf != NULL ? cog_pdf_content_new (r->file->qpdf) : NULL;

  for (guint i = 1; i <= r->file->n_pages; i++)
    {
      CogPdfPage *page;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      cog_progress_tell (progress, 0.7 * (i - 1) / r->file->n_pages, _ ("Reading pages…"));
      page = cog_pdf_page_load (r->file, i);
      if (page != NULL && content != NULL)
        {
          g_autoptr (CogPdfMarks) marks = cog_pdf_page_join (page, content, cancellable);

          if (r->tagged != NULL)
            cog_pdf_tagged_add_page (r->tagged, page, marks);
          if (!r->is_own && cog_pdf_rights_is_place (r->file, i))
            cog_pdf_rights_scan_page (r->file, page, r->book, r->report);
          judge_page (r, page);
        }
      if (page != NULL)
        cog_pdf_page_trim (page);
      g_ptr_array_add (r->pages, page);
    }
  return TRUE;
}

/* What an area of a page shows, as a picture of the book: its name. A photograph that stands in
 * several places is taken once. (transfer full) (nullable) */
static char *
cut_out (Reading *r, guint page, const CogPdfBox *area, const CogPdfPicture *picture)
{
  gpointer key = picture != NULL && picture->is_whole ? GINT_TO_POINTER (picture->object) : NULL;
  const char *known = key != NULL ? g_hash_table_lookup (r->cut, key) : NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (known != NULL)
    return g_strdup (known);
  bytes = cog_pdf_figure_cut (r->file, page, area, picture);
  if (bytes == NULL)
    return NULL;
  name = g_strdup_printf ("page-%u-%u", page, ++r->n_cut);
  if (!cog_normalizer_add_picture (r->normalizer, name, bytes))
    return NULL;
  if (key != NULL)
    g_hash_table_insert (r->cut, key, g_strdup (name));
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

/* All that the layout found to be a figure. */
static gboolean
cut_figures (Reading *r, GPtrArray *blocks, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind != COG_LAYOUT_FIGURE)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      block->id = cut_out (r, block->page, &block->box, block->is_picture ? &block->picture : NULL);
    }
  return TRUE;
}

/* The level of the headings that begin a section: the highest that there are several of. */
static guint
find_chapter_level (const Reading *r, const GPtrArray *blocks)
{
  guint counts[7] = { 0 };

  if (r->file->n_pages < MIN_PAGES)
    return 0;
  for (guint i = 0; i < blocks->len; i++)
    {
      const CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind == COG_LAYOUT_HEADING)
        counts[MIN (block->level, 6)]++;
    }
  for (guint level = 1; level <= 2; level++)
    if (counts[level] >= MIN_CHAPTERS)
      return level;
  return 0;
}

static xmlNode *
add_body (Reading *r, const CogLayoutBody *body)
{
  xmlNode *node = cog_pdf_xhtml_add (r->xhtml, NULL, "body");

  if (body->is_rtl)
    cog_xml_set (node, "dir", "rtl");
  g_ptr_array_add (r->bodies, node);
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

/* A new section at each heading of the level that chapters have; 0: there are none. */
static guint
find_heading_level (const Reading *r, const xmlNode *body)
{
  guint counts[7] = { 0 };

  for (xmlNode *n = cog_xml_first_element (body); n != NULL; n = cog_xml_next_element (n))
    if (n->name[0] == 'h' && n->name[1] >= '1' && n->name[1] <= '6')
      counts[n->name[1] - '0']++;
  for (guint level = 1; level <= 2 && r->file->n_pages >= MIN_PAGES; level++)
    if (counts[level] >= MIN_CHAPTERS)
      return level;
  return 0;
}

static void
write_tagged (Reading *r)
{
  CogPdfTaggedHost host = { cut_picture, take_place, r };
  xmlNode *all = cog_pdf_xhtml_add (r->xhtml, NULL, "body"), *body = NULL;
  guint level;

  cog_pdf_tagged_write (r->tagged, &host, all);
  if (cog_pdf_tagged_has_contents (r->tagged))
    cog_report_add (r->report, &cog_finding_contents_pages, r->file->name, NULL, NULL);
  level = find_heading_level (r, all);
  for (xmlNode *n = all->children, *next; n != NULL; n = next)
    {
      gboolean is_start =
          n->name[0] == 'h' && g_ascii_isdigit ((char)n->name[1]) && n->name[1] - '0' <= (int)level;

      next = n->next;
      if (body == NULL || (is_start && body->children != NULL))
        {
          body = cog_pdf_xhtml_add (r->xhtml, NULL, "body");
          g_ptr_array_add (r->bodies, body);
        }
      xmlUnlinkNode (n);
      xmlAddChild (body, n);
    }
  xmlUnlinkNode (all);
  xmlFreeNode (all);
}

/* Whether the text can be taken as its tags have it. */
static gboolean
has_sound_tags (const Reading *r)
{
  PopplerIndexIter *outline = poppler_index_iter_new (r->file->poppler);
  CogPdfTrust trust;

  if (outline != NULL)
    poppler_index_iter_free (outline);
  /* A page that is kept as a picture has no tags that could be followed. */
  if (r->tagged == NULL || r->scanned->len + r->unreadable->len > 0)
    return FALSE;
  trust = cog_pdf_tagged_measure (r->tagged);
  return cog_pdf_trust_is_sound (&trust, outline != NULL ? 1 : 0);
}

static char *
dup_title (const xmlNode *body)
{
  for (xmlNode *n = cog_xml_first_element (body); n != NULL; n = cog_xml_next_element (n))
    if (n->name[0] == 'h' && g_ascii_isdigit ((char)n->name[1]))
      return cog_xml_dup_folded_text (n);
  return NULL;
}

static void
settle_title (Reading *r)
{
  CogCredit *credit = r->book->credit;
  const char *dot = strrchr (r->file->name, '.');

  if (credit->title == NULL)
    credit->title = poppler_document_get_title (r->file->poppler);
  if (credit->title != NULL && g_strstrip (credit->title)[0] == '\0')
    g_clear_pointer (&credit->title, g_free);
  for (guint i = 0; i < r->bodies->len && credit->title == NULL; i++)
    credit->title = dup_title (r->bodies->pdata[i]);
  if (credit->title == NULL)
    credit->title = dot != NULL && dot > r->file->name
                        ? g_strndup (r->file->name, (gsize)(dot - r->file->name))
                        : g_strdup (r->file->name);
}

static gboolean
take_sections (Reading *r, const CogProgress *progress, GCancellable *cancellable, GError **error)
{
  cog_normalizer_set_plain_ids (r->normalizer);
  for (guint i = 0; i < r->bodies->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("pages-%u", i + 1);
      CogSection *section = cog_section_new (id, NULL);

      section->title = dup_title (r->bodies->pdata[i]);
      if (section->title == NULL || section->title[0] == '\0')
        {
          g_free (section->title);
          section->title = g_strdup (r->book->credit->title);
        }
      section->origin = g_strdup (r->file->name);
      g_ptr_array_add (r->book->sections, section);
      cog_normalizer_declare (r->normalizer, id, id);
    }
  for (guint i = 0; i < r->bodies->len; i++)
    {
      CogSection *section = r->book->sections->pdata[i];

      cog_progress_tell (progress, 0.8 + 0.15 * i / r->bodies->len, _ ("Reading pages…"));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      cog_normalizer_take (r->normalizer, section->id, r->bodies->pdata[i], section);
    }
  return TRUE;
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
  judge_pages (r);
  cog_pdf_rights_settle_language (r->file, r->pages, r->book, r->report);
  cog_pdf_pages_mend_destinations (r->file, r->pages);
  r->xhtml = cog_pdf_xhtml_new (r->file, r->book, r->pages);
  if (has_sound_tags (r))
    write_tagged (r);
  else
    {
      document = cog_layout_document_new (r->file, r->pages);
      g_hash_table_unref (r->xhtml->references);
      r->xhtml->references = g_hash_table_ref (document->references);
      if (!cut_figures (r, document->blocks, cancellable, error))
        return FALSE;
      write_sections (r, document);
      cog_pdf_xhtml_link (r->xhtml, xmlDocGetRootElement (r->xhtml->document));
    }
  settle_title (r);
  if (!take_sections (r, progress, cancellable, error))
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
  Reading r = { .report = report };
  gboolean ok;

  r.file = cog_pdf_file_new (cog_source_get_bytes (source), cog_source_get_name (source), error);
  if (r.file == NULL)
    return NULL;
  r.book = cog_book_new ();
  r.pages = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_page_close);
  r.bodies = g_ptr_array_new ();
  r.scanned = g_array_new (FALSE, FALSE, sizeof (guint));
  r.unreadable = g_array_new (FALSE, FALSE, sizeof (guint));
  r.cut = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  r.normalizer = cog_normalizer_new (r.book, NULL, report);
  ok = read_all (&r, progress, cancellable, error);
  cog_normalizer_free (r.normalizer);
  g_clear_pointer (&r.tagged, cog_pdf_tagged_free);
  g_clear_pointer (&r.structure, cog_pdf_structure_free);
  g_clear_pointer (&r.xhtml, cog_pdf_xhtml_free);
  g_ptr_array_unref (r.bodies);
  g_array_unref (r.scanned);
  g_array_unref (r.unreadable);
  g_hash_table_unref (r.cut);
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
