/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "book-reading.h"
#include "folder.h"
#include "made-reading.h"

#include <glib/gstdio.h>
#include <string.h>

#define PIXEL                                                                                      \
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK"   \
  "+kcQAAAABJRU5ErkJggg=="
#define HEAD(date)                                                                                 \
  "<!DOCTYPE html><html prefix=\"dc: http://purl.org/dc/terms/ mw: http://mediawiki.org/rdf/\">"   \
  "<head><meta property=\"dc:modified\" content=\"" date "\"/><link rel=\"dc:isVersionOf\" "       \
  "href=\"//en.wikipedia.org/wiki/Tide\"/><title>Tide</title><base "                               \
  "href=\"//en.wikipedia.org/wiki/\"/></head><body lang=\"en\" class=\"mw-parser-output\">"

static const char page[] =
    HEAD ("2024-07-27T00:53:50.000Z") "<section data-mw-section-id=\"0\"><div role=\"note\" "
                                      "class=\"hatnote navigation-not-searchable\">For the soap, "
                                      "see soap.</div><p>Tides rise"
                                      "<sup id=\"cite_ref-1\" class=\"mw-ref reference\" "
                                      "typeof=\"mw:Extension/ref\"><a "
                                      "href=\"./Tide#cite_note-1\"><span "
                                      "class=\"mw-reflink-text\">[1]</span></a></sup> and <a "
                                      "href=\"./Sea\">sea</a> <span typeof=\"mw:Extension/math\" "
                                      "data-mw='{\"body\":{\"extsrc\":\"F=\\\\frac{a}{b}\"}}'></"
                                      "span>.</p><figure "
                                      "typeof=\"mw:File/Thumb\"><a href=\"./File:Full_moon.gif\" "
                                      "class=\"mw-file-description\"><img "
                                      "resource=\"./File:Full_moon.gif\" src=\"" PIXEL
                                      "\" alt=\"A moon\"/></a><figcaption>The moon."
                                      "</figcaption></figure></section><section "
                                      "data-mw-section-id=\"1\"><h2>References</h2><ol "
                                      "class=\"mw-references\"><li id=\"cite_note-1\"><a "
                                      "href=\"./Tide#cite_ref-1\" "
                                      "rel=\"mw:referencedBy\">↑</a> <span "
                                      "class=\"mw-reference-text\">A. Neves.</span></li></ol>"
                                      "<div class=\"navbox\" role=\"navigation\">Navbox "
                                      "words</div></section></body></html>";

static CogBook *
read_page (const char *text)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "Tide.html", NULL);
  CogBook *book;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  book = book_read (path);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return book;
}

static void
test_parsoid (void)
{
  g_autoptr (CogBook) book = read_page (page);
  g_autofree char *content = made_dup_content (book);
  const CogAgent *people = g_ptr_array_index (book->credit->agents, 0);
  const CogCredit *moon = g_ptr_array_index (book->credits, 0);

  made_assert_has (content, "<mfrac>");
  made_assert_has (content, "href=\"https://en.wikipedia.org/wiki/Sea\"");
  made_assert_has (content, "noteref");
  made_assert_lacks (content, "soap");
  made_assert_lacks (content, "Navbox");
  made_assert_lacks (content, "File:Full");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpstr (book->credit->source_url, ==, "https://en.wikipedia.org/wiki/Tide");
  g_assert_cmpstr (people->name, ==, "Wikipedia contributors");
  g_assert_cmpstr (people->url, ==,
                   "https://en.wikipedia.org/w/index.php?title=Tide&action=history");
  g_assert_cmpuint (book->credits->len, ==, 1);
  g_assert_cmpstr (moon->title, ==, "Full moon.gif");
  g_assert_cmpstr (moon->source_url, ==, "https://en.wikipedia.org/wiki/File:Full_moon.gif");
  /* The page does not say what the file is under. */
  g_assert_null (moon->licence);
}

static void
test_dates (void)
{
  g_autoptr (CogBook) book =
      read_page (HEAD ("2019-07-27T00:53:50.000Z") "<p>Tides.</p></body></html>");

  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-3.0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-wiki/parsoid", test_parsoid);
  g_test_add_func ("/reader-wiki/dates", test_dates);
  return g_test_run ();
}
