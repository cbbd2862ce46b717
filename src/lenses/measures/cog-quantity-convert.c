/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-quantity-convert.h"

#include "cog-word-table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* So many times may the last digit's step grow: 65 mi/h are 105 km/h and not 100; 29,028 ft are
 * 8,848 m and not 8,847.7. */
#define COARSER 3.3

static guint
count_decimals (double value, double precision)
{
  int place;

  if (value == 0 || precision <= 0)
    return 0;
  place = (int)floor (log10 (precision * COARSER) + 1e-9);
  /* Two digits always stay: 5 lb are 2.3 kg. */
  place = MIN (place, (int)floor (log10 (fabs (value)) + 1e-9) - 1);
  return (guint)CLAMP (-place, 0, 9);
}

static double
round_whole (double value, double precision, guint n_decimals)
{
  int place;

  if (n_decimals > 0 || value == 0 || precision <= 0)
    return value;
  place = (int)floor (log10 (precision * COARSER) + 1e-9);
  place = MIN (place, (int)floor (log10 (fabs (value)) + 1e-9) - 1);
  if (place <= 0)
    return value;
  return round (value / pow (10, place)) * pow (10, place);
}

/* All numbers of an amount have as many decimals as the largest needs; an uncertainty does not ask
 * for more. */
static void
round_all (CogConverted *converted, const double *precisions)
{
  guint largest = 0;
  guint n_decimals;
  double small = fabs (converted->values[0]);

  for (guint i = 1; i < converted->n_values; i++)
    {
      if (fabs (converted->values[i]) > fabs (converted->values[largest]))
        largest = i;
      if (converted->values[i] != 0)
        small = MIN (small, fabs (converted->values[i]));
    }
  n_decimals = count_decimals (converted->values[largest], precisions[largest]);
  while (converted->n_values > 1 && small > 0 && small * pow (10, n_decimals) < 0.5)
    n_decimals++;
  for (guint i = 0; i < converted->n_values; i++)
    {
      converted->values[i] = round_whole (converted->values[i], precisions[i], n_decimals);
      converted->n_decimals[i] = n_decimals;
    }
}

static gboolean
convert_whole (const CogQuantity *quantity,
               const CogMeasureUnit *from,
               const CogMeasureUnit *to,
               gboolean is_difference,
               CogConverted *converted)
{
  double precisions[COG_AMOUNT_MAX];

  converted->unit = to;
  converted->n_values = quantity->amount.n_numbers;
  g_strlcpy (converted->id, to->id, sizeof converted->id);
  for (guint i = 0; i < converted->n_values; i++)
    {
      double value = cog_quantity_get_value (quantity, i);
      double precision = cog_quantity_get_precision (quantity, i);
      gboolean is_width = is_difference || quantity->amount.joints[i] == COG_JOINT_PLUS_MINUS;

      converted->values[i] = cog_measure_unit_convert (from, to, value, is_width);
      precisions[i] = fabs (cog_measure_unit_convert (from, to, value + precision, is_width) -
                            converted->values[i]);
    }
  round_all (converted, precisions);
  return TRUE;
}

static const CogMeasureUnit *
get_unit (const CogQuantity *quantity, gboolean is_force)
{
  const CogMeasureUnit *unit = quantity->unit.whole;

  if (is_force && unit != NULL && strcmp (unit->id, "pound") == 0)
    return cog_measure_unit_find ("pound-force");
  return unit;
}

/* The unit and the factor of one part of "lb/ft³" at the place. */
static const CogMeasureUnit *
convert_part (const CogUnitPart *part, const char *place, double *factor)
{
  const CogMeasureUnit *to = part->base;

  if (cog_measure_unit_is_foreign (part->base, place))
    to = cog_measure_unit_find (part->base->part);
  if (to == NULL || strcmp (to->kind, part->base->kind) != 0)
    return NULL;
  *factor *= pow (part->base->factor / to->factor, part->power);
  return to;
}

static gboolean
convert_parts (const CogQuantity *quantity, const char *place, CogConverted *converted)
{
  double precisions[COG_AMOUNT_MAX];
  double factor = 1;
  gboolean is_below = FALSE;

  converted->unit = NULL;
  converted->id[0] = '\0';
  for (guint i = 0; i < quantity->unit.n_parts; i++)
    {
      const CogUnitPart *part = &quantity->unit.parts[i];
      const CogMeasureUnit *to = convert_part (part, place, &factor);

      if (to == NULL)
        return FALSE;
      if (converted->id[0] != '\0')
        g_strlcat (converted->id, "-", sizeof converted->id);
      if (part->power < 0 && !is_below)
        g_strlcat (converted->id, "per-", sizeof converted->id);
      is_below = is_below || part->power < 0;
      if (abs (part->power) > 1)
        g_strlcat (converted->id, abs (part->power) == 2 ? "square-" : "cubic-",
                   sizeof converted->id);
      g_strlcat (converted->id, to->id, sizeof converted->id);
    }
  converted->n_values = quantity->amount.n_numbers;
  for (guint i = 0; i < converted->n_values; i++)
    {
      converted->values[i] = cog_quantity_get_value (quantity, i) * factor;
      precisions[i] = cog_quantity_get_precision (quantity, i) * factor;
    }
  round_all (converted, precisions);
  return TRUE;
}

gboolean
cog_quantity_convert (const CogQuantity *quantity,
                      const char *place,
                      double largest,
                      gboolean is_force,
                      gboolean is_difference,
                      CogConverted *converted)
{
  const CogMeasureUnit *from, *to;

  g_return_val_if_fail (quantity != NULL && place != NULL && converted != NULL, FALSE);

  from = get_unit (quantity, is_force);
  if (from == NULL)
    return convert_parts (quantity, place, converted);
  to = cog_measure_unit_choose (from, largest * from->factor, place);
  return to != NULL && strcmp (to->kind, from->kind) == 0 &&
         convert_whole (quantity, from, to, is_difference, converted);
}

static double
find_round (double value)
{
  static const double steps[] = { 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 };
  double power = pow (10, floor (log10 (value) + 1e-12));
  double best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (best == 0 || fabs (steps[i] * power - value) < fabs (best - value))
      best = steps[i] * power;
  return best;
}

static gboolean
is_round (const CogAmountNumber *number)
{
  double value = number->value;

  if (number->form != COG_AMOUNT_DIGITS && number->form != COG_AMOUNT_FRACTION)
    return TRUE;
  if (number->form == COG_AMOUNT_DIGITS && value == 1)
    return FALSE;
  if (number->n_decimals > 0)
    return value == 0.5 && number->n_decimals == 1;
  while (value >= 100 && fmod (value, 10) == 0)
    value /= 10;
  return value <= 12 || (value < 1000 && fmod (value, 5) == 0);
}

gboolean
cog_quantity_round (const CogQuantity *quantity, const CogConverted *exact, CogConverted *rounded)
{
  double precision;

  g_return_val_if_fail (quantity != NULL && exact != NULL && rounded != NULL, FALSE);

  if (exact->n_values != 1 || exact->values[0] <= 0 || quantity->has_second ||
      quantity->amount.numbers[0].exponent != 0 ||
      (exact->unit != NULL && strcmp (exact->unit->kind, "temperature") == 0) ||
      !is_round (&quantity->amount.numbers[0]))
    return FALSE;
  *rounded = *exact;
  rounded->values[0] = find_round (exact->values[0]);
  if (fabs (rounded->values[0] / exact->values[0] - 1) > 1 / 7.0)
    return FALSE;
  precision = pow (10, floor (log10 (rounded->values[0]) + 1e-12));
  if (fmod (rounded->values[0] / precision + 1e-9, 1) > 1e-6)
    precision /= 10;
  rounded->n_decimals[0] = (guint)MAX (0, -(int)floor (log10 (precision) + 1e-9));
  return fabs (rounded->values[0] - exact->values[0]) > 1e-9;
}

/* Of a fraction: as many as show it, at most two. */
static guint
count_exact_decimals (double value)
{
  guint n = 0;

  while (n < 2 && fabs (value * pow (10, n) - round (value * pow (10, n))) > 1e-9)
    n++;
  return n;
}

gboolean
cog_quantity_swap (const CogQuantity *quantity, const char *place, CogConverted *converted)
{
  const CogMeasureUnit *unit;

  g_return_val_if_fail (quantity != NULL && place != NULL && converted != NULL, FALSE);

  if (quantity->unit.whole == NULL || quantity->has_second)
    return FALSE;
  unit = cog_measure_unit_find (quantity->unit.whole->swap);
  if (unit == NULL || cog_measure_unit_is_foreign (unit, place))
    return FALSE;
  converted->unit = unit;
  g_strlcpy (converted->id, unit->id, sizeof converted->id);
  converted->n_values = quantity->amount.n_numbers;
  for (guint i = 0; i < converted->n_values; i++)
    {
      const CogAmountNumber *number = &quantity->amount.numbers[i];
      guint n_decimals = number->n_decimals;

      if (number->form != COG_AMOUNT_DIGITS)
        n_decimals = count_exact_decimals (number->value);

      converted->values[i] = cog_quantity_get_value (quantity, i);
      converted->n_decimals[i] = number->scale > 1 ? 0 : n_decimals;
    }
  return TRUE;
}
