/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-csv.h"

#include <string.h>

char
cog_csv_guess_separator (const char *text)
{
  static const char signs[] = "\t;,";
  guint counts[3] = { 0 };
  guint best = 0;
  gboolean is_quoted = FALSE;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *c = text; *c != '\0' && (is_quoted || (*c != '\n' && *c != '\r')); c++)
    if (*c == '"')
      is_quoted = !is_quoted;
    else if (!is_quoted && strchr (signs, *c) != NULL)
      counts[strchr (signs, *c) - signs]++;
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  /* A tab is never part of a word. */
  if (counts[0] > 0)
    best = 0;
  return counts[best] > 0 ? signs[best] : 0;
}

static const char *
find_line_end (const char *c)
{
  return c + strcspn (c, "\r\n");
}

static const char *
skip_line_end (const char *c)
{
  if (c[0] == '\r' && c[1] == '\n')
    return c + 2;
  return *c != '\0' ? c + 1 : c;
}

/* A field in quotation marks, from the first of them; NULL: it has no end within max bytes. */
static const char *
read_quoted (CogCsv *self, const char *c, gsize max, GString *field)
{
  const char *start = c;
  guint n_lines = 0;

  for (c++; *c != '\0' && (gsize)(c - start) <= max; c++)
    {
      if (c[0] == '"' && c[1] == '"')
        c++;
      else if (*c == '"')
        {
          self->line += n_lines;
          return c + 1;
        }
      n_lines += *c == '\n' || (*c == '\r' && c[1] != '\n');
      g_string_append_c (field, *c);
    }
  return NULL;
}

static const char *
read_field (CogCsv *self, const char *c, gsize max, GString *field)
{
  char stops[] = { '\r', '\n', self->separator, '\0' };
  gsize n;

  if (*c == '"')
    {
      c = read_quoted (self, c, max, field);
      if (c == NULL)
        return NULL;
    }
  /* What stands behind the closing mark is against the rules, and part of the field. */
  n = strcspn (c, stops);
  g_string_append_len (field, c, (gssize)n);
  return n <= max ? c + n : NULL;
}

GPtrArray *
cog_csv_next (CogCsv *self, gsize max, guint *line, gboolean *is_whole)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  const char *start, *c;

  g_return_val_if_fail (self != NULL && line != NULL && is_whole != NULL, NULL);

  start = c = self->at;
  *line = self->line;
  *is_whole = TRUE;
  if (*c == '\0')
    return NULL;
  for (;;)
    {
      g_autoptr (GString) field = g_string_new (NULL);

      c = read_field (self, c, max, field);
      if (c == NULL || (gsize)(c - start) > max)
        {
          *is_whole = FALSE;
          self->line = *line;
          c = find_line_end (start);
          break;
        }
      g_ptr_array_add (fields, g_strdup (field->str));
      if (*c != self->separator || *c == '\0')
        break;
      c++;
    }
  self->line++;
  self->at = skip_line_end (c);
  return g_steal_pointer (&fields);
}

void
cog_csv_append (GString *out, const char *field, char separator)
{
  const char special[] = { '"', '\r', '\n', separator, '\0' };

  g_return_if_fail (out != NULL);

  if (field == NULL || field[0] == '\0')
    return;
  if (strpbrk (field, special) == NULL && !g_ascii_isspace (field[0]) &&
      !g_ascii_isspace (field[strlen (field) - 1]))
    {
      g_string_append (out, field);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *c = field; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');
}
