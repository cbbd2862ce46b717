/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-html.h"
#include "cog-course-page.h"
#include "cog-qti.h"
#include "cog-vcard.h"
#include "docx-reading.h"

#include <string.h>

/* Tests in QTI become exercises. */

static char *
write_questions (const char *xml, guint expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (xmlDoc) document = cog_xml_parse (bytes, "t.xml", NULL, &error);
  g_autoptr (CogContainer) container = cog_container_new_for_neighbours ("t.xml", 0);
  g_autoptr (xmlDoc) page = NULL;
  xmlNode *body;
  xmlChar *text = NULL;
  int length;
  g_auto (GStrv) pieces = NULL;

  g_assert_no_error (error);
  page = cog_course_page_new (&body);
  g_assert_cmpuint (
      cog_qti_write (xmlDocGetRootElement (document), "t.xml", container, NULL, body, 2), ==,
      expected);
  xmlDocDumpMemory (page, &text, &length);
  /* The parser of HTML declares it anew on each piece. */
  pieces = g_strsplit ((const char *)text, " xmlns=\"http://www.w3.org/1999/xhtml\"", -1);
  xmlFree (text);
  return g_strjoinv ("", pieces);
}

#define QTI1(item)                                                                                 \
  "<questestinterop><assessment title='Test'><section>" item                                       \
  "</section></assessment></questestinterop>"
#define LABEL(id, text)                                                                            \
  "<response_label ident='" id "'><material><mattext texttype='text/plain'>" text                  \
  "</mattext></material></response_label>"
#define RIGHT(condition)                                                                           \
  "<respcondition><conditionvar>" condition "</conditionvar><setvar action='Set' "                 \
  "varname='SCORE'>100</setvar></respcondition>"

static void
test_choice (void)
{
  g_autofree char *text = write_questions (
      QTI1 (
          "<item ident='1'><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile"
          "</fieldlabel><fieldentry>cc.multiple_choice.v0p1</fieldentry></qtimetadatafield>"
          "</qtimetadata></itemmetadata><presentation><material><mattext texttype='text/html'>"
          "&lt;p&gt;What &lt;b&gt;pulls&lt;/b&gt;?&lt;/p&gt;</mattext></material><response_lid "
          "ident='r' rcardinality='Single'><render_choice>" LABEL ("a", "The Sun &amp; more")
              LABEL (
                  "b",
                  "The Moon") "</render_choice></response_lid></presentation>"
                              "<resprocessing>" RIGHT (
                                  "<varequal respident='r'>b</varequal>") "<respcondition><"
                                                                          "conditionvar><varequal "
                                                                          "respident='r'>a</"
                                                                          "varequal></conditionvar>"
                                                                          "<displayfeedback "
                                                                          "linkrefid='a_fb'/></"
                                                                          "respcondition><"
                                                                          "respcondition><"
                                                                          "conditionvar><other/>"
                                                                          "</"
                                                                          "conditionvar><"
                                                                          "displayfeedback "
                                                                          "linkrefid='general_fb'/"
                                                                          "></respcondition></"
                                                                          "resprocessing>"
                                                                          "<itemfeedback "
                                                                          "ident='a_fb'><flow_mat><"
                                                                          "material><mattext>Too "
                                                                          "far.</mattext></"
                                                                          "material>"
                                                                          "</flow_mat></"
                                                                          "itemfeedback><"
                                                                          "itemfeedback "
                                                                          "ident='general_fb'><"
                                                                          "flow_mat><material><"
                                                                          "mattext>"
                                                                          "See chapter "
                                                                          "2.</mattext></"
                                                                          "material></flow_mat></"
                                                                          "itemfeedback></item>"),
      1);

  docx_assert_has (text, "epub:type=\"practice multiple-choice-problem\"");
  docx_assert_has (text, "<b>pulls</b>");
  docx_assert_has (text, "<ol type=\"a\"><li><p>The Sun &amp; more</p></li>");
  docx_assert_has (text, "epub:type=\"answer\"><ul><li><p>The Moon</p></li></ul>");
  docx_assert_has (text, "<dd><p>Too far.</p></dd>");
  docx_assert_has (text, "<aside class=\"commentary\"><p>See chapter 2.</p></aside>");
}

static void
test_multiple (void)
{
  g_autofree char *text = write_questions (
      QTI1 (
          "<item><presentation><material><mattext>Which?</mattext></material><response_lid "
          "ident='r' rcardinality='Multiple'><render_choice>" LABEL ("a", "One") LABEL ("b", "Two")
              LABEL ("c", "Three") "</render_choice></response_lid></"
                                   "presentation><resprocessing>" RIGHT (
                                       "<and><varequal respident='r'>a</varequal><not><varequal "
                                       "respident='r'>b</varequal>"
                                       "</not><varequal respident='r'>c</varequal></and>") "</"
                                                                                           "resproc"
                                                                                           "essing>"
                                                                                           "</"
                                                                                           "item>"),
      1);

  docx_assert_has (text, "epub:type=\"answer\"><ul><li><p>One</p></li><li><p>Three</p></li></ul>");
}

static void
test_others (void)
{
  g_autofree char *blank = write_questions (
      QTI1 ("<item><presentation><material><mattext>2 + 2 = ?</mattext></material><response_str "
            "ident='r'><render_fib/></response_str></presentation><resprocessing>" RIGHT (
                "<varequal respident='r'>4</varequal>") "</resprocessing></item>"),
      1);
  g_autofree char *open = write_questions (
      QTI1 ("<item><presentation><material><mattext>Why?</mattext></material><response_str "
            "ident='r'><render_fib/></response_str></presentation></item>"),
      1);
  g_autofree char *match = write_questions (
      QTI1 (
          "<item><presentation><material><mattext>Match.</mattext></material><response_lid "
          "ident='x'><material><mattext>Earth</mattext></material><render_choice>" LABEL ("1",
                                                                                          "Planet")
              LABEL (
                  "2",
                  "Star") "</render_choice></response_lid><response_lid "
                          "ident='y'><material><mattext>Sirius</mattext></"
                          "material><render_choice>" LABEL ("1", "Planet") LABEL (
                              "2",
                              "Star") "</render_choice></response_lid></presentation>"
                                      "<resprocessing>" RIGHT (
                                          "<varequal respident='x'>1</varequal>")
                                          RIGHT (
                                              "<varequal respident='y'>2</varequal>") "</"
                                                                                      "resprocessin"
                                                                                      "g></item>"),
      1);

  docx_assert_has (blank, "fill-in-the-blank-problem");
  docx_assert_has (blank, "<ul><li><p>4</p></li></ul>");
  docx_assert_has (open, "open-problem");
  docx_assert_lacks (open, "answer");
  docx_assert_has (match, "match-problem");
  docx_assert_has (match, "<td><p>Sirius</p></td><td><p>Star</p></td>");
}

#define QTI2 "<assessmentItem xmlns='http://www.imsglobal.org/xsd/imsqti_v2p1'>"

static void
test_second (void)
{
  g_autofree char *choice = write_questions (
      QTI2
      "<responseDeclaration identifier='R'><correctResponse><value>B</value></correctResponse>"
      "</responseDeclaration><itemBody><p>Look.</p><choiceInteraction responseIdentifier='R'>"
      "<prompt>Which <em>one</em>?</prompt><simpleChoice identifier='A'>Near<feedbackInline "
      "identifier='A'>No.</feedbackInline></simpleChoice><simpleChoice identifier='B'>Far"
      "</simpleChoice></choiceInteraction></itemBody><modalFeedback><p>Well.</p></modalFeedback>"
      "</assessmentItem>",
      1);
  g_autofree char *entry = write_questions (
      QTI2
      "<responseDeclaration identifier='R'><correctResponse><value>York</value>"
      "</correctResponse><mapping><mapEntry mapKey='york' mappedValue='0.5'/></mapping>"
      "</responseDeclaration><itemBody><p>Son of <textEntryInteraction responseIdentifier='R'/>!"
      "</p></itemBody></assessmentItem>",
      1);
  g_autofree char *third = write_questions (
      "<qti-assessment-item><qti-response-declaration identifier='R'><qti-correct-response>"
      "<qti-value>x y</qti-value></qti-correct-response></qti-response-declaration><qti-item-body>"
      "<qti-match-interaction response-identifier='R'><qti-prompt>Join.</qti-prompt>"
      "<qti-simple-match-set><qti-simple-associable-choice identifier='x'>Left"
      "</qti-simple-associable-choice></qti-simple-match-set><qti-simple-match-set>"
      "<qti-simple-associable-choice identifier='y'>Right</qti-simple-associable-choice>"
      "</qti-simple-match-set></qti-match-interaction></qti-item-body></qti-assessment-item>",
      1);

  docx_assert_has (choice, "Which <em>one</em>?");
  docx_assert_has (choice, "<li>Near</li>");
  docx_assert_has (choice, "epub:type=\"answer\"><ul><li>Far</li></ul>");
  docx_assert_has (choice, "<dd>No.</dd>");
  docx_assert_has (choice, "<p>Well.</p>");
  docx_assert_has (entry, "Son of ______!");
  docx_assert_has (entry, "<p>York</p></li><li><p>york</p>");
  docx_assert_has (third, "<td>Left</td><td>Right</td>");
}

static void
assert_card (const char *text, const char *expected)
{
  g_autofree char *name = cog_vcard_dup_name (text);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_cards (void)
{
  assert_card ("BEGIN:VCARD\r\nVERSION:3.0\r\nFN;CHARSET=UTF-8:Ana de la Cruz\r\nEND:VCARD",
               "Ana de la Cruz");
  assert_card ("BEGIN:vCard FN:Ana López N:López;Ana ORG:School END:vCard", "Ana López");
  assert_card ("BEGIN:VCARD\nN:Ito;Ben;K.;Dr.;\nEND:VCARD", "Dr. Ben K. Ito");
  assert_card ("BEGIN:VCARD\nFN:\nORG:Open School\\, Leeds\nEND:VCARD", "Open School, Leeds");
  assert_card (" Just a name ", "Just a name");
  assert_card ("BEGIN:VCARD\nEND:VCARD", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-tests/choice", test_choice);
  g_test_add_func ("/reader-tests/multiple", test_multiple);
  g_test_add_func ("/reader-tests/others", test_others);
  g_test_add_func ("/reader-tests/second", test_second);
  g_test_add_func ("/reader-tests/cards", test_cards);
  return g_test_run ();
}
