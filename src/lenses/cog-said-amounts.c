/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-said-amounts.h"

#include "cog-lens.h"
#include "cog-money.h"
#include "cog-quantity.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const CogLensText *text;
  CogQuantityReader quantities;
  CogMoneyReader money;
  GArray *amounts;
} Reading;

static void
amount_clear (gpointer data)
{
  CogSaidAmount *amount = data;

  g_free (amount->unit);
  g_free (amount->words);
}

/* Of a unit that only its parts are known of: "pound-per-cubic-foot". */
static double
get_factor (const CogUnitExpression *unit)
{
  double factor = 1;

  if (unit->whole != NULL)
    return unit->whole->factor;
  for (guint i = 0; i < unit->n_parts; i++)
    factor *= pow (unit->parts[i].base->factor, unit->parts[i].power);
  return factor;
}

static gboolean
is_counted (const CogQuantity *quantity)
{
  const char *kind = cog_unit_expression_get_kind (&quantity->unit);

  return strcmp (kind, "time") == 0 || strcmp (kind, "count") == 0;
}

static void
add_quantity (Reading *reading, const CogQuantity *quantity)
{
  double factor = get_factor (&quantity->unit);
  double offset = quantity->unit.whole != NULL ? quantity->unit.whole->offset : 0;

  for (guint i = 0; !is_counted (quantity) && i < quantity->amount.n_numbers; i++)
    {
      CogSaidAmount amount = { .kind = cog_unit_expression_get_kind (&quantity->unit) };

      amount.unit = quantity->unit.whole != NULL ? g_strdup (quantity->unit.whole->id)
                                                 : cog_unit_expression_dup_id (&quantity->unit);
      amount.value = cog_quantity_get_value (quantity, i) * factor + offset;
      amount.precision = fabs (cog_quantity_get_precision (quantity, i) * factor);
      amount.words = cog_lens_text_dup_words (reading->text, quantity->first, quantity->last);
      g_array_append_val (reading->amounts, amount);
    }
}

static void
add_money (Reading *reading, const CogMoney *money)
{
  for (guint i = 0; i < money->amount.n_numbers; i++)
    {
      CogSaidAmount amount = { .kind = g_intern_string (money->code) };

      amount.value = cog_money_get_value (money, i);
      amount.precision = money->amount.numbers[i].precision;
      amount.words = cog_lens_text_dup_words (reading->text, money->first, money->last);
      g_array_append_val (reading->amounts, amount);
    }
}

GArray *
cog_said_amounts_read (const CogLensText *text)
{
  Reading reading = { .text = text };
  g_autofree char *place = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  reading.amounts = g_array_new (FALSE, FALSE, sizeof (CogSaidAmount));
  g_array_set_clear_func (reading.amounts, amount_clear);
  place = cog_lens_dup_place (text->language);
  cog_quantity_reader_init (&reading.quantities, text->language);
  cog_money_reader_init (&reading.money, text->language, place);
  reading.money.has_tex = cog_money_has_tex (text);
  for (guint i = 0; i < text->tokens->len; i++)
    {
      CogQuantity quantity;
      CogMoney money;

      if (cog_quantity_read (&reading.quantities, text, i, &quantity))
        {
          add_quantity (&reading, &quantity);
          i = quantity.last;
        }
      else if (cog_money_read (&reading.money, text, i, &money))
        {
          add_money (&reading, &money);
          i = money.last;
        }
    }
  return reading.amounts;
}

GArray *
cog_said_amounts_read_words (const char *words, const char *language)
{
  g_autoptr (CogLensText) text = NULL;

  g_return_val_if_fail (words != NULL && language != NULL, NULL);

  text = cog_lens_text_new_from_words (words, language);
  return text != NULL ? cog_said_amounts_read (text)
                      : g_array_new (FALSE, FALSE, sizeof (CogSaidAmount));
}

gboolean
cog_said_amount_equal (const CogSaidAmount *amount, const CogSaidAmount *other)
{
  double difference;

  g_return_val_if_fail (amount != NULL && other != NULL, FALSE);

  difference = fabs (amount->value - other->value);
  if (strcmp (amount->kind, other->kind) != 0)
    return FALSE;
  if (g_strcmp0 (amount->unit, other->unit) == 0)
    return difference <= 1e-9 * MAX (fabs (amount->value), fabs (other->value));
  /* Another unit cannot say the same to the last digit; the finer of both tells. */
  return difference <= MIN (amount->precision, other->precision) / 2;
}

static gboolean
is_equal (const CogSaidAmount *amount, const CogSaidAmount *other, gboolean in_one_unit)
{
  return (!in_one_unit || g_strcmp0 (amount->unit, other->unit) == 0) &&
         cog_said_amount_equal (amount, other);
}

static gboolean
says_all (GArray *amounts, GArray *others, gboolean in_one_unit)
{
  for (guint i = 0; i < others->len; i++)
    {
      gboolean has = FALSE;

      for (guint k = 0; k < amounts->len && !has; k++)
        has = is_equal (&g_array_index (amounts, CogSaidAmount, k),
                        &g_array_index (others, CogSaidAmount, i), in_one_unit);
      if (!has)
        return FALSE;
    }
  return TRUE;
}

gboolean
cog_said_amounts_agree (GArray *amounts, GArray *others, gboolean in_one_unit)
{
  g_return_val_if_fail (amounts != NULL && others != NULL, FALSE);

  if (amounts->len == 0 || others->len == 0)
    return FALSE;
  return says_all (amounts, others, in_one_unit) || says_all (others, amounts, in_one_unit);
}
