/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-check-text.h"

G_BEGIN_DECLS

/* A number in digits of any script as it stands in a text. */
typedef struct
{
  guint start, end; /* characters */
  char *digits;     /* "12505" of "1,250.5": without separators and leading zeros */
  double value;     /* as the text's language reads it */
  guint n_decimals;
  gboolean is_read; /* value is known */
  gboolean is_matched;
} CogNumeral;

/* The numbers of a text, those of names and formulas left out: "H2O", "m1", "3D". (transfer full)
 * (element-type CogNumeral) */
GArray *cog_numerals_list (const CogCheckText *text);

/* Whether a text says a whole number in words or in Roman digits: "two", "dwóch", "XX". The words
 * are CLDR's (RBNF), whose endings may differ. */
gboolean cog_numerals_are_said (const CogCheckText *text, double value);
/* Whether an equation of the text has these digits in a row. */
gboolean cog_numerals_are_in_object (const CogCheckText *text, const char *digits);

G_END_DECLS
