/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-number-notes.h"

#include <string.h>

/* Where somebody lives: a street with its number, and the place behind it. Languages put the number
 * before the street ("12, rue de la Paix"), behind it ("Av. Juárez 20"), or before the name of the
 * street ("350 Fifth Avenue"). */

#define LONGEST_NAME 6

static const CogToken *
get_token (const CogLensText *text, guint at)
{
  return at < text->tokens->len ? cog_lens_text_get_token (text, at) : NULL;
}

static gboolean
is_street (const CogLensText *text, guint at, guint *last)
{
  *last = at;
  return g_strcmp0 (cog_number_notes_find (text, at, last), "street") == 0;
}

static gboolean
is_house_number (const CogLensText *text, guint at)
{
  return cog_number_read_whole (text, at, 5) > 0;
}

/* "In 1990 Wall Street fell" */
static gboolean
is_like_year (const CogLensText *text, guint at)
{
  int number = cog_number_read_whole (text, at, 4);

  return number >= 1800 && number <= 2100;
}

static gboolean
is_capital (const CogLensText *text, guint at)
{
  const CogToken *token = get_token (text, at);

  return token != NULL && token->kind == COG_TOKEN_WORD && token->is_capital;
}

/* Small words and signs within the names of streets, and before the numbers of houses. */
static gboolean
is_joint (const CogLensText *text, guint at)
{
  static const char *const joints[] = { "de", "la", "le",  "les", "des", "du", "del", "los", "las",
                                        "y",  "d",  "l",   "'",   "’",   ",",  ".",   "#",   "№",
                                        "n",  "º",  "no",  "núm", "nº",  "д",  "дом", "кв",  "col",
                                        "al", "im", "dos", "da",  "do",  "-",  NULL };
  const CogToken *token = get_token (text, at);

  return token != NULL && g_strv_contains (joints, token->word);
}

static gboolean
has_capitals (const CogLensText *text)
{
  return strncmp (text->language, "ar", 2) != 0 && strncmp (text->language, "fa", 2) != 0 &&
         strncmp (text->language, "ur", 2) != 0;
}

/* The full stop before it ends a sentence, and no abbreviation ("Ave.", "кв."). */
static gboolean
begins_sentence (const CogLensText *text, guint at)
{
  enum
  {
    LONGEST_SHORT = 4
  };
  const CogToken *token = get_token (text, at);

  if (!token->is_start || at < 2)
    return FALSE;
  return strcmp (get_token (text, at - 1)->word, ".") != 0 ||
         g_utf8_strlen (get_token (text, at - 2)->word, -1) > LONGEST_SHORT;
}

/* What stands behind the street: ", 75002 Paris", ", New York, NY 10118". Only a comma, a point or
 * a capital joins it. */
static guint
skip_place (const CogLensText *text, guint last)
{
  const CogToken *next = get_token (text, last + 1);
  guint end = last;

  if (next == NULL || (strchr (",.", next->word[0]) == NULL && !is_capital (text, last + 1)))
    return last;
  for (guint i = last + 1; i < text->tokens->len && !begins_sentence (text, i); i++)
    {
      if (is_capital (text, i) || get_token (text, i)->kind == COG_TOKEN_NUMBER)
        end = i;
      else if (!is_joint (text, i))
        break;
    }
  return end;
}

/* "12, rue de la Paix", "٢٦ شارع طلعت حرب" */
static gboolean
read_number_first (const CogLensText *text, guint at, guint *last)
{
  guint street = at + 1, end;

  if (!is_house_number (text, at))
    return FALSE;
  if (cog_number_is_sign (text, street, ",") || cog_number_is_sign (text, street, "،"))
    street++;
  if (!is_street (text, street, &end))
    return FALSE;
  if (!has_capitals (text))
    {
      const CogToken *name = get_token (text, end + 1);

      if (name == NULL || name->kind != COG_TOKEN_WORD)
        return FALSE;
      *last = end + 1;
      return TRUE;
    }
  for (guint i = end + 1; i <= end + LONGEST_NAME && i < text->tokens->len; i++)
    {
      if (is_capital (text, i))
        {
          *last = skip_place (text, i);
          return TRUE;
        }
      if (!is_joint (text, i))
        return FALSE;
    }
  return FALSE;
}

/* "350 Fifth Avenue, New York, NY 10118" */
static gboolean
read_name_between (const CogLensText *text, guint at, guint *last)
{
  guint end;

  if (strncmp (text->language, "en", 2) != 0 || !is_house_number (text, at))
    return FALSE;
  for (guint i = at + 1; i <= at + LONGEST_NAME; i++)
    {
      if (i > at + 1 && is_capital (text, i) && is_street (text, i, &end))
        {
          *last = skip_place (text, end);
          return *last > end || !is_like_year (text, at);
        }
      if (!is_capital (text, i) && !(i > at + 1 && cog_number_is_sign (text, i, ".")))
        return FALSE;
    }
  return FALSE;
}

/* "Av. Insurgentes Sur 1602", "ул. Ленина, д. 5" */
static gboolean
read_street_first (const CogLensText *text, guint at, guint *last)
{
  gboolean has_name = FALSE;
  guint end;

  if (!has_capitals (text) || strncmp (text->language, "en", 2) == 0 || !is_street (text, at, &end))
    return FALSE;
  for (guint i = end + 1; i <= end + LONGEST_NAME + 2 && i < text->tokens->len; i++)
    {
      if (has_name && is_house_number (text, i))
        {
          *last = skip_place (text, i);
          return TRUE;
        }
      if (is_capital (text, i))
        has_name = TRUE;
      else if (!is_joint (text, i))
        return FALSE;
    }
  return FALSE;
}

gboolean
cog_number_read_address (const CogLensText *text, guint at, guint *last)
{
  g_return_val_if_fail (text != NULL && last != NULL, FALSE);

  if (cog_lens_text_get_token (text, at)->kind == COG_TOKEN_NUMBER)
    return read_number_first (text, at, last) || read_name_between (text, at, last);
  return read_street_first (text, at, last);
}
