/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-forms.h"
#include "cog-word-table.h"

#include <string.h>

/* A stem of fewer bytes stands for too many words (and CogPhrases has none such). */
#define SHORTEST_STEM 3

static gboolean
is_one_of (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

static gboolean
ends_in (const char *word, const char *const *ends)
{
  for (guint i = 0; ends[i] != NULL; i++)
    if (g_str_has_suffix (word, ends[i]))
      return TRUE;
  return FALSE;
}

static char *
replace_end (const char *word, gsize n_bytes, const char *end)
{
  return g_strdup_printf ("%.*s%s", (int)(strlen (word) - n_bytes), word, end);
}

/* NULL: it has no plural, or is one. (nullable) */
static char *
dup_english_plural (const char *word)
{
  static const char *const hissing[] = { "ss", "x", "ch", "sh", "z", NULL };
  static const char *const vowel_y[] = { "ay", "ey", "oy", "uy", NULL };

  if (g_str_has_suffix (word, "man"))
    return replace_end (word, 2, "en");
  if (ends_in (word, hissing))
    return g_strconcat (word, "es", NULL);
  if (g_str_has_suffix (word, "s"))
    return NULL;
  if (g_str_has_suffix (word, "y") && !ends_in (word, vowel_y))
    return replace_end (word, 1, "ies");
  return g_strconcat (word, "s", NULL);
}

static char *
dup_french_plural (const char *word)
{
  static const char *const same[] = { "s", "x", "z", NULL };
  static const char *const with_x[] = { "eau", "eu", NULL };

  if (ends_in (word, same))
    return g_strdup (word);
  if (g_str_has_suffix (word, "al"))
    return replace_end (word, 1, "ux");
  return g_strconcat (word, ends_in (word, with_x) ? "x" : "s", NULL);
}

static char *
dup_spanish_plural (const char *word)
{
  static const char *const vowels[] = { "a", "e", "i", "o", "u", "é", "á", NULL };

  if (g_str_has_suffix (word, "s"))
    return g_strdup (word);
  if (g_str_has_suffix (word, "z"))
    return replace_end (word, 1, "ces");
  if (g_str_has_suffix (word, "ión"))
    return replace_end (word, strlen ("ón"), "ones");
  return g_strconcat (word, ends_in (word, vowels) ? "s" : "es", NULL);
}

typedef char *(*DupPlural) (const char *word);

/* Of the words up to the first preposition: all (French, Spanish), or the last (English). */
static char *
dup_plural (const char *phrase, const char *const *prepositions, gboolean all, DupPlural dup)
{
  g_auto (GStrv) words = g_strsplit (phrase, " ", -1);
  guint n_head = 0;

  while (words[n_head] != NULL && !is_one_of (words[n_head], prepositions))
    n_head++;
  if (n_head == 0)
    return NULL;
  for (guint i = all ? 0 : n_head - 1; i < n_head; i++)
    {
      char *plural = dup (words[i]);

      if (plural == NULL)
        return NULL;
      g_free (words[i]);
      words[i] = plural;
    }
  return g_strjoinv (" ", words);
}

static char *
dup_plural_in (const char *phrase, const char *base)
{
  static const char *const english[] = { "of",  "in", "on", "at",   "with", "to",
                                         "the", "a",  "an", "down", "for",  NULL };
  static const char *const french[] = { "de", "du", "des", "à",  "au", "aux", "en", "la",
                                        "le", "un", "une", "et", "se", "les", NULL };
  static const char *const spanish[] = { "de", "del", "a",  "al", "con", "en",
                                         "la", "el",  "un", "y",  "por", NULL };

  if (strcmp (base, "en") == 0)
    return dup_plural (phrase, english, FALSE, dup_english_plural);
  if (strcmp (base, "fr") == 0)
    return dup_plural (phrase, french, TRUE, dup_french_plural);
  return strcmp (base, "es") == 0 ? dup_plural (phrase, spanish, TRUE, dup_spanish_plural) : NULL;
}

static gboolean
has_capital (const char *phrase)
{
  for (const char *at = phrase; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isupper (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

/* Behind the last of these a plural's sign would stand at the wrong place. */
static gboolean
is_plain (const char *phrase)
{
  return strpbrk (phrase, "*_'0123456789") == NULL && strstr (phrase, "’") == NULL &&
         !has_capital (phrase);
}

char **
cog_word_forms_dup_numbers (const char *phrase, const char *base)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  char *plural;

  g_return_val_if_fail (phrase != NULL && base != NULL, NULL);

  g_ptr_array_add (forms, g_strdup (phrase));
  plural = is_plain (phrase) ? dup_plural_in (phrase, base) : NULL;
  if (plural != NULL && strcmp (plural, phrase) != 0)
    g_ptr_array_add (forms, plural);
  else
    g_free (plural);
  g_ptr_array_add (forms, NULL);
  return (char **)g_ptr_array_steal (forms, NULL);
}

/* The row of a verb; NULL: the table has none. (transfer none) (nullable) */
static const char *
find_verb (const char *base, const char *verb)
{
  const CogWordTable *table = cog_word_table_get ("verb-forms.tsv");

  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;

      if (strcmp (cells[0], base) == 0 && strcmp (cells[1], verb) == 0)
        return cells[2];
    }
  return NULL;
}

/* What all forms of a regular verb begin with: "tir*"; NULL: the word is none. (nullable) */
static char *
dup_regular_stem (const char *base, const char *verb)
{
  static const char *const french[] = { "er", NULL };
  static const char *const spanish[] = { "ar", "er", "ir", NULL };
  const char *const *ends = strcmp (base, "fr") == 0   ? french
                            : strcmp (base, "es") == 0 ? spanish
                                                       : NULL;

  if (ends == NULL || !ends_in (verb, ends) || strlen (verb) < SHORTEST_STEM + strlen ("er"))
    return NULL;
  return replace_end (verb, strlen ("er"), "*");
}

/* "se mettre à table" is conjugated as "mettre à table"; "irse por las ramas" as "ir". */
static char *
dup_without_pronoun (const char *phrase, const char *base)
{
  gsize length = strcspn (phrase, " ");

  if (strcmp (base, "fr") == 0 && g_str_has_prefix (phrase, "se "))
    return g_strdup (phrase + strlen ("se "));
  if (strcmp (base, "fr") == 0 && g_str_has_prefix (phrase, "s’"))
    return g_strdup (phrase + strlen ("s’"));
  if (strcmp (base, "es") == 0 && length > 4 && strncmp (phrase + length - 3, "rse", 3) == 0)
    return g_strdup_printf ("%.*s%s", (int)length - 2, phrase, phrase + length);
  return g_strdup (phrase);
}

char **
cog_word_forms_dup_verbs (const char *phrase, const char *base)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  g_autofree char *plain = NULL;
  g_autofree char *verb = NULL;
  g_autofree char *stem = NULL;
  g_auto (GStrv) written = NULL;
  const char *rest;

  g_return_val_if_fail (phrase != NULL && base != NULL, NULL);

  plain = dup_without_pronoun (phrase, base);
  rest = plain + strcspn (plain, " ");
  verb = g_strndup (plain, (gsize)(rest - plain));
  g_ptr_array_add (forms, g_strdup (phrase));
  if (*rest != '\0')
    {
      const char *cell = find_verb (base, verb);

      written = g_strsplit (cell != NULL ? cell : "", "|", -1);
      stem = dup_regular_stem (base, verb);
    }
  if (stem != NULL)
    g_ptr_array_add (forms, g_strconcat (stem, rest, NULL));
  for (guint i = 0; written != NULL && written[i] != NULL; i++)
    if (written[i][0] != '\0' && g_strcmp0 (written[i], stem) != 0)
      g_ptr_array_add (forms, g_strconcat (written[i], rest, NULL));
  g_ptr_array_add (forms, NULL);
  return (char **)g_ptr_array_steal (forms, NULL);
}
