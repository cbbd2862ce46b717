/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-tokens-private.h"
#include "cog-letters.h"
#include "cog-number.h"

/* Format characters within words, such as the joiners of Persian and the soft hyphen. */
static gboolean
is_mark (gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200C || c == 0x200D || c == 0xAD || c == 0x0640;
}

static const char *
skip_word (const char *at, const char *end)
{
  /* Every letter is a token of its own there, so that a phrase is found wherever it stands. */
  gboolean is_alone = cog_letter_is_unspaced (g_utf8_get_char (at));

  for (at = g_utf8_next_char (at); at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!is_mark (c) && (is_alone || !g_unichar_isalpha (c) || cog_letter_is_unspaced (c)))
        break;
    }
  return at;
}

static const char *
skip_digits (const char *at, const char *end, guint *n)
{
  for (*n = 0; at < end && g_unichar_isdigit (g_utf8_get_char (at)); at = g_utf8_next_char (at))
    (*n)++;
  return at;
}

/* A space is part of a number only between thousands. */
static gboolean
is_joined (const CogTokenizer *self, gunichar c, guint n_before, guint n_after)
{
  if (!cog_number_is_separator (c) || n_after == 0)
    return FALSE;
  if (c == ' ' && !self->groups_by_space)
    return FALSE;
  if (!g_unichar_isspace (c))
    return TRUE;
  return n_before <= 3 && n_after == 3;
}

static const char *
skip_number (const CogTokenizer *self, const char *at, const char *end)
{
  guint n_before, n_after;

  at = skip_digits (at, end, &n_before);
  while (at < end)
    {
      const char *after = g_utf8_next_char (at);
      const char *next = skip_digits (after, end, &n_after);

      if (!is_joined (self, g_utf8_get_char (at), n_before, n_after))
        break;
      n_before = n_after;
      at = next;
    }
  return at;
}

static const char *
read_token (const CogTokenizer *self, const char *at, const char *end, CogToken *token)
{
  gunichar c = g_utf8_get_char (at);

  token->kind = COG_TOKEN_SIGN;
  if (g_unichar_isdigit (c))
    {
      token->kind = COG_TOKEN_NUMBER;
      return skip_number (self, at, end);
    }
  if (g_unichar_isalpha (c) || is_mark (c))
    {
      token->kind = COG_TOKEN_WORD;
      token->is_capital = g_unichar_isupper (c) || g_unichar_istitle (c);
      return skip_word (at, end);
    }
  if (c == 0xFFFC)
    token->kind = COG_TOKEN_OBJECT;
  return g_utf8_next_char (at);
}

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026 || c == 0x061F ||
         c == 0x06D4 || c == 0x3002 || c == 0x0964;
}

/* "Dr. Winter", "Mrs. May": the full stop of a title ends no sentence. */
static gboolean
follows_title (const CogTokenizer *self)
{
  static const char *const titles[] = { "dr",  "mr", "mrs", "ms",  "prof", "st", "mt",  "gen",
                                        "col", "lt", "sr",  "sra", "dra",  "d",  "dña", NULL };
  const CogToken *last =
      self->tokens->len > 0 ? &g_array_index (self->tokens, CogToken, self->tokens->len - 1) : NULL;

  return last != NULL && last->is_capital && g_strv_contains (titles, last->word);
}

static void
add_token (CogTokenizer *self, const char *at, CogToken *token)
{
  g_autofree char *word = cog_lens_fold (at, (gssize)(token->end - token->start));
  gboolean is_of_title = word[0] == '.' && !self->had_space && follows_title (self);

  token->piece = self->piece;
  token->space_before = self->had_space;
  token->is_start = self->is_start;
  token->word = g_string_chunk_insert_const (self->words, word);
  token->hash = g_str_hash (word);
  g_array_append_val (self->tokens, *token);
  self->had_space = FALSE;
  if (token->kind == COG_TOKEN_WORD || token->kind == COG_TOKEN_NUMBER)
    self->is_start = FALSE;
  else if (token->kind == COG_TOKEN_SIGN && !is_of_title && ends_sentence (g_utf8_get_char (at)))
    self->is_start = TRUE;
}

void
cog_tokenizer_add (CogTokenizer *self, guint start, guint end)
{
  const char *stop = self->flat + end;

  for (const char *at = self->flat + start; at < stop;)
    {
      CogToken token = { .start = (guint)(at - self->flat) };
      const char *next;

      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          self->had_space = TRUE;
          at = g_utf8_next_char (at);
          continue;
        }
      next = read_token (self, at, stop, &token);
      token.end = (guint)(next - self->flat);
      add_token (self, at, &token);
      at = next;
    }
}
