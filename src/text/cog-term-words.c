/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-term-words.h"

#include "cog-fold.h"
#include "cog-inflection.h"
#include "cog-stemmer.h"

#include <string.h>

#define MAX_SIGN 5 /* capital letters of an abbreviation, as "SONAR" */

struct _CogTermWords
{
  CogFold *fold;
  const CogInflection *inflection;
  CogStemmer *stemmer; /* (nullable) */
  GHashTable *words;   /* text → CogTermWord */
  GArray *starts;
};

static void
free_word (gpointer data)
{
  CogTermWord *word = data;

  g_free (word->text);
  g_ptr_array_unref (word->forms);
  g_ptr_array_unref (word->stems);
  g_clear_pointer (&word->hits, g_array_unref);
  g_free (word);
}

CogTermWords *
cog_term_words_new (const char *language)
{
  CogTermWords *self = g_new0 (CogTermWords, 1);

  self->fold = cog_fold_new (FALSE);
  self->inflection = cog_inflection_get (language);
  if (cog_inflection_has_stems (self->inflection))
    self->stemmer = cog_stemmer_get (language);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_word);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
cog_term_words_free (CogTermWords *self)
{
  if (self == NULL)
    return;
  cog_fold_free (self->fold);
  g_hash_table_unref (self->words);
  g_array_unref (self->starts);
  g_free (self);
}

guint
cog_term_words_get_n (const CogTermWords *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->words);
}

void
cog_term_words_clear (CogTermWords *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->words);
}

static gunichar *
dup_folded (CogTermWords *self, const char *text)
{
  gsize length;
  const gunichar *folded = cog_fold_text (self->fold, text, &length);
  gunichar *copy = g_new0 (gunichar, length + 1);

  memcpy (copy, folded, length * sizeof (gunichar));
  return copy;
}

static gunichar *
dup_from (const gunichar *word)
{
  guint n = 0;

  while (word[n] != 0)
    n++;
  return g_memdup2 (word, (n + 1) * sizeof (gunichar));
}

static gboolean
is_sign (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), n++)
    if (!g_unichar_isupper (g_utf8_get_char (c)) && !g_unichar_isdigit (g_utf8_get_char (c)))
      return FALSE;
  return n > 1 && n <= MAX_SIGN && !g_unichar_isdigit (g_utf8_get_char (text));
}

static CogTermWord *
make_word (CogTermWords *self, const char *text, gsize n_bytes)
{
  CogTermWord *word = g_new0 (CogTermWord, 1);
  g_autoptr (GPtrArray) stems = NULL;
  const gunichar *whole;

  word->text = g_strndup (text, n_bytes);
  word->forms = g_ptr_array_new_with_free_func (g_free);
  word->stems = g_ptr_array_new_with_free_func (g_free);
  word->is_sign = is_sign (word->text);
  g_ptr_array_add (word->forms, dup_folded (self, word->text));
  whole = g_ptr_array_index (word->forms, 0);
  g_array_set_size (self->starts, 0);
  cog_inflection_list_starts (self->inflection, whole, self->starts);
  for (guint i = 0; i < self->starts->len; i++)
    g_ptr_array_add (word->forms, dup_from (whole + g_array_index (self->starts, guint, i)));
  stems = self->stemmer != NULL ? cog_stemmer_dup_stems (self->stemmer, word->text) : NULL;
  for (guint i = 0; stems != NULL && i < stems->len; i++)
    g_ptr_array_add (word->stems, dup_folded (self, g_ptr_array_index (stems, i)));
  return word;
}

CogTermWord *
cog_term_words_get (CogTermWords *self, const char *text, gsize n_bytes)
{
  g_autofree char *key = NULL;
  CogTermWord *word;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  key = g_strndup (text, n_bytes);
  word = g_hash_table_lookup (self->words, key);
  if (word == NULL)
    {
      word = make_word (self, text, n_bytes);
      g_hash_table_insert (self->words, word->text, word);
    }
  return word;
}

static gboolean
equal (const gunichar *a, const gunichar *b)
{
  while (*a != 0 && *a == *b)
    a++, b++;
  return *a == *b;
}

static gboolean
contains (const GPtrArray *list, const gunichar *wanted)
{
  for (guint i = 0; i < list->len; i++)
    if (equal (g_ptr_array_index (list, i), wanted))
      return TRUE;
  return FALSE;
}

/* One letter is written with the word in the text alone: a term that begins with it has it for its
 * own. */
static gboolean
is_own (const CogTermWord *term, guint form)
{
  const gunichar *whole = g_ptr_array_index (term->forms, 0);
  const gunichar *rest = g_ptr_array_index (term->forms, form);
  guint n = 0, n_rest = 0;

  while (whole[n] != 0)
    n++;
  while (rest[n_rest] != 0)
    n_rest++;
  return form == 0 || n - n_rest > 1;
}

/* A term that is a dictionary form is that alone: "aceleración" is no form of "acelerar", of which
 * a dictionary makes it. */
static gboolean
has_stem (const CogTermWord *term, const CogTermWord *word)
{
  const gunichar *whole = g_ptr_array_index (term->forms, 0);

  if (contains (word->stems, whole))
    return TRUE;
  if (contains (term->stems, whole))
    return FALSE;
  for (guint i = 0; i < term->stems->len; i++)
    if (contains (word->stems, g_ptr_array_index (term->stems, i)))
      return TRUE;
  return FALSE;
}

gboolean
cog_term_words_is_form (const CogTermWords *self, const CogTermWord *term, const CogTermWord *word)
{
  gboolean is_known;

  g_return_val_if_fail (self != NULL && term != NULL && word != NULL, FALSE);

  if (term->is_sign)
    return g_str_has_prefix (word->text, term->text) &&
           (word->text[strlen (term->text)] == '\0' ||
            g_str_equal (word->text + strlen (term->text), "s"));
  is_known = term->stems->len > 0 && word->stems->len > 0;
  if (is_known && has_stem (term, word))
    return TRUE;
  for (guint i = 0; i < term->forms->len; i++)
    for (guint k = 0; is_own (term, i) && k < word->forms->len; k++)
      {
        const gunichar *one = g_ptr_array_index (term->forms, i);
        const gunichar *other = g_ptr_array_index (word->forms, k);

        if (is_known ? equal (one, other) : cog_inflection_is_same (self->inflection, one, other))
          return TRUE;
      }
  return FALSE;
}
