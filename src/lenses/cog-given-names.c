/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-given-names.h"
#include "cog-given-names-private.h"
#include "cog-name-forms.h"
#include "cog-phrases.h"
#include "cog-word-table.h"

#include <string.h>

enum
{
  LANGUAGE,
  GENDER,
  SORT,
  NAMES,
};

/* Of a language's names only so many of the first stand for others: they are the commonest. */
#define N_COMMON 40
/* Of a line in a list of books, in tokens. */
#define LONGEST_TITLE 24

static CogNameSort
read_sort (const char *cell)
{
  static const char *const nicks[] = { "plain", "word", "place", "kept" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (strcmp (cell, nicks[i]) == 0)
      return (CogNameSort)i;
  g_error ("No such sort of name: %s", cell);
}

static void
add_row (CogPhrases *phrases, char **cells, const char *base)
{
  g_auto (GStrv) names = g_strsplit (cells[NAMES], "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      CogGivenName *name = g_new0 (CogGivenName, 1);

      name->name = g_intern_string (names[i]);
      name->gender = cells[GENDER][0];
      name->sort = read_sort (cells[SORT]);
      name->index = i;
      cog_phrases_add (phrases, names[i], name);
      if (name->sort == COG_NAME_PLAIN)
        {
          g_auto (GStrv) forms = cog_name_forms_dup (names[i], base);

          for (guint k = 0; forms != NULL && forms[k] != NULL; k++)
            cog_phrases_add (phrases, forms[k], name);
        }
    }
}

static CogPhrases *
make_phrases (const char *base)
{
  const CogWordTable *table = cog_word_table_get ("names.tsv");
  CogPhrases *phrases = cog_phrases_new (base);
  gsize length = strlen (base);

  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;

      if (strncmp (cells[LANGUAGE], base, length) == 0 &&
          (cells[LANGUAGE][length] == '\0' || cells[LANGUAGE][length] == '-'))
        add_row (phrases, cells, base);
    }
  return phrases;
}

static const CogPhrases *
get_phrases (const char *language)
{
  static GHashTable *lists;

  return cog_phrases_keep (&lists, language, make_phrases);
}

/* "Blaise Pascal", where the first of two names begins the sentence: it is a surname. */
static gboolean
follows_name (const CogPhrases *phrases, const CogLensText *text, guint at)
{
  const CogToken *previous;

  if (at == 0 || !cog_lens_text_get_token (text, at)->space_before)
    return FALSE;
  previous = cog_lens_text_get_token (text, at - 1);
  return previous->is_capital && previous->is_start &&
         cog_phrases_find (phrases, text, at - 1, NULL) != NULL;
}

/* "Dickens, Charles, A Christmas Carol." but not "Emma, Charles, and Jade". */
static gboolean
is_in_list_of_authors (const CogPhrases *phrases, const CogLensText *text, guint at)
{
  if (at != 2 || text->tokens->len > LONGEST_TITLE || text->tokens->len < 4 ||
      !cog_lens_text_get_token (text, 0)->is_capital ||
      strcmp (cog_lens_text_get_token (text, 1)->word, ",") != 0 ||
      strcmp (cog_lens_text_get_token (text, 3)->word, ",") != 0)
    return FALSE;
  return cog_phrases_find (phrases, text, 0, NULL) == NULL;
}

/* Names of Arabic take no article ("الراشد" is an adult), and a letter written onto a short one
 * makes another word ("لدينا": we have). */
static gboolean
is_written_so (const CogGivenName *name, const CogToken *token)
{
  g_autofree char *folded = NULL;
  gsize length, n;

  if ((guchar)token->word[0] < 0xD8 || (guchar)token->word[0] > 0xDB)
    return TRUE;
  folded = cog_lens_fold (name->name, -1);
  length = strcspn (folded, " ");
  n = strlen (token->word);
  if (n == length)
    return strncmp (token->word, folded, length) == 0;
  return n == length + 2 && length >= 8 && strncmp (token->word + 2, folded, length) == 0;
}

const CogGivenName *
cog_given_name_find (
    const CogLensText *text, const char *language, guint at, guint *last, guint *sure)
{
  const CogPhrases *phrases;
  const CogGivenName *name;
  const CogToken *token;

  g_return_val_if_fail (text != NULL && language != NULL && last != NULL && sure != NULL, NULL);

  /* Of most words the first letter says that they are none. */
  token = cog_lens_text_get_token (text, at);
  if (!token->is_capital && (guchar)token->word[0] < 0x80)
    return NULL;
  phrases = get_phrases (language);
  if (cog_phrases_get_size (phrases) == 0)
    return NULL;
  *last = at;
  name = cog_phrases_find (phrases, text, at, last);
  if (name == NULL || !is_written_so (name, token) || name->sort == COG_NAME_KEPT ||
      follows_name (phrases, text, at) || is_in_list_of_authors (phrases, text, at))
    return NULL;
  *sure = cog_given_name_weigh (text, name, language, at, *last);
  return *sure > 0 ? name : NULL;
}

/* The row of the tag itself, else of its language. */
static char **
find_row (const char *language, char gender)
{
  const CogWordTable *table = cog_word_table_get ("names.tsv");
  g_autofree char *base = g_ascii_strdown (language, (gssize)strcspn (language, "-_"));
  char **found = NULL;

  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;

      if (cells[GENDER][0] != gender || strcmp (cells[SORT], "plain") != 0)
        continue;
      if (g_ascii_strcasecmp (cells[LANGUAGE], language) == 0)
        return cells;
      if (found == NULL && strcmp (cells[LANGUAGE], base) == 0)
        found = cells;
    }
  return found;
}

static gboolean
row_has (char **cells, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = cells[NAMES]; *at != '\0';)
    {
      gsize n = strcspn (at, "|");

      if (n == length && strncmp (at, name, n) == 0)
        return TRUE;
      at += n + (at[n] == '|');
    }
  return FALSE;
}

gboolean
cog_given_name_is_of (const char *name, const char *language)
{
  const CogWordTable *table = cog_word_table_get ("names.tsv");
  g_autofree char *base = NULL;
  gboolean has_own = FALSE;

  g_return_val_if_fail (name != NULL && language != NULL, FALSE);

  base = g_ascii_strdown (language, (gssize)strcspn (language, "-_"));
  for (guint i = 0; i < table->rows->len; i++)
    has_own = has_own || g_ascii_strcasecmp (cog_word_table_get_row (table, i)->cells[LANGUAGE],
                                             language) == 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;

      if (g_ascii_strcasecmp (cells[LANGUAGE], has_own ? language : base) == 0 &&
          row_has (cells, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_taken (const char *name, GPtrArray *agreements)
{
  for (guint i = 0; agreements != NULL && i < agreements->len; i++)
    {
      const CogAgreement *agreement = g_ptr_array_index (agreements, i);

      if (strcmp (agreement->kind, "name") == 0 && g_strcmp0 (agreement->words, name) == 0)
        return TRUE;
    }
  return FALSE;
}

char *
cog_given_name_dup_counterpart (const CogGivenName *name,
                                const char *language,
                                guint nth,
                                GPtrArray *agreements)
{
  char **cells;
  g_auto (GStrv) names = NULL;
  guint n;

  g_return_val_if_fail (name != NULL && language != NULL, NULL);

  cells = find_row (language, name->gender);
  if (cells == NULL)
    return NULL;
  names = g_strsplit (cells[NAMES], "|", -1);
  n = MIN (g_strv_length (names), N_COMMON);
  for (guint i = 0; i < n; i++)
    {
      const char *chosen = names[(name->index + nth + i) % n];

      if (!is_taken (chosen, agreements))
        return g_strdup (chosen);
    }
  return NULL;
}
