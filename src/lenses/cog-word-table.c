/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-table.h"

#include "cog-lenses-resources.h"

#include <string.h>

static void
row_free (CogWordRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

static void
add_row (CogWordTable *self, const char *line)
{
  CogWordRow *row = g_new0 (CogWordRow, 1);
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  guint n_cells = g_strv_length (cells);

  g_assert (n_cells <= self->columns->len);
  row->cells = g_new0 (char *, self->columns->len + 1);
  for (guint i = 0; i < self->columns->len; i++)
    row->cells[i] = g_strdup (i < n_cells ? g_strstrip (cells[i]) : "");
  g_ptr_array_add (self->rows, row);
}

static char *
dup_path (const char *name)
{
  return g_strconcat ("/org/cognate/Cognate/lenses/", name, NULL);
}

static CogWordTable *
load (const char *name)
{
  g_autofree char *path = dup_path (name);
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (cog_lenses_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  CogWordTable *self = g_new0 (CogWordTable, 1);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert (bytes != NULL);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '#' || strspn (lines[i], " \t") == strlen (lines[i]))
        continue;
      if (self->columns->len > 0)
        {
          add_row (self, lines[i]);
          continue;
        }
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      for (guint c = 0; columns[c] != NULL; c++)
        g_ptr_array_add (self->columns, g_strdup (g_strstrip (columns[c])));
    }
  return self;
}

const CogWordTable *
cog_word_table_get (const char *name)
{
  static GMutex lock;
  static GHashTable *loaded;
  CogWordTable *self;

  g_return_val_if_fail (name != NULL, NULL);

  g_mutex_lock (&lock);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (loaded, name);
  if (self == NULL)
    {
      self = load (name);
      g_hash_table_insert (loaded, g_strdup (name), self);
    }
  g_mutex_unlock (&lock);
  return self;
}

gboolean
cog_word_table_exists (const char *name)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  path = dup_path (name);
  return g_resource_get_info (cog_lenses_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL,
                              NULL, NULL);
}

int
cog_word_table_find_column (const CogWordTable *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, -1);

  for (guint i = 0; i < self->columns->len; i++)
    if (strcmp (g_ptr_array_index (self->columns, i), name) == 0)
      return (int)i;
  return -1;
}

int
cog_word_table_find_language (const CogWordTable *self, const char *language)
{
  g_return_val_if_fail (self != NULL && language != NULL, -1);

  for (guint i = 1; i < self->columns->len; i++)
    if (strcmp (g_ptr_array_index (self->columns, i), language) == 0)
      return (int)i;
  return -1;
}

const CogWordRow *
cog_word_table_get_row (const CogWordTable *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->rows->len, NULL);
  return g_ptr_array_index (self->rows, index);
}

gboolean
cog_word_cell_has (const char *cell, const char *word)
{
  gsize length;

  g_return_val_if_fail (cell != NULL && word != NULL, FALSE);

  length = strlen (word);
  if (strcmp (cell, "*") == 0)
    return TRUE;
  for (const char *at = cell; *at != '\0';)
    {
      gsize n = strcspn (at, " ");

      if (n == length && strncmp (at, word, n) == 0)
        return TRUE;
      at += n + strspn (at + n, " ");
    }
  return FALSE;
}
