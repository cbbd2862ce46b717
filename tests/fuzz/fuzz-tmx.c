/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-private.h"

#include "cog-memory.h"
#include "cog-remove.h"
#include "cog-tmx.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *folder;

static void
remove_folder (void)
{
  cog_remove_tree (folder);
}

/* One for all inputs: what each adds is rolled away with the file. */
static char *
dup_file (const char *name)
{
  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("cognate-fuzz-tmx-XXXXXX", NULL);
      g_assert_nonnull (folder);
      atexit (remove_folder);
    }
  return g_build_filename (folder, name, NULL);
}

static gboolean
check_entry (const CogMemoryEntry *entry, gpointer user_data, GError **error)
{
  g_assert_true (g_utf8_validate (entry->source, -1, NULL));
  g_assert_true (g_utf8_validate (entry->target, -1, NULL));
  return TRUE;
}

/* What is taken is whole, and goes out so that as much comes in again. */
void
fuzz_tmx (const char *id, const guint8 *data, gsize size)
{
  g_autofree char *path = dup_file ("in.tmx");
  g_autofree char *out = dup_file ("out.tmx");
  g_autoptr (CogMemory) memory = cog_memory_open (":memory:", NULL);
  g_autoptr (CogMemory) again = cog_memory_open (":memory:", NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  gint64 n = 0, n_out = 0, n_again = 0;

  if (memory == NULL || again == NULL ||
      !g_file_set_contents (path, (const char *)data, (gssize)size, NULL))
    return;
  if (!cog_tmx_import (memory, path, NULL, report, NULL, NULL, &n, NULL))
    return;
  g_assert_true (cog_memory_foreach (memory, check_entry, NULL, NULL));
  g_assert_true (cog_tmx_export (memory, out, &n_out, NULL));
  g_assert_true (cog_tmx_import (again, out, NULL, report, NULL, NULL, &n_again, NULL));
  g_assert_cmpint (n_out, ==, n_again);
}
