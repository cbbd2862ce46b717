/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "docx-reading.h"
#include "package-maker.h"

#include <string.h>

#define HEAD(schema, version)                                                                      \
  "<manifest xmlns='http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1' "                           \
  "xmlns:lom='http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest' "                                   \
  "xmlns:adlcp='http://www.adlnet.org/xsd/adlcp_rootv1p2'><metadata><schema>" schema               \
  "</schema><schemaversion>" version "</schemaversion>"
#define LOM                                                                                        \
  "<lom:lom><lom:general><lom:title><lom:string>Tides</lom:string></lom:title>"                    \
  "<lom:language>en</lom:language></lom:general><lom:lifeCycle><lom:contribute><lom:role>"         \
  "<lom:source>LOMv1.0</lom:source><lom:value>author</lom:value></lom:role><lom:entity>"           \
  "BEGIN:VCARD\nVERSION:3.0\nN:Okri;Amina;;Dr.;\nFN:Amina Okri\nEND:VCARD</lom:entity>"            \
  "</lom:contribute></lom:lifeCycle><lom:rights><lom:copyrightAndOtherRestrictions><lom:value>"    \
  "yes</lom:value></lom:copyrightAndOtherRestrictions><lom:description><lom:string>"               \
  "CC Attribution Share Alike - http://creativecommons.org/licenses/by-sa/4.0"                     \
  "</lom:string></lom:description></lom:rights></lom:lom>"
#define ITEMS(items)                                                                               \
  "</metadata><organizations><organization identifier='o' structure='rooted-hierarchy'>"           \
  "<item identifier='root'>" items "</item></organization></organizations><resources>"
#define ITEM(id, title)                                                                            \
  "<item identifier='i-" id "' identifierref='" id "'><title>" title "</title></item>"
#define RESOURCE(id, type, href)                                                                   \
  "<resource identifier='" id "' type='" type "' href='" href "'>"                                 \
  "<file href='" href "'/></resource>"
#define END "</resources></manifest>"
#define CARTRIDGE HEAD ("IMS Common Cartridge", "1.3.0")

static void
test_course (void)
{
  PackageMaker *maker = package_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;
  const CogSection *module;
  const CogAgent *author;

  package_maker_add (
      maker, "imsmanifest.xml",
      CARTRIDGE LOM ITEMS ("<item identifier='m'><title>Water</title>" ITEM ("a", "The Moon") ITEM (
          "d", "Talk") ITEM ("l", "A film") ITEM ("t", "The tool") "</item>")
          RESOURCE ("a", "webcontent", "wiki_content/moon.html")
              RESOURCE ("b", "webcontent", "wiki_content/sun.html")
                  RESOURCE ("d", "imsdt_xmlv1p3", "d.xml") RESOURCE ("l", "imswl_xmlv1p3", "l.xml")
                      RESOURCE ("t", "imsbasiclti_xmlv1p3", "t.xml")
                          RESOURCE ("p", "webcontent", "web_resources/Course Files/a b.gif") END);
  package_maker_add (
      maker, "wiki_content/moon.html",
      "<html><head><title>The Moon</title></head><body><p>It pulls. "
      "<img src='%24IMS-CC-FILEBASE%24/Course%20Files/a%20b.gif?canvas_download=1' alt='The Moon'>"
      " See <a href='$WIKI_REFERENCE$/pages/sun'>the Sun</a> and "
      "<a href='$CANVAS_OBJECT_REFERENCE$/quizzes/nowhere'>the test</a>.</p></body></html>");
  package_maker_add (
      maker, "wiki_content/sun.html",
      "<html><head><title>The Sun</title></head><body><p>It shines.</p></body></html>");
  package_maker_add (
      maker, "d.xml",
      "<topic><title>Talk</title><text texttype='text/html'>&lt;p&gt;What &lt;em&gt;do "
      "you&lt;/em&gt; think?&lt;/p&gt;</text></topic>");
  package_maker_add (
      maker, "l.xml",
      "<webLink><title>A film</title><url href='https://example.org/film'/></webLink>");
  package_maker_add (maker, "t.xml", "<cartridge_basiclti_link/>");
  package_maker_add_picture (maker, "web_resources/Course Files/a b.gif");
  book = package_read (package_maker_end (maker), "ims", report);
  content = package_dup_content (book);
  g_assert_cmpstr (book->credit->title, ==, "Tides");
  g_assert_cmpstr (book->language, ==, "en");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-SA-4.0");
  g_assert_cmpuint (book->credit->agents->len, ==, 1);
  author = g_ptr_array_index (book->credit->agents, 0);
  g_assert_cmpstr (author->name, ==, "Amina Okri");
  /* The page that is in no module stands behind. */
  g_assert_cmpuint (book->sections->len, ==, 2);
  module = g_ptr_array_index (book->sections, 0);
  g_assert_cmpstr (module->title, ==, "Water");
  g_assert_cmpuint (module->children->len, ==, 3);
  docx_assert_has (content, ">The Moon</h1>");
  docx_assert_has (content, "alt=\"The Moon\"");
  docx_assert_has (content, "href=\"#page-5\"");
  docx_assert_has (content, "and the test.");
  docx_assert_has (content, "<em>do you</em>");
  docx_assert_has (content, "https://example.org/film");
  docx_assert_lacks (content, "$");
  g_assert_true (cog_report_has (report, "course-tool"));
  g_assert_true (cog_report_has (report, "course-loose-page"));
  g_assert_true (cog_report_has (report, "course-web-link"));
  g_assert_false (cog_report_has (report, "course-only-links"));
  g_assert_false (cog_report_has (report, "missing-file"));
}

static void
test_hidden (void)
{
  PackageMaker *maker = package_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;

  package_maker_add (
      maker, "imsmanifest.xml",
      CARTRIDGE ITEMS (ITEM ("a", "Seen") ITEM ("b", "Draft") ITEM (
          "c", "Closed") "<item identifier='x' identifierref='d' isvisible='false'>"
                         "<title>Off</title></item>") RESOURCE ("a", "webcontent", "a.html")
          RESOURCE ("b", "webcontent", "b.html") RESOURCE ("c", "webcontent", "c.html")
              RESOURCE ("d", "webcontent", "d.html") END);
  package_maker_add (maker, "a.html", "<p>For all.</p>");
  package_maker_add (maker, "b.html",
                     "<html><head><meta name='workflow_state' content='unpublished'></head>"
                     "<body><p>Secret one.</p></body></html>");
  package_maker_add (maker, "c.html", "<p>Secret two.</p>");
  package_maker_add (maker, "d.html", "<p>Secret three.</p>");
  package_maker_add (
      maker, "course_settings/module_meta.xml",
      "<modules><module identifier='m'><workflow_state>active</workflow_state><items>"
      "<item identifier='i-c'><workflow_state>unpublished</workflow_state></item>"
      "</items></module></modules>");
  book = package_read (package_maker_end (maker), "ims", report);
  content = package_dup_content (book);
  docx_assert_has (content, "For all.");
  docx_assert_lacks (content, "Secret");
  g_assert_true (cog_report_has (report, "course-hidden"));
}

/* Rights of single files, as Canvas and as any package may have them; of a page, the page's. */
static void
test_pieces (void)
{
  PackageMaker *maker = package_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  guint n_pictures = 0, n_pages = 0;

  package_maker_add (maker, "imsmanifest.xml",
                     CARTRIDGE ITEMS (ITEM (
                         "a", "Two")) "<resource identifier='a' type='webcontent' href='a.html'>"
                                      "<metadata>" LOM
                                      "</metadata><file href='a.html'/></resource>" RESOURCE (
                                          "p", "webcontent", "web_resources/p.gif") END);
  package_maker_add (maker, "a.html",
                     "<p>Look: <img src='$IMS-CC-FILEBASE$/p.gif' alt='A dot'></p>");
  package_maker_add (maker, "course_settings/files_meta.xml",
                     "<fileMeta><files><file identifier='p'><usage_rights "
                     "use_justification='creative_commons'><legal_copyright>(C) 2020 Ben Ito"
                     "</legal_copyright><license>cc_by_nc</license></usage_rights></file></files>"
                     "</fileMeta>");
  package_maker_add_picture (maker, "web_resources/p.gif");
  book = package_read (package_maker_end (maker), "ims", report);
  for (guint i = 0; i < book->credits->len; i++)
    {
      const CogCredit *credit = g_ptr_array_index (book->credits, i);

      if (g_strcmp0 (credit->copyright, "(C) 2020 Ben Ito") == 0)
        {
          g_assert_true (g_str_has_prefix (credit->licence, "CC-BY-NC"));
          n_pictures++;
        }
      if (g_strcmp0 (credit->licence, "CC-BY-SA-4.0") == 0)
        n_pages++;
    }
  g_assert_cmpuint (n_pictures, ==, 1);
  g_assert_cmpuint (n_pages, ==, 1);
  /* A page's licence is not the package's. */
  g_assert_null (book->credit->licence);
}

static void
test_only_links (void)
{
  PackageMaker *maker = package_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;

  package_maker_add (maker, "pack/imsmanifest.xml",
                     CARTRIDGE ITEMS ("<item identifier='m'><title>Far</title>" ITEM ("l", "Film")
                                          ITEM ("t", "Tool") "</item>")
                         RESOURCE ("l", "imswl_xmlv1p1", "l.xml")
                             RESOURCE ("t", "imsbasiclti_xmlv1p0", "t.xml") END);
  package_maker_add (maker, "pack/l.xml",
                     "<webLink><title>Film</title><url href='https://example.org/f'/></webLink>");
  package_maker_add (maker, "pack/t.xml", "<cartridge_basiclti_link/>");
  book = package_read (package_maker_end (maker), "ims", report);
  g_assert_true (cog_report_has (report, "course-only-links"));
  g_assert_true (cog_report_has (report, "course-tool"));
  /* A module of addresses is one page with a list. */
  g_assert_cmpuint (book->sections->len, ==, 1);
  g_assert_cmpuint (((CogSection *)g_ptr_array_index (book->sections, 0))->children->len, ==, 0);
}

static void
test_protected (void)
{
  PackageMaker *maker = package_maker_new ();
  g_autoptr (GError) error = NULL;

  package_maker_add (maker, "imsmanifest.xml",
                     CARTRIDGE ITEMS (ITEM ("a", "A")) RESOURCE (
                         "a", "webcontent",
                         "a.html") "</resources><authorizations access='cartridge'/></manifest>");
  package_maker_add (maker, "a.html", "<p>Text.</p>");
  g_assert_null (package_try_read (package_maker_end (maker), "ims", NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_ENCRYPTED);
}

/* SCORM 1.2: the launched page shows others, whose names stand in its program. */
static void
test_scorm (void)
{
  PackageMaker *maker = package_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;
  const CogSection *item;

  package_maker_add (
      maker, "imsmanifest.xml",
      HEAD (
          "ADL SCORM",
          "1.2") "</metadata><organizations default='o'><organization "
                 "identifier='o'><title>Golf</title>" ITEM (
                     "r",
                     "Play") "</organization></organizations><resources><resource identifier='r' "
                             "type='webcontent' adlcp:scormtype='sco' href='shared/go.html'/>" END);
  package_maker_add (maker, "shared/go.html",
                     "<html><head><script src='p.js'></script></head><body><button>Next</button>"
                     "<iframe id='f'></iframe></body></html>");
  package_maker_add (maker, "shared/p.js",
                     "var pages = ['play/two.html?x=1', \"play/one.html\"]; document.write('<a "
                     "rel=\"license\" href=\"http://creativecommons.org/licenses/by/3.0/us/\">');");
  package_maker_add (maker, "play/one.html", "<h1>One</h1><p>The first.</p>");
  package_maker_add (maker, "play/two.html", "<h1>Two</h1><p>The second.</p>");
  book = package_read (package_maker_end (maker), "ims", report);
  content = package_dup_content (book);
  g_assert_cmpstr (book->credit->title, ==, "Golf");
  g_assert_cmpstr (book->credit->licence, ==, "CC-BY-3.0-US");
  item = g_ptr_array_index (book->sections, 0);
  g_assert_cmpstr (item->title, ==, "Play");
  g_assert_cmpuint (item->children->len, ==, 2);
  g_assert_true (strstr (content, "The second.") < strstr (content, "The first."));
}

/* Never silently empty. */
static void
test_program (void)
{
  PackageMaker *maker = package_maker_new ();
  g_autoptr (GError) error = NULL;

  package_maker_add (maker, "imsmanifest.xml",
                     HEAD ("ADL SCORM", "2004 3rd Edition") ITEMS (ITEM ("r", "All"))
                         RESOURCE ("r", "webcontent", "story.html") END);
  package_maker_add (
      maker, "story.html",
      "<html><head><script>var data = 'x';</script></head><body>Loading</body></html>");
  g_assert_null (package_try_read (package_maker_end (maker), "ims", NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "Articulate Storyline"));
}

/* One page leads to another that no item names; xml:base counts. */
static void
test_linked (void)
{
  PackageMaker *maker = package_maker_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;

  package_maker_add (
      maker, "imsmanifest.xml",
      HEAD ("IMS Content", "1.1.4") ITEMS (ITEM (
          "r",
          "Start")) "<resource identifier='r' type='webcontent' xml:base='x' href='a.html'/>" END);
  package_maker_add (maker, "x/a.html", "<p>Go <a href='b.html#here'>on</a>.</p>");
  package_maker_add (maker, "x/b.html",
                     "<title>On</title><p id='here'>Back to <a href='a.html'>start</a>.</p>");
  package_maker_add (maker, "x/c.html", "<p>Nobody leads here.</p>");
  book = package_read (package_maker_end (maker), "ims", report);
  content = package_dup_content (book);
  docx_assert_has (content, "Back to <a href=\"#page-1\">start</a>");
  docx_assert_has (content, "<a href=\"#page-2-here\">on</a>");
  docx_assert_lacks (content, "Nobody");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-ims/course", test_course);
  g_test_add_func ("/reader-ims/hidden", test_hidden);
  g_test_add_func ("/reader-ims/pieces", test_pieces);
  g_test_add_func ("/reader-ims/only-links", test_only_links);
  g_test_add_func ("/reader-ims/protected", test_protected);
  g_test_add_func ("/reader-ims/scorm", test_scorm);
  g_test_add_func ("/reader-ims/program", test_program);
  g_test_add_func ("/reader-ims/linked", test_linked);
  return g_test_run ();
}
