/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-doubt.h"
#include "cog-picture-packet.h"
#include "cog-reader.h"
#include "cog-rights-record.h"
#include "cog-edition-job.h"
#include "edition-fixture.h"
#include "folder.h"
#include "records.h"

#include <string.h>

/* What Cognate wrote for the web, read again. */

static CogBook *
read_path (const char *path, CogReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, &error);
  CogBook *book;

  g_assert_no_error (error);
  book = cog_reader_read (source, report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return book;
}

static void
assert_outline (const CogBook *before, const CogBook *after)
{
  g_autoptr (GPtrArray) a = cog_book_dup_section_list (before);
  g_autoptr (GPtrArray) b = cog_book_dup_section_list (after);

  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const CogSection *left = g_ptr_array_index (a, i);
      const CogSection *right = g_ptr_array_index (b, i);

      g_assert_cmpstr (left->id, ==, right->id);
      g_assert_cmpstr (left->title, ==, right->title);
      g_assert_cmpuint (left->children->len, ==, right->children->len);
    }
}

/* The edition's pages and lines are made anew at each export: none of it is text now. */
static void
assert_nothing_added (const CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      xmlNode *root = cog_section_get_root (section);
      g_autofree char *text = root != NULL ? cog_xml_dup_text (root) : g_strdup ("");

      g_assert_null (strstr (text, "Lindqvist"));
      g_assert_null (strstr (text, "Ada Example"));
      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        {
          g_autofree char *id =
              n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

          g_assert_false (id != NULL && g_str_has_prefix (id, "cognate-"));
        }
    }
}

/* A dot that says that it is under a licence and by somebody. */
static GBytes *
new_speaking_picture (void)
{
  gsize size;
  guchar *dot =
      g_base64_decode ("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwAD"
                       "hgGAWjR9awAAAABJRU5ErkJggg==",
                       &size);
  g_autoptr (GBytes) picture = g_bytes_new_take (dot, size);
  GBytes *speaking = cog_picture_packet_put (
      picture, "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
               " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
               " rdf:about=\"\" xmlns:cc=\"http://creativecommons.org/ns#\""
               " cc:license=\"https://creativecommons.org/licenses/by-nc/2.0/\""
               " cc:attributionName=\"Somebody\"/></rdf:RDF></x:xmpmeta>");

  g_assert_nonnull (speaking);
  return speaking;
}

/* What a picture says of itself is in the record, with what came of it: it is not asked again, nor
 * for the other place where it stands. */
static void
test_speaking_picture (gconstpointer data)
{
  const char *target = data;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = edition_fixture_new_recorded ("en");
  g_autoptr (CogBook) again = NULL;
  g_autoptr (GBytes) picture = new_speaking_picture ();
  CogCredit *credit = g_ptr_array_index (book->credits, 0);

  cog_book_add_asset (book, cog_asset_new ("media/a.png", "image/png", picture));
  g_ptr_array_add (credit->statements,
                   cog_statement_new (COG_EVIDENCE_LINK, "a.png", "XMP cc:license", NULL,
                                      "https://creativecommons.org/licenses/by-nc/2.0/"));
  cog_statement_recognise (g_ptr_array_index (credit->statements, credit->statements->len - 1));
  cog_edition_complete_unchanged (book);
  edition_fixture_write (book, target);
  again = read_path (target, report);
  records_compare (target, book, again);
}

static void
test_round (gconstpointer data)
{
  static const char *const languages[] = { "en", "ar-EG" };
  const char *target = data;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (CogBook) before = edition_fixture_new_recorded (languages[i]);
      g_autoptr (CogBook) written = edition_fixture_new_recorded (languages[i]);
      g_autoptr (CogBook) after = NULL;

      cog_edition_complete_unchanged (written);
      edition_fixture_write (written, target);
      after = read_path (target, report);
      records_compare (target, before, after);
      g_assert_cmpstr (before->language, ==, after->language);
      assert_outline (before, after);
      assert_nothing_added (after);
    }
}

/* A licence without an address, and one that nobody knows, are called what the record calls them.
 */
static void
test_without_address (gconstpointer data)
{
  static const char *const licences[] = { "LicenseRef-PublicDomain-US", "CC-BY-4.0 OR GFDL-1.3",
                                          "LicenseRef-Of-Nobody-9.9", NULL };
  const char *target = data;

  for (guint i = 0; i < G_N_ELEMENTS (licences); i++)
    {
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (CogBook) before = edition_fixture_new_bare ("en");
      g_autoptr (CogBook) after = NULL;

      g_free (before->credit->licence);
      before->credit->licence = g_strdup (licences[i]);
      g_free (before->credit->language);
      before->credit->language = g_strdup ("en");
      cog_edition_complete_unchanged (before);
      edition_fixture_write (before, target);
      after = read_path (target, report);
      records_compare (licences[i] != NULL ? licences[i] : "none", before, after);
    }
}

/* An edition that was made of works hands them on as the work's chain. */
static void
test_sources (gconstpointer data)
{
  const char *target = data;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) before = edition_fixture_new_bare ("en");
  g_autoptr (CogBook) written = edition_fixture_new_bare ("en");
  g_autoptr (CogBook) after = NULL;
  CogCredit *source = cog_credit_new ();

  source->title = g_strdup ("Fluxo");
  edition_fixture_fill_credit (source);
  g_ptr_array_add (written->sources, source);
  g_ptr_array_add (before->credit->upstream, cog_credit_copy (source));
  g_free (before->credit->language);
  before->credit->language = g_strdup ("en");
  g_free (written->credit->language);
  written->credit->language = g_strdup ("en");
  cog_edition_complete_unchanged (written);
  edition_fixture_write (written, target);
  after = read_path (target, report);
  records_compare (target, before, after);
}

#define PAGE(record)                                                                               \
  "<!DOCTYPE html><html lang='en'><head><meta name='generator' content='Cognate 9'>"               \
  "<title>Tides</title><script type='application/json' id='cognate-rights'>" record                \
  "</script></head><body><nav class='contents'><ol><li><a href='#one'>One</a><ol><li>"             \
  "<a href='#one'>Again</a></li><li><a href='#gone'>Gone</a></li><li><a>None</a></li></ol></li>"   \
  "</ol></nav><main id='text'><section id='one'><h2>One</h2><figure id='f'><img "                  \
  "src='data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=' alt='Moon'></figure>"      \
  "<p>The tide.</p><p id='cognate-credit-1' class='credit'>Bo Ek</p></section>"                    \
  "<p>Written beside it.</p></main></body></html>"

static CogBook *
read_page (const char *text)
{
  g_autoptr (CogReport) report = cog_report_new ();

  g_assert_true (g_file_set_contents ("page.html", text, -1, NULL));
  return read_path ("page.html", report);
}

static char *
dup_text (const CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));
      g_autofree char *part = root != NULL ? cog_xml_dup_folded_text (root) : NULL;

      g_string_append_printf (text, "%s|", part != NULL ? part : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_edited (void)
{
  g_autoptr (CogBook) book =
      read_page (PAGE ("{\"work\":{\"title\":\"Tides\",\"licence\":\"Own-1\"},\"items\":["
                       "{\"item\":\"gone\",\"title\":\"None\"},{\"item\":7},{},3,"
                       "{\"item\":\"f\",\"title\":\"Luna\"}]}"));
  g_autofree char *text = dup_text (book);
  const CogCredit *credit;

  /* Each section once, and what was put beside them. */
  g_assert_cmpstr (text, ==, "OneThe tide.|Written beside it.|");
  g_assert_cmpstr (book->credit->licence, ==, "Own-1");
  g_assert_cmpuint (book->credits->len, ==, 1);
  credit = g_ptr_array_index (book->credits, 0);
  g_assert_cmpstr (credit->item, ==, "f");
  g_assert_cmpstr (credit->title, ==, "Luna");
}

/* A licence that the page links to in place of the record's is somebody's statement since. */
static void
test_other_licence (void)
{
  g_autoptr (GString) page =
      g_string_new (PAGE ("{\"work\":{\"title\":\"Tides\",\"licence\":\"CC-BY-4.0\"}}"));
  g_autoptr (CogBook) book = NULL;
  const CogStatement *statement;

  g_string_replace (page, "<title>",
                    "<link rel='license' href='https://creativecommons.org/licenses/by-nd/4.0/'>"
                    "<title>",
                    1);
  book = read_page (page->str);
  g_assert_cmpuint (book->credit->statements->len, ==, 1);
  statement = g_ptr_array_index (book->credit->statements, 0);
  g_assert_cmpstr (statement->licence, ==, "CC-BY-ND-4.0");
}

/* What is no record makes it a page as any other: nothing of it is lost or believed. */
static void
test_bad_records (void)
{
  static const char *const pages[] = {
    PAGE (""),
    PAGE ("[]"),
    PAGE ("3"),
    PAGE ("{\"work\":"),
    PAGE ("{\"work\":[]}"),
    PAGE ("{\"items\":[{\"item\":\"f\",\"title\":\"Luna\"}]}"),
    PAGE ("{\"work\":{\"title\":\"A\\u0000B\",\"licence\":\"CC0-1.0\"}}"),
    PAGE ("{\"work\":{\"title\":\"A\\u0007B\",\"licence\":\"CC0-1.0\"}}"),
    PAGE ("{\"work\":{\"title\":\"A\\ud800B\",\"licence\":\"CC0-1.0\"}}"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (CogBook) book = read_page (pages[i]);
      g_autofree char *text = dup_text (book);

      g_assert_nonnull (strstr (text, "The tide."));
      g_assert_nonnull (strstr (text, "Written beside it."));
      g_assert_null (book->credit->licence);
      g_assert_cmpstr (book->credit->title, ==, "Tides");
    }
}

static void
test_deep_record (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_credit_free);
  g_autoptr (GString) deep = g_string_new ("{\"work\":");
  g_autoptr (CogCredit) work = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (deep, "{\"upstream\":[");
  g_assert_null (cog_rights_record_read (deep->str, deep->len, items));
  g_string_assign (deep, "{\"work\":{\"title\":\"\\u003cb\"}}");
  work = cog_rights_record_read (deep->str, deep->len, items);
  g_assert_nonnull (work);
  g_assert_cmpstr (work->title, ==, "<b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_data_func ("/own-pages/page", "book.html", test_round);
  g_test_add_data_func ("/own-pages/site", "site/", test_round);
  g_test_add_data_func ("/own-pages/packed-site", "site.zip", test_round);
  g_test_add_data_func ("/own-pages/epub", "book.epub", test_round);
  g_test_add_data_func ("/own-pages/sources-page", "book.html", test_sources);
  g_test_add_data_func ("/own-pages/sources-site", "site/", test_sources);
  g_test_add_data_func ("/own-pages/sources-epub", "book.epub", test_sources);
  g_test_add_data_func ("/own-pages/without-address-page", "book.html", test_without_address);
  g_test_add_data_func ("/own-pages/without-address-epub", "book.epub", test_without_address);
  g_test_add_data_func ("/own-pages/speaking-picture-page", "book.html", test_speaking_picture);
  g_test_add_data_func ("/own-pages/speaking-picture-site", "site/", test_speaking_picture);
  g_test_add_data_func ("/own-pages/speaking-picture-epub", "book.epub", test_speaking_picture);
  g_test_add_func ("/own-pages/edited", test_edited);
  g_test_add_func ("/own-pages/other-licence", test_other_licence);
  g_test_add_func ("/own-pages/bad-records", test_bad_records);
  g_test_add_func ("/own-pages/deep-record", test_deep_record);
  return g_test_run ();
}
