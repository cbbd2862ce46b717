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

/* Each piece gets its element's type and its number among the tagged ones, or becomes an artifact.
 */
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

/* The next seam; NULL where there is none. */
static const char *
find_seam (const char *from, const char *end, const char *seam)
{
  gsize size = strlen (seam);

  while (from < end)
    {
      const char *at = memmem (from, (gsize)(end - from), seam, size);

      if (at == NULL || at == from || g_ascii_isspace (at[-1]))
        return at;
      from = at + 1;
    }
  return NULL;
}

/* What stands between two seams. In a formula cairo gives some signs a text of their own (a brace
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

/* The seams that were drawn become the marks, or go where there are to be none; as many as there
 * are, each closed before the next. */
static gboolean
rewrite (const GArray *marks,
         gboolean is_tagged,
         guint sheet,
         const char *data,
         gsize size,
         GString *out)
{
  const char *from = data, *end = data + size;

  for (guint i = 0; i < marks->len; i++)
    {
      const CogPdfMark *mark = &g_array_index (marks, CogPdfMark, i);
      const char *first = find_seam (from, end, COG_PDF_SEAM_BEGIN_WRITTEN);
      const char *last = first != NULL ? find_seam (first, end, COG_PDF_SEAM_END_WRITTEN) : NULL;

      if (last == NULL)
        return FALSE;
      g_string_append_len (out, from, first - from);
      if (is_tagged)
        {
          append_mark (out, mark, sheet);
          g_string_append_c (out, '\n');
        }
      append_content (out, mark, first + strlen (COG_PDF_SEAM_BEGIN_WRITTEN), last);
      if (is_tagged)
        g_string_append (out, "EMC\n");
      from = last + strlen (COG_PDF_SEAM_END_WRITTEN);
    }
  g_string_append_len (out, from, end - from);
  return find_seam (from, end, COG_PDF_SEAM_BEGIN_WRITTEN) == NULL;
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

      ok = rewrite (marks, !file->is_booklet, sheet, (const char *)data, size, out);
      qpdf_oh_replace_stream_data (file->qpdf, contents, (const unsigned char *)out->str, out->len,
                                   null, null);
    }
  free (data);
  qpdf_oh_release (file->qpdf, null);
  qpdf_oh_release (file->qpdf, contents);
  return ok;
}
