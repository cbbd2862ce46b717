/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-text.h"
#include "cog-lens-tokens-private.h"

#include "cog-number.h"

#include <string.h>

#define PIECE "\xEF\xBF\xBC" /* U+FFFC OBJECT REPLACEMENT CHARACTER */

/* A part of the flat text: of the unit's own words, or one equation. */
typedef struct
{
  guint start, end; /* bytes of the flat text */
  guint character;  /* of the plain text, where it begins */
  int piece;
} Stretch;

static void
piece_free (CogLensPiece *piece)
{
  cog_math_words_free (piece->words);
  g_free (piece);
}

static void
add_words (CogLensText *self, GString *flat, const char *start, const char *end, guint character)
{
  Stretch stretch = { .start = (guint)flat->len, .character = character, .piece = -1 };

  if (start == end)
    return;
  g_string_append_len (flat, start, end - start);
  stretch.end = (guint)flat->len;
  g_array_append_val (self->stretches, stretch);
}

static gboolean
add_equation (CogLensText *self, GString *flat, guint index)
{
  const CogCode *code = g_ptr_array_index (self->text->codes, index);
  Stretch stretch = { .start = (guint)flat->len, .character = code->start };
  CogLensPiece *piece;
  CogMathWords *words =
      strcmp (code->element, "math") == 0 ? cog_math_words_new (code->markup) : NULL;

  if (words == NULL)
    return FALSE;
  piece = g_new0 (CogLensPiece, 1);
  piece->code = index;
  piece->start = stretch.start;
  piece->words = words;
  stretch.piece = (int)self->pieces->len;
  g_ptr_array_add (self->pieces, piece);
  g_string_append (flat, words->line);
  stretch.end = (guint)flat->len;
  g_array_append_val (self->stretches, stretch);
  return TRUE;
}

static void
flatten (CogLensText *self)
{
  GString *flat = g_string_new (NULL);
  const char *from = self->text->plain;
  guint character = 0;

  for (guint i = 0; i < self->text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (self->text->codes, i);
      const char *at;

      if (code->type != COG_CODE_PIECE || code->start < character)
        continue;
      at = g_utf8_offset_to_pointer (from, (glong)(code->start - character));
      add_words (self, flat, from, at, character);
      from = at;
      character = code->start;
      if (add_equation (self, flat, i))
        {
          from += strlen (PIECE);
          character++;
        }
    }
  add_words (self, flat, from, from + strlen (from), character);
  self->flat = g_string_free (flat, FALSE);
}

/* An equation is cut where its elements are: "m" and "v" beside each other are no word. */
static void
add_tokens_of_equation (CogLensText *self, CogTokenizer *tokenizer, const Stretch *stretch)
{
  const CogLensPiece *piece = g_ptr_array_index (self->pieces, (guint)stretch->piece);
  guint at = stretch->start;

  for (guint i = 0; i < piece->words->words->len; i++)
    {
      const CogMathWord *word = &g_array_index (piece->words->words, CogMathWord, i);

      cog_tokenizer_add (tokenizer, at, stretch->start + word->start);
      cog_tokenizer_add (tokenizer, stretch->start + word->start, stretch->start + word->end);
      at = stretch->start + word->end;
    }
  cog_tokenizer_add (tokenizer, at, stretch->end);
}

static void
cut_into_tokens (CogLensText *self)
{
  CogTokenizer tokenizer = {
    .flat = self->flat,
    .tokens = self->tokens,
    .words = self->words,
    .groups_by_space = cog_number_groups_by_space (self->language),
    .is_start = TRUE,
  };

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, i);

      tokenizer.piece = stretch->piece;
      if (stretch->piece < 0)
        cog_tokenizer_add (&tokenizer, stretch->start, stretch->end);
      else
        add_tokens_of_equation (self, &tokenizer, stretch);
    }
}

CogLensText *
cog_lens_text_new (const CogUnit *unit, gboolean of_source, const char *language)
{
  const char *xhtml;
  CogText *text;
  CogLensText *self;

  g_return_val_if_fail (unit != NULL, NULL);

  xhtml = of_source ? unit->source : unit->target;
  if (xhtml == NULL)
    return NULL;
  text = cog_text_new_from_xhtml (xhtml, NULL);
  if (text == NULL)
    return NULL;
  self = g_new0 (CogLensText, 1);
  self->unit = g_strdup (unit->id);
  self->section = g_strdup (unit->section);
  self->kind = unit->kind;
  self->language = g_strdup (language != NULL ? language : "");
  self->is_source = of_source;
  self->text = text;
  self->tokens = g_array_new (FALSE, FALSE, sizeof (CogToken));
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)piece_free);
  self->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  self->words = g_string_chunk_new (512);
  flatten (self);
  cut_into_tokens (self);
  return self;
}

CogLensText *
cog_lens_text_new_from_words (const char *words, const char *language)
{
  CogUnit *unit;
  CogLensText *self;

  g_return_val_if_fail (words != NULL, NULL);

  unit = cog_unit_new ("", "", COG_UNIT_PARAGRAPH);
  unit->source = g_markup_escape_text (words, -1);
  self = cog_lens_text_new (unit, TRUE, language);
  cog_unit_free (unit);
  return self;
}

void
cog_lens_text_free (CogLensText *self)
{
  if (self == NULL)
    return;
  g_free (self->unit);
  g_free (self->section);
  g_free (self->language);
  cog_text_free (self->text);
  g_free (self->flat);
  g_array_unref (self->tokens);
  g_ptr_array_unref (self->pieces);
  g_array_unref (self->stretches);
  g_string_chunk_free (self->words);
  g_free (self);
}

const CogToken *
cog_lens_text_get_token (const CogLensText *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->tokens->len, NULL);
  return &g_array_index (self->tokens, CogToken, index);
}

/* The character of the plain text at a byte of the flat one: the beginning of the equation that it
 * is in, or is_end, the character behind it. */
static guint
get_character (const CogLensText *self, guint byte, gboolean is_end)
{
  for (guint i = 0; i < self->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, i);

      if (byte > stretch->end || (byte == stretch->end && !is_end))
        continue;
      if (stretch->piece >= 0)
        return stretch->character + (is_end ? 1 : 0);
      return stretch->character +
             (guint)g_utf8_strlen (self->flat + stretch->start, (gssize)(byte - stretch->start));
    }
  return (guint)g_utf8_strlen (self->text->plain, -1);
}

void
cog_lens_text_get_range (const CogLensText *self, guint first, guint last, guint *start, guint *end)
{
  g_return_if_fail (self != NULL && first <= last && last < self->tokens->len);

  *start = get_character (self, cog_lens_text_get_token (self, first)->start, FALSE);
  *end = get_character (self, cog_lens_text_get_token (self, last)->end, TRUE);
}

char *
cog_lens_text_dup_words (const CogLensText *self, guint first, guint last)
{
  guint start, end;

  g_return_val_if_fail (self != NULL && first <= last && last < self->tokens->len, NULL);

  start = cog_lens_text_get_token (self, first)->start;
  end = cog_lens_text_get_token (self, last)->end;
  return g_strndup (self->flat + start, end - start);
}

gboolean
cog_lens_text_is_in (const CogLensText *self, guint token, const char *element)
{
  guint start, end;

  g_return_val_if_fail (self != NULL && element != NULL, FALSE);

  if (self->text->codes->len == 0)
    return FALSE;
  cog_lens_text_get_range (self, token, token, &start, &end);
  for (guint i = 0; i < self->text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (self->text->codes, i);

      if (code->type == COG_CODE_SPAN && code->start <= start && end <= code->end &&
          strcmp (code->element, element) == 0)
        return TRUE;
    }
  return FALSE;
}

GArray *
cog_lens_text_list_numbers (const CogLensText *self)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (self != NULL, numbers);

  for (guint i = 0; i < self->tokens->len; i++)
    {
      const CogToken *token = cog_lens_text_get_token (self, i);
      CogNumber number = { 0 };

      if (token->kind == COG_TOKEN_NUMBER &&
          cog_number_read (self->flat + token->start, token->end - token->start, self->language,
                           &number))
        g_array_append_val (numbers, number.value);
    }
  return numbers;
}
