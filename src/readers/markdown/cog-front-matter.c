/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markdown.h"

#include "cog-evidence.h"
#include "cog-language-guess.h"

#include <string.h>

/* What is read of YAML and TOML: keys at the start of a line with a word, a quoted word, a list in
 * brackets, and below them a list, a block of text (| or >), or keys of their own. That is what
 * front matter is made of; anchors, tags and flow maps are not read. */
typedef struct
{
  char *key;      /* lower case */
  char *value;    /* of its own line; "" where it stands below */
  GString *below; /* the lines below, as they stand */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry->value);
  g_string_free (entry->below, TRUE);
  g_free (entry);
}

static char *
dup_unquoted (const char *text)
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
  return g_strstrip (value);
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
add_person (CogBook *book, const char *text, CogRole role)
{
  g_autofree char *name = dup_unquoted (text);

  if (name[0] != '\0' && !is_known (book, name, role))
    g_ptr_array_add (book->credit->agents, cog_agent_new (name, role));
}

static void
add_people (CogBook *book, const char *value, CogRole role)
{
  g_autofree char *list = g_strdup (value);
  g_auto (GStrv) names = NULL;

  g_strdelimit (list, "[]", ' ');
  names = g_strsplit_set (list, ",;", 100);
  for (guint i = 0; names[i] != NULL; i++)
    add_person (book, names[i], role);
}

/* "- Ann", "- name: Ann", "  name: Ann", "  given: Ann" with "  family: Lee": one a line; what else
 * is said of a person (affiliation, orcid) is not her name. */
static void
add_people_below (CogBook *book, const char *below, CogRole role)
{
  g_auto (GStrv) lines = g_strsplit (below, "\n", 400);
  g_autofree char *given = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      gboolean is_item = line[0] == '-';
      char *colon;

      line += is_item ? 1 + strspn (line + 1, " ") : 0;
      colon = strstr (line, ": ");
      if (colon == NULL && is_item && !g_str_has_suffix (line, ":"))
        add_person (book, line, role);
      if (colon == NULL)
        continue;
      *colon = '\0';
      if (g_str_equal (line, "name") || g_str_equal (line, "literal"))
        add_person (book, colon + 2, role);
      else if (g_str_equal (line, "given"))
        {
          g_free (given);
          given = dup_unquoted (colon + 2);
        }
      else if (g_str_equal (line, "family"))
        {
          g_autofree char *family = dup_unquoted (colon + 2);
          g_autofree char *name = g_strjoin (" ", given != NULL ? given : "", family, NULL);

          add_person (book, name, role);
        }
    }
}

static void
set_once (char **field, const char *value)
{
  if (*field == NULL && value[0] != '\0')
    *field = g_strdup (value);
}

/* The words of an entry: its own, or those below it, without the marks of a block or list. */
static char *
dup_words (const Entry *entry)
{
  g_autofree char *own = dup_unquoted (entry->value);
  g_autoptr (GString) words = NULL;
  g_auto (GStrv) lines = NULL;

  if (own[0] != '\0' && own[0] != '|' && own[0] != '>')
    {
      if (entry->below->len == 0)
        return g_steal_pointer (&own);
    }
  else
    own[0] = '\0';
  words = g_string_new (own);
  lines = g_strsplit (entry->below->str, "\n", 400);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = dup_unquoted (lines[i] + (lines[i][0] == '-'));

      if (line[0] != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", line);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
read_people (CogBook *book, const Entry *entry, CogRole role)
{
  if (entry->value[0] != '\0')
    add_people (book, entry->value, role);
  add_people_below (book, entry->below->str, role);
}

static void
read_subjects (CogBook *book, const char *words)
{
  g_autofree char *list = g_strdup (words);
  g_auto (GStrv) subjects = g_strsplit (g_strdelimit (list, "[];", ','), ",", 50);

  for (guint i = 0; subjects[i] != NULL; i++)
    {
      g_autofree char *subject = dup_unquoted (subjects[i]);

      if (subject[0] != '\0' &&
          !g_ptr_array_find_with_equal_func (book->subjects, subject, g_str_equal, NULL))
        g_ptr_array_add (book->subjects, g_steal_pointer (&subject));
    }
}

static gboolean
is_any (const char *key, const char *const *names)
{
  return g_strv_contains (names, key);
}

static void
read_entry (CogBook *book, CogReport *report, const char *file, const Entry *entry, char **title)
{
  static const char *const authors[] = { "author", "authors", "creator", "by", NULL };
  static const char *const translators[] = { "translator", "translators", NULL };
  static const char *const languages[] = { "lang", "language", "locale", NULL };
  static const char *const subjects[] = { "keywords", "subject", "subjects", NULL };
  g_autofree char *words = dup_words (entry);
  const char *key = entry->key;

  if (words[0] == '\0')
    return;
  if (g_str_equal (key, "title") && *title == NULL)
    *title = g_strdup (words);
  else if (g_str_equal (key, "subtitle"))
    set_once (&book->credit->subtitle, words);
  else if (is_any (key, authors))
    read_people (book, entry, COG_ROLE_AUTHOR);
  else if (is_any (key, translators))
    read_people (book, entry, COG_ROLE_TRANSLATOR);
  else if (g_str_equal (key, "editor") || g_str_equal (key, "editors"))
    read_people (book, entry, COG_ROLE_EDITOR);
  else if (is_any (key, languages) && book->language == NULL)
    book->language = cog_language_read (words);
  else if (g_str_equal (key, "date"))
    set_once (&book->date, words);
  else if (g_str_equal (key, "publisher"))
    set_once (&book->credit->publisher, words);
  else if (g_str_equal (key, "description") || g_str_equal (key, "abstract"))
    set_once (&book->description, words);
  else if (is_any (key, subjects))
    read_subjects (book, words);
  else if (strstr (key, "licen") != NULL || strstr (key, "rights") != NULL ||
           strstr (key, "copyright") != NULL)
    cog_evidence_add (book, report, COG_EVIDENCE_METADATA, file, key, words, NULL);
}

/* "key: value" or "key = value" at the start of a line. */
static Entry *
begin_entry (const char *line)
{
  gsize length = strcspn (line, ":=");
  Entry *entry;

  if (line[length] == '\0' || strchr ("# \t-'\"[]", line[0]) != NULL)
    return NULL;
  entry = g_new0 (Entry, 1);
  entry->key = g_ascii_strdown (line, (gssize)length);
  g_strstrip (entry->key);
  entry->value = g_strdup (line + length + 1);
  g_strstrip (entry->value);
  entry->below = g_string_new (NULL);
  return entry;
}

void
cog_front_matter_read_block (
    const char *block, const char *file, CogBook *book, CogReport *report, char **title)
{
  g_auto (GStrv) lines = g_strsplit (block, "\n", -1);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean goes_on = strchr (" \t-", lines[i][0]) != NULL && lines[i][0] != '\0';
      Entry *entry = goes_on ? NULL : begin_entry (lines[i]);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
      else if (goes_on && entries->len > 0)
        g_string_append_printf (((Entry *)g_ptr_array_index (entries, entries->len - 1))->below,
                                "%s\n", lines[i]);
    }
  for (guint i = 0; i < entries->len; i++)
    read_entry (book, report, file, g_ptr_array_index (entries, i), title);
}

const char *
cog_front_matter_read (
    const char *text, const char *file, CogBook *book, CogReport *report, char **title)
{
  const char *fence = g_str_has_prefix (text, "---")   ? "\n---"
                      : g_str_has_prefix (text, "+++") ? "\n+++"
                                                       : NULL;
  const char *end = fence != NULL ? strstr (text + 3, fence) : NULL;
  const char *dots = fence != NULL && text[0] == '-' ? strstr (text + 3, "\n...\n") : NULL;
  g_autofree char *block = NULL;

  /* Pandoc ends a block with "..." as well. */
  if (dots != NULL && (end == NULL || dots < end))
    end = dots;
  /* "---" at the start may be a rule as well: a block has a key in its first line. */
  if (end == NULL || end - text > 20000 || strcspn (text + 4, "\n") == 0)
    return text;
  block = g_strndup (text + 3, end - text - 3);
  cog_front_matter_read_block (block, file, book, report, title);
  end += 4;
  return end + strcspn (end, "\n");
}
