/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What real producers do to EPUBs, and what the specifications allow: a small file for each. */

#include "cog-error.h"
#include "epub-reading.h"
#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>

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

      g_string_append_printf (text, "%s: %s\n", section->title, part);
    }
  return g_string_free (text, FALSE);
}

static void
assert_content (const CogBook *book, const char *words, gboolean is_there)
{
  g_autofree char *content = dup_content (book);

  if ((strstr (content, words) != NULL) != is_there)
    {
      g_test_message ("%s\n%s", words, content);
      g_test_fail ();
    }
}

static void
assert_has (const CogBook *book, const char *words)
{
  assert_content (book, words, TRUE);
}

static void
assert_lacks (const CogBook *book, const char *words)
{
  assert_content (book, words, FALSE);
}

/* A zip of few files: name, text, name, text, NULL. */
static GBytes *
make_zip (const char *first, ...)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) data = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  va_list list;

  va_start (list, first);
  for (const char *name = first; name != NULL; name = va_arg (list, const char *))
    {
      const char *text = va_arg (list, const char *);

      g_ptr_array_add (names, (gpointer)name);
      g_ptr_array_add (data, g_bytes_new (text, strlen (text)));
    }
  va_end (list);
  g_ptr_array_add (names, NULL);
  return epub_zip ((const char *const *)names->pdata, data);
}

#define PAGE(body) "<html xmlns='http://www.w3.org/1999/xhtml'><body>" body "</body></html>"

/* Packed by hand: mimetype last, the package two folders down, a second rendition, names
 * percent-encoded in the manifest and of another case in the zip. */
static void
test_container (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_zip (
      "META-INF/container.xml",
      "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
      "<rootfile full-path='a/b/book.opf' media-type='application/oebps-package+xml'/>"
      "<rootfile full-path='c/other.opf' media-type='application/oebps-package+xml'/>"
      "</rootfiles></container>",
      "a/b/book.opf",
      "<package xmlns='http://www.idpf.org/2007/opf' version='2.0'><metadata>"
      "<dc-metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Tides</dc:title>"
      "<dc:language>en</dc:language></dc-metadata></metadata><manifest>"
      "<item id='a' href='Text/Chapter%20One.xhtml' media-type='application/xhtml+xml'/>"
      "<item id='b' href='text/two.XHTML' media-type='application/xhtml+xml'/>"
      "<item id='n' href='toc.ncx' media-type='application/x-dtbncx+xml'/></manifest>"
      "<spine><itemref idref='a'/><itemref idref='b'/><itemref idref='a'/></spine></package>",
      "c/other.opf", "<package/>", "a/b/Text/Chapter One.xhtml",
      PAGE ("<p>First, <a href='../text/TWO.xhtml#x'>second</a></p>"), "a/b/Text/Two.xhtml",
      PAGE ("<p id='x'>Second</p>"), "a/b/toc.ncx",
      "<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap><navPoint><navLabel><text>"
      "One</text></navLabel><content src='Text/Chapter%20One.xhtml'/><navPoint><navLabel><text>"
      "Two</text></navLabel><content src='Text/Two.xhtml'/></navPoint></navPoint></navMap></ncx>",
      "mimetype", "application/epub+zip", NULL);
  g_autoptr (CogBook) book = epub_read_bytes (bytes, report, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (book->credit->title, ==, "Tides");
  g_assert_cmpuint (book->sections->len, ==, 1);
  assert_has (book, "One: ");
  assert_has (book, "Two: ");
  assert_has (book, "<a href=\"#b-x\">second</a>");
  g_assert_true (cog_report_has (report, "other-rendition"));
}

/* Encodings and document types. */
static void
test_encodings (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  gsize length = 0;
  g_autofree char *wide =
      g_convert ("<?xml version='1.0' encoding='UTF-16'?>" PAGE ("<p>Жер мен ай</p>"), -1, "UTF-16",
                 "UTF-8", NULL, &length, NULL);

  epub_maker_add_item (maker, "wide.xhtml", "id='w' media-type='application/xhtml+xml'", wide,
                       (gssize)length);
  epub_maker_add_item (
      maker, "latin.xhtml", "id='l' media-type='application/xhtml+xml'",
      "<?xml version='1.0' encoding='windows-1252'?>" PAGE ("<p>\x93Mar\xe9\x94</p>"), -1);
  epub_maker_add_spine (maker, "<itemref idref='w'/><itemref idref='l'/>");
  epub_maker_add_document (
      maker, "entities.xhtml", "application/xhtml+xml",
      "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.1//EN' "
      "'http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd' [<!ENTITY own 'Own'>]>" PAGE (
          "<p>a&nbsp;b &eacute; &hellip; R&D</p>"));
  book = epub_read_made (maker, report);
  assert_has (book, "Жер мен ай");
  assert_has (book, "“Maré”");
  assert_has (book, "a\u00a0b é … R&amp;D");
}

/* A page that is not well-formed, with the empty elements of XML: nothing is swallowed. */
static void
test_bad_xhtml (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  epub_maker_add_document (
      maker, "a.xhtml", "application/xhtml+xml",
      "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/><script src='x.js'/></head><body>"
      "<p>All <a id='x'/>of <b>it<i></b></i> <br/>is</p><div class='c'/><p>here</p></body></html>");
  book = epub_read_made (maker, report);
  assert_has (book, "of <b>it</b>");
  assert_has (book, ">here</p>");
  g_assert_true (cog_report_has (report, "not-well-formed"));
}

/* epub:type without its namespace being declared, in pages and in the contents. */
static void
test_undeclared_prefix (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  epub_maker_add_document (maker, "a.xhtml", "application/xhtml+xml",
                           PAGE ("<h1>A</h1><p>Text<a epub:type='noteref' href='#n'>1</a></p>"
                                 "<aside epub:type='footnote' id='n'><p>A note</p></aside>"));
  epub_maker_add_item (maker, "toc.xhtml",
                       "id='t' properties='nav' media-type='application/xhtml+xml'",
                       PAGE ("<nav epub:type='toc'><ol><li><a href='a.xhtml'>Name</a></li></ol>"
                             "</nav>"),
                       -1);
  book = epub_read_made (maker, report);
  assert_has (book, "Name: ");
  assert_has (book, "epub:type=\"noteref\"");
  assert_has (book, "epub:type=\"footnote\"");
}

/* Fallbacks, pages out of the reading order, missing ones. */
static void
test_spine (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  const CogSection *extra;

  epub_maker_set_spine (maker, "page-progression-direction='rtl'");
  epub_maker_add_page (maker, "one.xhtml", "<h1>One</h1><p>Text</p>");
  epub_maker_add_item (maker, "d.xml", "id='d' media-type='application/x-demo' fallback='e'",
                       "<d/>", -1);
  epub_maker_add_item (maker, "e.bin", "id='e' media-type='application/pdf' fallback='f'", "%PDF",
                       -1);
  epub_maker_add_item (maker, "f.xhtml", "id='f' media-type='application/xhtml+xml'",
                       PAGE ("<h1>Fallback</h1>"), -1);
  epub_maker_add_item (maker, "g.xhtml", "id='g' media-type='application/xhtml+xml'",
                       PAGE ("<h1>Extra</h1><p>Answers</p>"), -1);
  epub_maker_add_item (maker, "loop.x", "id='x' media-type='a/b' fallback='y'", "x", -1);
  epub_maker_add_item (maker, "loop.y", "id='y' media-type='a/b' fallback='x'", "y", -1);
  epub_maker_add_spine (maker, "<itemref idref='d'/><itemref idref='g' linear='no'/>"
                               "<itemref idref='x'/><itemref idref='nothing'/>");
  book = epub_read_made (maker, report);
  assert_has (book, "Fallback");
  g_assert_cmpuint (book->sections->len, ==, 3);
  extra = g_ptr_array_index (book->sections, 2);
  g_assert_false (extra->is_linear);
  g_assert_cmpint (book->progression, ==, COG_PROGRESSION_RTL);
  g_assert_true (cog_report_has (report, "foreign-page"));
}

/* The printed edition's page numbers: marked in the text, or only listed. */
static void
test_page_list (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogBook) old = NULL;

  epub_maker_set_contents (maker, "<li><a href='a.xhtml'>A</a></li></ol></nav>"
                                  "<nav epub:type='page-list'><ol>"
                                  "<li><a href='a.xhtml#p1'>xi</a></li>"
                                  "<li><a href='a.xhtml#p2'>2</a></li>"
                                  "<li><a href='a.xhtml#p3'>3</a></li>");
  epub_maker_add_page (maker, "a.xhtml",
                       "<h1>A</h1><p>One <span epub:type='pagebreak' id='p1'/>two <a id='p2'></a>"
                       "three</p><p id='p3'>Four</p>");
  book = epub_read_made (maker, report);
  assert_has (book, "aria-label=\"xi\"");
  assert_has (book, "id=\"p1-p2\" epub:type=\"pagebreak\" role=\"doc-pagebreak\" aria-label=\"2\"");
  assert_has (book, "aria-label=\"3\"");

  /* EPUB 2 has it in the NCX. */
  maker = epub_maker_new ();
  epub_maker_add_item (
      maker, "toc.ncx", "id='n' media-type='application/x-dtbncx+xml'",
      "<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap><navPoint><navLabel><text>A</text>"
      "</navLabel><content src='a.xhtml'/></navPoint></navMap><pageList><pageTarget type='normal' "
      "value='7'><navLabel><text>7</text></navLabel><content src='a.xhtml#p7'/></pageTarget>"
      "</pageList></ncx>",
      -1);
  epub_maker_add_page (maker, "a.xhtml", "<h1>A</h1><p>One <a id='p7'></a>two</p>");
  old = epub_read_made (maker, report);
  assert_has (old, "role=\"doc-pagebreak\" aria-label=\"7\"");
}

/* Notes as Word, Pandoc, Pressbooks, InDesign and old converters write them. */
static void
test_notes (void)
{
  static const struct
  {
    const char *name, *body;
  } cases[] = {
    { "word",
      "<p>Text<a href='#_ftn1' name='_ftnref1' id='_ftnref1'><span style='vertical-align:super'>"
      "[1]</span></a></p><hr/><div id='ftn1'><p><a href='#_ftnref1' name='_ftn1' id='_ftn1'>"
      "<span style='vertical-align:super'>[1]</span></a> A note</p></div>" },
    { "pandoc",
      "<p>Text<a href='#fn1' class='footnote-ref' id='fnref1' epub:type='noteref'>1</a></p>"
      "<section class='footnotes' epub:type='footnotes'><hr/><ol><li id='fn1' "
      "epub:type='footnote'><p>A note<a href='#fnref1' class='footnote-back' "
      "role='doc-backlink'>↩︎</a></p></li></ol></section>" },
    { "pressbooks",
      "<p>Text<a class='footnote' title='A note' id='return-footnote-1-1' href='#footnote-1-1' "
      "aria-label='Footnote 1'><sup class='footnote'>[1]</sup></a></p><hr "
      "class='before-footnotes'/>"
      "<div class='footnotes'><ol><li id='footnote-1-1'>A note <a href='#return-footnote-1-1' "
      "class='return-footnote' aria-label='Return to footnote 1'>↵</a></li></ol></div>" },
    { "indesign", "<p>Text<span class='s'><a class='_idFootnoteLink' epub:type='noteref' "
                  "href='a.xhtml#footnote-000' id='footnote-000-backlink'>1</a></span></p>"
                  "<section class='_idFootnotes' epub:type='footnotes'><aside id='footnote-000' "
                  "class='_idFootnote' epub:type='footnote'><p><a class='_idFootnoteAnchor' "
                  "href='a.xhtml#footnote-000-backlink'>1</a> A note</p></aside></section>" },
    { "gutenberg",
      "<p>Text<a id='FNanchor_1_1'></a><a href='#Footnote_1_1' class='fnanchor'><sup>[1]</sup></a>"
      "</p><div class='footnote'><p><a id='Footnote_1_1'></a><a href='#FNanchor_1_1'>"
      "<span class='label'>[1]</span></a> A note</p></div>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EpubMaker *maker = epub_maker_new ();
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (CogBook) book = NULL;
      CogBookCounts counts;

      epub_maker_add_page (maker, "a.xhtml", cases[i].body);
      book = epub_read_made (maker, report);
      cog_book_count (book, &counts);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (counts.footnotes, ==, 1);
      assert_has (book, "epub:type=\"noteref\"");
      assert_has (book, "A note<");
      assert_lacks (book, "doc-backlink");
      assert_lacks (book, "↩");
    }
}

/* Formulas and drawings, however they stand in the page. */
static void
test_foreign (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  CogBookCounts counts;

  epub_maker_add_picture (maker, "f.gif");
  epub_maker_add_page (
      maker, "a.xhtml",
      "<body xmlns:m='http://www.w3.org/1998/Math/MathML'><p>Let <m:math altimg='f.gif'><m:mi>x"
      "</m:mi></m:math> be <epub:switch id='s'><epub:case "
      "required-namespace='http://www.w3.org/1998/Math/MathML'><math "
      "xmlns='http://www.w3.org/1998/Math/MathML'><mi>y</mi></math></epub:case><epub:default>"
      "<img src='f.gif' alt='y'/></epub:default></epub:switch></p>"
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text x='1' y='1'>Label</text>"
      "</svg><ruby>水<rp>(</rp><rt>みず</rt><rp>)</rp></ruby></body>");
  book = epub_read_made (maker, report);
  cog_book_count (book, &counts);
  g_assert_cmpuint (counts.equations, ==, 2);
  assert_has (book, "Label");
  assert_has (book, "<rt>みず</rt>");
  g_assert_cmpuint (book->assets->len, ==, 0);
}

static void
test_vertical (void)
{
  static const struct
  {
    const char *html, *style, *meta;
  } cases[] = {
    { "class='vrtl'", ".vrtl { -epub-writing-mode: vertical-rl; }", "" },
    { "", "html { writing-mode: vertical-rl }", "" },
    { "", "", "<meta name='primary-writing-mode' content='vertical-rl'/>" },
    { "style='writing-mode: vertical-rl'", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      EpubMaker *maker = epub_maker_new ();
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (CogBook) book = NULL;
      g_autofree char *metadata = g_strconcat (
          "<dc:title>草枕</dc:title><dc:language>ja</dc:language>", cases[i].meta, NULL);
      g_autofree char *page = g_strdup_printf (
          "<html xmlns='http://www.w3.org/1999/xhtml' %s><head><link rel='stylesheet' "
          "href='s.css'/></head><body><p>山路を登りながら</p></body></html>",
          cases[i].html);

      epub_maker_set_metadata (maker, metadata);
      epub_maker_add_item (maker, "s.css", "id='css' media-type='text/css'", cases[i].style, -1);
      epub_maker_add_document (maker, "a.xhtml", "application/xhtml+xml", page);
      book = epub_read_made (maker, report);
      g_test_message ("%u", i);
      g_assert_true (book->is_vertical);
    }
}

static GBytes *
make_encrypted (const char *algorithm, const char *file)
{
  EpubMaker *maker = epub_maker_new ();
  g_autofree char *xml = g_strdup_printf (
      "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container' "
      "xmlns:enc='http://www.w3.org/2001/04/xmlenc#'><enc:EncryptedData><enc:EncryptionMethod "
      "Algorithm='%s'/><enc:CipherData><enc:CipherReference URI='%s'/></enc:CipherData>"
      "</enc:EncryptedData></encryption>",
      algorithm, file);

  epub_maker_add_page (maker, "a.xhtml", "<h1>A</h1><p>Text</p>");
  epub_maker_add_item (maker, "f.otf", "id='font' media-type='font/otf'", "OTTO?", -1);
  epub_maker_add_file (maker, "META-INF/encryption.xml", xml, -1);
  return epub_maker_end (maker);
}

static void
test_protection (void)
{
  static const struct
  {
    const char *algorithm, *file;
    gboolean is_refused;
  } cases[] = {
    { "http://www.idpf.org/2008/embedding", "OPS/f.otf", FALSE },
    { "http://ns.adobe.com/pdf/enc#RC", "OPS/f.otf", FALSE },
    { "http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OPS/f.otf", FALSE },
    { "http://www.w3.org/2001/04/xmlenc#aes256-cbc", "OPS/a.xhtml", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (GBytes) bytes = make_encrypted (cases[i].algorithm, cases[i].file);
      g_autoptr (GError) error = NULL;
      g_autoptr (CogBook) book = epub_read_bytes (bytes, report, &error);

      g_test_message ("%s", cases[i].algorithm);
      if (cases[i].is_refused)
        g_assert_error (error, COG_ERROR, COG_ERROR_ENCRYPTED);
      else
        {
          g_assert_no_error (error);
          g_assert_cmpuint (book->assets->len, ==, 0);
        }
    }
}

/* The cover of an EPUB 2 is what the guide's cover page shows. */
static void
test_cover (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  const CogSection *first;

  epub_maker_set_guide (maker, "<guide><reference type='cover' href='cover.xhtml'/></guide>");
  epub_maker_add_picture (maker, "front.gif");
  epub_maker_add_page (maker, "cover.xhtml",
                       "<svg xmlns='http://www.w3.org/2000/svg' "
                       "xmlns:xlink='http://www.w3.org/1999/xlink'><image width='1' height='1' "
                       "xlink:href='front.gif'/></svg>");
  epub_maker_add_page (maker, "a.xhtml", "<h1>A</h1><p>Text</p>");
  book = epub_read_made (maker, report);
  g_assert_cmpstr (book->cover, ==, "media/front.gif");
  first = g_ptr_array_index (book->sections, 0);
  g_assert_cmpstr (first->type, ==, "cover");
}

/* What Project Gutenberg sets around a book, over several files. */
static void
test_gutenberg (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  epub_maker_set_metadata (maker, "<dc:title>Tides</dc:title><dc:language>en</dc:language>"
                                  "<dc:rights>Public domain in the USA.</dc:rights>");
  epub_maker_add_page (
      maker, "a.xhtml",
      "<section class='pg-boilerplate pgheader' id='pg-header'><h2>The Project Gutenberg eBook of "
      "Tides</h2><div id='pg-start-separator'>*** START OF THE PROJECT GUTENBERG EBOOK TIDES ***"
      "</div></section><h1>Tides</h1><p>The sea rises.</p>");
  epub_maker_add_page (maker, "b.xhtml",
                       "<h2>Two</h2><p>And falls.</p><div>*** END OF THE PROJECT "
                       "GUTENBERG EBOOK TIDES ***</div><p>Updated editions</p>");
  epub_maker_add_page (maker, "c.xhtml",
                       "<section class='pg-boilerplate pgheader' id='pg-footer'>"
                       "<p>START: FULL LICENSE</p></section>");
  book = epub_read_made (maker, report);
  assert_has (book, "The sea rises.");
  assert_has (book, "And falls.");
  assert_lacks (book, "PROJECT GUTENBERG");
  assert_lacks (book, "Updated");
  assert_lacks (book, "LICENSE");
  g_assert_cmpstr (book->credit->licence, ==, "LicenseRef-PublicDomain-US");
}

/* Active, foreign and remote things are dropped or become links, and are told of. */
static void
test_active (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  epub_maker_add_page (
      maker, "a.xhtml",
      "<h1>A</h1><script>alert(1)</script><p onclick='x()'>Text <img "
      "src='https://example.org/i.png' "
      "alt='Far'/></p><form action='x'><input type='text'/><p>Kept</p></form>"
      "<video src='https://example.org/v.mp4'>No film</video><iframe src='https://example.org/f'/>"
      "<mbp:pagebreak/><font color='red'>Red</font>");
  book = epub_read_made (maker, report);
  assert_has (book, "href=\"https://example.org/i.png\"");
  assert_has (book, "href=\"https://example.org/v.mp4\"");
  assert_has (book, "Kept");
  assert_has (book, "Red");
  assert_lacks (book, "onclick");
  assert_lacks (book, "alert");
  g_assert_true (cog_report_has (report, "script-dropped"));
  g_assert_true (cog_report_has (report, "form-dropped"));
  g_assert_true (cog_report_has (report, "remote-picture"));
}

/* A picture book whose last page says in prose whose it is and under which licence. */
static void
test_closing_page (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.xhtml", i);

      epub_maker_add_page (maker, name, "<p>The moon goes round.</p>");
    }
  epub_maker_add_page (maker, "5.xhtml",
                       "<div>This book was made by Ann Lee. © Sea School, 2018. Some rights "
                       "reserved. Released under CC BY 4.0 license.</div>");
  book = epub_read_made (maker, report);
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-4.0");
}

/* Kobo, Calibre and others set a place before each sentence or page; what nothing leads to goes. */
static void
test_anchors (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  const CogSection *section;

  epub_maker_add_page (
      maker, "a.xhtml",
      "<section epub:type='appendix'><h1>A</h1><p><span class='koboSpan' id='kobo.1.1'>One. </span>"
      "<span class='koboSpan' id='kobo.1.2'>Two.</span> <a id='there'></a>Three, see <a "
      "href='#there'>three</a>.</p></section>");
  book = epub_read_made (maker, report);
  assert_has (book, "One. Two. <span id=\"p1-there\"/>Three, see <a href=\"#p1-there\">three</a>.");
  section = g_ptr_array_index (book->sections, 0);
  g_assert_cmpstr (section->type, ==, "appendix");
}

/* A dictionary in one file: a section a letter, and time that grows with the size only. */
static void
test_many_rows (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  gint64 start;

  for (guint i = 0; i < 3000; i++)
    {
      g_string_append_printf (rows, "<li><a href='a.xhtml#r%u'>Row %u</a></li>", i, i);
      g_string_append_printf (body, "<h2 id='r%u'>Row %u</h2><p>Words</p>", i, i);
    }
  epub_maker_set_contents (maker, rows->str);
  epub_maker_add_page (maker, "a.xhtml", body->str);
  start = g_get_monotonic_time ();
  book = epub_read_made (maker, report);
  g_assert_cmpuint (book->sections->len, ==, 3000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

/* Metadata as Calibre and EPUB 2 have them. */
static void
test_metadata (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  epub_maker_set_metadata (
      maker, "<dc:title>Tides</dc:title><dc:language>kaz</dc:language>"
             "<dc:identifier>calibre:1</dc:identifier><dc:identifier id='own'>urn:isbn:9"
             "</dc:identifier><dc:date opf:event='modification'>2020</dc:date>"
             "<dc:date opf:event='publication'>2018</dc:date><dc:subject/>"
             "<dc:subject>Sea</dc:subject>"
             "<dc:description>&lt;p class='x'&gt;How it &lt;b&gt;rises&lt;/b&gt;, 1 &lt; 2"
             "&lt;/p&gt;</dc:description>");
  epub_maker_add_page (maker, "a.xhtml", "<p>Су</p>");
  book = epub_read_made (maker, report);
  g_assert_cmpstr (book->language, ==, "kk");
  g_assert_cmpstr (book->identifier, ==, "urn:isbn:9");
  g_assert_cmpstr (book->date, ==, "2018");
  g_assert_cmpuint (book->subjects->len, ==, 1);
  g_assert_cmpstr (book->description, ==, "How it rises , 1 < 2");
}

/* The number stands before the chapter's title, and the contents do not name it. */
static void
test_chapter_number (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  const CogSection *second;

  epub_maker_set_contents (maker, "<li><a href='a.xhtml'>The sea</a></li>");
  epub_maker_add_page (maker, "a.xhtml", "<p>1</p><h1>The sea</h1><p>Text</p>");
  epub_maker_add_page (maker, "b.xhtml",
                       "<div class='chapter'><div><p class='chapter-number'>2</p>"
                       "<h1 class='chapter-title'>The moon</h1></div><p>Text</p></div>");
  book = epub_read_made (maker, report);
  g_assert_cmpuint (book->sections->len, ==, 2);
  second = g_ptr_array_index (book->sections, 1);
  g_assert_cmpstr (second->title, ==, "The moon");
  assert_has (book, ">The sea</h1>");
  assert_has (book, ">The moon</h1>");
}

/* A span in a row of the nav, and other slips of it; a spine that names nothing that is there. */
static void
test_careless (void)
{
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogBook) spineless = NULL;
  const CogSection *part;

  epub_maker_add_page (maker, "a.xhtml", "<p>First</p>");
  epub_maker_add_page (maker, "b.xhtml", "<p>Second</p>");
  epub_maker_add_item (
      maker, "toc.xhtml", "id='t' properties='nav' media-type='application/xhtml+xml'",
      PAGE ("<nav><ol><li><span>Part</span><ol><li><p><a href='a.xhtml'>A <span>one"
            "</span></a></p></li><li><b><a href='b.xhtml'>B</a></b></li></ol></li>"
            "</ol></nav>"),
      -1);
  book = epub_read_made (maker, report);
  g_assert_cmpuint (book->sections->len, ==, 1);
  part = g_ptr_array_index (book->sections, 0);
  g_assert_cmpstr (part->title, ==, "Part");
  g_assert_cmpuint (part->children->len, ==, 2);
  part = g_ptr_array_index (part->children, 0);
  g_assert_cmpstr (part->title, ==, "A one");

  maker = epub_maker_new ();
  epub_maker_add_item (maker, "z.xhtml", "id='z' media-type='application/xhtml+xml'",
                       PAGE ("<h1>Z</h1><p>Text</p>"), -1);
  epub_maker_add_item (maker, "y.xhtml", "id='y' media-type='application/xhtml+xml'",
                       PAGE ("<h2>Y</h2><p>Text</p>"), -1);
  epub_maker_add_spine (maker, "<itemref idref='gone'/>");
  spineless = epub_read_made (maker, report);
  /* Without contents, the headings say what stands below what. */
  g_assert_cmpuint (spineless->sections->len, ==, 1);
  part = g_ptr_array_index (spineless->sections, 0);
  g_assert_cmpuint (part->children->len, ==, 1);
}

/* Some programs keep an EPUB unpacked. */
static void
test_folder (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *meta = g_build_filename (folder, "META-INF", NULL);
  g_autofree char *container = g_build_filename (meta, "container.xml", NULL);
  g_autofree char *package = g_build_filename (folder, "b.opf", NULL);
  g_autofree char *page = g_build_filename (folder, "a.xhtml", NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogBook) book = NULL;
  const CogReader *used = NULL;

  g_assert_cmpint (g_mkdir (meta, 0700), ==, 0);
  g_assert_true (g_file_set_contents (
      container,
      "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile "
      "full-path='b.opf' media-type='application/oebps-package+xml'/></rootfiles></container>",
      -1, NULL));
  g_assert_true (g_file_set_contents (
      package,
      "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata/><manifest><item "
      "id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref "
      "idref='a'/></spine></package>",
      -1, NULL));
  g_assert_true (g_file_set_contents (page, PAGE ("<h1>A</h1><p>Text</p>"), -1, NULL));
  source = cog_source_new_for_path (folder, NULL, &error);
  g_assert_no_error (error);
  book = cog_reader_read (source, report, NULL, NULL, &used, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (used->id, ==, "epub");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-epub-producers/container", test_container);
  g_test_add_func ("/reader-epub-producers/encodings", test_encodings);
  g_test_add_func ("/reader-epub-producers/bad-xhtml", test_bad_xhtml);
  g_test_add_func ("/reader-epub-producers/undeclared-prefix", test_undeclared_prefix);
  g_test_add_func ("/reader-epub-producers/spine", test_spine);
  g_test_add_func ("/reader-epub-producers/page-list", test_page_list);
  g_test_add_func ("/reader-epub-producers/notes", test_notes);
  g_test_add_func ("/reader-epub-producers/foreign", test_foreign);
  g_test_add_func ("/reader-epub-producers/vertical", test_vertical);
  g_test_add_func ("/reader-epub-producers/protection", test_protection);
  g_test_add_func ("/reader-epub-producers/cover", test_cover);
  g_test_add_func ("/reader-epub-producers/gutenberg", test_gutenberg);
  g_test_add_func ("/reader-epub-producers/active", test_active);
  g_test_add_func ("/reader-epub-producers/closing-page", test_closing_page);
  g_test_add_func ("/reader-epub-producers/anchors", test_anchors);
  g_test_add_func ("/reader-epub-producers/many-rows", test_many_rows);
  g_test_add_func ("/reader-epub-producers/metadata", test_metadata);
  g_test_add_func ("/reader-epub-producers/chapter-number", test_chapter_number);
  g_test_add_func ("/reader-epub-producers/careless", test_careless);
  g_test_add_func ("/reader-epub-producers/folder", test_folder);
  return g_test_run ();
}
