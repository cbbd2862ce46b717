/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "made-reading.h"

#include <string.h>

/* JSON with ' for " in what is written here. */
#define HEAD(library, more)                                                                        \
  "{'title':'Tides &amp; seas','language':'en','mainLibrary':'" library "'," more                  \
  "'license':'CC BY-SA','licenseVersion':'4.0','authors':[{'name':'Ana Neves','role':'Author'},"   \
  "{'name':'Ed Itor','role':'Editor'}]}"
#define SUB(library, params) "{'library':'" library " 1.2','params':{" params "}}"
#define IN(library, params) "{'content':" SUB (library, params) "}"
#define TEXT(html) SUB ("H5P.AdvancedText", "'text':'" html "'")

/* clang-format off: what stands in each other on lines of its own */
static const char words[] = "{'content':[{'content':" TEXT ("<p>Words</p>") "}]}";

static const char credits[] = "{'content':[" IN (
    "H5P.Image",
    "'alt':'A moon','file':{'path':'images/moon.svg#tmp','mime':'image/svg+xml',"
    "'copyright':{'license':'CC BY','version':'2.0','author':'Luna'}}") ","
                                                                        "{'content':{'library':'"
                                                                        "H5P.Text "
                                                                        "1.1','params':{'text':'<p>"
                                                                        "By another</p>'},"
                                                                        "'metadata':{'license':'C',"
                                                                        "'authors':[{'name':'Bo'}]}"
                                                                        "}},"
                                                                        "{'content':{'library':'"
                                                                        "H5P.Text "
                                                                        "1.1','params':{'text':'<p>"
                                                                        "Of the book</p>'},"
                                                                        "'metadata':{'license':'U',"
                                                                        "'title':'Untitled "
                                                                        "Text'}}}]}";

static const char choices[] =
    "{'content':[" IN ("H5P.MultiChoice",
                       "'question':'<p>Why "
                       "\\\\(x^2\\\\)?</p></"
                       "section>','answers':[{'text':'Fish'},"
                       "{'text':'<div>Moon</"
                       "div>','correct':true}],'UI':{'tip':'<p>Show</"
                       "p>'}") "," IN ("H5P.TrueFalse",
                                       "'question':'Cheese?','correct':'"
                                       "false',"
                                       "'l10n':{'trueText':'Yes','"
                                       "falseText':'No'}") "," IN ("H5P."
                                                                   "Singl"
                                                                   "eChoi"
                                                                   "ceSe"
                                                                   "t",
                                                                   "'choi"
                                                                   "ces':"
                                                                   "[{'"
                                                                   "quest"
                                                                   "ion':"
                                                                   "'Whic"
                                                                   "h?','"
                                                                   "answe"
                                                                   "rs':["
                                                                   "'Zebr"
                                                                   "a','"
                                                                   "Ant']"
                                                                   "}]") "]}";

static const char gaps[] = "{'content':[" IN ("H5P.Blanks",
                                              "'text':'Fill.',"
                                              "'questions':['<p>Comes *twice/2 times:How often?* a "
                                              "day.</p>']") "," IN ("H5P.DragText",
                                                                    "'textField':'The "
                                                                    "*sea* and\\nthe "
                                                                    "*moon\\\\+Well "
                                                                    "done*.',"
                                                                    "'distractors':'*sun*"
                                                                    "'") "," IN ("H5P."
                                                                                 "MarkThe"
                                                                                 "Words",
                                                                                 "'textFi"
                                                                                 "eld':'"
                                                                                 "A "
                                                                                 "*wave* "
                                                                                 "comes'") "]}";

static const char slides[] =
    "{'presentation':{'slides':[{'keywords':[{'main':'Start'}],'elements':["
    "{'x':50,'y':52,'action':" TEXT (
        "<p>right</p>") "},"
                        "{'x':5,'y':50,'action':" TEXT (
                            "<p>left</p>") "},"
                                           "{'x':5,'y':5,'action':" TEXT (
                                               "<h2>Top</h2>") "}]},"
                                                               "{'elements':[{'action':" TEXT (
                                                                   "<p>more</p>") ",'solution':'<p>"
                                                                                  "comment</"
                                                                                  "p>'}]}]}}";

static const char others[] =
    "{'content':[" IN ("H5P.Accordion", "'panels':[{'title':'One','content':" TEXT ("<p>Panel</p>") "}]") "," IN (
        "H5P.Dialogcards",
        "'dialogs':[{'text':'Sea','answer':'Mar','imageAltText':'m',"
        "'image':{'path':'images/moon.svg'}}]") "," IN ("H5P.Timeline",
                                                        "'timeline':{'headline':'Seas','date':[{'"
                                                        "startDate':'1969,7',"
                                                        "'headline':'Landing','text':'<p>There.</"
                                                        "p>'}]}") "," IN ("H5P.GameMap",
                                                                          "'stages':[{'contents':"
                                                                          "[" TEXT (
                                                                              "<p>Inside</p>") "]}"
                                                                                               "]") "," IN ("H5P.ArithmeticQuiz",
                                                                                                            "'quizType':'addition'") "]}";
/* clang-format on */

static const char picture[] =
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0'/></svg>";

static char *
dup_json (const char *text)
{
  char *copy = g_strdup (text);

  return g_strdelimit (copy, "'", '"');
}

static CogBook *
read_package (const char *head, const char *content, CogReport *report)
{
  g_autofree char *package = dup_json (head);
  g_autofree char *json = dup_json (content);
  g_autoptr (GBytes) bytes = made_zip ("h5p.json", package, "content/content.json", json,
                                       "content/images/moon.svg", picture, NULL);

  return made_read (bytes, "h5p", report);
}

static char *
read_column (const char *content, CogReport *report)
{
  g_autoptr (CogBook) book = read_package (HEAD ("H5P.Column", ""), content, report);

  return made_dup_content (book);
}

static void
test_metadata (void)
{
  static const char head[] = HEAD (
      "H5P.Column", "'licenseExtras':'Ask first.','yearFrom':2019,'source':"
                    "'https://example.org/t','changes':[{'author':'Ana','log':'Translated'}],");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = read_package (head, words, report);

  g_assert_cmpstr (book->credit->title, ==, "Tides & seas");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpuint (book->credit->agents->len, ==, 2);
  g_assert_cmpint (((CogAgent *)g_ptr_array_index (book->credit->agents, 1))->role, ==,
                   COG_ROLE_EDITOR);
  g_assert_cmpstr (book->credit->changes, ==, "Translated (Ana)");
  g_assert_cmpstr (book->credit->year, ==, "2019");
  g_assert_cmpstr (book->credit->source_url, ==, "https://example.org/t");
  g_assert_cmpuint (book->credit->notices->len, ==, 1);
  g_assert_true (cog_report_has (report, "h5p-terms"));
}

/* The file's own copyright, and that of the content around another. */
static void
test_credits (void)
{
  g_autoptr (CogBook) book = read_package (HEAD ("H5P.Column", ""), credits, NULL);
  g_autofree char *content = made_dup_content (book);
  const CogCredit *first = g_ptr_array_index (book->credits, 0);
  const CogCredit *second = g_ptr_array_index (book->credits, 1);

  made_assert_has (content, "alt=\"A moon\"");
  g_assert_cmpuint (book->credits->len, ==, 2);
  g_assert_cmpstr (first->licence, ==, "CC-BY-2.0");
  g_assert_cmpstr (((CogAgent *)g_ptr_array_index (first->agents, 0))->name, ==, "Luna");
  g_assert_cmpstr (second->licence, ==, "LicenseRef-AllRightsReserved");
  made_assert_has (content, second->item);
}

static void
test_choices (void)
{
  g_autofree char *content = read_column (choices, NULL);

  made_assert_has (content, "epub:type=\"question\" class=\"problem\"");
  made_assert_has (content, "<math");
  made_assert_lacks (content, "Show");
  made_assert_has (content, "class=\"solution\"");
  g_assert_true (g_regex_match_simple ("<li value=\"2\"[^>]*>(<p[^>]*>)?Moon", content, 0, 0));
  g_assert_true (g_regex_match_simple ("<li value=\"2\"[^>]*>No</li>", content, 0, 0));
  /* Mixed, since the first is always the right one in the file. */
  g_assert_true (
      g_regex_match_simple ("Ant.*Zebra.*<li value=\"2\"[^>]*>Zebra", content, G_REGEX_DOTALL, 0));
}

static void
test_gaps (void)
{
  g_autofree char *content = read_column (gaps, NULL);

  made_assert_has (content, "Comes ________ (How often?) a day.");
  made_assert_has (content, ">twice / 2 times<");
  made_assert_has (content, "The (1) ________ and");
  made_assert_has (content, "the (2) ________.");
  made_assert_has (content, ">sun<");
  made_assert_lacks (content, "Well done");
  made_assert_has (content, ">A wave comes<");
  made_assert_has (content, ">wave<");
}

static void
test_slides (void)
{
  g_autoptr (CogBook) book = read_package (HEAD ("H5P.CoursePresentation", ""), slides, NULL);
  g_autofree char *content = made_dup_content (book);
  static const char order[] = "\\[Start\\].*Top.*left.*right.*\\[Slide 2\\].*more.*comment";

  g_assert_cmpuint (book->sections->len, ==, 2);
  g_assert_true (g_regex_match_simple (order, content, G_REGEX_DOTALL, 0));
}

static void
test_others (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autofree char *content = read_column (others, report);

  made_assert_has (content, "One</h");
  made_assert_has (content, "Panel");
  g_assert_true (g_regex_match_simple ("problem.*Sea.*solution.*Mar", content, G_REGEX_DOTALL, 0));
  made_assert_has (content, "1969-7");
  made_assert_has (content, "Inside");
  g_assert_true (cog_report_has (report, "h5p-unknown"));
  g_assert_true (cog_report_has (report, "h5p-left-out"));
}

static void
test_damaged (void)
{
  GString *deep = g_string_new (NULL);
  g_autoptr (GBytes) broken =
      made_zip ("h5p.json", "{\"title\":", "content/content.json", "{}", NULL);
  g_autoptr (GBytes) list = made_zip ("h5p.json", "[]", "content/content.json", "[1]", NULL);
  g_autoptr (GBytes) nested = NULL;

  made_assert_refused (broken, "h5p");
  made_assert_refused (list, "h5p");
  for (guint i = 0; i < 3000; i++)
    g_string_append (deep, "{\"a\":");
  nested = made_zip ("h5p.json", "{}", "content/content.json", deep->str, NULL);
  made_assert_refused (nested, "h5p");
  g_string_free (deep, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-h5p/metadata", test_metadata);
  g_test_add_func ("/reader-h5p/credits", test_credits);
  g_test_add_func ("/reader-h5p/choices", test_choices);
  g_test_add_func ("/reader-h5p/gaps", test_gaps);
  g_test_add_func ("/reader-h5p/slides", test_slides);
  g_test_add_func ("/reader-h5p/others", test_others);
  g_test_add_func ("/reader-h5p/damaged", test_damaged);
  return g_test_run ();
}
