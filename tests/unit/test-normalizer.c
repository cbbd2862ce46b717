/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-html.h"
#include "cog-normalizer.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *html;
  const char *css;      /* nullable */
  const char *expected; /* content of the section, without ids */
  const char *finding;  /* nullable: must be reported */
} Case;

static const Case cases[] = {
  { "text-beside-blocks", "<ul><li>one<p>two</p>three</li></ul>", NULL,
    "<ul><li><p>one</p><p>two</p><p>three</p></li></ul>", NULL },
  { "block-in-inline", "<p>a <b>b<div>c</div>d</b> e</p>", NULL,
    "<p>a <b>b</b></p><p><b>c</b></p><p><b>d</b> e</p>", NULL },
  { "item-without-list", "<li>one</li><li>two</li>", NULL, "<ul><li>one</li><li>two</li></ul>",
    NULL },
  { "headings-without-gaps", "<h2>A</h2><h5>B</h5><h3>C</h3><h5>D</h5><h2>E</h2>", NULL,
    "<h1>A</h1><h2>B</h2><h2>C</h2><h3>D</h3><h2>E</h2>", NULL },
  { "lone-section",
    "<section id=a><section id=b><h2 id=c>T</h2><p>x</p><h3>U</h3></section></section>", NULL,
    "<h1>T</h1><p>x</p><h2>U</h2>", NULL },
  { "old-elements", "<center><font color=red>a</font> <tt>b</tt> <acronym>c</acronym></center>",
    NULL, "<p>a <code>b</code> <abbr>c</abbr></p>", NULL },
  { "layout-table", "<table><tr><td><p>only</p></td></tr></table>", NULL, "<p>only</p>", NULL },
  { "header-scope", "<table><tr><th>a<th>b</tr><tr><th>c<td>d</tr></table>", NULL,
    "<table><tbody><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>"
    "<tr><th scope=\"row\">c</th><td>d</td></tr></tbody></table>",
    NULL },
  { "huge-span", "<table><tr><td rowspan=65534 colspan=65534>a<td>b</table>", NULL,
    "<table><tbody><tr><td colspan=\"1000\">a</td><td>b</td></tr></tbody></table>", NULL },
  { "empty-row",
    "<table><tr><td rowspan=2>a<td rowspan=2>b</tr><tr></tr><tr><td>c<td>d</tr></table>", NULL,
    "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>",
    NULL },
  { "span-past-group",
    "<table><thead><tr><th rowspan=3>a</tr></thead><tbody><tr><td>b</tr></tbody></table>", NULL,
    "<table><thead><tr><th "
    "scope=\"col\">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
    NULL },
  { "active", "<p onclick='x()'>a<script>evil()</script><a href='javascript:evil()'>b</a></p>",
    NULL, "<p>ab</p>", "script-dropped" },
  { "form", "<p>a <input value=x><button>Go</button> b</p>", NULL, "<p>a b</p>", "form-dropped" },
  { "hidden", "<p>a</p><p class=off>b</p>", ".off { display: none }", "<p>a</p>",
    "hidden-dropped" },
  { "style-sheet-emphasis", "<p>a <span class=it>b</span></p>", ".it { font-style: italic }",
    "<p>a <em>b</em></p>", NULL },
  { "margin-number", "<p>the light<span class=lnum>80</span></p>", "span.lnum { float: right }",
    "<p>the light 80</p>", NULL },
  { "room", "<p>a</p><p>&nbsp;</p><p>b</p>", NULL, "<p>a</p><p>b</p>", NULL },
  { "empty-link", "<p><a href=''>a</a> <a href='#'>b</a></p>", NULL, "<p>a b</p>", NULL },
  { "remote-picture", "<p><img src='https://example.org/x.png' alt='X'></p>", NULL,
    "<p><a href=\"https://example.org/x.png\">X</a></p>", "remote-picture" },
  { "tracker", "<p>a<img src='https://example.org/x' width=1 height=1></p>", NULL, "<p>a</p>",
    NULL },
  { "address", "<p><a href='/wiki/Set'>set</a></p>", NULL,
    "<p><a href=\"https://example.org/wiki/Set\">set</a></p>", NULL },
  { "address-with-spaces",
    "<p><a href='http://example.org/a b?x={1}&amp;y=5%&amp;z=%20#c'>a</a></p>", NULL,
    "<p><a href=\"http://example.org/a%20b?x=%7B1%7D&amp;y=5%25&amp;z=%20#c\">a</a></p>", NULL },
  { "address-of-itself", "<p id=x>a <a href='./Group#x'>b</a></p>", NULL,
    "<p>a <a href=\"#s-x\">b</a></p>", NULL },
  { "math-once",
    "<p><span class=mwe-math-element><span style='display:none'><math><mi>x</mi></math></span>"
    "<img class=mwe-math-fallback-image-inline src='https://example.org/x.svg' alt='x'></span></p>",
    NULL, "<p><math><mi>x</mi></math></p>", NULL },
  { "paragraph-in-math", "<p>a <math><msqrt><mi>x<p>y</p></mi></msqrt></math></p>", NULL,
    "<p>a <math><msqrt><mi>xy</mi></msqrt></math></p>", NULL },
  { "math-annotation",
    "<p><math><semantics><mi>x</mi><annotation encoding='application/x-tex'>x</annotation>"
    "</semantics></math></p>",
    NULL, "<p><math><mi>x</mi></math></p>", NULL },
  /* Whatever it is called, its text is drawn, and its place among its brothers stays. */
  { "math-unknown",
    "<p><math><mfrac><odd>pears<mn>2</mn></odd><ci>n</ci></mfrac><apply><mi>y</mi></apply></math>"
    "</p>",
    NULL,
    "<p><math><mfrac><mrow><mtext>pears</mtext><mn>2</mn></mrow><mrow><mtext>n</mtext></mrow>"
    "</mfrac><mi>y</mi></math></p>",
    "unknown-element" },
  { "math-text", "<p><math>x<mrow>+ 1</mrow></math></p>", NULL,
    "<p><math><mtext>x</mtext><mrow><mtext>+ 1</mtext></mrow></math></p>", NULL },
  { "math-alignment",
    "<p><math><mtable><mtr><mtd style='text-align: right; color: red'><mi>x</mi></mtd></mtr>"
    "</mtable></math></p>",
    NULL,
    "<p><math><mtable><mtr><mtd columnalign=\"right\"><mi>x</mi></mtd></mtr></mtable></math></p>",
    NULL },
  /* U+2329 and U+232A; NFC would make wide East Asian brackets of them. */
  { "math-angle",
    "<p><math><mfenced open='\u2329' close='\u232a'><mi>u</mi></mfenced><mo>\u2329</mo><mi>v</mi>"
    "</math></p>",
    NULL,
    "<p><math><mrow><mo fence=\"true\">\u27e8</mo><mi>u</mi><mo fence=\"true\">\u27e9</mo></mrow>"
    "<mo>\u27e8</mo><mi>v</mi></math></p>",
    NULL },
  { "ruby", "<p><ruby>漢<rt>かん</rt></ruby></p>", NULL, "<p><ruby>漢<rt>かん</rt></ruby></p>",
    NULL },
  { "language", "<p lang=FR dir=RTL>a</p>", NULL, "<p lang=\"FR\" dir=\"rtl\">a</p>", NULL },
  { "frame", "<iframe src='https://example.org/film' title='Film'></iframe>", NULL,
    "<p><a href=\"https://example.org/film\">Film</a></p>", "remote-media" },
  { "untyped-note",
    "<p>word<sup><a href='#n' id='r'>1</a></sup></p>"
    "<ol><li id='n'><a href='#r'>^</a> said so</li></ol>",
    NULL,
    "<p>word<sup><a href=\"#s-n\" epub:type=\"noteref\" role=\"doc-noteref\">1</a></sup></p>"
    "<ol><li epub:type=\"endnote\">said so</li></ol>",
    NULL },
};

static char *
dup_content (const CogSection *section)
{
  g_autofree char *whole = cog_section_serialise (section);
  g_autoptr (GRegex) ids = g_regex_new (" id=\"[^\"]*\"| xmlns(:epub)?=\"[^\"]*\"", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace (ids, whole, -1, 0, "", 0, NULL);
  const char *open = strstr (plain, "<section>");
  char *close = g_strrstr (plain, "</section>");

  g_assert_nonnull (open);
  g_assert_nonnull (close);
  *close = '\0';
  return g_strdup (open + strlen ("<section>"));
}

static CogBook *
normalise (const char *html, const char *css, CogReport *report)
{
  CogBook *book = cog_book_new ();
  CogSection *section = cog_section_new ("s", NULL);
  g_autoptr (CogNormalizer) normalizer = cog_normalizer_new (book, NULL, report);
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) document = cog_html_parse (bytes, "UTF-8", "page", report, &error);
  xmlNode *body;

  g_assert_no_error (error);
  body = cog_xml_find_child (xmlDocGetRootElement (document), NULL, "body");
  g_ptr_array_add (book->sections, section);
  cog_normalizer_declare (normalizer, "page.html", "s");
  cog_normalizer_set_address (normalizer, "page.html", "https://example.org/wiki/Group", NULL);
  if (css != NULL)
    cog_normalizer_add_css (normalizer, "page.html", css);
  cog_normalizer_take (normalizer, "page.html", body, section);
  cog_normalizer_finish (normalizer);
  cog_book_identify (book, report);
  return book;
}

static void
assert_valid (const CogBook *book)
{
  g_autoptr (CogReport) breaches = cog_report_new ();
  gboolean valid = cog_book_validate (book, breaches);
  GPtrArray *findings = cog_report_get_findings (breaches);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", ((CogFinding *)g_ptr_array_index (findings, i))->kind->id);
  g_assert_true (valid);
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = normalise (row->html, row->css, report);
  g_autofree char *content = dup_content (g_ptr_array_index (book->sections, 0));

  assert_valid (book);
  g_assert_cmpstr (content, ==, row->expected);
  if (row->finding != NULL)
    g_assert_true (cog_report_has (report, row->finding));
}

/* Foreign nesting must cost neither the stack nor the text. */
static void
test_depth (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  g_autofree char *content = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (html, "<blockquote>");
  g_string_append (html, "<p>deep</p>");
  book = normalise (html->str, NULL, report);
  assert_valid (book);
  content = dup_content (g_ptr_array_index (book->sections, 0));
  g_assert_nonnull (strstr (content, "<p>deep</p>"));
  g_assert_true (cog_report_has (report, "too-deep"));
}

static void
test_data_picture (void)
{
  static const char html[] =
      "<p><img alt=dot "
      "src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADU"
      "lEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='></p>";
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = normalise (html, NULL, report);
  const CogAsset *asset;

  assert_valid (book);
  g_assert_cmpuint (book->assets->len, ==, 1);
  asset = g_ptr_array_index (book->assets, 0);
  g_assert_cmpstr (asset->media_type, ==, "image/png");
  g_assert_cmpuint (asset->width, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/normalizer/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/normalizer/depth", test_depth);
  g_test_add_func ("/normalizer/data-picture", test_data_picture);
  return g_test_run ();
}
