/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-list.h"

#include <string.h>

static void
add_word (CogPhrases *phrases, CogListedWord template, const char *written)
{
  g_autofree char *word = g_strstrip (g_strdup (written));
  gsize length = strlen (word);
  CogListedWord *listed;

  if (length > 1 && strchr ("?~=", word[length - 1]) != NULL)
    {
      template.mark = word[length - 1];
      word[length - 1] = '\0';
    }
  if (word[0] == '\0')
    return;
  listed = g_new (CogListedWord, 1);
  *listed = template;
  cog_phrases_add (phrases, word, listed);
}

static void
add_column (CogPhrases *phrases, const CogWordTable *table, int column, gboolean is_sign)
{
  for (guint i = 0; column >= 0 && i < table->rows->len; i++)
    {
      CogListedWord template = { .row = cog_word_table_get_row (table, i), .index = i };
      g_auto (GStrv) words = g_strsplit (template.row->cells[column], "|", -1);

      template.is_sign = is_sign;
      for (guint k = 0; words[k] != NULL; k++)
        {
          template.is_first = k == 0;
          add_word (phrases, template, words[k]);
        }
    }
}

static CogPhrases *
make (const char *name, const char *language)
{
  const CogWordTable *table = cog_word_table_get (name);
  CogPhrases *phrases = cog_phrases_new (language);

  add_column (phrases, table, cog_word_table_find_language (table, language), FALSE);
  add_column (phrases, table, cog_word_table_find_column (table, "any"), TRUE);
  return phrases;
}

const CogPhrases *
cog_word_list_get (const char *table, const char *language)
{
  static GMutex lock;
  static GHashTable *made;
  gsize length;
  CogPhrases *phrases;

  g_return_val_if_fail (table != NULL && language != NULL, NULL);

  length = strcspn (language, "-_");
  g_autofree char *primary = g_ascii_strdown (language, (gssize)length);
  g_autofree char *key = g_strconcat (table, " ", primary, NULL);

  g_mutex_lock (&lock);
  if (made == NULL)
    made = g_hash_table_new (g_str_hash, g_str_equal);
  phrases = g_hash_table_lookup (made, key);
  if (phrases == NULL)
    {
      phrases = make (table, primary);
      g_hash_table_insert (made, g_steal_pointer (&key), phrases);
    }
  g_mutex_unlock (&lock);
  return phrases;
}
