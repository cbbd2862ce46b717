/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-finish-private.h"

#include <stdlib.h>
#include <string.h>

/* The text of a formula, whose signs stand above and below each other and would be copied in any
 * order (ISO 32000-1, 14.9.4). Of one in several pieces the first has all of it. */
static void
append_copied (GString *out, const CogPdfMark *mark, guint sheet)
{
  const CogPdfKid *first = &g_array_index (mark->tag->kids, CogPdfKid, 0);
  g_autofree gunichar2 *text = NULL;
  glong n = 0;

  g_string_append (out, " /ActualText <FEFF");
  if (first->sheet == (gint)sheet && first->mcid == mark->mcid)
    text = g_utf8_to_utf16 (mark->tag->copied, -1, NULL, &n, NULL);
  for (glong i = 0; text != NULL && i < n; i++)
    g_string_append_printf (out, "%04X", text[i]);
  g_string_append_c (out, '>');
}

/* cairo writes "/P << /MCID 12 >> BDC" where a piece begins, the number counting up on the page.
 * Each gets its element's type and its number among the tagged ones, or becomes an artifact. */
static void
append_mark (GString *out, const CogPdfMark *mark, guint sheet)
{
  if (mark->tag == NULL)
    {
      g_string_append (out, "/Artifact BMC");
      return;
    }
  /* The structure tree knows what it is; poppler looks for the text in a Span only. */
  g_string_append_printf (out, "/%s << /MCID %d",
                          mark->tag->copied != NULL ? "Span" : mark->tag->type, mark->mcid);
  if (mark->tag->copied != NULL)
    append_copied (out, mark, sheet);
  g_string_append (out, " >> BDC");
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

/* What stands between two marks. In a formula cairo gives some signs a text of their own (a brace
 * of several glyphs): a text inside a text would end the outer one, so these go. */
static void
append_content (GString *out, const CogPdfMark *mark, const char *from, const char *end)
{
  static const char span[] = "/Span << /ActualText <", begin[] = ">> BDC", close[] = "EMC";

  while (mark != NULL && mark->tag != NULL && mark->tag->copied != NULL && from < end)
    {
      const char *at = memmem (from, (gsize)(end - from), span, sizeof span - 1);
      const char *inner =
          at != NULL ? memmem (at, (gsize)(end - at), begin, sizeof begin - 1) : NULL;
      const char *last =
          inner != NULL ? memmem (inner, (gsize)(end - inner), close, sizeof close - 1) : NULL;

      if (last == NULL)
        break;
      g_string_append_len (out, from, at - from);
      inner += sizeof begin - 1;
      g_string_append_len (out, inner, last - inner);
      from = last + sizeof close - 1;
    }
  g_string_append_len (out, from, end - from);
}

static gboolean
rewrite (const GArray *marks, guint sheet, const char *data, gsize size, GString *out)
{
  const char *from = data, *end = data + size, *at, *after = NULL;
  const CogPdfMark *mark = NULL;
  guint number = 0, n = 0;

  while ((at = find_mark (from, end, &after, &number)) != NULL)
    {
      if (number >= marks->len)
        return FALSE;
      append_content (out, mark, from, at);
      mark = &g_array_index (marks, CogPdfMark, number);
      append_mark (out, mark, sheet);
      from = after;
      n++;
    }
  append_content (out, mark, from, end);
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

      ok = rewrite (marks, sheet, (const char *)data, size, out);
      qpdf_oh_replace_stream_data (file->qpdf, contents, (const unsigned char *)out->str, out->len,
                                   null, null);
    }
  free (data);
  qpdf_oh_release (file->qpdf, null);
  qpdf_oh_release (file->qpdf, contents);
  return ok;
}
