/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markdown.h"

#include "cog-evidence.h"
#include "cog-language-guess.h"

#include <string.h>

static char *
dup_value (const char *text)
{
  char *value = g_strdup (text);
  gsize length;

  g_strstrip (value);
  length = strlen (value);
  if (length >= 2 && (value[0] == '"' || value[0] == '\'') && value[length - 1] == value[0])
    {
      value[length - 1] = '\0';
      memmove (value, value + 1, length - 1);
    }
  return value;
}

/* Each chapter names its authors again. */
static gboolean
is_known (const CogBook *book, const char *name, CogRole role)
{
  for (guint i = 0; i < book->credit->agents->len; i++)
    {
      const CogAgent *agent = g_ptr_array_index (book->credit->agents, i);

      if (agent->role == role && g_str_equal (agent->name, name))
        return TRUE;
    }
  return FALSE;
}

static void
add_people (CogBook *book, const char *value, CogRole role)
{
  g_autofree char *list = g_strdup (value);
  g_auto (GStrv) names = NULL;

  g_strdelimit (list, "[]", ' ');
  names = g_strsplit_set (list, ",;", 100);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = dup_value (names[i]);

      if (name[0] != '\0' && !is_known (book, name, role))
        g_ptr_array_add (book->credit->agents, cog_agent_new (name, role));
    }
}

static void
set_once (char **field, const char *value)
{
  if (*field == NULL && value[0] != '\0')
    *field = g_strdup (value);
}

static void
read_field (CogBook *book, CogReport *report, const char *file, const char *key, const char *value)
{
  g_autofree char *lower = g_ascii_strdown (key, -1);

  if (value[0] == '\0')
    return;
  if (g_str_equal (lower, "title"))
    set_once (&book->credit->title, value);
  else if (g_str_equal (lower, "subtitle"))
    set_once (&book->credit->subtitle, value);
  else if (g_str_equal (lower, "author") || g_str_equal (lower, "authors"))
    add_people (book, value, COG_ROLE_AUTHOR);
  else if (g_str_equal (lower, "translator") || g_str_equal (lower, "translators"))
    add_people (book, value, COG_ROLE_TRANSLATOR);
  else if (g_str_equal (lower, "lang") || g_str_equal (lower, "language"))
    {
      if (book->language == NULL)
        book->language = cog_language_read (value);
    }
  else if (g_str_equal (lower, "date"))
    set_once (&book->date, value);
  else if (g_str_equal (lower, "publisher"))
    set_once (&book->credit->publisher, value);
  else if (strstr (lower, "licen") != NULL || strstr (lower, "rights") != NULL ||
           strstr (lower, "copyright") != NULL)
    cog_evidence_add (book, report, COG_EVIDENCE_METADATA, file, key, value, NULL);
}

/* A line of a block, "key: value" or "key = value"; lines that go on below are joined before. */
static void
read_line (CogBook *book, CogReport *report, const char *file, const char *line)
{
  gsize key_length = strcspn (line, ":=");
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;

  if (line[key_length] == '\0' || line[0] == '#')
    return;
  key = g_strndup (line, key_length);
  value = dup_value (line + key_length + 1);
  read_field (book, report, file, g_strstrip (key), value);
}

const char *
cog_front_matter_read (const char *text, const char *file, CogBook *book, CogReport *report)
{
  const char *fence = g_str_has_prefix (text, "---")   ? "\n---"
                      : g_str_has_prefix (text, "+++") ? "\n+++"
                                                       : NULL;
  const char *end = fence != NULL ? strstr (text + 3, fence) : NULL;
  g_autofree char *block = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) whole = g_string_new (NULL);

  /* "---" at the start may be a rule as well: a block has a key in its first line. */
  if (end == NULL || end - text > 20000 || strcspn (text + 4, "\n") == 0)
    return text;
  block = g_strndup (text + 3, end - text - 3);
  lines = g_strsplit (block, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean goes_on = lines[i][0] == ' ' || lines[i][0] == '-';

      if (!goes_on && whole->len > 0)
        {
          read_line (book, report, file, whole->str);
          g_string_truncate (whole, 0);
        }
      g_strstrip (lines[i]);
      if (goes_on)
        g_string_append_printf (whole, "%s%s", lines[i][0] == '-' ? ", " : " ",
                                lines[i] + (lines[i][0] == '-'));
      else
        g_string_append (whole, lines[i]);
    }
  if (whole->len > 0)
    read_line (book, report, file, whole->str);
  end += 4;
  return end + strcspn (end, "\n");
}
