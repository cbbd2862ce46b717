/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-text.h"

#include <string.h>

/* What is to stand in an equation in the place of a number with its unit. */
typedef struct
{
  const char *line;   /* of the equation */
  guint start, end;   /* bytes of it that are replaced */
  const char *number; /* NULL: it stands already */
  const char *unit;
} Change;

static char *
dup_replacement (Change *change, const CogMathWord *word)
{
  g_autofree char *words = NULL;

  if (word->kind == COG_MATH_WORD_NUMBER)
    {
      words = g_strdup (!word->is_script && change->number != NULL ? change->number : "");
      if (!word->is_script)
        change->number = NULL;
    }
  else if (word->kind == COG_MATH_WORD_SIGN)
    words = g_strdup ("");
  else
    {
      words = g_strconcat (change->number != NULL ? change->number : "",
                           change->number != NULL && change->unit != NULL ? "\u00A0" : "",
                           change->unit != NULL ? change->unit : "", NULL);
      change->number = change->unit = NULL;
    }
  return g_steal_pointer (&words);
}

/* What of the word is not replaced stays before and behind: the space of " lb". */
static char *
dup_word (Change *change, const CogMathWord *word)
{
  guint start = MAX (word->start, change->start);
  guint end = MIN (word->end, change->end);

  while (start < end && g_ascii_isspace (change->line[start]))
    start++;

  g_autofree char *before = g_strndup (change->line + word->start, start - word->start);
  g_autofree char *after = g_strndup (change->line + end, word->end - end);
  g_autofree char *words = dup_replacement (change, word);

  return g_strconcat (before, words, after, NULL);
}

char *
cog_lens_text_dup_equation (
    const CogLensText *self, guint first, guint last, const char *number, const char *unit)
{
  const CogToken *begin, *stop;
  const CogLensPiece *piece;
  const CogCode *code;
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (CogMathEdit));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Change change = { .number = number, .unit = unit };

  g_return_val_if_fail (self != NULL && first <= last && last < self->tokens->len, NULL);

  begin = cog_lens_text_get_token (self, first);
  stop = cog_lens_text_get_token (self, last);
  if (begin->piece < 0 || begin->piece != stop->piece)
    return NULL;
  piece = g_ptr_array_index (self->pieces, (guint)begin->piece);
  change.line = piece->words->line;
  change.start = begin->start - piece->start;
  change.end = stop->end - piece->start;
  for (guint i = 0; i < piece->words->words->len; i++)
    {
      const CogMathWord *word = &g_array_index (piece->words->words, CogMathWord, i);
      CogMathEdit edit = { .word = i };

      if (word->end <= change.start || word->start >= change.end)
        continue;
      edit.text = dup_word (&change, word);
      g_ptr_array_add (texts, (gpointer)edit.text);
      g_array_append_val (edits, edit);
    }
  code = g_ptr_array_index (self->text->codes, piece->code);
  return cog_math_words_dup_edited (code->markup, (const CogMathEdit *)(gpointer)edits->data,
                                    edits->len);
}
