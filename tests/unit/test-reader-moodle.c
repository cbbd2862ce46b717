/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "docx-reading.h"
#include "package-maker.h"

#include <string.h>

#define ROW(id, kind)                                                                              \
  "<activity><moduleid>" id "</moduleid><sectionid>1</sectionid><modulename>" kind                 \
  "</modulename><title>x</title><directory>activities/" kind "_" id "</directory></activity>"
#define SECTION(id)                                                                                \
  "<section><sectionid>" id "</sectionid><title>x</title><directory>sections/section_" id          \
  "</directory></section>"
#define HASH "0123456789abcdef0123456789abcdef01234567"

static void
add_activity (PackageMaker *maker, const char *id, const char *kind, const char *xml)
{
  g_autofree char *name = g_strdup_printf ("activities/%s_%s/%s.xml", kind, id, kind);
  g_autofree char *text = g_strdup_printf ("<activity id='1' moduleid='%s' modulename='%s' "
                                           "contextid='3%s'><%s id='1'>%s</%s></activity>",
                                           id, kind, id, kind, xml, kind);

  package_maker_add (maker, name, text);
}

static PackageMaker *
begin (const char *rows, const char *sections)
{
  PackageMaker *maker = package_maker_new ();
  g_autofree char *list = g_strdup_printf (
      "<moodle_backup><information><original_course_fullname>Water &amp; ice"
      "</original_course_fullname><contents><activities>%s</activities><sections>%s</sections>"
      "</contents></information></moodle_backup>",
      rows, sections);

  package_maker_add (maker, ".ARCHIVE_INDEX", "Moodle archive file index. Count: 9\n");
  package_maker_add (maker, "moodle_backup.xml", list);
  package_maker_add (
      maker, "course/course.xml",
      "<course id='2' contextid='20'><fullname>x</fullname><lang>en_gb</lang></course>");
  package_maker_add (maker, "users.xml",
                     "<users><user><email>learner@example.org</email></user></users>");
  return maker;
}

static void
test_course (gconstpointer as_tar)
{
  PackageMaker *maker = begin (ROW ("1", "page") ROW ("2", "label") ROW ("3", "url")
                                   ROW ("4", "forum") ROW ("5", "page") ROW ("6", "resource"),
                               SECTION ("1") SECTION ("2"));
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;
  const CogCredit *credit;
  const CogSection *week;

  package_maker_add (maker, "sections/section_1/section.xml",
                     "<section id='1'><number>0</number><name>$@NULL@$</name><summary></summary>"
                     "<sequence>4</sequence><visible>1</visible></section>");
  package_maker_add (
      maker, "sections/section_2/section.xml",
      "<section id='2'><number>1</number><name>First week</name><summary>&lt;p&gt;We "
      "begin.&lt;/p&gt;</summary><sequence>3,1,2,5,6</sequence><visible>1</visible>"
      "</section>");
  add_activity (
      maker, "1", "page",
      "<name>Rivers</name><intro>$@NULL@$</intro><content>&lt;h3&gt;Where&lt;/h3&gt;&lt;p&gt;"
      "Down &lt;img src=\"@@PLUGINFILE@@/maps/a%20b.gif\" alt=\"A map\"&gt; "
      "&lt;a href=\"$@URLVIEWBYID*3@$\"&gt;film&lt;/a&gt; "
      "&lt;a href=\"$@USERVIEW*9*2@$\"&gt;her&lt;/a&gt;&lt;/p&gt;</content>"
      "<contentformat>1</contentformat>");
  add_activity (maker, "2", "label",
                "<name>Mind the…</name><intro>&lt;p&gt;Mind the flood.&lt;/p&gt;"
                "</intro><introformat>1</introformat>");
  add_activity (maker, "3", "url",
                "<name>Film</name><externalurl>https://example.org/f</externalurl>");
  add_activity (maker, "4", "forum",
                "<name>Questions</name><intro>&lt;p&gt;Ask here.&lt;/p&gt;</intro>"
                "<discussions><discussion><name>PRIVATE</name></discussion>"
                "</discussions>");
  add_activity (maker, "5", "page",
                "<name>Draft</name><content>&lt;p&gt;NOT YET&lt;/p&gt;</content>");
  add_activity (maker, "6", "resource", "<name>Handout</name><intro></intro>");
  package_maker_add (maker, "activities/page_5/module.xml",
                     "<module><visible>0</visible></module>");
  package_maker_add (
      maker, "files.xml",
      "<files><file id='1'><contenthash>" HASH "</contenthash><contextid>31</contextid><component>"
      "mod_page</component><filearea>content</filearea><itemid>0</itemid><filepath>/maps/</"
      "filepath>"
      "<filename>a b.gif</filename><author>Amina "
      "Okri</author><license>cc-nc-sa-4.0</license></file>"
      "<file id='2'><contenthash>" HASH "</contenthash><contextid>36</contextid><component>"
      "mod_resource</component><filearea>content</filearea><itemid>0</itemid><filepath>/</filepath>"
      "<filename>map.gif</filename><author>$@NULL@$</author><license>unknown</license></file></"
      "files>");
  package_maker_add_picture (maker, "files/01/" HASH);
  book = package_read (as_tar ? package_maker_end_tar (maker) : package_maker_end (maker), "moodle",
                       report);
  content = package_dup_content (book);
  g_assert_cmpstr (book->credit->title, ==, "Water & ice");
  g_assert_cmpstr (book->language, ==, "en-GB");
  g_assert_cmpuint (book->sections->len, ==, 2);
  week = g_ptr_array_index (book->sections, 1);
  g_assert_cmpstr (week->title, ==, "First week");
  g_assert_cmpuint (week->children->len, ==, 4);
  docx_assert_has (content, "We begin.");
  docx_assert_has (content, ">Rivers</h1>");
  docx_assert_has (content, ">Where</h2>");
  docx_assert_has (content, "alt=\"A map\"");
  docx_assert_has (content, "<a href=\"#page-3\">film</a> her");
  docx_assert_has (content, "Mind the flood.");
  docx_assert_has (content, "Ask here.");
  docx_assert_lacks (content, "PRIVATE");
  docx_assert_lacks (content, "NOT YET");
  docx_assert_lacks (content, "learner@");
  docx_assert_lacks (content, "@@");
  g_assert_cmpuint (book->credits->len, ==, 2);
  credit = g_ptr_array_index (book->credits, 0);
  g_assert_cmpstr (credit->licence, ==, "CC-BY-NC-SA-4.0");
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (credit->agents, 0))->name, ==, "Amina Okri");
  g_assert_true (cog_report_has (report, "course-hidden"));
  g_assert_true (cog_report_has (report, "course-people"));
  g_assert_true (cog_report_has (report, "course-activity"));
}

static void
test_book (void)
{
  PackageMaker *maker = begin (ROW ("1", "book") ROW ("2", "glossary"), "");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;
  const CogSection *first, *chapter;

  add_activity (maker, "1", "book",
                "<name>Ice</name><intro>&lt;p&gt;On ice.&lt;/p&gt;</intro><chapters>"
                "<chapter id='8'><pagenum>2</pagenum><subchapter>1</subchapter><title>Snow</title>"
                "<content>See [ice](x).\n\n* "
                "*one*</content><contentformat>4</contentformat><hidden>0</hidden>"
                "</chapter>"
                "<chapter id='7'><pagenum>1</pagenum><subchapter>0</subchapter><title>Cold</title>"
                "<content>&lt;p&gt;Go &lt;a "
                "href=\"$@BOOKVIEWBYIDCH*1*8@$\"&gt;on&lt;/a&gt;.&lt;/p&gt;</content>"
                "<contentformat>1</contentformat><hidden>0</hidden></chapter>"
                "<chapter id='9'><pagenum>3</pagenum><subchapter>0</subchapter><title>Later</title>"
                "<content>SECRET</content><hidden>1</hidden></chapter></chapters>");
  add_activity (
      maker, "2", "glossary",
      "<name>Words</name><intro></intro><entries><entry id='1'><concept>floe</concept>"
      "<definition>&lt;p&gt;Ice that floats.&lt;/p&gt;</definition><definitionformat>1"
      "</definitionformat><approved>1</approved></entry><entry id='2'><concept>DRAFT</concept>"
      "<definition>x</definition><approved>0</approved></entry></entries>");
  book = package_read (package_maker_end (maker), "moodle", report);
  content = package_dup_content (book);
  first = g_ptr_array_index (book->sections, 0);
  g_assert_cmpstr (first->title, ==, "Ice");
  g_assert_cmpuint (first->children->len, ==, 1);
  chapter = g_ptr_array_index (first->children, 0);
  g_assert_cmpstr (chapter->title, ==, "Cold");
  g_assert_cmpuint (chapter->children->len, ==, 1);
  docx_assert_has (content, "<a href=\"#page-3\">on</a>");
  docx_assert_has (content, "<em>one</em>");
  docx_assert_has (content, ">floe</dt>");
  docx_assert_has (content, "Ice that floats.");
  docx_assert_lacks (content, "SECRET");
  docx_assert_lacks (content, "DRAFT");
}

#define QUESTION(id, type, text, plugin)                                                           \
  "<question id='" id "'><name>q</name><questiontext>" text "</questiontext><questiontextformat>1" \
  "</questiontextformat><generalfeedback>&lt;p&gt;General " id "&lt;/p&gt;</generalfeedback>"      \
  "<generalfeedbackformat>1</generalfeedbackformat><qtype>" type "</qtype><plugin_qtype_" type     \
  "_question>" plugin "</plugin_qtype_" type "_question></question>"
#define ANSWER(id, text, share, feedback)                                                          \
  "<answer id='" id "'><answertext>" text                                                          \
  "</answertext><answerformat>1</answerformat><fraction>" share "</fraction><feedback>" feedback   \
  "</feedback><feedbackformat>1</feedbackformat></answer>"
#define SLOT(slot, id)                                                                             \
  "<question_instance id='1'><slot>" slot "</slot><questionid>" id "</questionid>"                 \
  "</question_instance>"

static void
test_quiz (void)
{
  PackageMaker *maker = begin (ROW ("1", "quiz"), "");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;

  add_activity (
      maker, "1", "quiz",
      "<name>Test one</name><intro></intro><question_instances>" SLOT ("2", "12") SLOT ("1", "11")
          SLOT ("3", "13") SLOT ("4", "14") SLOT ("5", "15") SLOT ("6", "16") SLOT ("7", "17")
              SLOT ("8", "18") "<question_instance id='9'><slot>9</slot><question_reference id='1'>"
                               "<questionbankentryid>77</questionbankentryid></"
                               "question_reference></question_instance>"
                               "</question_instances>");
  package_maker_add (
      maker, "questions.xml",
      "<question_categories><question_category "
      "id='1'><contextid>20</contextid><questions>" QUESTION (
          "11", "multichoice", "&lt;p&gt;Which is <![CDATA[<b>wet</b>]]>?&lt;/p&gt;",
          "<answers>" ANSWER ("1", "Rain", "0.5000000", "") ANSWER ("2", "Snow", "0.5000000", "")
              ANSWER ("3", "Sand", "-1.0000000", "&lt;p&gt;Dry.&lt;/p&gt;") "</answers>")
          QUESTION ("12", "truefalse", "Ice floats.",
                    "<answers>" ANSWER ("4", "True", "1", "")
                        ANSWER ("5", "False", "0",
                                "") "</answers>") QUESTION ("13", "shortanswer", "Frozen water?",
                                                            "<answers>" ANSWER ("6", "ice", "1", "")
                                                                ANSWER ("7", "*", "0",
                                                                        "Look again.") "</answers>")
              QUESTION (
                  "14", "numerical", "Boils at?",
                  "<answers>" ANSWER (
                      "8", "100", "1",
                      "") "</answers><numerical_records>"
                          "<numerical_record id='1'><answer>8</answer><tolerance>0.5</tolerance>"
                          "</numerical_record></numerical_records>")
                  QUESTION ("15", "match", "Join.",
                            "<matches><match "
                            "id='1'><questiontext>Ice</questiontext><answertext>solid</answertext>"
                            "</match><match "
                            "id='2'><questiontext></questiontext><answertext>plasma</answertext>"
                            "</match></matches>")
                      QUESTION ("16", "essay", "Why?",
                                "<essay id='1'><graderinfo>Salt.</graderinfo></essay>")
                          QUESTION ("17", "description", "Read on.", "") QUESTION (
                              "18", "random", "0",
                              "") "</questions></question_category><question_category "
                                  "id='2'><contextid>20</contextid>"
                                  "<question_bank_entries><question_bank_entry "
                                  "id='77'><question_version><question_versions id='1'>"
                                  "<questions>" QUESTION (
                                      "21", "multianswer", "A {#1} of water.",
                                      "<multianswer "
                                      "id='1'><question>21</question><sequence>22</sequence>"
                                      "</multianswer>") "</questions></question_versions></"
                                                        "question_version></question_bank_entry></"
                                                        "question_bank_entries>"
                                                        "<questions>" QUESTION (
                                                            "22", "shortanswer", "x",
                                                            "<answers>" ANSWER (
                                                                "30", "drop", "1",
                                                                "") "</answers>") "</questions></"
                                                                                  "question_"
                                                                                  "category></"
                                                                                  "question_"
                                                                                  "categories>");
  book = package_read (package_maker_end (maker), "moodle", report);
  content = package_dup_content (book);
  docx_assert_has (content, "<b>wet</b>");
  docx_assert_has (content, "Rain (50 %)");
  docx_assert_has (content, "Dry.");
  docx_assert_has (content, "General 11");
  docx_assert_has (content, "true-false-problem");
  docx_assert_has (content, ">ice<");
  docx_assert_has (content, "Look again.");
  docx_assert_has (content, "100 ± 0.5");
  docx_assert_has (content, "plasma");
  docx_assert_has (content, ">solid<");
  docx_assert_has (content, "Salt.");
  docx_assert_has (content, "Read on.");
  docx_assert_has (content, "A ______ of water.");
  docx_assert_has (content, ">drop<");
  g_assert_true (strstr (content, "wet") < strstr (content, "Ice floats."));
  g_assert_true (cog_report_has (report, "course-random-question"));
}

static void
test_lesson (void)
{
  PackageMaker *maker = begin (ROW ("1", "lesson"), "");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;

  add_activity (
      maker, "1", "lesson",
      "<name>Steps</name><pages><page "
      "id='6'><prevpageid>5</prevpageid><qtype>3</qtype><title>Ask</title>"
      "<contents>&lt;p&gt;Is it "
      "cold?&lt;/p&gt;</contents><contentsformat>1</contentsformat><answers>"
      "<answer "
      "id='1'><jumpto>-1</jumpto><score>1</score><answer_text>Yes</answer_text><response>Right."
      "</response></answer><answer "
      "id='2'><jumpto>0</jumpto><score>0</score><answer_text>No</answer_text>"
      "<response></response></answer></answers></page>"
      "<page "
      "id='5'><prevpageid>0</prevpageid><qtype>20</qtype><title>Read</title><contents>&lt;p&gt;It "
      "is.&lt;/p&gt;</contents><contentsformat>1</contentsformat><answers><answer "
      "id='3'><answer_text>"
      "NEXT</answer_text></answer></answers></page></pages>");
  book = package_read (package_maker_end (maker), "moodle", report);
  content = package_dup_content (book);
  g_assert_true (strstr (content, "It is.") < strstr (content, "Is it cold?"));
  docx_assert_has (content, "multiple-choice-problem");
  docx_assert_has (content, "Right.");
  docx_assert_lacks (content, "NEXT");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/reader-moodle/zip", GINT_TO_POINTER (FALSE), test_course);
  g_test_add_data_func ("/reader-moodle/tar", GINT_TO_POINTER (TRUE), test_course);
  g_test_add_func ("/reader-moodle/book", test_book);
  g_test_add_func ("/reader-moodle/quiz", test_quiz);
  g_test_add_func ("/reader-moodle/lesson", test_lesson);
  return g_test_run ();
}
