/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "epub-reading.h"

#include <string.h>

static void
append_outline (GString *out, GPtrArray *sections)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                              section->title != NULL ? section->title : "-");
      if (section->children->len > 0)
        {
          g_string_append (out, "(");
          append_outline (out, section->children);
          g_string_append (out, ")");
        }
    }
}

/* "Part(One Two) Notes" */
static char *
dup_outline (const CogBook *book)
{
  GString *out = g_string_new (NULL);

  append_outline (out, book->sections);
  return g_string_free (out, FALSE);
}

static char *
dup_content (const CogBook *book)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      g_autofree char *part =
          section->content != NULL ? cog_section_serialise (section) : g_strdup ("");

      g_string_append_printf (text, "%s\n", part);
    }
  return g_string_free (text, FALSE);
}

static void
assert_has (const CogBook *book, const char *words)
{
  g_autofree char *content = dup_content (book);

  if (strstr (content, words) == NULL)
    g_test_message ("%s", content);
  g_assert_nonnull (strstr (content, words));
}

static void
assert_lacks (const CogBook *book, const char *words)
{
  g_autofree char *content = dup_content (book);

  if (strstr (content, words) != NULL)
    g_test_message ("%s", content);
  g_assert_null (strstr (content, words));
}

static void
assert_outline (const CogBook *book, const char *expected)
{
  g_autofree char *outline = dup_outline (book);

  g_assert_cmpstr (outline, ==, expected);
}

/* The credit of the item that holds the picture with this description. */
static const CogCredit *
find_credit (const CogBook *book, const char *alt)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (book);

  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        {
          g_autofree char *words =
              cog_xml_is (n, NULL, "img") ? cog_xml_dup_attribute (n, "alt") : NULL;

          if (g_strcmp0 (words, alt) != 0)
            continue;
          for (xmlNode *up = n; up != NULL && up->type == XML_ELEMENT_NODE; up = up->parent)
            {
              g_autofree char *id = cog_xml_dup_attribute (up, "id");

              for (guint c = 0; c < book->credits->len; c++)
                {
                  const CogCredit *credit = g_ptr_array_index (book->credits, c);

                  if (id != NULL && g_strcmp0 (credit->item, id) == 0)
                    return credit;
                }
            }
        }
    }
  return NULL;
}

#define BY_SA "https://creativecommons.org/licenses/by-sa/4.0/"
#define BY_NC_ND "https://creativecommons.org/licenses/by-nc-nd/4.0/"

/* A licence in a figure is the picture's. The book's is the book's. */
static void
test_figure_licence (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  const CogCredit *credit;
  const CogStatement *statement;

  epub_maker_set_metadata (maker, "<dc:title>Tides</dc:title><dc:language>en</dc:language>"
                                  "<link rel='cc:license' href='" BY_SA "'/>");
  epub_maker_add_picture (maker, "moon.gif");
  epub_maker_add_page (
      maker, "one.xhtml",
      "<h1>One</h1><figure><img src='moon.gif' alt='The moon'/><figcaption>The full moon. "
      "<cite property='dc:title'>Luna</cite> by <a rel='dc:creator' "
      "href='https://example.org/ann' property='cc:attributionName'>Ann Lee</a>, "
      "<a rel='license' href='" BY_NC_ND "'>CC BY-NC-ND</a></figcaption></figure>");
  book = epub_read_made (maker, report);
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-4.0");
  assert_has (book, "The full moon.");
  g_assert_false (cog_report_has (report, "licences-differ"));
  credit = find_credit (book, "The moon");
  g_assert_nonnull (credit);
  g_assert_cmpuint (book->credits->len, ==, 1);
  g_assert_cmpstr (credit->licence, ==, "CC-BY-NC-ND-4.0");
  g_assert_cmpstr (credit->title, ==, "Luna");
  g_assert_cmpuint (credit->agents->len, ==, 1);
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (credit->agents, 0))->name, ==, "Ann Lee");
  g_assert_cmpuint (credit->statements->len, ==, 1);
  statement = g_ptr_array_index (credit->statements, 0);
  g_assert_cmpstr (statement->file, ==, "OPS/one.xhtml");
  g_assert_cmpstr (statement->words, ==, "CC BY-NC-ND");
  g_assert_cmpstr (statement->url, ==, BY_NC_ND);
}

/* A credit line and the link in it are one credit. */
static void
test_credit_line_with_link (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  const CogCredit *credit;

  epub_maker_add_picture (maker, "moon.gif");
  epub_maker_add_page (
      maker, "one.xhtml",
      "<h1>One</h1><figure><img src='moon.gif' alt='The moon'/><figcaption>The full moon. (credit: "
      "modification of work by Ann Lee/Flickr, <a rel='license' href='" BY_NC_ND
      "'>CC BY-NC-ND 4.0</a>)</figcaption></figure>");
  book = epub_read_made (maker, report);
  g_assert_cmpuint (book->credits->len, ==, 1);
  credit = find_credit (book, "The moon");
  g_assert_cmpstr (credit->licence, ==, "CC-BY-NC-ND-4.0");
  g_assert_cmpstr (credit->source_name, ==, "Flickr");
  g_assert_cmpuint (credit->agents->len, ==, 1);
  g_assert_nonnull (credit->changes);
  assert_has (book, ">The full moon.</figcaption>");
}

/* Pressbooks lists the pictures' licences at the page's end, in the order of the pictures. */
static void
test_media_attributions (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  const CogCredit *moon, *sea, *sun;

  epub_maker_set_metadata (maker, "<dc:title>Tides</dc:title><dc:language>en</dc:language>"
                                  "<dc:rights>Tides by Sea School is licensed under a Creative "
                                  "Commons Attribution-ShareAlike 4.0 International License"
                                  "</dc:rights>");
  epub_maker_add_picture (maker, "moon-300x200.gif");
  epub_maker_add_picture (maker, "own.gif");
  epub_maker_add_picture (maker, "sea.gif");
  epub_maker_add_picture (maker, "x.gif");
  epub_maker_add_page (
      maker, "one.xhtml",
      "<h1>One</h1><div class='wp-caption'><img src='x.gif' alt='Sunlight on sand'/>"
      "<p class='wp-caption-text'>The sun</p></div><p><img src='own.gif' alt='Own'/></p>"
      "<p><img src='sea.gif' alt='The sea'/></p><p>Text <img src='moon-300x200.gif' alt='Night'/>"
      "</p><div class='media-attributions clear'><h3>Media Attributions</h3><ul>"
      "<li about='https://example.org/sea'><a rel='cc:attributionURL' "
      "href='https://example.org/sea' property='dc:title'>Sea</a>  ©  <a rel='dc:creator' "
      "href='https://example.org/ann' property='cc:attributionName'>Ann Lee</a>  adapted by  "
      "<a rel='dc:source' href='https://example.org/bo'>Bo Ek</a>  is licensed under a  "
      "<a rel='license' href='" BY_NC_ND "'>CC BY-NC-ND</a> license</li>"
      "<li>moon  ©  Cy Fox    is licensed under a  <a rel='license' "
      "href='https://creativecommons.org/publicdomain/zero/1.0/'>CC0</a> license</li>"
      "<li>Sunlight on sand  ©  Di Orr    is licensed under a  <a rel='license' "
      "href='https://creativecommons.org/licenses/by/4.0/'>CC BY</a> license</li>"
      "</ul></div>");
  book = epub_read_made (maker, report);
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpuint (book->credits->len, ==, 3);
  g_assert_null (find_credit (book, "Own"));
  sea = find_credit (book, "The sea");
  moon = find_credit (book, "Night");
  sun = find_credit (book, "Sunlight on sand");
  g_assert_nonnull (sea);
  g_assert_nonnull (moon);
  g_assert_nonnull (sun);
  g_assert_cmpstr (sea->licence, ==, "CC-BY-NC-ND-4.0");
  g_assert_cmpstr (sea->source_url, ==, "https://example.org/sea");
  g_assert_cmpuint (sea->agents->len, ==, 2);
  g_assert_cmpint (((CogAgent *)g_ptr_array_index (sea->agents, 1))->role, ==, COG_ROLE_ADAPTER);
  g_assert_cmpstr (moon->licence, ==, "CC0-1.0");
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (moon->agents, 0))->name, ==, "Cy Fox");
  g_assert_cmpstr (sun->title, ==, "Sunlight on sand");
  /* The list is made anew at each export, from the record. */
  assert_lacks (book, "Media Attributions");
}

/* RDFa's own way to say which picture is meant. */
static void
test_about (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  epub_maker_add_picture (maker, "moon.gif");
  epub_maker_add_page (
      maker, "copyright.xhtml",
      "<p>This book is under <a rel='license' href='" BY_SA "'>CC BY-SA 4.0</a>.</p>"
      "<p about='moon.gif'><img src='moon.gif' alt='The moon'/> by Ann, <a rel='license' "
      "href='" BY_NC_ND "'>BY-NC-ND</a></p><blockquote>A poem, <a rel='license' "
      "href='" BY_NC_ND "'>BY-NC-ND</a></blockquote>");
  book = epub_read_made (maker, report);
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpstr (find_credit (book, "The moon")->licence, ==, "CC-BY-NC-ND-4.0");
}

/* One page that cannot be read is a finding; a book of nothing else is an error. */
static void
test_bad_pages (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GError) error = NULL;

  epub_maker_add_document (maker, "empty.xhtml", "application/xhtml+xml", "");
  epub_maker_add_document (maker, "one.xhtml", "application/xhtml+xml",
                           "<html xmlns='http://www.w3.org/1999/xhtml'><head><link "
                           "rel='stylesheet' href='empty.css'/></head><body><h1>One</h1>"
                           "<p>Text</p></body></html>");
  epub_maker_add_item (maker, "empty.css", "id='css' media-type='text/css'", "", 0);
  epub_maker_add_item (maker, "deep.xhtml", "id='x' media-type='application/xhtml+xml'", "", 0);
  epub_maker_add_spine (maker, "<itemref idref='x'/><itemref idref='none'/>");
  book = epub_read_made (maker, report);
  assert_outline (book, "One");
  g_assert_true (cog_report_has (report, "page-unreadable"));

  maker = epub_maker_new ();
  epub_maker_add_document (maker, "empty.xhtml", "application/xhtml+xml", "");
  g_assert_null (epub_try_read (maker, report, &error));
  g_assert_nonnull (error);
}

/* The book's own list of contents is made anew; what is nowhere else is text. */
static void
test_own_contents (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogBook) alone = NULL;
  g_autoptr (CogBook) second = NULL;

  epub_maker_set_contents (maker, "<li><a href='one.xhtml'>One</a></li>");
  epub_maker_add_page (maker, "one.xhtml", "<h1>One</h1><p>Text</p>");
  epub_maker_add_spine (maker, "<itemref idref='nav'/>");
  book = epub_read_made (maker, report);
  assert_outline (book, "One");
  g_assert_true (cog_report_has (report, "own-contents"));

  /* All of the book in its navigation document. */
  maker = epub_maker_new ();
  epub_maker_set_contents (maker, "<li><a href='#a'>A</a></li></ol></nav><section id='a'><h1>A</h1>"
                                  "<p>All that there is to say of it.</p></section><nav><ol>"
                                  "<li><a href='#a'>A</a></li>");
  epub_maker_add_spine (maker, "<itemref idref='nav'/>");
  alone = epub_read_made (maker, report);
  assert_has (alone, "All that there is");

  /* A page that the guide calls its contents, with a preface on it. */
  maker = epub_maker_new ();
  epub_maker_set_guide (maker, "<guide><reference type='toc' href='toc.html'/></guide>");
  epub_maker_add_page (maker, "toc.html",
                       "<h1>Contents</h1><p><a href='one.html'>One</a> . . . 3</p>"
                       "<p>Who reads this book for the first time begins with the second.</p>");
  epub_maker_add_page (maker, "one.html", "<h1>One</h1><p>Text</p>");
  second = epub_read_made (maker, report);
  assert_has (second, "Who reads this book");
}

/* A part and its first chapter lead to the same file. */
static void
test_part_row (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogBook) fragments = NULL;

  epub_maker_set_contents (
      maker, "<li><a href='one.xhtml'>Part I</a><ol><li><a href='one.xhtml'>One</a></li>"
             "<li><a href='two.xhtml'>Two</a></li></ol></li><li><a href='end.xhtml'>End</a></li>");
  epub_maker_add_page (maker, "one.xhtml",
                       "<h1>One</h1><p>Text, see <a href='two.xhtml'>2</a></p>");
  epub_maker_add_page (maker, "two.xhtml", "<h1>Two</h1><p>Back to <a href='one.xhtml'>1</a></p>");
  epub_maker_add_page (maker, "end.xhtml", "<h1>End</h1><p>Text</p>");
  book = epub_read_made (maker, report);
  assert_outline (book, "Part I(One Two) End");

  maker = epub_maker_new ();
  epub_maker_set_contents (
      maker, "<li><a href='one.xhtml'>Part I</a><ol><li><a href='one.xhtml#c1'>One</a></li>"
             "<li><a href='two.xhtml'>Two</a></li></ol></li><li><a href='end.xhtml'>End</a></li>");
  epub_maker_add_page (maker, "one.xhtml",
                       "<section><h1>Part I</h1><p>Words before.</p><section id='c1'><h2>One</h2>"
                       "<p>Text</p></section></section>");
  epub_maker_add_page (maker, "two.xhtml",
                       "<h2>Two</h2><p>Back to <a href='one.xhtml#c1'>1</a></p>");
  epub_maker_add_page (maker, "end.xhtml", "<h1>End</h1><p>Text</p>");
  fragments = epub_read_made (maker, report);
  assert_outline (fragments, "Part I(One Two) End");
  g_assert_false (cog_report_has (report, "dead-link"));
  {
    g_autofree char *content = dup_content (fragments);

    /* Each begins with its heading. */
    g_assert_nonnull (strstr (content, "<h1 id=\"p1-2\">Part I</h1>"));
    g_assert_nonnull (strstr (content, ">One</h1>"));
    g_assert_nonnull (strstr (content, "href=\"#p1-c1\""));
  }
}

/* Files are cut by size as often as by chapter. */
static void
test_continuation (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  epub_maker_set_contents (maker, "<li><a href='a.xhtml#c1'>One</a></li>"
                                  "<li><a href='a.xhtml#c2'>Two</a></li>"
                                  "<li><a href='c.xhtml#c3'>Three</a></li>"
                                  "<li><a href='c.xhtml#c4'>Four</a></li>");
  epub_maker_add_page (maker, "a.xhtml",
                       "<h2 id='c1'>One</h2><p>First.</p><h2><a id='c2'></a>Two</h2><p>Second</p>");
  epub_maker_add_page (maker, "b.xhtml", "<p>goes on <a href='c.xhtml'>there</a>,</p>");
  epub_maker_add_page (
      maker, "c.xhtml",
      "<p>and ends.</p><div id='c3'><h2>Three</h2><p>Third, <a href='b.xhtml'>b</a>"
      "</p></div><div class='x'><a id='c4'/><h2>Four</h2><p>Fourth</p></div>");
  book = epub_read_made (maker, report);
  assert_outline (book, "One Two Three Four");
  g_assert_false (cog_report_has (report, "dead-link"));
  {
    g_autofree char *two = cog_section_serialise (g_ptr_array_index (book->sections, 1));

    g_assert_nonnull (strstr (two, "Second"));
    g_assert_nonnull (strstr (two, "goes on"));
    g_assert_nonnull (strstr (two, "and ends."));
    g_assert_null (strstr (two, "Third"));
  }
}

/* Pages of a picture book are pages, and have no heading that nobody wrote. */
static void
test_picture_book (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  epub_maker_set_contents (maker, "<li><a href='1.xhtml'>Start</a></li>");
  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.xhtml", i);
      g_autofree char *body = g_strdup_printf ("<p>Page %u of the story.</p>", i);

      epub_maker_add_page (maker, name, body);
    }
  book = epub_read_made (maker, report);
  assert_outline (book, "Start - - - - -");
}

#define KAZAKH                                                                                                                                                              \
  "<p>Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді. " \
  "Адамдарға ақыл-парасат, ар-ождан берілген, сондықтан олар бір-бірімен туыстық, бауырмалдық " \
  "қарым-қатынас жасаулары тиіс. Бұл үшін және осы мақсатта, бірақ егер немесе сол арқылы бір "   \
  "адам болып, оның кейін құқығы бар деп білеміз. Әр адам осы құқықтар бойынша және сол үшін "      \
  "тең болып саналады.</p>"

static CogBook *
read_in (const char *claimed, const char *marked, const char *body, CogReport *report)
{
  EpubMaker *maker = epub_maker_new ();
  g_autofree char *metadata =
      g_strdup_printf ("<dc:title>T</dc:title><dc:language>%s</dc:language>", claimed);
  g_autofree char *page = g_strdup_printf (
      "<html xmlns='http://www.w3.org/1999/xhtml' xml:lang='%s'><body>%s</body></html>", marked,
      body);

  epub_maker_set_metadata (maker, metadata);
  epub_maker_add_document (maker, "one.xhtml", "application/xhtml+xml", page);
  return epub_read_made (maker, report);
}

/* What a package claims by default is believed until the text plainly is in another language. */
static void
test_language (void)
{
  static const struct
  {
    const char *claimed, *marked, *body, *language;
    gboolean is_told; /* that it was changed */
    gboolean is_marked;
  } cases[] = {
    { "en", "en", KAZAKH, "kk", TRUE, FALSE },
    { "en", "kk", KAZAKH, "kk", TRUE, FALSE },
    { "en", "kk-KZ", "<p>Су ішемін</p>", "kk-KZ", TRUE, FALSE },
    { "kk", "en", "<p>Су ішемін</p>", "kk", FALSE, FALSE },
    { "kk", "kk", KAZAKH, "kk", FALSE, FALSE },
    /* Neighbours of languages that can be told are not taken for them. */
    { "ky", "ky", KAZAKH, "ky", FALSE, FALSE },
    { "en", "sw", "<p>Maji ya moto</p>", "sw", TRUE, FALSE },
    { "sw", "en", "<p>Maji ya moto</p>", "sw", FALSE, FALSE },
    { "ar", "fr", "<p>في البدء كان الماء</p>", "ar", FALSE, FALSE },
    { "und", "kk", "<p>Су ішемін</p>", "kk", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (CogBook) book = read_in (cases[i].claimed, cases[i].marked, cases[i].body, report);

      g_test_message ("%s, %s", cases[i].claimed, cases[i].marked);
      g_assert_cmpstr (book->language, ==, cases[i].language);
      g_assert_cmpstr (book->credit->language, ==, cases[i].language);
      g_assert_cmpint (cog_report_has (report, "language-of-text"), ==, cases[i].is_told);
      assert_lacks (book, " lang=");
    }
}

/* A chapter in another language says so. */
static void
test_language_of_chapter (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  epub_maker_add_page (maker, "one.xhtml",
                       "<h1>One</h1><p>The text of the first chapter is long "
                       "and in the language of the book.</p>");
  epub_maker_add_document (maker, "two.xhtml", "application/xhtml+xml",
                           "<html xmlns='http://www.w3.org/1999/xhtml' xml:lang='ar' dir='rtl'>"
                           "<body><h1>مقدمة</h1><p>في البدء</p></body></html>");
  book = epub_read_made (maker, report);
  g_assert_cmpstr (book->language, ==, "en");
  assert_has (book, "lang=\"ar\"");
}

static void
test_people (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  static const struct
  {
    const char *name, *file_as;
    CogRole role;
  } expected[] = {
    { "Bo Ek", "Ek, Bo", COG_ROLE_AUTHOR },  { "Ann Lee", "Lee, Ann", COG_ROLE_AUTHOR },
    { "Cy Fox", NULL, COG_ROLE_AUTHOR },     { "Ed Orr", NULL, COG_ROLE_EDITOR },
    { "Di Ray", NULL, COG_ROLE_TRANSLATOR }, { "Flo Sea", NULL, COG_ROLE_ILLUSTRATOR },
  };

  epub_maker_set_metadata (
      maker, "<dc:title>T</dc:title><dc:language>en</dc:language>"
             "<dc:contributor id='d'>Di Ray</dc:contributor>"
             "<meta refines='#d' property='role' scheme='marc:relators'>trl</meta>"
             "<dc:creator id='e' opf:role='edt'>Ed Orr</dc:creator>"
             "<dc:creator id='a' opf:file-as='Lee, Ann'>Ann Lee</dc:creator>"
             "<meta refines='#a' property='display-seq'>2</meta>"
             "<dc:creator id='b'>Bo Ek</dc:creator>"
             "<meta refines='#b' property='file-as'>Ek, Bo</meta>"
             "<meta refines='#b' property='role'>http://id.loc.gov/vocabulary/relators/aut</meta>"
             "<meta refines='#b' property='display-seq'>1</meta>"
             "<dc:creator>Cy Fox</dc:creator><dc:creator>Unknown</dc:creator>"
             "<dc:contributor id='f'>Flo Sea</dc:contributor>"
             "<meta refines='#f' property='role'>Illustrator</meta>"
             "<dc:contributor opf:role='bkp'>calibre (6.0)</dc:contributor>");
  epub_maker_add_page (maker, "one.xhtml", "<h1>One</h1><p>Text</p>");
  book = epub_read_made (maker, report);
  g_assert_cmpuint (book->credit->agents->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const CogAgent *agent = g_ptr_array_index (book->credit->agents, i);

      g_assert_cmpstr (agent->name, ==, expected[i].name);
      g_assert_cmpstr (agent->file_as, ==, expected[i].file_as);
      g_assert_cmpint (agent->role, ==, expected[i].role);
    }
}

static void
test_drawing_page (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  epub_maker_add_picture (maker, "m.gif");
  epub_maker_add_document (
      maker, "one.svg", "image/svg+xml",
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
      "viewBox='0 0 9 9'><title>The sea</title><desc>Waves at night</desc>"
      "<image xlink:href='m.gif' href='m.gif' width='9' height='9'/>"
      "<g id='g'><use xlink:href='#g' x='1'/></g><text x='1' y='2'>High water</text></svg>");
  book = epub_read_made (maker, report);
  assert_outline (book, "The sea");
  assert_has (book, "Waves at night");
  assert_has (book, "High water");
  assert_has (book, "id=\"p1-g\"");
  assert_has (book, "href=\"#p1-g\"");
  assert_has (book, "m.gif");
  g_assert_cmpuint (book->assets->len, ==, 1);
}

/* What Cognate wrote: ids as they are, and nothing of what the edition added. */
static void
test_own (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  const CogCredit *credit;
  const CogSection *section;

  epub_maker_set_metadata (maker, "<dc:title>Tides</dc:title><dc:language>en</dc:language>"
                                  "<dc:rights>Made from “Waves”, CC BY-NC-ND 4.0.</dc:rights>"
                                  "<link rel='cc:license' href='" BY_SA "'/>"
                                  "<meta name='generator' content='Cognate 1.0'/>");
  epub_maker_set_contents (maker, "<li><a href='one.xhtml'>Part</a><ol><li><a href='two.xhtml'>Two"
                                  "</a></li></ol></li><li><a href='three.xhtml'>Tides</a></li>");
  epub_maker_add_picture (maker, "moon.gif");
  epub_maker_add_page (maker, "one.xhtml",
                       "<section id='part'><h1 id='cognate-heading-part'>Part</h1></section>");
  epub_maker_add_page (
      maker, "two.xhtml",
      "<body epub:type='bodymatter'><p id='cognate-draft'>Draft</p>"
      "<section id='two' epub:type='preface'><h1 id='two-1'>Two</h1><figure id='two-f' "
      "typeof='schema:ImageObject' resource='moon.gif'><img src='moon.gif' alt='Moon' id='i'/>"
      "<figcaption id='two-c'><p id='cognate-caption-1'>The <em>moon</em></p>"
      "<p id='cognate-credit-1' class='credit'>Ann, <a rel='license' href='" BY_NC_ND
      "'>BY-NC-ND</a></p></figcaption></figure><p id='x'>See <a href='three.xhtml#y'>there</a>."
      "</p></section></body>");
  epub_maker_add_page (maker, "three.xhtml",
                       "<section id='three' class='untitled'><p id='y'>Words</p></section>");
  epub_maker_add_item (maker, "c.xhtml",
                       "id='cognate-copyright' media-type='application/xhtml+xml'",
                       "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>No rights</p></body>"
                       "</html>",
                       -1);
  epub_maker_add_spine (maker, "<itemref idref='cognate-copyright'/>");
  epub_maker_add_file (
      maker, "META-INF/cognate-rights.json",
      "{\"version\":1,\"work\":{\"title\":\"Tides\",\"licence\":\"CC-BY-SA-4.0\","
      "\"agents\":[{\"name\":\"Bo Ek\",\"role\":\"aut\"}]},\"sources\":[{\"title\":"
      "\"Waves\"}],\"items\":[{\"item\":\"two-f\",\"title\":\"Luna\",\"licence\":"
      "\"CC-BY-NC-ND-4.0\"},{\"item\":\"gone\",\"title\":\"None\"}]}",
      -1);
  book = epub_read_made (maker, report);
  assert_outline (book, "Part(Two) -");
  assert_has (book, "<p id=\"x\">See <a href=\"#y\">there</a>.</p>");
  assert_has (book, "<figcaption id=\"two-c\">The <em>moon</em></figcaption>");
  assert_lacks (book, "Draft");
  assert_lacks (book, "No rights");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_false (cog_report_has (report, "licences-differ"));
  g_assert_cmpuint (book->credit->agents->len, ==, 1);
  g_assert_cmpuint (book->credit->upstream->len, ==, 1);
  g_assert_cmpuint (book->credits->len, ==, 1);
  credit = find_credit (book, "Moon");
  g_assert_cmpstr (credit->title, ==, "Luna");
  section = g_ptr_array_index (book->sections, 0);
  section = g_ptr_array_index (section->children, 0);
  g_assert_cmpstr (section->type, ==, "preface");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-epub/figure-licence", test_figure_licence);
  g_test_add_func ("/reader-epub/credit-line-with-link", test_credit_line_with_link);
  g_test_add_func ("/reader-epub/media-attributions", test_media_attributions);
  g_test_add_func ("/reader-epub/about", test_about);
  g_test_add_func ("/reader-epub/bad-pages", test_bad_pages);
  g_test_add_func ("/reader-epub/own-contents", test_own_contents);
  g_test_add_func ("/reader-epub/part-row", test_part_row);
  g_test_add_func ("/reader-epub/continuation", test_continuation);
  g_test_add_func ("/reader-epub/picture-book", test_picture_book);
  g_test_add_func ("/reader-epub/language", test_language);
  g_test_add_func ("/reader-epub/language-of-chapter", test_language_of_chapter);
  g_test_add_func ("/reader-epub/people", test_people);
  g_test_add_func ("/reader-epub/drawing-page", test_drawing_page);
  g_test_add_func ("/reader-epub/own", test_own);
  return g_test_run ();
}
