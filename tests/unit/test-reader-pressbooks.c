/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "book-reading.h"
#include "folder.h"
#include "made-reading.h"

#include <glib/gstdio.h>
#include <string.h>

#define META(name, value)                                                                          \
  "<wp:postmeta><wp:meta_key>" name "</wp:meta_key><wp:meta_value><![CDATA[" value                 \
  "]]></wp:meta_value></wp:postmeta>"
#define ITEM(id, type, parent, order, status, title, slug, content, more)                          \
  "<item><title>" title "</title><link>https://x.org/sea/" type "/" slug "/</link>"                \
  "<content:encoded><![CDATA[" content "]]></content:encoded><wp:post_id>" id                      \
  "</wp:post_id><wp:post_parent>" parent "</wp:post_parent><wp:menu_order>" order                  \
  "</wp:menu_order><wp:post_type>" type "</wp:post_type><wp:status>" status "</wp:status>" more    \
  "</item>"
#define RSS(items)                                                                                 \
  "<?xml version='1.0' encoding='UTF-8'?><!-- WordPress --><rss version='2.0' "                    \
  "xmlns:content='http://purl.org/rss/1.0/modules/content/' "                                      \
  "xmlns:wp='http://wordpress.org/export/1.2/'><channel><title>Sea</title><link>https://x.org/sea" \
  "</link><language>en-US</language>" items "</channel></rss>"

/* clang-format off: a row each */
static const char export[] = RSS (
    ITEM ("1",
          "metadata",
          "0",
          "1",
          "publish",
          "Book Information",
          "info",
          "",
          META ("pb_title", "The Sea") META ("pb_language", "de")
              META ("pb_book_license", "cc-by-sa")
                  META ("pb_authors", "ana") "<category domain='contributor' nicename='ana'>Ana "
                                             "Neves</category>") ITEM ("5",
                                                                       "chapter",
                                                                       "3",
                                                                       "2",
                                                                       "publish",
                                                                       "Two",
                                                                       "two",
                                                                       "Second [latex]x^2[/latex].",
                                                                       "")
        ITEM ("4",
              "chapter",
              "3",
              "1",
              "publish",
              "One",
              "one",
              "First line\nnext[footnote]A <em>note</em>.[/footnote] to <a "
              "href=\"https://x.org/sea/chapter/two/\">two</a>.\n\nOther [pb_glossary id=\"9\"]ebb"
              "[/pb_glossary] one.\n<ul>\n<li>item</li>\n</ul>\n[textbox "
              "class=\"shaded\"]Boxed[/textbox]"
              "\n\n[key_takeaways]Keep[/key_takeaways]\n\n[h5p id=\"1\"] [unknown thing]\n\n"
              "[caption id=\"attachment_7\" width=\"3\"]<img class=\"wp-image-7\" src=\""
              "data:image/"
              "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgAB"
              "SK+kcQAAAABJRU5ErkJggg==\" alt=\"Moon\" /> A moon[/caption]\n\nhttps://youtu.be/x",
              META ("pb_section_license",
                    "cc-by-nc") "<category domain='contributor' nicename='bo'>Bo Berg</category>")
            ITEM ("3", "part", "0", "1", "publish", "Waters", "waters", "", "") ITEM (
                "2",
                "front-matter",
                "0",
                "1",
                "publish",
                "Preface",
                "preface",
                "Hello.",
                "<category domain='front-matter-type' nicename='preface'>x</category>")
                ITEM ("6", "chapter", "3", "3", "draft", "Three", "three", "Not yet", "") ITEM (
                    "7",
                    "attachment",
                    "4",
                    "0",
                    "inherit",
                    "Full moon",
                    "moon",
                    "",
                    META ("pb_media_attribution_author", "Luna")
                        META ("pb_media_attribution_license", "cc-by"))
                    ITEM ("9", "glossary", "0", "0", "publish", "Ebb", "ebb", "Water that goes", "")
                        ITEM ("10",
                              "page",
                              "0",
                              "0",
                              "publish",
                              "Buy",
                              "buy",
                              "<!-- Here be dragons. -->Shop",
                              ""));
/* clang-format on */

typedef struct
{
  CogReport *report;
  CogBook *book;
  char *content;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (export, sizeof export - 1);

  f->report = cog_report_new ();
  f->book = made_read (bytes, "pressbooks", f->report);
  f->content = made_dup_content (f->book);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  cog_report_free (f->report);
  cog_book_free (f->book);
  g_free (f->content);
}

static void
test_structure (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (f->book->credit->title, ==, "The Sea");
  g_assert_cmpstr (f->book->language, ==, "de");
  g_assert_true (g_regex_match_simple (
      "\\[Preface\\].*Hello.*\\[Waters\\].*\\[One\\].*First.*\\[Two\\].*Second.*Ebb", f->content,
      G_REGEX_DOTALL, 0));
  made_assert_lacks (f->content, "Not yet");
  made_assert_lacks (f->content, "Shop");
  g_assert_true (cog_report_has (f->report, "draft-left-out"));
  g_assert_cmpstr (((CogSection *)g_ptr_array_index (f->book->sections, 0))->type, ==, "preface");
}

static void
test_content (Fixture *f, gconstpointer data)
{
  made_assert_has (f->content, "First line<br/>");
  made_assert_has (f->content, "epub:type=\"noteref\"");
  made_assert_has (f->content, "A <em>note</em>.");
  made_assert_has (f->content, "href=\"#post-5\">two</a>");
  g_assert_true (
      g_regex_match_simple ("href=\"#(post-)?[a-z0-9]*-term-9\">ebb</a>", f->content, 0, 0));
  g_assert_true (g_regex_match_simple ("<aside[^>]*class=\"summary\"[^>]*>.*Keep", f->content,
                                       G_REGEX_DOTALL, 0));
  made_assert_has (f->content, "Boxed");
  made_assert_has (f->content, "[unknown thing]");
  made_assert_has (f->content, "<math");
  made_assert_has (f->content, "href=\"https://youtu.be/x\"");
  made_assert_has (f->content, "alt=\"Moon\"");
  made_assert_lacks (f->content, "[h5p");
  g_assert_true (cog_report_has (f->report, "shortcode-dropped"));
}

static void
test_rights (Fixture *f, gconstpointer data)
{
  const CogCredit *chapter = made_find_credit (f->book, "post-4");
  const CogCredit *moon = made_find_credit (f->book, "attachment_7");

  g_assert_cmpstr (f->book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (f->book->credit->agents, 0))->name, ==,
                   "Ana Neves");
  g_assert_cmpuint (f->book->credits->len, ==, 2);
  g_assert_cmpstr (chapter->licence, ==, "CC-BY-NC-4.0");
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (chapter->agents, 0))->name, ==, "Bo Berg");
  g_assert_cmpstr (moon->licence, ==, "CC-BY-4.0");
  g_assert_cmpstr (moon->title, ==, "Full moon");
}

#define LICENCE(title, name, url)                                                                  \
  "<div class=\"license-attribution\"><p><a rel=\"cc:attributionURL\" property=\"dc:title\" "      \
  "href=\"https://x.org/t\">" title "</a> by <span property=\"cc:attributionName\">" name          \
  "</span> is licensed under a <a rel=\"license\" "                                                \
  "href=\"https://creativecommons.org/licenses/" url                                               \
  "\">licence</a>, except where otherwise noted.</p></div>"

/* A chapter's own licence is the chapter's, and no contradiction to the book's. */
static void
test_chapters (void)
{
  static const char page[] =
      "<!DOCTYPE html><html lang=\"en\"><head><title>Sea</title></head><body><div "
      "id=\"copyright-page\">" LICENCE (
          "Sea", "Ana", "by/4.0/") "</div><div class=\"chapter "
                                   "standard\" id=\"one\"><h1>One</h1><p "
                                   "class=\"chapter-author\">Bo</p><div class=\"textbox "
                                   "textbox--learning-objectives\"><p>Know</p></div>" LICENCE (
                                       "One", "Bo",
                                       "by-nc/4.0/") "</div><div class=\"chapter standard\" "
                                                     "id=\"two\"><h1>Two</h1><p>Words</"
                                                     "p>" LICENCE ("Two", "Ana",
                                                                   "by/4.0/") "</div></"
                                                                              "body></html>";
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "sea.html", NULL);
  g_autoptr (CogBook) book = g_file_set_contents (path, page, -1, NULL) ? book_read (path) : NULL;
  g_autofree char *content = made_dup_content (book);
  const CogCredit *one = made_find_credit (book, "-one");

  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-4.0");
  g_assert_cmpuint (book->credits->len, ==, 1);
  g_assert_cmpstr (one->licence, ==, "CC-BY-NC-4.0");
  made_assert_has (content, "class=\"objectives\"");
  made_assert_has (content, "epub:type=\"learning-objectives\"");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/reader-pressbooks/structure", Fixture, NULL, set_up, test_structure, tear_down);
  g_test_add ("/reader-pressbooks/content", Fixture, NULL, set_up, test_content, tear_down);
  g_test_add ("/reader-pressbooks/rights", Fixture, NULL, set_up, test_rights, tear_down);
  g_test_add_func ("/reader-pressbooks/chapters", test_chapters);
  return g_test_run ();
}
