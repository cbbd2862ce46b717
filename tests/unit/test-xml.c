/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-html.h"
#include "cog-report.h"
#include "cog-xml.h"

static xmlDoc *
parse (const char *text, CogReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return cog_xml_parse (bytes, "a.xml", report, error);
}

static void
test_entities (void)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = parse ("<!DOCTYPE a [<!ENTITY x \"boom\"><!ENTITY y SYSTEM "
                                  "\"file:///etc/passwd\">]>\n<a b='&x;'>R&D &nbsp;&x;&y;&lt;</a>",
                                  report, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = cog_xml_dup_text (xmlDocGetRootElement (doc));
  g_assert_cmpstr (text, ==, "R&D \xC2\xA0<");
  g_assert_true (cog_report_has (report, "unknown-entity"));
  g_assert_null (doc->intSubset);
}

static void
test_faults (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) deep = g_string_new (NULL);

  g_assert_null (parse ("<a><b></a>", NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "a.xml"));
  g_clear_error (&error);
  for (int i = 0; i < 5000; i++)
    g_string_append (deep, "<a>");
  g_assert_null (parse (deep->str, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

static void
test_encodings (void)
{
  static const char page[] = "<?xml version='1.0' encoding='windows-1251'?><a>\xEF"
                             "\xF0\xE8</a>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = cog_xml_parse (bytes, "a.xml", NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = cog_xml_dup_text (xmlDocGetRootElement (doc));
  g_assert_cmpstr (text, ==, "при");
}

static void
test_html (void)
{
  static const char page[] = "<p>a<b>x<p>y</b><math><mi>z</mi></math><svg viewBox='0 0 1 1'>"
                             "<linearGradient/></svg><x:y \"a=1>t</x:y><table><tr>out<td>in";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = cog_html_parse (bytes, NULL, "a.html", NULL, &error);
  xmlNode *root;
  gboolean math = FALSE, gradient = FALSE;

  g_assert_no_error (error);
  root = xmlDocGetRootElement (doc);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      math |= cog_xml_is (n, COG_NS_MATHML, "mi");
      gradient |= cog_xml_is (n, COG_NS_SVG, "linearGradient");
    }
  g_assert_true (math);
  g_assert_true (gradient);
  g_assert_nonnull (cog_xml_find_child (root, COG_NS_XHTML, "body"));
}

static void
test_html_deep (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append (deep, "<div>");
  bytes = g_bytes_new (deep->str, deep->len);
  g_assert_null (cog_html_parse (bytes, NULL, "a.html", NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_TOO_LARGE);
}

/* Readers ask elements for those around them: that takes the square of the depth. */
static void
test_html_flat (void)
{
  g_autoptr (GString) deep = g_string_new ("<b>0</b>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) document = NULL;
  g_autofree char *text = NULL;
  guint most = 0;

  for (int i = 0; i < 5000; i++)
    g_string_append (deep, "<div>x");
  bytes = g_bytes_new (deep->str, deep->len);
  document = cog_html_parse (bytes, NULL, "a.html", NULL, NULL);
  for (xmlNode *n = xmlDocGetRootElement (document); n != NULL;
       n = cog_xml_next_in (xmlDocGetRootElement (document), n))
    {
      guint depth = 0;

      for (xmlNode *up = n; up != NULL; up = up->parent)
        depth++;
      most = MAX (most, depth);
    }
  g_assert_cmpuint (most, >, 500);
  g_assert_cmpuint (most, <=, 520);
  text = cog_xml_dup_text (xmlDocGetRootElement (document));
  g_assert_cmpuint (strlen (text), ==, 5001);
}

static void
test_html_encodings (void)
{
  static const char page[] = "<meta charset='iso-8859-1'><p>\x93quoted\x94";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, sizeof page - 1);
  gsize length = 0;
  gboolean faults = TRUE;
  g_autofree char *text = cog_html_decode (bytes, NULL, &length, &faults);

  g_assert_nonnull (strstr (text, "“quoted”"));
  g_assert_false (faults);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/entities", test_entities);
  g_test_add_func ("/xml/faults", test_faults);
  g_test_add_func ("/xml/encodings", test_encodings);
  g_test_add_func ("/html/tree", test_html);
  g_test_add_func ("/html/deep", test_html_deep);
  g_test_add_func ("/html/flat", test_html_flat);
  g_test_add_func ("/html/encodings", test_html_encodings);
  return g_test_run ();
}
