/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-change.h"

static void
change_clear (gpointer data)
{
  g_free (((CogLensChange *)data)->words);
}

GArray *
cog_lens_changes_new (void)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (CogLensChange));

  g_array_set_clear_func (changes, change_clear);
  return changes;
}

void
cog_lens_changes_add (GArray *changes, guint first, guint last, char *words)
{
  CogLensChange change = { .first = first, .last = last, .words = words };

  g_return_if_fail (changes != NULL && words != NULL);
  g_array_append_val (changes, change);
}

static const CogLensPiece *
get_piece (const CogLensText *text, guint at)
{
  int index = cog_lens_text_get_token (text, at)->piece;

  return index >= 0 ? g_ptr_array_index (text->pieces, (guint)index) : NULL;
}

/* Bytes of the equation's line. */
static void
get_bytes (const CogLensText *text, guint first, guint last, guint *start, guint *end)
{
  guint offset = get_piece (text, first)->start;

  *start = cog_lens_text_get_token (text, first)->start - offset;
  *end = cog_lens_text_get_token (text, last)->end - offset;
}

guint
cog_lens_text_count_elements (const CogLensText *text, guint first, guint last)
{
  const CogLensPiece *piece;
  guint start, end, n = 0;

  g_return_val_if_fail (text != NULL && first <= last, 0);

  piece = get_piece (text, first);
  if (piece == NULL || piece != get_piece (text, last))
    return 0;
  get_bytes (text, first, last, &start, &end);
  for (guint i = 0; i < piece->words->words->len; i++)
    {
      const CogMathWord *word = &g_array_index (piece->words->words, CogMathWord, i);

      n += word->start < end && word->end > start;
    }
  return n;
}

/* Where a change begins in this element it puts its words, and takes out what is its own of the
 * others. */
static char *
dup_word (const CogLensText *text,
          const CogLensPiece *piece,
          const CogMathWord *word,
          GArray *changes,
          gboolean *is_changed)
{
  GString *words = g_string_new (NULL);
  guint at = word->start;

  for (guint i = 0; i < changes->len; i++)
    {
      const CogLensChange *change = &g_array_index (changes, CogLensChange, i);
      guint start, end;

      get_bytes (text, change->first, change->last, &start, &end);
      if (end <= word->start || start >= word->end)
        continue;
      *is_changed = TRUE;
      if (start > at)
        g_string_append_len (words, piece->words->line + at, start - at);
      if (start >= word->start)
        g_string_append (words, change->words);
      at = MIN (end, word->end);
    }
  g_string_append_len (words, piece->words->line + at, word->end - at);
  return g_string_free (words, FALSE);
}

char *
cog_lens_text_dup_changed (const CogLensText *text, GArray *changes)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (CogMathEdit));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const CogLensPiece *piece = NULL;
  const CogCode *code;

  g_return_val_if_fail (text != NULL && changes != NULL, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const CogLensChange *change = &g_array_index (changes, CogLensChange, i);

      if (i == 0)
        piece = get_piece (text, change->first);
      if (piece == NULL || piece != get_piece (text, change->first) ||
          piece != get_piece (text, change->last))
        return NULL;
    }
  for (guint i = 0; piece != NULL && i < piece->words->words->len; i++)
    {
      const CogMathWord *word = &g_array_index (piece->words->words, CogMathWord, i);
      gboolean is_changed = FALSE;
      CogMathEdit edit = { .word = i };

      edit.text = dup_word (text, piece, word, changes, &is_changed);
      g_ptr_array_add (texts, (gpointer)edit.text);
      if (is_changed)
        g_array_append_val (edits, edit);
    }
  if (piece == NULL)
    return NULL;
  code = g_ptr_array_index (text->text->codes, piece->code);
  return cog_math_words_dup_edited (code->markup, (const CogMathEdit *)(gpointer)edits->data,
                                    edits->len);
}
