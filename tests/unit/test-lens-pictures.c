/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-lens-table.h"

static void
assert_kind (const char *words, CogUnitKind kind, const char *target, const char *expected)
{
  const CogLensContext context = { .source = "en-US", .target = target };
  const char *const ids[] = { "pictures", NULL };
  CogUnit *unit = cog_unit_new ("i1@alt", "s1", kind);
  g_autoptr (CogLensText) text = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  unit->source = g_strdup (words);
  text = cog_lens_text_new (unit, TRUE, "en-US");
  cog_unit_free (unit);
  findings = cog_lens_scan (&context, text, ids);
  g_test_message ("%s", words);
  g_assert_cmpuint (findings->len, ==, expected != NULL ? 1 : 0);
  if (expected != NULL)
    g_assert_cmpstr (((CogLensFinding *)g_ptr_array_index (findings, 0))->kind, ==, expected);
}

static void
test_descriptions (void)
{
  assert_kind ("A map of the Great Lakes", COG_UNIT_ALT, "kk-KZ", "map");
  assert_kind ("A boy gives a thumbs up", COG_UNIT_ALT, "ar-EG", "gesture");
  assert_kind ("Screenshot of a spreadsheet", COG_UNIT_CAPTION, "fr-FR", "text");
  assert_kind ("Two coins on a table", COG_UNIT_ALT, "kk-KZ", "money");
  assert_kind ("The left hand rule", COG_UNIT_ALT, "kk-KZ", NULL);
  /* The text is another lens's business. */
  assert_kind ("A map of the Great Lakes", COG_UNIT_PARAGRAPH, "kk-KZ", NULL);
  assert_kind ("A frog on a leaf", COG_UNIT_ALT, "kk-KZ", NULL);
}

static void
test_drawings (void)
{
  const char *svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>Force</text></svg>";
  const char *mute = "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>";

  assert_kind (svg, COG_UNIT_DRAWING, "kk-KZ", "drawing");
  assert_kind (svg, COG_UNIT_DRAWING, "en-KE", NULL);
  assert_kind (mute, COG_UNIT_DRAWING, "kk-KZ", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lens-pictures/descriptions", test_descriptions);
  g_test_add_func ("/lens-pictures/drawings", test_drawings);
  return g_test_run ();
}
