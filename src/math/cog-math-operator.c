/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-operator.h"

#include "cog-math-operator-table-private.h"

#include <stdlib.h>
#include <string.h>

#define THIN (1 / 6.)
#define MEDIUM (2 / 9.)
#define THICK (5 / 18.)

static const struct
{
  double lspace, rspace;
  gboolean stretchy, symmetric, large, movable;
} categories[] = {
  [NONE] = { THICK, THICK, FALSE, FALSE, FALSE, FALSE },
  [A] = { THICK, THICK, TRUE, FALSE, FALSE, FALSE },
  [B] = { MEDIUM, MEDIUM, FALSE, FALSE, FALSE, FALSE },
  [C] = { THIN, THIN, FALSE, FALSE, FALSE, FALSE },
  [D] = { 0, 0, FALSE, FALSE, FALSE, FALSE },
  [E] = { 0, 0, FALSE, FALSE, FALSE, FALSE },
  [F] = { 0, 0, TRUE, TRUE, FALSE, FALSE },
  [G] = { 0, 0, TRUE, TRUE, FALSE, FALSE },
  [H] = { THIN, THIN, FALSE, TRUE, TRUE, FALSE },
  [I] = { 0, 0, TRUE, FALSE, FALSE, FALSE },
  [J] = { THIN, THIN, FALSE, TRUE, TRUE, TRUE },
  [K] = { 0, 0, FALSE, FALSE, FALSE, FALSE },
  [L] = { THIN, 0, FALSE, FALSE, FALSE, FALSE },
  [M] = { 0, THIN, FALSE, FALSE, FALSE, FALSE },
};

static int
compare (const void *key, const void *row)
{
  gunichar c = *(const gunichar *)key;
  const Range *range = row;

  return c < range->first ? -1 : c > range->last;
}

static const Range *
find (const Range *ranges, gsize n, gunichar c)
{
  return bsearch (&c, ranges, n, sizeof (Range), compare);
}

/* The character of a text of one, with any signs on it left out (a negated relation); 0: more. */
static gunichar
get_single (const char *text)
{
  const char *next = *text != '\0' ? g_utf8_next_char (text) : text;

  while (*next != '\0' && g_unichar_ismark (g_utf8_get_char (next)))
    next = g_utf8_next_char (next);
  return *next == '\0' && *text != '\0' ? g_utf8_get_char (text) : 0;
}

static Category
find_pair (const char *text, CogMathForm form)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (strcmp (text, pairs[i].text) == 0)
      return form == COG_MATH_FORM_INFIX    ? pairs[i].infix
             : form == COG_MATH_FORM_PREFIX ? pairs[i].prefix
                                            : pairs[i].postfix;
  return NONE;
}

static Category
find_category (const char *text, CogMathForm form)
{
  gunichar c = get_single (text);
  const Range *range = NULL;

  if (c == 0)
    return find_pair (text, form);
  switch (form)
    {
    case COG_MATH_FORM_INFIX:
      range = find (infix_ranges, G_N_ELEMENTS (infix_ranges), c);
      break;
    case COG_MATH_FORM_PREFIX:
      range = find (prefix_ranges, G_N_ELEMENTS (prefix_ranges), c);
      break;
    case COG_MATH_FORM_POSTFIX:
      range = find (postfix_ranges, G_N_ELEMENTS (postfix_ranges), c);
      break;
    }
  return range != NULL ? range->category : NONE;
}

/* Words as operators (lim, sin) come from converters; they stand apart as little as TeX's. */
static gboolean
is_word (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text), n++)
    if (!g_unichar_isalpha (g_utf8_get_char (text)))
      return FALSE;
  return n > 1;
}

/* MathML 3's dictionary knew accents; Core leaves them to an attribute that many books lack. */
static gboolean
is_accent (const char *text)
{
  static const gunichar arrows[] = { 0x2190, 0x2192, 0x2194, 0x21bc, 0x21bd, 0x21c0,
                                     0x21c1, 0x27f5, 0x27f6, 0x27f7, 0x2212, '-',
                                     0x2015, 0x2014, 0x2013, 0xb7,   '.',    0x22c5 };
  gunichar c = get_single (text);
  const Range *range = find (postfix_ranges, G_N_ELEMENTS (postfix_ranges), c);

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (c == arrows[i])
      return TRUE;
  if (c >= 0x23b4 && c <= 0x23e1) /* braces: their labels are no accents, but they are close */
    return TRUE;
  return (c >= 0x300 && c < 0x370) || (c >= 0x20d0 && c < 0x2100) ||
         (range != NULL && (range->category == I || (range->category == E && c != '!' && c != '%' &&
                                                     c != '&' && c != '"')));
}

gboolean
cog_math_operator_has (const char *text, CogMathForm form)
{
  return find_category (text, form) != NONE;
}

CogMathOperator
cog_math_operator_look_up (const char *text, CogMathForm form, gboolean is_given)
{
  static const CogMathForm turns[] = { COG_MATH_FORM_INFIX, COG_MATH_FORM_POSTFIX,
                                       COG_MATH_FORM_PREFIX };
  CogMathOperator found = { .form = form };
  Category category = find_category (text, form);
  gunichar c = get_single (text);

  for (guint i = 0; category == NONE && !is_given && i < G_N_ELEMENTS (turns); i++)
    {
      category = find_category (text, turns[i]);
      found.form = category != NONE ? turns[i] : form;
    }
  found.is_known = category != NONE;
  found.lspace = categories[category].lspace;
  found.rspace = categories[category].rspace;
  found.is_stretchy = categories[category].stretchy;
  found.is_symmetric = categories[category].symmetric;
  found.is_large = categories[category].large;
  found.has_movable_limits = categories[category].movable;
  found.is_fence = category == F || category == G;
  found.is_separator = c == ',' || c == ';' || c == 0x2063;
  found.is_accent = is_accent (text);
  found.is_binary = category == B || category == C;
  found.is_relation = category == A || (category == NONE && c != 0 && !g_unichar_isalnum (c));
  if (category == NONE && is_word (text))
    found.lspace = found.rspace = THIN;
  /* A full stop ends a sentence here far more often than it multiplies; dots have the spaces of
   * what stands beside them. */
  if (c == '.' || c == 0x2026 || (c >= 0x22ee && c <= 0x22f1))
    {
      found.lspace = found.rspace = 0;
      found.is_relation = FALSE;
    }
  return found;
}

gboolean
cog_math_operator_is_horizontal (const char *text)
{
  gunichar c = get_single (text);

  return find (inline_ranges, G_N_ELEMENTS (inline_ranges), c) != NULL || (c >= 0x302 && c < 0x370);
}
