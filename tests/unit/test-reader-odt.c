/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "docx-reading.h"
#include "metafile-maker.h"
#include "odt-reading.h"

#include <string.h>

#define P(what) "<text:p>" what "</text:p>"
#define STYLED(style, what) "<text:p text:style-name='" style "'>" what "</text:p>"
#define H(level, what) "<text:h text:outline-level='" level "'>" what "</text:h>"
#define SPAN(style, what) "<text:span text:style-name='" style "'>" what "</text:span>"
#define ITEM(what) "<text:list-item>" what "</text:list-item>"
#define CELL(how, what) "<table:table-cell " how ">" P (what) "</table:table-cell>"
#define TEXT_STYLE(name, properties)                                                               \
  "<style:style style:name='" name "' style:family='text'><style:text-properties " properties      \
  "/></style:style>"

static const char automatic[] = TEXT_STYLE ("B", "fo:font-weight='bold'") TEXT_STYLE (
    "I", "fo:font-style='italic'") TEXT_STYLE ("Upright",
                                               "fo:font-style='normal'") TEXT_STYLE ("Sub",
                                                                                     "style:text-"
                                                                                     "position='-"
                                                                                     "33% 58%'")
    TEXT_STYLE ("Gone", "style:text-line-through-style='solid'") TEXT_STYLE (
        "Small", "fo:font-variant='small-caps'") TEXT_STYLE ("Caps",
                                                             "fo:text-transform='uppercase'")
        TEXT_STYLE ("Hidden", "text:display='none'") TEXT_STYLE ("Fr",
                                                                 "fo:language='fr' "
                                                                 "fo:country='FR'")
            TEXT_STYLE (
                "Ar",
                "style:language-complex='ar' style:country-complex='EG'") "<style:style "
                                                                          "style:name='PB' "
                                                                          "style:family='paragraph'"
                                                                          " style:parent-style-"
                                                                          "name='Standard'>"
                                                                          "<style:text-properties "
                                                                          "fo:font-weight='bold'/"
                                                                          "></style:style>"
                                                                          "<style:style "
                                                                          "style:name='PR' "
                                                                          "style:family='paragraph'"
                                                                          "><style:paragraph-"
                                                                          "properties "
                                                                          "style:writing-mode='rl-"
                                                                          "tb'/></style:style>"
                                                                          "<style:style "
                                                                          "style:name='Crop' "
                                                                          "style:family='graphic'><"
                                                                          "style:graphic-"
                                                                          "properties "
                                                                          "fo:clip='rect(0cm, "
                                                                          "1.5cm, 0cm, "
                                                                          "0cm)'/></style:style>"
                                                                          "<text:list-style "
                                                                          "style:name='L1'><text:"
                                                                          "list-level-style-number "
                                                                          "text:level='1' "
                                                                          "style:num-format='1' "
                                                                          "style:num-suffix='.'/"
                                                                          "><text:list-level-style-"
                                                                          "number text:level='2' "
                                                                          "style:num-format='a'/"
                                                                          "><text:list-level-style-"
                                                                          "bullet text:level='3' "
                                                                          "text:bullet-char='-'/>"
                                                                          "</text:list-style>";

static const char styles[] =
    "<style:default-style style:family='paragraph'><style:text-properties fo:language='en' "
    "fo:country='GB'/></style:default-style>"
    "<style:style style:name='Standard' style:family='paragraph'/>"
    "<style:style style:name='Caption' style:family='paragraph'/>"
    "<style:style style:name='Table' style:family='paragraph' style:parent-style-name='Caption'/>"
    "<style:style style:name='Mine' style:family='paragraph' style:parent-style-name='Caption'/>"
    "<style:style style:name='Preformatted_20_Text' style:family='paragraph'/>"
    "<style:style style:name='Quotations' style:family='paragraph'/>"
    "<style:style style:name='Table_20_Heading' style:family='paragraph'/>"
    "<style:style style:name='Round' style:family='paragraph' style:parent-style-name='Round'/>"
    "<style:style style:name='Strong_20_Emphasis' style:family='text'><style:text-properties "
    "fo:font-weight='bold'/></style:style>"
    "<text:outline-style style:name='Outline'><text:outline-level-style text:level='1' "
    "style:num-format=''/><text:outline-level-style text:level='2' style:num-format='1' "
    "style:num-suffix='.'/><text:outline-level-style text:level='3' style:num-format='A' "
    "text:display-levels='2'/></text:outline-style>";

static OdtMaker *
make (const char *body)
{
  OdtMaker *maker = odt_maker_new (body);

  odt_maker_set_automatic (maker, automatic);
  odt_maker_set_styles (maker, styles, "");
  return maker;
}

static char *
read_body (const char *body)
{
  return odt_read_content (make (body), NULL);
}

static void
test_sections (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book =
      odt_try_read (make (H ("1", "One") P ("First.") H ("2", "Below") H ("3", "Deeper")
                              H ("3", "Again") "<text:section>" H ("1", "Two")
                                  P ("Second.") "</text:section>" STYLED ("Round", "Third.")),
                    NULL, report, &error);
  g_autofree char *content = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (book->sections->len, ==, 2);
  content = odt_dup_content (book);
  g_assert_cmpstr (((CogSection *)g_ptr_array_index (book->sections, 0))->title, ==, "One");
  g_assert_cmpstr (((CogSection *)g_ptr_array_index (book->sections, 1))->title, ==, "Two");
  docx_assert_has (content, "<span class=\"number\">1.</span> Below</h2>");
  docx_assert_has (content, "<span class=\"number\">1.B</span> Again</h3>");
  docx_assert_has (content, ">Third.</p>");
}

static void
test_inline (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *content = odt_read_content (
      make (P (SPAN ("I", "at " SPAN ("B", "the third") " level")
                   SPAN ("I", SPAN ("Upright", " plain"))) STYLED ("PB", "all of it")
                P ("H" SPAN ("Sub", "2") SPAN ("Gone", "gone") SPAN ("Small", "small") "a"
                                                                                       "<text:line-"
                                                                                       "break/>b")
                    P (SPAN ("Hidden", "hidden") "seen" SPAN ("Caps", "Nato")) STYLED (
                        "Preformatted_20_Text",
                        "if x:") STYLED ("Preformatted_20_Text",
                                         "<text:s text:c='2'/>y") STYLED ("Quotations", "said")
                        P (SPAN ("Strong_20_Emphasis", "strong") SPAN ("Source_Text", "code")
                               SPAN ("Definition", "term") "<text:a "
                                                           "xlink:href='https://a.org/'>" SPAN (
                                                               "Definition", "link") "</text:a>")),
      report);

  docx_assert_has (content, "<em>at <strong>the third</strong> level</em> plain");
  docx_assert_has (content, "<strong>all of it</strong>");
  docx_assert_has (content,
                   "H<sub>2</sub><s>gone</s><span class=\"smallcaps\">small</span>a<br/>b");
  docx_assert_has (content, "if x:\n  y</pre>");
  docx_assert_has (content, "said</p></blockquote>");
  docx_assert_has (content, "<strong>strong</strong>");
  docx_assert_has (content, "<code>code</code><dfn>term</dfn>");
  docx_assert_has (content, "<a href=\"https://a.org/\">link</a>");
  docx_assert_has (content, "seenNato");
  docx_assert_lacks (content, "hidden");
  g_assert_true (cog_report_has (report, "hidden-dropped"));
  g_assert_true (cog_report_has (report, "capitals-as-typed"));
}

static void
test_languages (void)
{
  g_autofree char *content =
      read_body (P ("They say " SPAN ("Fr", "bonjour") " and " SPAN ("Ar", "مرحبا") ".")
                     STYLED ("PR", "مرحبا بكم")
                         P ("<text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>かんじ"
                            "</text:ruby-text></text:ruby>"));

  docx_assert_has (content, "<span lang=\"fr-FR\">bonjour</span> and <span lang=\"ar-EG\">");
  docx_assert_has (content, "dir=\"rtl\"");
  docx_assert_has (content, "<ruby>漢字<rt>かんじ</rt></ruby>");
}

static void
test_lists (void)
{
  g_autofree char *
      content = read_body ("<text:list xml:id='a' text:style-name='L1'>" ITEM (
          P ("one") "<text:list>" ITEM (
              P ("inner") "<text:list>" ITEM (P ("dash")) "</text:list>") "</text:list>")
                               ITEM (P ("two") P ("more of two")) "</text:list>" P (
                                   "Between.") "<text:list "
                                               "text:style-name='L1' "
                                               "text:continue-"
                                               "numbering='true'"
                                               ">" ITEM (P ("three")) "</text:list>" P ("Again.") "<text:list text:style-name='L1'>" ITEM (
                                                   P ("anew")) "<text:"
                                                               "list-"
                                                               "item "
                                                               "text:"
                                                               "start-"
                                                               "value="
                                                               "'7'"
                                                               ">" P (
                                                                   "seven") "</text:list-item></"
                                                                            "text:list>"
                                                                            "<text:list "
                                                                            "text:style-name='L1'"
                                                                            ">" ITEM (
                                                                                "<text:h "
                                                                                "text:outline-"
                                                                                "level='1'>Counted<"
                                                                                "/text:h>") "</"
                                                                                            "text:"
                                                                                            "list"
                                                                                            ">");

  docx_assert_has (content, ">one</p><ol type=\"a\"");
  docx_assert_has (content, ">inner</p><ul");
  docx_assert_has (content, ">more of two</p></li>");
  docx_assert_has (content, "<ol start=\"3\"");
  docx_assert_has (content, "value=\"7\"");
  docx_assert_has (content, "<span class=\"number\">1.</span> Counted</h1>");
}

static void
test_table (void)
{
  g_autofree char *content = read_body (STYLED (
      "Table",
      "Table 1: Tides") "<table:table table:name='T'><table:table-header-columns>"
                        "<table:table-column/></table:table-header-columns>"
                        "<table:table-column/><table:table-header-rows><table:table-row>" CELL (
                            "table:number-columns-spanned='2'",
                            "Head") "<table:covered-table-cell/>"
                                    "</table:table-row></"
                                    "table:table-header-rows><table:table-row>" CELL (
                                        "table:number-rows-spanned='2'", "tall")
                                            CELL ("", "b") "</"
                                                           "table:table-row><table:table-row><"
                                                           "table:covered-table-cell/>" CELL (
                                                               "table:number-columns-repeated='2'",
                                                               "c") "</table:table-row></"
                                                                    "table:table>"
                                                                    "<table:table><table:table-"
                                                                    "row>" CELL (
                                                                        "",
                                                                        "boxed") "</"
                                                                                 "table:table-row><"
                                                                                 "/table:table>");

  docx_assert_has (content, ">Table 1: Tides</caption>");
  docx_assert_has (content, "<thead><tr><th colspan=\"2\"");
  docx_assert_has (content, "<th rowspan=\"2\" scope=\"row\"");
  docx_assert_has (content, "c</td><td");
  docx_assert_has (content, "<aside class=\"box\"");
}

/* The styles that word processors have for heads, where the table itself says nothing. */
static void
test_table_styles (void)
{
  g_autofree char *content = read_body ("<table:table><table:table-row><table:table-cell>" STYLED (
      "Table_20_Heading",
      "a") "</table:table-cell><table:table-cell>" STYLED ("Table_20_Heading",
                                                           "b") "</table:table-cell></"
                                                                "table:table-row><table:table-"
                                                                "row>" CELL ("", "c") CELL (
                                                                    "", "d") "</table:table-row></"
                                                                             "table:table>");

  docx_assert_has (content, "<thead><tr><th");
  docx_assert_has (content, "<tbody><tr><td");
}

static void
test_repeated_cells (void)
{
  g_autofree char *content = read_body (
      "<table:table><table:table-row table:number-rows-repeated='1048576'>"
      "<table:table-cell table:number-columns-repeated='16384'>" P (
          "<text:s text:c='2000000000'/>x") "</table:table-cell></table:table-row></table:table>");

  g_assert_cmpuint (strlen (content), <, 20000000);
}

static void
test_notes_and_references (void)
{
  g_autofree char *content = read_body (
      P ("A<text:note text:id='n1' text:note-class='footnote'><text:note-citation>1"
         "</text:note-citation><text:note-body>" P (
             "Note one.") "</text:note-body></text:note>"
                          " and <text:note text:note-class='endnote'><text:note-citation "
                          "text:label='*'>*"
                          "</text:note-citation><text:note-body>" P (
                              "Star.") "</text:note-body></text:note>.")
          P ("<text:bookmark-start text:name='Here'/>There<text:bookmark-end text:name='Here'/>")
              P ("See <text:bookmark-ref text:ref-name='Here'>there</text:bookmark-ref>, "
                 "<text:a xlink:href='#Here'>link</text:a>, <text:a "
                 "xlink:href='https://example.org/'>out</text:a>, note <text:note-ref "
                 "text:ref-name='n1'>1</text:note-ref>."));

  docx_assert_has (content, "epub:type=\"noteref\"");
  docx_assert_has (content, "Note one.</p></aside>");
  docx_assert_has (content, ">*</a>");
  docx_assert_has (content, "<p id=\"b-Here\">There");
  docx_assert_has (content, "<a href=\"#b-Here\">there</a>, <a href=\"#b-Here\">link</a>");
  docx_assert_has (content, "<a href=\"https://example.org/\">out</a>");
}

static void
test_fields (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *content = odt_read_content (
      make ("<text:table-of-content><text:index-body>" P (
          "Contents 1") "</text:index-body>"
                        "</text:table-of-content>" P (
                            "On <text:date>1 May</text:date>, Figure <text:sequence "
                            "text:ref-name='f1' "
                            "text:name='Figure'>3</text:sequence>. See <text:sequence-ref "
                            "text:ref-name='f1'>3</text:sequence-ref>.<text:hidden-text "
                            "text:is-hidden='true'>"
                            "secret</text:hidden-text><office:annotation><dc:creator>Ada</"
                            "dc:creator>" P (
                                "Is it so?") "</office:annotation>") "<text:alphabetical-"
                                                                     "index><text:index-"
                                                                     "body>" P (
                                                                         "tide 4") "</"
                                                                                   "text:index-"
                                                                                   "body>"
                                                                                   "</"
                                                                                   "text:"
                                                                                   "alphabetical-"
                                                                                   "index>"),
      report);

  docx_assert_has (content, "On 1 May, Figure ");
  docx_assert_has (content, "\">3</a>.");
  docx_assert_lacks (content, "Contents 1");
  docx_assert_lacks (content, "tide 4");
  docx_assert_lacks (content, "secret");
  docx_assert_lacks (content, "Is it so?");
  g_assert_true (cog_report_has (report, "contents-field"));
  g_assert_true (cog_report_has (report, "index-dropped"));
  g_assert_true (cog_report_has (report, "comment-dropped"));
}

#define FRAME(how, what) "<draw:frame svg:width='5cm' " how ">" what "</draw:frame>"
#define IMAGE "<draw:image xlink:href='Pictures/a.gif'/>"

static void
test_pictures (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  OdtMaker *maker = make (
      P (FRAME ("draw:style-name='Crop'",
                IMAGE "<svg:title>short</svg:title><svg:desc>A tide mill</svg:desc>"))
          STYLED ("Mine", "Figure 1: the mill") P ("x " FRAME ("loext:decorative='true'", IMAGE))
              P (FRAME ("", "<draw:text-box>" STYLED (
                                "Caption", FRAME ("", IMAGE) "Figure 2: framed") "</"
                                                                                 "draw:text-"
                                                                                 "box>"))
                  P (FRAME ("", "<draw:text-box>" P ("In a box.") "</draw:text-box>")) P (
                      "<draw:a xlink:href='https://example.org/'>" FRAME ("", IMAGE) "</draw:a>"));
  g_autofree char *content = NULL;

  odt_maker_add_picture (maker, "a.gif");
  content = odt_read_content (maker, report);
  docx_assert_has (content, "alt=\"A tide mill\"");
  docx_assert_has (content, "width=\"189\"");
  docx_assert_has (content, "Figure 1: the mill</figcaption></figure>");
  docx_assert_has (content, "alt=\"\"");
  docx_assert_has (content, "Figure 2: framed</figcaption></figure>");
  docx_assert_has (content, "<aside class=\"box\"");
  docx_assert_has (content, "<a href=\"https://example.org/\"><img");
  g_assert_true (cog_report_has (report, "picture-cropped"));
}

#define OBJECT(name) FRAME ("", "<draw:object xlink:href='./" name "'/>")

static void
test_formulas (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  OdtMaker *maker = make (P ("Let " OBJECT ("Object 1") " be.") P (OBJECT ("Object 1"))
                              P (OBJECT ("Object 2")) P (OBJECT ("Object 3")));
  g_autofree char *content = NULL;

  odt_maker_add_object (maker, "Object 1",
                        "<math xmlns='http://www.w3.org/1998/Math/MathML' display='block'>"
                        "<semantics><msup><mi>x</mi><mn>2</mn></msup><annotation "
                        "encoding='StarMath 5.0'>x^2</annotation></semantics></math>");
  odt_maker_add_object (maker, "Object 2",
                        "<math:math $NS><math:semantics><math:mrow/><math:annotation "
                        "math:encoding='StarMath 5.0'>a over b</math:annotation></math:semantics>"
                        "</math:math>");
  odt_maker_add_object (maker, "Object 3",
                        "<office:document-content $NS><office:body><office:chart/></office:body>"
                        "</office:document-content>");
  content = odt_read_content (maker, report);
  docx_assert_has (content, "<msup><mi>x</mi><mn>2</mn></msup></math> be.");
  docx_assert_has (content, "display=\"block\"");
  docx_assert_has (content, "<code>a over b</code>");
  docx_assert_lacks (content, "x^2");
  g_assert_true (cog_report_has (report, "object-dropped"));
}

#define CHANGED                                                                                    \
  "<text:tracked-changes><text:changed-region text:id='i'><text:insertion/></text:changed-region>" \
  "<text:changed-region text:id='d'><text:deletion>" P ("old end")                                 \
      P ("old start") "</text:deletion></text:changed-region></text:tracked-changes>" P (          \
          "Here is <text:change-start text:change-id='i'/>new")                                    \
          P ("text<text:change-end text:change-id='i'/> and <text:change text:change-id='d'/>.")

static void
test_changes (void)
{
  g_autoptr (CogReport) accepted = cog_report_new ();
  g_autoptr (CogReport) rejected = cog_report_new ();
  g_autofree char *now = odt_read_content (make (CHANGED), accepted);
  const CogReadingOptions options = { COG_TRACKED_CHANGES_REJECT };
  g_autoptr (CogBook) before = odt_try_read (make (CHANGED), &options, rejected, NULL);
  g_autofree char *then = odt_dup_content (before);

  docx_assert_has (now, "Here is new</p>");
  docx_assert_has (now, ">text and .</p>");
  g_assert_true (cog_report_has (accepted, "changes-accepted"));
  docx_assert_has (then, "Here is and old end</p>");
  docx_assert_has (then, ">old start.</p>");
  g_assert_true (cog_report_has (rejected, "changes-rejected"));
}

static void
test_properties (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  OdtMaker *maker = make (P ("Text."));
  g_autoptr (CogBook) book = NULL;

  odt_maker_set_meta (maker, "<dc:title>Tides</dc:title><meta:initial-creator>Ada; Bo"
                             "</meta:initial-creator><dc:creator>Office</dc:creator>"
                             "<meta:keyword>sea</meta:keyword><meta:user-defined "
                             "meta:name='Licence'>CC BY-SA 4.0</meta:user-defined>");
  book = odt_try_read (maker, NULL, report, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cog_book_get_title (book), ==, "Tides");
  g_assert_cmpuint (book->credit->agents->len, ==, 2);
  g_assert_cmpuint (book->subjects->len, ==, 1);
  g_assert_nonnull (book->credit->licence);
  g_assert_cmpstr (book->language, ==, "en-GB");
}

static void
test_running_heads (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  OdtMaker *maker = make (P ("Text."));
  g_autoptr (CogBook) book = NULL;

  odt_maker_set_styles (maker, styles,
                        "<style:master-page style:name='M'><style:footer>" P (
                            "This work is licensed under CC BY 4.0.") "</style:footer>"
                                                                      "</style:master-page>");
  book = odt_try_read (maker, NULL, report, &error);
  g_assert_no_error (error);
  g_assert_nonnull (book->credit->licence);
  g_assert_true (cog_report_has (report, "running-heads"));
}

static void
test_flat (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = odt_maker_end_flat (make (H ("1", "Flat") P ("x " FRAME (
      "",
      "<draw:image><office:binary-data>R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAAC"
      "AkQBADs=</office:binary-data></draw:image>") " and " FRAME ("",
                                                                   "<draw:object><math:math><math:"
                                                                   "mi>y</math:mi></math:math></"
                                                                   "draw:object>"))));
  g_autoptr (CogBook) book = odt_try_read_bytes (bytes, NULL, report, &error);
  g_autofree char *content = NULL;

  g_assert_no_error (error);
  content = odt_dup_content (book);
  docx_assert_has (content, ">Flat</h1>");
  docx_assert_has (content, "<img src=\"media/picture-1.gif\"");
  docx_assert_has (content, "<mi>y</mi>");
}

/* A picture in Windows' form comes in as a drawing; LibreOffice's own is told, with what to do. */
static void
test_metafiles (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  GByteArray *wmf = wmf_maker_new (TRUE);
  g_autoptr (GBytes) lever = NULL;
  g_autofree char *base64 = NULL;
  g_autofree char *body = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;

  WMF_ADD (wmf, 0x041B, 20, 20, 1, 1);
  lever = wmf_maker_end (wmf);
  base64 = g_base64_encode (g_bytes_get_data (lever, NULL), g_bytes_get_size (lever));
  body = g_strdup_printf (
      P (FRAME ("", "<draw:image><office:binary-data>%s</office:binary-data></draw:image>"
                    "<svg:desc>A lever</svg:desc>"))
          P (FRAME ("", "<draw:image><office:binary-data>VkNMTVRGAQAxAAAAAQAAAAAAAAAAAAAA"
                        "</office:binary-data></draw:image>")),
      base64);
  bytes = odt_maker_end_flat (make (body));
  book = odt_try_read_bytes (bytes, NULL, report, &error);
  g_assert_no_error (error);
  content = odt_dup_content (book);
  docx_assert_has (content, "<img src=\"media/picture-1.svg\" alt=\"A lever\"");
  g_assert_true (cog_report_has (report, "picture-form"));
  g_assert_false (cog_report_has (report, "bad-picture"));
}

static void
test_refused (void)
{
  static const char *const types[] = { "application/vnd.oasis.opendocument.spreadsheet", "" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GError) error = NULL;
      OdtMaker *maker = make (P ("x"));

      odt_maker_set_type (maker, types[i]);
      g_assert_null (odt_try_read (maker, NULL, NULL, &error));
      g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-odt/sections", test_sections);
  g_test_add_func ("/reader-odt/inline", test_inline);
  g_test_add_func ("/reader-odt/languages", test_languages);
  g_test_add_func ("/reader-odt/lists", test_lists);
  g_test_add_func ("/reader-odt/table", test_table);
  g_test_add_func ("/reader-odt/table-styles", test_table_styles);
  g_test_add_func ("/reader-odt/repeated-cells", test_repeated_cells);
  g_test_add_func ("/reader-odt/notes-and-references", test_notes_and_references);
  g_test_add_func ("/reader-odt/fields", test_fields);
  g_test_add_func ("/reader-odt/pictures", test_pictures);
  g_test_add_func ("/reader-odt/formulas", test_formulas);
  g_test_add_func ("/reader-odt/changes", test_changes);
  g_test_add_func ("/reader-odt/properties", test_properties);
  g_test_add_func ("/reader-odt/running-heads", test_running_heads);
  g_test_add_func ("/reader-odt/flat", test_flat);
  g_test_add_func ("/reader-odt/metafiles", test_metafiles);
  g_test_add_func ("/reader-odt/refused", test_refused);
  return g_test_run ();
}
