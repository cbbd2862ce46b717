/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-unit-expression.h"

G_BEGIN_DECLS

/* A quantity as a text tells it: "5–7 ft", "a 10-lb", "6 ft 1 in.". */
typedef struct
{
  CogAmount amount;
  CogUnitExpression unit;
  gboolean has_second; /* a smaller unit follows: inches, ounces */
  CogAmountNumber second;
  CogUnitExpression second_unit;
  gboolean is_adjective; /* "10-lb" */
  gboolean is_negative;
  guint first, last; /* tokens, of all */
} CogQuantity;

/* What is needed to read quantities in one language. */
typedef struct
{
  CogAmountWords amounts;
  CogUnitWords units;
  gboolean has_dual; /* the language has words for two of a unit */
} CogQuantityReader;

void cog_quantity_reader_init (CogQuantityReader *reader, const char *language);
/* Whether one begins at the token. */
gboolean cog_quantity_read (const CogQuantityReader *reader,
                            const CogLensText *text,
                            guint at,
                            CogQuantity *quantity);

/* Of the number (0…), in units of the first. */
double cog_quantity_get_value (const CogQuantity *quantity, guint index);
/* What one more in the last digit that counts would be, in the same. */
double cog_quantity_get_precision (const CogQuantity *quantity, guint index);

G_END_DECLS
