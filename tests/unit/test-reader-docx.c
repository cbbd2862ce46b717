/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "docx-reading.h"
#include "metafile-maker.h"

#include <string.h>

#define T(text) "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define P(what) "<w:p>" what "</w:p>"
#define STYLED(style, what) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr>" what "</w:p>"
#define ITEM(id, level, text)                                                                      \
  "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" id                            \
  "'/></w:numPr></w:pPr>" T (text) "</w:p>"
#define SET(how, text) "<w:r><w:rPr>" how "</w:rPr><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define CELL(how, text) "<w:tc><w:tcPr>" how "</w:tcPr>" P (T (text)) "</w:tc>"

static const char styles[] =
    "<w:styles $NS>"
    "<w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/>"
    "<w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Mine'><w:name w:val='Mine'/>"
    "<w:basedOn w:val='berschrift1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Out'><w:name w:val='Out'/><w:pPr>"
    "<w:outlineLvl w:val='1'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Round'><w:name w:val='Round'/>"
    "<w:basedOn w:val='Round'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Cap'><w:name w:val='caption'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Code'><w:name w:val='HTML Preformatted'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Toc'><w:name w:val='toc 1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Dash'><w:name w:val='Dash'/><w:pPr><w:numPr>"
    "<w:numId w:val='2'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='character' w:styleId='Strong'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr>"
    "</w:style></w:styles>";

static const char numbering[] =
    "<w:numbering $NS><w:abstractNum w:abstractNumId='7'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/>"
    "</w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/></w:lvl>"
    "</w:abstractNum><w:abstractNum w:abstractNumId='8'><w:lvl w:ilvl='0'>"
    "<w:numFmt w:val='bullet'/><w:lvlText w:val='-'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'>"
    "<w:startOverride w:val='5'/></w:lvlOverride></w:num></w:numbering>";

static DocxMaker *
make (const char *body)
{
  DocxMaker *maker = docx_maker_new (body);

  docx_maker_add_part (maker, "styles", "styles", styles);
  docx_maker_add_part (maker, "numbering", "numbering", numbering);
  return maker;
}

static char *
read_body (const char *body)
{
  return docx_read_content (make (body), NULL);
}

static void
test_sections (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = docx_try_read (
      make (STYLED ("berschrift1", T ("One")) P (T ("First.")) STYLED ("Out", T ("Below"))
                STYLED ("Mine", T ("Two")) STYLED ("Round", T ("Second."))),
      report, &error);
  CogSection *first;
  g_autofree char *content = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (book->sections->len, ==, 2);
  first = g_ptr_array_index (book->sections, 0);
  content = cog_section_serialise (first);
  g_assert_cmpstr (first->title, ==, "One");
  g_assert_cmpstr (((CogSection *)g_ptr_array_index (book->sections, 1))->title, ==, "Two");
  docx_assert_has (content, ">Below</h2>");
  docx_assert_lacks (content, "<strong>");
}

static void
test_inline (void)
{
  g_autofree char *content = read_body (
      P (SET ("<w:i/>", "at ") SET ("<w:b/><w:i/>", "the ") SET ("<w:b/><w:i/>", "third") SET (
          "<w:i/>", " level")) P (SET ("<w:rStyle w:val='Strong'/>", "bold")
                                      SET ("<w:rStyle w:val='Strong'/><w:b w:val='0'/>", "plain"))
          P (T ("H") SET ("<w:vertAlign w:val='subscript'/>", "2") SET ("<w:strike/>", "gone")
                 SET ("<w:smallCaps/>", "small") "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t>"
                                                 "<w:noBreakHyphen/><w:sym w:font='Symbol' "
                                                 "w:char='F061'/></w:r>")
              STYLED ("Code", T ("if x:")) STYLED ("Code", T ("  y"))
                  P ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>" T ("seen")));

  docx_assert_has (content, "<em>at <strong>the third</strong> level</em>");
  docx_assert_has (content, "<strong>bold</strong>plain");
  docx_assert_has (content, "H<sub>2</sub><s>gone</s><span class=\"smallcaps\">small</span>");
  docx_assert_has (content, "a<br/>b\xE2\x80\x91α");
  docx_assert_has (content, "if x:\n  y</pre>");
  docx_assert_lacks (content, "hidden");
}

static void
test_lists (void)
{
  g_autofree char *content =
      read_body (ITEM ("1", "0", "one") ITEM ("1", "1", "inner") ITEM ("1", "0", "two")
                     P (T ("Between.")) ITEM ("1", "0", "three") P (T ("Again."))
                         ITEM ("3", "0", "five") STYLED ("Dash", T ("dash")));

  docx_assert_has (content, "<ol type=\"a\"");
  docx_assert_has (content, "<ol start=\"3\"");
  docx_assert_has (content, "<ol start=\"5\"");
  docx_assert_has (content, "<ul");
  docx_assert_has (content, ">dash</li>");
}

/* A heading whose level has a format of "none" shows no number, as LibreOffice writes it. */
static void
test_no_number (void)
{
  DocxMaker *maker = docx_maker_new (
      "<w:p><w:pPr><w:outlineLvl w:val='0'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='9'/>"
      "</w:numPr></w:pPr>" T ("Plain") "</w:p>");
  g_autofree char *content = NULL;

  docx_maker_add_part (maker, "numbering", "numbering",
                       "<w:numbering $NS><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'>"
                       "<w:numFmt w:val='none'/><w:lvlText w:val='%1'/></w:lvl></w:abstractNum>"
                       "<w:num w:numId='9'><w:abstractNumId w:val='1'/></w:num></w:numbering>");
  content = docx_read_content (maker, NULL);
  docx_assert_has (content, ">Plain</h1>");
  docx_assert_lacks (content, "class=\"number\"");
}

static void
test_table (void)
{
  g_autofree char *content =
      read_body (STYLED (
          "Cap",
          T ("Table ") "<w:fldSimple w:instr=' SEQ Table '>" T ("1") "</w:fldSimple>" T (
              ": Tides")) "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:tblHeader/></"
                          "w:trPr>" CELL ("<w:gridSpan w:val='2'/>", "Head") "</w:tr><w:tr>" CELL (
                              "<w:vMerge "
                              "w:val='restart'/>",
                              "tall") CELL ("", "b") "</w:tr><w:tr>" CELL ("<w:vMerge/>", "")
                              CELL ("", "c") "</w:tr></w:tbl>" P (T (
                                  "After.")) "<w:tbl><w:tr>" CELL ("", "boxed") "</w:tr></w:tbl>");

  docx_assert_has (content, ">Table 1: Tides</caption>");
  docx_assert_has (content, "<thead><tr><th colspan=\"2\"");
  docx_assert_has (content, "rowspan=\"2\"");
  docx_assert_has (content, ">c</td></tr></tbody>");
  docx_assert_has (content, "class=\"box\"");
}

static void
test_links (void)
{
  DocxMaker *maker = make (
      P ("<w:bookmarkStart w:id='1' w:name='here'/>" T ("Target.") "<w:bookmarkEnd w:id='1'/>") P (
          "<w:hyperlink r:id='out' w:anchor='top'>" T (
              "out") "</w:hyperlink>"
                     "<w:hyperlink w:anchor='here'>" T ("in") "</w:hyperlink>" T (
                         ", ") "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> "
                               "REF here \\h "
                               "</w:instrText></w:r><w:r><w:fldChar "
                               "w:fldCharType='separate'/></w:r>" T (
                                   "field") "<w:r><w:fldChar w:fldCharType='end'/></w:r>")
          STYLED ("Toc", "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC \\o"
                         "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" T (
                             "Contents line"))
              P ("<w:r><w:fldChar w:fldCharType='end'/></w:r>" T ("After.")));
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *content = NULL;

  docx_maker_add_link (maker, "hyperlink", "out", "https://example.org/");
  content = docx_read_content (maker, report);
  docx_assert_has (content, "href=\"https://example.org/#top\"");
  docx_assert_has (content, "<a href=\"#b-here\">in</a>, <a href=\"#b-here\">field</a>");
  docx_assert_lacks (content, "Contents line");
  docx_assert_has (content, "After.");
  g_assert_true (cog_report_has (report, "contents-field"));
}

static void
test_notes (void)
{
  DocxMaker *maker = make (P (T ("Said.") "<w:r><w:footnoteReference w:id='2'/></w:r>"));
  g_autofree char *content = NULL;

  docx_maker_add_part (maker, "footnotes", "footnotes",
                       "<w:footnotes $NS><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>" T (
                           "Twice.") "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
                                     "</w:footnote></w:footnotes>");
  content = docx_read_content (maker, NULL);
  docx_assert_has (content, "epub:type=\"noteref\"");
  docx_assert_has (content, "role=\"doc-footnote\"");
  docx_assert_has (content, "Twice.");
}

#define PICTURE(id, properties, crop)                                                              \
  "<w:r><w:drawing><wp:inline><wp:extent cx='952500' cy='952500'/>" properties                     \
  "<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='" id "'/>" crop               \
  "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"

static void
test_pictures (void)
{
  DocxMaker *maker = make (
      P (PICTURE ("p1", "<wp:docPr id='1' descr='A rock'/>", "<a:srcRect l='5000'/>"))
          STYLED ("Cap", T ("Figure 1: The rock")) P (
              T ("Text ") PICTURE ("p1",
                                   "<wp:docPr id='2' descr='x'><a:extLst><a:ext>"
                                   "<adec:decorative val='1'/></a:ext></a:extLst></wp:docPr>",
                                   "") PICTURE ("gone", "", ""))
              P ("<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp>"
                 "<wps:txbx><w:txbxContent>" P (T (
                     "In a box.")) "</w:txbxContent></wps:txbx>"
                                   "</wps:wsp></w:drawing></"
                                   "mc:Choice><mc:Fallback><w:pict><v:textbox>"
                                   "<w:txbxContent>" P (T (
                                       "In a box.")) "</w:txbxContent></v:textbox></w:pict>"
                                                     "</mc:Fallback></mc:AlternateContent></w:r>"));
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *content = NULL;

  docx_maker_add_picture (maker, "p1", "rock.gif");
  content = docx_read_content (maker, report);
  docx_assert_has (content, "alt=\"A rock\"");
  docx_assert_has (content, "<figcaption");
  docx_assert_has (content, "alt=\"\"");
  docx_assert_has (content, "In a box.");
  g_assert_true (strstr (strstr (content, "In a box.") + 1, "In a box.") == NULL);
  g_assert_true (cog_report_has (report, "picture-cropped"));
  g_assert_true (cog_report_has (report, "missing-file"));
}

static void
test_changes (void)
{
  DocxMaker *maker = make (P (T ("Old ") "<w:ins>" T (
      "new") "</w:ins><w:del><w:r><w:delText>cut</w:delText></w:r>"
             "</w:del>") "<w:p><w:pPr><w:rPr><w:del/></w:rPr></"
                         "w:pPr>" T ("joined ") "</w:p>" P (T ("line"))
                               P ("<w:moveFrom>" T ("moved") "</w:moveFrom>")
                                   P ("<w:moveTo>" T ("moved") "</w:moveTo>"));
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *content = NULL;

  docx_maker_add_part (maker, "comments", "comments",
                       "<w:comments $NS><w:comment w:id='0' w:author='Ada'>" P (
                           T ("Is that so?")) "</w:comment></w:comments>");
  content = docx_read_content (maker, report);
  docx_assert_has (content, ">Old new</p>");
  docx_assert_has (content, ">joined line</p>");
  docx_assert_lacks (content, "cut");
  g_assert_true (strstr (strstr (content, "moved") + 1, "moved") == NULL);
  g_assert_true (cog_report_has (report, "changes-accepted"));
  g_assert_true (cog_report_has (report, "comment-dropped"));
}

/* Rejected, the text is as it was before. */
static void
test_changes_rejected (void)
{
  DocxMaker *maker = make (P (T ("Old ") "<w:ins>" T (
      "new") "</w:ins><w:del><w:r><w:delText>cut</w:delText></w:r>"
             "</w:del>") "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>" T ("one ") "</w:p>" P (T ("l"
                                                                                                 "i"
                                                                                                 "n"
                                                                                                 "e"))
                               P ("<w:moveFrom>" T ("before") "</w:moveFrom>") P ("<w:moveTo>" T (
                                   "after") "</w:moveTo>") "<w:tbl><w:tr>" CELL ("", "a")
                                   CELL ("", "b") "</w:tr><w:tr><w:trPr><w:ins/></w:trPr>" CELL (
                                       "", "row") CELL ("", "row") "</w:tr></w:tbl>");
  const CogReadingOptions options = { COG_TRACKED_CHANGES_REJECT };
  g_autoptr (GBytes) bytes = docx_maker_end (maker);
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "made.bin");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;

  cog_source_set_options (source, &options);
  book = cog_reader_read (source, report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  content = cog_section_serialise (g_ptr_array_index (book->sections, 0));
  docx_assert_has (content, ">Old cut</p>");
  docx_assert_has (content, ">one line</p>");
  docx_assert_has (content, ">before</p>");
  docx_assert_lacks (content, "after");
  docx_assert_lacks (content, ">row<");
  g_assert_true (cog_report_has (report, "changes-rejected"));
  g_assert_false (cog_report_has (report, "changes-accepted"));
}

/* What other programs left in the file. */
static void
test_foreign (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *content = NULL;
  DocxMaker *maker = make (
      P (T ("Let &lt;math xmlns='http://www.w3.org/1998/Math/MathML'&gt;&lt;mi&gt;x&lt;/mi&gt;"
            "&lt;/math&gt; be."))
          P ("<w:r><w:object><v:shape><v:imagedata r:id='p1'/></v:shape>"
             "<o:OLEObject xmlns:o='urn:o' ProgID='Equation.DSMT4'/>"
             "</w:object></w:r>") "<w:altChunk r:id='html'/>" P ("<w:r><w:drawing><wp:inline><wp:"
                                                                 "docPr id='3' name='Chart 1' "
                                                                 "descr='Rain by month'/>"
                                                                 "<a:graphic><a:graphicData><c:"
                                                                 "chart "
                                                                 "xmlns:c='urn:c'/></"
                                                                 "a:graphicData></a:graphic>"
                                                                 "</wp:inline></w:drawing></w:r>")
              P (SET ("<w:caps/>", "Nato")));

  docx_maker_add_picture (maker, "p1", "formula.gif");
  docx_maker_add_part (maker, "aFChunk", "html",
                       "<html><body><p>From a <b>page</b>.</p><script>x()</script></body></html>");
  content = docx_read_content (maker, report);
  docx_assert_has (content, "<mi>x</mi></math> be.");
  docx_assert_has (content, "From a <b>page</b>.");
  docx_assert_lacks (content, "x()");
  docx_assert_has (content, ">Nato<");
  docx_assert_has (content, "media/formula.gif");
  g_assert_true (cog_report_has (report, "formula-picture"));
  g_assert_true (cog_report_has (report, "object-dropped"));
  g_assert_true (cog_report_has (report, "capitals-as-typed"));
}

/* Pictures of Windows programs become drawings, wherever they stand: in a drawing, in VML, before
 * an object; a drawing that is there as SVG as well is taken as that. */
static void
test_metafiles (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *content = NULL;
  GByteArray *emf = emf_maker_new (), *wmf = wmf_maker_new (TRUE);
  DocxMaker *maker = make (
      P ("<w:r><w:drawing><wp:inline><wp:docPr id='1' descr='Rain by month'/><a:blip "
         "r:embed='p1'/></wp:inline></w:drawing></w:r>")
          P ("<w:r><w:object><v:shape alt='A lever'><v:imagedata r:id='p2'/></v:shape>"
             "<o:OLEObject xmlns:o='urn:o' ProgID='Excel.Sheet.8'/></w:object></w:r>")
              P ("<w:r><w:drawing><wp:inline><wp:docPr id='2' descr='A leaf'/><a:blip r:embed='p3'>"
                 "<a:extLst><a:ext><asvg:svgBlip xmlns:asvg='urn:s' r:embed='p4'/></a:ext>"
                 "</a:extLst></a:blip></wp:inline></w:drawing></w:r>"));
  g_autoptr (GBytes) svg = g_bytes_new_static ("<svg xmlns='http://www.w3.org/2000/svg'/>", 41);
  g_autoptr (GBytes) chart = NULL;
  g_autoptr (GBytes) lever = NULL;

  EMF_ADD (emf, 43, 1, 1, 20, 20);
  WMF_ADD (wmf, 0x041B, 20, 20, 1, 1);
  chart = emf_maker_end (emf);
  lever = wmf_maker_end (wmf);
  docx_maker_add_object (maker, "p1", "chart.emf", chart);
  docx_maker_add_object (maker, "p2", "lever.wmf", lever);
  docx_maker_add_picture (maker, "p3", "leaf.gif");
  docx_maker_add_object (maker, "p4", "leaf.svg", svg);
  content = docx_read_content (maker, report);
  docx_assert_has (content, "src=\"media/chart.svg\" alt=\"Rain by month\"");
  docx_assert_has (content, "src=\"media/lever.svg\" alt=\"A lever\"");
  docx_assert_has (content, "src=\"media/leaf.svg\" alt=\"A leaf\"");
  docx_assert_lacks (content, "leaf.gif");
  g_assert_false (cog_report_has (report, "bad-picture"));
}

static void
test_note_mark (void)
{
  DocxMaker *maker =
      make (P (T ("Said.") "<w:r><w:footnoteReference w:id='2' "
                           "w:customMarkFollows='1'/><w:t>*</w:t></w:r>" T (" So.")));
  g_autofree char *content = NULL;

  docx_maker_add_part (maker, "footnotes", "footnotes",
                       "<w:footnotes $NS><w:footnote w:id='2'>" P (T ("Twice.")) "</w:footnote>"
                                                                                 "</w:footnotes>");
  content = docx_read_content (maker, NULL);
  docx_assert_has (content, ">*</a> So.");
}

/* The caption of a picture stands with it in a text box, or in the same paragraph. */
static void
test_caption_boxes (void)
{
  DocxMaker *maker =
      make (P ("<w:r><w:pict><v:textbox><w:txbxContent>" P (
          PICTURE ("p1", "<wp:docPr id='1' descr='A rock'/>", ""))
                   STYLED ("Cap", T ("Figure 1: The rock")) "</w:txbxContent></v:textbox></w:pict>"
                                                            "</w:r>"));
  g_autofree char *content = NULL;

  docx_maker_add_picture (maker, "p1", "rock.gif");
  content = docx_read_content (maker, NULL);
  docx_assert_has (content, "<figure");
  docx_assert_has (content, "Figure 1: The rock</figcaption>");
  docx_assert_lacks (content, "<aside");
}

static void
test_metadata (void)
{
  DocxMaker *maker = make (P (T ("This book is licensed under CC BY 4.0.")));
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;

  docx_maker_add_file (maker, "docProps/core.xml",
                       "<cp:coreProperties xmlns:cp='urn:c' xmlns:dc='urn:d'><dc:title>Tides"
                       "</dc:title><dc:creator>Ada Shore; Ben Sand</dc:creator>"
                       "<cp:keywords>sea, moon</cp:keywords></cp:coreProperties>",
                       -1);
  book = docx_try_read (maker, report, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (book->credit->title, ==, "Tides");
  g_assert_cmpuint (book->credit->agents->len, ==, 2);
  g_assert_cmpuint (book->subjects->len, ==, 2);
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-4.0");
}

/* Letters that an id cannot have keep two bookmarks apart, and code is read as its letters say. */
static void
test_arabic (void)
{
  g_autofree char *content = read_body (
      "<w:p><w:pPr><w:bidi/></w:pPr><w:bookmarkStart w:name='باب'/>"
      "<w:r><w:rPr><w:rtl/><w:lang w:bidi='ar-SA'/></w:rPr><w:t>الأول هنا</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:bidi/></w:pPr><w:bookmarkStart w:name='نور'/><w:hyperlink "
      "w:anchor='نور'>" T ("نور") "</w:hyperlink><w:hyperlink w:anchor='باب'>" T (
          "باب") "</w:hyperlink></w:p>" STYLED ("Code", T ("git add")));

  docx_assert_has (content, "href=\"#b-u628u627u628\"");
  docx_assert_has (content, "href=\"#b-u646u648u631\"");
  docx_assert_has (content, "<pre dir=\"ltr\"");
}

/* What is no Word document is none by its content type, whatever its name. */
static void
test_refused (void)
{
  DocxMaker *maker = docx_maker_new (P (T ("x")));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CogSource) source = NULL;

  docx_maker_set_type (maker, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet."
                              "main+xml");
  bytes = docx_maker_end (maker);
  source = cog_source_new_for_bytes (bytes, "made.docx");
  g_assert_null (cog_reader_find (source, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
}

/* A package whose main part is said to stand outside of it. */
static void
test_outside (void)
{
  DocxMaker *maker = docx_maker_new (P (T ("x")));
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;

  docx_maker_add_file (
      maker, "_rels/.rels",
      "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
      "<Relationship Id='r1' Target='../../tmp/x.xml' Type='http://schemas.openxmlformats.org/"
      "officeDocument/2006/relationships/officeDocument'/></Relationships>",
      -1);
  g_assert_null (docx_try_read (maker, report, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-docx/sections", test_sections);
  g_test_add_func ("/reader-docx/inline", test_inline);
  g_test_add_func ("/reader-docx/lists", test_lists);
  g_test_add_func ("/reader-docx/no-number", test_no_number);
  g_test_add_func ("/reader-docx/table", test_table);
  g_test_add_func ("/reader-docx/links", test_links);
  g_test_add_func ("/reader-docx/notes", test_notes);
  g_test_add_func ("/reader-docx/pictures", test_pictures);
  g_test_add_func ("/reader-docx/changes", test_changes);
  g_test_add_func ("/reader-docx/changes-rejected", test_changes_rejected);
  g_test_add_func ("/reader-docx/foreign", test_foreign);
  g_test_add_func ("/reader-docx/metafiles", test_metafiles);
  g_test_add_func ("/reader-docx/note-mark", test_note_mark);
  g_test_add_func ("/reader-docx/caption-boxes", test_caption_boxes);
  g_test_add_func ("/reader-docx/metadata", test_metadata);
  g_test_add_func ("/reader-docx/arabic", test_arabic);
  g_test_add_func ("/reader-docx/refused", test_refused);
  g_test_add_func ("/reader-docx/outside", test_outside);
  return g_test_run ();
}
