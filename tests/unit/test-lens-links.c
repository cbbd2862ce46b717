/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-lens-table.h"

#define LINK(address) "See <a href=\"" address "\">this page</a>."

static GPtrArray *
scan (const char *xhtml, const char *target)
{
  const CogLensContext context = { .source = "en-US", .target = target };
  const char *const ids[] = { "links", NULL };
  CogUnit *unit = cog_unit_new ("u1", "s1", COG_UNIT_PARAGRAPH);
  g_autoptr (CogLensText) text = NULL;

  unit->source = g_strdup (xhtml);
  text = cog_lens_text_new (unit, TRUE, context.source);
  cog_unit_free (unit);
  return cog_lens_scan (&context, text, ids);
}

static void
assert_kind (const char *xhtml, const char *target, const char *kind)
{
  g_autoptr (GPtrArray) findings = scan (xhtml, target);
  const CogLensFinding *finding;

  if (kind == NULL)
    {
      g_assert_cmpuint (findings->len, ==, 0);
      return;
    }
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (finding->kind, ==, kind);
  g_assert_cmpstr (finding->text, ==, "this page");
  g_assert_cmpuint (finding->start, ==, 4);
  g_assert_cmpuint (finding->end, ==, 13);
  g_assert_nonnull (cog_lens_finding_get_proposal (finding, COG_CHOICE_SWAP));
  g_assert_nonnull (cog_lens_finding_get_proposal (finding, COG_CHOICE_KEEP));
}

static void
test_links (void)
{
  assert_kind (LINK ("https://en.wikipedia.org/wiki/Force"), "kk-KZ", "language-link");
  assert_kind (LINK ("https://en.wikipedia.org/wiki/Force"), "en-KE", NULL);
  assert_kind (LINK ("https://www.wikipedia.org/"), "kk-KZ", NULL);
  assert_kind (LINK ("https://www.irs.gov/forms"), "kk-KZ", "authority-link");
  assert_kind (LINK ("https://www.irs.gov/forms"), "es-US", NULL);
  assert_kind (LINK ("https://www.mineducacion.gov.co/"), "kk-KZ", "authority-link");
  assert_kind (LINK ("https://moe.gov.eg/"), "ar-EG", NULL);
  assert_kind (LINK ("https://www.gov.uk/student-finance"), "en-KE", "authority-link");
  assert_kind (LINK ("https://simple.wikipedia.org/wiki/Force"), "kk-KZ", "language-link");
  assert_kind (LINK ("https://simple.wikipedia.org/wiki/Force"), "en-KE", NULL);
  assert_kind (LINK ("https://www.zillow.com/"), "ar-EG", "service-link");
  assert_kind (LINK ("https://notzillow.com/"), "ar-EG", NULL);
  assert_kind (LINK ("#f1"), "ar-EG", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens-links/kinds", test_links);
  return g_test_run ();
}
