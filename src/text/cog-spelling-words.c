/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-language.h"
#include "cog-spelling.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* Capital letters of an abbreviation. */
#define MAX_CAPITALS 6

typedef struct
{
  const char *text;
  const char *script; /* of the language (nullable) */
  const GArray *skip;
  guint next_skip;
  GArray *words;
} Listing;

static gboolean
is_address (const char *text, gsize length)
{
  return g_strstr_len (text, (gssize)length, "://") != NULL ||
         g_strstr_len (text, (gssize)length, "@") != NULL ||
         (length > 4 && g_ascii_strncasecmp (text, "www.", 4) == 0);
}

/* What stands between the white space around a word: "https://example.org/a" is one thing. */
static gboolean
is_in_address (const char *text, const char *start, const char *end)
{
  while (start > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return is_address (start, (gsize)(end - start));
}

static gboolean
is_word (const Listing *listing, const char *start, const char *end)
{
  gboolean has_letter = FALSE, is_capitals = TRUE;
  guint length = 0;
  g_autofree char *word = g_strndup (start, (gsize)(end - start));
  const char *script;

  for (const char *c = start; c < end; c = g_utf8_next_char (c), length++)
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isdigit (character) || character == 0xFFFC)
        return FALSE;
      has_letter = has_letter || g_unichar_isalpha (character);
      is_capitals = is_capitals && g_unichar_isupper (character);
    }
  if (!has_letter || length < 2 || (is_capitals && length <= MAX_CAPITALS))
    return FALSE;
  script = cog_text_guess_script (word);
  if (listing->script != NULL && script != NULL && !g_str_equal (script, listing->script))
    return FALSE;
  return !is_in_address (listing->text, start, end);
}

static gboolean
is_skipped (Listing *listing, guint start, guint end)
{
  const GArray *skip = listing->skip;

  if (skip == NULL)
    return FALSE;
  while (listing->next_skip < skip->len &&
         g_array_index (skip, CogStretch, listing->next_skip).end <= start)
    listing->next_skip++;
  /* Stretches may hold each other: those that follow may begin before this one ends. */
  for (guint i = listing->next_skip; i < skip->len; i++)
    {
      const CogStretch *stretch = &g_array_index (skip, CogStretch, i);

      if (stretch->start >= end)
        return FALSE;
      if (stretch->end > start)
        return TRUE;
    }
  return FALSE;
}

/* Opening a break iterator costs far more than reading a paragraph; one is kept for each thread. */
static GPrivate iterator_key = G_PRIVATE_INIT ((GDestroyNotify)ubrk_close);

static UBreakIterator *
get_iterator (void)
{
  UBreakIterator *iterator = g_private_get (&iterator_key);
  UErrorCode status = U_ZERO_ERROR;

  if (iterator != NULL)
    return iterator;
  iterator = ubrk_open (UBRK_WORD, "", NULL, 0, &status);
  if (U_FAILURE (status))
    return NULL;
  g_private_set (&iterator_key, iterator);
  return iterator;
}

static void
list_words (Listing *listing, UBreakIterator *iterator)
{
  const char *from = listing->text;
  guint at = 0;

  for (int32_t next = ubrk_next (iterator); next != UBRK_DONE; next = ubrk_next (iterator))
    {
      const char *to = listing->text + next;
      guint end = at + (guint)g_utf8_strlen (from, to - from);

      if (ubrk_getRuleStatus (iterator) >= UBRK_WORD_LETTER && is_word (listing, from, to) &&
          !is_skipped (listing, at, end))
        {
          CogStretch word = { at, end };

          g_array_append_val (listing->words, word);
        }
      from = to;
      at = end;
    }
}

GArray *
cog_spelling_list_words (const char *text, const char *language, const GArray *skip)
{
  UBreakIterator *iterator = get_iterator ();
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *script = NULL;
  Listing listing = { text, NULL, skip, 0, NULL };
  UText *wrapped;

  g_return_val_if_fail (text != NULL, NULL);

  listing.words = g_array_new (FALSE, FALSE, sizeof (CogStretch));
  if (iterator == NULL)
    return listing.words;
  script = language != NULL ? cog_language_dup_script (language) : NULL;
  listing.script = script;
  wrapped = utext_openUTF8 (NULL, text, -1, &status);
  ubrk_setUText (iterator, wrapped, &status);
  if (U_SUCCESS (status))
    {
      ubrk_first (iterator);
      list_words (&listing, iterator);
    }
  utext_close (wrapped);
  return listing.words;
}
