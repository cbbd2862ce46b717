/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader.h"
#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD                                                                                       \
  "<?xml version='1.0' encoding='utf-8'?>"                                                         \
  "<!DOCTYPE article PUBLIC '-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1//EN' 'x.dtd'>"  \
  "<article xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:mml='http://www.w3.org/1998/Math/"    \
  "MathML' xmlns:ali='http://www.niso.org/schemas/ali/1.0/' xml:lang='pt'>"

static const char front[] =
    "<front><journal-meta><journal-title-group><journal-title>Marés</journal-title>"
    "</journal-title-group><publisher><publisher-name>Sea Press</publisher-name></publisher>"
    "</journal-meta><article-meta><article-id pub-id-type='doi'>10.1590/tides.1</article-id>"
    "<title-group><article-title>As <italic>marés</italic> altas<xref ref-type='fn' rid='fn0'>*"
    "</xref></article-title><trans-title-group xml:lang='en'><trans-title>High tides</trans-title>"
    "</trans-title-group></title-group>"
    "<contrib-group><contrib contrib-type='author'><contrib-id contrib-id-type='orcid'>"
    "0000-0002-7388-1844</contrib-id><name><surname>Neves</surname><given-names>Ana Maria"
    "</given-names></name><xref ref-type='aff' rid='aff1'>1</xref></contrib>"
    "<contrib contrib-type='author'><collab>Sea Group</collab></contrib></contrib-group>"
    "<aff id='aff1'><label>1</label><institution>Sea School</institution>, <country>Brasil"
    "</country></aff><author-notes><corresp id='c1'>Write to <email>a@example.org</email></corresp>"
    "<fn fn-type='conflict'><p>No conflicts.</p></fn></author-notes>"
    "<pub-date date-type='collection'><year>2023</year></pub-date>"
    "<pub-date date-type='pub'><day>3</day><month>02</month><year>2022</year></pub-date>"
    "<volume>49</volume><issue>2</issue><fpage>13</fpage><lpage>19</lpage>"
    "<permissions><copyright-year>2022</copyright-year><copyright-holder>The Sea Trust"
    "</copyright-holder><license license-type='open-access'><ali:license_ref>"
    "https://creativecommons.org/licenses/by-sa/4.0/</ali:license_ref><license-p>Acesso aberto."
    "</license-p></license></permissions>"
    "<abstract><title>Resumo</title><p>Sobre as marés.</p></abstract>"
    "<trans-abstract xml:lang='en'><title>Abstract</title><p>On tides.</p></trans-abstract>"
    "<kwd-group xml:lang='pt'><title>Palavras:</title><kwd>maré</kwd><kwd>lua</kwd></kwd-group>"
    "<kwd-group xml:lang='en'><kwd>tide</kwd></kwd-group></article-meta></front>";

static const char body[] =
    "<body><sec sec-type='intro' id='s1'><label>1</label><title>Início</title>"
    "<p>Ver <xref ref-type='fig' rid='f1'/>, <xref ref-type='bibr' rid='B1 B2'>1, 2</xref>, "
    "<xref ref-type='fn' rid='fn1'><sup>a</sup></xref> e <xref rid='nowhere'>nada</xref>.<fn>"
    "<p>Aqui mesmo.</p></fn> <bold>b</bold><sc>c</sc><monospace>m</monospace><ext-link "
    "xlink:href='10.1000/xyz'>doi</ext-link></p>"
    "<p>Como na<xref ref-type='fig' rid='f1'>Figura um</xref></p><p>Antes <fig "
    "id='f1'><label>Figura 1</label><caption><title>A lua.</title></caption>"
    "<alt-text>Uma lua cheia</alt-text><graphic xlink:href='moon.tif'/><permissions>"
    "<copyright-statement>© 2001 Luna Foto</copyright-statement><license><license-p>All rights "
    "reserved.</license-p></license></permissions></fig> depois.</p>"
    "<fig id='f2'><caption><p>Sem nome.</p></caption><alternatives><graphic xlink:href='gone'/>"
    "<graphic xlink:href='moon'/></alternatives></fig>"
    "<sec><title>Fórmulas</title><disp-formula id='e1'><label>(1)</label><alternatives><tex-math>"
    "x</tex-math><mml:math><mml:mi>y</mml:mi></mml:math></alternatives></disp-formula>"
    "<p><inline-formula><tex-math><![CDATA[\\documentclass{minimal}\\begin{document}$$a^2$$"
    "\\end{document}]]></tex-math></inline-formula><inline-formula><tex-math>\\oddity{x}</tex-math>"
    "</inline-formula></p></sec></sec>"
    "<list list-type='alpha-lower'><list-item><p>um</p></list-item></list>"
    "<list list-type='order'><list-item><label>i)</label><p>com nome</p></list-item></list>"
    "<disp-quote><p>Disse.</p><attrib>Ana</attrib></disp-quote>"
    "<boxed-text id='b1'><caption><title>Caixa</title></caption><p>Dentro.</p></boxed-text>"
    "<def-list><def-item><term>maré</term><def><p>sobe e desce</p></def></def-item></def-list>"
    "<verse-group><verse-line>Mar</verse-line><verse-line>Sal</verse-line></verse-group>"
    "<table-wrap id='t1'><label>Tabela 1</label><caption><title>Portos.</title></caption><table>"
    "<thead><tr><td/><th>Nome</th><td>Altura</td></tr></thead><tbody><tr><td rowspan='2'>a</td>"
    "<td colspan='2'>6<xref ref-type='table-fn' rid='tf1'>*</xref></td></tr><tr><td>7</td><td>8"
    "</td></tr></tbody></table><table-wrap-foot><fn id='tf1'><label>*</label><p>Em metros.</p>"
    "</fn></table-wrap-foot></table-wrap>"
    "<table-wrap id='t2'><oasis:table xmlns:oasis='o'><oasis:tgroup><oasis:colspec colname='c1'/>"
    "<oasis:colspec colname='c2'/><oasis:tbody><oasis:row><oasis:entry namest='c1' nameend='c2'>"
    "largo</oasis:entry></oasis:row><oasis:row><oasis:entry>x</oasis:entry><oasis:entry>y"
    "</oasis:entry></oasis:row></oasis:tbody></oasis:tgroup></oasis:table></table-wrap>"
    "<supplementary-material xlink:href='data.xls'><label>Dados</label></supplementary-material>"
    "<wobble>fica</wobble></body>";

static const char back[] =
    "<back><ack><title>Graças</title><p>A todos.</p></ack><fn-group><fn id='fn1'><label>a</label>"
    "<p>Nota ao fim.</p></fn></fn-group><ref-list><title>Referências</title>"
    "<ref id='B1'><label>1</label><mixed-citation>1 Pons J. Mar. 2005.</mixed-citation>"
    "<element-citation><pub-id pub-id-type='doi'>10.5/abc</pub-id></element-citation></ref>"
    "<ref id='B2'><element-citation><person-group><name><surname>Sal</surname><given-names>Rita"
    "</given-names></name><etal/></person-group><article-title>Ondas</article-title><source>Rev"
    "</source><year>1999</year><volume>3</volume><fpage>5</fpage><lpage>9</lpage>"
    "</element-citation></ref></ref-list></back>"
    "<sub-article article-type='translation' xml:lang='en' id='S1'><body><p>Translated words."
    "</p></body></sub-article><sub-article article-type='reply'><body><p>Reply.</p></body>"
    "</sub-article></article>";

/* One black pixel. */
static void
write_picture (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "moon.png", NULL);
  gsize length;
  g_autofree guchar *bytes = g_base64_decode (
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJ"
      "RU5ErkJggg==",
      &length);

  g_assert_true (g_file_set_contents (path, (const char *)bytes, (gssize)length, NULL));
}

typedef struct
{
  CogBook *book;
  CogReport *report;
  char *text; /* of the article's section */
} Fixture;

static void
read_in (Fixture *f, const char *path, const char *language)
{
  g_autoptr (GError) error = NULL;
  CogReadingOptions options = { 0 };
  g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, &error);
  const CogReader *used = NULL;

  g_assert_no_error (error);
  if (language != NULL)
    g_assert_true (cog_reading_options_set_language (&options, language));
  cog_source_set_options (source, &options);
  f->report = cog_report_new ();
  f->book = cog_reader_read (source, f->report, NULL, NULL, &used, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (used->id, ==, "jats");
  g_assert_true (cog_book_validate (f->book, f->report));
  g_assert_cmpuint (f->book->sections->len, ==, 1);
  f->text = cog_section_serialise (g_ptr_array_index (f->book->sections, 0));
}

static void
read_path (Fixture *f, const char *path)
{
  read_in (f, path, NULL);
}

/* data: whether the folder is read and not the file; the name says nothing of what it is. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "tides.xml", NULL);
  g_autofree char *article = g_strconcat (HEAD, front, body, back, NULL);

  g_assert_true (g_file_set_contents (path, article, -1, NULL));
  write_picture (folder);
  read_path (f, GPOINTER_TO_INT (data) ? folder : path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->book, cog_book_free);
  g_clear_pointer (&f->report, cog_report_free);
  g_clear_pointer (&f->text, g_free);
}

static void
assert_has (const Fixture *f, const char *piece)
{
  if (strstr (f->text, piece) == NULL)
    {
      g_test_message ("no “%s” in\n%s", piece, f->text);
      g_test_fail ();
    }
}

static void
assert_lacks (const Fixture *f, const char *piece)
{
  if (strstr (f->text, piece) != NULL)
    {
      g_test_message ("“%s” in\n%s", piece, f->text);
      g_test_fail ();
    }
}

static void
test_front (Fixture *f, gconstpointer data)
{
  const CogCredit *credit = f->book->credit;
  const CogAgent *author = g_ptr_array_index (credit->agents, 0);

  g_assert_cmpstr (credit->title, ==, "As marés altas");
  g_assert_cmpstr (f->book->language, ==, "pt");
  g_assert_cmpstr (author->name, ==, "Ana Maria Neves");
  g_assert_cmpstr (author->url, ==, "https://orcid.org/0000-0002-7388-1844");
  g_assert_cmpstr (((const CogAgent *)g_ptr_array_index (credit->agents, 1))->name, ==,
                   "Sea Group");
  g_assert_cmpstr (f->book->identifier, ==, "https://doi.org/10.1590/tides.1");
  g_assert_cmpstr (f->book->date, ==, "2022-02-03");
  g_assert_cmpstr (credit->source_name, ==, "Marés 49(2), 13–19 (2022)");
  g_assert_cmpstr (credit->publisher, ==, "Sea Press");
  g_assert_cmpstr (f->book->description, ==, "Sobre as marés.");
  g_assert_cmpuint (f->book->subjects->len, ==, 2);
  assert_has (f, "Marés 49(2), 13–19 (2022)");
  assert_has (f, "Abstract</h2><p id=\"article-");
  assert_has (f, "<strong>High tides</strong>");
  assert_has (f, "maré; lua");
  assert_has (f, "<strong>Ana Maria Neves</strong>. Sea School, Brasil");
  assert_has (f, "mailto:a@example.org");
  assert_has (f, "No conflicts.");
}

static void
test_rights (Fixture *f, gconstpointer data)
{
  const CogCredit *item;

  g_assert_cmpstr (f->book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpstr (f->book->credit->copyright, ==, "© 2022 The Sea Trust");
  g_assert_cmpuint (f->book->credits->len, ==, 1);
  item = g_ptr_array_index (f->book->credits, 0);
  g_assert_cmpstr (item->copyright, ==, "© 2001 Luna Foto");
  g_assert_cmpstr (item->licence, ==, "LicenseRef-AllRightsReserved");
  g_assert_nonnull (item->item);
  {
    g_autofree char *id = g_strdup_printf ("<figure id=\"%s\"", item->item);

    assert_has (f, id);
  }
}

static void
test_text (Fixture *f, gconstpointer data)
{
  assert_has (f, "epub:type=\"introduction\"");
  assert_has (f, "<span class=\"number\">1</span> Início");
  assert_has (f, "role=\"doc-biblioref\"");
  assert_has (f, ">Figura 1</a>");
  assert_has (f, " e nada.");
  assert_has (f, "Como na <a ");
  assert_has (f, "<b>b</b><span class=\"smallcaps\">c</span><code>m</code>");
  assert_has (f, "href=\"https://doi.org/10.1000/xyz\"");
  assert_has (f, "<ol type=\"a\"");
  assert_has (f, "<span class=\"number\">i)</span>");
  assert_has (f, "class=\"attribution\"");
  assert_has (f, "class=\"box\"");
  assert_has (f, "Mar<br/>Sal");
  assert_has (f, "sobe e desce");
  assert_has (f, "epub:type=\"acknowledgments\"");
  assert_has (f, "fica");
  assert_lacks (f, "Translated words");
  assert_lacks (f, "Reply.");
}

static void
test_notes (Fixture *f, gconstpointer data)
{
  CogBookCounts counts;

  cog_book_count (f->book, &counts);
  g_assert_cmpuint (counts.footnotes, ==, 2);
  assert_has (f, "Nota ao fim.");
  assert_has (f, "Aqui mesmo.");
}

static void
test_figures (Fixture *f, gconstpointer data)
{
  CogBookCounts counts;

  cog_book_count (f->book, &counts);
  g_assert_cmpuint (counts.figures, ==, 2);
  g_assert_cmpuint (f->book->assets->len, ==, 1);
  assert_has (f, "alt=\"Uma lua cheia\"");
  assert_has (f, "<span class=\"number\">Figura 1</span> A lua.");
}

static void
test_tables (Fixture *f, gconstpointer data)
{
  CogBookCounts counts;

  cog_book_count (f->book, &counts);
  g_assert_cmpuint (counts.tables, ==, 2);
  assert_has (f, "<span class=\"number\">Tabela 1</span> Portos.");
  assert_has (f, "rowspan=\"2\"");
  assert_has (f, "colspan=\"2\"");
  assert_has (f, "<span class=\"number\">*</span> Em metros.");
  assert_has (f, "largo");
}

static void
test_formulas (Fixture *f, gconstpointer data)
{
  assert_has (f, "<mi>y</mi>");
  assert_has (f, "<mtext>(1)</mtext>");
  assert_has (f, "<msup>");
  assert_has (f, "\\oddity{x}");
  assert_lacks (f, "documentclass");
  g_assert_true (cog_report_has (f->report, "tex-kept"));
}

static void
test_references (Fixture *f, gconstpointer data)
{
  assert_has (f, "epub:type=\"bibliography\"");
  assert_has (f, "<span class=\"label\">1</span> Pons J. Mar. 2005.");
  assert_has (f, "href=\"https://doi.org/10.5/abc\"");
  assert_has (f, "Rita Sal, et al. (1999). Ondas. <cite>Rev</cite>, 3, 5–9.");
}

static void
test_findings (Fixture *f, gconstpointer data)
{
  g_assert_true (cog_report_has (f->report, "translation-left-out"));
  g_assert_true (cog_report_has (f->report, "sub-article-left-out"));
  g_assert_true (cog_report_has (f->report, "supplement-left-out"));
  g_assert_true (cog_report_has (f->report, "several-targets"));
  g_assert_true (cog_report_has (f->report, "unknown-element"));
  g_assert_false (cog_report_has (f->report, "no-article-text"));
  g_assert_false (cog_report_has (f->report, "damaged"));
}

static void
test_folder (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (f->book->credit->title, ==, "As marés altas");
  g_assert_cmpuint (f->book->assets->len, ==, 1);
}

/* An attribute that stands twice, and an end that is missing: told, and read. */
static void
test_damaged (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "a.xml", NULL);
  Fixture f = { NULL };

  g_assert_true (g_file_set_contents (
      path, HEAD "<front><article-meta/></front><body><p id='a' id='b'>Um.</p><p>Dois.", -1, NULL));
  read_path (&f, path);
  assert_has (&f, "Um.");
  assert_has (&f, "Dois.");
  g_assert_true (cog_report_has (f.report, "damaged"));
  tear_down (&f, NULL);
}

/* As PMC answers: several articles in one, figures that float behind the text, no language said. */
static void
test_set (void)
{
  static const char set[] =
      "<pmc-articleset><article><front><article-meta><title-group><article-title>Приливы"
      "</article-title></title-group></article-meta></front><body><p>Море поднимается и опускается "
      "дважды в сутки, и это видно по <xref ref-type='fig' rid='f1'>рисунку 1</xref>.</p></body>"
      "<floats-group><fig id='f1'><label>Рисунок 1</label><caption><p>Луна над морем.</p></caption>"
      "<graphic xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='moon'/></fig></floats-group>"
      "</article><article><body><p>Другая статья.</p></body></article></pmc-articleset>";
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "answer.xml", NULL);
  Fixture f = { NULL };

  g_assert_true (g_file_set_contents (path, set, -1, NULL));
  write_picture (folder);
  read_path (&f, path);
  g_assert_cmpstr (f.book->language, ==, "ru");
  g_assert_true (cog_report_has (f.report, "language-guessed"));
  g_assert_true (cog_report_has (f.report, "sub-article-left-out"));
  assert_has (&f, "Луна над морем.");
  assert_has (&f, "href=\"#article-f1\"");
  assert_lacks (&f, "Другая статья.");
  g_assert_cmpuint (f.book->assets->len, ==, 1);
  tear_down (&f, NULL);
}

static const char *
find_reader (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "article.xml");
  const CogReader *reader = cog_reader_find (source, NULL);

  return reader != NULL ? reader->id : NULL;
}

/* The translation stands where the article stood: its words, title and abstract, with what it has
 * not of its own (references, people, rights) from the article. */
static void
test_translation (void)
{
  static const char translations[] =
      "<sub-article article-type='translation' xml:lang='en-US' id='S1'><front-stub><title-group>"
      "<article-title>The high tides</article-title></title-group><abstract><p>Of tides.</p>"
      "</abstract></front-stub><body><p>Translated <xref ref-type='bibr' rid='B1'>1</xref></p>"
      "</body><back><ack><p>Thanks.</p></ack></back></sub-article>"
      "<sub-article article-type='translation' xml:lang='es'><body><p>Palabras.</p></body>"
      "</sub-article>"
      "<sub-article article-type='translation' xml:lang='fr'><front-stub/></sub-article>";
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "tides.xml", NULL);
  g_autofree char *head = g_strndup (back, (gsize)(strstr (back, "<sub-article") - back));
  g_autofree char *article =
      g_strconcat (HEAD, front, body, head, translations, "</article>", NULL);
  Fixture f = { NULL };

  g_assert_true (g_file_set_contents (path, article, -1, NULL));
  read_in (&f, path, "en");
  g_assert_cmpuint (f.book->languages->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (f.book->languages, 1), ==, "en-US");
  g_assert_cmpstr (f.book->language, ==, "en-US");
  g_assert_cmpstr (f.book->credit->title, ==, "The high tides");
  g_assert_cmpstr (f.book->description, ==, "Of tides.");
  g_assert_cmpstr (f.book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (f.book->credit->agents, 0))->name, ==,
                   "Ana Maria Neves");
  assert_has (&f, "Translated <a epub:type=\"biblioref\"");
  assert_has (&f, "Of tides.</p></section><section lang=\"pt\"");
  assert_lacks (&f, "On tides.");
  assert_has (&f, "Pons J. Mar. 2005.");
  assert_has (&f, "Thanks.");
  assert_has (&f, "<strong>As <i>marés</i> altas");
  assert_lacks (&f, "A todos.");
  assert_lacks (&f, "Início");
  tear_down (&f, NULL);

  read_in (&f, path, "es");
  g_assert_cmpstr (f.book->credit->title, ==, "As marés altas");
  assert_has (&f, "Palabras.");
  assert_lacks (&f, "Translated");
  tear_down (&f, NULL);

  read_in (&f, path, "fr");
  g_assert_cmpstr (f.book->language, ==, "pt");
  g_assert_true (cog_report_has (f.report, "language-not-held"));
  tear_down (&f, NULL);
}

/* By what it holds: DocBook and HTML have an article too. */
static void
test_bid (void)
{
  g_assert_cmpstr (find_reader ("<article><front><article-meta/></front></article>"), ==, "jats");
  g_assert_cmpstr (find_reader ("<!-- <x> --><!DOCTYPE article PUBLIC '-//NLM//DTD Journal' 'y' "
                                "[<!ENTITY a '<b>'>]><article/>"),
                   ==, "jats");
  g_assert_cmpstr (find_reader ("<article xmlns='http://docbook.org/ns/docbook'><para/></article>"),
                   !=, "jats");
  g_assert_cmpstr (find_reader ("<article><h1>Page</h1></article>"), !=, "jats");
  g_assert_cmpstr (find_reader ("<articles><front/></articles>"), !=, "jats");
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *name;
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = { { "front", test_front },       { "rights", test_rights },
                { "text", test_text },         { "notes", test_notes },
                { "figures", test_figures },   { "tables", test_tables },
                { "formulas", test_formulas }, { "references", test_references },
                { "findings", test_findings } };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/reader-jats/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  g_test_add ("/reader-jats/folder", Fixture, GINT_TO_POINTER (1), set_up, test_folder, tear_down);
  g_test_add_func ("/reader-jats/damaged", test_damaged);
  g_test_add_func ("/reader-jats/set", test_set);
  g_test_add_func ("/reader-jats/translation", test_translation);
  g_test_add_func ("/reader-jats/bid", test_bid);
  return g_test_run ();
}
