/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "docx-reading.h"
#include "package-maker.h"

#include <string.h>

#define PROPERTY(key, value) "<odeProperty><key>" key "</key><value>" value "</value></odeProperty>"
#define PAGE(id, parent, title, order, properties, blocks)                                         \
  "<odeNavStructure><odePageId>" id "</odePageId><odeParentPageId>" parent "</odeParentPageId>"    \
  "<pageName>" title "</pageName><odeNavStructureOrder>" order "</odeNavStructureOrder>"           \
  "<odeNavStructureProperties>" properties "</odeNavStructureProperties><odePagStructures>" blocks \
  "</odePagStructures></odeNavStructure>"
#define HIDDEN                                                                                     \
  "<odeNavStructureProperty><key>visibility</key><value>false</value></odeNavStructureProperty>"
#define BLOCK(name, components)                                                                    \
  "<odePagStructure><blockName>" name "</blockName><odePagStructureOrder>0</odePagStructureOrder>" \
  "<odeComponents>" components "</odeComponents></odePagStructure>"
#define DEVICE(type, html)                                                                         \
  "<odeComponent><odeIdeviceTypeName>" type "</odeIdeviceTypeName><htmlView><![CDATA[" html        \
  "]]></htmlView><jsonProperties>{\"textTextarea\":\"&lt;p&gt;twice&lt;/p&gt;\"}</jsonProperties>" \
  "<odeComponentsOrder>0</odeComponentsOrder></odeComponent>"

static void
test_ode (void)
{
  PackageMaker *maker = package_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;
  const CogSection *second;

  package_maker_add (
      maker, "content.xml",
      "<!DOCTYPE ode SYSTEM 'content.dtd'><ode xmlns='http://www.intef.es/xsd/ode' version='2.0'>"
      "<odeProperties>" PROPERTY ("pp_title", "El agua") PROPERTY ("pp_lang", "es") PROPERTY (
          "pp_author",
          "Ana") PROPERTY ("pp_license",
                           "creative commons: attribution - non commercial - share alike 4.0")
          PROPERTY ("pp_description", "undefined") "</odeProperties><odeNavStructures>" PAGE (
              "p2", "", "Segunda", "2", "", "")
              PAGE ("p3", "p2", "Debajo", "0", "",
                    BLOCK ("", DEVICE ("text", "<p>Ver <a href=\"exe-node:p1\">la primera</a> y "
                                               "<a href=\"exe-package:elp\">el archivo</a>.</p>")))
                  PAGE (
                      "p1", "", "Primera", "1", "",
                      BLOCK ("Caja",
                             DEVICE ("text",
                                     "<h2>Uno</h2><p>Texto <img src=\"{{context_path}}/content/"
                                     "resources/a.gif\" alt=\"Un punto\"></p>")
                                 DEVICE ("quick-questions",
                                         "<p>Responde.</p><div class=\"quext-DataGame js-hidden\">"
                                         "%u007Bx%u007D</div>")))
                      PAGE ("p4", "", "Oculta", "3", HIDDEN,
                            BLOCK ("", DEVICE ("text", "<p>Secreto.</p>")))
                          PAGE ("p5", "p6", "Circulo", "4", "",
                                BLOCK ("", DEVICE ("text", "<p>Vuelta.</p>")))
                              PAGE ("p6", "p5", "Otro circulo", "4", "",
                                    "") "</odeNavStructures></ode>");
  package_maker_add_picture (maker, "content/resources/a.gif");
  package_maker_add (maker, "index.html", "<p>The same as a site.</p>");
  book = package_read (package_maker_end (maker), "exelearning", report);
  content = package_dup_content (book);
  g_assert_cmpstr (book->credit->title, ==, "El agua");
  g_assert_cmpstr (book->language, ==, "es");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-NC-SA-4.0");
  g_assert_null (book->description);
  g_assert_cmpuint (book->sections->len, ==, 3);
  g_assert_cmpstr (((CogSection *)g_ptr_array_index (book->sections, 0))->title, ==, "Primera");
  second = g_ptr_array_index (book->sections, 1);
  g_assert_cmpuint (second->children->len, ==, 1);
  docx_assert_has (content, ">Caja</h2>");
  docx_assert_has (content, ">Uno</h3>");
  docx_assert_has (content, "alt=\"Un punto\"");
  docx_assert_has (content, "<a href=\"#page-1\">la primera</a> y el archivo.");
  docx_assert_has (content, "Vuelta.");
  docx_assert_lacks (content, "twice");
  docx_assert_lacks (content, "u007B");
  docx_assert_lacks (content, "Secreto");
  g_assert_true (cog_report_has (report, "course-hidden"));
  g_assert_true (cog_report_has (report, "course-activity"));
}

#define KEY(name) "<string role='key' value='" name "'/>"
#define TEXT(name, value) KEY (name) "<unicode value='" value "'/>"
#define FIELD(name, number, html)                                                                  \
  KEY (name)                                                                                       \
  "<instance class='exe.engine.field.TextAreaField' reference='" number                            \
  "'><dictionary>" TEXT ("content_w_resourcePaths", html) TEXT ("_content", "x") "</dictionary>"   \
                                                                                 "</instance>"
#define NODE(number, title, rest)                                                                  \
  "<instance class='exe.engine.node.Node' reference='" number                                      \
  "'><dictionary>" TEXT ("_title", title) rest "</dictionary></instance>"

static void
test_graph (void)
{
  PackageMaker *maker = package_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;
  const CogSection *root;

  package_maker_add (
      maker, "contentv3.xml",
      "<instance class='exe.engine.package.Package' reference='1'><dictionary>" TEXT (
          "_title", "Luz") TEXT ("_author", "Ben") TEXT ("_lang", "es")
          TEXT ("license", "creative commons: attribution 3.0") KEY ("_root") NODE (
              "2", "Inicio",
              KEY (
                  "idevices") "<list><instance class='exe.engine.freetextidevice.FreeTextIdevice' "
                              "reference='5'><dictionary>" TEXT ("_title", "Free Text")
                                  KEY ("emphasis") "<int value='0'/>" FIELD (
                                      "content", "6",
                                      "&lt;p&gt;La luz &lt;img src=&quot;resources/a.gif&quot; "
                                      "alt=&quot;Foco&quot;/&gt; "
                                      "&lt;a "
                                      "href=&quot;exe-node:Inicio:Partes#auto_top&quot;&gt;partes&"
                                      "lt;/a&gt;&lt;/p&gt;")
                                      KEY (
                                          "parentNode") "<reference "
                                                        "key='2'/></dictionary></instance></"
                                                        "list>" KEY ("children") "<list>" NODE (
                                                            "3", "Partes",
                                                            KEY ("idevices") "<list><instance "
                                                                             "class='exe.engine."
                                                                             "multichoiceidevice."
                                                                             "MultichoiceIdevice' "
                                                                             "reference='7'><"
                                                                             "dictionary>" TEXT (
                                                                                 "_title", "Test")
                                                                                 KEY ("emphasis") "<int value='1'/>" KEY ("questions") "<list><instance class='exe.engine.field.QuizQuestionField' reference='8'><dictionary>" FIELD (
                                                                                     "questionText"
                                                                                     "Area",
                                                                                     "9",
                                                                                     "&lt;p&gt;"
                                                                                     "Cual?&lt;/"
                                                                                     "p&gt;")
                                                                                     KEY (
                                                                                         "option"
                                                                                         "s") "<l"
                                                                                              "is"
                                                                                              "t>"
                                                                                              "<i"
                                                                                              "ns"
                                                                                              "ta"
                                                                                              "nc"
                                                                                              "e "
                                                                                              "cl"
                                                                                              "as"
                                                                                              "s="
                                                                                              "'e"
                                                                                              "xe"
                                                                                              ".e"
                                                                                              "ng"
                                                                                              "in"
                                                                                              "e."
                                                                                              "fi"
                                                                                              "el"
                                                                                              "d."
                                                                                              "Qu"
                                                                                              "iz"
                                                                                              "Op"
                                                                                              "ti"
                                                                                              "on"
                                                                                              "Fi"
                                                                                              "el"
                                                                                              "d'"
                                                                                              " r"
                                                                                              "ef"
                                                                                              "er"
                                                                                              "en"
                                                                                              "ce"
                                                                                              "='"
                                                                                              "10"
                                                                                              "'>"
                                                                                              "<d"
                                                                                              "ic"
                                                                                              "ti"
                                                                                              "on"
                                                                                              "ar"
                                                                                              "y"
                                                                                              ">" FIELD (
                                                                                                  "answerTextArea",
                                                                                                  "11",
                                                                                                  "&lt;p&gt;Rojo&lt;/p&gt;")
                                                                                                  KEY (
                                                                                                      "isCorrect") "<bool value='1'/></dictionary></instance>"
                                                                                                                   "<instance class='exe.engine.field.QuizOptionField' reference='12'><dictionary>" FIELD (
                                                                                                                       "answerTextArea",
                                                                                                                       "13",
                                                                                                                       "&lt;p&gt;Sal&lt;/p&gt;")
                                                                                                                       FIELD (
                                                                                                                           "feedbackTextArea",
                                                                                                                           "14",
                                                                                                                           "&lt;p&gt;No es color.&lt;/p&gt;")
                                                                                                                           KEY (
                                                                                                                               "isCorrect") "<bool value='0'/></dictionary></instance></list></dictionary></instance></list>"
                                                                                                                                            "</dictionary></instance></list>") "</list>")
      /* A page that only names its parent. */
      KEY ("lost")
          NODE ("20", "Perdida", KEY ("parent") "<reference key='2'/>") "</dictionary></instance>");
  package_maker_add (maker, "content.data", "cos\nsystem\n");
  package_maker_add_picture (maker, "a.gif");
  book = package_read (package_maker_end (maker), "exelearning", report);
  content = package_dup_content (book);
  g_assert_cmpstr (book->credit->title, ==, "Luz");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-3.0");
  g_assert_cmpuint (book->sections->len, ==, 1);
  root = g_ptr_array_index (book->sections, 0);
  g_assert_cmpuint (root->children->len, ==, 2);
  docx_assert_has (content, "alt=\"Foco\"");
  docx_assert_has (content, "<a href=\"#page-2\">partes</a>");
  docx_assert_lacks (content, "Free Text");
  docx_assert_has (content, ">Test</h2>");
  docx_assert_has (content, "multiple-choice-problem");
  docx_assert_has (content, "No es color.");
  docx_assert_has (content, ">Perdida</h1>");
}

/* A pickle is a program: it is never opened, and it is said what to do. */
static void
test_pickle (void)
{
  PackageMaker *maker = package_maker_new ();
  g_autoptr (GError) error = NULL;

  package_maker_add (maker, "content.data", "cos\nsystem\n(S\"touch x\"\ntR.");
  g_assert_null (package_try_read (package_maker_end (maker), "exelearning", NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "eXeLearning"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-exe/ode", test_ode);
  g_test_add_func ("/reader-exe/graph", test_graph);
  g_test_add_func ("/reader-exe/pickle", test_pickle);
  return g_test_run ();
}
