/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-lone-page.h"

#include "cog-lone-page.h"
#include "cog-pdf-content.h"
#include "cog-pdf-figure.h"
#include "cog-pdf-join.h"
#include "cog-pdf-scan.h"

#define MAX_ANNOTATIONS 500
#define MAX_SIZE (16u << 20) /* bytes */
/* Of what a page of the file takes: one that takes more brings with it what belongs to others. */
#define MAX_SHARE 16
#define MIN_SIZE (2u << 20) /* that is never too much */

static gboolean
has_layers (qpdf_data qpdf)
{
  qpdf_oh root = qpdf_get_root (qpdf);
  gboolean has =
      qpdf_oh_is_dictionary (qpdf, root) && qpdf_oh_has_key (qpdf, root, "/OCProperties");

  qpdf_oh_release (qpdf, root);
  return has;
}

static gboolean
is_link (qpdf_data qpdf, qpdf_oh annotation)
{
  qpdf_oh kind;
  gboolean is;

  if (!qpdf_oh_is_dictionary (qpdf, annotation))
    return FALSE;
  kind = qpdf_oh_get_key (qpdf, annotation, "/Subtype");
  is = qpdf_oh_is_name_and_equals (qpdf, kind, "/Link");
  qpdf_oh_release (qpdf, kind);
  return is;
}

/* Fields of forms are drawn by what the catalog says of them. */
static gboolean
has_only_links (qpdf_data qpdf, qpdf_oh page)
{
  qpdf_oh all = qpdf_oh_get_key (qpdf, page, "/Annots");
  int n = qpdf_oh_is_array (qpdf, all) ? qpdf_oh_get_array_n_items (qpdf, all) : 0;
  gboolean ok = n <= MAX_ANNOTATIONS;

  for (int i = 0; ok && i < n; i++)
    {
      qpdf_oh annotation = qpdf_oh_get_array_item (qpdf, all, i);

      ok = is_link (qpdf, annotation);
      qpdf_oh_release (qpdf, annotation);
    }
  qpdf_oh_release (qpdf, all);
  return ok;
}

static gsize
get_limit (const CogPdfFile *file)
{
  gsize each = g_bytes_get_size (file->bytes) / MAX (file->n_pages, 1);

  return MIN (MAX (each * MAX_SHARE, MIN_SIZE), MAX_SIZE);
}

/* The same page gives the same bytes, so that one that stands twice is seen. (transfer full)
 * (nullable) */
static GBytes *
write_page (const CogPdfFile *file, qpdf_oh page)
{
  qpdf_data to = qpdf_init ();
  GBytes *bytes = NULL;

  qpdf_silence_errors (to);
  qpdf_set_suppress_warnings (to, QPDF_TRUE);
  if (((qpdf_empty_pdf (to) | qpdf_add_page (to, file->qpdf, page, QPDF_TRUE) |
        qpdf_init_write_memory (to)) &
       QPDF_ERRORS) == 0)
    {
      qpdf_set_stream_data_mode (to, qpdf_s_preserve);
      qpdf_set_static_ID (to, QPDF_TRUE);
      if ((qpdf_write (to) & QPDF_ERRORS) == 0)
        bytes = g_bytes_new (qpdf_get_buffer (to), qpdf_get_buffer_length (to));
    }
  qpdf_cleanup (&to);
  return bytes;
}

GBytes *
cog_pdf_lone_page_new (const CogPdfFile *file, guint page)
{
  GBytes *bytes = NULL;
  qpdf_oh found;

  g_return_val_if_fail (file != NULL && page >= 1 && page <= file->n_pages, NULL);

  if (file->qpdf == NULL || has_layers (file->qpdf) || (int)page > qpdf_get_num_pages (file->qpdf))
    return NULL;
  found = qpdf_get_page_n (file->qpdf, page - 1);
  if (qpdf_oh_is_dictionary (file->qpdf, found) && has_only_links (file->qpdf, found))
    bytes = write_page (file, found);
  qpdf_oh_release (file->qpdf, found);
  if (bytes != NULL && g_bytes_get_size (bytes) > get_limit (file))
    g_clear_pointer (&bytes, g_bytes_unref);
  return bytes;
}

/* As it is while its file is read. (transfer full) (nullable) */
static CogPdfPage *
load_page (CogPdfFile *file)
{
  g_autoptr (CogPdfContent) content = cog_pdf_content_new (file->qpdf);
  g_autoptr (CogPdfMarks) marks = cog_pdf_content_read (content, 1, NULL);
  CogPdfPage *page = cog_pdf_page_load (file, 1, marks);

  if (page != NULL && marks != NULL)
    cog_pdf_page_join (page, marks);
  return page;
}

GBytes *
cog_lone_page_draw (GBytes *bytes)
{
  g_autoptr (CogPdfFile) file = NULL;
  g_autoptr (CogPdfPage) page = NULL;
  const CogPdfPicture *picture;
  CogPdfBox box;

  g_return_val_if_fail (bytes != NULL, NULL);

  file = cog_pdf_file_new (bytes, "page", NULL);
  page = file != NULL && file->qpdf != NULL ? load_page (file) : NULL;
  if (page == NULL)
    return NULL;
  cog_pdf_page_make_picture (page);
  picture = &g_array_index (page->pictures, CogPdfPicture, 0);
  box = cog_pdf_page_crop (page, &picture->box);
  return cog_pdf_figure_cut (file, 1, &box, picture);
}
