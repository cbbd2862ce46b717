/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-booklet.h"

#include "cog-pdf-finish-private.h"

/* Pages that are folded together: 16 sheets still close, and a stapler goes through them. Of more
 * pages each 8 sheets are folded by themselves. */
#define MOST_FOLDED 64
#define GATHERING 32

GArray *
cog_pdf_booklet_order (guint n_pages, gboolean is_bound_right)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (CogPdfSide));
  guint n = (n_pages + 3) / 4 * 4;
  guint most = n <= MOST_FOLDED ? MOST_FOLDED : GATHERING;

  for (guint first = 0; first < n; first += most)
    {
      guint end = MIN (first + most, n);

      for (guint i = 0; i < (end - first) / 2; i++)
        {
          guint early = first + i, late = end - 1 - i;
          gboolean is_early_left = (i % 2 == 1) != is_bound_right;
          CogPdfSide side = { (gint)(is_early_left ? early : late),
                              (gint)(is_early_left ? late : early) };

          side.left = side.left < (gint)n_pages ? side.left : -1;
          side.right = side.right < (gint)n_pages ? side.right : -1;
          g_array_append_val (sides, side);
        }
    }
  return sides;
}

/* A page's content becomes a form (ISO 32000-1, 8.10), as which it can stand anywhere. */
static gint
make_form (CogPdfFile *file, guint index)
{
  static const char *const keys[] = { "/Resources", "/Group" };
  const CogPdfStyle *style = file->finish->composer->style;
  qpdf_oh page = qpdf_get_page_n (file->qpdf, index);
  qpdf_oh stream = qpdf_oh_get_key (file->qpdf, page, "/Contents");
  qpdf_oh dictionary = qpdf_oh_get_dict (file->qpdf, stream);
  g_autoptr (GString) box = g_string_new ("[ 0 0");
  gint id = qpdf_oh_get_object_id (file->qpdf, stream);

  cog_pdf_append_number (box, style->width);
  cog_pdf_append_number (box, style->height);
  g_string_append (box, " ]");
  cog_pdf_file_set (file, dictionary, "/Type", "/XObject");
  cog_pdf_file_set (file, dictionary, "/Subtype", "/Form");
  cog_pdf_file_set (file, dictionary, "/BBox", box->str);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      qpdf_oh value = qpdf_oh_get_key (file->qpdf, page, keys[i]);
      if (qpdf_oh_is_dictionary (file->qpdf, value))
        qpdf_oh_replace_key (file->qpdf, dictionary, keys[i], value);
      qpdf_oh_release (file->qpdf, value);
    }
  qpdf_oh_release (file->qpdf, dictionary);
  qpdf_oh_release (file->qpdf, stream);
  qpdf_oh_release (file->qpdf, page);
  return id;
}

static void
place (GString *content, const char *name, double x, double y)
{
  g_string_append (content, "q 1 0 0 1");
  cog_pdf_append_number (content, x);
  cog_pdf_append_number (content, y);
  g_string_append_printf (content, " cm %s Do Q\n", name);
}

static gint
add_content (CogPdfFile *file, const GString *content)
{
  qpdf_oh stream = qpdf_oh_new_stream (file->qpdf);
  qpdf_oh null = qpdf_oh_new_null (file->qpdf);
  gint id = qpdf_oh_get_object_id (file->qpdf, stream);

  qpdf_oh_replace_stream_data (file->qpdf, stream, (const unsigned char *)content->str,
                               content->len, null, null);
  qpdf_oh_release (file->qpdf, null);
  qpdf_oh_release (file->qpdf, stream);
  return id;
}

static void
add_side (CogPdfFile *file, const CogPdfSide *side, const gint *forms)
{
  const CogPdfStyle *style = file->finish->composer->style;
  double fold = style->fold_width / 2, y = (style->fold_height - style->height) / 2;
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new ("<< /Type /Page /MediaBox [ 0 0");
  gint id = cog_pdf_file_reserve (file);
  qpdf_oh page;

  cog_pdf_append_number (text, style->fold_width);
  cog_pdf_append_number (text, style->fold_height);
  g_string_append (text, " ] /Resources << /XObject <<");
  if (side->left >= 0)
    {
      place (content, "/L", fold - style->width, y);
      g_string_append_printf (text, " /L %d 0 R", forms[side->left]);
    }
  if (side->right >= 0)
    {
      place (content, "/R", fold, y);
      g_string_append_printf (text, " /R %d 0 R", forms[side->right]);
    }
  g_string_append_printf (text, " >> >> /Contents %d 0 R >>", add_content (file, content));
  cog_pdf_file_put (file, id, text->str);
  page = qpdf_get_object_by_id (file->qpdf, id, 0);
  qpdf_add_page (file->qpdf, file->qpdf, page, FALSE);
  qpdf_oh_release (file->qpdf, page);
}

void
cog_pdf_booklet_write (CogPdfFile *file)
{
  g_autoptr (GArray) sides =
      cog_pdf_booklet_order (file->n_sheets, file->finish->composer->style->is_bound_right);
  g_autofree gint *forms = g_new (gint, file->n_sheets);

  for (guint i = 0; i < file->n_sheets; i++)
    forms[i] = make_form (file, i);
  for (guint i = 0; i < file->n_sheets; i++)
    {
      qpdf_oh page = qpdf_get_page_n (file->qpdf, 0);
      qpdf_remove_page (file->qpdf, page);
      qpdf_oh_release (file->qpdf, page);
    }
  for (guint i = 0; i < sides->len; i++)
    add_side (file, &g_array_index (sides, CogPdfSide, i), forms);
}
