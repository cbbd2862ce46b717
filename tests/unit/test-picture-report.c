/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-report.h"

static void
add_picture (CogBook *book, const char *section_id, const char *id, const char *alt)
{
  CogSection *section = cog_section_new (section_id, "Title");
  xmlNode *figure =
      xmlNewChild (cog_section_make_content (section), NULL, (const xmlChar *)"figure", NULL);
  xmlNode *image = xmlNewChild (figure, NULL, (const xmlChar *)"img", NULL);

  if (id != NULL)
    xmlSetProp (image, (const xmlChar *)"id", (const xmlChar *)id);
  if (alt != NULL)
    xmlSetProp (image, (const xmlChar *)"alt", (const xmlChar *)alt);
  g_ptr_array_add (book->sections, section);
}

static void
assert_finding (CogReport *report, guint i, const char *id, const char *place, const char *n)
{
  const CogFinding *finding = g_ptr_array_index (cog_report_get_findings (report), i);

  g_assert_cmpstr (finding->kind->id, ==, id);
  g_assert_cmpstr (finding->place, ==, place);
  g_assert_cmpstr (finding->arguments[0], ==, n);
}

/* One without a description waits for it, one with an empty one is decoration: both are told, and
 * lead to the first of them. */
static void
test_counts (void)
{
  g_autoptr (CogBook) book = cog_book_new ();
  g_autoptr (CogReport) report = cog_report_new ();

  add_picture (book, "a", "a-1", "A pond in spring");
  add_picture (book, "b", "b-1", "");
  add_picture (book, "c", "c-1", NULL);
  add_picture (book, "d", NULL, NULL);
  cog_picture_report (book, report);
  g_assert_cmpuint (cog_report_get_findings (report)->len, ==, 2);
  assert_finding (report, 0, "pictures-not-described", "c-1", "2");
  assert_finding (report, 1, "pictures-decorative", "b-1", "1");
}

static void
test_described (void)
{
  g_autoptr (CogBook) book = cog_book_new ();
  g_autoptr (CogReport) report = cog_report_new ();

  add_picture (book, "a", "a-1", "A pond in spring");
  cog_picture_report (book, report);
  g_assert_cmpuint (cog_report_get_findings (report)->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-report/counts", test_counts);
  g_test_add_func ("/picture-report/described", test_described);
  return g_test_run ();
}
