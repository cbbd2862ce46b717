/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-evidence.h"
#include "cog-pdf-join.h"
#include "cog-pdf-rights.h"
#include "cog-pdf-scan.h"
#include "cog-pdf-tagged.h"

#include "pdf-maker.h"

#include <string.h>

/* The text of a file by its tags, as XHTML. */
typedef struct
{
  CogPdfFile *file;
  CogPdfStructure *structure;
  GPtrArray *pages;
  CogPdfTrust trust;
  char *text;
} Fixture;

static char *
cut (guint page, const CogPdfBox *area, gpointer user_data)
{
  return g_strdup_printf ("cut-%u-%.0fx%.0f", page, area->width, area->height);
}

static void
load (Fixture *f, PdfMaker *maker)
{
  CogPdfTaggedHost host = { cut, NULL, NULL };
  g_autoptr (GBytes) bytes = pdf_maker_finish (maker);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogPdfContent) content = NULL;
  g_autoptr (CogPdfTagged) tagged = NULL;
  g_autoptr (xmlDoc) document = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *body = xmlNewDocNode (document, NULL, BAD_CAST "body", NULL);
  xmlChar *dump = NULL;
  int size = 0;

  xmlDocSetRootElement (document, body);
  f->file = cog_pdf_file_new (bytes, "test.pdf", &error);
  g_assert_no_error (error);
  f->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_page_close);
  f->structure = cog_pdf_structure_new (f->file);
  g_assert_nonnull (f->structure);
  content = cog_pdf_content_new (f->file->qpdf);
  tagged = cog_pdf_tagged_new (f->file, f->structure);
  for (guint i = 1; i <= f->file->n_pages; i++)
    {
      g_autoptr (CogPdfMarks) marks = cog_pdf_content_read (content, i, NULL);
      CogPdfPage *page = cog_pdf_page_load (f->file, i, marks);

      cog_pdf_page_join (page, marks);
      cog_pdf_tagged_add_page (tagged, page, marks);
      g_ptr_array_add (f->pages, page);
    }
  f->trust = cog_pdf_tagged_measure (tagged);
  cog_pdf_tagged_write (tagged, &host, body);
  xmlDocDumpMemory (document, &dump, &size);
  f->text = g_strdup (strchr (strchr ((const char *)dump, '\n') + 1, '<'));
  xmlFree (dump);
}

static void
unload (Fixture *f)
{
  g_free (f->text);
  g_ptr_array_unref (f->pages);
  cog_pdf_structure_free (f->structure);
  cog_pdf_file_free (f->file);
}

static void
assert_has (const Fixture *f, const char *words)
{
  if (strstr (f->text, words) == NULL)
    g_error ("No “%s” in: %s", words, f->text);
}

#define SHOW(mcid, y, text)                                                                        \
  "/X << /MCID " #mcid " >> BDC BT /F1 10 Tf 20 " #y " Td (" text ") Tj ET EMC\n"

#define TREE "/StructTreeRoot 6 0 R /MarkInfo << /Marked true >> /Lang (en)"

/* Roles of the producer's own, a list with its label, notes of an artifact, a text that stands for
 * another, words of another language. */
static void
test_blocks (void)
{
  PdfMaker *maker = pdf_maker_new_page (
      TREE, "",
      SHOW (0, 270, "Title of all") SHOW (1, 250, "First words") SHOW (2, 230, "mots")
          SHOW (3, 210, "1.") SHOW (4, 190, "item one")
              SHOW (5, 170, "shown") "/Artifact BMC BT /F1 8 Tf 20 10 Td (12) Tj ET EMC\n");
  Fixture f;

  pdf_maker_add (maker, "<< /Type /StructTreeRoot /K [ 7 0 R ] /RoleMap << /Heading1 /Chapter "
                        "/Chapter /H1 /Loop /Loop2 /Loop2 /Loop >> >>");
  pdf_maker_add (maker, "<< /S /Document /P 6 0 R /Pg 3 0 R /K [ 8 0 R 9 0 R 10 0 R 13 0 R ] >>");
  pdf_maker_add (maker, "<< /S /Heading1 /P 7 0 R /K 0 >>");
  pdf_maker_add (maker, "<< /S /P /P 7 0 R /K [ 1 << /S /Span /P 9 0 R /Lang (fr) /K 2 >> ] >>");
  pdf_maker_add (maker, "<< /S /L /P 7 0 R /A << /O /List /ListNumbering /Decimal >> /K 11 0 R >>");
  pdf_maker_add (maker, "<< /S /LI /P 10 0 R /K [ << /S /Lbl /P 11 0 R /K 3 >> 12 0 R ] >>");
  pdf_maker_add (maker, "<< /S /LBody /P 11 0 R /K << /Type /MCR /Pg 3 0 R /MCID 4 >> >>");
  pdf_maker_add (maker, "<< /S /Loop /P 7 0 R /K << /S /Span /ActualText (meant) /K 5 >> >>");
  load (&f, maker);
  assert_has (&f, ">Title of all</h1>");
  assert_has (&f, ">First words <span lang=\"fr\">mots</span></p>");
  assert_has (&f, "<ol id=\"p1-3\"><li id=\"p1-4\">item one</li></ol>");
  assert_has (&f, ">meant</p>");
  g_assert_null (strstr (f.text, "12"));
  g_assert_cmpuint (f.trust.n_words, ==, f.trust.n_known);
  g_assert_cmpuint (f.trust.n_headings, ==, 1);
  unload (&f);
}

static void
test_table (void)
{
  PdfMaker *maker = pdf_maker_new_page (TREE, "",
                                        SHOW (0, 270, "Head") SHOW (1, 250, "left")
                                            SHOW (2, 230, "right") SHOW (3, 210, "About"));
  Fixture f;

  pdf_maker_add (maker, "<< /Type /StructTreeRoot /K 7 0 R /ClassMap << /Wide << /O /Table "
                        "/ColSpan 2 >> >> >>");
  pdf_maker_add (maker, "<< /S /Table /Pg 3 0 R /K [ << /S /Caption /K 3 >> << /S /THead /K 8 0 R "
                        ">> 9 0 R ] >>");
  pdf_maker_add (maker, "<< /S /TR /Pg 3 0 R /K << /S /TH /C /Wide /ID (h) /A [ << /O /Table "
                        "/Scope /Column >> 0 ] /K 0 >> >>");
  pdf_maker_add (maker, "<< /S /TR /Pg 3 0 R /K [ << /S /TD /A << /O /Table /Headers [ (h) ] "
                        "/RowSpan 3 >> /K 1 >> << /S /TD /K << /S /P /K 2 >> >> ] >>");
  load (&f, maker);
  assert_has (&f, "<caption id=\"p1-2\">About</caption>");
  assert_has (&f, "<th id=\"p1-6\" colspan=\"2\" scope=\"col\">Head</th>");
  assert_has (&f, "rowspan=\"3\" headers=\"p1-6\">left</td>");
  assert_has (&f, "right</p></td>");
  unload (&f);
}

/* PDF 2.0: namespaces, and types of its own. */
static void
test_namespaces (void)
{
  PdfMaker *maker = pdf_maker_new_page (
      TREE, "", SHOW (0, 270, "Name") SHOW (1, 250, "plain") SHOW (2, 230, "strong"));
  Fixture f;

  pdf_maker_add (maker, "<< /Type /StructTreeRoot /K [ 7 0 R 8 0 R ] >>");
  pdf_maker_add (maker, "<< /S /headline /NS 9 0 R /Pg 3 0 R /K 0 >>");
  pdf_maker_add (maker, "<< /S /P /Pg 3 0 R /K [ 1 << /S /Strong /K 2 >> ] >>");
  pdf_maker_add (maker, "<< /Type /Namespace /NS (urn:x) /RoleMapNS << /headline [ /H2 10 0 R ] >> "
                        ">>");
  pdf_maker_add (maker, "<< /Type /Namespace /NS (http://iso.org/pdf2/ssn) >>");
  load (&f, maker);
  assert_has (&f, ">Name</h2>");
  assert_has (&f, ">plain <strong>strong</strong></p>");
  unload (&f);
}

/* A picture with its alternative text and its caption; one that only says where it is. */
static void
test_figure (void)
{
  PdfMaker *maker = pdf_maker_new_page (
      TREE, "",
      "/Figure << /MCID 0 >> BDC 10 100 m 60 150 l 60 100 l h f EMC\n" SHOW (1, 80, "Below it"));
  Fixture f;

  pdf_maker_add (maker, "<< /Type /StructTreeRoot /K [ 7 0 R 8 0 R ] >>");
  pdf_maker_add (maker, "<< /S /Div /Pg 3 0 R /K [ << /S /Figure /Alt (A hill) /K 0 >> << /S "
                        "/Caption /K 1 >> ] >>");
  pdf_maker_add (maker, "<< /S /Figure /Pg 3 0 R /Alt (Elsewhere) /A << /O /Layout /BBox [ 10 10 "
                        "40 70 ] >> >>");
  load (&f, maker);
  assert_has (&f, "<img src=\"cut-1-50x50\" alt=\"A hill\"/><figcaption");
  assert_has (&f, ">Below it</figcaption></figure>");
  assert_has (&f, "<img src=\"cut-1-30x60\" alt=\"Elsewhere\"/>");
  unload (&f);
}

/* Captions that are paragraphs, and a label that nothing parts from its item. */
static void
test_untagged_captions (void)
{
  PdfMaker *maker =
      pdf_maker_new_page (TREE, "",
                          "/Figure << /MCID 0 >> BDC 10 200 m 60 250 l 60 200 l h f EMC\n" SHOW (
                              1, 180, "Figure 1. A hill") SHOW (2, 160, "Table 2. Days")
                              SHOW (3, 140, "left") SHOW (4, 120, "1.First"));
  Fixture f;

  pdf_maker_add (maker, "<< /Type /StructTreeRoot /K 7 0 R >>");
  pdf_maker_add (maker, "<< /S /Document /Pg 3 0 R /K [ << /S /P /K << /S /Figure /K 0 >> >> "
                        "<< /S /P /K 1 >> << /S /P /K 2 >> 8 0 R 9 0 R ] >>");
  pdf_maker_add (maker, "<< /S /Table /Pg 3 0 R /K << /S /TR /K << /S /TD /K 3 >> >> >>");
  pdf_maker_add (maker, "<< /S /L /Pg 3 0 R /K << /S /LI /K << /S /LBody /K 4 >> >> >>");
  load (&f, maker);
  assert_has (&f, ">Figure 1. A hill</figcaption></figure>");
  assert_has (&f, ">Table 2. Days</caption>");
  assert_has (&f, "<ol id=\"p1-9\"><li id=\"p1-10\">First</li></ol>");
  unload (&f);
}

/* Each line is tagged as a paragraph. */
static void
test_flat_lines (void)
{
  static const char *const lines[] = {
    "Water is taken from the river by a",
    "channel that was dug long ago, and the",
    "last of the fields gets what is left.",
    "Then years show who has the better",
    "right to it, as the old people under-",
    "stand it, who remember how all of it",
    "began and why the rule is as it is, al",
    "though nobody ever wrote it down.",
    "Short line.",
  };
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GString) kids = g_string_new ("<< /S /Document /Pg 3 0 R /K [");
  PdfMaker *maker;
  Fixture f;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_string_append_printf (content,
                              "/X << /MCID %u >> BDC BT /F1 10 Tf 10 %u Td (%s) Tj ET EMC\n", i,
                              270 - 13 * i, lines[i]);
      g_string_append_printf (kids, " << /S /P /K %u >>", i);
    }
  g_string_append (kids, " ] >>");
  maker = pdf_maker_new_page (TREE, "", content->str);
  pdf_maker_add (maker, "<< /Type /StructTreeRoot /K 7 0 R >>");
  pdf_maker_add (maker, kids->str);
  load (&f, maker);
  assert_has (&f,
              ">Water is taken from the river by a channel that was dug long ago, and the last of "
              "the fields gets what is left.</p>");
  assert_has (&f, "understand it, who");
  assert_has (&f, "wrote it down.</p>");
  assert_has (&f, ">Short line.</p>");
  unload (&f);
}

/* Elements that hold themselves, deeper ones than any book has, and what is no element. */
static void
test_hostile (void)
{
  PdfMaker *maker = pdf_maker_new_page (TREE, "", SHOW (0, 270, "Still here"));
  Fixture f;

  pdf_maker_add (maker, "<< /Type /StructTreeRoot /K [ 7 0 R (x) 9999 << >> null 7 0 R ] >>");
  pdf_maker_add (maker, "<< /S /P /P 7 0 R /Pg 3 0 R /K [ 0 7 0 R 8 0 R -5 99999999999 << /Type "
                        "/MCR /MCID -1 >> << /Type /OBJR /Obj 7 0 R >> ] /A 7 0 R /C 7 0 R >>");
  pdf_maker_add (maker, "<< /S (no name) /K 7 0 R /Alt 12 /Lang [ ] /NS 8 0 R >>");
  for (guint i = 9; i < 400; i++)
    {
      g_autofree char *object = g_strdup_printf ("<< /S /Sect /K %u 0 R >>", i + 1);

      pdf_maker_add (maker, object);
    }
  load (&f, maker);
  assert_has (&f, ">Still here</p>");
  g_assert_true (f.structure->is_cut);
  unload (&f);
}

/* What the file says of itself, and what stands on its page. */
static void
test_rights (void)
{
  PdfMaker *maker =
      pdf_maker_new_page ("/Metadata 6 0 R /Lang (pt-BR)", "",
                          "BT /F1 6 Tf 5 50 Td (This work is licensed under CC BY-SA 4.0.) Tj ET");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CogPdfFile) file = NULL;
  g_autoptr (CogPdfPage) page = NULL;
  g_autoptr (CogBook) book = cog_book_new ();
  const CogAgent *agent;

  pdf_maker_add_stream (
      maker, "/Type /Metadata /Subtype /XML",
      "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
      "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
      "xmlns:dc='http://purl.org/dc/elements/1.1/' "
      "xmlns:xmpRights='http://ns.adobe.com/xap/1.0/rights/' "
      "xmpRights:WebStatement='https://creativecommons.org/licenses/by-sa/4.0/'>"
      "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Água</rdf:li></rdf:Alt></dc:title>"
      "<dc:creator><rdf:Seq><rdf:li>Ana Lima</rdf:li></rdf:Seq></dc:creator>"
      "</rdf:Description></rdf:RDF></x:xmpmeta>");
  bytes = pdf_maker_finish (maker);
  file = cog_pdf_file_new (bytes, "test.pdf", &error);
  g_assert_no_error (error);
  g_assert_false (cog_pdf_rights_read (file, book, NULL));
  g_assert_cmpstr (book->credit->title, ==, "Água");
  g_assert_cmpstr (book->language, ==, "pt-BR");
  g_assert_cmpuint (book->credit->agents->len, ==, 1);
  agent = g_ptr_array_index (book->credit->agents, 0);
  g_assert_cmpstr (agent->name, ==, "Ana Lima");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpuint (book->credit->statements->len, ==, 1);
  page = cog_pdf_page_load (file, 1, NULL);
  cog_pdf_rights_scan_page (file, page, book, NULL);
  g_assert_cmpuint (book->credit->statements->len, ==, 2);
  g_assert_cmpstr (((const CogStatement *)book->credit->statements->pdata[1])->place, ==, "page=1");
}

static void
add_word (CogPdfPage *page, const char *text)
{
  CogPdfWord word = { .text = text, .mcid = -1 };

  cog_pdf_page_add_word (page, &word);
}

static void
test_scan (void)
{
  g_autoptr (CogPdfPage) page = cog_pdf_page_new_empty (1, 100, 100);
  CogPdfPicture picture = { .box = { 0, 0, 90, 90 }, .object = 5, .mcid = -1 };
  static const guint numbers[] = { 1, 2, 3, 5, 7, 8 };
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *told = NULL;

  g_assert_cmpint (cog_pdf_page_judge (page), ==, COG_PDF_PAGE_BLANK);
  g_array_append_val (page->pictures, picture);
  add_word (page, "12");
  g_assert_cmpint (cog_pdf_page_judge (page), ==, COG_PDF_PAGE_SCANNED);
  cog_pdf_page_make_picture (page);
  g_assert_cmpuint (page->words->len, ==, 0);
  g_assert_cmpuint (page->pictures->len, ==, 1);
  for (guint i = 0; i < 20; i++)
    add_word (page, "\xef\x80\x81 \xef\x80\x82word");
  g_assert_cmpint (cog_pdf_page_judge (page), ==, COG_PDF_PAGE_UNREADABLE);
  g_array_set_size (page->words, 0);
  for (guint i = 0; i < 20; i++)
    add_word (page, "words");
  g_assert_cmpint (cog_pdf_page_judge (page), ==, COG_PDF_PAGE_TEXT);
  /* Twenty words in the room of a comma each. */
  for (guint i = 0; i < page->words->len; i++)
    {
      CogPdfWord *word = &g_array_index (page->words, CogPdfWord, i);

      word->size = 10;
      word->width = 2;
    }
  g_assert_cmpint (cog_pdf_page_judge (page), ==, COG_PDF_PAGE_UNREADABLE);
  g_array_append_vals (pages, numbers, G_N_ELEMENTS (numbers));
  told = cog_pdf_pages_to_string (pages);
  g_assert_cmpstr (told, ==, "1–3, 5, 7–8");
}

/* Arabic whose letters stand in the order in which they are seen. */
static void
test_backwards (void)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_pdf_page_close);
  CogPdfPage *page = cog_pdf_page_new_empty (1, 100, 100);

  g_ptr_array_add (pages, page);
  for (guint i = 0; i < 80; i++)
    add_word (page, i % 3 == 0 ? "ةيفيك" : "بيصنت");
  g_assert_true (cog_pdf_pages_are_backwards (pages));
  g_array_set_size (page->words, 0);
  for (guint i = 0; i < 80; i++)
    add_word (page, i % 3 == 0 ? "كيفية" : "تنصيب");
  g_assert_false (cog_pdf_pages_are_backwards (pages));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-tagged/blocks", test_blocks);
  g_test_add_func ("/pdf-tagged/table", test_table);
  g_test_add_func ("/pdf-tagged/namespaces", test_namespaces);
  g_test_add_func ("/pdf-tagged/figure", test_figure);
  g_test_add_func ("/pdf-tagged/untagged-captions", test_untagged_captions);
  g_test_add_func ("/pdf-tagged/flat-lines", test_flat_lines);
  g_test_add_func ("/pdf-tagged/hostile", test_hostile);
  g_test_add_func ("/pdf-tagged/rights", test_rights);
  g_test_add_func ("/pdf-tagged/scan", test_scan);
  g_test_add_func ("/pdf-tagged/backwards", test_backwards);
  return g_test_run ();
}
