/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-advance.h"

#include "cog-pdf-handles.h"
#include "cog-pdf-ligature.h"

#include <string.h>

#define MAX_CID 65535
#define MAX_ITEMS 200000 /* of an array of widths */

static void
set_width (CogPdfAdvance *self, gint64 cid, double width)
{
  if (cid < 0 || cid > MAX_CID)
    return;
  if (cid >= self->n_widths)
    {
      guint n = (guint)MIN (MAX_CID + 1, MAX (256, cid * 2));

      self->widths = g_renew (float, self->widths, n);
      for (guint i = self->n_widths; i < n; i++)
        self->widths[i] = self->otherwise;
      self->n_widths = n;
    }
  self->widths[cid] = (float)width;
}

/* "first [w w …]" and "first last w" (9.7.4.3). */
static void
read_cid_widths (CogPdfAdvance *self, qpdf_data qpdf, qpdf_oh w)
{
  int n = qpdf_oh_is_array (qpdf, w) ? MIN (qpdf_oh_get_array_n_items (qpdf, w), MAX_ITEMS) : 0;
  guint n_set = 0;

  for (int i = 0; i + 1 < n && n_set < MAX_ITEMS; i++)
    {
      gint64 first = (gint64)cog_pdf_get_number (qpdf, qpdf_oh_get_array_item (qpdf, w, i), -1);
      qpdf_oh next = qpdf_oh_get_array_item (qpdf, w, i + 1);
      gint64 last;

      if (qpdf_oh_is_array (qpdf, next))
        {
          int n_next = MIN (qpdf_oh_get_array_n_items (qpdf, next), MAX_CID + 1);

          for (int k = 0; k < n_next; k++, n_set++)
            set_width (self, first + k,
                       cog_pdf_get_number (qpdf, qpdf_oh_get_array_item (qpdf, next, k), 0) / 1000);
          i++;
          continue;
        }
      if (i + 2 >= n)
        break;
      last = (gint64)cog_pdf_get_number (qpdf, next, -1);
      for (gint64 cid = MAX (first, 0); cid <= MIN (last, MAX_CID); cid++, n_set++)
        set_width (self, cid,
                   cog_pdf_get_number (qpdf, qpdf_oh_get_array_item (qpdf, w, i + 2), 0) / 1000);
      i += 2;
    }
}

static void
read_composite (CogPdfAdvance *self, qpdf_data qpdf, qpdf_oh font)
{
  qpdf_oh descendants = cog_pdf_get_key (qpdf, font, "/DescendantFonts");
  const char *encoding = cog_pdf_get_name (qpdf, cog_pdf_get_key (qpdf, font, "/Encoding"));
  qpdf_oh cid_font;

  self->n_bytes = 2;
  self->is_vertical = encoding != NULL && g_str_has_suffix (encoding, "-V");
  self->otherwise = 1;
  if (!qpdf_oh_is_array (qpdf, descendants) || qpdf_oh_get_array_n_items (qpdf, descendants) < 1)
    return;
  cid_font = qpdf_oh_get_array_item (qpdf, descendants, 0);
  self->otherwise =
      (float)(cog_pdf_get_number (qpdf, cog_pdf_get_key (qpdf, cid_font, "/DW"), 1000) / 1000);
  if (!self->is_vertical)
    read_cid_widths (self, qpdf, cog_pdf_get_key (qpdf, cid_font, "/W"));
}

static void
read_simple (CogPdfAdvance *self, qpdf_data qpdf, qpdf_oh font)
{
  qpdf_oh widths = cog_pdf_get_key (qpdf, font, "/Widths");
  qpdf_oh descriptor = cog_pdf_get_key (qpdf, font, "/FontDescriptor");
  gint64 first = (gint64)cog_pdf_get_number (qpdf, cog_pdf_get_key (qpdf, font, "/FirstChar"), 0);
  int n = qpdf_oh_is_array (qpdf, widths) ? MIN (qpdf_oh_get_array_n_items (qpdf, widths), 256) : 0;
  double unit = .001, matrix[6];

  if (qpdf_oh_is_name_and_equals (qpdf, cog_pdf_get_key (qpdf, font, "/Subtype"), "/Type3") &&
      cog_pdf_get_numbers (qpdf, cog_pdf_get_key (qpdf, font, "/FontMatrix"), matrix, 6))
    unit = matrix[0];
  self->n_bytes = 1;
  /* One of the standard fonts, whose widths nobody writes down: about what letters have. */
  self->otherwise =
      n == 0 ? .5F
             : (float)(unit * cog_pdf_get_number (
                                  qpdf, cog_pdf_get_key (qpdf, descriptor, "/MissingWidth"), 0));
  for (int i = 0; i < n; i++)
    if (first + i < 256)
      set_width (self, first + i,
                 unit * cog_pdf_get_number (qpdf, qpdf_oh_get_array_item (qpdf, widths, i), 0));
}

CogPdfAdvance *
cog_pdf_advance_new (qpdf_data qpdf, qpdf_oh font)
{
  CogPdfAdvance *self = g_new0 (CogPdfAdvance, 1);

  if (qpdf_oh_is_name_and_equals (qpdf, cog_pdf_get_key (qpdf, font, "/Subtype"), "/Type0"))
    read_composite (self, qpdf, font);
  else
    read_simple (self, qpdf, font);
  self->ligatures = cog_pdf_ligatures_new (qpdf, font, &self->is_arabic);
  self->lost = self->n_bytes == 2 ? cog_pdf_ligatures_find_lost (qpdf, font) : NULL;
  return self;
}

void
cog_pdf_advance_free (CogPdfAdvance *self)
{
  if (self == NULL)
    return;
  g_free (self->widths);
  g_clear_pointer (&self->ligatures, g_hash_table_unref);
  g_clear_pointer (&self->lost, g_hash_table_unref);
  g_free (self);
}
