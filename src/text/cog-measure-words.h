/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COG_MEASURE_SHORT, /* "16 km" */
  COG_MEASURE_LONG,  /* "16 kilometres", with the plural of the language */
} CogMeasureWidth;

/* A measure as the language writes it (CLDR, through ICU): its digits, separators, space and the
 * name of the unit. unit: core unit identifier of CLDR, simple ("mile") or compound
 * ("kilogram-per-cubic-meter"). in_words_of_thousands: "4,7 млн га".
 * NULL: ICU has no such unit. (transfer full) (nullable) */
char *cog_measure_dup (double value,
                       guint n_decimals,
                       const char *unit,
                       CogMeasureWidth width,
                       gboolean in_words_of_thousands,
                       const char *language);

/* The short name of a unit alone: "км/сағ". (transfer full) (nullable) */
char *cog_measure_dup_unit (const char *unit, const char *language);

/* A large number as the language names it: "4,5 миллиарда". (transfer full) (nullable) */
char *cog_number_dup_in_words (double value, const char *language);

/* An amount of money (ISO 4217) as the language writes it: "1 250 ₸". n_decimals -1: as many as the
 * currency has. (transfer full) (nullable) */
char *cog_money_dup (double value,
                     int n_decimals,
                     const char *currency,
                     gboolean in_words_of_thousands,
                     const char *language);

/* The sign of a currency where the language writes one, else its code: "₸". (transfer full)
 * (nullable) */
char *cog_money_dup_sign (const char *currency, const char *language);

G_END_DECLS
