/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-check-rules.h"

#include "cog-checks-resources.h"
#include "cog-language.h"

#include <gio/gio.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>

#define RESOURCE "/org/cognate/Cognate/checks/punctuation.ini"

static const char *const ending_keys[COG_N_ENDINGS] = {
  [COG_ENDING_PERIOD] = "period",           [COG_ENDING_QUESTION] = "question",
  [COG_ENDING_EXCLAMATION] = "exclamation", [COG_ENDING_COLON] = "colon",
  [COG_ENDING_SEMICOLON] = "semicolon",     [COG_ENDING_COMMA] = "comma",
  [COG_ENDING_ELLIPSIS] = "ellipsis",
};

/* A file's groups that hold for a language: its own, then those that it falls back to. */
typedef struct
{
  GKeyFile *file;
  char *groups[4];
} Reading;

/* "zh-Hant-TW": "zh-TW", "zh-Hant", "zh", "common". */
static void
set_groups (Reading *reading, const char *language)
{
  g_autofree char *canonical = cog_language_canonicalise (language);
  g_auto (GStrv) parts = g_strsplit (canonical != NULL ? canonical : "", "-", -1);
  guint n = 0;

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL && n < 2; i++)
    {
      g_autofree char *group = g_strconcat (parts[0], "-", parts[i], NULL);

      if (strlen (parts[i]) > 1 && g_key_file_has_group (reading->file, group))
        reading->groups[n++] = g_steal_pointer (&group);
    }
  if (parts[0] != NULL && g_key_file_has_group (reading->file, parts[0]))
    reading->groups[n++] = g_strdup (parts[0]);
  reading->groups[n] = g_strdup ("common");
}

static char *
dup_value (const Reading *reading, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (reading->groups) && reading->groups[i] != NULL; i++)
    {
      char *value = g_key_file_get_value (reading->file, reading->groups[i], key, NULL);

      if (value != NULL)
        return value;
    }
  return NULL;
}

static char **
read_words (const Reading *reading, const char *key)
{
  g_autofree char *value = dup_value (reading, key);

  return value != NULL ? g_strsplit (value, " ", -1) : NULL;
}

static gboolean
read_yes (const Reading *reading, const char *key)
{
  g_autofree char *value = dup_value (reading, key);

  return g_strcmp0 (value, "yes") == 0;
}

/* What stands behind the first character: another, or its number. */
static gunichar
read_other (const char *text)
{
  return strlen (text) >= 4 && g_ascii_isxdigit (text[0])
             ? (gunichar)g_ascii_strtoull (text, NULL, 16)
             : g_utf8_get_char (text);
}

static GArray *
read_pairs (const Reading *reading, const char *key)
{
  GArray *pairs = g_array_new (FALSE, TRUE, sizeof (CogMarkPair));
  g_auto (GStrv) words = read_words (reading, key);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      CogMarkPair pair = { g_utf8_get_char (words[i]), read_other (g_utf8_next_char (words[i])) };

      g_array_append_val (pairs, pair);
    }
  return pairs;
}

/* "«00A0»" */
static void
add_quote (GArray *quotes, const char *word)
{
  const char *last = g_utf8_prev_char (word + strlen (word));
  const char *inner = g_utf8_next_char (word);
  CogQuotePair pair = { g_utf8_get_char (word), g_utf8_get_char (last),
                        inner < last ? read_other (inner) : 0 };

  g_array_append_val (quotes, pair);
}

static gunichar
get_delimiter (ULocaleData *data, ULocaleDataDelimiterType type)
{
  UChar mark[8];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = ulocdata_getDelimiter (data, type, mark, G_N_ELEMENTS (mark), &status);

  return U_SUCCESS (status) && length == 1 ? mark[0] : 0;
}

/* By CLDR, for the languages that the table does not know. */
static void
add_quotes_of_locale (GArray *quotes, const char *language)
{
  char locale[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  ULocaleData *data;
  CogQuotePair outer = { 0 }, inner = { 0 };

  if (cog_language_is_valid (language))
    uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  data = ulocdata_open (locale, &status);
  if (U_FAILURE (status))
    return;
  outer.open = get_delimiter (data, ULOCDATA_QUOTATION_START);
  outer.close = get_delimiter (data, ULOCDATA_QUOTATION_END);
  inner.open = get_delimiter (data, ULOCDATA_ALT_QUOTATION_START);
  inner.close = get_delimiter (data, ULOCDATA_ALT_QUOTATION_END);
  ulocdata_close (data);
  if (outer.open != 0)
    g_array_append_val (quotes, outer);
  if (inner.open != 0)
    g_array_append_val (quotes, inner);
}

static CogCheckRules *
read_rules (GKeyFile *file, const char *language)
{
  CogCheckRules *self = g_new0 (CogCheckRules, 1);
  Reading reading = { file, { NULL } };
  g_auto (GStrv) quotes = NULL;

  set_groups (&reading, language);
  self->language = g_strdup (language);
  for (guint i = 0; i < COG_N_ENDINGS; i++)
    if (ending_keys[i] != NULL)
      self->endings[i] = read_words (&reading, ending_keys[i]);
  self->quotes = g_array_new (FALSE, TRUE, sizeof (CogQuotePair));
  quotes = read_words (&reading, "quotes");
  for (guint i = 0; quotes != NULL && quotes[i] != NULL; i++)
    add_quote (self->quotes, quotes[i]);
  if (quotes == NULL)
    add_quotes_of_locale (self->quotes, language);
  self->spaced = read_pairs (&reading, "spaced");
  self->wrong = read_pairs (&reading, "wrong");
  self->opening = read_pairs (&reading, "opening");
  self->close_up = read_pairs (&reading, "close-up");
  self->repeats = read_words (&reading, "repeats");
  self->asks = read_words (&reading, "asks");
  self->joined_after = read_words (&reading, "joined-after");
  self->joined_before = read_words (&reading, "joined-before");
  self->allows_straight = read_yes (&reading, "straight");
  self->has_spaces = read_yes (&reading, "spaces");
  self->has_stops = read_yes (&reading, "stops");
  self->has_capitals = read_yes (&reading, "capitals");
  for (guint i = 0; i < G_N_ELEMENTS (reading.groups); i++)
    g_free (reading.groups[i]);
  return self;
}

/* Part of the program: a mistake in it is a programmer's. */
static GKeyFile *
open_table (void)
{
  GKeyFile *file = g_key_file_new ();
  g_autoptr (GBytes) bytes = g_resource_lookup_data (cog_checks_get_resource (), RESOURCE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    g_assert_not_reached ();
  return file;
}

const CogCheckRules *
cog_check_rules_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *known;
  static GKeyFile *file;
  CogCheckRules *rules;

  g_return_val_if_fail (language != NULL, NULL);

  g_mutex_lock (&mutex);
  if (known == NULL)
    {
      known = g_hash_table_new (g_str_hash, g_str_equal);
      file = open_table ();
    }
  rules = g_hash_table_lookup (known, language);
  if (rules == NULL)
    {
      rules = read_rules (file, language);
      g_hash_table_insert (known, rules->language, rules);
    }
  g_mutex_unlock (&mutex);
  return rules;
}

gunichar
cog_mark_pairs_find (const GArray *pairs, gunichar mark)
{
  g_return_val_if_fail (pairs != NULL, 0);

  for (guint i = 0; i < pairs->len; i++)
    {
      const CogMarkPair *pair = &g_array_index (pairs, CogMarkPair, i);

      if (pair->mark == mark)
        return pair->other != 0 ? pair->other : mark;
    }
  return 0;
}

gboolean
cog_check_rules_may_repeat (const CogCheckRules *self, const char *folded)
{
  g_return_val_if_fail (self != NULL && folded != NULL, FALSE);

  return self->repeats != NULL && (g_strv_contains ((const char *const *)self->repeats, "*") ||
                                   g_strv_contains ((const char *const *)self->repeats, folded));
}
