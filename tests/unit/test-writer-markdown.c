/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-container.h"
#include "edition-fixture.h"
#include "folder.h"
#include "office-book.h"

#include <locale.h>
#include <string.h>

static char *
write_text (const char *inner)
{
  g_autoptr (CogBook) book = office_book_new ("en", inner);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  edition_fixture_write (book, "book.md");
  g_file_get_contents ("book.md", &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_front_matter (void)
{
  g_autofree char *text = write_text (office_book_text);

  g_assert_true (g_str_has_prefix (text, "---\ntitle: \"Water & more\"\n"));
  office_book_assert_has (text, "author:\n  - \"Ada Example\"\n");
  office_book_assert_has (text, "lang: \"en\"\n");
  office_book_assert_has (text, "license: \"https://creativecommons.org/licenses/by/4.0/\"\n");
}

static void
test_text (void)
{
  g_autofree char *text = write_text (office_book_text);

  office_book_assert_has (text, "\n# Rivers & lakes\n");
  office_book_assert_has (text, "Water[^1] *flows*, **fast**, H<sub>2</sub>O, `x`;");
  office_book_assert_has (text, "[the table](#one-t)");
  office_book_assert_has (text, "[more](https://example.org/?a=1&b=2)");
  office_book_assert_has (text, "\n[^1]: A note.\n");
  office_book_assert_has (text, "\n3. First.\n\n   Still first.\n   - Inner.\n4. Second.\n");
  office_book_assert_has (text, "\n> Quoted.\n");
  office_book_assert_has (text, "\n```\na\n  b\n```\n");
  office_book_assert_has (text, "\nTerm\n:   Meaning.\n");
  office_book_assert_has (text, "![A \"wide\" river.](data:image/png;base64,");
  office_book_assert_has (text, "<td rowspan=\"2\">Nile</td><td>3</td><td>4</td></tr>");
}

static void
test_plain_table (void)
{
  g_autofree char *text =
      write_text ("<table id=\"one-t\"><thead><tr><th id=\"one-1\">A</th><th id=\"one-2\">B|C</th>"
                  "</tr></thead><tbody><tr><td id=\"one-3\">1</td><td id=\"one-4\"><strong>2"
                  "</strong></td></tr></tbody></table>");

  office_book_assert_has (text, "\n| A | B\\|C |\n| --- | --- |\n| 1 | **2** |\n");
}

/* Words that look like signs say nothing but themselves when they are read again. */
static void
test_signs (void)
{
  static const char words[] = "1. *a* _b_ `c` [d](e) &amp;amp; # + $x$ ~y~ &lt;i&gt; \\ [^1] !";
  g_autofree char *inner = g_strdup_printf ("<h1 id=\"one-h\">Signs</h1><p id=\"one-p\">%s</p><p "
                                            "id=\"one-q\"># no heading</p><p id=\"one-r\">- no "
                                            "item</p>",
                                            words);
  g_autoptr (CogBook) book = office_book_new ("en", inner);
  g_autoptr (CogBook) again = office_book_read_back (book, "book.md");
  g_autofree char *content = office_book_dup_content (again);
  g_autofree char *expected = g_strdup_printf (">%s</p>", words);

  office_book_assert_has (content, expected);
  office_book_assert_has (content, "># no heading</p>");
  office_book_assert_has (content, ">- no item</p>");
}

static void
test_again (void)
{
  g_autoptr (CogBook) book = office_book_new ("en", office_book_text);
  g_autoptr (CogBook) again = office_book_read_back (book, "book.md.zip");
  g_autofree char *content = office_book_dup_content (again);

  office_book_assert_has (content, "<em>flows</em>, <strong>fast</strong>, H<sub>2</sub>O");
  office_book_assert_has (content, "start=\"3\"");
  office_book_assert_has (content, "<mfrac><mi>a</mi><mn>2</mn></mfrac>");
  office_book_assert_has (content, "colspan=\"2\"");
  office_book_assert_has (content, "rowspan=\"2\"");
  office_book_assert_has (content, "role=\"doc-noteref\"");
  office_book_assert_has (content, "<blockquote");
  office_book_assert_has (content, "<pre");
  office_book_assert_has (content, "<figcaption");
  office_book_assert_has (content, "<aside");
  office_book_assert_has (content, "<span lang=\"fr\">L’eau.</span>");
  g_assert_cmpstr (again->language, ==, "en");
  g_assert_cmpstr (again->credit->licence, ==, "CC-BY-4.0");
  g_assert_cmpuint (again->assets->len, ==, 1);
}

static void
test_folder (void)
{
  g_autoptr (CogBook) book = office_book_new ("en", office_book_text);

  edition_fixture_write (book, "folder.md/");
  g_assert_true (g_file_test ("folder.md/book.md", G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test ("folder.md/media/a.png", G_FILE_TEST_IS_REGULAR));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-markdown/front-matter", test_front_matter);
  g_test_add_func ("/writer-markdown/text", test_text);
  g_test_add_func ("/writer-markdown/plain-table", test_plain_table);
  g_test_add_func ("/writer-markdown/signs", test_signs);
  g_test_add_func ("/writer-markdown/again", test_again);
  g_test_add_func ("/writer-markdown/folder", test_folder);
  return g_test_run ();
}
