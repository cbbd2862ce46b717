/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-record.h"

#include "cog-edition-job.h"
#include "edition-fixture.h"
#include "pdf-file.h"
#include "records.h"

#include <string.h>

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* A book that is but its record. */
static CogBook *
read_record (GBytes *pdf)
{
  CogBook *book = cog_book_new ();
  CogCredit *work = cog_pdf_record_read (pdf, book->credits);

  if (work == NULL)
    {
      g_assert_cmpuint (book->credits->len, ==, 0);
      cog_book_free (book);
      return NULL;
    }
  cog_credit_free (book->credit);
  book->credit = work;
  return book;
}

/* What went in comes out, to the field, whatever the script. */
static void
test_round (void)
{
  static const char *const languages[] = { "en", "ar" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (CogBook) book = edition_fixture_new_bare (languages[i]);
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (CogBook) again = NULL;

      book->credit->requested = g_strdup ("كما هو\tمطلوب: \"<a>\" & ]]>");
      cog_edition_complete_unchanged (book);
      edition_fixture_write (book, "record.pdf");
      pdf = read_file ("record.pdf");
      again = read_record (pdf);
      g_assert_nonnull (again);
      records_compare (languages[i], book, again);
    }
}

/* A record that is larger than a parser takes as one text. */
static void
test_large (void)
{
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "Large", pdf_file_chapters);
  g_autofree char *words = g_strnfill (4000, 'w');
  g_autofree char *path = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (CogBook) again = NULL;

  for (guint i = 0; i < 3000; i++)
    {
      CogCredit *credit = cog_credit_new ();

      credit->item = g_strdup_printf ("none-%u", i);
      credit->words = g_strdup_printf ("%s “%u”", words, i);
      g_ptr_array_add (book->credits, credit);
    }
  path = pdf_file_write (book, "large.pdf", COG_PAPER_A4);
  pdf = read_file (path);
  again = read_record (pdf);
  g_assert_nonnull (again);
  records_compare ("large", book, again);
}

/* A file with that dictionary and data as its metadata. */
static GBytes *
new_pdf (const char *keys, const void *data, gsize size)
{
  GString *out = g_string_new ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Metadata 2 0 R /Pages 3 0 R "
                               ">>\nendobj\n2 0 obj\n");

  g_string_append_printf (out, "<< /Type /Metadata /Subtype /XML %s /Length %zu >>\nstream\n", keys,
                          size);
  g_string_append_len (out, data, (gssize)size);
  g_string_append (out, "\nendstream\nendobj\n3 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\n"
                        "endobj\ntrailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n");
  return g_string_free_to_bytes (out);
}

static GBytes *
pack (const guint8 *data, gsize size)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autofree guint8 *out = g_malloc (size + 1000);
  gsize n_read = 0, n_written = 0;
  g_autoptr (GError) error = NULL;

  g_converter_convert (G_CONVERTER (zlib), data, size, out, size + 1000, G_CONVERTER_INPUT_AT_END,
                       &n_read, &n_written, &error);
  g_assert_no_error (error);
  return g_bytes_new (out, n_written);
}

static void
test_plain (void)
{
  static const char packet[] = "<x>packet</x>";
  g_autoptr (GBytes) pdf = new_pdf ("", packet, strlen (packet));
  g_autoptr (GBytes) found = cog_pdf_record_dup_packet (pdf);

  g_assert_nonnull (found);
  g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found), packet,
                   strlen (packet));
  g_assert_null (read_record (pdf));
}

/* What unpacks to more than any packet is none; so is what is packed in a way of its own. */
static void
test_hostile (void)
{
  gsize size = 100u << 20;
  g_autofree guint8 *zeros = g_malloc0 (size);
  g_autoptr (GBytes) packed = pack (zeros, size);
  g_autoptr (GBytes) bomb =
      new_pdf ("/Filter /FlateDecode", g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  g_autoptr (GBytes) odd = new_pdf ("/Filter [/ASCIIHexDecode /FlateDecode]", "00", 2);
  g_autoptr (GBytes) none = g_bytes_new_static ("%PDF-1.7\n", 9);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);

  g_assert_null (cog_pdf_record_dup_packet (bomb));
  g_assert_null (cog_pdf_record_dup_packet (odd));
  g_assert_null (cog_pdf_record_dup_packet (none));
  g_assert_null (cog_pdf_record_dup_packet (empty));
}

/* Cut anywhere, or broken anywhere: a record or none. */
static void
test_damaged (void)
{
  g_autoptr (CogBook) book = pdf_file_make_book ("en", "Small", pdf_file_chapters);
  g_autofree char *path = pdf_file_write (book, "small.pdf", COG_PAPER_A4);
  g_autoptr (GBytes) whole = read_file (path);
  gsize size = g_bytes_get_size (whole);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, size * i / 40);
      g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GBytes) broken = NULL;
      g_autoptr (CogBook) first = read_record (cut);
      g_autoptr (CogBook) second = NULL;

      for (guint j = 0; j < 20; j++)
        data[g_test_rand_int_range (0, (gint32)size)] ^= 0xFF;
      broken = g_bytes_new (data, size);
      second = read_record (broken);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-record/round", test_round);
  g_test_add_func ("/pdf-record/large", test_large);
  g_test_add_func ("/pdf-record/plain", test_plain);
  g_test_add_func ("/pdf-record/hostile", test_hostile);
  g_test_add_func ("/pdf-record/damaged", test_damaged);
  return g_test_run ();
}
