/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus.h"

char *
corpus_dup_path (const char *relative)
{
  const char *root = g_getenv ("COGNATE_CORPUS");
  g_autofree char *beside =
      g_build_filename (g_getenv ("COGNATE_SOURCE_ROOT"), "..", "shared", "corpus", NULL);
  g_autofree char *path = g_build_filename (root != NULL ? root : beside, relative, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}
