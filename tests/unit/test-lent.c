/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cog-lent.h"

static gboolean
is_alone (const char *first, ...)
{
  g_autofree char *path = NULL;
  va_list more;

  va_start (more, first);
  path = g_build_filename_valist (first, &more);
  va_end (more);
  return cog_lent_is_alone (path);
}

static void
test_file (void)
{
  const char *run = g_get_user_runtime_dir ();

  g_assert_true (is_alone (run, "doc", "1a2b3c4d", "book.epub", NULL));
  g_assert_true (is_alone ("/run/flatpak/doc/1a2b3c4d/book.epub", NULL));
}

static void
test_not_lent (void)
{
  const char *run = g_get_user_runtime_dir ();

  /* What stands in a folder that was lent stands in a folder of the person's. */
  g_assert_false (is_alone (run, "doc", "1a2b3c4d", "Books", "book.epub", NULL));
  g_assert_false (is_alone (run, "document", "1a2b3c4d", "book.epub", NULL));
  g_assert_false (is_alone ("/home/ana/doc/1a2b3c4d/book.epub", NULL));
  g_assert_false (is_alone ("book.epub", NULL));
  g_assert_false (is_alone ("/", NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lent/file", test_file);
  g_test_add_func ("/lent/not-lent", test_not_lent);
  return g_test_run ();
}
