/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CogMeasureUnit:
 *
 * A unit of measure: a row of data/lenses/units.tsv. Lives as long as the program.
 */
typedef struct
{
  const char *id;     /* in CLDR's manner: "mile-per-hour" */
  const char *kind;   /* "length": units of one kind are converted into each other */
  const char *places; /* where it is in everyday use */
  double factor, offset;
  const char *metric;    /* what it becomes, by size: "centimeter<5 meter" */
  const char *part;      /* what it becomes in "foot-per-minute"; "": cannot be a part */
  const char *us;        /* what it becomes where inches and pounds are used */
  const char *us_places; /* where that is */
  const char *swap;      /* a unit of about the same everyday size; "": none */
} CogMeasureUnit;

/* NULL: there is none of that id. */
const CogMeasureUnit *cog_measure_unit_find (const char *id);

/* Whether a unit is foreign to a place (ISO 3166), and something else is used there. */
gboolean cog_measure_unit_is_foreign (const CogMeasureUnit *unit, const char *place);

/* What a value of this many base units (metres, kilograms) is told in at that place. NULL: nothing
 * is known. */
const CogMeasureUnit *
cog_measure_unit_choose (const CogMeasureUnit *unit, double base, const char *place);

/* "square-" or "cubic-" of a length; NULL: there is none in the table. power: 1…3 */
const CogMeasureUnit *cog_measure_unit_raise (const CogMeasureUnit *unit, int power);

/* Into another unit of the same kind. is_difference: of temperatures ("warmer by 10 °F"). */
double cog_measure_unit_convert (const CogMeasureUnit *from,
                                 const CogMeasureUnit *to,
                                 double value,
                                 gboolean is_difference);

G_END_DECLS
