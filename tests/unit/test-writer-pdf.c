/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book.h"
#include "cog-writer.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

/* A book in one section of that inner XHTML. */
static CogBook *
make_book (const char *language, const char *title, const char *const *chapters)
{
  CogBook *book = cog_book_new ();
  g_autoptr (CogReport) report = cog_report_new ();

  book->language = g_strdup (language);
  book->modified = g_strdup ("2026-01-02T03:04:05Z");
  g_clear_pointer (&book->credit, cog_credit_free);
  book->credit = cog_credit_new ();
  book->credit->title = g_strdup (title);
  book->credit->licence = g_strdup ("CC-BY-4.0");
  g_ptr_array_add (book->credit->agents, cog_agent_new ("Ada Example", COG_ROLE_AUTHOR));
  for (guint i = 0; chapters[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autofree char *name = g_strdup_printf ("Chapter %u", i + 1);
      g_autofree char *xml = g_strdup_printf ("<section xmlns=\"" COG_NS_XHTML
                                              "\" xmlns:epub=\"" COG_NS_EPUB "\">%s</section>",
                                              chapters[i]);
      CogSection *section = cog_section_new (id, name);
      g_autoptr (GError) error = NULL;

      section->content = cog_xml_parse_own (xml, -1, &error);
      g_assert_no_error (error);
      g_ptr_array_add (book->sections, section);
    }
  cog_book_identify (book, report);
  if (!cog_book_validate (book, report))
    {
      GPtrArray *findings = cog_report_get_findings (report);
      const CogFinding *last = g_ptr_array_index (findings, findings->len - 1);
      g_error ("%s: %s", last->place, last->kind->id);
    }
  return book;
}

static char *
write_book (const CogBook *book, const char *name, CogPaper paper)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  CogWriterOptions options = { paper };
  const CogWriter *writer = cog_writer_find (name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (writer->id, ==, "pdf");
  cog_writer_write (writer, book, &options, name, report, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (name);
}

static qpdf_data
open_file (const char *path)
{
  qpdf_data qpdf = qpdf_init ();

  g_assert_cmpint (qpdf_read (qpdf, path, NULL), ==, QPDF_SUCCESS);
  return qpdf;
}

/* Everything in the file as text, without compression, to look for words in. */
static char *
dump (qpdf_data qpdf)
{
  char *text;
  gsize size;

  qpdf_init_write_memory (qpdf);
  qpdf_set_qdf_mode (qpdf, TRUE);
  qpdf_set_static_ID (qpdf, TRUE);
  g_assert_cmpint (qpdf_write (qpdf), ==, QPDF_SUCCESS);
  size = qpdf_get_buffer_length (qpdf);
  text = g_strndup ((const char *)qpdf_get_buffer (qpdf), size);
  memcpy (text, qpdf_get_buffer (qpdf), size);
  for (gsize i = 0; i < size; i++)
    text[i] = text[i] == '\0' ? ' ' : text[i];
  return text;
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, word)) != NULL; p += strlen (word))
    n++;
  return n;
}

static const char *const english[] = {
  "<h1>First</h1><p>Some text with a <a href=\"#t\">link</a>, one <a "
  "href=\"https://example.org/x\">out</a>, a "
  "<a epub:type=\"noteref\" role=\"doc-noteref\" href=\"#n\">1</a> note.</p>"
  "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"n\"><p>The note.</p></aside>"
  "<ol><li>one</li><li><p>two</p><ul><li>deep</li></ul></li></ol>"
  "<p>Energy <math xmlns=\"" COG_NS_MATHML
  "\" alttext=\"E equals m\"><mi>E</mi><mo>=</mo><mi>m</mi></math>.</p>",
  "<h1>Second</h1><h2 id=\"t\">Part of it</h2>"
  "<table><caption>Units</caption><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr>"
  "</thead><tbody><tr><td rowspan=\"2\">1</td><td>2</td></tr><tr><td>3</td></tr>"
  "<tr><td>4</td></tr></tbody></table>"
  "<p lang=\"fr\">Un mot.</p><blockquote><p>Quoted.</p></blockquote><pre>code  here</pre>"
  "<dl><dt>Term</dt><dd>What it means.</dd></dl>",
  NULL
};

static void
test_structure (void)
{
  static const char *const types[] = { "/S /Document", "/S /H1",      "/S /H2",        "/S /P",
                                       "/S /L\n",      "/S /LI",      "/S /LBody",     "/S /Lbl",
                                       "/S /Table",    "/S /TH",      "/S /TD",        "/S /THead",
                                       "/S /Caption",  "/S /TOC\n",   "/S /TOCI",      "/S /Link",
                                       "/S /Note",     "/S /Formula", "/S /BlockQuote" };
  g_autoptr (CogBook) book = make_book ("en", "A Small Book", english);
  g_autofree char *path = write_book (book, "small.pdf", COG_PAPER_A4);
  qpdf_data qpdf = open_file (path);
  g_autofree char *text = NULL;

  /* Title, contents, and a page for each chapter. */
  g_assert_cmpint (qpdf_get_num_pages (qpdf), ==, 4);
  text = dump (qpdf);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strstr (text, types[i]) == NULL)
      g_error ("%s is not in the structure tree", types[i]);
  g_assert_nonnull (strstr (text, "/Lang (en)"));
  g_assert_nonnull (strstr (text, "/Lang (fr)"));
  g_assert_nonnull (strstr (text, "/Marked true"));
  g_assert_nonnull (strstr (text, "/DisplayDocTitle true"));
  g_assert_nonnull (strstr (text, "/Alt (E equals m)"));
  g_assert_nonnull (strstr (text, "/Scope /Column"));
  g_assert_nonnull (strstr (text, "/RowSpan 2"));
  g_assert_nonnull (strstr (text, "/ListNumbering /Decimal"));
  g_assert_nonnull (strstr (text, "/URI (https://example.org/x)"));
  g_assert_null (strstr (text, "/Encrypt"));
  /* The row that is too short was filled up: 1, 2, 3, 4 and a place without text. */
  g_assert_cmpuint (count (text, "/S /TD"), ==, 5);
  /* No page has a link that the tree does not know. */
  g_assert_cmpuint (count (text, "/Subtype /Link"), ==, count (text, "/Type /OBJR"));
  qpdf_cleanup (&qpdf);
}

static void
test_metadata (void)
{
  g_autoptr (CogBook) book = make_book ("en", "Small & <Book>", english);
  g_autofree char *path = write_book (book, "metadata.pdf", COG_PAPER_A4);
  qpdf_data qpdf = open_file (path);
  g_autofree char *text = dump (qpdf);

  g_assert_nonnull (strstr (text, "<pdfuaid:part>1</pdfuaid:part>"));
  g_assert_nonnull (strstr (text, "Small &amp; &lt;Book&gt;"));
  g_assert_nonnull (strstr (text, "/Title (Small & <Book>)"));
  g_assert_nonnull (strstr (text, "<rdf:li>Ada Example</rdf:li>"));
  g_assert_nonnull (strstr (text, "https://creativecommons.org/licenses/by/4.0/"));
  g_assert_nonnull (strstr (text, "<xmpRights:Marked>True</xmpRights:Marked>"));
  g_assert_nonnull (strstr (text, "/CreationDate (D:20260102030405Z)"));
  qpdf_cleanup (&qpdf);
}

/* Each marked piece of a page is named once in the tree, and the page's row of the parent tree has
 * as many elements. */
static void
test_parents (void)
{
  g_autoptr (CogBook) book = make_book ("en", "A Small Book", english);
  g_autofree char *path = write_book (book, "parents.pdf", COG_PAPER_A4);
  qpdf_data qpdf = open_file (path);
  qpdf_oh tree = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/StructTreeRoot");
  qpdf_oh numbers = qpdf_oh_get_key (qpdf, qpdf_oh_get_key (qpdf, tree, "/ParentTree"), "/Nums");
  guint n_marks = 0, n_parents = 0;
  g_autofree char *text = NULL;

  for (int i = 0; i < qpdf_get_num_pages (qpdf); i++)
    {
      qpdf_oh page = qpdf_get_page_n (qpdf, (size_t)i);
      int key = qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_key (qpdf, page, "/StructParents"));
      unsigned char *data = NULL;
      size_t size = 0;
      g_autofree char *content = NULL;
      qpdf_oh row = qpdf_oh_get_array_item (qpdf, numbers, 2 * key + 1);

      g_assert_cmpint (
          qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_array_item (qpdf, numbers, 2 * key)), ==,
          key);
      g_assert_cmpint (qpdf_oh_get_page_content_data (qpdf, page, &data, &size), ==, QPDF_SUCCESS);
      content = g_strndup ((const char *)data, size);
      g_assert_cmpuint (count (content, "/MCID"), ==, (guint)qpdf_oh_get_array_n_items (qpdf, row));
      n_marks += count (content, "/MCID");
      n_parents += (guint)qpdf_oh_get_array_n_items (qpdf, row);
      free (data);
    }
  g_assert_cmpuint (n_marks, >, 20);
  text = dump (qpdf);
  g_assert_cmpuint (count (text, "/Type /MCR"), ==, n_parents);
  qpdf_cleanup (&qpdf);
}

static void
test_outline (void)
{
  g_autoptr (CogBook) book = make_book ("en", "A Small Book", english);
  g_autofree char *path = write_book (book, "outline.pdf", COG_PAPER_LETTER);
  qpdf_data qpdf = open_file (path);
  qpdf_oh outlines = qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/Outlines");
  qpdf_oh first = qpdf_oh_get_key (qpdf, outlines, "/First");
  qpdf_oh second = qpdf_oh_get_key (qpdf, first, "/Next");
  qpdf_oh below = qpdf_oh_get_key (qpdf, second, "/First");
  qpdf_oh page = qpdf_oh_get_array_item (qpdf, qpdf_oh_get_key (qpdf, second, "/Dest"), 0);

  g_assert_cmpint (qpdf_oh_get_int_value_as_int (qpdf, qpdf_oh_get_key (qpdf, outlines, "/Count")),
                   ==, 2);
  g_assert_cmpstr (qpdf_oh_get_utf8_value (qpdf, qpdf_oh_get_key (qpdf, first, "/Title")), ==,
                   "Chapter 1");
  g_assert_cmpstr (qpdf_oh_get_utf8_value (qpdf, qpdf_oh_get_key (qpdf, below, "/Title")), ==,
                   "Part of it");
  /* It leads to the fourth page, although the contents were drawn after that. */
  g_assert_cmpint (qpdf_find_page_by_oh (qpdf, page), ==, 3);
  qpdf_cleanup (&qpdf);
}

static void
test_same_bytes (void)
{
  g_autoptr (CogBook) book = make_book ("en", "A Small Book", english);
  g_autofree char *first = write_book (book, "one.pdf", COG_PAPER_A4);
  g_autofree char *second = write_book (book, "two.pdf", COG_PAPER_A4);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  gsize n_a, n_b;

  g_assert_true (g_file_get_contents (first, &a, &n_a, NULL));
  g_assert_true (g_file_get_contents (second, &b, &n_b, NULL));
  g_assert_cmpmem (a, n_a, b, n_b);
}

static char *
write_utf16 (const char *key, const char *text)
{
  GString *out = g_string_new (key);
  glong n;
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);

  g_string_append (out, " <feff");
  for (glong i = 0; i < n; i++)
    g_string_append_printf (out, "%04x", wide[i]);
  g_string_append_c (out, '>');
  return g_string_free (out, FALSE);
}

static void
test_right_to_left (void)
{
  static const char *const chapters[] = {
    "<h1>الفصل الأول</h1><p>هذا نصٌّ قصير.</p><ol><li>واحد</li></ol>"
    "<p lang=\"en\" dir=\"ltr\">An English paragraph.</p>",
    "<h1>الفصل الثاني</h1><p>نص آخر.</p>", NULL
  };
  g_autoptr (CogBook) book = make_book ("ar-EG", "كتاب صغير", chapters);
  g_autofree char *path = write_book (book, "arabic.pdf", COG_PAPER_A5);
  g_autofree char *expected = NULL;
  qpdf_data qpdf = open_file (path);
  g_autofree char *text = dump (qpdf);

  g_assert_nonnull (strstr (text, "/Direction /R2L"));
  g_assert_nonnull (strstr (text, "/Lang (ar-EG)"));
  g_assert_nonnull (strstr (text, "/Lang (en)"));
  /* The content is in visual order; what is read aloud is the text as it was written. */
  expected = write_utf16 ("/ActualText", "هذا نصٌّ قصير.");
  g_assert_nonnull (strstr (text, expected));
  /* Page labels in the digits of the language: ٣. */
  g_assert_nonnull (strstr (text, "/P <feff0663>"));
  qpdf_cleanup (&qpdf);
}

static void
test_long (void)
{
  g_autoptr (GString) body = g_string_new ("<h1>Long</h1><table><thead><tr><th>Head</th><th>B</th>"
                                           "</tr></thead><tbody>");
  const char *chapters[] = { NULL, NULL };
  g_autoptr (CogBook) book = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  qpdf_data qpdf;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (body, "<tr><td>Row %u</td><td>text</td></tr>", i);
  g_string_append (body, "</tbody></table>");
  for (guint i = 0; i < 200; i++)
    g_string_append (body, "<p>A paragraph of some words that fills a part of a line.</p>");
  chapters[0] = body->str;
  book = make_book ("en", "Long", chapters);
  path = write_book (book, "long.pdf", COG_PAPER_A4);
  qpdf = open_file (path);
  g_assert_cmpint (qpdf_get_num_pages (qpdf), >=, 10);
  g_assert_cmpint (qpdf_get_num_pages (qpdf), <=, 20);
  text = dump (qpdf);
  /* Said again on each page, the head is in the tree once. */
  g_assert_cmpuint (count (text, "/S /TH\n"), ==, 2);
  g_assert_cmpuint (count (text, "/S /TR\n"), ==, 201);
  qpdf_cleanup (&qpdf);
}

/* A draft says so on each page, outside the text. */
static void
test_draft (void)
{
  g_autoptr (CogBook) book = make_book ("en", "A Small Book", english);
  g_autofree char *plain_path = write_book (book, "plain.pdf", COG_PAPER_A4);
  qpdf_data plain = open_file (plain_path), draft;
  g_autofree char *draft_path = NULL;
  g_autofree char *before = dump (plain);
  g_autofree char *after = NULL;

  book->is_draft = TRUE;
  draft_path = write_book (book, "draft.pdf", COG_PAPER_A4);
  draft = open_file (draft_path);
  after = dump (draft);
  g_assert_cmpuint (count (after, "/MCID"), ==, count (before, "/MCID"));
  g_assert_cmpuint (strlen (after), >, strlen (before));
  qpdf_cleanup (&plain);
  qpdf_cleanup (&draft);
}

static void
test_cancelled (void)
{
  g_autoptr (CogBook) book = make_book ("en", "A Small Book", english);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  CogWriterOptions options = { COG_PAPER_A4 };
  const char *name;

  g_cancellable_cancel (cancellable);
  g_assert_false (cog_writer_write (cog_writer_find ("cancelled.pdf", NULL), book, &options,
                                    "cancelled.pdf", NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (".", 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_null (strstr (name, "cancelled.pdf"));
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
test_pictures (void)
{
  static const char *const chapters[] = {
    "<h1>One</h1><figure><img src=\"p.png\" alt=\"A red square\"/>"
    "<figcaption>Caption.</figcaption></figure>"
    "<figure><img src=\"huge.png\" alt=\"Too large\"/></figure>"
    "<figure><img src=\"d.svg\" alt=\"A drawing\"/></figure><p>Text <img src=\"p.png\" "
    "alt=\"\"/>.</p>",
    NULL
  };
  static const char drawing[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" "
                                "height=\"40\"><g opacity=\".5\"><rect width=\"20\" "
                                "height=\"20\"/></g></svg>";
  /* A PNG that claims 60,000 by 60,000 pixels. */
  static const guchar huge[] = { 0x89, 'P',  'N', 'G', '\r', '\n', 0x1a, '\n', 0,    0, 0,
                                 13,   'I',  'H', 'D', 'R',  0,    0,    0xea, 0x60, 0, 0,
                                 0xea, 0x60, 8,   2,   0,    0,    0,    0,    0,    0, 0 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 60, 40);
  GByteArray *png = g_byte_array_new ();
  g_autoptr (GBytes) png_bytes = NULL;
  g_autoptr (GBytes) huge_bytes = g_bytes_new_static (huge, sizeof huge);
  g_autoptr (GBytes) drawing_bytes = g_bytes_new_static (drawing, sizeof drawing - 1);
  g_autoptr (CogBook) book = cog_book_new ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  qpdf_data qpdf;

  cairo_surface_write_to_png_stream (surface, append_bytes, png);
  cairo_surface_destroy (surface);
  png_bytes = g_byte_array_free_to_bytes (png);
  g_clear_pointer (&book, cog_book_free);
  book = make_book ("en", "Pictures", (const char *const[]){ "<p>None</p>", NULL });
  cog_book_add_asset (book, cog_asset_new ("p.png", "image/png", png_bytes));
  cog_book_add_asset (book, cog_asset_new ("huge.png", "image/png", huge_bytes));
  cog_book_add_asset (book, cog_asset_new ("d.svg", "image/svg+xml", drawing_bytes));
  {
    g_autofree char *xml =
        g_strconcat ("<section xmlns=\"" COG_NS_XHTML "\">", chapters[0], "</section>", NULL);
    CogSection *section = g_ptr_array_index (book->sections, 0);
    xmlFreeDoc (section->content);
    section->content = cog_xml_parse_own (xml, -1, NULL);
  }
  path = write_book (book, "pictures.pdf", COG_PAPER_A4);
  qpdf = open_file (path);
  text = dump (qpdf);
  g_assert_nonnull (strstr (text, "/Alt (A red square)"));
  g_assert_nonnull (strstr (text, "/Alt (A drawing)"));
  /* The one that cannot be shown is words; the one that decorates is no figure. */
  g_assert_null (strstr (text, "/Alt (Too large)"));
  g_assert_cmpuint (count (text, "/S /Figure"), ==, 2);
  qpdf_cleanup (&qpdf);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer-pdf/structure", test_structure);
  g_test_add_func ("/writer-pdf/metadata", test_metadata);
  g_test_add_func ("/writer-pdf/parents", test_parents);
  g_test_add_func ("/writer-pdf/outline", test_outline);
  g_test_add_func ("/writer-pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/writer-pdf/right-to-left", test_right_to_left);
  g_test_add_func ("/writer-pdf/long", test_long);
  g_test_add_func ("/writer-pdf/pictures", test_pictures);
  g_test_add_func ("/writer-pdf/draft", test_draft);
  g_test_add_func ("/writer-pdf/cancelled", test_cancelled);
  return g_test_run ();
}
