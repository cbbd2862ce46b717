/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout.h"

#include <string.h>

/* Signs for items; the last ones are those that Symbol and Wingdings have, as Word writes them. */
static gboolean
is_bullet (gunichar c)
{
  static const gunichar bullets[] = { 0x2022, 0x2023, 0x2043, 0x25e6, 0x25aa, 0x25ab, 0x25a0,
                                      0x25a1, 0x25cf, 0x25cb, 0x25ba, 0x25b6, 0x25c6, 0x25c7,
                                      0x2013, 0x002d, 0x002a, 0x00b7, 0x2219, 0x2756, 0x2713,
                                      0x2714, 0x27a2, 0x27a4, 0x2794, 0x2192, 0x25fc, 0x25fb,
                                      0x2610, 0x2611, 0x2027, 0x30fb, 0xf0b7, 0xf0a7, 0xf0d8,
                                      0xf076, 0xf0fc, 0xf06e, 0xf0a8, 0xf02d, 0xfffd };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bullets[i] == c)
      return TRUE;
  return FALSE;
}

static guint
read_roman (const char *text, gsize length)
{
  static const char letters[] = "ivxlc";
  static const guint values[] = { 1, 5, 10, 50, 100 };
  guint sum = 0, before = 0;

  for (gsize i = length; i > 0; i--)
    {
      const char *found = strchr (letters, g_ascii_tolower (text[i - 1]));
      guint value = found != NULL ? values[found - letters] : 0;

      if (value == 0)
        return 0;
      if (value < before)
        sum -= MIN (sum, value);
      else
        sum += value;
      before = MAX (before, value);
    }
  return sum;
}

/* A number of up to three digits in any script; what it is followed by. */
static const char *
read_digits (const char *p, guint *number)
{
  guint n = 0;

  *number = 0;
  for (int digit; (digit = g_unichar_digit_value (g_utf8_get_char (p))) >= 0 && n < 4;
       p = g_utf8_next_char (p), n++)
    *number = *number * 10 + (guint)digit;
  return n >= 1 && n <= 3 ? p : NULL;
}

static const char *
read_letters (const char *p, CogLayoutLabel *label)
{
  gsize n = 0;

  while (g_ascii_isalpha (p[n]) && n < 7)
    n++;
  if (n == 0 || n == 7)
    return NULL;
  label->number = n > 1 || g_ascii_tolower (p[0]) == 'i' ? read_roman (p, n) : 0;
  if (label->number > 0)
    {
      label->numbering = g_ascii_isupper (p[0]) ? COG_LAYOUT_UPPER_ROMAN : COG_LAYOUT_LOWER_ROMAN;
      return p + n;
    }
  if (n > 1)
    return NULL;
  label->numbering = g_ascii_isupper (p[0]) ? COG_LAYOUT_UPPER_LETTER : COG_LAYOUT_LOWER_LETTER;
  label->number = (guint)(g_ascii_tolower (p[0]) - 'a') + 1;
  return p + 1;
}

static gboolean
finish (const char *text, const char *p, CogLayoutLabel *label)
{
  if (*p != ' ')
    return FALSE;
  while (*p == ' ')
    p++;
  label->n_letters = (guint)g_utf8_pointer_to_offset (text, p);
  return *p != '\0';
}

gboolean
cog_layout_read_label (const char *text, CogLayoutLabel *label)
{
  const char *p = text;
  gboolean is_bracketed;

  g_return_val_if_fail (text != NULL && label != NULL, FALSE);

  *label = (CogLayoutLabel){ COG_LAYOUT_BULLET, 0, 0 };
  if (is_bullet (g_utf8_get_char (text)))
    return finish (text, g_utf8_next_char (text), label);
  is_bracketed = *p == '(' || *p == '[';
  if (is_bracketed)
    p++;
  if (g_unichar_isdigit (g_utf8_get_char (p)))
    {
      label->numbering = COG_LAYOUT_DECIMAL;
      p = read_digits (p, &label->number);
    }
  else
    p = read_letters (p, label);
  if (p == NULL || strchr (is_bracketed ? ")]" : ".)-:", *p) == NULL || *p == '\0')
    return FALSE;
  if (*p == ':' || (*p == '-' && label->numbering != COG_LAYOUT_DECIMAL))
    return FALSE;
  return finish (text, p + 1, label);
}

gboolean
cog_layout_label_follows (const CogLayoutLabel *before, const CogLayoutLabel *label)
{
  g_return_val_if_fail (before != NULL && label != NULL, FALSE);

  if (before->numbering == label->numbering)
    return label->numbering == COG_LAYOUT_BULLET || label->number == before->number + 1;
  /* "h." "i." "j." are letters, though one of them is a number of the Romans. */
  return (before->numbering == COG_LAYOUT_LOWER_LETTER && before->number == 8 &&
          label->numbering == COG_LAYOUT_LOWER_ROMAN && label->number == 1) ||
         (before->numbering == COG_LAYOUT_LOWER_ROMAN && before->number == 1 &&
          label->numbering == COG_LAYOUT_LOWER_LETTER && label->number == 10);
}
