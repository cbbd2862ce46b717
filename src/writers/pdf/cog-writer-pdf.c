/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-writer-pdf.h"

#include "cog-attribution.h"
#include "cog-language.h"
#include "cog-pdf-builder.h"
#include "cog-pdf-cover.h"
#include "cog-pdf-entries.h"
#include "cog-pdf-findings.h"
#include "cog-pdf-finish.h"
#include "cog-pdf-front.h"
#include "cog-pdf-index.h"
#include "cog-pdf-pages.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define MAX_HEAD 70 /* characters of a running head */

/* One edition in the making. Chapters are laid out, drawn and let go one after another; the
 * contents are laid out first, to know how many pages they are, and drawn last. */
typedef struct
{
  CogPdfComposer composer;
  CogPdfCanvas *canvas;
  GArray *entries;
  CogPdfFlow *contents;
  GPtrArray *contents_pages;
  CogPdfIndex *index; /* (nullable) */
  guint n_front;
  guint number; /* of the last page that was numbered */
} Edition;

static char *
dup_head (const char *text)
{
  g_autofree char *folded = cog_xml_fold_space (text);

  if (g_utf8_strlen (folded, -1) > MAX_HEAD)
    {
      *g_utf8_offset_to_pointer (folded, MAX_HEAD) = '\0';
      return g_strconcat (g_strchomp (folded), "…", NULL);
    }
  return g_steal_pointer (&folded);
}

static CogPdfParagraph *
make_furniture (Edition *edition, const char *text, CogPdfAlign align, double width)
{
  const CogPdfStyle *style = edition->composer.style;
  CogPdfSetting setting = { .text = COG_PDF_TEXT_FURNITURE,
                            .language = style->language,
                            .is_rtl = style->is_rtl,
                            .align = align,
                            .is_bold = align == COG_PDF_ALIGN_CENTER, /* the word for a draft */
                            .width = width };

  return text != NULL ? cog_pdf_paragraph_new_for_text (&edition->composer, text, &setting) : NULL;
}

/* What stands at the head and the foot is on the side opposite to the binding. */
static void
draw_page (Edition *edition, CogPdfPage *page, const char *title, gboolean has_furniture)
{
  const CogBook *book = edition->composer.book;
  const CogPdfStyle *style = edition->composer.style;
  const char *language = style->language;
  guint number = ++edition->number;
  gboolean is_at_end = cog_pdf_style_is_left_page (style, number) == style->is_rtl;
  CogPdfAlign outer = is_at_end ? COG_PDF_ALIGN_END : COG_PDF_ALIGN_START;
  /* One that stands sideways has them where the others have. */
  double width = style->is_bound ? style->text_width : cog_pdf_page_get_width (page, style);
  g_autofree char *head =
      title != NULL ? dup_head (number % 2 == 1 ? title : cog_book_get_title (book)) : NULL;
  g_autofree char *folio = cog_language_format_number (language, number);
  g_autoptr (CogPdfParagraph) head_line = make_furniture (edition, head, outer, width);
  g_autoptr (CogPdfParagraph) folio_line =
      has_furniture ? make_furniture (edition, folio, outer, width) : NULL;
  g_autoptr (CogPdfParagraph) draft_line =
      book->is_draft ? make_furniture (edition, cog_attribution_get_word (language, "draft"),
                                       COG_PDF_ALIGN_CENTER, width)
                     : NULL;
  CogPdfFurniture furniture = { number, head_line, folio_line, draft_line };

  if (style->is_bound)
    cog_pdf_pictures_begin_page (edition->composer.pictures, number);
  cog_pdf_page_draw (page, edition->canvas, &furniture);
}

static const CogPdfItem *
get_first (const CogPdfPage *page)
{
  return page->placed->len > 0 ? g_array_index (page->placed, CogPdfPlaced, 0).item : NULL;
}

/* The chapter that a page's first line is in; none on a page that opens one. */
static const char *
get_head (const CogPdfPage *page)
{
  const CogPdfItem *first = get_first (page);

  return first != NULL && !first->is_page_start ? first->head : NULL;
}

static void
draw_empty (Edition *edition)
{
  CogPdfPage *empty = cog_pdf_page_new ();
  CogPdfFurniture furniture = { 0 };

  furniture.number = ++edition->number;
  cog_pdf_page_draw (empty, edition->canvas, &furniture);
  cog_pdf_page_free (empty);
}

/* Bound, what begins where a sheet of the book does has an odd number: the side before it may have
 * to be left empty. */
static void
open_recto (Edition *edition)
{
  if (edition->composer.style->is_bound && edition->number % 2 == 1)
    draw_empty (edition);
}

/* Two pages that face each other: the first has an even number. */
static void
draw_spread (Edition *edition, CogPdfPage *page)
{
  if (edition->number % 2 == 0)
    draw_empty (edition);
  page->is_other = !page->columns->is_main_first;
  draw_page (edition, page, get_head (page), TRUE);
  page->is_other = !page->is_other;
  draw_page (edition, page, get_head (page), TRUE);
}

static void
draw_flow (Edition *edition, CogPdfFlow *flow)
{
  g_autoptr (GPtrArray) pages = NULL;

  if (flow->items->len == 0)
    return;
  pages = cog_pdf_pages_new (&edition->composer, flow);
  for (guint i = 0; i < pages->len && !g_cancellable_is_cancelled (edition->composer.cancellable);
       i++)
    {
      CogPdfPage *page = g_ptr_array_index (pages, i);
      const CogPdfItem *first = get_first (page);

      page->columns = &flow->columns;
      if (flow->columns.sides == COG_SIDES_PAGES)
        {
          draw_spread (edition, page);
          continue;
        }
      if (first != NULL && first->is_recto_start)
        open_recto (edition);
      draw_page (edition, page, get_head (page), TRUE);
    }
}

static void
draw_cover (Edition *edition)
{
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (CogPdfFlow) flow = cog_pdf_cover_new (&edition->composer, &pages);

  if (flow != NULL)
    draw_page (edition, g_ptr_array_index (pages, 0), NULL, FALSE);
  else
    edition->composer.cover = NULL; /* cannot be shown: what it is in words stands in its place */
  cog_pdf_pictures_forget (edition->composer.pictures);
}

static void
draw_title (Edition *edition)
{
  g_autoptr (CogPdfFlow) flow = cog_pdf_front_new_title (&edition->composer);
  g_autoptr (GPtrArray) pages = cog_pdf_pages_new (&edition->composer, flow);

  open_recto (edition);
  for (guint i = 0; i < pages->len; i++)
    draw_page (edition, g_ptr_array_index (pages, i), NULL, FALSE);
}

static void
draw_section (Edition *edition, const CogSection *section)
{
  g_autoptr (CogPdfFlow) flow = cog_pdf_builder_build (&edition->composer, section);

  draw_flow (edition, flow);
  cog_pdf_pictures_forget (edition->composer.pictures);
}

/* How many leading sections stand before the contents: the copyright page. */
static guint
count_front (const CogBook *book)
{
  guint n = 0;

  while (n < book->sections->len &&
         g_strcmp0 (((const CogSection *)g_ptr_array_index (book->sections, n))->id,
                    "cognate-copyright") == 0)
    n++;
  return n;
}

static void
prepare_contents (Edition *edition)
{
  edition->entries = cog_pdf_entries_new (edition->composer.book);
  if (edition->index != NULL)
    cog_pdf_index_add_entry (edition->index, edition->entries);
  edition->contents =
      cog_pdf_front_new_contents (&edition->composer, edition->entries, &edition->contents_pages);
  if (edition->contents == NULL)
    edition->contents_pages = g_ptr_array_new ();
  else
    open_recto (edition);
  edition->n_front = edition->canvas->sheets->len;
  edition->number += edition->contents_pages->len;
}

static guint
get_page (const char *id, gpointer user_data)
{
  const Edition *edition = user_data;
  const CogPdfPlace *place = g_hash_table_lookup (edition->canvas->places, id);

  if (place == NULL)
    return 0;
  return place->sheet + 1 + (place->sheet >= edition->n_front ? edition->contents_pages->len : 0);
}

static void
draw_index (Edition *edition)
{
  g_autoptr (CogSection) section =
      edition->index != NULL ? cog_pdf_index_make_section (edition->index, get_page, edition)
                             : NULL;

  if (section != NULL)
    draw_section (edition, section);
}

static void
draw_contents (Edition *edition)
{
  if (edition->contents == NULL)
    return;
  cog_pdf_front_number_contents (&edition->composer, edition->contents, edition->canvas,
                                 edition->n_front, edition->contents_pages->len);
  edition->number = edition->n_front;
  for (guint i = 0; i < edition->contents_pages->len; i++)
    draw_page (edition, g_ptr_array_index (edition->contents_pages, i), NULL, TRUE);
}

static gboolean
draw (Edition *edition, const CogProgress *progress, GError **error)
{
  const GPtrArray *sections = edition->composer.book->sections;
  guint n_before = count_front (edition->composer.book);

  draw_cover (edition);
  draw_title (edition);
  for (guint i = 0; i < sections->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (edition->composer.cancellable, error))
        return FALSE;
      cog_progress_tell (progress, .85 * i / sections->len, _ ("Setting the pages…"));
      if (i == n_before)
        prepare_contents (edition);
      if (g_ptr_array_index (sections, i) != edition->composer.cover)
        draw_section (edition, g_ptr_array_index (sections, i));
    }
  if (g_cancellable_set_error_if_cancelled (edition->composer.cancellable, error))
    return FALSE;
  if (edition->entries == NULL)
    prepare_contents (edition);
  draw_index (edition);
  draw_contents (edition);
  cog_pdf_pictures_report_coarse (edition->composer.pictures);
  return cog_pdf_canvas_finish (edition->canvas, error);
}

static gboolean
write_file (Edition *edition, const char *path, const CogProgress *progress, GError **error)
{
  g_autofree char *drawn = g_strconcat (path, ".pages", NULL);
  CogPdfFinish finish;
  gboolean ok;

  edition->canvas = cog_pdf_canvas_new (edition->composer.style, drawn);
  ok = draw (edition, progress, error);
  if (ok)
    {
      cog_progress_tell (progress, .85, _ ("Writing tags, links and bookmarks…"));
      finish = (CogPdfFinish){ &edition->composer, edition->canvas, edition->entries,
                               edition->n_front, edition->contents_pages->len };
      ok = cog_pdf_finish (&finish, drawn, path, error);
    }
  g_unlink (drawn);
  return ok;
}

static gboolean
write_pdf (const CogBook *book,
           const CogWriterOptions *options,
           const char *path,
           CogReport *report,
           const CogProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (CogPdfStyle) style = cog_pdf_style_new (book, options);
  g_autoptr (CogPdfTags) tags = cog_pdf_tags_new ();
  Edition edition = { 0 };
  gboolean ok;

  cog_pdf_composer_init (&edition.composer, book, style, tags, report, cancellable);
  if (book->is_vertical)
    cog_report_add (report, &cog_finding_set_horizontally, NULL, NULL, NULL);
  if (options == NULL || !options->no_index)
    edition.index = cog_pdf_index_new (&edition.composer);
  ok = write_file (&edition, path, progress, error);
  g_clear_pointer (&edition.contents_pages, g_ptr_array_unref);
  g_clear_pointer (&edition.contents, cog_pdf_flow_free);
  g_clear_pointer (&edition.entries, g_array_unref);
  g_clear_pointer (&edition.canvas, cog_pdf_canvas_free);
  g_clear_pointer (&edition.index, cog_pdf_index_free);
  cog_pdf_composer_clear (&edition.composer);
  return ok;
}

const CogWriter cog_writer_pdf = {
  .id = "pdf",
  .name = N_ ("PDF"),
  .extension = "pdf",
  .media_type = "application/pdf",
  .write = write_pdf,
};
