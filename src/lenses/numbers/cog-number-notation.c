/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-number-notes.h"

#include "cog-language.h"
#include "cog-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names of functions that schools of a language write otherwise (ISO 80000-2 notes them). */
static const struct
{
  const char *language, *from, *to;
} functions[] = {
  { "es", "sin", "sen" }, { "es", "arcsin", "arcsen" }, { "es", "lim", "lím" },
  { "pt", "sin", "sen" }, { "pt", "tan", "tg" },        { "pt", "arcsin", "arcsen" },
  { "it", "sin", "sen" }, { "it", "tan", "tg" },        { "ru", "tan", "tg" },
  { "ru", "cot", "ctg" }, { "ru", "arctan", "arctg" },  { "uk", "tan", "tg" },
  { "uk", "cot", "ctg" }, { "kk", "tan", "tg" },        { "kk", "cot", "ctg" },
  { "pl", "tan", "tg" },  { "pl", "cot", "ctg" },       { "hu", "tan", "tg" },
};

static const char *
find_function (const char *name, const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strcmp (functions[i].from, name) == 0 &&
        cog_language_equal (functions[i].language, language))
      return functions[i].to;
  return NULL;
}

/* What the word would be there; NULL: the same. (transfer full) (nullable) */
static char *
dup_changed (const char *word, CogMathWordKind kind, const CogLensContext *context)
{
  CogNumber number = { 0 };
  g_autofree char *there = NULL;

  if (kind != COG_MATH_WORD_NUMBER)
    return g_strdup (find_function (word, context->target));
  if (!cog_number_read (word, -1, context->source, &number) ||
      (number.n_decimals == 0 && !number.is_grouped))
    return NULL;
  there = cog_number_dup (number.value, number.n_decimals, context->target);
  return strcmp (there, word) != 0 ? g_steal_pointer (&there) : NULL;
}

static void
scan_piece (const CogLens *lens,
            const CogLensContext *context,
            const CogLensText *text,
            guint index,
            GPtrArray *findings)
{
  const CogLensPiece *piece = g_ptr_array_index (text->pieces, index);
  const CogCode *code = g_ptr_array_index (text->text->codes, piece->code);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (CogMathEdit));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *math = NULL;
  CogLensFinding *finding;
  guint first = G_MAXUINT, last = 0;

  for (guint i = 0; i < piece->words->words->len; i++)
    {
      const CogMathWord *word = &g_array_index (piece->words->words, CogMathWord, i);
      g_autofree char *old = g_strndup (piece->words->line + word->start, word->end - word->start);
      CogMathEdit edit = { .word = i };

      edit.text = dup_changed (old, word->kind, context);
      if (edit.text == NULL)
        continue;
      g_ptr_array_add (words, (gpointer)edit.text);
      g_array_append_val (edits, edit);
    }
  if (edits->len == 0)
    return;
  for (guint i = 0; i < text->tokens->len; i++)
    if (cog_lens_text_get_token (text, i)->piece == (int)index)
      {
        first = MIN (first, i);
        last = i;
      }
  math = cog_math_words_dup_edited (code->markup, (const CogMathEdit *)(gpointer)edits->data,
                                    edits->len);
  if (math == NULL || first == G_MAXUINT)
    return;
  finding = cog_lens_add (lens, text, first, last, "notation", 60,
                          g_strdup (_ ("The formula is written in the manner of the source: its "
                                       "numbers or names of functions look different in your "
                                       "readers’ schools.")),
                          findings);
  finding->subject = g_strdup ("notation");
  cog_lens_finding_propose (finding, COG_CHOICE_CONVERT, g_ptr_array_index (words, 0), math);
}

void
cog_number_find_notation (const CogLens *lens,
                          const CogLensContext *context,
                          const CogLensText *text,
                          GPtrArray *findings)
{
  if (!text->is_source)
    return;
  for (guint i = 0; i < text->pieces->len; i++)
    scan_piece (lens, context, text, i, findings);
}
