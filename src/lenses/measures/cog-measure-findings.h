/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens.h"
#include "cog-quantity.h"

G_BEGIN_DECLS

/* One text while the lens looks at it. */
typedef struct
{
  const CogLens *lens;
  const CogLensContext *context;
  const CogLensText *text;
  const char *place; /* of the target, ISO 3166 */
  CogQuantityReader reader;
  GPtrArray *findings;
} CogMeasureScan;

/* A finding for one of the quantities (element-type CogQuantity), which is foreign to the place. */
void cog_measure_add_finding (const CogMeasureScan *scan, GArray *quantities, guint index);

/* Units of columns, in the headings of tables. */
void cog_measure_find_headings (const CogMeasureScan *scan);

/* "per gallon", behind what is no unit itself. */
void cog_measure_find_rates (const CogMeasureScan *scan);

/* Sizes that are no quantities: paper, clothes, shoes. */
void cog_measure_find_sizes (const CogMeasureScan *scan);

G_END_DECLS
