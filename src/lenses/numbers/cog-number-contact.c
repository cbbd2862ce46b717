/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-number-notes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many digits a number has in the text; 0: it is none, or of another form. */
static guint
count_digits (const CogLensText *text, guint at)
{
  return cog_number_read_whole (text, at, 4) >= 0
             ? (guint)g_utf8_strlen (cog_lens_text_get_token (text, at)->word, -1)
             : 0;
}

static gboolean
is_joint (const CogLensText *text, guint at)
{
  return cog_number_is_sign (text, at, "-") || cog_number_is_sign (text, at, ".") ||
         cog_number_is_sign (text, at, "‑") || cog_number_is_sign (text, at, "–");
}

/* "(555) 123-4567", "555-123-4567", "1-800-555-0199": the North American plan. */
static gboolean
read_phone (const CogLensText *text, guint at, guint *last)
{
  guint next = at;

  if (cog_number_read_whole (text, next, 1) == 1 && is_joint (text, next + 1))
    next += 2;
  if (cog_number_is_sign (text, next, "(") && count_digits (text, next + 1) == 3 &&
      cog_number_is_sign (text, next + 2, ")"))
    next += 3;
  else if (count_digits (text, next) == 3 && is_joint (text, next + 1))
    next += 2;
  else
    return FALSE;
  if (count_digits (text, next) != 3 || !is_joint (text, next + 1) ||
      count_digits (text, next + 2) != 4)
    return FALSE;
  *last = next + 2;
  return TRUE;
}

/* How many digits a token has, whatever stands between them. */
static guint
count_all_digits (const CogToken *token)
{
  guint n = 0;

  for (const char *p = token->word; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isdigit (g_utf8_get_char (p));
  return n;
}

/* "+33 1 42 34 56 78", "01 42 34 56 78", "8 (495) 123-45-67": numbers, and what joins them. */
static guint
read_chain (const CogLensText *text, guint at, guint *last)
{
  guint n_digits = 0;

  for (guint i = at; i < text->tokens->len; i++)
    {
      const CogToken *token = cog_lens_text_get_token (text, i);

      if (token->kind == COG_TOKEN_NUMBER)
        {
          n_digits += count_all_digits (token);
          *last = i;
        }
      else if (!(i == at && cog_number_is_sign (text, i, "+")) &&
               !cog_number_is_sign (text, i, "(") && !cog_number_is_sign (text, i, ")") &&
               !is_joint (text, i))
        break;
    }
  return n_digits;
}

/* "Tel.", "call", "le numéro est" some words before. */
static gboolean
has_word_of_phones (const CogLensText *text, guint at)
{
  enum
  {
    REACH = 5
  };

  for (guint i = at; i > 0 && i + REACH > at; i--)
    {
      guint last = i - 1;
      const char *note = cog_number_notes_find (text, i - 1, &last);

      if (g_strcmp0 (note, "phone") == 0 || g_strcmp0 (note, "call") == 0)
        return TRUE;
    }
  return FALSE;
}

/* A number that the words around it or its sign of a country say to be one to call. */
static gboolean
read_called_number (const CogLensText *text, guint at, guint *last)
{
  enum
  {
    SHORTEST = 7,
    LONGEST = 15
  };
  guint n_digits = read_chain (text, at, last);

  if (n_digits < SHORTEST || n_digits > LONGEST)
    return FALSE;
  return cog_number_is_sign (text, at, "+") ? n_digits > SHORTEST + 2
                                            : has_word_of_phones (text, at);
}

static gboolean
is_american (const char *tag)
{
  g_autofree char *place = cog_lens_dup_place (tag);

  return strcmp (place, "US") == 0 || strcmp (place, "CA") == 0;
}

/* North America dials by one plan. */
static gboolean
is_elsewhere (const CogLensContext *context)
{
  g_autofree char *source = cog_lens_dup_place (context->source);
  g_autofree char *target = cog_lens_dup_place (context->target);

  return strcmp (source, target) != 0 &&
         !(is_american (context->source) && is_american (context->target));
}

static gboolean
is_between (const CogLensContext *context)
{
  return is_american (context->source) && !is_american (context->target);
}

/* Two capitals and five digits: "NY 10001". */
static gboolean
is_postcode (const CogLensText *text, guint at)
{
  static const char *const states[] = {
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL",
    "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT",
    "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI",
    "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "DC", NULL,
  };
  const CogToken *token = cog_lens_text_get_token (text, at);
  g_autofree char *word = NULL;

  if (token->end - token->start != 2 || !token->is_capital ||
      cog_number_read_whole (text, at + 1, 5) < 1000)
    return FALSE;
  word = g_strndup (text->flat + token->start, 2);
  return g_strv_contains (states, word) &&
         strlen (cog_lens_text_get_token (text, at + 1)->word) == 5;
}

static guint
add (const CogLens *lens,
     const CogLensText *text,
     guint at,
     guint last,
     const char *kind,
     const char *sentence,
     GPtrArray *findings)
{
  g_autofree char *words = cog_lens_text_dup_words (text, at, last);
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);
  CogLensFinding *finding =
      cog_lens_add (lens, text, at, last, kind, 70, g_strjoinv (words, parts), findings);

  finding->subject = g_strconcat (kind, " ", words, NULL);
  cog_lens_finding_propose (finding, COG_CHOICE_SWAP, NULL, NULL);
  return last + 1;
}

guint
cog_number_find_contact (const CogLens *lens,
                         const CogLensContext *context,
                         const CogLensText *text,
                         guint at,
                         GPtrArray *findings)
{
  guint last = at;

  if (read_phone (text, at, &last) && is_between (context))
    /* Translators: %s is a telephone number. */
    return add (lens, text, at, last, "phone",
                _ ("“%s” is written, and dialled, as in North America."), findings);
  if (read_called_number (text, at, &last) && is_elsewhere (context))
    /* Translators: %s is a telephone number. */
    return add (lens, text, at, last, "phone",
                _ ("“%s” is a number of another country: readers cannot dial it so."), findings);
  if (cog_number_read_address (text, at, &last) && is_elsewhere (context))
    /* Translators: %s is an address. */
    return add (lens, text, at, last, "address",
                _ ("“%s”: addresses are written in another way where your readers live."),
                findings);
  if (at + 1 < text->tokens->len && is_postcode (text, at) && is_between (context))
    /* Translators: %s is the end of an address such as "NY 10001". */
    return add (lens, text, at, at + 1, "address",
                _ ("“%s”: addresses are written in another way where your readers live."),
                findings);
  return at;
}
