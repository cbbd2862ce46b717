/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "١٢٠ فدان": an amount of a unit that CLDR does not have, by data/lenses/unit-patterns.tsv, with
 * the digits of the language. NULL: the table has not this unit in this language. (transfer full)
 * (nullable) */
char *cog_unit_pattern_dup (const char *unit, double value, guint n_decimals, const char *language);

G_END_DECLS
