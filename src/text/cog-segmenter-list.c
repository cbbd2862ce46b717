/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-segmenter-paired.h"

#include <string.h>

/* "1. First 2. Second": what follows a number with a bracket is an item at once; a full stop alone
 * may end "see Table 2." and needs a third item, or a text without any other stop. */

/* An item that is longer, in bytes, is none. It bounds the search, too. */
#define MAX_ITEM 2000

#define BULLET "• "

/* The number of an item, "• 2.)". */
typedef struct
{
  guint value; /* of "b", 2 */
  gboolean is_letter;
  char stop[3];      /* ".", ")" or ".)" */
  const char *start; /* of the bullet, where there is one */
  const char *end;   /* behind the space that follows */
} Number;

static gboolean
read_value (const char **at, Number *number)
{
  guint digits = 0;

  number->value = 0;
  number->is_letter = g_ascii_islower (**at);
  if (number->is_letter)
    number->value = (guint)(*(*at)++ - 'a') + 1;
  else
    for (; g_ascii_isdigit (**at) && digits < 3; digits++)
      number->value = number->value * 10 + (guint)(*(*at)++ - '0');
  return number->is_letter || digits > 0;
}

static gboolean
read_number (const char *at, Number *number)
{
  gsize stop;

  number->start = at;
  if (g_str_has_prefix (at, BULLET))
    at += strlen (BULLET);
  if (!read_value (&at, number))
    return FALSE;
  stop = strspn (at, ".)");
  if (stop == 0 || stop >= sizeof number->stop || strchr (" \t", at[stop]) == NULL ||
      at[stop] == '\0' || (stop == 2 && memcmp (at, ".)", 2) != 0))
    return FALSE;
  memcpy (number->stop, at, stop);
  number->stop[stop] = '\0';
  at += stop;
  number->end = at + strspn (at, " \t");
  /* "d. 12 kg": behind a full number it would be a decimal or a section. */
  return number->is_letter ? *number->end != '\0'
                           : g_unichar_isalpha (g_utf8_get_char (number->end));
}

/* The next item of the same list: the next number in the same form. Where the same number comes
 * again, another list begins. */
static gboolean
find_following (const Number *number, Number *next)
{
  for (const char *at = strchr (number->end, ' '); at != NULL && at - number->end < MAX_ITEM;
       at = strchr (at + 1, ' '))
    {
      if (!read_number (at + 1, next) || next->is_letter != number->is_letter ||
          !g_str_equal (next->stop, number->stop))
        continue;
      if (next->value == number->value + 1)
        return TRUE;
      if (next->value == number->value)
        return FALSE;
    }
  return FALSE;
}

/* Whether a sentence may end there; a decimal point ends none. */
static gboolean
has_stop (const char *start, const char *end)
{
  for (const char *at = start + strcspn (start, ".!?"); at + 1 < end;
       at += 1 + strcspn (at + 1, ".!?"))
    if (at[1] == ' ')
      return TRUE;
  return FALSE;
}

static gboolean
is_list (const Number *first)
{
  Number second;
  Number third;
  const char *end;

  if (!find_following (first, &second))
    return FALSE;
  if (strchr (first->stop, ')') != NULL || find_following (&second, &third))
    return TRUE;
  end = second.end + strnlen (second.end, MAX_ITEM);
  if (has_stop (first->end, second.start) || has_stop (second.end, end))
    return FALSE;
  return first->is_letter || strchr (".!?", end[-1]) == NULL;
}

/* A list begins the text, or a sentence of it. */
static gboolean
may_begin (const char *text, const char *at)
{
  return at == text || (at - text >= 2 && at[-1] == ' ' && strchr (".!?:", at[-2]) != NULL);
}

static const char *
mark_items (guint8 *marks, const char *text, Number number, guint8 proposed, guint8 refused)
{
  Number next;

  marks[number.start - text] = proposed;
  marks[number.end - text] = refused;
  while (find_following (&number, &next))
    {
      number = next;
      marks[number.start - text] = proposed;
      marks[number.end - text] = refused;
    }
  return number.end;
}

void
cog_segmenter_mark_list (guint8 *marks, const char *text, guint8 proposed, guint8 refused)
{
  const char *at = text;

  while (at != NULL)
    {
      Number first;

      if (may_begin (text, at) && read_number (at, &first) &&
          (first.value == 1 || g_str_has_prefix (at, BULLET)) && is_list (&first))
        at = mark_items (marks, text, first, proposed, refused);
      at = strchr (at, ' ');
      if (at != NULL)
        at++;
    }
}
