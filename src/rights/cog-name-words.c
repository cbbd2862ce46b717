/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-name-words.h"

#include <string.h>

/* A name in capitals of so many letters may be a word like others in small ones. */
#define SHORT_NAME 4
/* Written together with the word that follows. */
#define AND "و"

typedef struct
{
  char *folded; /* NULL: a mark */
  char *raw;
  gboolean is_short; /* in capitals, so that capitals count */
} Word;

struct _CogNameWords
{
  GArray *words;
  gboolean is_open;
  /* A bit for each word, and in "has" for what stands behind an Arabic "and", too: a line that
   * lacks a bit of a name does not hold it. Each line is asked for a thousand names. */
  guint64 needs, has;
};

static void
word_clear (gpointer data)
{
  Word *word = data;

  g_free (word->folded);
  g_free (word->raw);
}

static gboolean
is_short_capitals (const char *raw)
{
  if (g_utf8_strlen (raw, -1) > SHORT_NAME)
    return FALSE;
  for (const char *c = raw; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isupper (g_utf8_get_char (c)))
      return FALSE;
  return raw[0] != '\0';
}

static guint64
bit_of (const char *folded)
{
  return G_GUINT64_CONSTANT (1) << (g_str_hash (folded) % 64);
}

static void
flush (CogNameWords *self, GString *raw)
{
  Word word;
  g_autofree char *normal = NULL;

  if (raw->len == 0)
    return;
  normal = g_utf8_normalize (raw->str, -1, G_NORMALIZE_ALL_COMPOSE);
  word.raw = g_strdup (raw->str);
  word.folded = g_utf8_casefold (normal != NULL ? normal : raw->str, -1);
  word.is_short = is_short_capitals (word.raw);
  self->needs |= bit_of (word.folded);
  self->has |= bit_of (word.folded);
  if (g_str_has_prefix (word.folded, AND))
    self->has |= bit_of (word.folded + strlen (AND));
  g_array_append_val (self->words, word);
  g_string_truncate (raw, 0);
}

static void
add_mark (GArray *words)
{
  Word mark = { NULL, NULL, FALSE };

  if (words->len > 0 && g_array_index (words, Word, words->len - 1).folded == NULL)
    return;
  g_array_append_val (words, mark);
}

/* Signs of writing without blanks are words by themselves. */
static gboolean
stands_alone (gunichar letter)
{
  GUnicodeScript script = g_unichar_get_script (letter);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA;
}

/* Blanks, hyphens and apostrophes divide words and no more; Arabic is stretched with a tatweel. */
static gboolean
is_soft (gunichar letter)
{
  return g_unichar_isspace (letter) || letter == '-' || letter == '\'' || letter == 0x2019 ||
         letter == 0x2BC || letter == 0x2010 || letter == 0x2011 || letter == 0x640 ||
         letter == 0x200C;
}

static void
take (CogNameWords *self, const char *text, gboolean is_file)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  gunichar before = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      gboolean is_letter = g_unichar_isalnum (letter) || g_unichar_ismark (letter);

      if (is_file && is_letter && before != 0 &&
          ((g_unichar_isupper (letter) && g_unichar_islower (before)) ||
           (g_unichar_isdigit (letter) != g_unichar_isdigit (before))))
        flush (self, raw);
      if (is_letter && !stands_alone (letter))
        g_string_append_unichar (raw, letter);
      else
        {
          flush (self, raw);
          if (stands_alone (letter))
            {
              g_string_append_unichar (raw, letter);
              flush (self, raw);
            }
          else if (!is_soft (letter) && !is_file)
            add_mark (self->words);
        }
      before = is_letter ? letter : 0;
    }
  flush (self, raw);
}

static CogNameWords *
new_words (const char *text, gboolean is_file)
{
  CogNameWords *self = g_new0 (CogNameWords, 1);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  char *end = g_str_has_suffix (valid, "…") ? strrchr (valid, '\xE2') : NULL;

  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, word_clear);
  self->is_open = end != NULL;
  if (end != NULL)
    *end = '\0';
  take (self, valid, is_file);
  return self;
}

CogNameWords *
cog_name_words_new (const char *text)
{
  return new_words (text, FALSE);
}

CogNameWords *
cog_name_words_new_for_file (const char *name)
{
  return new_words (name, TRUE);
}

void
cog_name_words_free (CogNameWords *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->words);
  g_free (self);
}

static const Word *
get_word (const CogNameWords *self, guint i)
{
  return &g_array_index (self->words, Word, i);
}

static gboolean
is_mark (const CogNameWords *self, guint i)
{
  return get_word (self, i)->folded == NULL;
}

guint
cog_name_words_count (const CogNameWords *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->words->len; i++)
    n += !is_mark (self, i);
  return n;
}

/* The word behind an Arabic "and". */
static const char *
skip_and (const Word *word, const Word *name)
{
  return g_str_has_prefix (word->folded, AND) && !g_str_has_prefix (name->folded, AND)
             ? word->folded + strlen (AND)
             : NULL;
}

static gboolean
is_same (const Word *word, const Word *name, gboolean is_first)
{
  const char *rest;

  if (word->folded == NULL || name->folded == NULL)
    return FALSE;
  if (name->is_short)
    return g_str_equal (word->raw, name->raw);
  if (g_str_equal (word->folded, name->folded))
    return TRUE;
  rest = is_first ? skip_and (word, name) : NULL;
  return rest != NULL && g_str_equal (rest, name->folded);
}

static gboolean
stands_at (const CogNameWords *self, const CogNameWords *name, guint at, guint *to)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < name->words->len; i++)
    {
      if (is_mark (name, i))
        continue;
      while (!is_first && at < self->words->len && is_mark (self, at))
        at++;
      if (at >= self->words->len || !is_same (get_word (self, at), get_word (name, i), is_first))
        return FALSE;
      is_first = FALSE;
      at++;
    }
  *to = at;
  return !is_first;
}

gboolean
cog_name_words_find (
    const CogNameWords *self, const CogNameWords *name, guint from, guint *start, guint *to)
{
  g_return_val_if_fail (self != NULL && name != NULL && start != NULL && to != NULL, FALSE);

  if ((name->needs & ~self->has) != 0)
    return FALSE;
  for (guint i = from; i < self->words->len; i++)
    if (stands_at (self, name, i, to))
      {
        *start = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
cog_name_words_has_prefix (const CogNameWords *self, const char *prefix)
{
  g_return_val_if_fail (self != NULL && prefix != NULL, FALSE);

  for (guint i = 0; i < self->words->len; i++)
    if (!is_mark (self, i) && g_str_has_prefix (get_word (self, i)->folded, prefix))
      return TRUE;
  return FALSE;
}

static gboolean
is_number (const Word *word)
{
  for (const char *c = word->folded; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isdigit (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static gboolean
is_joint (const Word *word)
{
  static const char *const joints[] = { "and", "et", "y",  "e",   "und",  "i",         "и",
                                        "та",  "і",  "ve", "na",  "dan",  "copyright", "和",
                                        "与",  "及", "年", "all", "some", "by",        NULL };

  return g_strv_contains (joints, word->folded) || is_number (word);
}

static gboolean
is_article (const Word *word)
{
  static const char *const articles[] = {
    "the", "la", "le", "l", "el", "a", "o", "die", "der", NULL
  };

  return g_strv_contains (articles, word->folded);
}

gboolean
cog_name_words_is_named (const CogNameWords *self, const CogNameWords *name, guint start, guint to)
{
  guint before = start;

  g_return_val_if_fail (self != NULL && name != NULL && to <= self->words->len && start < to,
                        FALSE);

  if (to < self->words->len && !name->is_open && !is_mark (self, to) &&
      !is_joint (get_word (self, to)) && !g_str_has_prefix (get_word (self, to)->folded, AND))
    return FALSE;
  while (before > 0 && !is_mark (self, before - 1) && is_article (get_word (self, before - 1)))
    before--;
  return before == 0 || is_mark (self, before - 1) || is_joint (get_word (self, before - 1)) ||
         !g_str_has_prefix (get_word (self, start)->folded, get_word (name, 0)->folded);
}
