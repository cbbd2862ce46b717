/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-segmenter.h"

#include "cog-segmenter-paired.h"
#include "cog-segmenter-rules.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* ICU (UAX #29) proposes the breaks, and the patterns of the language propose more; what ICU cannot
 * know, abbreviations, initials, numbers of lists and what a question in the middle of a sentence
 * is, takes some of them back. A quotation and a bracket stay whole. */

#define OPENING "([{\"'“‘«‹„"
#define CLOSING ")]}\"'”’»›"
#define PIECE 0xFFFC /* stands for an equation, a note's mark, a picture */

/* One proposed break. */
typedef struct
{
  const CogSegmenterRules *rules;
  const char *start; /* of the sentence */
  const char *end;   /* the break */
  const char *stop;  /* the character that ends the sentence: its first byte */
  const char *word;  /* what stands before it … */
  gsize word_length; /* … in bytes, without it */
  const char *next;  /* the word behind the break, without quotation marks */
  gsize next_length;
} Break;

static gboolean
is_one_of (const char *at, const char *set)
{
  gunichar c = g_utf8_get_char (at);

  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

static gboolean
is_space (const char *at)
{
  return g_unichar_isspace (g_utf8_get_char (at));
}

static gboolean
is_word_char (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Marks of direction stand between an abbreviation and its full stop in Arabic. */
static gboolean
is_unseen (const char *at)
{
  return g_unichar_type (g_utf8_get_char (at)) == G_UNICODE_FORMAT;
}

/* The last character before the break that is no space and closes nothing. */
static const char *
find_stop (const char *start, const char *end)
{
  const char *at = end;

  while (at > start)
    {
      const char *before = g_utf8_find_prev_char (start, at);

      if (before == NULL ||
          !(is_space (before) || is_one_of (before, CLOSING) || is_unseen (before)))
        return before != NULL ? before : start;
      at = before;
    }
  return start;
}

static const char *
find_word (const char *start, const char *stop)
{
  const char *at = stop;

  while (at > start)
    {
      const char *before = g_utf8_find_prev_char (start, at);

      if (before == NULL || is_space (before) || is_one_of (before, OPENING))
        break;
      at = before;
    }
  return at;
}

static void
find_before (Break *self)
{
  const char *end = self->stop;

  while (end > self->start && is_unseen (g_utf8_prev_char (end)))
    end = g_utf8_prev_char (end);
  self->word = find_word (self->start, end);
  self->word_length = (gsize)(end - self->word);
}

static void
find_next (Break *self)
{
  const char *at = self->end;

  while (*at != '\0' && (is_space (at) || is_one_of (at, OPENING) || is_one_of (at, CLOSING)))
    at = g_utf8_next_char (at);
  self->next = at;
  while (*at != '\0' && is_word_char (at))
    at = g_utf8_next_char (at);
  self->next_length = (gsize)(at - self->next);
}

static gboolean
is_single (const char *word, gsize length)
{
  return length > 0 && g_utf8_next_char (word) == word + length && is_word_char (word) &&
         !g_ascii_isdigit (*word);
}

/* "J.C", "Л.Н": letters with full stops between them. */
static gboolean
is_letters (const char *word, gsize length)
{
  const char *at = word;

  while (at < word + length)
    {
      if (!is_word_char (at) || g_ascii_isdigit (*at))
        return FALSE;
      at = g_utf8_next_char (at);
      if (at == word + length)
        return TRUE;
      if (*at++ != '.')
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_number (const char *word, gsize length)
{
  gsize i;

  for (i = 0; i < length && g_ascii_isdigit (word[i]); i++)
    ;
  return length > 0 && i == length;
}

/* "1.", "• 9.", "a.", "Q." at the beginning: the number of what follows. */
static gboolean
is_list_number (const Break *self)
{
  const char *at = self->start;

  while (at < self->word && !is_word_char (at))
    at = g_utf8_next_char (at);
  return at == self->word &&
         (is_number (self->word, self->word_length) || is_single (self->word, self->word_length));
}

/* The word together with the one before it, for "z. B": a pointer to where that begins. */
static const char *
find_pair (const Break *self)
{
  const char *at = self->word;

  while (at > self->start && is_space (g_utf8_prev_char (at)))
    at = g_utf8_prev_char (at);
  return at > self->start ? find_word (self->start, at) : NULL;
}

static gboolean
is_listed (const Break *self, GHashTable *set)
{
  const char *pair = find_pair (self);

  return cog_segmenter_rules_has (set, self->word, self->word_length) ||
         (pair != NULL && cog_segmenter_rules_has (set, pair, (gsize)(self->stop - pair)));
}

static gboolean
is_starter (const Break *self)
{
  return cog_segmenter_rules_has (self->rules->starters, self->next, self->next_length);
}

static const char *
find_end (const char *word)
{
  while (*word != '\0' && !is_space (word))
    word = g_utf8_next_char (word);
  return word;
}

/* "M. J. Schleiden", "z. B. ist", "h. c. Max". */
static gboolean
is_initial (const Break *self)
{
  const char *pair = find_pair (self);
  gboolean is_upper = g_unichar_isupper (g_utf8_get_char (self->word));

  if (!is_single (self->word, self->word_length))
    return is_upper && is_letters (self->word, self->word_length) && !is_starter (self);
  if (is_single (self->next, self->next_length) && self->next[self->next_length] == '.')
    return TRUE;
  /* "10 N. The": a unit. */
  if (pair != NULL && g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (find_end (pair)))))
    return FALSE;
  if (is_upper)
    return !is_starter (self);
  return pair != NULL && self->word - pair < 8 && strchr (pair, '.') < self->word &&
         is_single (pair, (gsize)(strchr (pair, '.') - pair));
}

static gboolean
full_stop_goes_on (const Break *self)
{
  const CogSegmenterRules *rules = self->rules;

  if (is_list_number (self) || is_listed (self, rules->always))
    return TRUE;
  if (is_listed (self, rules->number) && g_unichar_isdigit (g_utf8_get_char (self->next)))
    return TRUE;
  if (is_listed (self, rules->either))
    return !is_starter (self) && !g_unichar_isdigit (g_utf8_get_char (self->next));
  if (is_number (self->word, self->word_length))
    return cog_segmenter_rules_has (rules->after_ordinal, self->next, self->next_length);
  return is_initial (self);
}

/* Whether the sentence goes on behind the break that ICU proposes. */
static gboolean
goes_on (Break *self)
{
  gboolean has_space;

  if (self->end[-1] == '\n')
    return FALSE;
  self->stop = find_stop (self->start, self->end);
  find_before (self);
  find_next (self);
  if (is_one_of (self->stop, OPENING))
    return TRUE;
  if (strchr (".!?", *self->stop) == NULL)
    return FALSE;
  has_space = is_space (g_utf8_prev_char (self->end)) || is_one_of (self->end, OPENING);
  /* "https://example.org/?c=d", "!Xũ": only a script that has no spaces ends a sentence so. */
  if (!has_space && self->next == self->end && g_utf8_get_char (self->end) < 0x2000)
    return TRUE;
  if (*self->stop != '.')
    return g_unichar_islower (g_utf8_get_char (self->next));
  return full_stop_goes_on (self);
}

/* Where sentences may end: a flag for each byte of the text. */
enum
{
  PROPOSED = 1 << 0,
  REFUSED = 1 << 1,
  CERTAIN = 1 << 2, /* whatever stands there */
};

static void
mark_icu (guint8 *marks, const char *text, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *wrapped = utext_openUTF8 (NULL, text, -1, &status);
  UBreakIterator *breaks =
      ubrk_open (UBRK_SENTENCE, language != NULL ? language : "", NULL, 0, &status);

  ubrk_setUText (breaks, wrapped, &status);
  for (int32_t end = ubrk_next (breaks); U_SUCCESS (status) && end != UBRK_DONE;
       end = ubrk_next (breaks))
    marks[end] |= PROPOSED;
  ubrk_close (breaks);
  utext_close (wrapped);
}

static void
mark_patterns (guint8 *marks, const char *text, GPtrArray *patterns, guint8 flag)
{
  for (guint i = 0; i < patterns->len; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match (g_ptr_array_index (patterns, i), text, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          int end;

          if (g_match_info_fetch_pos (match, 0, NULL, &end))
            marks[end] |= flag;
        }
    }
}

/* No segment of marks alone: they belong to what stands before them. */
static gboolean
has_words (const char *start, const char *end)
{
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    if (is_word_char (at) || g_utf8_get_char (at) == PIECE)
      return TRUE;
  return FALSE;
}

static GArray *
take_breaks (const guint8 *marks, const char *text, const CogSegmenterRules *rules)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *start = text;
  gsize length = strlen (text);

  for (gsize at = 1; at < length; at++)
    {
      Break proposed = { .rules = rules, .start = start, .end = text + at };

      if ((marks[at] & REFUSED) != 0 || (marks[at] == PROPOSED && goes_on (&proposed)) ||
          marks[at] == 0)
        continue;
      if (!has_words (start, text + at) && ends->len > 0)
        g_array_set_size (ends, ends->len - 1);
      g_array_append_val (ends, at);
      start = text + at;
    }
  if (ends->len > 0 && !has_words (start, text + length))
    g_array_set_size (ends, ends->len - 1);
  g_array_append_val (ends, length);
  return ends;
}

GArray *
cog_segmenter_find (const char *text, const char *language)
{
  const CogSegmenterRules *rules = cog_segmenter_rules_get (language);
  g_autofree guint8 *marks = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  marks = g_new0 (guint8, strlen (text) + 1);
  mark_icu (marks, text, language);
  mark_patterns (marks, text, rules->breaks, PROPOSED);
  mark_patterns (marks, text, rules->cuts, CERTAIN);
  mark_patterns (marks, text, rules->joins, REFUSED);
  cog_segmenter_mark_paired (marks, text, REFUSED);
  cog_segmenter_mark_list (marks, text, PROPOSED, REFUSED);
  return take_breaks (marks, text, rules);
}

GPtrArray *
cog_segmenter_split (const char *text, const char *language)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ends = NULL;
  gsize start = 0;

  g_return_val_if_fail (text != NULL, list);

  ends = cog_segmenter_find (text, language);
  for (guint i = 0; i < ends->len; i++)
    {
      gsize end = g_array_index (ends, gsize, i);
      g_autofree char *sentence = g_strstrip (g_strndup (text + start, end - start));

      if (sentence[0] != '\0')
        g_ptr_array_add (list, g_steal_pointer (&sentence));
      start = end;
    }
  return list;
}
