/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number as a text writes it: "1,250.50" in English is 1250.5 with two decimals and six
 * significant digits, of which the last zeros of a whole number ("12,000") may mean nothing. */
typedef struct
{
  double value;
  guint n_decimals;
  guint n_significant; /* without leading zeros, and without the last zeros of a whole number */
  gboolean is_grouped; /* thousands are set apart */
} CogNumber;

/* Reads a number without sign or exponent in the digits of any script, by the separators of the
 * language (CLDR). Where a text does not follow its language ("3.5" in a French one), what can only
 * be a decimal point is one. FALSE: it is no number, or one of a form such as a version's "1.2.3".
 * length -1: to the end. */
gboolean cog_number_read (const char *text, gssize length, const char *language, CogNumber *number);

/* Whether a character may stand between digits of one number there: separators of thousands and
 * decimals, with the spaces that do it. */
gboolean cog_number_is_separator (gunichar c);

/* Whether the language sets thousands apart by a space: "10 000". */
gboolean cog_number_groups_by_space (const char *language);

/* Written with so many decimals as the language does, in its digits by custom: 1250.5 with one is
 * "1 250,5" for kk, "١٬٢٥٠٫٥" for ar-EG. (transfer full) */
char *cog_number_dup (double value, guint n_decimals, const char *language);

/* To so many significant digits. */
double cog_number_round (double value, guint n_significant);
/* How many decimals show so many significant digits of a value; 0 for whole ones. */
guint cog_number_count_decimals (double value, guint n_significant);

G_END_DECLS
