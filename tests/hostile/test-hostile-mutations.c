/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "epub-maker.h"
#include "cog-publish-job.h"
#include "cog-edition-job.h"
#include "cog-reader.h"
#include "folder.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Small good files, changed byte by byte and piece by piece: what comes out is a book in normal
 * form that every writer takes, or an error that names the file. COGNATE_MUTATIONS and COGNATE_SEED
 * make it longer, and another run. */

#define MUTATIONS 500
#define SECONDS_FOR_ONE 60

typedef struct
{
  const char *name; /* of the file: its extension is what the reader goes by */
  GBytes *(*build) (void);
  GBytes *(*build_changed) (GRand *random); /* nullable: the bytes are changed as they stand */
} Seed;

static const char page[] =
    "<h1 id='h'>Tides</h1><p id='p'>The <em>sea</em> <b>rises</b> &amp; falls&#233; "
    "<a href='#t'>see</a><a epub:type='noteref' href='#n'>1</a>.</p>"
    "<figure id='f'><img src='a.png' alt='A wave' width='3' height='2'/>"
    "<figcaption>Wave (credit: Ann / Flickr, CC BY 2.0)</figcaption></figure>"
    "<table id='t'><caption>T</caption><thead><tr><th id='c1' colspan='2'>a</th></tr></thead>"
    "<tbody><tr><td headers='c1'>1</td><td rowspan='2'>2</td></tr><tr><td>3</td></tr></tbody>"
    "</table><ol start='3'><li>x<ul><li>y</li></ul></li></ol><dl><dt>d</dt><dd>e</dd></dl>"
    "<math xmlns='http://www.w3.org/1998/Math/MathML' display='block'><mfrac><mi>a</mi>"
    "<msqrt><mn>2</mn></msqrt></mfrac></math>"
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><g id='g'><path d='M0 0L9 9'/></g>"
    "<text x='1' y='2'>t</text></svg><ruby>漢<rt>kan</rt></ruby><pre>  code\n</pre>"
    "<blockquote><p>Q</p></blockquote><aside id='n' epub:type='footnote'><p>Note</p></aside>";

/* Pieces that mean something to one of the formats. */
static const char *const pieces[] = {
  "<",
  ">",
  "</",
  "&",
  "\"",
  "'",
  "<!--",
  "]]>",
  "<![CDATA[",
  "\n\n",
  "|",
  "[^1]:",
  "#",
  "```",
  "---\n",
  "\xFF\xFE",
  "\xEF\xBB\xBF",
  "\xC0",
  "PK\003\004",
  "PK\001\002",
  "999999999",
  "-1",
  "id='p'",
  "<p>",
  "<table>",
  "</div>",
  "<math>",
  "<svg>",
  "<!DOCTYPE x [<!ENTITY a 'b'>]>",
  "%00",
  "\\",
  "\t",
  "{",
  "}",
  "[[",
};

static void
mutate_once (GByteArray *bytes, GRand *random)
{
  guint at = bytes->len > 0 ? (guint)g_rand_int_range (random, 0, (gint32)bytes->len) : 0;
  guint wanted = (guint)g_rand_int_range (random, 1, 40);
  guint length = MIN (bytes->len - at, wanted);
  g_autoptr (GByteArray) rest = g_byte_array_new ();
  const char *piece;

  if (bytes->len == 0)
    return;
  g_byte_array_append (rest, bytes->data + at, bytes->len - at);
  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      bytes->data[at] ^= (guint8)(1u << g_rand_int_range (random, 0, 8));
      return;
    case 1:
      bytes->data[at] = (guint8)g_rand_int (random);
      return;
    case 2:
      g_byte_array_remove_range (bytes, at, length);
      return;
    case 3:
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, rest->data, length);
      g_byte_array_append (bytes, rest->data, rest->len);
      return;
    case 4:
      if (g_rand_int_range (random, 0, 20) == 0)
        g_byte_array_set_size (bytes, at);
      return;
    default:
      piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, (const guint8 *)piece, (guint)strlen (piece));
      g_byte_array_append (bytes, rest->data, rest->len);
    }
}

static GBytes *
mutate (GBytes *seed, GRand *random)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (seed, &size);
  int n = g_rand_int_range (random, 1, 8);

  g_byte_array_append (bytes, data, (guint)size);
  for (int i = 0; i < n; i++)
    mutate_once (bytes, random);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
build_epub (void)
{
  EpubMaker *maker = epub_maker_new ();

  epub_maker_set_contents (maker, "<li><a href='one.xhtml'>One</a><ol><li><a "
                                  "href='one.xhtml#t'>T</a></li></ol></li>");
  epub_maker_add_page (maker, "one.xhtml", page);
  epub_maker_add_picture (maker, "a.png");
  return epub_maker_end (maker);
}

/* The files of an EPUB; one of them is changed before they are packed, so that no checksum stands
 * in the way. random NULL: none. */
static GBytes *
pack_parts (GRand *random)
{
  static const char *const names[] = { "mimetype",  "META-INF/container.xml",
                                       "OPS/b.opf", "OPS/n.xhtml",
                                       "OPS/t.ncx", "OPS/p.xhtml",
                                       NULL };
  g_autofree char *whole_page = g_strconcat (
      "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml' "
      "xmlns:epub='http://www.idpf.org/2007/ops' lang='en'><head><title>T</title></head><body>",
      page, "</body></html>", NULL);
  const char *const texts[] = {
    "application/epub+zip",
    "<container version='1.0' xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
    "<rootfile full-path='OPS/b.opf' media-type='application/oebps-package+xml'/></rootfiles>"
    "</container>",
    "<package xmlns='http://www.idpf.org/2007/opf' version='3.0' unique-identifier='u'>"
    "<metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title id='t'>B</dc:title>"
    "<meta refines='#t' property='title-type'>main</meta><dc:creator id='c'>Ann</dc:creator>"
    "<meta refines='#c' property='role' scheme='marc:relators'>aut</meta>"
    "<dc:identifier id='u'>urn:x</dc:identifier><dc:language>en</dc:language>"
    "<dc:rights>CC BY 4.0</dc:rights></metadata><manifest>"
    "<item id='n' href='n.xhtml' properties='nav' media-type='application/xhtml+xml'/>"
    "<item id='x' href='t.ncx' media-type='application/x-dtbncx+xml'/>"
    "<item id='p' href='p.xhtml' media-type='application/xhtml+xml'/></manifest>"
    "<spine toc='x'><itemref idref='p'/></spine></package>",
    "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'><body>"
    "<nav epub:type='toc'><ol><li><a href='p.xhtml'>One</a><ol><li><a href='p.xhtml#t'>T</a></li>"
    "</ol></li></ol></nav></body></html>",
    "<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap><navPoint id='a'><navLabel><text>One"
    "</text></navLabel><content src='p.xhtml'/></navPoint></navMap></ncx>",
    whole_page,
  };
  g_autoptr (GPtrArray) data = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  int changed = random != NULL ? g_rand_int_range (random, 1, G_N_ELEMENTS (texts)) : -1;

  for (int i = 0; i < (int)G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) text = g_bytes_new (texts[i], strlen (texts[i]));

      g_ptr_array_add (data, i == changed ? mutate (text, random) : g_bytes_ref (text));
    }
  return epub_zip (names, data);
}

static GBytes *
build_parts (void)
{
  return pack_parts (NULL);
}

static GBytes *
build_html (void)
{
  char *text = g_strconcat ("<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>"
                            "<title>Tides</title><link rel='license' "
                            "href='https://creativecommons.org/licenses/by/4.0/'>"
                            "<script type='application/ld+json'>{\"@type\": \"Book\", \"name\": "
                            "\"Tides\", \"license\": [\"CC BY\", {\"a\": null}]}</script></head>"
                            "<body>",
                            page, "</body></html>", NULL);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
build_markdown (void)
{
  static const char text[] =
      "---\ntitle: Tides\nauthor: [Ann, \"Bo\"]\nlang: en\nlicense: CC BY 4.0\n---\n\n# One\n\n"
      "Text *a* **b** `c` [d](#one){.x}[^1] <span lang=\"fr\">e</span> ~~f~~ \\* &eacute;\n\n"
      "1. x\n   - y\n\n| a | b |\n|:--|--:|\n| c | d |\n\n> q\n\n```py\ncode\n```\n\n"
      "![p](data:image/png;base64,iVBORw0KGgo=){width=3}\n\n::: {.note}\nn\n:::\n\n"
      "Insert a.png\n\n## Two\n\n$$x^2$$ $a$\n\n---\n\n[^1]: Note.\n";

  return g_bytes_new_static (text, sizeof text - 1);
}

static GBytes *
build_story (void)
{
  static const char text[] = "# A tale\n\n##\nOnce.\n\n##\nTwice.\n\n##\n* License: [CC-BY]\n"
                             "* Text: Ann\n* Illustration: Bo\n* Translation: Cy\n* Language: en\n";

  return g_bytes_new_static (text, sizeof text - 1);
}

static GBytes *
build_module (void)
{
  static const char text[] =
      "<document xmlns='http://cnx.rice.edu/cnxml' xmlns:m='http://www.w3.org/1998/Math/MathML' "
      "id='m1' module-id='m1' cnxml-version='0.7' class='introduction'><title>Tides</title>"
      "<metadata xmlns:md='http://cnx.rice.edu/mdml' mdml-version='0.5'><md:title>Tides</md:title>"
      "<md:license url='http://creativecommons.org/licenses/by/4.0/'/></metadata><content>"
      "<para id='p1'>A <emphasis effect='italics'>b</emphasis> <term>c</term><footnote id='fn'>d"
      "</footnote> <link target-id='f1'>e</link> <m:math><m:mi>x</m:mi></m:math></para>"
      "<section id='s1'><title>S</title><list id='l1' list-type='enumerated'><item>i</item></list>"
      "<figure id='f1'><media alt='w'><image mime-type='image/png' src='a.png'/></media>"
      "<caption>Wave (credit: Ann)</caption></figure><note id='n1' class='n'><title>N</title>"
      "<para id='p2'>x</para></note><exercise id='e1'><problem id='q1'><para id='p3'>?</para>"
      "</problem><solution id='z1'><para id='p4'>!</para></solution></exercise>"
      "<equation id='eq1'><m:math><m:mn>1</m:mn></m:math></equation><table id='t1' summary='s'>"
      "<tgroup cols='2'><colspec colname='c1'/><thead><row><entry namest='c1' nameend='c2'>h"
      "</entry></row></thead><tbody><row><entry morerows='1'>a</entry><entry>b</entry></row>"
      "</tbody></tgroup></table></section></content>"
      "<glossary><definition id='g1'><term>c</term><meaning id='g2'>m</meaning></definition>"
      "</glossary></document>";

  return g_bytes_new_static (text, sizeof text - 1);
}

static const Seed seeds[] = {
  { "m.epub", build_epub },    { "parts.epub", build_parts, pack_parts },
  { "m.html", build_html },    { "m.md", build_markdown },
  { "story.md", build_story }, { "m.cnxml", build_module },
};

static void
write_as (CogBook *book, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  const CogWriter *writer = cog_writer_find (path, &error);
  CogWriterOptions options = { COG_PAPER_A4 };

  g_assert_no_error (error);
  cog_writer_write (writer, book, &options, path, report, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
}

/* So that a crash can be looked at. */
static void
keep (const char *folder, const Seed *seed, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, seed->name, NULL);

  g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                            G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

/* Every tenth book goes through the writers, and every hundredth through the slowest. */
static void
try_writers (CogBook *book, const char *folder, guint n)
{
  g_autofree char *html = g_build_filename (folder, "o.html", NULL);
  g_autofree char *epub = g_build_filename (folder, "o.epub", NULL);
  g_autofree char *pdf = g_build_filename (folder, "o.pdf", NULL);

  if (n % 10 != 0)
    return;
  cog_edition_complete_unchanged (book);
  write_as (book, html);
  write_as (book, epub);
  if (n % 100 == 0)
    write_as (book, pdf);
}

static void
try_one (const Seed *seed, GBytes *bytes, const char *folder, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogReport) breaches = cog_report_new ();
  CogSource *source = cog_source_new_for_bytes (bytes, seed->name);
  g_autoptr (CogBook) book = cog_reader_read (source, report, NULL, NULL, NULL, &error);

  g_assert_true ((book == NULL) == (error != NULL));
  if (error != NULL && strstr (error->message, seed->name) == NULL)
    g_error ("message without the file: %s", error->message);
  if (book != NULL && !cog_book_validate (book, breaches))
    {
      g_autofree char *sentence =
          cog_finding_dup_sentence (g_ptr_array_index (cog_report_get_findings (breaches), 0));

      g_error ("not in normal form: %s", sentence);
    }
  if (book != NULL)
    try_writers (book, folder, n);
  cog_source_free (source);
}

static guint
read_number (const char *name, guint usual)
{
  const char *value = g_getenv (name);

  return value != NULL ? (guint)strtoul (value, NULL, 10) : usual;
}

static void
test_mutations (gconstpointer data)
{
  const Seed *seed = data;
  g_autoptr (GBytes) good = seed->build ();
  g_autoptr (GRand) random = g_rand_new_with_seed (read_number ("COGNATE_SEED", 20261121));
  g_autofree char *folder = folder_make ();
  g_autofree char *kept = g_build_filename (folder, seed->name, NULL);
  guint n_mutations = read_number ("COGNATE_MUTATIONS", MUTATIONS);

  /* The seed itself is a book. */
  try_one (seed, good, folder, 0);
  g_test_message ("the file at work: %s", kept);
  for (guint n = 1; n <= n_mutations; n++)
    {
      g_autoptr (GBytes) bad =
          seed->build_changed != NULL ? seed->build_changed (random) : mutate (good, random);

      keep (folder, seed, bad);
      alarm (SECONDS_FOR_ONE);
      try_one (seed, bad, folder, n);
    }
  alarm (0);
  g_unlink (kept);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/mutations/%s", seeds[i].name);

      g_test_add_data_func (path, &seeds[i], test_mutations);
    }
  return g_test_run ();
}
