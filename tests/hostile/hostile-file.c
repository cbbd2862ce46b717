/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-file.h"

#include <string.h>

void
hostile_write_bytes (const char *path, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents_full (path, data != NULL ? data : "", (gssize)size,
                                           G_FILE_SET_CONTENTS_NONE, 0644, NULL));
}

void
hostile_write (const char *path, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  hostile_write_bytes (path, bytes);
}

char *
hostile_repeat (const char *head, const char *part, guint n, const char *tail)
{
  GString *text = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, tail);
  return g_string_free (text, FALSE);
}

char *
hostile_number (const char *head, const char *part, guint n, const char *tail)
{
  g_auto (GStrv) pieces = g_strsplit (part, "%u", -1);
  GString *text = g_string_new (head);

  for (guint i = 0; i < n; i++)
    for (guint p = 0; pieces[p] != NULL; p++)
      {
        if (p > 0)
          g_string_append_printf (text, "%u", i);
        g_string_append (text, pieces[p]);
      }
  g_string_append (text, tail);
  return g_string_free (text, FALSE);
}
