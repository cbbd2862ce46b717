/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader.h"
#include "epub-maker.h"

#include <string.h>

/* The book that the maker's EPUB is read as; frees the maker. */
static CogBook *
try_read (EpubMaker *maker, CogReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = epub_maker_end (maker);
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "tides.epub");
  const CogReader *used = NULL;
  CogBook *book = cog_reader_read (source, report, NULL, NULL, &used, error);

  if (book != NULL)
    {
      g_assert_cmpstr (used->id, ==, "epub");
      g_assert_true (cog_book_validate (book, report));
    }
  return book;
}

static CogBook *
read_made (EpubMaker *maker, CogReport *report)
{
  g_autoptr (GError) error = NULL;
  CogBook *book = try_read (maker, report, &error);

  g_assert_no_error (error);
  return book;
}

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
  book = read_made (maker, report);
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
  book = read_made (maker, report);
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
  book = read_made (maker, report);
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
  book = read_made (maker, report);
  assert_outline (book, "One");
  g_assert_true (cog_report_has (report, "page-unreadable"));

  maker = epub_maker_new ();
  epub_maker_add_document (maker, "empty.xhtml", "application/xhtml+xml", "");
  g_assert_null (try_read (maker, report, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-epub/figure-licence", test_figure_licence);
  g_test_add_func ("/reader-epub/media-attributions", test_media_attributions);
  g_test_add_func ("/reader-epub/about", test_about);
  g_test_add_func ("/reader-epub/bad-pages", test_bad_pages);
  return g_test_run ();
}
