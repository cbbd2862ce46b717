/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>
#include <zlib.h>

#define MAX_ENTRIES 100
#define MAX_ENTRY (1 << 20) /* bytes */

static void
entry_free (gpointer data)
{
  FuzzEntry *entry = data;

  g_free (entry->name);
  g_bytes_unref (entry->bytes);
  g_free (entry);
}

FuzzEntry *
fuzz_entry_new (const char *name, GBytes *bytes)
{
  FuzzEntry *entry = g_new0 (FuzzEntry, 1);

  entry->name = g_strdup (name != NULL ? name : "");
  entry->bytes = g_bytes_ref (bytes);
  return entry;
}

static void
take_entry (struct archive *archive, struct archive_entry *from, GPtrArray *entries)
{
  static char buffer[MAX_ENTRY]; /* a mapping for each entry takes longer than most readers */
  gssize n = 0, got;
  g_autoptr (GBytes) bytes = NULL;

  while (n < MAX_ENTRY && (got = archive_read_data (archive, buffer + n, MAX_ENTRY - n)) > 0)
    n += got;
  bytes = g_bytes_new (buffer, (gsize)n);
  g_ptr_array_add (entries, fuzz_entry_new (archive_entry_pathname (from), bytes));
}

GPtrArray *
fuzz_zip_read (const guint8 *data, gsize size)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *from;
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, size) == ARCHIVE_OK)
    while (entries->len < MAX_ENTRIES && archive_read_next_header (archive, &from) == ARCHIVE_OK)
      take_entry (archive, from, entries);
  archive_read_free (archive);
  if (entries->len > 0)
    return entries;
  g_ptr_array_unref (entries);
  return NULL;
}

static void
walk (const char *root, const char *folder, GPtrArray *entries)
{
  g_autofree char *path = g_build_filename (root, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner =
          folder[0] != '\0' ? g_strconcat (folder, "/", name, NULL) : g_strdup (name);
      g_autofree char *full = g_build_filename (root, inner, NULL);
      char *text = NULL;
      gsize length;

      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        walk (root, inner, entries);
      else if (g_file_get_contents (full, &text, &length, NULL))
        {
          g_autoptr (GBytes) bytes = NULL;

          /* Its very words are looked at, without a line's end that editors leave. */
          if (g_str_equal (inner, "mimetype"))
            length = strlen (g_strchomp (text));
          bytes = g_bytes_new_take (text, length);
          g_ptr_array_add (entries, fuzz_entry_new (inner, bytes));
        }
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const FuzzEntry *first = *(const FuzzEntry *const *)a;
  const FuzzEntry *second = *(const FuzzEntry *const *)b;
  int by_type = g_str_equal (second->name, "mimetype") - g_str_equal (first->name, "mimetype");

  return by_type != 0 ? by_type : strcmp (first->name, second->name);
}

GPtrArray *
fuzz_zip_read_folder (const char *path)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  walk (path, "", entries);
  g_ptr_array_sort (entries, compare);
  return entries;
}

static void
put (GByteArray *bytes, guint32 value, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint8 byte = i < sizeof value ? (guint8)(value >> (8 * i)) : 0;

      g_byte_array_append (bytes, &byte, 1);
    }
}

/* What local header and central directory have in common: from the version needed to the length
 * of the extra field. */
static void
put_common (GByteArray *bytes, const FuzzEntry *entry)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (entry->bytes, &size);

  put (bytes, 20, 2);
  put (bytes, 0x800, 2); /* names are UTF-8 */
  put (bytes, 0, 2);     /* stored */
  put (bytes, 0x5A210000, 4);
  put (bytes, (guint32)crc32 (0, data, (uInt)size), 4);
  put (bytes, (guint32)size, 4);
  put (bytes, (guint32)size, 4);
  put (bytes, (guint32)strlen (entry->name), 2);
  put (bytes, 0, 2);
}

static void
put_name (GByteArray *bytes, const FuzzEntry *entry)
{
  g_byte_array_append (bytes, (const guint8 *)entry->name, (guint)strlen (entry->name));
}

GBytes *
fuzz_zip_write (GPtrArray *entries)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      const FuzzEntry *entry = g_ptr_array_index (entries, i);
      guint32 at = bytes->len;
      gsize size;
      const guint8 *data = g_bytes_get_data (entry->bytes, &size);

      g_byte_array_append (bytes, (const guint8 *)"PK\003\004", 4);
      put_common (bytes, entry);
      put_name (bytes, entry);
      g_byte_array_append (bytes, data != NULL ? data : (const guint8 *)"", (guint)size);
      g_byte_array_append (directory, (const guint8 *)"PK\001\002", 4);
      put (directory, 20, 2);
      put_common (directory, entry);
      put (directory, 0, 2 + 2 + 2); /* comment, disk, internal attributes */
      put (directory, 0, 4);
      put (directory, at, 4);
      put_name (directory, entry);
    }
  {
    guint32 at = bytes->len;

    g_byte_array_append (bytes, directory->data, directory->len);
    g_byte_array_append (bytes, (const guint8 *)"PK\005\006", 4);
    put (bytes, 0, 4);
    put (bytes, entries->len, 2);
    put (bytes, entries->len, 2);
    put (bytes, directory->len, 4);
    put (bytes, at, 4);
    put (bytes, 0, 2);
  }
  return g_byte_array_free_to_bytes (bytes);
}
