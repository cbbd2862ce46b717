/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-text.h"

G_BEGIN_DECLS

/* A quantity with its unit, or money, that a text says. */
typedef struct
{
  const char *kind; /* what is measured ("speed"), or the currency (ISO 4217); lives as long as the
                       program */
  char *unit;       /* id of the unit; of money NULL */
  double value;     /* in the kind's base units; of money in whole units of the currency */
  double precision; /* what one more in its last digit that counts would be, in the same */
  char *words;      /* as they stand there; of several numbers that share a unit all of them */
} CogSaidAmount;

/* In their order; times and counts are none. (transfer full) (element-type CogSaidAmount) */
GArray *cog_said_amounts_read (const CogLensText *text);
/* words: plain text. language: BCP 47 */
GArray *cog_said_amounts_read_words (const char *words, const char *language);

/* "120 km/h" and "120 kilometres an hour" are; "33.3 m/s" is as well, as far as its digits say;
 * "121 km/h" is not. */
gboolean cog_said_amount_equal (const CogSaidAmount *amount, const CogSaidAmount *other);
/* Whether one list says all that the other says: what is explained says more. FALSE where one is
 * empty. in_one_unit: what is said in another unit is another thing. */
gboolean cog_said_amounts_agree (GArray *amounts, GArray *others, gboolean in_one_unit);

G_END_DECLS
