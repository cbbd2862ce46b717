/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-amount.h"

#include <string.h>

/* Amounts of several numbers: ranges, uncertainties, products and lists. */

static gboolean
has_space (const CogLensText *text, guint at)
{
  return at < text->tokens->len && cog_lens_text_get_token (text, at)->space_before;
}

/* A hyphen between numbers without spaces is a range; a dash with spaces may be one, too; a minus
 * with spaces is none. */
static gboolean
is_dash (const CogLensText *text, guint at)
{
  gboolean is_spaced = has_space (text, at) || has_space (text, at + 1);

  if (cog_amount_is_sign (text, at, "-") || cog_amount_is_sign (text, at, "‑") ||
      cog_amount_is_sign (text, at, "−"))
    return !is_spaced;
  return cog_amount_is_sign (text, at, "–") || cog_amount_is_sign (text, at, "—") ||
         cog_amount_is_sign (text, at, "～") || cog_amount_is_sign (text, at, "~");
}

static gboolean
read_sign (const CogLensText *text, guint at, CogJoint *joint, guint *last)
{
  *last = at;
  if (is_dash (text, at))
    *joint = COG_JOINT_RANGE;
  else if (cog_amount_is_sign (text, at, "±"))
    *joint = COG_JOINT_PLUS_MINUS;
  else if (cog_amount_is_sign (text, at, "×") || cog_amount_is_sign (text, at, "x"))
    *joint = COG_JOINT_TIMES;
  else if (cog_amount_is_sign (text, at, "+") && cog_amount_is_sign (text, at + 1, "/"))
    {
      *joint = COG_JOINT_PLUS_MINUS;
      *last = at + 2;
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_word (
    const CogAmountWords *words, const CogLensText *text, guint at, CogJoint *joint, guint *last)
{
  static const struct
  {
    const char *role;
    CogJoint joint;
  } roles[] = {
    { "range", COG_JOINT_RANGE },
    { "and", COG_JOINT_AND },
    { "or", COG_JOINT_OR },
    { "plus-minus", COG_JOINT_PLUS_MINUS },
  };
  const char *role;

  if (cog_amount_is_sign (text, at, "by") && g_str_has_prefix (words->language, "en"))
    {
      *joint = COG_JOINT_TIMES;
      *last = at;
      return TRUE;
    }
  role = cog_amount_words_find_role (words, text, at, last);
  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    if (strcmp (role, roles[i].role) == 0)
      {
        *joint = roles[i].joint;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_joint (
    const CogAmountWords *words, const CogLensText *text, guint at, CogJoint *joint, guint *last)
{
  guint behind;

  if (at >= text->tokens->len)
    return FALSE;
  if (cog_amount_is_sign (text, at, ",") || cog_amount_is_sign (text, at, "،"))
    {
      *joint = COG_JOINT_COMMA;
      *last = at;
      if (read_word (words, text, at + 1, joint, &behind) &&
          (*joint == COG_JOINT_AND || *joint == COG_JOINT_OR))
        *last = behind;
      else
        *joint = COG_JOINT_COMMA;
      return TRUE;
    }
  /* "5- to 7-lb" */
  if (cog_amount_is_sign (text, at, "-") && !has_space (text, at) && has_space (text, at + 1) &&
      read_word (words, text, at + 1, joint, last))
    return TRUE;
  return read_sign (text, at, joint, last) || read_word (words, text, at, joint, last);
}

static gboolean
is_year (const CogAmountNumber *number)
{
  return number->form == COG_AMOUNT_DIGITS && number->n_decimals == 0 && number->value >= 1500 &&
         number->value <= 2100;
}

/* "In 2015, 300 miles" and "Tables 2 and 40 miles": what is listed is of one size. */
static gboolean
is_list (const CogAmountNumber *first, const CogAmountNumber *second)
{
  double ratio = second->value / first->value;

  return first->form == COG_AMOUNT_DIGITS && second->form == COG_AMOUNT_DIGITS &&
         !is_year (first) && ratio <= 20 && ratio >= 0.05;
}

static gboolean
fits (CogJoint joint, const CogAmountNumber *first, const CogAmountNumber *second)
{
  if (first->form == COG_AMOUNT_ARTICLE || second->form == COG_AMOUNT_ARTICLE)
    return FALSE;
  switch (joint)
    {
    case COG_JOINT_RANGE:
      return second->value > first->value;
    case COG_JOINT_PLUS_MINUS:
      return second->value < first->value;
    case COG_JOINT_TIMES:
      return TRUE;
    case COG_JOINT_AND:
    case COG_JOINT_OR:
    case COG_JOINT_COMMA:
      return is_list (first, second);
    case COG_JOINT_NONE:
      break;
    }
  return FALSE;
}

/* "1.4 to 2 million": the word stands for both. */
static void
share_scale (CogAmount *amount)
{
  double scale = amount->numbers[amount->n_numbers - 1].scale;

  for (guint i = 0; scale > 1 && i + 1 < amount->n_numbers; i++)
    {
      CogAmountNumber *number = &amount->numbers[i];

      if (number->scale != 1 || number->exponent != 0)
        continue;
      number->scale = scale;
      number->value *= scale;
      number->precision *= scale;
    }
}

gboolean
cog_amount_read (const CogAmountWords *words, const CogLensText *text, guint at, CogAmount *amount)
{
  CogJoint joint;
  guint last;

  g_return_val_if_fail (amount != NULL, FALSE);

  amount->n_numbers = 0;
  if (!cog_amount_read_number (words, text, at, &amount->numbers[0]))
    return FALSE;
  amount->joints[0] = COG_JOINT_NONE;
  amount->n_numbers = 1;
  while (amount->n_numbers < COG_AMOUNT_MAX &&
         read_joint (words, text, amount->numbers[amount->n_numbers - 1].last + 1, &joint, &last))
    {
      CogAmountNumber *next = &amount->numbers[amount->n_numbers];

      if (!cog_amount_read_number (words, text, last + 1, next) || !fits (joint, next - 1, next))
        break;
      amount->joints[amount->n_numbers++] = joint;
    }
  share_scale (amount);
  amount->first = at;
  amount->last = amount->numbers[amount->n_numbers - 1].last;
  return TRUE;
}
