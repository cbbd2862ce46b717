/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-target.h"
#include "fuzz-zip.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* fuzz-replay TARGET FOLDER…: gives each file in the folders to a target, in any build. A folder in
 * them is a zip that can be read as text here, and packed there.
 * fuzz-replay --pack OUT FOLDER…: only writes them so, for libFuzzer. */

#define SECONDS_FOR_ONE 120 /* a valgrind, a sanitizer, a busy machine */

typedef void (*TakeFunc) (const char *name, GBytes *bytes, gpointer user_data);

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GBytes *
load (const char *path)
{
  char *text = NULL;
  gsize length;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GPtrArray) entries = fuzz_zip_read_folder (path);

      return fuzz_zip_write (entries);
    }
  return g_file_get_contents (path, &text, &length, NULL) ? g_bytes_new_take (text, length) : NULL;
}

static guint
foreach_input (const char *folder, TakeFunc func, gpointer user_data)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autoptr (GBytes) bytes = load (path);

      if (bytes != NULL)
        func (g_ptr_array_index (names, i), bytes, user_data);
    }
  return names->len;
}

static void
try_one (const char *name, GBytes *bytes, gpointer user_data)
{
  const char *id = user_data;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  g_print ("# %s\n", name);
  alarm (SECONDS_FOR_ONE);
  fuzz_target_find (id) (id, data, size);
  alarm (0);
}

static void
pack_one (const char *name, GBytes *bytes, gpointer user_data)
{
  g_autofree char *path = g_build_filename (user_data, name, NULL);

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                       NULL);
}

int
main (int argc, char *argv[])
{
  gboolean is_pack = argc > 2 && g_str_equal (argv[1], "--pack");
  guint n = 0;

  if (argc < 3)
    return 2;
  fuzz_target_prepare ();
  if (!is_pack && fuzz_target_find (argv[1]) == NULL)
    {
      g_print ("1..0 # SKIP no such target in this build\n");
      return 77;
    }
  for (int i = is_pack ? 3 : 2; i < argc; i++)
    n += is_pack ? foreach_input (argv[i], pack_one, argv[2])
                 : foreach_input (argv[i], try_one, argv[1]);
  /* A reader that cannot read its seeds is not tried by what is made of them. */
  if (!is_pack && fuzz_target_is_reader (argv[1]) && fuzz_target_count_read () == 0)
    {
      g_printerr ("%s: none of %u inputs was read.\n", argv[1], n);
      return 1;
    }
  g_print ("# %u inputs\n", n);
  return 0;
}
