/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "docx-reading.h"

#include <string.h>

/* One document with what readers of Word files are known to lose without a word: each of it comes
 * in, or is told. */

#define T(text) "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define SET(how, text) "<w:r><w:rPr>" how "</w:rPr><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define P(what) "<w:p>" what "</w:p>"
#define PR(properties, what) "<w:p><w:pPr>" properties "</w:pPr>" what "</w:p>"
#define ITEM(level, text)                                                                          \
  PR ("<w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='1'/></w:numPr>", T (text))
#define CELL(how, text) "<w:tc><w:tcPr>" how "</w:tcPr>" P (T (text)) "</w:tc>"
#define PICTURE(properties)                                                                        \
  "<w:r><w:drawing><wp:inline><wp:docPr id='1' " properties                                        \
  "<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='p1'/></pic:blipFill>"         \
  "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
#define FIELD(code, result)                                                                        \
  "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>" code                           \
  "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" T (                       \
      result) "<w:r><w:fldChar w:fldCharType='end'/></w:r>"

static const char body[] = PR ("<w:pStyle w:val='Ttl'/>", T ("The Title"))
    /* headings: by the name of a translated style, by one derived from it, by level alone */
    PR ("<w:pStyle w:val='berschrift1'/>", T ("By name"))
        PR ("<w:pStyle w:val='Own'/>", T ("By parent"))
            PR ("<w:outlineLvl w:val='1'/>", "<w:bookmarkStart w:name='Here'/>" T ("By level"))
    /* runs */
    P (SET ("<w:i/>", "emphasis") SET ("<w:smallCaps/>", "small")
           SET ("<w:lang w:val='fr-FR'/>", "bonjour") "<w:ins>" T (
               "added") "</w:ins><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>"
                        "<w:r><w:ruby><w:rt>" T ("kana") "</w:rt><w:rubyBase>" T (
                            "kanji") "</w:rubyBase></w:ruby></w:r><w:r><w:noBreakHyphen/></w:r>")
        PR ("<w:bidi/>", SET ("<w:rtl/>", "\u0645\u0631\u062d\u0628\u0627"))
    /* links, fields, notes */
    P (FIELD (" HYPERLINK \"https://example.org/\" ", "address")
           FIELD (" REF Here \\h ", "there") "<w:r><w:footnoteReference w:id='2'/></w:r>")
        P (FIELD (" DATE ", "1 May"))
            P (SET ("<w:i/>", "see ") "<w:hyperlink w:anchor='Here'>" SET ("<w:b/><w:i/>", "the ")
                   SET ("<w:b/><w:i/>", "place") "</w:hyperlink>" SET ("<w:i/>", ", too"))
    /* lists whose level has no lvlText, one in the other */
    ITEM ("0", "outer") ITEM ("1", "inner")
    /* a table whose grid has no widths, with cells over columns and rows */
    PR ("<w:pStyle w:val='Cap'/>",
        T ("Table ") FIELD (" SEQ Table ", "7")
            T (": Tides")) "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></"
                           "w:tblGrid><w:tr><w:trPr><w:tblHeader/></"
                           "w:trPr>" CELL ("<w:gridSpan w:val='2'/>", "Head") "</w:tr><w:tr>" CELL (
                               "<w:"
                               "vMerg"
                               "e "
                               "w:"
                               "val='"
                               "resta"
                               "rt'/"
                               ">",
                               "tall") CELL ("", "b") "</w:tr><w:tr>" CELL ("<w:vMerge/>", "")
                               CELL ("", "c") "</w:tr></w:tbl>"
    /* pictures, a text box, a formula */
    P (PICTURE ("descr='A rock'/>") T ("x")) P (
        T ("y") PICTURE ("descr='z'><a:extLst><a:ext><adec:decorative val='1'/></a:ext></a:extLst>"
                         "</wp:docPr>"))
        P ("<w:r><w:pict><v:textbox><w:txbxContent>" P (
            T ("In a box.")) "</w:txbxContent></v:textbox>"
                             "</w:pict></w:r>")
            P (T ("Let ") "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</"
                          "m:t></m:r>"
                          "</m:sup></m:sSup></m:oMath>");

static const char styles[] =
    "<w:styles $NS><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-GB'/></w:rPr>"
    "</w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:styleId='Ttl'><w:name w:val='Title'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Own'/>"
    "<w:basedOn w:val='berschrift1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Cap'><w:name w:val='caption'/></w:style></w:styles>";

static const char numbering[] =
    "<w:numbering $NS><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
    "<w:numFmt w:val='decimal'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/>"
    "<w:numFmt w:val='bullet'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num></w:numbering>";

static const struct
{
  const char *feature, *wanted;
} features[] = {
  { "title", ">The Title</h1>" },
  { "heading by a translated style's name", ">By name</h1>" },
  { "heading by a derived style", ">By parent</h1>" },
  { "heading by outline level only", ">By level</h2>" },
  { "emphasis", "<em>emphasis</em>" },
  { "small capitals", "<span class=\"smallcaps\">small</span>" },
  { "language of a run", "<span lang=\"fr-FR\">bonjour</span>" },
  { "insertion", "added" },
  { "ruby with its base", "<ruby>kanji<rt>kana</rt></ruby>" },
  { "text from right to left", "dir=\"rtl\"" },
  { "link of a field", "<a href=\"https://example.org/\">address</a>" },
  { "cross-reference and its bookmark", "\">there</a>" },
  { "emphasis through a link",
    "<em>see <a href=\"#b-Here\"><strong>the place</strong></a>, too</em>" },
  { "note", "role=\"doc-footnote\"" },
  { "result of a field", ">1 May</p>" },
  { "list without lvlText", "<ol><li" },
  { "list in a list", "<ul><li" },
  { "number of SEQ, caption of a table", ">Table 7: Tides</caption>" },
  { "cells of a grid without widths", ">c</td>" },
  { "cell over columns, head row", "<thead><tr><th colspan=\"2\"" },
  { "cell over rows", "rowspan=\"2\"" },
  { "alternative text", "alt=\"A rock\"" },
  { "decoration", "alt=\"\"" },
  { "text box", "In a box." },
  { "formula", "<msup><mi>x</mi><mn>2</mn></msup>" },
};

static void
test_features (void)
{
  DocxMaker *maker = docx_maker_new (body);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *content = NULL;

  docx_maker_add_part (maker, "styles", "styles", styles);
  docx_maker_add_part (maker, "numbering", "numbering", numbering);
  docx_maker_add_part (maker, "footnotes", "footnotes",
                       "<w:footnotes $NS><w:footnote w:id='2'>" P (T ("A note.")) "</w:footnote>"
                                                                                  "</w:footnotes>");
  docx_maker_add_part (maker, "settings", "settings", "<w:settings $NS/>");
  docx_maker_add_picture (maker, "p1", "rock.gif");
  content = docx_read_content (maker, report);
  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    {
      g_test_message ("%s", features[i].feature);
      docx_assert_has (content, features[i].wanted);
    }
  docx_assert_lacks (content, "deleted");
  g_assert_true (cog_report_has (report, "changes-accepted"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-docx/features", test_features);
  return g_test_run ();
}
