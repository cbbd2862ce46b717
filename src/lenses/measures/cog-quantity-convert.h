/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-quantity.h"

G_BEGIN_DECLS

/* What a quantity is in units of a place. */
typedef struct
{
  char id[128];               /* the unit, as ICU knows it */
  const CogMeasureUnit *unit; /* NULL: it is told by its parts only */
  double values[COG_AMOUNT_MAX];
  guint n_values;
  /* Of each value: which keep what the original's digits say, and no more. */
  guint n_decimals[COG_AMOUNT_MAX];
} CogConverted;

/* largest: the largest amount in this unit in the text, for one unit serves them all (0.3 in.
 * beside 11 in. are centimetres). is_force: pounds are of force, not of mass. is_difference: of
 * temperatures. FALSE: nothing is known for that place. */
gboolean cog_quantity_convert (const CogQuantity *quantity,
                               const char *place,
                               double largest,
                               gboolean is_force,
                               gboolean is_difference,
                               CogConverted *converted);

/* A round number near by, for examples in which it does not matter: 75 mph are about 120 km/h, ten
 * pounds 5 kg. FALSE: there is none within a seventh, or the original is not round either. */
gboolean
cog_quantity_round (const CogQuantity *quantity, const CogConverted *exact, CogConverted *round);

/* The same numbers in a unit of about that everyday size. FALSE: there is none. */
gboolean
cog_quantity_swap (const CogQuantity *quantity, const char *place, CogConverted *converted);

G_END_DECLS
