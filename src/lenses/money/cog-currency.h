/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogCurrency:
 *
 * A name or sign of money: a row of data/lenses/currencies.tsv. Lives as long as the program.
 */
typedef struct
{
  const char *id;
  const char *code;   /* ISO 4217, where the place has none of its own under that name */
  double unit;        /* 1; of a cent 0.01 */
  const char *places; /* "CA:CAD AU:AUD": where the name is another currency */
  const char *only;   /* the countries in whose texts it is money; "": all */
  gboolean is_coin;
} CogCurrency;

/* By the index of its row. */
const CogCurrency *cog_currency_get (guint row);
/* Which currency it is in a text of a place (ISO 3166). NULL: it is no money there. The string
 * lives as long as the program. */
const char *cog_currency_resolve (const CogCurrency *currency, const char *place);
/* The money of a place: "KZT"; "": none is known (transfer full) */
char *cog_currency_dup_of_place (const char *place);

G_END_DECLS
