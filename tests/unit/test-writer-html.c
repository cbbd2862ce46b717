/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-job.h"
#include "cog-writer.h"
#include "edition-fixture.h"
#include "folder.h"
#include "office-book.h"
#include "written.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

static Written *
write_one (const char *language)
{
  g_autoptr (CogBook) book = edition_fixture_new (language);

  edition_fixture_write (book, "book.html");
  return written_open ("book.html");
}

static Written *
write_site (const char *language)
{
  g_autoptr (CogBook) book = edition_fixture_new (language);

  edition_fixture_write (book, "site/");
  return written_open ("site");
}

static void
assert_there (Written *page, const char *file, const char *path)
{
  if (written_count (page, file, path) == 0)
    g_error ("%s has no %s", file, path);
}

static void
assert_says (Written *page, const char *file, const char *path, const char *text)
{
  g_autofree char *found = written_dup (page, file, path);

  g_assert_cmpstr (found, ==, text);
}

/* One file: it needs nothing beside it. */
static void
test_embedded (void)
{
  g_autoptr (Written) page = write_one ("en");

  written_assert_sound (page, "book.html");
  g_assert_cmpuint (written_count (page, "book.html", "//h:link[@rel='stylesheet']"), ==, 0);
  g_assert_cmpuint (written_count (page, "book.html", "//h:style"), ==, 2);
  g_assert_cmpuint (written_count (page, "book.html", "//*[@src]"), ==, 3);
  g_assert_cmpuint (
      written_count (page, "book.html", "//*[starts-with(@src, 'data:image/png;base64,')]"), ==, 3);
}

static void
test_outline (void)
{
  g_autoptr (Written) page = write_one ("en");

  g_assert_cmpuint (written_count (page, "book.html", "//h:h1"), ==, 1);
  assert_says (page, "book.html", "string(//h:h1)", "Water </script> \"& more\"");
  assert_says (page, "book.html", "string(//h:section[@id='part']/h:h2)", "All about water");
  assert_says (page, "book.html", "string(//h:section[@id='one']/h:h3)", "Rivers & lakes");
  /* What has no heading has no place in the outline. */
  assert_there (page, "book.html", "//h:div[@id='cover']");
  assert_there (page, "book.html", "//h:div[@class='exercise']");
  g_assert_cmpuint (
      written_count (page, "book.html",
                     "//h:section[not(h:h1 or h:h2 or h:h3 or h:h4 or h:h5 or h:h6)]"),
      ==, 0);
  g_assert_cmpuint (written_count (page, "book.html", "//@*[name()='epub:type']"), ==, 0);
  g_assert_cmpuint (written_count (page, "book.html", "//h:main"), ==, 1);
  g_assert_cmpuint (written_count (page, "book.html", "//h:nav//h:a"), ==, 6);
  assert_says (page, "book.html", "string(//h:a[@class='skip']/@href)", "#text");
}

static void
test_notes (void)
{
  g_autoptr (Written) page = write_one ("en");

  assert_says (page, "book.html", "string(//h:a[@role='doc-noteref']/@href)", "#one-n");
  assert_says (page, "book.html", "string(//h:aside//h:a[@role='doc-backlink']/@href)", "#one-r");
  assert_there (page, "book.html", "//h:span[@id='one-12'][not(@role)]");
}

static void
test_rights_for_people (void)
{
  g_autoptr (Written) page = write_one ("ar-EG");

  assert_says (page, "book.html", "string(/h:html/@lang)", "ar-EG");
  assert_says (page, "book.html", "string(/h:html/@dir)", "rtl");
  assert_says (page, "book.html", "string(//h:section[@id='cognate-copyright']/h:h2)",
               "حقوق النشر والرخصة");
  assert_there (page, "book.html",
                "//h:figure[@id='one-f']//h:p[@class='credit']//h:bdi[.='Mara Lindqvist']");
  assert_there (page, "book.html", "//h:section[@id='cognate-credits']//h:li[2]");
  assert_there (page, "book.html", "//h:footer/h:p[contains(., 'Ada Example')]");
}

static void
test_rights_for_machines (void)
{
  g_autoptr (Written) page = write_one ("en");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json =
      written_dup (page, "book.html", "string(//h:script[@type='application/ld+json'])");
  JsonObject *object;
  JsonArray *parts;

  assert_says (page, "book.html", "string(//h:link[@rel='license']/@href)",
               "https://creativecommons.org/licenses/by/4.0/");
  /* In a page that holds all, the figure stands for the picture. */
  assert_says (page, "book.html", "string(//h:figure[@typeof='schema:ImageObject']/@resource)",
               "#one-f");
  assert_there (page, "book.html", "//h:p[@property='schema:creditText'][h:a[@rel='license']]");
  assert_says (page, "book.html", "string(//h:table/../following-sibling::h:p[1]/@about)",
               "#two-t");
  /* A title does not end the script. */
  g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
  object = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (object, "name"), ==,
                   "Water </script> \"& more\"");
  g_assert_cmpstr (json_object_get_string_member (object, "license"), ==,
                   "https://creativecommons.org/licenses/by/4.0/");
  parts = json_object_get_array_member (object, "hasPart");
  g_assert_cmpuint (json_array_get_length (parts), ==, 2);
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (parts, 0), "license"), ==,
      "https://creativecommons.org/licenses/by-sa/4.0/");
}

/* The page of rights speaks of the work, and the lines under figures of the figures. */
static void
test_marked_rights (void)
{
  g_autoptr (Written) page = write_one ("en");
  g_autoptr (Written) site = write_site ("en");
  static const char rights[] = "text-cognate-copyright.html";

  assert_there (site, rights, "//h:article/h:p[@about='index.html']");
  assert_there (page, "book.html", "//h:section[@id='cognate-copyright']/h:p[@about='']");
  assert_says (site, rights, "string(//h:bdi[@property='dct:title'])",
               "Water </script> \"& more\"");
  assert_says (site, rights, "string(//h:bdi[@property='cc:attributionName'][1])", "Ada Example");
  assert_there (site, rights, "//h:bdi[@property='cc:attributionName'][. = 'Tom Turner']");
  assert_there (site, rights,
                "//h:a[@rel='license'][@href='https://creativecommons.org/licenses/by/4.0/']");
  assert_there (site, "text-one.html",
                "//h:figure//h:a[@rel='cc:attributionURL'][@property='dct:title']"
                "[@href='https://example.org/picture'][.='By the water']");
  assert_says (site, "text-one.html", "string(//h:figure//*[@property='cc:attributionName'])",
               "Mara Lindqvist");
}

/* A translation does not state its source's licence as its own. */
static void
test_marked_sources (void)
{
  g_autoptr (CogBook) book = edition_fixture_new_bare ("es");
  CogCredit *source = cog_credit_new ();
  g_autoptr (Written) page = NULL;

  source->title = g_strdup ("Flow");
  source->licence = g_strdup ("CC-BY-SA-3.0-IGO");
  source->source_url = g_strdup ("https://example.org/flow");
  g_ptr_array_add (book->sources, source);
  cog_edition_complete_unchanged (book);
  edition_fixture_write (book, "marked.html");
  page = written_open ("marked.html");
  assert_there (page, "marked.html",
                "//h:a[@rel='dct:source'][@href='https://example.org/flow'][.='Flow']");
  assert_there (page, "marked.html",
                "//h:section[@id='cognate-copyright']//h:a"
                "[contains(@href, '/by-sa/3.0/igo/')][not(@rel)]");
}

static JsonObject *
get_object (JsonObject *object, const char *member, guint i)
{
  return json_array_get_object_element (json_object_get_array_member (object, member), i);
}

static void
assert_member (JsonObject *object, const char *member, const char *value)
{
  g_assert_cmpstr (json_object_get_string_member_with_default (object, member, NULL), ==, value);
}

/* The whole record of the edition is a graph: who, from what, with which parts. */
static void
test_linked_data (void)
{
  g_autoptr (CogBook) book = edition_fixture_new_bare ("es");
  CogCredit *source = cog_credit_new ();
  CogCredit *left = g_ptr_array_index (book->credits, 0);
  CogCredit *right = cog_credit_copy (left);
  g_autoptr (Written) site = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = NULL;
  JsonObject *work, *item;

  book->credit->year = g_strdup ("2026");
  book->credit->copyright = g_strdup ("© 2026 Lake School");
  g_ptr_array_add (book->credit->agents, cog_agent_new ("Lake School", COG_ROLE_HOLDER));
  source->title = g_strdup ("Flow");
  source->language = g_strdup ("en");
  source->source_url = g_strdup ("https://example.org/flow");
  g_ptr_array_add (source->upstream, cog_credit_copy (left));
  g_ptr_array_add (book->sources, source);
  left->part = g_strdup ("a");
  right->part = g_strdup ("b");
  g_free (right->licence);
  right->licence = g_strdup ("CC-BY-NC-4.0");
  g_ptr_array_insert (book->credits, 1, right);
  cog_edition_complete_unchanged (book);
  edition_fixture_write (book, "linked/");
  site = written_open ("linked");

  json = written_dup (site, "index.html", "string(//h:script[@type='application/ld+json'])");
  g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
  work = json_node_get_object (json_parser_get_root (parser));
  assert_member (get_object (work, "author", 0), "name", "Ada Example");
  assert_member (get_object (work, "author", 0), "@type", "Person");
  assert_member (get_object (work, "translator", 0), "name", "Tom Turner");
  assert_member (get_object (work, "copyrightHolder", 0), "@type", "Organization");
  assert_member (work, "copyrightNotice", "© 2026 Lake School");
  g_assert_cmpint (json_object_get_int_member (work, "copyrightYear"), ==, 2026);
  assert_member (work, "usageInfo", "text-cognate-copyright.html");
  assert_member (get_object (work, "isBasedOn", 0), "name", "Flow");
  assert_member (get_object (get_object (work, "isBasedOn", 0), "isBasedOn", 0), "name",
                 "By the water");
  assert_member (get_object (work, "translationOfWork", 0), "@id", "https://example.org/flow");
  /* Parts of a figure have licences of their own, and the figure has none. */
  item = get_object (work, "hasPart", 0);
  assert_member (item, "@id", "text-one.html#one-f");
  assert_member (item, "contentUrl", "media/a.png");
  assert_member (item, "license", NULL);
  assert_member (get_object (item, "hasPart", 0), "license",
                 "https://creativecommons.org/licenses/by-sa/4.0/");
  assert_member (get_object (item, "hasPart", 1), "license",
                 "https://creativecommons.org/licenses/by-nc/4.0/");
  assert_member (get_object (work, "hasPart", 1), "@type", "Table");
  g_assert_cmpuint (written_count (site, "text-one.html",
                                   "//h:p[@class='credit']"
                                   "[@about='#cognate-credit-1' or "
                                   "@about='#cognate-credit-2']"),
                    ==, 2);
  /* The list of parts, and the record, are in the index alone. */
  g_assert_cmpuint (written_count (site, "text-one.html", "//h:script[contains(., 'hasPart')]"), ==,
                    0);
  g_assert_cmpuint (written_count (site, "text-one.html", "//h:script[@id='cognate-rights']"), ==,
                    0);
  assert_there (site, "index.html", "//h:head/h:script[@id='cognate-rights']");
}

static void
test_undescribed_picture (void)
{
  g_autoptr (Written) page = write_one ("en");

  assert_says (page, "book.html", "string(//h:img[@id='one-j']/@alt)", "Picture");
  assert_says (page, "book.html", "string(//h:img[@id='one-i']/@alt)", "A \"wide\" river.");
}

static void
test_site (void)
{
  static const char *const pages[] = { "index.html",
                                       "text-cover.html",
                                       "text-part.html",
                                       "text-one.html",
                                       "text-two.html",
                                       "text-cognate-copyright.html",
                                       "text-cognate-credits.html" };
  g_autoptr (Written) site = write_site ("en");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      written_assert_sound (site, pages[i]);
      /* Each page is headed, and leads to the rights. */
      g_assert_cmpuint (written_count (site, pages[i], "//h:h1"), ==, 1);
      g_assert_cmpuint (written_count (site, pages[i], "//h:link[@rel='stylesheet']"), ==, 2);
      assert_there (site, pages[i], "//h:a[@href='text-cognate-copyright.html']");
    }
  assert_there (site, "text-one.html", "//h:a[@href='text-two.html#two-t']");
  assert_there (site, "text-one.html", "//h:a[@href='text-two.html']");
  assert_says (site, "text-one.html", "string(//h:img[@id='one-i']/@src)", "media/a.png");
  assert_says (site, "text-one.html", "string(//h:figure[@typeof]/@resource)", "media/a.png");
  assert_says (site, "text-one.html", "string(//h:a[@rel='prev']/@href)", "text-part.html");
  assert_says (site, "text-one.html", "string(//h:a[@rel='next']/@href)", "text-two.html");
  assert_says (site, "text-one.html", "string(//h:header/h:a/@href)", "index.html");
  assert_says (site, "text-one.html", "string(//h:title)",
               "Rivers & lakes – Water </script> \"& more\"");
}

/* The same site, packed. */
static void
test_packed_site (void)
{
  g_autoptr (CogBook) book = edition_fixture_new ("en");
  g_autoptr (Written) folder = write_site ("en");
  g_autoptr (Written) zip = NULL;
  const char *const *names = cog_container_get_names (folder->container);

  edition_fixture_write (book, "site.zip");
  zip = written_open ("site.zip");
  g_assert_cmpuint (g_strv_length ((char **)names), ==, 11);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) a = cog_container_read (folder->container, names[i], NULL);
      g_autoptr (GBytes) b = cog_container_read (zip->container, names[i], NULL);

      g_assert_true (g_bytes_equal (a, b));
    }
}

static void
test_same_bytes (void)
{
  static const char *const names[] = { "a.html", "b.html", "a.zip", "b.zip" };
  g_autofree char *data[4] = { NULL };
  gsize length[4];

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (CogBook) book = edition_fixture_new ("en");

      edition_fixture_write (book, names[i]);
      g_assert_true (g_file_get_contents (names[i], &data[i], &length[i], NULL));
    }
  g_assert_cmpmem (data[0], length[0], data[1], length[1]);
  g_assert_cmpmem (data[2], length[2], data[3], length[3]);
  for (guint i = 1; i < 4; i++)
    g_free (g_steal_pointer (&data[i]));
}

static void
write_large (const CogBook *book, const char *target)
{
  CogWriterOptions options = { .is_large = TRUE };
  g_autoptr (GError) error = NULL;

  cog_writer_write (cog_writer_find (target, NULL), book, &options, target, NULL, NULL, NULL,
                    &error);
  g_assert_no_error (error);
}

/* In the page, or beside it. */
static void
test_large_print (void)
{
  g_autoptr (CogBook) book = edition_fixture_new ("en");
  g_autoptr (Written) page = NULL;
  g_autofree char *css = NULL;
  g_autofree char *style = NULL;

  write_large (book, "large.html");
  page = written_open ("large.html");
  style = written_dup (page, "large.html", "string(//h:style[2])");
  g_assert_nonnull (strstr (style, "html { font-size: 18pt; }"));
  g_assert_nonnull (strstr (style, ".book > nav.contents"));
  write_large (book, "large/");
  g_assert_true (g_file_get_contents ("large/web.css", &css, NULL, NULL));
  g_assert_nonnull (strstr (css, "html { font-size: 18pt; }"));
}

/* A formula of few letters, which is wide by its signs and spaces. */
static void
test_wide_formula (void)
{
  static const char inner[] =
      "<math xmlns=\"" COG_NS_MATHML "\" display=\"block\" id=\"one-a\"><mi>F</mi><mo>=</mo>"
      "<mi>F</mi><mo>+</mo><mi>F</mi><mo>+</mo><mtext>⋯</mtext><mspace width=\"8em\"/>"
      "<mtext>(2.1)</mtext></math><math xmlns=\"" COG_NS_MATHML
      "\" display=\"block\" id=\"one-b\"><mi>x</mi><mo>=</mo><mn>7</mn></math>";
  g_autoptr (CogBook) book = office_book_new ("en", inner);
  g_autoptr (Written) page = NULL;

  edition_fixture_write (book, "wide.html");
  page = written_open ("wide.html");
  assert_there (page, "wide.html", "//h:div[@class='scroll'][@tabindex='0']/*[@id='one-a']");
  g_assert_cmpuint (written_count (page, "wide.html", "//h:div[@class='scroll']"), ==, 1);
}

/* Marks that would combine with nothing are placed wrongly by browsers. */
static void
test_accents (void)
{
  static const char inner[] =
      "<p id=\"one-a\"><math xmlns=\"" COG_NS_MATHML "\"><mover><mi>v</mi><mo>\u20d7</mo></mover>"
      "<mo>\u0307</mo><mi>a\u0302</mi></math></p>";
  g_autoptr (CogBook) book = office_book_new ("en", inner);
  g_autoptr (Written) page = NULL;

  edition_fixture_write (book, "accents.html");
  page = written_open ("accents.html");
  assert_says (page, "accents.html", "string(//*[@id='one-a'])", "v→˙\u00e2");
}

/* On the web text is composed, but for characters of East Asia that would look otherwise. */
static void
test_composed (void)
{
  static const char inner[] =
      "<p id=\"one-a\">cafe\u0301 \u0641\u064e\u0651 5 \u212a</p><p id=\"one-b\">\uf914e\u0301</p>";
  g_autoptr (CogBook) book = office_book_new ("en", inner);
  g_autoptr (Written) page = NULL;

  edition_fixture_write (book, "composed.html");
  page = written_open ("composed.html");
  assert_says (page, "composed.html", "string(//*[@id='one-a'])",
               "caf\u00e9 \u0641\u064e\u0651 5 K");
  assert_says (page, "composed.html", "string(//*[@id='one-b'])", "\uf914e\u0301");
}

/* A row that lacks cells gets empty ones; what a cell above covers is not lacking. */
static void
test_short_rows (void)
{
  static const char inner[] = "<table id=\"one-t\"><thead><tr><th>a</th></tr></thead><tbody>"
                              "<tr><td rowspan=\"2\">b</td><td "
                              "colspan=\"2\">c</td></tr><tr><td>d</td></tr></tbody></table>";
  g_autoptr (CogBook) book = office_book_new ("en", inner);
  g_autoptr (Written) page = NULL;

  edition_fixture_write (book, "rows.html");
  page = written_open ("rows.html");
  g_assert_cmpuint (written_count (page, "rows.html", "//h:tr[1][h:th]/h:td[not(node())]"), ==, 2);
  g_assert_cmpuint (written_count (page, "rows.html", "//h:tbody/h:tr[1]/*"), ==, 2);
  g_assert_cmpuint (written_count (page, "rows.html", "//h:tbody/h:tr[2]/*"), ==, 2);
}

/* A term that comes again begins a list of its own; nothing is lost by it. */
static void
test_repeated_terms (void)
{
  static const char inner[] = "<dl id=\"one-l\"><dt>a</dt><dd>1</dd><dt>b</dt><dd>2</dd>"
                              "<dt>a</dt><dd>3</dd><dt>b</dt><dd>4</dd></dl>";
  g_autoptr (CogBook) book = office_book_new ("en", inner);
  g_autoptr (Written) page = NULL;

  edition_fixture_write (book, "terms.html");
  page = written_open ("terms.html");
  assert_says (page, "terms.html", "string(//h:dl[1])", "a 1 b 2");
  assert_says (page, "terms.html", "string(//h:dl[2])", "a 3 b 4");
  g_assert_cmpuint (written_count (page, "terms.html", "//h:dl"), ==, 2);
}

/* Links that stand in no sentence get room for a finger, whatever stands between them. */
static void
test_lines_of_links (void)
{
  static const char inner[] =
      "<p id=\"one-a\"><a href=\"https://example.org/sato\">Ana Sato</a><sup>"
      "<a epub:type=\"noteref\" role=\"doc-noteref\" href=\"#one-n\">1</a></sup></p>"
      "<ul><li id=\"one-b\" class=\"tip\"><a href=\"#one-a\">1</a>, <a "
      "href=\"#one-c\">2</a></li></ul>"
      "<p id=\"one-c\">By <a href=\"https://example.org/sato\">Ana Sato</a>"
      "<a epub:type=\"noteref\" role=\"doc-noteref\" href=\"#one-n\">1</a></p>"
      "<p id=\"one-d\"><a href=\"#one-a\">The first paragraph</a></p>"
      "<aside id=\"one-n\" epub:type=\"footnote\" role=\"doc-footnote\"><p>In Osh.</p></aside>";
  g_autoptr (CogBook) book = office_book_new ("en", inner);
  g_autoptr (Written) page = NULL;

  edition_fixture_write (book, "links.html");
  page = written_open ("links.html");
  assert_says (page, "links.html", "string(//*[@id='one-a']/@class)", "links");
  assert_says (page, "links.html", "string(//*[@id='one-b']/@class)", "tip links");
  g_assert_cmpuint (written_count (page, "links.html", "//*[contains(@class, 'links')]"), ==, 2);
}

/* Every page says so, and inside of a landmark. */
static void
test_draft (void)
{
  g_autoptr (CogBook) book = edition_fixture_new ("en");
  g_autoptr (Written) site = NULL;

  book->is_draft = TRUE;
  edition_fixture_write (book, "draft/");
  site = written_open ("draft");
  assert_says (site, "text-one.html", "string(//h:header/h:p[@class='draft'])", "Draft");
  assert_says (site, "index.html", "string(//h:header/h:p[@class='draft'])", "Draft");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-html/embedded", test_embedded);
  g_test_add_func ("/writer-html/outline", test_outline);
  g_test_add_func ("/writer-html/notes", test_notes);
  g_test_add_func ("/writer-html/rights-for-people", test_rights_for_people);
  g_test_add_func ("/writer-html/rights-for-machines", test_rights_for_machines);
  g_test_add_func ("/writer-html/marked-rights", test_marked_rights);
  g_test_add_func ("/writer-html/marked-sources", test_marked_sources);
  g_test_add_func ("/writer-html/linked-data", test_linked_data);
  g_test_add_func ("/writer-html/undescribed-picture", test_undescribed_picture);
  g_test_add_func ("/writer-html/site", test_site);
  g_test_add_func ("/writer-html/packed-site", test_packed_site);
  g_test_add_func ("/writer-html/same-bytes", test_same_bytes);
  g_test_add_func ("/writer-html/large-print", test_large_print);
  g_test_add_func ("/writer-html/wide-formula", test_wide_formula);
  g_test_add_func ("/writer-html/accents", test_accents);
  g_test_add_func ("/writer-html/composed", test_composed);
  g_test_add_func ("/writer-html/short-rows", test_short_rows);
  g_test_add_func ("/writer-html/repeated-terms", test_repeated_terms);
  g_test_add_func ("/writer-html/lines-of-links", test_lines_of_links);
  g_test_add_func ("/writer-html/draft", test_draft);
  return g_test_run ();
}
