/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader.h"
#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>

static const char page[] =
    "<!DOCTYPE html><html lang='en-GB'><head><title>Tides - Sea School</title>"
    "<meta name='author' content='Ada Shore (https://example.org/ada)'>"
    "<meta property='og:site_name' content='Sea School'>"
    "<link rel='canonical' href='https://example.org/sea/tides'></head><body>"
    "<header><a href='/'>Sea School</a></header>"
    "<nav><ul><li><a href='/moon'>Menu entry</a></li></ul></nav>"
    "<main><p><a href='/'>Home</a> › <a href='/sea'>Sea</a> ›</p>"
    "<h1>Tides</h1><p>The sea rises and falls twice a day, as the <a href='/moon'>moon</a> goes "
    "round the earth and the earth turns below it.</p>"
    "<div class='fig'><a data-target='#big' href=''>Table 1</a></div>"
    "<p>← <a href='waves'>Previous: Waves</a></p></main>"
    "<div class='modal' id='big'><button>Close</button><div class='modal-body'><table><tr><th>Port"
    "<th>Range<tr><td>Brest<td>6 m</table></div></div>"
    "<footer><p>This page is licensed under a <a rel='license' "
    "href='https://creativecommons.org/licenses/by-sa/4.0/'>Creative Commons licence</a>.</p>"
    "</footer></body></html>";

static char *
write_file (const char *folder, const char *name, const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static CogBook *
read_path (const char *path, CogReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, &error);
  const CogReader *used = NULL;
  CogBook *book;

  g_assert_no_error (error);
  book = cog_reader_read (source, report, NULL, NULL, &used, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (used->id, ==, "html");
  return book;
}

static char *
dup_text (const CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      g_autofree char *part =
          cog_xml_dup_folded_text (cog_section_get_root (g_ptr_array_index (sections, i)));

      g_string_append_printf (text, "%s\n", part);
    }
  return g_string_free (text, FALSE);
}

static void
test_page (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = write_file (folder, "tides.html", page);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = read_path (path, report);
  g_autofree char *text = dup_text (book);
  g_autofree char *content = cog_section_serialise (g_ptr_array_index (book->sections, 0));
  const CogAgent *author;
  const CogStatement *statement;

  g_assert_cmpstr (book->credit->title, ==, "Tides");
  g_assert_cmpstr (book->language, ==, "en-GB");
  g_assert_cmpstr (book->credit->source_url, ==, "https://example.org/sea/tides");
  g_assert_cmpuint (book->credit->agents->len, ==, 1);
  author = g_ptr_array_index (book->credit->agents, 0);
  g_assert_cmpstr (author->name, ==, "Ada Shore");
  g_assert_cmpstr (author->url, ==, "https://example.org/ada");
  /* The licence is known although the footer that states it is left out. */
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpuint (book->credit->statements->len, >, 0);
  statement = g_ptr_array_index (book->credit->statements, 0);
  g_assert_cmpstr (statement->file, ==, "tides.html");
  g_assert_nonnull (strstr (text, "The sea rises and falls"));
  g_assert_null (strstr (text, "Menu entry"));
  g_assert_null (strstr (text, "Previous"));
  g_assert_null (strstr (text, "Home"));
  g_assert_null (strstr (text, "Close"));
  g_assert_null (strstr (text, "licensed"));
  /* What the page opens in a window over itself is part of the text. */
  g_assert_nonnull (strstr (text, "Brest"));
  g_assert_nonnull (strstr (content, "href=\"https://example.org/moon\""));
  g_assert_true (cog_report_has (report, "furniture-dropped"));
}

/* Order by the index page's links, not by name; links between pages hold. */
static void
test_site (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *index = write_file (
      folder, "index.html",
      "<title>Book</title><h1>Book</h1><ol><li><a href=b.html>B</a><li><a href=a.html>A</a></ol>");
  g_autofree char *a =
      write_file (folder, "a.html", "<h1>Last</h1><p>Back <a href=b.html#x>to</a>");
  g_autofree char *b = write_file (folder, "b.html", "<h1>First</h1><p id=x>Text of it</p>");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = read_path (folder, report);
  g_autofree char *text = dup_text (book);
  g_autofree char *last = NULL;

  g_assert_cmpuint (book->sections->len, ==, 3);
  g_assert_cmpint (strstr (text, "First") - text, <, strstr (text, "Last") - text);
  last = cog_section_serialise (g_ptr_array_index (book->sections, 2));
  g_assert_nonnull (strstr (last, "href=\"#page-2-x\""));
  g_assert_null (book->language);
  g_assert_null (book->credit->licence);
}

/* What Project Gutenberg sets around a book is evidence, not text. */
static void
test_gutenberg (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = write_file (
      folder, "pg.html",
      "<html lang=en><title>The Project Gutenberg eBook of Tides, by Ada Shore</title><body>"
      "<p>This ebook is for the use of anyone anywhere under the terms of the Project Gutenberg "
      "License included with this ebook.</p><div>*** START OF THE PROJECT GUTENBERG EBOOK TIDES "
      "***</div><h1>Tides</h1><p>The sea rises.</p><div>*** END OF THE PROJECT GUTENBERG EBOOK "
      "TIDES ***</div><p>START: FULL LICENSE</p></body></html>");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = read_path (path, report);
  g_autofree char *text = dup_text (book);
  const CogStatement *statement;

  g_assert_cmpstr (g_strstrip (text), ==, "TidesThe sea rises.");
  g_assert_cmpstr (book->credit->title, ==, "Tides");
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (book->credit->agents, 0))->name, ==,
                   "Ada Shore");
  g_assert_cmpuint (book->credit->statements->len, ==, 1);
  statement = g_ptr_array_index (book->credit->statements, 0);
  g_assert_nonnull (strstr (statement->words, "Project Gutenberg License"));
}

/* A wiki's page as Parsoid writes it: notes by the page's own address. */
static void
test_wiki (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = write_file (
      folder, "Tide.html",
      "<html prefix='mw: http://mediawiki.org/rdf/'><head><title>Tide</title>"
      "<link rel='dc:isVersionOf' href='//en.wikipedia.org/wiki/Tide'>"
      "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":"
      "\"Article\",\"author\":{\"@type\":\"Organization\",\"name\":\"Contributors to "
      "Wikimedia projects\"}}</script>"
      "<base href='//en.wikipedia.org/wiki/'></head><body lang=en><section><p>It rises."
      "<sup id='cite_ref-1'><a href='./Tide#cite_note-1'>[1]</a></sup> See <a href='./Moon'>moon"
      "</a>.</p></section><section><h2>References</h2><ol><li id='cite_note-1'><a "
      "href='./Tide#cite_ref-1'>↑</a> A book.</li></ol></section>"
      "<div class='navbox'><p>Junk</p></div></body></html>");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = read_path (path, report);
  g_autofree char *content = cog_section_serialise (g_ptr_array_index (book->sections, 0));

  g_assert_cmpstr (book->language, ==, "en");
  g_assert_cmpstr (book->credit->source_url, ==, "https://en.wikipedia.org/wiki/Tide");
  g_assert_cmpuint (book->credit->agents->len, ==, 1);
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (book->credit->agents, 0))->name, ==,
                   "Wikipedia contributors");
  g_assert_nonnull (strstr (content, "role=\"doc-noteref\""));
  g_assert_nonnull (strstr (content, "epub:type=\"endnote\""));
  g_assert_nonnull (strstr (content, "href=\"https://en.wikipedia.org/wiki/Moon\""));
  g_assert_null (strstr (content, "↑"));
  g_assert_null (strstr (content, "Junk"));
  /* The page does not say its licence. */
  g_assert_null (book->credit->licence);
}

static void
test_linked_data (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path =
      write_file (folder, "a.html",
                  "<title>Waves</title><script type='application/ld+json'>{\"@type\": \"Article\", "
                  "\"author\": [{\"@type\": \"Person\", \"name\": \"Ada Shore\"}], "
                  "\"license\" : \"https://creativecommons.org/licenses/by/4.0/\"}</script>"
                  "<h1>Waves</h1><p>They break.</p>");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = read_path (path, report);

  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-4.0");
  g_assert_cmpuint (book->credit->agents->len, ==, 1);
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (book->credit->agents, 0))->name, ==,
                   "Ada Shore");
}

/* A licence in a figure is the figure's, in a page as in a book. */
static void
test_figure_licence (void)
{
  g_autofree char *folder = folder_make ();
  static const guint8 gif[] = "GIF89a\001\000\001\000\200\000\000\000\000\000\377\377\377,"
                              "\000\000\000\000\001\000\001\000\000\002\002D\001\000;";
  g_autofree char *picture = g_build_filename (folder, "m.gif", NULL);
  g_autofree char *path = write_file (
      folder, "page.html",
      "<title>Tides</title><h1>Tides</h1><figure id=moon><img src=m.gif alt=Moon><figcaption>"
      "Moon, <a rel=license href='https://creativecommons.org/licenses/by-nc-nd/4.0/'>BY-NC-ND"
      "</a></figcaption></figure><p>Under <a rel=license "
      "href='https://creativecommons.org/licenses/by-sa/4.0/'>CC BY-SA</a></p>");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  const CogCredit *credit;

  g_assert_true (g_file_set_contents (picture, (const char *)gif, sizeof gif - 1, NULL));
  book = read_path (path, report);
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpuint (book->credits->len, ==, 1);
  credit = g_ptr_array_index (book->credits, 0);
  g_assert_cmpstr (credit->item, ==, "page-1-moon");
  g_assert_cmpstr (credit->licence, ==, "CC-BY-NC-ND-4.0");
}

/* A credit belongs to the figure that it stands under, also behind one that has none. */
static void
test_figure_without_credit (void)
{
  g_autofree char *folder = folder_make ();
  static const guint8 gif[] = "GIF89a\001\000\001\000\200\000\000\000\000\000\377\377\377,"
                              "\000\000\000\000\001\000\001\000\000\002\002D\001\000;";
  g_autofree char *picture = g_build_filename (folder, "a.gif", NULL);
  g_autofree char *path =
      write_file (folder, "figures.html",
                  "<html lang='en'><head><title>Two</title></head><body><h1>Two</h1><p>Text.</p>"
                  "<figure><img src='a.gif' alt='A'><figcaption>First</figcaption></figure>"
                  "<figure><img src='a.gif' alt='B'><figcaption>Second (credit: Ann Lee, CC BY "
                  "4.0)</figcaption></figure></body></html>");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GHashTable) elements = NULL;
  g_autofree char *caption = NULL;
  const CogCredit *credit;

  g_file_set_contents (picture, (const char *)gif, sizeof gif - 1, NULL);
  book = read_path (path, report);
  elements = cog_book_index_elements (book);
  g_assert_cmpuint (book->credits->len, ==, 1);
  credit = g_ptr_array_index (book->credits, 0);
  caption = cog_xml_dup_folded_text (g_hash_table_lookup (elements, credit->item));
  g_assert_cmpstr (caption, ==, "Second");
}

static void
test_empty (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = write_file (folder, "nothing.html", "<html><body></body>");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, NULL);
  g_autoptr (CogBook) book = NULL;

  book = cog_reader_read (source, report, NULL, NULL, NULL, &error);
  g_assert_null (book);
  g_assert_nonnull (strstr (error->message, "nothing.html"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-html/page", test_page);
  g_test_add_func ("/reader-html/site", test_site);
  g_test_add_func ("/reader-html/gutenberg", test_gutenberg);
  g_test_add_func ("/reader-html/wiki", test_wiki);
  g_test_add_func ("/reader-html/linked-data", test_linked_data);
  g_test_add_func ("/reader-html/figure-licence", test_figure_licence);
  g_test_add_func ("/reader-html/figure-without-credit", test_figure_without_credit);
  g_test_add_func ("/reader-html/empty", test_empty);
  return g_test_run ();
}
