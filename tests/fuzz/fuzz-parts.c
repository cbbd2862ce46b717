/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-private.h"

#include "cog-drawing-text.h"
#include "cog-drawing.h"
#include "cog-media.h"
#include "cog-metafile.h"
#include "cog-pdf-content.h"
#include "cog-pdf-lexer.h"
#include "cog-picture-metadata.h"
#include "cog-picture-packet.h"
#include "cog-receiver.h"
#include "cog-tex.h"
#include "cog-xml.h"

#include <string.h>

/* What a helper may send: heads and frames, as a pipe has them. */
void
fuzz_stream (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (CogReceiver) receiver = cog_receiver_new (NULL, NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  CogReceived received = COG_RECEIVED_MORE;

  while (received == COG_RECEIVED_MORE && size >= sizeof (CogFrameHead))
    {
      CogFrameHead head;
      g_autoptr (GBytes) bytes = NULL;

      memcpy (&head, data, sizeof head);
      data += sizeof head;
      size -= sizeof head;
      if (!cog_receiver_expects (receiver, &head))
        break;
      /* A frame that was made longer or shorter goes on to the parser, not only its length. */
      head.length = MIN (head.length, size);
      bytes = g_bytes_new (data, head.length);
      received = cog_receiver_take (receiver, head.kind, bytes);
      data += head.length;
      size -= head.length;
    }
  cog_receiver_report (receiver, report);
  if (received == COG_RECEIVED_BOOK)
    {
      g_autoptr (CogBook) book = cog_receiver_steal_book (receiver, NULL);

      g_assert_true (cog_book_validate (book, NULL));
    }
  if (received == COG_RECEIVED_FAULT)
    g_error_free (cog_receiver_steal_fault (receiver));
}

void
fuzz_tex (const char *id, const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_dup_text (data, size);
  g_autofree char *formula = cog_tex_to_mathml (text, size % 2 == 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) document = NULL;

  if (formula == NULL)
    return;
  document = cog_xml_parse_own (formula, -1, &error);
  if (document == NULL)
    g_error ("%s → %s: %s", text, formula, error->message);
}

void
fuzz_picture (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) packet = cog_picture_packet_find (bytes);
  g_autoptr (GBytes) stamped =
      cog_picture_packet_put (bytes, "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>");
  CogMediaInfo info = { NULL, NULL, 0, 0 };

  if (stamped != NULL)
    {
      g_autoptr (GBytes) found = cog_picture_packet_find (stamped);

      g_assert_nonnull (found);
    }
  if (cog_media_identify (bytes, "picture", &info) && g_str_has_prefix (info.media_type, "image/"))
    {
      g_autoptr (CogPictureMetadata) metadata = cog_picture_metadata_read (bytes, &info, "picture");

      g_assert_nonnull (metadata->credit);
    }
}

/* Cleaned once it is clean, and its words can be written. */
void
fuzz_drawing (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) words = cog_drawing_text_list (bytes, "a.svg", NULL);
  guint n_removed = 0, n_again = 0;
  g_autofree char *first = NULL;
  g_autoptr (GBytes) clean = cog_drawing_clean (bytes, "a.svg", &n_removed, &first, NULL);
  g_autoptr (GBytes) again =
      clean != NULL ? cog_drawing_clean (clean, "a.svg", &n_again, NULL, NULL) : NULL;
  g_autoptr (GBytes) written = NULL;

  g_assert_true (clean == NULL || (again != NULL && n_again == 0));
  if (words != NULL && words->len > 0)
    written = cog_drawing_text_write (bytes, "a.svg", words, "ar", NULL);
}

/* What it becomes is a drawing of which nothing is taken out, or a picture that stood in it. */
void
fuzz_metafile (const char *id, const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  guint n_lost = 0, n_removed = 0;
  g_autoptr (GBytes) drawing = cog_metafile_draw (bytes, "a.emf", &n_lost, NULL);
  g_autoptr (GBytes) clean = NULL;
  g_autoptr (GError) error = NULL;

  if (drawing == NULL || g_bytes_get_size (drawing) < 5 ||
      memcmp (g_bytes_get_data (drawing, NULL), "<svg ", 5) != 0)
    return;
  clean = cog_drawing_clean (drawing, "a.svg", &n_removed, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_removed, ==, 0);
}

void
fuzz_pdf_lexer (const char *id, const guint8 *data, gsize size)
{
  CogPdfLexer lexer;

  cog_pdf_lexer_init (&lexer, data, size);
  while (cog_pdf_lexer_next (&lexer))
    {
      const CogPdfOperand *value = cog_pdf_lexer_find_value (&lexer, "MCID");

      for (guint i = 0; i < lexer.operands->len; i++)
        cog_pdf_lexer_get_number (&lexer, i);
      if (value != NULL &&
          (value->type == COG_PDF_OPERAND_NAME || value->type == COG_PDF_OPERAND_STRING))
        g_assert_cmpuint (strlen (cog_pdf_lexer_get_bytes (&lexer, value)), <=, size);
    }
  cog_pdf_lexer_clear (&lexer);
}

/* The bytes are the content of a page that has a font and a form, by qpdf alone. */
void
fuzz_pdf_content (const char *id, const guint8 *data, gsize size)
{
  static const char head[] =
      "%PDF-1.7\n"
      "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
      "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
      "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Contents 6 0 R/Resources"
      "<</Font<</F1 4 0 R>>/XObject<</X1 5 0 R>>/ColorSpace<</C1[/Separation/S/DeviceRGB 4 0 R]>>"
      "/Properties<</P1<</MCID 3>>>>/ExtGState<</G1<</Font[4 0 R 9]>>>>>>>>\nendobj\n"
      "4 0 obj\n<</Type/Font/Subtype/TrueType/BaseFont/F/FirstChar 97/LastChar 99/Widths[500 600 "
      "700]>>\nendobj\n"
      "5 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix[1 0 0 1 5 "
      "5]/Resources<</XObject<</"
      "X1 5 0 R>>>>/StructParents 1/Length 38>>\nstream\n/P<</MCID 1>>BDC 0 0 9 9 re f /X1 Do EMC\n"
      "endstream\nendobj\n";
  g_autoptr (GString) file = g_string_new_len (head, sizeof head - 1);
  gsize content = file->len, start;
  qpdf_data qpdf = qpdf_init ();

  g_string_append_printf (file, "6 0 obj\n<</Length %" G_GSIZE_FORMAT ">>\nstream\n", size);
  g_string_append_len (file, (const char *)data, (gssize)size);
  g_string_append (file, "\nendstream\nendobj\n");
  start = file->len;
  g_string_append (file, "xref\n0 7\n0000000000 65535 f \n");
  for (guint i = 1; i < 6; i++)
    {
      g_autofree char *object = g_strdup_printf ("\n%u 0 obj\n", i);

      g_string_append_printf (file, "%010d 00000 n \n", (int)(strstr (head, object) + 1 - head));
    }
  g_string_append_printf (file, "%010d 00000 n \n", (int)content);
  g_string_append_printf (
      file, "trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", start);
  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  if ((qpdf_read_memory (qpdf, "content", file->str, file->len, NULL) & QPDF_ERRORS) == 0)
    {
      g_autoptr (CogPdfContent) reading = cog_pdf_content_new (qpdf);
      g_autoptr (CogPdfMarks) marks = cog_pdf_content_read (reading, 1, NULL);

      g_assert_nonnull (marks);
    }
  while (qpdf_has_error (qpdf))
    qpdf_get_error (qpdf);
  qpdf_cleanup (&qpdf);
}
