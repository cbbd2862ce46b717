/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-term-finder.h"

#include "cog-letters.h"
#include "cog-term-words.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#define MAX_WORDS 100000 /* that are remembered; a book has a fifth of these */
#define MAX_TOKENS 40    /* of a term: more is a text */

typedef struct
{
  guint start, end; /* characters */
  gsize from, to;   /* bytes */
  CogTermWord *word;
} Token;

typedef struct
{
  guint number;
  GPtrArray *words; /* (element-type CogTermWord) */
  GPtrArray *gaps;  /* (element-type utf8): signs that stand before each word, and at the end */
  gunichar *run;    /* in a script without spaces: all its words, one behind the other (nullable) */
} Term;

struct _CogTermFinder
{
  UBreakIterator *iterator; /* (nullable) */
  CogTermWords *known;      /* words of the terms */
  CogTermWords *met;        /* and of texts */
  GPtrArray *terms;         /* (element-type Term) */
  GHashTable *starts;       /* two first letters → GArray of indexes of terms */
  GHashTable *runs;         /* first character → the same, of terms without spaces */
  GArray *tokens;
  GArray *found; /* (element-type Found) at one place */
};

typedef struct
{
  guint index;
  guint n_tokens;
  guint start, end; /* characters, with the signs before and behind it */
} Found;

static void
free_term (gpointer data)
{
  Term *term = data;

  g_ptr_array_unref (term->words);
  g_ptr_array_unref (term->gaps);
  g_free (term->run);
  g_free (term);
}

CogTermFinder *
cog_term_finder_new (const char *language)
{
  CogTermFinder *self = g_new0 (CogTermFinder, 1);
  UErrorCode status = U_ZERO_ERROR;

  self->iterator = ubrk_open (UBRK_WORD, language != NULL ? language : "", NULL, 0, &status);
  if (U_FAILURE (status))
    self->iterator = NULL;
  self->known = cog_term_words_new (language);
  self->met = cog_term_words_new (language);
  self->terms = g_ptr_array_new_with_free_func (free_term);
  self->starts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  self->runs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  self->found = g_array_new (FALSE, FALSE, sizeof (Found));
  return self;
}

void
cog_term_finder_free (CogTermFinder *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->iterator, ubrk_close);
  cog_term_words_free (self->known);
  cog_term_words_free (self->met);
  g_ptr_array_unref (self->terms);
  g_hash_table_unref (self->starts);
  g_hash_table_unref (self->runs);
  g_array_unref (self->tokens);
  g_array_unref (self->found);
  g_free (self);
}

guint
cog_term_finder_get_n (const CogTermFinder *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->terms->len;
}

static void
cut (CogTermFinder *self, CogTermWords *words, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *wrapped = utext_openUTF8 (NULL, text, -1, &status);
  Token token = { 0 };

  g_array_set_size (self->tokens, 0);
  if (self->iterator != NULL)
    ubrk_setUText (self->iterator, wrapped, &status);
  if (self->iterator != NULL && U_SUCCESS (status))
    {
      ubrk_first (self->iterator);
      for (int32_t next; (next = ubrk_next (self->iterator)) != UBRK_DONE;)
        {
          token.to = (gsize)next;
          token.end = token.start +
                      (guint)g_utf8_strlen (text + token.from, (gssize)(token.to - token.from));
          if (ubrk_getRuleStatus (self->iterator) >= UBRK_WORD_NUMBER)
            {
              token.word = cog_term_words_get (words, text + token.from, token.to - token.from);
              g_array_append_val (self->tokens, token);
            }
          token.from = token.to;
          token.start = token.end;
        }
    }
  utext_close (wrapped);
}

/* What may stand between the words of a term, or be missing there. */
static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == '-' || c == '\'' || c == 0x2019 ||
         (c >= 0x2010 && c <= 0x2012) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static char *
dup_signs (const char *text, gsize from, gsize to)
{
  GString *signs = g_string_new (NULL);

  for (const char *c = text + from; c < text + to; c = g_utf8_next_char (c))
    if (!is_space (g_utf8_get_char (c)))
      g_string_append_unichar (signs, g_utf8_get_char (c));
  return g_string_free (signs, FALSE);
}

/* Whether these bytes are the signs and nothing else. */
static gboolean
is_gap (const char *text, gsize from, gsize to, const char *signs)
{
  for (const char *c = text + from; c < text + to; c = g_utf8_next_char (c))
    {
      gunichar sign = g_utf8_get_char (c);

      if (is_space (sign))
        continue;
      if (sign != g_utf8_get_char (signs))
        return FALSE;
      signs = g_utf8_next_char (signs);
    }
  return *signs == '\0';
}

static const gunichar *
get_whole (const CogTermWord *word)
{
  return g_ptr_array_index (word->forms, 0);
}

static gunichar *
dup_run (const Term *term, const char *text)
{
  GArray *run;
  gboolean is_run = FALSE;

  for (const char *c = text; *c != '\0' && !is_run; c = g_utf8_next_char (c))
    is_run = cog_letter_is_unspaced (g_utf8_get_char (c));
  if (!is_run)
    return NULL;
  run = g_array_new (TRUE, TRUE, sizeof (gunichar));
  for (guint i = 0; i < term->words->len; i++)
    for (const gunichar *c = get_whole (g_ptr_array_index (term->words, i)); *c != 0; c++)
      g_array_append_val (run, *c);
  return (gunichar *)(gpointer)g_array_free (run, FALSE);
}

static gpointer
get_start (const gunichar *word)
{
  return GUINT_TO_POINTER (word[0] != 0 ? word[0] * 0x200000u ^ word[1] : 0);
}

static void
put (GHashTable *table, gpointer key, guint index)
{
  GArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table, key, list);
    }
  /* Its forms begin alike, as a rule. */
  if (list->len == 0 || g_array_index (list, guint, list->len - 1) != index)
    g_array_append_val (list, index);
}

/* Without what stands in brackets at its end: "force (physics)". (transfer full) */
static char *
dup_bare (const char *text)
{
  gsize n = strlen (text);
  const char *open = n > 0 && text[n - 1] == ')' ? strrchr (text, '(') : NULL;

  return open != NULL && open > text && open[-1] == ' ' ? g_strndup (text, (gsize)(open - text))
                                                        : g_strdup (text);
}

static void
read_words (CogTermFinder *self, Term *term, const char *text)
{
  gsize from = 0;

  for (guint i = 0; i < self->tokens->len; i++)
    {
      const Token *token = &g_array_index (self->tokens, Token, i);

      g_ptr_array_add (term->gaps, dup_signs (text, from, token->from));
      g_ptr_array_add (term->words, token->word);
      from = token->to;
    }
  g_ptr_array_add (term->gaps, dup_signs (text, from, strlen (text)));
  term->run = dup_run (term, text);
}

gboolean
cog_term_finder_add (CogTermFinder *self, const char *text, guint number)
{
  g_autofree char *bare = NULL;
  guint index;
  Term *term;
  const CogTermWord *first;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  bare = dup_bare (text);
  cut (self, self->known, bare);
  if (self->tokens->len == 0 || self->tokens->len > MAX_TOKENS)
    return FALSE;
  term = g_new0 (Term, 1);
  term->number = number;
  term->words = g_ptr_array_new ();
  term->gaps = g_ptr_array_new_with_free_func (g_free);
  read_words (self, term, bare);
  index = self->terms->len;
  g_ptr_array_add (self->terms, term);
  first = g_ptr_array_index (term->words, 0);
  if (term->run != NULL)
    put (self->runs, GUINT_TO_POINTER (term->run[0]), index);
  for (guint i = 0; term->run == NULL && i < first->forms->len; i++)
    put (self->starts, get_start (g_ptr_array_index (first->forms, i)), index);
  for (guint i = 0; term->run == NULL && i < first->stems->len; i++)
    put (self->starts, get_start (g_ptr_array_index (first->stems, i)), index);
  /* What was looked up does not know of it. */
  cog_term_words_clear (self->met);
  return TRUE;
}

static void
add_hits (CogTermFinder *self, CogTermWord *word, const gunichar *form)
{
  GArray *list = g_hash_table_lookup (self->starts, get_start (form));

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      guint index = g_array_index (list, guint, i);
      const Term *term = g_ptr_array_index (self->terms, index);
      gboolean is_there = FALSE;

      for (guint k = 0; k < word->hits->len && !is_there; k++)
        is_there = g_array_index (word->hits, guint, k) == index;
      if (!is_there &&
          cog_term_words_is_form (self->known, g_ptr_array_index (term->words, 0), word))
        g_array_append_val (word->hits, index);
    }
}

/* The terms that begin with a form of the word: found once for each word that is met. */
static const GArray *
get_hits (CogTermFinder *self, CogTermWord *word)
{
  if (word->hits != NULL)
    return word->hits;
  word->hits = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < word->forms->len; i++)
    add_hits (self, word, g_ptr_array_index (word->forms, i));
  for (guint i = 0; i < word->stems->len; i++)
    add_hits (self, word, g_ptr_array_index (word->stems, i));
  return word->hits;
}

static const Token *
get_token (const CogTermFinder *self, guint at)
{
  return &g_array_index (self->tokens, Token, at);
}

/* The signs that it begins and ends with stand there. */
static gboolean
has_ends (const CogTermFinder *self, const Term *term, const char *text, guint at, guint n)
{
  const char *before = g_ptr_array_index (term->gaps, 0);
  const char *behind = g_ptr_array_index (term->gaps, term->gaps->len - 1);
  gsize from = get_token (self, at)->from;

  return strlen (before) <= from &&
         memcmp (text + from - strlen (before), before, strlen (before)) == 0 &&
         g_str_has_prefix (text + get_token (self, at + n - 1)->to, behind);
}

/* A letter alone is a name, such as that of a unit: "K" is not "k". */
static gboolean
is_other_letter (const CogTermWord *term, const CogTermWord *word)
{
  return *g_utf8_next_char (term->text) == '\0' && !g_str_equal (term->text, word->text);
}

/* How many tokens from there on are the term; 0: they are not. */
static guint
match_words (const CogTermFinder *self, const Term *term, const char *text, guint at)
{
  guint n = term->words->len;

  if (at + n > self->tokens->len ||
      (n == 1 && is_other_letter (g_ptr_array_index (term->words, 0), get_token (self, at)->word)))
    return 0;
  for (guint i = 1; i < n; i++)
    if (!is_gap (text, get_token (self, at + i - 1)->to, get_token (self, at + i)->from,
                 g_ptr_array_index (term->gaps, i)) ||
        !cog_term_words_is_form (self->known, g_ptr_array_index (term->words, i),
                                 get_token (self, at + i)->word))
      return 0;
  return has_ends (self, term, text, at, n) ? n : 0;
}

/* The same where words are not told apart: the term may be cut otherwise when it stands alone. */
static guint
match_run (const CogTermFinder *self, const Term *term, const char *text, guint at)
{
  const gunichar *run = term->run;

  for (guint i = at; i < self->tokens->len; i++)
    {
      if (i > at && !is_gap (text, get_token (self, i - 1)->to, get_token (self, i)->from, ""))
        return 0;
      for (const gunichar *c = get_whole (get_token (self, i)->word); *c != 0; c++, run++)
        if (*c != *run)
          return 0;
      if (*run == 0)
        return i - at + 1;
    }
  return 0;
}

static void
keep_found (CogTermFinder *self, guint index, const char *text, guint at)
{
  const Term *term = g_ptr_array_index (self->terms, index);
  Found found = { .index = index };

  found.n_tokens =
      term->run != NULL ? match_run (self, term, text, at) : match_words (self, term, text, at);
  if (found.n_tokens == 0)
    return;
  found.start = get_token (self, at)->start;
  found.end = get_token (self, at + found.n_tokens - 1)->end;
  if (term->run == NULL)
    {
      const char *behind = g_ptr_array_index (term->gaps, term->gaps->len - 1);

      found.start -= (guint)g_utf8_strlen (g_ptr_array_index (term->gaps, 0), -1);
      found.end += (guint)g_utf8_strlen (behind, -1);
    }
  g_array_append_val (self->found, found);
}

static void
look_at (CogTermFinder *self, const char *text, guint at)
{
  CogTermWord *word = get_token (self, at)->word;
  const GArray *hits = get_hits (self, word);
  const GArray *runs =
      g_hash_table_size (self->runs) > 0
          ? g_hash_table_lookup (self->runs, GUINT_TO_POINTER (get_whole (word)[0]))
          : NULL;

  g_array_set_size (self->found, 0);
  for (guint i = 0; i < hits->len; i++)
    keep_found (self, g_array_index (hits, guint, i), text, at);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    keep_found (self, g_array_index (runs, guint, i), text, at);
}

/* first: the first hit at this place. */
static void
add_hit (const CogTermFinder *self, const Found *found, guint first, GArray *hits)
{
  const Term *term = g_ptr_array_index (self->terms, found->index);
  CogTermHit hit = { found->start, found->end, term->number };

  for (guint i = first; i < hits->len; i++)
    {
      const CogTermHit *other = &g_array_index (hits, CogTermHit, i);

      if (other->number == hit.number && other->start == hit.start && other->end == hit.end)
        return;
    }
  g_array_append_val (hits, hit);
}

void
cog_term_finder_find (CogTermFinder *self, const char *text, CogTermFindMode mode, GArray *hits)
{
  g_return_if_fail (self != NULL && text != NULL && hits != NULL);

  if (self->terms->len == 0)
    return;
  if (cog_term_words_get_n (self->met) > MAX_WORDS)
    cog_term_words_clear (self->met);
  cut (self, self->met, text);
  for (guint at = 0; at < self->tokens->len;)
    {
      guint longest = 1, end = 0, first = hits->len;

      look_at (self, text, at);
      for (guint i = 0; i < self->found->len; i++)
        {
          end = MAX (end, g_array_index (self->found, Found, i).end);
          longest = MAX (longest, g_array_index (self->found, Found, i).n_tokens);
        }
      for (guint i = 0; i < self->found->len; i++)
        {
          const Found *found = &g_array_index (self->found, Found, i);

          if (mode == COG_TERMS_ALL || found->end == end)
            add_hit (self, found, first, hits);
        }
      at += mode == COG_TERMS_LONGEST ? longest : 1;
    }
}
