/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-segmenter-rules.h"

#include "cog-text-resources.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE "/org/cognate/segmentation/segmentation.ini"

static char *
dup_key (const char *word, gsize length)
{
  if (length == 0 || g_utf8_strlen (word, (gssize)length) < 2)
    return g_strndup (word, length);
  return g_utf8_casefold (word, (gssize)length);
}

gboolean
cog_segmenter_rules_has (GHashTable *set, const char *word, gsize length)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (set != NULL && word != NULL, FALSE);

  key = dup_key (word, length);
  return g_hash_table_contains (set, key);
}

static void
add_words (GHashTable *set, GKeyFile *file, const char *group, const char *key)
{
  g_auto (GStrv) words = g_key_file_get_string_list (file, group, key, NULL, NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    g_hash_table_add (set, dup_key (words[i], strlen (words[i])));
}

static GHashTable *
new_set (GKeyFile *file, const char *language, const char *key)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_words (set, file, "common", key);
  add_words (set, file, language, key);
  return set;
}

/* Raw: a pattern's backslashes are its own. */
static void
add_patterns (GPtrArray *patterns, GKeyFile *file, const char *group, const char *prefix)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = NULL;
      GRegex *pattern;

      if (!g_str_has_prefix (keys[i], prefix))
        continue;
      value = g_key_file_get_value (file, group, keys[i], NULL);
      pattern = g_regex_new (value, G_REGEX_OPTIMIZE, 0, NULL);
      g_assert (pattern != NULL);
      g_ptr_array_add (patterns, pattern);
    }
}

static GPtrArray *
new_patterns (GKeyFile *file, const char *language, const char *prefix)
{
  GPtrArray *patterns = g_ptr_array_new_with_free_func ((GDestroyNotify)g_regex_unref);

  add_patterns (patterns, file, "common", prefix);
  add_patterns (patterns, file, language, prefix);
  return patterns;
}

static CogSegmenterRules *
load (GKeyFile *file, const char *language)
{
  CogSegmenterRules *rules = g_new0 (CogSegmenterRules, 1);

  rules->always = new_set (file, language, "always");
  rules->number = new_set (file, language, "number");
  rules->either = new_set (file, language, "either");
  rules->starters = new_set (file, language, "starters");
  rules->after_ordinal = new_set (file, language, "after-ordinal");
  rules->breaks = new_patterns (file, language, "break-");
  rules->cuts = new_patterns (file, language, "cut-");
  rules->joins = new_patterns (file, language, "join-");
  return rules;
}

static GKeyFile *
get_file (void)
{
  static GKeyFile *file;
  g_autoptr (GBytes) bytes = NULL;

  if (file != NULL)
    return file;
  file = g_key_file_new ();
  bytes = g_resource_lookup_data (cog_text_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  NULL);
  g_assert (bytes != NULL);
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    g_assert_not_reached ();
  return file;
}

const CogSegmenterRules *
cog_segmenter_rules_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *known;
  g_autofree char *base =
      g_strndup (language != NULL ? language : "", language != NULL ? strcspn (language, "-_") : 0);
  CogSegmenterRules *rules;

  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  rules = g_hash_table_lookup (known, base);
  if (rules == NULL)
    {
      rules = load (get_file (), base);
      g_hash_table_insert (known, g_strdup (base), rules);
    }
  g_mutex_unlock (&mutex);
  return rules;
}
