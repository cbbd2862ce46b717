/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-speech-private.h"

#include "cog-math-resources.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE "/org/cognate/speech/speech.ini"

static GHashTable *
read_words (GKeyFile *file, const char *group)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_insert (words, g_strdup (keys[i]),
                         g_key_file_get_string (file, group, keys[i], NULL));
  return words;
}

/* All languages, read once; nothing changes them afterwards, so every thread may look. */
static GHashTable *
get_languages (void)
{
  static gsize done = 0;
  static GHashTable *languages = NULL;

  if (g_once_init_enter (&done))
    {
      g_autoptr (GKeyFile) file = g_key_file_new ();
      g_autoptr (GBytes) bytes =
          g_resource_lookup_data (cog_math_get_resource (), RESOURCE, 0, NULL);
      g_auto (GStrv) groups = NULL;

      languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify)g_hash_table_unref);
      if (bytes != NULL && g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
        groups = g_key_file_get_groups (file, NULL);
      for (guint i = 0; groups != NULL && groups[i] != NULL; i++)
        g_hash_table_insert (languages, g_strdup (groups[i]), read_words (file, groups[i]));
      g_once_init_leave (&done, 1);
    }
  return languages;
}

CogMathSpeechWords *
cog_math_speech_words_get (const char *language)
{
  g_autofree char *primary = NULL, *lower = NULL;

  if (language == NULL)
    return NULL;
  primary = g_strndup (language, strcspn (language, "-_"));
  lower = g_ascii_strdown (primary, -1);
  return g_hash_table_lookup (get_languages (), lower);
}

const char *
cog_math_speech_words_find (CogMathSpeechWords *words, const char *key)
{
  return key != NULL ? g_hash_table_lookup (words, key) : NULL;
}

char *
cog_math_speech_words_fill (
    CogMathSpeechWords *words, const char *key, const char *a, const char *b, const char *c)
{
  const char *parts[] = { a, b, c };
  const char *phrase = cog_math_speech_words_find (words, key);
  GString *filled = g_string_new (NULL);

  for (const char *p = phrase != NULL ? phrase : "%1 %2 %3"; *p != '\0'; p++)
    if (*p == '%' && p[1] >= '1' && p[1] <= '3')
      {
        p++;
        if (parts[*p - '1'] != NULL)
          g_string_append (filled, parts[*p - '1']);
      }
    else
      g_string_append_c (filled, *p);
  g_strstrip (filled->str);
  filled->len = strlen (filled->str);
  return g_string_free (filled, FALSE);
}
