/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition-fixture.h"

#include "cog-edition-job.h"
#include "cog-writer.h"

#include <string.h>

static const char cover[] = "<figure id=\"cover-f\"><img id=\"cover-i\" src=\"media/a.png\" "
                            "alt=\"A river.\"/></figure>";

static const char one[] =
    "<h1 id=\"one-h\">Rivers &amp; <em>lakes</em></h1>"
    "<p id=\"one-p\"><span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"one-12\" "
    "aria-label=\"12\"></span>Water<a epub:type=\"noteref\" role=\"doc-noteref\" id=\"one-r\" "
    "href=\"#one-n\">1</a> flows, see <a href=\"#two-t\">the table</a>, <a href=\"#two\">the next "
    "chapter</a> and <a href=\"https://example.org/?a=1&amp;b=2\">more</a>. "
    "<span lang=\"fr\">L’eau.</span> <math xmlns=\"" COG_NS_MATHML
    "\"><mi>v</mi><mo>=</mo><mn>3</mn></math></p>"
    "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"one-n\"><p id=\"one-np\">A "
    "note.</p></aside>"
    "<figure id=\"one-f\"><img id=\"one-i\" src=\"media/a.png\" alt=\"A &quot;wide&quot; "
    "river.\"/><figcaption id=\"one-c\">The river.</figcaption></figure>";

static const char undescribed[] = "<figure id=\"one-g\"><img id=\"one-j\" src=\"media/b.png\"/>"
                                  "</figure>";

static const char two[] =
    "<h1 id=\"two-h\">Tables</h1>"
    "<h2 id=\"two-s\" epub:type=\"subtitle\">and what they say</h2>"
    "<p id=\"two-p\"><span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"two-13\" "
    "aria-label=\"13\"></span>Back to <a href=\"#one-p\">the water</a>.</p>"
    "<table id=\"two-t\"><caption id=\"two-c\">Speeds</caption><thead><tr><th scope=\"col\" "
    "id=\"two-1\">River</th><th scope=\"col\" id=\"two-2\"></th></tr></thead><tbody><tr>"
    "<td id=\"two-3\">Nile</td><td id=\"two-4\">3</td></tr></tbody></table>"
    "<math xmlns=\"" COG_NS_MATHML
    "\" display=\"block\" id=\"two-m\"><mi>x</mi><mo>=</mo><mn>1234567890</mn><mo>+</mo>"
    "<mn>1234567890</mn><mo>+</mo><mn>1</mn></math>"
    "<aside class=\"tip\" id=\"two-b\"><p id=\"two-bp\">Look closely.</p></aside>"
    "<section epub:type=\"practice\" class=\"exercise\" id=\"two-e\"><section "
    "epub:type=\"question\" class=\"problem\" id=\"two-q\"><p id=\"two-qp\">Why?</p></section>"
    "<section epub:type=\"answer\" class=\"solution\" id=\"two-a\"><p id=\"two-ap\">So.</p>"
    "</section></section>";

static CogSection *
new_section (const char *id, const char *title, const char *type, const char *inner)
{
  CogSection *section = cog_section_new (id, title);
  g_autofree char *xml =
      inner != NULL ? g_strdup_printf ("<section xmlns=\"" COG_NS_XHTML
                                       "\" xmlns:epub=\"" COG_NS_EPUB "\" id=\"%s\">%s</section>",
                                       id, inner)
                    : NULL;
  g_autoptr (GError) error = NULL;

  section->type = g_strdup (type);
  if (xml != NULL)
    section->content = cog_xml_parse_own (xml, -1, &error);
  g_assert_no_error (error);
  return section;
}

static void
add_picture (CogBook *book, const char *name)
{
  static const guint8 png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  g_autoptr (GBytes) bytes = g_bytes_new_static (png, sizeof png);

  cog_book_add_asset (book, cog_asset_new (name, "image/png", bytes));
}

static void
add_credit (CogBook *book, const char *item, const char *name, const char *licence)
{
  CogCredit *credit = cog_credit_new ();

  credit->item = g_strdup (item);
  credit->title = g_strdup ("By the water");
  credit->licence = g_strdup (licence);
  credit->source_url = g_strdup ("https://example.org/picture");
  g_ptr_array_add (credit->agents, cog_agent_new (name, COG_ROLE_AUTHOR));
  g_ptr_array_add (book->credits, credit);
}

static void
describe (CogBook *book, const char *language)
{
  book->language = g_strdup (language);
  book->modified = g_strdup ("2026-01-02T03:04:05Z");
  book->cover = g_strdup ("media/a.png");
  g_clear_pointer (&book->credit, cog_credit_free);
  book->credit = cog_credit_new ();
  book->credit->title = g_strdup ("Water </script> \"& more\"");
  book->credit->licence = g_strdup ("CC-BY-4.0");
  book->credit->publisher = g_strdup ("Example Press");
  g_ptr_array_add (book->credit->agents, cog_agent_new ("Ada Example", COG_ROLE_AUTHOR));
  g_ptr_array_add (book->credit->agents, cog_agent_new ("Tom Turner", COG_ROLE_TRANSLATOR));
}

static CogBook *
make (const char *language, gboolean all_described)
{
  CogBook *book = cog_book_new ();
  CogSection *part = new_section ("part", "All about water", "part", NULL);
  g_autofree char *first = g_strconcat (one, all_described ? "" : undescribed, NULL);

  describe (book, language);
  add_picture (book, "media/a.png");
  if (!all_described)
    add_picture (book, "media/b.png");
  g_ptr_array_add (book->sections, new_section ("cover", "Cover", "cover", cover));
  g_ptr_array_add (part->children, new_section ("one", "Rivers & lakes", "chapter", first));
  g_ptr_array_add (part->children, new_section ("two", "Tables", "chapter", two));
  g_ptr_array_add (book->sections, part);
  add_credit (book, "one-f", "Mara Lindqvist", "CC-BY-SA-4.0");
  add_credit (book, "two-t", "Ben Brook", "CC-BY-3.0");
  cog_book_identify (book, NULL);
  g_assert_true (cog_book_validate (book, NULL));
  return book;
}

CogBook *
edition_fixture_new_bare (const char *language)
{
  return make (language, FALSE);
}

/* However they came: found, confirmed, dropped; and proposed, of the work that it was made from. */
static void
add_notices (CogCredit *credit, CogCredit *source)
{
  for (int origin = COG_NOTICE_FOUND; origin <= COG_NOTICE_DROPPED; origin++)
    {
      CogNotice *notice = cog_notice_new ("derivative", "A <sentence> & more.", "en");

      notice->origin = (CogNoticeOrigin)origin;
      notice->publisher = g_strdup (origin != COG_NOTICE_FOUND ? "unesco" : NULL);
      g_ptr_array_add (origin == COG_NOTICE_PROPOSED ? source->notices : credit->notices, notice);
    }
}

/* Everything that a credit can hold, and signs that mean something to HTML and JSON. */
void
edition_fixture_fill_credit (CogCredit *credit)
{
  CogAgent *agent = cog_agent_new ("آدا </script><!-- \"A\" & 'B' \\u003c", COG_ROLE_AUTHOR);
  CogStatement *statement = cog_statement_new (COG_EVIDENCE_TEXT, "a.xhtml", "p", "under CC\nBY",
                                               "http://creativecommons.org/licenses/by/4.0");
  CogCredit *source = cog_credit_new ();
  CogCredit *first = cog_credit_new ();

  agent->url = g_strdup ("https://example.org/?a=1&b=<2>");
  agent->file_as = g_strdup ("Ada");
  g_ptr_array_add (credit->agents, agent);
  g_ptr_array_add (credit->agents, cog_agent_new ("Mara, Lindqvist", COG_ROLE_AUTHOR));
  statement->licence = g_strdup ("CC-BY-4.0");
  g_ptr_array_add (credit->statements, statement);
  g_ptr_array_add (credit->notices,
                   cog_notice_new ("translation", "This is no official translation.", "en"));
  add_notices (credit, source);
  credit->copyright = g_strdup ("© 2020 Example & Co <all>");
  credit->changes = g_strdup ("modification of work by");
  credit->words = g_strdup ("(credit: “x”)");
  source->title = g_strdup ("Waves");
  /* Of no catalogue: kept as it is. */
  source->licence = g_strdup ("LicenseRef-Of-Nobody-9.9");
  first->title = g_strdup ("Ripples");
  first->licence = g_strdup ("CC-BY-2.0 OR CC-BY-SA-3.0");
  g_ptr_array_add (source->upstream, first);
  g_ptr_array_add (credit->upstream, source);
}

CogBook *
edition_fixture_new_recorded (const char *language)
{
  CogBook *book = edition_fixture_new_bare (language);

  edition_fixture_fill_credit (book->credit);
  edition_fixture_fill_credit (g_ptr_array_index (book->credits, 0));
  g_free (book->credit->language);
  book->credit->language = g_strdup (language);
  return book;
}

CogBook *
edition_fixture_new (const char *language)
{
  CogBook *book = make (language, FALSE);

  cog_edition_complete_unchanged (book);
  return book;
}

CogBook *
edition_fixture_new_described (const char *language)
{
  CogBook *book = make (language, TRUE);

  cog_edition_complete_unchanged (book);
  return book;
}

void
edition_fixture_write (const CogBook *book, const char *target)
{
  g_autoptr (GError) error = NULL;
  CogWriterOptions options = { COG_PAPER_A4 };
  const CogWriter *writer = cog_writer_find (target, &error);

  g_assert_no_error (error);
  cog_writer_write (writer, book, &options, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}
