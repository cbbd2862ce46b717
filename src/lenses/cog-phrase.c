/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-phrase-private.h"

#include <string.h>

static void
phrase_word_clear (gpointer data)
{
  CogPhraseWord *word = data;

  g_free (word->word);
  g_free (word->exact);
}

static CogCaseRule
get_case_rule (const char *word, gsize length)
{
  guint n_upper = 0, n_lower = 0;

  for (const char *at = word; at < word + length; at = g_utf8_next_char (at))
    {
      n_upper += g_unichar_isupper (g_utf8_get_char (at));
      n_lower += g_unichar_islower (g_utf8_get_char (at));
    }
  if (n_upper >= 2 && n_lower == 0)
    return CASE_EXACT;
  return g_unichar_isupper (g_utf8_get_char (word)) ? CASE_CAPITAL : CASE_ANY;
}

#define ARTICLE "ال"

static const char *
skip_article (const char *word)
{
  return g_str_has_prefix (word, ARTICLE) && strlen (word) > strlen (ARTICLE) + 4
             ? word + strlen (ARTICLE)
             : word;
}

/* Printers' signs and typewriters': lists and texts may be written with either. */
static const char *
get_plain_sign (const char *word)
{
  if (strcmp (word, "’") == 0 || strcmp (word, "ʼ") == 0)
    return "'";
  return strcmp (word, "‑") == 0 || strcmp (word, "‐") == 0 ? "-" : word;
}

/* By the same tokens as the texts. */
static GArray *
cut_phrase (const char *phrase, gboolean is_arabic)
{
  CogLensText *text = cog_lens_text_new_from_words (phrase, NULL);
  GArray *words = g_array_new (FALSE, TRUE, sizeof (CogPhraseWord));

  g_array_set_clear_func (words, phrase_word_clear);
  for (guint i = 0; text != NULL && i < text->tokens->len; i++)
    {
      const CogToken *token = cog_lens_text_get_token (text, i);
      const char *written = text->flat + token->start;
      CogPhraseWord word = { .word = NULL };

      word.is_any = strcmp (token->word, "_") == 0 && words->len > 0;
      if (g_strcmp0 (token->word, "*") == 0 && words->len > 0)
        {
          g_array_index (words, CogPhraseWord, words->len - 1).is_stem = TRUE;
          continue;
        }
      word.word = g_strdup (is_arabic && i == 0 ? skip_article (token->word)
                                                : get_plain_sign (token->word));
      word.hash = g_str_hash (word.word);
      word.rule = get_case_rule (written, token->end - token->start);
      if (word.rule == CASE_EXACT)
        word.exact = g_strndup (written, token->end - token->start);
      g_array_append_val (words, word);
    }
  cog_lens_text_free (text);
  return words;
}

/* No sign that has a plainer one has more bytes. */
#define LONGEST_SIGN 3

static gboolean
has_letters (const CogToken *token, const CogPhraseWord *word)
{
  if (word->is_stem)
    return g_str_has_prefix (token->word, word->word);
  if (token->hash == word->hash)
    return strcmp (token->word, word->word) == 0;
  /* Of all that is not the same, only a printer's sign may mean it. */
  if ((guchar)token->word[0] < 0x80 || token->end - token->start > LONGEST_SIGN)
    return FALSE;
  return strcmp (get_plain_sign (token->word), word->word) == 0;
}

/* The case of the letters, and the letters where the word is not looked up. */
static gboolean
is_word (const CogLensText *text,
         const CogToken *token,
         const CogPhraseWord *word,
         gboolean by_case)
{
  if (word->is_any)
    return token->kind == COG_TOKEN_WORD;
  if (!by_case && !has_letters (token, word))
    return FALSE;
  if (word->rule == CASE_CAPITAL)
    return token->is_capital;
  return word->rule == CASE_ANY ||
         (strlen (word->exact) == token->end - token->start &&
          strncmp (text->flat + token->start, word->exact, token->end - token->start) == 0);
}

gboolean
cog_phrase_matches (const CogPhrase *self, const CogLensText *text, guint at)
{
  int piece;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  piece = cog_lens_text_get_token (text, at)->piece;

  if (at + self->words->len > text->tokens->len)
    return FALSE;
  for (guint i = 0; i < self->words->len; i++)
    {
      const CogToken *token = cog_lens_text_get_token (text, at + i);

      if (token->piece != piece ||
          !is_word (text, token, &g_array_index (self->words, CogPhraseWord, i), i == 0))
        return FALSE;
    }
  return TRUE;
}

CogPhrase *
cog_phrase_new (const char *phrase, gboolean is_arabic, gconstpointer entry)
{
  CogPhrase *self;

  g_return_val_if_fail (phrase != NULL, NULL);

  self = g_new0 (CogPhrase, 1);
  self->words = cut_phrase (phrase, is_arabic);
  self->entry = entry;
  if (self->words->len == 0)
    g_clear_pointer (&self, cog_phrase_free);
  return self;
}

void
cog_phrase_free (CogPhrase *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->words);
  g_free (self);
}
