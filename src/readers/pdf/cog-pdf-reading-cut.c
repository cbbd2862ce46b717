/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-reading-private.h"

#include "cog-pdf-figure.h"
#include "cog-pdf-lone-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define CUT_FROM .75 /* of the progress: a scan is cut out page by page */
#define CUT_TO .8
#define AT_ONCE                                                                                    \
  32 /* pages that are copied before what was read of the file for them leaves the memory */

/* What is seen of an area, or, of a scan, the page that it is to be drawn of. */
typedef struct
{
  GBytes *bytes;
  gboolean is_page;
  guint width, height; /* pixels: of a page */
} Cut;

static Cut
cut (const CogPdfReading *r, guint number, const CogPdfBox *area, const CogPdfPicture *picture)
{
  const CogPdfPage *page = number <= r->pages->len ? r->pages->pdata[number - 1] : NULL;
  Cut self = { NULL };

  if (page != NULL && page->is_scan && picture != NULL)
    {
      self.bytes = cog_pdf_figure_take_jpeg (r->file, picture);
      if (self.bytes != NULL)
        return self;
      self.bytes = cog_pdf_lone_page_new (r->file, number);
    }
  if (self.bytes == NULL)
    return (Cut){ cog_pdf_figure_cut (r->file, number, area, picture) };
  self.is_page = TRUE;
  if (number % AT_ONCE == 0)
    cog_source_let_go (r->source);
  cog_pdf_figure_measure (page, area, picture->resolution, &self.width, &self.height);
  return self;
}

static gboolean
add (CogPdfReading *r, const char *name, const Cut *what)
{
  if (!what->is_page)
    return cog_normalizer_add_picture (r->normalizer, name, what->bytes);
  cog_normalizer_add_page (r->normalizer, name, what->bytes, what->width, what->height);
  return TRUE;
}

/* What an area of a page shows, as a picture of the book: its name. A photograph that stands in
 * several places is taken once, and so is an emblem that every page draws. (transfer full)
 * (nullable) */
static char *
cut_out (CogPdfReading *r, guint page, const CogPdfBox *area, const CogPdfPicture *picture)
{
  gpointer key = picture != NULL && picture->is_whole ? GINT_TO_POINTER (picture->object) : NULL;
  const char *known = key != NULL ? g_hash_table_lookup (r->cut, key) : NULL;
  g_autofree char *name = NULL, *sum = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Cut what;

  if (known != NULL)
    return g_strdup (known);
  what = cut (r, page, area, picture);
  bytes = what.bytes;
  if (bytes == NULL)
    return NULL;
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  known = g_hash_table_lookup (r->alike, sum);
  if (known != NULL)
    return g_strdup (known);
  name = g_strdup_printf ("page-%u-%u", page, ++r->n_cut);
  if (!add (r, name, &what))
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

char *
cog_pdf_reading_cut_picture (guint page, const CogPdfBox *area, gpointer user_data)
{
  CogPdfReading *r = user_data;
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

void
cog_pdf_reading_note_formula (guint page, gpointer user_data)
{
  CogPdfReading *r = user_data;
  GArray *pages = r->with_formulas;
  guint at = pages->len;

  while (at > 0 && g_array_index (pages, guint, at - 1) > page)
    at--;
  if (at == 0 || g_array_index (pages, guint, at - 1) != page)
    g_array_insert_val (pages, at, page);
}

/* All that the layout found to be a figure. */
gboolean
cog_pdf_reading_cut_figures (CogPdfReading *r,
                             GPtrArray *blocks,
                             GCancellable *cancellable,
                             GError **error)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      CogLayoutBlock *block = blocks->pdata[i];

      if (block->kind != COG_LAYOUT_FIGURE)
        continue;
      cog_progress_tell (r->progress, CUT_FROM + (CUT_TO - CUT_FROM) * i / blocks->len,
                         _ ("Reading pages…"));
      if (block->alt != NULL)
        cog_pdf_reading_note_formula (block->page, r);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      block->id = cut_out (r, block->page, &block->box, block->is_picture ? &block->picture : NULL);
    }
  return TRUE;
}
