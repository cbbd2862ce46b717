/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-file.h"

#include <string.h>

const char *const pdf_file_chapters[] = {
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

/* A book in one section of that inner XHTML. */
CogBook *
pdf_file_make_book (const char *language, const char *title, const char *const *chapters)
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

char *
pdf_file_write (const CogBook *book, const char *name, CogPaper paper)
{
  CogWriterOptions options = { .paper = paper };

  return pdf_file_write_with (book, name, &options);
}

char *
pdf_file_write_with (const CogBook *book, const char *name, const CogWriterOptions *options)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  const CogWriter *writer = cog_writer_find (name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (writer->id, ==, "pdf");
  cog_writer_write (writer, book, options, name, report, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (name);
}

qpdf_data
pdf_file_open (const char *path)
{
  qpdf_data qpdf = qpdf_init ();

  g_assert_cmpint (qpdf_read (qpdf, path, NULL), ==, QPDF_SUCCESS);
  return qpdf;
}

/* Everything in the file as text, without compression, to look for words in. */
char *
pdf_file_dump (qpdf_data qpdf)
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

guint
pdf_file_count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, word)) != NULL; p += strlen (word))
    n++;
  return n;
}
