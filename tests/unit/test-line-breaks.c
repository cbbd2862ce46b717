/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-line-breaks.h"

#include <string.h>

static void
test_others (void)
{
  g_assert_null (cog_line_breaks_mark (""));
  g_assert_null (cog_line_breaks_mark ("Words with spaces, 日本語, ภาษาไทย"));
}

/* Only places to break come in: nothing else changes. */
static void
assert_marked (const char *text)
{
  g_autofree char *marked = cog_line_breaks_mark (text);
  g_auto (GStrv) pieces = NULL;
  g_autofree char *joined = NULL;

  g_assert_nonnull (marked);
  pieces = g_strsplit (marked, "\u200b", -1);
  joined = g_strjoinv ("", pieces);
  g_assert_cmpuint (g_strv_length (pieces), >, 3);
  g_assert_cmpstr (joined, ==, text);
}

static void
test_solid (void)
{
  assert_marked ("មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងសមភាព (a b) ក្នុងផ្នែក");
  assert_marked ("ມະນຸດທຸກຄົນເກີດມາມີສິດເສລີພາບ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-breaks/others", test_others);
  g_test_add_func ("/line-breaks/solid", test_solid);
  return g_test_run ();
}
