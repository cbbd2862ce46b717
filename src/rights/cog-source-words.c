/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-source-words.h"

#include "cog-licence-private.h"

#include <string.h>

/* A paragraph that is longer talks about notices and is none. */
#define MAX_PARAGRAPH 3000
/* What asks for a citation heads its paragraph; deeper in, a paragraph talks about citing. */
#define MAX_BEFORE_REQUEST 24
/* And what is only "© somebody" is a line. */
#define MAX_COPYRIGHT 300

/* In the order in which they are looked for: a paragraph that prescribes a sentence for
 * translations often names the citation, too. */
static const struct
{
  const char *key;
  CogSourceWords words;
  const char *notice;
} kinds[] = {
  { "translation", COG_SOURCE_WORDS_TRANSLATION, "translation" },
  { "adaptation", COG_SOURCE_WORDS_ADAPTATION, "adaptation" },
  { "derivative", COG_SOURCE_WORDS_DERIVATIVE, "derivative" },
  { "art", COG_SOURCE_WORDS_ART, NULL },
  { "request", COG_SOURCE_WORDS_REQUEST, NULL },
  { "always", COG_SOURCE_WORDS_ALWAYS, "always" },
};

/* Phrases that make no kind of their own, behind those that do. */
enum
{
  PHRASES_ALWAYS = G_N_ELEMENTS (kinds) - 1,
  PHRASES_TEXT,
  PHRASES_PICTURE,
  N_PHRASES
};

const char *
cog_source_words_to_notice (CogSourceWords words)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].words == words)
      return kinds[i].notice;
  return NULL;
}

/* Lower case, straight apostrophes, one byte for one: so that places are those of the text. Letters
 * whose small form is of another length stay. */
static char *
dup_comparable (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      gunichar small = g_unichar_tolower (letter);

      if (g_unichar_to_utf8 (small, NULL) == g_unichar_to_utf8 (letter, NULL))
        letter = small;
      g_string_append_unichar (out, letter);
    }
  return g_string_free (out, FALSE);
}

static GPtrArray *
load_phrases (JsonObject *root, const char *key)
{
  JsonArray *array = json_object_get_array_member (root, key);
  GPtrArray *phrases = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *phrase = json_array_get_string_element (array, i);
      g_auto (GStrv) halves = g_strsplit (phrase, "'", -1);

      g_ptr_array_add (phrases, dup_comparable (phrase));
      /* As it is typed, and as it is set. */
      if (halves[1] != NULL)
        {
          g_autofree char *set = g_strjoinv ("’", halves);

          g_ptr_array_add (phrases, dup_comparable (set));
        }
    }
  return phrases;
}

static GPtrArray *
get_phrases (guint kind)
{
  static gsize once = 0;
  static GPtrArray *phrases[N_PHRASES];

  if (g_once_init_enter (&once))
    {
      g_autoptr (JsonObject) root = cog_rights_load_json ("source-pages.json");

      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        phrases[i] = load_phrases (root, kinds[i].key);
      phrases[PHRASES_TEXT] = load_phrases (root, "text");
      phrases[PHRASES_PICTURE] = load_phrases (root, "picture");
      g_once_init_leave (&once, 1);
    }
  return phrases[kind];
}

static const char *
find_phrase (const char *text, GPtrArray *phrases)
{
  for (guint i = 0; i < phrases->len; i++)
    {
      const char *found = strstr (text, g_ptr_array_index (phrases, i));

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The quotation around a place; NULL where it stands in none. (transfer full) (nullable) */
static char *
dup_quotation (const char *text, gsize at)
{
  static const char *const marks[][2] = {
    { "“", "”" }, { "«", "»" }, { "„", "”" }, { "‘", "’" }, { "\"", "\"" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *before = g_strndup (text, at);
      const char *open = g_strrstr (before, marks[i][0]);
      const char *close = strstr (text + at, marks[i][1]);
      gsize from;

      if (open == NULL || close == NULL)
        continue;
      from = open - before + strlen (marks[i][0]);
      /* Closed before the place, or far from it. */
      if (strstr (open + strlen (marks[i][0]), marks[i][1]) != NULL || at - from > 200)
        continue;
      return g_strstrip (g_strndup (text + from, close - text - from));
    }
  return NULL;
}

/* Where the next sentence begins; NULL: none follows. */
static const char *
find_next_sentence (const char *text)
{
  const char *end = strstr (text, ". ");

  return end != NULL ? end + 2 : NULL;
}

/* A sentence that leads to the next rule: "Adaptations – you must add the following text: …". */
static gboolean
is_lead (const char *sentence)
{
  const char *next = find_next_sentence (sentence);
  g_autofree char *words = next != NULL ? g_strndup (sentence, next - sentence) : NULL;
  const char *own = words != NULL ? words : sentence;

  return strchr (own, ':') != NULL || strstr (own, " – ") != NULL || strstr (own, "—") != NULL;
}

/* What stands behind "add the following text: ", up to the next rule; NULL where nothing leads to
 * it. (transfer full) (nullable) */
static char *
dup_behind_colon (const char *text, gsize at)
{
  g_autofree char *before = g_strndup (text, at);
  const char *colon = strrchr (before, ':');
  const char *start, *end;

  if (colon == NULL || strstr (colon, ". ") != NULL)
    return NULL;
  start = text + (colon + 1 - before);
  for (end = find_next_sentence (text + at); end != NULL && !is_lead (end);)
    end = find_next_sentence (end);
  return g_strstrip (end != NULL ? g_strndup (start, end - start) : g_strdup (start));
}

static gboolean
is_prescribed (CogSourceWords words)
{
  return words == COG_SOURCE_WORDS_TRANSLATION || words == COG_SOURCE_WORDS_ADAPTATION ||
         words == COG_SOURCE_WORDS_DERIVATIVE;
}

/* (transfer full) (nullable): NULL: nothing tells the sentence from its paragraph */
static char *
dup_sentence (const char *text, gsize at, CogSourceWords words)
{
  char *sentence = dup_quotation (text, at);

  return sentence != NULL || !is_prescribed (words) ? sentence : dup_behind_colon (text, at);
}

char *
cog_source_words_dup_prescribed (const char *text, CogSourceWords words)
{
  g_autofree char *comparable = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!is_prescribed (words) || strlen (text) > MAX_PARAGRAPH || !g_utf8_validate (text, -1, NULL))
    return NULL;
  comparable = dup_comparable (text);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *found =
          kinds[i].words == words ? find_phrase (comparable, get_phrases (i)) : NULL;

      if (found != NULL)
        return dup_sentence (text, (gsize)(found - comparable), words);
    }
  return NULL;
}

/* "© UNESCO 2023", "Copyright © 2020 by X": the sign at the beginning of a short paragraph. */
static gboolean
is_copyright (const char *text)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex,
                       g_regex_new ("^(?:copyright\\s*)?(?:©|\\(c\\)(?=\\s*(?:1[5-9]|20)\\d\\d))"
                                    "\\s*[\\p{L}\\d]|^copyright\\s+(?:1[5-9]|20)\\d\\d",
                                    G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  return strlen (text) < MAX_COPYRIGHT && g_regex_match (regex, text, 0, NULL);
}

CogSourceWords
cog_source_words_read (const char *text, char **words)
{
  g_autofree char *comparable = NULL;

  g_return_val_if_fail (text != NULL, COG_SOURCE_WORDS_NONE);

  if (words != NULL)
    *words = NULL;
  if (strlen (text) > MAX_PARAGRAPH || !g_utf8_validate (text, -1, NULL))
    return COG_SOURCE_WORDS_NONE;
  comparable = dup_comparable (text);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *found = find_phrase (comparable, get_phrases (i));
      char *quoted;

      if (found == NULL ||
          (kinds[i].words == COG_SOURCE_WORDS_REQUEST && found - comparable > MAX_BEFORE_REQUEST))
        continue;
      if (words == NULL)
        return kinds[i].words;
      quoted = kinds[i].notice != NULL
                   ? dup_sentence (text, (gsize)(found - comparable), kinds[i].words)
                   : NULL;
      *words = quoted != NULL ? quoted : g_strdup (text);
      return kinds[i].words;
    }
  if (!is_copyright (text))
    return COG_SOURCE_WORDS_NONE;
  if (words != NULL)
    *words = g_strdup (text);
  return COG_SOURCE_WORDS_COPYRIGHT;
}

gboolean
cog_source_words_except_pictures (const char *text)
{
  g_autofree char *comparable = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  comparable = dup_comparable (text);
  return find_phrase (comparable, get_phrases (PHRASES_TEXT)) != NULL ||
         (find_phrase (comparable, get_phrases (PHRASES_ALWAYS)) != NULL &&
          find_phrase (comparable, get_phrases (PHRASES_PICTURE)) != NULL);
}
