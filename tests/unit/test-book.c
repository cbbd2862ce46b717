/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book.h"
#include "cog-error.h"
#include "cog-text.h"
#include "cog-vocabulary.h"

static void
fill (CogSection *section, const char *xhtml)
{
  g_autofree char *whole = g_strconcat (
      "<section xmlns='" COG_NS_XHTML "' xmlns:epub='" COG_NS_EPUB "'>", xhtml, "</section>", NULL);
  g_autoptr (GError) error = NULL;

  section->content = cog_xml_parse_own (whole, -1, &error);
  g_assert_no_error (error);
}

static CogBook *
make_book (const char *xhtml)
{
  CogBook *book = cog_book_new ();
  CogSection *section = cog_section_new ("s1", "One");

  fill (section, xhtml);
  g_ptr_array_add (book->sections, section);
  return book;
}

static void
assert_valid (CogBook *book)
{
  g_autoptr (CogReport) report = cog_report_new ();

  if (!cog_book_validate (book, report))
    {
      CogFinding *finding = g_ptr_array_index (cog_report_get_findings (report), 0);
      g_autofree char *sentence = cog_finding_dup_sentence (finding);

      g_error ("%s: %s", finding->place, sentence);
    }
}

static void
test_identify (void)
{
  g_autoptr (CogBook) book =
      make_book ("<h1>One</h1>\n <p id='1 x'> a  <em> b </em>\n</p><p>see <a href='#1 x'>x</a>, "
                 "<a href='#none'>gone</a> <a id='here' href='#none'>2</a><a href='#here'>3</a>, "
                 "<a href='javascript:x'>js</a></p>"
                 "<figure><img src='a.png' alt='A'/><figcaption>Cap</figcaption></figure>"
                 "<table><tr><td>1</td><td><p>2</p></td></tr></table>");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  CogSection *section = g_ptr_array_index (book->sections, 0);
  g_autofree char *text = NULL;

  cog_book_add_asset (book, cog_asset_new ("a.png", "image/png", bytes));
  cog_book_add_asset (book, cog_asset_new ("unused.png", "image/png", bytes));
  cog_book_identify (book, report);
  assert_valid (book);
  text = cog_section_serialise (section);
  g_assert_nonnull (strstr (text, "<p id=\"_1_x\">a <em>b</em></p>"));
  g_assert_nonnull (strstr (text, "<a href=\"#_1_x\">x</a>, gone <span id=\"here\">2</span><a "
                                  "href=\"#here\">3</a>, js</p>"));
  g_assert_true (cog_report_has (report, "dead-link"));
  g_assert_true (cog_report_has (report, "bad-link"));
  g_assert_cmpuint (book->assets->len, ==, 1);
}

static void
test_counts (void)
{
  g_autoptr (CogBook) book =
      make_book ("<h1>One two</h1><p>three <math xmlns='" COG_NS_MATHML "'><mi>x</mi></math></p>"
                 "<p><a href='#n1' epub:type='noteref' role='doc-noteref'>1</a></p>"
                 "<aside id='n1' epub:type='footnote' role='doc-footnote'><p>four</p></aside>");
  CogBookCounts counts;

  cog_book_identify (book, NULL);
  assert_valid (book);
  cog_book_count (book, &counts);
  g_assert_cmpuint (counts.units, ==, 4);
  g_assert_cmpuint (counts.equations, ==, 1);
  g_assert_cmpuint (counts.footnotes, ==, 1);
  g_assert_cmpuint (counts.links, ==, 0);
}

/* The same that counting finds, without counting. */
static void
test_has_units (void)
{
  static const struct
  {
    const char *content;
    gboolean has_units;
  } cases[] = {
    { "<p>a</p>", TRUE },
    { "<p> </p>", FALSE },
    { "<hr/>", FALSE },
    { "<figure><img src='a.png' alt='a leaf'/></figure>", TRUE },
    { "<figure><img src='a.png'/></figure>", TRUE },
    { "<figure><img src='a.png' alt=''/></figure>", FALSE },
    { "<ul><li><p>a</p></li></ul>", TRUE },
    { "<p><math xmlns='" COG_NS_MATHML "'><mi>x</mi></math></p>", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogBook) book = make_book (cases[i].content);
      CogSection *section = g_ptr_array_index (book->sections, 0);
      CogBookCounts counts;

      g_clear_pointer (&section->title, g_free);
      cog_book_identify (book, NULL);
      cog_book_count (book, &counts);
      g_test_message ("%s: %u", cases[i].content, counts.units);
      g_assert_true (cog_book_has_units (book) == cases[i].has_units);
      g_assert_true ((counts.units > 0) == cases[i].has_units);
    }
}

static void
test_invalid (void)
{
  static const char *const bad[] = {
    "<div>x</div>",
    "<p id='a'><script>x</script></p>",
    "<p id='a' onclick='x'>x</p>",
    "stray",
    "<p id='a'><ul><li>x</li></ul></p>",
    "<ul><li id='a'>x<p id='b'>y</p></li></ul>",
    "<p id='a'>x</p><p id='a'>y</p>",
    "<p id='a' class='sparkle'>x</p>",
    "<p id='a'><a href='javascript:x'>y</a></p>",
    "<h1 id='a'>x</h1><h3 id='b'>y</h3>",
    "<p id='a'>x<!-- c --></p>",
    "<p>no id</p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (CogBook) book = make_book (bad[i]);

      cog_xml_set (cog_section_get_root (g_ptr_array_index (book->sections, 0)), "id", "s1");
      if (cog_book_validate (book, NULL))
        g_error ("accepted: %s", bad[i]);
    }
}

static void
test_inline (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = NULL;

  g_assert_true (cog_inline_check ("a <em>b</em> &amp; <a href=\"#x\">c</a>", &error));
  g_assert_no_error (error);
  g_assert_false (cog_inline_check ("<p>x</p>", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (cog_inline_check ("<em>x", &error));
  g_clear_error (&error);
  g_assert_false (cog_inline_check ("<img src='x' onerror='y'/>", &error));
  plain = cog_inline_to_plain ("a<br/><em>b</em> &lt;");
  g_assert_cmpstr (plain, ==, "a\nb <");
}

static void
test_text_round_trip (void)
{
  static const char *const texts[] = {
    "plain",
    "a <em>b <strong>c</strong></em> d",
    "<a href=\"#x\">l</a><a epub:type=\"noteref\" href=\"#n\">1</a>",
    "E = <math xmlns=\"" COG_NS_MATHML "\"><mi>m</mi></math>, <br/>x &amp; y &lt; z",
    "الماء <span lang=\"en\" dir=\"ltr\">H<sub>2</sub>O</span>",
    "<em/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CogText) text = cog_text_new_from_xhtml (texts[i], &error);
      g_autofree char *back = NULL;

      g_assert_no_error (error);
      back = cog_text_to_xhtml (text);
      if (g_str_equal (texts[i], "<em/>"))
        g_assert_cmpstr (back, ==, "<em></em>");
      else
        g_assert_cmpstr (back, ==, texts[i]);
    }
}

static void
test_text_overlap (void)
{
  g_autoptr (CogText) text = cog_text_new ("abcd");
  g_autofree char *xhtml = NULL;
  CogCode em = { 1, COG_CODE_SPAN, 0, 3, (char *)"em", (char *)"<em>", NULL };
  CogCode b = { 2, COG_CODE_SPAN, 2, 4, (char *)"b", (char *)"<b>", NULL };

  cog_text_add_code (text, cog_code_copy (&em));
  cog_text_add_code (text, cog_code_copy (&b));
  xhtml = cog_text_to_xhtml (text);
  g_assert_cmpstr (xhtml, ==, "<em>ab<b>c</b></em><b>d</b>");
}

static void
test_text_missing (void)
{
  g_autoptr (CogText) source =
      cog_text_new_from_xhtml ("a<a epub:type=\"noteref\" href=\"#n\">1</a> <em>x</em>", NULL);
  g_autoptr (CogText) target = cog_text_new ("b");
  g_autoptr (GPtrArray) missing = cog_text_list_missing (source, target);

  g_assert_cmpuint (missing->len, ==, 1);
}

/* An equation that was adapted stands for the source's; one that stands twice does not. */
static void
test_text_other_equation (void)
{
#define MATH(number) "<math xmlns=\"" COG_NS_MATHML "\"><mn>" number "</mn></math>"
  static const struct
  {
    const char *target;
    guint n_missing;
  } cases[] = {
    { MATH ("1") " and " MATH ("2"), 0 },
    { MATH ("1") " and " MATH ("7"), 0 },
    { MATH ("8") " and " MATH ("7"), 0 },
    { MATH ("1") " and " MATH ("1"), 1 },
    { MATH ("7"), 1 },
    { "and", 2 },
  };
  g_autoptr (CogText) source = cog_text_new_from_xhtml (MATH ("1") " and " MATH ("2"), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CogText) target = cog_text_new_from_xhtml (cases[i].target, NULL);
      g_autoptr (GPtrArray) missing = cog_text_list_missing (source, target);

      g_assert_cmpuint (missing->len, ==, cases[i].n_missing);
    }
#undef MATH
}

/* Ids and everything that means them: links, cells, drawings, pictures, credits. */
static void
test_prefix (void)
{
  g_autoptr (CogBook) book = cog_book_new ();
  g_autoptr (CogBook) copy = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("png", 3);
  g_autofree char *text = NULL;
  CogSection *section = cog_section_new ("one", "One");
  CogCredit *credit = cog_credit_new ();

  section->content = cog_xml_parse_own (
      "<section xmlns='" COG_NS_XHTML "' id='one'><h1 id='h'>One</h1>"
      "<figure id='f'><img id='i' src='a.png' alt='x'/></figure>"
      "<p id='p'><a href='#h'>up</a> <a href='https://example.org/#h'>out</a></p>"
      "<table id='t'><tbody><tr><th id='c1'>a</th><td id='c2' headers='c1 h'>b</td></tr></tbody>"
      "</table><svg xmlns='" COG_NS_SVG "' xmlns:x='" COG_NS_XLINK "'><g id='s'/>"
      "<use x:href='#s' fill='url(#s)'/></svg></section>",
      -1, NULL);
  g_ptr_array_add (book->sections, section);
  cog_book_add_asset (book, cog_asset_new ("a.png", "image/png", bytes));
  book->cover = g_strdup ("a.png");
  credit->item = g_strdup ("f");
  g_ptr_array_add (book->credits, credit);
  copy = cog_book_new_prefixed (book, "s2-", "s2/");
  text = cog_section_serialise (g_ptr_array_index (copy->sections, 0));
  g_assert_nonnull (strstr (text, "id=\"s2-one\""));
  g_assert_nonnull (strstr (text, "id=\"s2-i\" src=\"s2/a.png\""));
  g_assert_nonnull (strstr (text, "<a href=\"#s2-h\">"));
  g_assert_nonnull (strstr (text, "https://example.org/#h"));
  g_assert_nonnull (strstr (text, "headers=\"s2-c1 s2-h\""));
  g_assert_nonnull (strstr (text, "x:href=\"#s2-s\" fill=\"url(#s2-s)\""));
  g_assert_cmpstr (copy->cover, ==, "s2/a.png");
  g_assert_cmpstr (((CogCredit *)g_ptr_array_index (copy->credits, 0))->item, ==, "s2-f");
  /* The book that was given is as it was. */
  g_free (text);
  text = cog_section_serialise (section);
  g_assert_null (strstr (text, "s2"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/book/identify", test_identify);
  g_test_add_func ("/book/counts", test_counts);
  g_test_add_func ("/book/has-units", test_has_units);
  g_test_add_func ("/book/invalid", test_invalid);
  g_test_add_func ("/book/inline", test_inline);
  g_test_add_func ("/text/round-trip", test_text_round_trip);
  g_test_add_func ("/text/overlap", test_text_overlap);
  g_test_add_func ("/text/missing", test_text_missing);
  g_test_add_func ("/text/other-equation", test_text_other_equation);
  g_test_add_func ("/book/prefix", test_prefix);
  return g_test_run ();
}
