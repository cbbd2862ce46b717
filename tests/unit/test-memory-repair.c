/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-repair.h"

/* "placed missing dropped: text" */
static void
assert_repaired (const char *segment, const char *source, const char *target, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogText) wanted = cog_text_new_from_xhtml (segment, &error);
  g_autoptr (CogText) known = cog_text_new_from_xhtml (source, &error);
  g_autoptr (CogText) translated = cog_text_new_from_xhtml (target, &error);
  g_autoptr (CogText) repaired = NULL;
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;
  CogMemoryEntry entry = { .source_inline = (char *)source, .target_inline = (char *)target };
  CogMemoryMatch match = { .entry = &entry };
  CogMemoryRepair told;

  g_assert_no_error (error);
  entry.source = known->plain;
  entry.target = translated->plain;
  repaired = cog_memory_repair (wanted, &match, &told);
  text = cog_text_to_xhtml (repaired);
  said = g_strdup_printf ("%u %u %u: %s", told.n_placed, told.n_missing, told.n_dropped, text);
  g_assert_cmpstr (said, ==, expected);
}

static void
test_same (void)
{
  /* The new segment's links, whatever order the translation has. */
  assert_repaired ("See <a href=\"#f7\">Figure</a> and <a href=\"#t2\">Table</a>.",
                   "See <a href=\"#f1\">Figure</a> and <a href=\"#t1\">Table</a>.",
                   "<a href=\"#t1\">Tabla</a> y <a href=\"#f1\">Figura</a>.",
                   "0 0 0: <a href=\"#t2\">Tabla</a> y <a href=\"#f7\">Figura</a>.");
  /* By element, where the markup is another; kinds of their own last. */
  assert_repaired ("The <em>new</em> <strong>lens</strong>",
                   "The <strong>old</strong> <em>lens</em>",
                   "La <em>lente</em> <strong>vieja</strong>",
                   "0 0 0: La <em>lente</em> <strong>vieja</strong>");
  assert_repaired ("The <i>lens</i>", "The <em>lens</em>", "La <em>lente</em>",
                   "0 0 0: La <i>lente</i>");
}

static void
test_pieces (void)
{
  assert_repaired ("Let <img src=\"b.png\" alt=\"b\"/> be.",
                   "Let <img src=\"a.png\" alt=\"a\"/> be.", "Sea <img src=\"a.png\" alt=\"a\"/>.",
                   "0 0 0: Sea <img src=\"b.png\" alt=\"b\"/>.");
  /* The translation has none: where it stands in the segment. */
  assert_repaired ("Let it be <img src=\"b.png\" alt=\"b\"/>", "Let it be", "Que sea",
                   "1 0 0: Que sea<img src=\"b.png\" alt=\"b\"/>");
  assert_repaired ("Let <img src=\"b.png\" alt=\"b\"/> be so", "Let  be so", "Que sea así",
                   "1 0 0: Que <img src=\"b.png\" alt=\"b\"/>sea así");
  /* The segment has none. */
  assert_repaired ("Let it be.", "Let <img src=\"a.png\" alt=\"a\"/> be.",
                   "Sea <img src=\"a.png\" alt=\"a\"/> <em>así</em>.", "0 0 2: Sea  así.");
}

static void
test_missing (void)
{
  /* All of it; words that are the same in both; else it is told. */
  assert_repaired ("<strong>Light bends.</strong>", "Light bends.", "La luz se dobla.",
                   "0 0 0: <strong>La luz se dobla.</strong>");
  assert_repaired ("By <em>Newton</em> himself", "By Newton himself", "Por Newton mismo",
                   "0 0 0: Por <em>Newton</em> mismo");
  assert_repaired ("The <em>lens</em> bends", "The lens bends", "La lente dobla",
                   "0 1 0: La lente dobla");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory-repair/same", test_same);
  g_test_add_func ("/memory-repair/pieces", test_pieces);
  g_test_add_func ("/memory-repair/missing", test_missing);
  return g_test_run ();
}
