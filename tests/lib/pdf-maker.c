/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-maker.h"

#include <string.h>

PdfMaker *
pdf_maker_new (void)
{
  PdfMaker *self = g_new0 (PdfMaker, 1);

  self->text = g_string_new ("%PDF-1.7\n");
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

guint
pdf_maker_add (PdfMaker *self, const char *object)
{
  g_array_append_val (self->offsets, self->text->len);
  g_string_append_printf (self->text, "%u 0 obj\n%s\nendobj\n", self->offsets->len, object);
  return self->offsets->len;
}

guint
pdf_maker_add_stream (PdfMaker *self, const char *dictionary, const char *data)
{
  g_autofree char *object =
      g_strdup_printf ("<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream", dictionary,
                       strlen (data), data);

  return pdf_maker_add (self, object);
}

GBytes *
pdf_maker_finish (PdfMaker *self)
{
  gsize start = self->text->len;
  GBytes *bytes;

  g_string_append_printf (self->text, "xref\n0 %u\n0000000000 65535 f \n", self->offsets->len + 1);
  for (guint i = 0; i < self->offsets->len; i++)
    g_string_append_printf (self->text, "%010" G_GSIZE_FORMAT " 00000 n \n",
                            g_array_index (self->offsets, gsize, i));
  g_string_append_printf (
      self->text, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      self->offsets->len + 1, start);
  bytes = g_string_free_to_bytes (self->text);
  g_array_unref (self->offsets);
  g_free (self);
  return bytes;
}

static char *
dup_font (void)
{
  GString *out = g_string_new ("<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica "
                               "/Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [");

  for (guint i = 32; i < 127; i++)
    g_string_append (out, i == 'm' ? " 800" : i == 'o' || i == 'w' ? " 600" : " 500");
  g_string_append (out, " ] >>");
  return g_string_free (out, FALSE);
}

PdfMaker *
pdf_maker_new_page (const char *catalog_keys, const char *page_keys, const char *content)
{
  PdfMaker *self = pdf_maker_new ();
  g_autofree char *font = dup_font ();
  g_autofree char *catalog = g_strdup_printf ("<< /Type /Catalog /Pages 2 0 R %s >>", catalog_keys);
  g_autofree char *page =
      g_strdup_printf ("<< /Type /Page /Parent 2 0 R /Contents 5 0 R %s >>", page_keys);

  pdf_maker_add (self, catalog);
  pdf_maker_add (self, "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 /MediaBox [ 0 0 200 300 ] "
                       "/Resources << /Font << /F1 4 0 R >> >> >>");
  pdf_maker_add (self, page);
  pdf_maker_add (self, font);
  pdf_maker_add_stream (self, "", content);
  return self;
}
