/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reader.h"
#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>

static const char list[] =
    "<container xmlns='https://openstax.org/namespaces/book-container' version='1'>"
    "<book slug='tides' href='../collections/tides.collection.xml'/>"
    "<book slug='other' href='../collections/other.collection.xml'/></container>";

static const char collection[] =
    "<col:collection xmlns:col='http://cnx.rice.edu/collxml' xmlns:md='http://cnx.rice.edu/mdml'>"
    "<metadata><md:title>Tides</md:title><md:slug>tides</md:slug><md:language>en</md:language>"
    "<md:license url=' http://creativecommons.org/licenses/by-nc-sa/4.0/deed.pl '/>"
    "<md:subjectlist><md:subject>Science</md:subject></md:subjectlist>"
    "<md:derived-from url='https://example.org/sea'><md:title>The Sea</md:title></md:derived-from>"
    "</metadata><col:content><col:module document='m1'/>"
    "<col:subcollection><md:title>The moon</md:title><col:content>"
    "<col:module document='m2'/><col:module document='m3'/><col:module document='m2'/>"
    "<col:module document='m9'/></col:content></col:subcollection></col:content></col:collection>";

static const char other[] =
    "<col:collection xmlns:col='http://cnx.rice.edu/collxml'><col:content/></col:collection>";

#define DOCUMENT                                                                                   \
  "<document xmlns='http://cnx.rice.edu/cnxml' xmlns:m='http://www.w3.org/1998/Math/MathML'"

static const char preface[] =
    DOCUMENT " class='preface'><title>Preface</title><content><section id='s' "
             "class='sr-contrib-auth'><title>Autorzy</title><para id='p'><title>Ada Shore, Sea "
             "School</title>She sails.</para>"
             "</section></content></document>";

static const char moon[] = DOCUMENT
    "><title>Pull</title><metadata xmlns:md='http://cnx.rice.edu/mdml'><md:abstract><list id='o'>"
    "<item>Name two forces</item></list></md:abstract></metadata><content>"
    "<para id='p1'><title>Run in</title>Before <list id='l1' list-type='enumerated' "
    "number-style='lower-alpha' start-value='3'><item>third</item></list> after.<!-- no --></para>"
    "<para id='p2'>See <link target-id='f1'/>, <link document='m3' target-id='t1'/>, "
    "<link document='m404'>elsewhere</link>, a <term id='w'>tide</term>, <foreign>mare</foreign>, "
    "<emphasis>bold</emphasis>, <emphasis effect='italics'>slant</emphasis>"
    "<footnote id='n1'>Said <emphasis effect='italics'>twice</emphasis>.</footnote>.</para>"
    "<list id='l2' display='inline'><item>prose one</item><item>prose two</item></list>"
    "<list id='l3' list-type='labeled-item'><item><label>Spring</label>high</item></list>"
    "<figure id='f1'><media id='m' alt='A rock'><image mime-type='image/png' "
    "src='../../media//a b.png'/></media><caption>A rock. (credit: Kevin Poh, Flickr)</caption>"
    "</figure>"
    "<note id='b1' class='try'><label>Try it</label><title>At home</title><para "
    "id='b2'>Look.</para>"
    "</note>"
    "<equation id='e1'><m:math><m:mfenced><m:mi>x</m:mi><m:mi>y</m:mi></m:mfenced></m:math>"
    "</equation>"
    "<exercise id='x1'><problem id='x2'><para id='x3'>How high?</para></problem>"
    "<solution id='x4'><para id='x5'>Six metres.</para></solution></exercise>"
    "<rule id='r1' type='theorem'><label>Theorem</label><statement id='r2'><para id='r3'>It rises."
    "</para></statement><proof id='r4'><para id='r5'>Watch.</para></proof></rule>"
    "<section id='q1' class='problems'><title>Problems</title>"
    "<exercise id='y1'><problem id='y2'><para id='y3'>Late one.</para></problem></exercise>"
    "</section><para id='p9'>By <link target-id='e1'/>, <link target-id='y1'/>, <link "
    "document='m3' target-id='z1'/>, <link target-id='q1'/>, <link document='m77'/>.</para>"
    "<equation id='e2' class='unnumbered'><m:math><m:mi>u</m:mi></m:math></equation>"
    "<wobble id='w9'>kept words</wobble><para id='w8' class='odd-mark'>x</para>"
    "</content><glossary><definition id='g1'><term>ebb</term><meaning id='g2'>falling</meaning>"
    "</definition></glossary></document>";

static const char ports[] = DOCUMENT
    "><title>Ports</title><content><table id='t1' summary='Ranges by port'><tgroup cols='3'>"
    "<colspec colname='c1'/><colspec colname='c2'/><colspec colname='c3'/>"
    "<spanspec spanname='all' namest='c1' nameend='c3'/><thead><row><entry spanname='all'>Ports"
    "</entry></row></thead><tbody><row><entry morerows='1'>Brest</entry><entry namest='c2' "
    "nameend='c3'>6 m</entry></row><row><entry>7</entry><entry>8</entry></row></tbody></tgroup>"
    "</table><table id='t2' summary='Nested'><tgroup cols='2'><colspec colname='a'/><colspec "
    "colname='b'/><tbody><row><entry>left</entry><entrytbl cols='2'><colspec colname='d'/>"
    "<colspec colname='e'/><tbody><row><entry>in one</entry><entry>in two</entry></row></tbody>"
    "</entrytbl></row></tbody></tgroup></table>"
    "<section id='s2' class='concepts'><title>Concepts</title><exercise id='z2'><problem id='z3'>"
    "<para id='z4'>First one.</para></problem></exercise></section>"
    "<section id='s3' class='problems'><title>Problems</title><exercise id='z1'><problem id='z5'>"
    "<list id='z6'><item>odd</item></list></problem></exercise></section>"
    "<para id='q'><link url='#exercise/sea-1' class='os-embed'/>End</para></content>"
    "</document>";

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* One black pixel. */
static void
write_picture (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "media", "a b.png", NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  gsize length;
  g_autofree guchar *bytes = g_base64_decode (
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJ"
      "RU5ErkJggg==",
      &length);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, (const char *)bytes, (gssize)length, NULL));
}

typedef struct
{
  CogBook *book;
  CogReport *report;
  char *moon, *ports;
} Fixture;

/* data: the language that the book is in; NULL: English. */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *tag =
      g_strdup_printf ("<md:language>%s", data != NULL ? (const char *)data : "en");
  g_auto (GStrv) around = g_strsplit (collection, "<md:language>en", 2);
  g_autofree char *tides = g_strjoinv (tag, around);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogSource) source = NULL;
  const CogReader *used = NULL;
  CogSection *chapter;

  write_file (folder, "META-INF/books.xml", list);
  write_file (folder, "collections/tides.collection.xml", tides);
  write_file (folder, "collections/other.collection.xml", other);
  write_file (folder, "modules/m1/index.cnxml", preface);
  write_file (folder, "modules/m2/index.cnxml", moon);
  write_file (folder, "modules/m3/index.cnxml", ports);
  write_picture (folder);
  source = cog_source_new_for_path (folder, NULL, &error);
  g_assert_no_error (error);
  f->report = cog_report_new ();
  f->book = cog_reader_read (source, f->report, NULL, NULL, &used, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (used->id, ==, "openstax");
  g_assert_true (cog_book_validate (f->book, f->report));
  g_assert_cmpuint (f->book->sections->len, ==, 2);
  chapter = g_ptr_array_index (f->book->sections, 1);
  g_assert_cmpstr (chapter->title, ==, "The moon");
  g_assert_cmpuint (chapter->children->len, ==, 2);
  f->moon = cog_section_serialise (g_ptr_array_index (chapter->children, 0));
  f->ports = cog_section_serialise (g_ptr_array_index (chapter->children, 1));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->moon);
  g_free (f->ports);
  cog_book_free (f->book);
  cog_report_free (f->report);
}

static void
assert_has (const char *text, const char *const *pieces)
{
  for (guint i = 0; pieces[i] != NULL; i++)
    if (strstr (text, pieces[i]) == NULL)
      {
        g_test_message ("no “%s” in %s", pieces[i], text);
        g_test_fail ();
      }
}

static void
test_record (Fixture *f, gconstpointer data)
{
  const CogCredit *credit = f->book->credit;
  const CogCredit *from;

  g_assert_cmpstr (credit->title, ==, "Tides");
  g_assert_cmpstr (f->book->language, ==, "en");
  g_assert_cmpstr (credit->licence, ==, "CC-BY-NC-SA-4.0");
  g_assert_cmpstr (credit->source_url, ==, "https://openstax.org/details/books/tides");
  g_assert_cmpuint (credit->agents->len, ==, 1);
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (credit->agents, 0))->name, ==, "Ada Shore");
  g_assert_cmpuint (f->book->subjects->len, ==, 1);
  g_assert_cmpuint (credit->upstream->len, ==, 1);
  g_assert_cmpstr (credit->requested, ==,
                   "Access for free at https://openstax.org/books/tides/pages/1-introduction");
  from = g_ptr_array_index (credit->upstream, 0);
  g_assert_cmpstr (from->source_url, ==, "https://example.org/sea");
  g_assert_cmpstr (from->title, ==, "The Sea");
}

static void
test_blocks (Fixture *f, gconstpointer data)
{
  static const char *const pieces[] = {
    "learning-objectives",
    "Name two forces",
    "id=\"m2-l1\"",
    "type=\"a\"",
    "start=\"3\"",
    "after.",
    "prose one; prose two",
    ">Spring</span>",
    "class=\"number\">Figure 1.1</span> A rock.",
    "display=\"block\" id=\"m2-e1\"",
    "id=\"m2-x1\" epub:type=\"practice\"",
    "class=\"exercise\"",
    "class=\"solution\"",
    "class=\"theorem\"",
    ">Theorem</h",
    "class=\"proof\"",
    "Try it: At home",
    "epub:type=\"glossary\"",
    "<dfn",
    "<strong",
    "<em",
    "noteref",
    "doc-footnote",
    "display=\"block\"",
    NULL,
  };

  assert_has (f->moon, pieces);
  g_assert_null (strstr (f->moon, "mfenced"));
  g_assert_null (strstr (f->moon, "<!--"));
}

static void
test_links (Fixture *f, gconstpointer data)
{
  static const char *const pieces[] = { "href=\"#m2-f1\"", "Figure 1.1", "href=\"#m3-t1\"",
                                        "Table 1.1",       "elsewhere",  NULL };

  assert_has (f->moon, pieces);
  g_assert_null (strstr (f->moon, "m404"));
}

/* Print collects the exercises of a chapter by class: Concepts (m3), then Problems (m2, m3). */
static void
test_numbers (Fixture *f, gconstpointer data)
{
  static const char *const moon_pieces[] = { "<mtext>(1.1)</mtext>",
                                             ">Equation 1.1</a>",
                                             "class=\"number\">2.</span> Late one.",
                                             ">Exercise 2</a>",
                                             ">Exercise 3</a>",
                                             ">Problems</a>",
                                             ", m77.",
                                             "epub:type=\"practices\"",
                                             NULL };
  static const char *const ports_pieces[] = { "class=\"number\">1.</span> First one.",
                                              "class=\"number\">3.</span>", NULL };

  assert_has (f->moon, moon_pieces);
  assert_has (f->ports, ports_pieces);
  g_assert_null (strstr (f->moon, "(1.2)"));
}

static void
test_credit_line (Fixture *f, gconstpointer data)
{
  static const char *const pieces[] = { "alt=\"A rock\"", "A rock.", NULL };
  const CogCredit *credit;

  assert_has (f->moon, pieces);
  g_assert_null (strstr (f->moon, "Kevin Poh"));
  g_assert_cmpuint (f->book->credits->len, ==, 1);
  credit = g_ptr_array_index (f->book->credits, 0);
  g_assert_cmpstr (credit->item, ==, "m2-f1");
  g_assert_cmpstr (credit->source_name, ==, "Flickr");
}

static void
test_table (Fixture *f, gconstpointer data)
{
  static const char *const pieces[] = { "colspan=\"3\"",  "colspan=\"2\"",
                                        "rowspan=\"2\"",  "scope=\"col",
                                        "Ranges by port", ">in two</td>",
                                        ">left</td>",     NULL };

  assert_has (f->ports, pieces);
}

static void
test_reported (Fixture *f, gconstpointer data)
{
  static const char *const ids[] = { "missing-module", "repeated-module", "embedded-exercise",
                                     "other-books",    "unknown-element", "class-dropped" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (!cog_report_has (f->report, ids[i]))
      {
        g_test_message ("%s is not reported", ids[i]);
        g_test_fail ();
      }
}

/* The page at which a book in another language begins has a name in that language: not guessed. */
static void
test_address (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (f->book->credit->requested, ==,
                   "Access for free at https://openstax.org/details/books/tides");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/reader-openstax/record", test_record);
  ADD ("/reader-openstax/blocks", test_blocks);
  ADD ("/reader-openstax/links", test_links);
  ADD ("/reader-openstax/numbers", test_numbers);
  ADD ("/reader-openstax/credit-line", test_credit_line);
  ADD ("/reader-openstax/table", test_table);
  ADD ("/reader-openstax/reported", test_reported);
  g_test_add ("/reader-openstax/address", Fixture, "pl", set_up, test_address, tear_down);
  return g_test_run ();
}
