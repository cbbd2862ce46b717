/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office-book.h"

#include "book-reading.h"
#include "edition-fixture.h"

#include <string.h>

#define MATH "<math xmlns=\"" COG_NS_MATHML "\""

const char office_book_text[] =
    "<h1 id=\"one-h\">Rivers &amp; lakes</h1>"
    "<p id=\"one-p\">Water<a epub:type=\"noteref\" role=\"doc-noteref\" id=\"one-r\" "
    "href=\"#one-n\">1</a> <em>flows</em>, <strong>fast</strong>, H<sub>2</sub>O, <code>x</code>; "
    "see <a href=\"#one-t\">the table</a> and <a "
    "href=\"https://example.org/?a=1&amp;b=2\">more</a>. "
    "<span lang=\"fr\">L’eau.</span> " MATH "><mfrac><mi>a</mi><mn>2</mn></mfrac></math></p>"
    "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"one-n\"><p id=\"one-np\">A "
    "note.</p></aside>"
    "<h2 id=\"one-h2\">Lists</h2>"
    "<ol id=\"one-ol\" start=\"3\"><li id=\"one-l1\"><p id=\"one-l1p\">First.</p><p "
    "id=\"one-l1q\">Still first.</p><ul id=\"one-ul\"><li id=\"one-l2\">Inner.</li></ul></li>"
    "<li id=\"one-l3\">Second.</li></ol>"
    "<ol id=\"one-ol2\" type=\"a\"><li id=\"one-l4\">Letter.</li></ol>"
    "<blockquote id=\"one-bq\"><p id=\"one-bqp\">Quoted.</p></blockquote>"
    "<pre id=\"one-pre\">a\n  b</pre>"
    "<dl id=\"one-dl\"><dt id=\"one-dt\">Term</dt><dd id=\"one-dd\">Meaning.</dd></dl>"
    "<figure id=\"one-f\"><img id=\"one-i\" src=\"media/a.png\" alt=\"A &quot;wide&quot; "
    "river.\"/><figcaption id=\"one-c\">The river.</figcaption></figure>"
    "<table id=\"one-t\"><caption id=\"one-tc\">Speeds</caption><thead><tr><th scope=\"col\" "
    "id=\"one-1\">River</th><th scope=\"col\" colspan=\"2\" id=\"one-2\">Speed</th></tr></thead>"
    "<tbody><tr><td rowspan=\"2\" id=\"one-3\">Nile</td><td id=\"one-4\">3</td><td id=\"one-5\">4"
    "</td></tr><tr><td id=\"one-6\">5</td><td id=\"one-7\">6</td></tr></tbody></table>" MATH
    " display=\"block\" id=\"one-m\"><msqrt><mi>x</mi></msqrt><mo>=</mo><mn>7</mn></math>"
    "<aside class=\"tip\" id=\"one-b\"><p id=\"one-bp\">Look closely.</p></aside>"
    "<section epub:type=\"practice\" class=\"exercise\" id=\"one-e\"><section "
    "epub:type=\"question\" class=\"problem\" id=\"one-q\"><p id=\"one-qp\">Why?</p></section>"
    "<section epub:type=\"answer\" class=\"solution\" id=\"one-a\"><p id=\"one-ap\">So.</p>"
    "</section></section>";

static void
add_picture (CogBook *book)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  g_autoptr (GBytes) bytes = g_bytes_new_static (png, sizeof png);
  CogAsset *asset = cog_asset_new ("media/a.png", "image/png", bytes);

  asset->width = 40;
  asset->height = 20;
  cog_book_add_asset (book, asset);
}

CogBook *
office_book_new (const char *language, const char *inner)
{
  CogBook *book = cog_book_new ();
  CogSection *section = cog_section_new ("one", "Rivers & lakes");
  g_autofree char *xml = g_strdup_printf (
      "<section xmlns=\"" COG_NS_XHTML "\" xmlns:epub=\"" COG_NS_EPUB "\" id=\"one\">%s</section>",
      inner);
  g_autoptr (GError) error = NULL;

  section->type = g_strdup ("chapter");
  section->content = cog_xml_parse_own (xml, -1, &error);
  g_assert_no_error (error);
  book->language = g_strdup (language);
  book->modified = g_strdup ("2026-01-02T03:04:05Z");
  book->rights = g_strdup ("© Ada Example, CC BY 4.0");
  g_clear_pointer (&book->credit, cog_credit_free);
  book->credit = cog_credit_new ();
  book->credit->title = g_strdup ("Water & more");
  book->credit->licence = g_strdup ("CC-BY-4.0");
  g_ptr_array_add (book->credit->agents, cog_agent_new ("Ada Example", COG_ROLE_AUTHOR));
  if (strstr (inner, "media/a.png") != NULL)
    add_picture (book);
  g_ptr_array_add (book->sections, section);
  cog_book_identify (book, NULL);
  g_assert_true (cog_book_validate (book, NULL));
  return book;
}

CogBook *
office_book_read_back (const CogBook *book, const char *target)
{
  CogBook *again;

  edition_fixture_write (book, target);
  again = book_read (target);
  g_assert_true (cog_book_validate (again, NULL));
  return again;
}

char *
office_book_dup_content (const CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  g_autoptr (GString) content = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      g_autofree char *text = section->content != NULL ? cog_section_serialise (section) : NULL;

      if (text != NULL)
        g_string_append (content, text);
    }
  return g_strdup (content->str);
}

void
office_book_assert_has (const char *content, const char *words)
{
  if (strstr (content, words) == NULL)
    g_error ("no “%s” in: %s", words, content);
}
