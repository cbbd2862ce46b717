/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-job.h"
#include "cog-reader.h"
#include "edition-fixture.h"
#include "folder.h"
#include "written.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define PACKAGE "EPUB/package.opf"
#define NAV "EPUB/nav.xhtml"
#define ONE "EPUB/text-one.xhtml"
#define TWO "EPUB/text-two.xhtml"
#define COVER "EPUB/text-cover.xhtml"
#define PART "EPUB/text-part.xhtml"
#define COPYRIGHT "EPUB/text-cognate-copyright.xhtml"
#define CREDITS "EPUB/text-cognate-credits.xhtml"

static Written *
write_book (const CogBook *book)
{
  edition_fixture_write (book, "book.epub");
  return written_open ("book.epub");
}

static Written *
write_fixture (const char *language)
{
  g_autoptr (CogBook) book = edition_fixture_new (language);

  return write_book (book);
}

static void
assert_there (Written *epub, const char *file, const char *path)
{
  if (written_count (epub, file, path) == 0)
    g_error ("%s has no %s", file, path);
}

static void
assert_says (Written *epub, const char *file, const char *path, const char *text)
{
  g_autofree char *found = written_dup (epub, file, path);

  g_assert_cmpstr (found, ==, text);
}

/* OCF 3.3, 4.2.4: the first 58 bytes tell what the file is. */
static void
test_container (void)
{
  g_autoptr (Written) epub = write_fixture ("en");
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents ("book.epub", &data, &length, NULL));
  g_assert_cmpmem (data, 4, "PK\003\004", 4);
  g_assert_cmpmem (data + 8, 2, "\0\0", 2);  /* stored */
  g_assert_cmpmem (data + 28, 2, "\0\0", 2); /* no extra field */
  g_assert_cmpmem (data + 30, 28, "mimetypeapplication/epub+zip", 28);
  g_assert_cmpstr (cog_container_get_first_name (epub->container), ==, "mimetype");
  assert_says (epub, "META-INF/container.xml", "string(//@full-path)", PACKAGE);
}

static void
test_same_bytes (void)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first, n_second;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CogBook) book = edition_fixture_new ("en");

      edition_fixture_write (book, i == 0 ? "a.epub" : "b.epub");
      g_usleep (1100); /* nobody asks the clock */
    }
  g_assert_true (g_file_get_contents ("a.epub", &first, &n_first, NULL));
  g_assert_true (g_file_get_contents ("b.epub", &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
}

static void
test_metadata (void)
{
  g_autoptr (Written) epub = write_fixture ("en");

  assert_says (epub, PACKAGE, "string(//dc:title)", "Water </script> \"& more\"");
  assert_says (epub, PACKAGE, "string(//dc:language)", "en");
  assert_says (epub, PACKAGE, "string(//dc:creator)", "Ada Example");
  assert_says (epub, PACKAGE,
               "string(//opf:meta[@property='role'][@refines=concat('#',//dc:creator/@id)])",
               "aut");
  assert_says (epub, PACKAGE,
               "string(//opf:meta[@property='role'][@refines=concat('#',//dc:contributor/@id)])",
               "trl");
  assert_says (epub, PACKAGE, "string(//opf:link[@rel='dcterms:license']/@href)",
               "https://creativecommons.org/licenses/by/4.0/");
  assert_says (epub, PACKAGE, "string(//opf:meta[@property='dcterms:modified'])",
               "2026-01-02T03:04:05Z");
  g_assert_cmpuint (written_count (epub, PACKAGE, "//dc:identifier[@id=/*/@unique-identifier]"), ==,
                    1);
  /* The picture's own licence, by its row of the manifest. */
  assert_there (epub, PACKAGE,
                "//opf:link[@rel='cc:license'][@href='https://creativecommons.org/licenses/by-sa/"
                "4.0/'][@refines=concat('#',//opf:item[@href='media/a.png']/@id)]");
  assert_there (epub, PACKAGE, "//opf:meta[@property='cc:attributionName'][.='Mara Lindqvist']");
  assert_says (epub, PACKAGE, "string(//opf:meta[@property='cc:attributionName'][not(@refines)])",
               "Tom Turner");
}

/* One file, two credits: only what both agree in is said of it, and everybody is named once. */
static void
test_credits_of_parts (void)
{
  g_autoptr (CogBook) book = edition_fixture_new_bare ("en");
  CogCredit *left = g_ptr_array_index (book->credits, 0);
  CogCredit *right = cog_credit_copy (left);
  g_autoptr (Written) epub = NULL;

  left->part = g_strdup ("a");
  right->part = g_strdup ("b");
  g_free (right->licence);
  right->licence = g_strdup ("CC-BY-NC-4.0");
  g_ptr_array_insert (book->credits, 1, right);
  g_ptr_array_add (right->agents, cog_agent_new ("Noor", COG_ROLE_AUTHOR));
  book->credit->year = g_strdup ("2026");
  g_ptr_array_add (book->credit->agents, cog_agent_new ("Lake School", COG_ROLE_HOLDER));
  cog_edition_complete_unchanged (book);
  edition_fixture_write (book, "parts.epub");
  epub = written_open ("parts.epub");
  g_assert_cmpuint (written_count (epub, PACKAGE, "//opf:link[@rel='cc:license'][@refines]"), ==,
                    0);
  assert_says (epub, PACKAGE, "string(//opf:meta[@property='cc:attributionName'][@refines])",
               "Mara Lindqvist, Noor");
  assert_says (epub, PACKAGE, "string(//opf:link[@rel='cc:attributionURL'][@refines]/@href)",
               "https://example.org/picture");
  assert_says (epub, PACKAGE, "string(//opf:meta[@property='dcterms:rightsHolder'])",
               "Lake School");
  assert_says (epub, PACKAGE, "string(//opf:meta[@property='dcterms:dateCopyrighted'])", "2026");
}

static void
name_first_picture (CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (sections->pdata[i]);

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        if (cog_xml_is (n, COG_NS_XHTML, "img"))
          {
            cog_xml_set (n, "alt", "drop-small.PNG");
            return;
          }
    }
  g_assert_not_reached ();
}

static void
test_accessibility (void)
{
  static const char *const features[] = { "structuralNavigation", "tableOfContents", "readingOrder",
                                          "MathML", "pageBreakMarkers" };
  g_autoptr (Written) partly = write_fixture ("en");
  g_autoptr (CogBook) book = edition_fixture_new_described ("en");
  g_autoptr (Written) fully = write_book (book);
  g_autoptr (Written) named = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    {
      g_autofree char *path = g_strdup_printf (
          "//opf:meta[@property='schema:accessibilityFeature'][.='%s']", features[i]);

      assert_there (fully, PACKAGE, path);
    }
  assert_there (fully, PACKAGE, "//opf:meta[@property='schema:accessMode'][.='visual']");
  assert_there (fully, PACKAGE, "//opf:meta[@property='schema:accessibilityHazard'][.='none']");
  assert_there (fully, PACKAGE, "//opf:meta[@property='schema:accessibilitySummary']");
  assert_there (fully, PACKAGE, "//opf:meta[@property='pageBreakSource']");
  /* Claimed only where it is so. */
  assert_there (fully, PACKAGE, "//opf:meta[@property='dcterms:conformsTo']");
  assert_there (fully, PACKAGE, "//opf:meta[.='alternativeText']");
  g_assert_cmpuint (written_count (partly, PACKAGE, "//opf:meta[@property='dcterms:conformsTo']"),
                    ==, 0);
  g_assert_cmpuint (written_count (partly, PACKAGE, "//opf:meta[.='alternativeText']"), ==, 0);
  /* The name of a file is no description. */
  name_first_picture (book);
  named = write_book (book);
  g_assert_cmpuint (written_count (named, PACKAGE, "//opf:meta[@property='dcterms:conformsTo']"),
                    ==, 0);
  g_assert_cmpuint (written_count (named, PACKAGE, "//opf:meta[.='alternativeText']"), ==, 0);
}

/* Each file is in the manifest once, each row has its file, and ids are unique. */
static void
test_manifest (void)
{
  g_autoptr (Written) epub = write_fixture ("en");
  const char *const *names = cog_container_get_names (epub->container);
  guint n_files = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = NULL;

      if (!g_str_has_prefix (names[i], "EPUB/") || g_str_equal (names[i], PACKAGE))
        continue;
      n_files++;
      path = g_strdup_printf ("//opf:item[@href='%s']", names[i] + strlen ("EPUB/"));
      g_assert_cmpuint (written_count (epub, PACKAGE, path), ==, 1);
    }
  g_assert_cmpuint (written_count (epub, PACKAGE, "//opf:item"), ==, n_files);
  g_assert_cmpuint (written_count (epub, PACKAGE, "//*[@id = preceding::*/@id]"), ==, 0);
  g_assert_cmpuint (written_count (epub, PACKAGE, "//opf:itemref[not(@idref=//opf:item/@id)]"), ==,
                    0);
  assert_says (epub, PACKAGE, "string(//opf:item[@properties='cover-image']/@href)", "media/a.png");
  assert_says (epub, PACKAGE, "string(//opf:item[@properties='nav']/@href)", "nav.xhtml");
  assert_says (epub, PACKAGE, "string(//opf:item[@id='one']/@properties)", "mathml");
  assert_says (epub, PACKAGE, "string(//opf:item[@id='cover']/@properties)", "");
}

static void
test_navigation (void)
{
  g_autoptr (Written) epub = write_fixture ("en");

  assert_says (epub, NAV, "string(//h:nav[@epub:type='toc']/h:h1)", "Contents");
  g_assert_cmpuint (written_count (epub, NAV, "//h:nav[@epub:type='toc']//h:a"), ==, 6);
  /* The chapters stand below their part. */
  assert_says (epub, NAV, "string(//h:nav[@epub:type='toc']/h:ol/h:li/h:ol/h:li[1]/h:a)",
               "Rivers & lakes");
  assert_says (epub, NAV, "string(//h:nav[@epub:type='toc']/h:ol/h:li[h:ol]/h:a/@href)",
               "text-part.xhtml");
  assert_says (epub, NAV, "string(//h:nav[@epub:type='landmarks']//h:a[@epub:type='cover']/@href)",
               "text-cover.xhtml");
  assert_says (epub, NAV,
               "string(//h:nav[@epub:type='landmarks']//h:a[@epub:type='bodymatter']/@href)",
               "text-part.xhtml");
  assert_says (epub, NAV, "string(//h:nav[@epub:type='page-list'])", "12 13");
  assert_says (epub, NAV, "string(//h:nav[@epub:type='page-list']//h:a[2]/@href)", "");
  assert_says (epub, NAV, "string((//h:nav[@epub:type='page-list']//h:a)[2]/@href)",
               "text-two.xhtml#two-13");
  g_assert_cmpuint (written_count (epub, "EPUB/toc.ncx", "//ncx:navPoint"), ==, 6);
  g_assert_cmpuint (written_count (epub, "EPUB/toc.ncx", "//ncx:navPoint/ncx:navPoint"), ==, 2);
  written_assert_sound (epub, NAV);
}

static void
test_language_and_direction (void)
{
  g_autoptr (Written) epub = write_fixture ("ar-EG");
  static const char *const pages[] = { ONE, NAV, COPYRIGHT, "EPUB/title.xhtml" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      assert_says (epub, pages[i], "string(/h:html/@lang)", "ar-EG");
      assert_says (epub, pages[i], "string(/h:html/@xml:lang)", "ar-EG");
      assert_says (epub, pages[i], "string(/h:html/@dir)", "rtl");
    }
  assert_says (epub, PACKAGE, "string(/*/@dir)", "rtl");
  assert_says (epub, PACKAGE, "string(//opf:spine/@page-progression-direction)", "rtl");
  assert_there (epub, ONE, "//h:span[@lang='fr'][@xml:lang='fr']");
  assert_says (epub, NAV, "string(//h:nav[@epub:type='toc']/h:h1)", "المحتويات");
  /* Names keep to themselves among letters that run the other way. */
  assert_there (epub, ONE, "//h:p[@class='credit']//h:bdi[.='Mara Lindqvist']");
  assert_there (epub, COPYRIGHT, "//h:bdi[contains(., 'Ada Example')]");
  assert_there (epub, CREDITS, "//h:li//h:bdi[contains(., 'Ben Brook')]");
  assert_says (epub, COPYRIGHT, "string(//h:h1)", "حقوق النشر والرخصة");
}

/* The line for people is what machines read (RDFa 1.1). */
static void
test_credit_lines (void)
{
  g_autoptr (Written) epub = write_fixture ("en");

  assert_says (epub, ONE, "string(//h:figure[@id='one-f']/@typeof)", "schema:ImageObject");
  assert_says (epub, ONE, "string(//h:figure[@id='one-f']/@resource)", "media/a.png");
  assert_there (epub, ONE,
                "//h:figure[@id='one-f']/h:figcaption/h:p[@class='credit'][@property="
                "'schema:creditText'][contains(., 'Mara Lindqvist')]");
  assert_says (epub, ONE, "string(//h:p[@class='credit']/h:a[@rel='license']/@href)",
               "https://creativecommons.org/licenses/by-sa/4.0/");
  g_assert_cmpuint (written_count (epub, ONE, "//h:figure[@id='one-g']//h:p"), ==, 0);
  /* Below a table, the line says of what it speaks. */
  assert_says (epub, TWO, "string(//h:p[@class='credit']/@about)", "#two-t");
  g_assert_cmpuint (written_count (epub, CREDITS, "//h:ul[1]/h:li"), ==, 2);
  g_assert_cmpuint (written_count (epub, CREDITS, "//h:h2/following-sibling::h:ul/h:li"), ==, 2);
  assert_says (epub, CREDITS, "string(//h:li[1]/h:a/@href)", "text-one.xhtml#one-f");
}

static void
test_headings (void)
{
  g_autoptr (Written) epub = write_fixture ("en");

  /* A cover speaks for itself; a part's name stands nowhere else, and is marked as ours. */
  g_assert_cmpuint (written_count (epub, COVER, "//h:h1"), ==, 0);
  assert_says (epub, COVER, "string(//h:title)", "Cover");
  assert_says (epub, PART, "string(//h:h1[starts-with(@id, 'cognate-')])", "All about water");
  g_assert_cmpuint (written_count (epub, ONE, "//h:h1"), ==, 1);
  g_assert_cmpuint (written_count (epub, ONE, "//h:h1[starts-with(@id, 'cognate-')]"), ==, 0);
  assert_says (epub, ONE, "string(//h:body/h:section/@role)", "doc-chapter");
  assert_says (epub, TWO, "string(//h:h2/@role)", "doc-subtitle");
  assert_says (epub, TWO, "string(//h:aside[@class='tip']/@role)", "note");
  assert_says (epub, ONE, "string(//h:aside/@role)", "doc-footnote");
}

static void
test_links_and_notes (void)
{
  static const char *const pages[] = { ONE,  TWO,       COVER,   "EPUB/title.xhtml",
                                       PART, COPYRIGHT, CREDITS, NAV };
  g_autoptr (Written) epub = write_fixture ("en");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      written_assert_sound (epub, pages[i]);
      g_assert_cmpuint (written_count (epub, pages[i], "//h:script"), ==, 0);
    }
  assert_there (epub, ONE, "//h:a[@href='text-two.xhtml#two-t']");
  assert_there (epub, ONE, "//h:a[@href='text-two.xhtml']");
  assert_there (epub, TWO, "//h:a[@href='text-one.xhtml#one-p']");
  assert_says (epub, ONE, "string(//h:a[@epub:type='noteref']/@href)", "#one-n");
  assert_says (epub, ONE, "string(//h:aside//h:a[@role='doc-backlink']/@href)", "#one-r");
  assert_says (epub, ONE, "string(//h:a[@role='doc-backlink']/@aria-label)", "Back to text");
}

/* Said by reference: it must not come back as a description. */
static void
test_undescribed_picture (void)
{
  g_autoptr (Written) epub = write_fixture ("en");

  assert_says (epub, ONE, "string(//h:img[@id='one-i']/@alt)", "A \"wide\" river.");
  g_assert_cmpuint (written_count (epub, ONE, "//h:img[@id='one-j'][@alt]"), ==, 0);
  assert_says (epub, ONE, "string(//*[@id=//h:img[@id='one-j']/@aria-labelledby])", "Picture");
}

static void
test_table (void)
{
  g_autoptr (Written) epub = write_fixture ("en");

  assert_there (epub, TWO, "//h:div[@class='scroll'][@tabindex='0']/h:table");
  /* A header that says nothing heads nothing. */
  assert_says (epub, TWO, "string(//*[@id='two-2']/@scope)", "");
  g_assert_cmpuint (written_count (epub, TWO, "//h:th"), ==, 1);
  assert_there (epub, TWO, "//h:div[@class='scroll']/m:math[@display='block']");
}

static void
test_draft (void)
{
  g_autoptr (CogBook) book = edition_fixture_new ("en");
  g_autoptr (Written) epub = NULL;

  book->is_draft = TRUE;
  epub = write_book (book);
  assert_says (epub, ONE, "string(//h:p[@class='draft'])", "Draft");
}

/* Names of files differ by more than the case of their letters. */
static void
test_names_that_differ_by_case (void)
{
  g_autoptr (CogBook) book = edition_fixture_new ("en");
  CogSection *twin = cog_section_new ("ONE", "Twin");
  g_autoptr (Written) epub = NULL;

  cog_section_make_content (twin);
  g_ptr_array_add (book->sections, twin);
  epub = write_book (book);
  assert_says (epub, PACKAGE, "string(//opf:item[@id='ONE']/@href)", "text-ONE-2.xhtml");
}

/* What an edition was given is not read back as text: not one element more or less. */
static void
test_read_back (void)
{
  g_autoptr (CogBook) bare = edition_fixture_new_bare ("en");
  g_autoptr (CogBook) edition = edition_fixture_new ("en");
  g_autoptr (CogBook) again = NULL;
  g_autoptr (CogSource) source = NULL;
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (bare);
  g_autoptr (GError) error = NULL;

  edition_fixture_write (edition, "book.epub");
  source = cog_source_new_for_path ("book.epub", NULL, &error);
  g_assert_no_error (error);
  again = cog_reader_read (source, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      const CogSection *other = cog_book_find_section (again, section->id);

      g_assert_nonnull (other);
      g_assert_cmpstr (other->title, ==, section->title);
      for (const xmlNode *a = cog_section_get_root (section), *b = cog_section_get_root (other);
           a != NULL || b != NULL; a = cog_xml_next_in (cog_section_get_root (section), a),
                         b = cog_xml_next_in (cog_section_get_root (other), b))
        {
          g_assert_nonnull (a);
          g_assert_nonnull (b);
          if (a->type == XML_TEXT_NODE)
            g_assert_cmpstr ((char *)a->content, ==, (char *)b->content);
          else if (!g_str_equal (a->name, "th"))
            g_assert_cmpstr ((char *)a->name, ==, (char *)b->name);
        }
    }
  g_assert_cmpuint (again->credits->len, ==, bare->credits->len);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/writer-epub/container", test_container);
  g_test_add_func ("/writer-epub/same-bytes", test_same_bytes);
  g_test_add_func ("/writer-epub/metadata", test_metadata);
  g_test_add_func ("/writer-epub/credits-of-parts", test_credits_of_parts);
  g_test_add_func ("/writer-epub/accessibility", test_accessibility);
  g_test_add_func ("/writer-epub/manifest", test_manifest);
  g_test_add_func ("/writer-epub/navigation", test_navigation);
  g_test_add_func ("/writer-epub/language-and-direction", test_language_and_direction);
  g_test_add_func ("/writer-epub/credit-lines", test_credit_lines);
  g_test_add_func ("/writer-epub/headings", test_headings);
  g_test_add_func ("/writer-epub/links-and-notes", test_links_and_notes);
  g_test_add_func ("/writer-epub/undescribed-picture", test_undescribed_picture);
  g_test_add_func ("/writer-epub/table", test_table);
  g_test_add_func ("/writer-epub/draft", test_draft);
  g_test_add_func ("/writer-epub/names-that-differ-by-case", test_names_that_differ_by_case);
  g_test_add_func ("/writer-epub/read-back", test_read_back);
  return g_test_run ();
}
