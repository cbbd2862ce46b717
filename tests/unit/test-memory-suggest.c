/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-suggest.h"

#include "folder.h"

static void
add (CogMemory *memory, const char *source, const char *target)
{
  g_autoptr (GError) error = NULL;
  const CogMemoryEntry entry = { .source = (char *)source,
                                 .target = (char *)target,
                                 .source_language = (char *)"en",
                                 .target_language = (char *)"es",
                                 .origin = (char *)"Physics" };

  cog_memory_add (memory, &entry, &error);
  g_assert_no_error (error);
}

/* "score found/sentences target; …" */
static void
assert_suggested (CogMemory *memory, const char *source, const char *expected)
{
  g_autoptr (GError) error = NULL;
  const CogUnit unit = { .id = (char *)"u", .source = (char *)source };
  g_autoptr (GPtrArray) found = cog_memory_suggest (memory, &unit, "en", "es", &error);
  g_autoptr (GString) said = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const CogMemorySuggestion *one = found->pdata[i];

      g_string_append_printf (said, "%d %u/%u %s; ", (int)one->score, one->n_found,
                              one->n_sentences, one->target);
      g_assert_cmpstr (one->origin, ==, "Physics");
    }
  g_assert_cmpstr (said->str, ==, expected);
}

static void
test_suggest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogMemory) memory = cog_memory_open ("memory.sqlite", &error);

  g_assert_no_error (error);
  add (memory, "Light bends.", "La luz se dobla.");
  add (memory, "Water boils at 100 degrees.", "El agua hierve a 100 grados.");
  assert_suggested (memory, "Stones roll.", "");
  assert_suggested (memory, "<em>Light bends.</em>", "100 1/1 <em>La luz se dobla.</em>; ");
  /* Joined, numbers and all. */
  assert_suggested (memory, "Light bends. Water boils at 90 degrees.",
                    "98 2/2 La luz se dobla. El agua hierve a 90 grados.; ");
  /* What is not known stands as it is. */
  assert_suggested (memory, "Light bends. But why is it so?",
                    "41 1/2 La luz se dobla. But why is it so?; ");
  /* Whole, where it was translated so. */
  add (memory, "Light bends. But why is it so?", "La luz se dobla. ¿Por qué?");
  assert_suggested (
      memory, "Light bends. But why is it so?",
      "100 1/1 La luz se dobla. ¿Por qué?; 41 1/2 La luz se dobla. But why is it so?; ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/memory-suggest/suggest", test_suggest);
  return g_test_run ();
}
