/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-known-people.h"

#include "cog-word-table.h"

#include <string.h>

enum
{
  SURNAME,
  GIVEN,
};

/* From a name to "born in", in tokens. */
#define NEAR 4

static const CogToken *
get (const CogLensText *text, guint at)
{
  return at < text->tokens->len ? cog_lens_text_get_token (text, at) : NULL;
}

/* Folded surname → GPtrArray of folded given names. */
static gpointer
read_people (gpointer data)
{
  const CogWordTable *table = cog_word_table_get ("known-people.tsv");
  GHashTable *people = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;
      g_auto (GStrv) names = g_strsplit (cells[GIVEN], "|", -1);
      GPtrArray *given = g_ptr_array_new ();

      for (guint k = 0; names[k] != NULL; k++)
        g_ptr_array_add (given, cog_lens_fold (names[k], -1));
      g_hash_table_insert (people, cog_lens_fold (cells[SURNAME], -1), given);
    }
  return people;
}

static gboolean
is_of_surname (const CogLensText *text, const char *given)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *people = g_once (&once, read_people, NULL);

  for (guint i = 0; i < text->tokens->len; i++)
    {
      const CogToken *token = get (text, i);
      GPtrArray *names = token->is_capital ? g_hash_table_lookup (people, token->word) : NULL;

      if (names != NULL && g_ptr_array_find_with_equal_func (names, given, g_str_equal, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_surname (const CogToken *token)
{
  return token != NULL && token->kind == COG_TOKEN_WORD && token->is_capital && !token->is_start &&
         token->space_before && token->end - token->start > 1;
}

/* "Mary Brown", "Mary K. Brown" elsewhere in the text. */
static gboolean
has_whole_name (const CogLensText *text, guint first, const char *given)
{
  for (guint i = 0; i + 1 < text->tokens->len; i++)
    {
      const CogToken *next = get (text, i + 1);
      const CogToken *dot = get (text, i + 2);

      if (i == first || strcmp (get (text, i)->word, given) != 0 || !get (text, i)->is_capital)
        continue;
      if (is_surname (next))
        return TRUE;
      if (next->is_capital && next->end - next->start == 1 && dot != NULL &&
          strcmp (dot->word, ".") == 0 && get (text, i + 3) != NULL &&
          get (text, i + 3)->is_capital)
        return TRUE;
    }
  return FALSE;
}

/* "was born in 1867", "est née en 1867", "nació en 1867" */
static gboolean
has_birth (const CogLensText *text, guint last)
{
  static const char *const births[] = { "born",   "died",  "né",     "née",    "naît",
                                        "naquit", "mort",  "morte",  "meurt",  "nació",
                                        "nace",   "murió", "nacido", "nacida", NULL };
  gboolean is_birth = FALSE;

  for (guint i = last + 1; i < text->tokens->len && i <= last + 2 * NEAR; i++)
    {
      const CogToken *token = get (text, i);

      if (strcmp (token->word, ".") == 0)
        return FALSE;
      is_birth = is_birth || (i <= last + NEAR && g_strv_contains (births, token->word));
      if (is_birth && token->kind == COG_TOKEN_NUMBER && token->end - token->start == 4)
        return TRUE;
    }
  return FALSE;
}

gboolean
cog_known_person_is (const CogLensText *text, guint first, guint last)
{
  const char *given;

  g_return_val_if_fail (text != NULL && first <= last, FALSE);

  given = cog_lens_text_get_token (text, first)->word;
  return is_of_surname (text, given) || has_whole_name (text, first, given) ||
         has_birth (text, last);
}
