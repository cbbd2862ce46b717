/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-finish-private.h"

#include <stdlib.h>
#include <string.h>

/* cairo writes "/P << /MCID 12 >> BDC" where a piece begins, the number counting up on the page.
 * Each gets its element's type and its number among the tagged ones, or becomes an artifact. */
static void
append_mark (GString *out, const CogPdfMark *mark)
{
  if (mark->tag == NULL)
    g_string_append (out, "/Artifact BMC");
  else
    g_string_append_printf (out, "/%s << /MCID %d >> BDC", mark->tag->type, mark->mcid);
}

static const char *
find_mark (const char *from, const char *end, const char **after, guint *number)
{
  static const char start[] = "/P << /MCID ";

  while (from < end)
    {
      const char *at = memmem (from, (gsize)(end - from), start, sizeof start - 1);
      char *rest;

      if (at == NULL)
        return NULL;
      *number = (guint)strtoul (at + sizeof start - 1, &rest, 10);
      if (rest + 7 <= end && memcmp (rest, " >> BDC", 7) == 0)
        {
          *after = rest + 7;
          return at;
        }
      from = at + 1;
    }
  return NULL;
}

static gboolean
rewrite (const GArray *marks, const char *data, gsize size, GString *out)
{
  const char *from = data, *end = data + size, *at, *after = NULL;
  guint number = 0, n = 0;

  while ((at = find_mark (from, end, &after, &number)) != NULL)
    {
      if (number >= marks->len)
        return FALSE;
      g_string_append_len (out, from, at - from);
      append_mark (out, &g_array_index (marks, CogPdfMark, number));
      from = after;
      n++;
    }
  g_string_append_len (out, from, end - from);
  return n == marks->len;
}

gboolean
cog_pdf_marks_write (CogPdfFile *file, guint sheet, qpdf_oh page)
{
  const GArray *marks = g_ptr_array_index (file->finish->canvas->sheets, sheet);
  qpdf_oh contents = qpdf_oh_get_key (file->qpdf, page, "/Contents");
  qpdf_oh null = qpdf_oh_new_null (file->qpdf);
  unsigned char *data = NULL;
  size_t size = 0;
  gboolean ok = FALSE;

  /* Warnings are no fault: cairo names a picture twice that is twice on a page. */
  if (qpdf_oh_is_stream (file->qpdf, contents) &&
      (qpdf_oh_get_stream_data (file->qpdf, contents, qpdf_dl_generalized, NULL, &data, &size) &
       QPDF_ERRORS) == 0)
    {
      g_autoptr (GString) out = g_string_sized_new (size + 1024);

      ok = rewrite (marks, (const char *)data, size, out);
      qpdf_oh_replace_stream_data (file->qpdf, contents, (const unsigned char *)out->str, out->len,
                                   null, null);
    }
  free (data);
  qpdf_oh_release (file->qpdf, null);
  qpdf_oh_release (file->qpdf, contents);
  return ok;
}
