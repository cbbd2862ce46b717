/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-quantity.h"

G_BEGIN_DECLS

/* What a quantity is there for. */
typedef enum
{
  COG_SENSE_PLAIN,
  COG_SENSE_BRACKET, /* it says in brackets again what stands before them: "51 N (about 11 lb)" */
  COG_SENSE_TOLD_AGAIN, /* brackets behind it say it again: "65 mph (105 km/h)" */
  COG_SENSE_DEFINITION, /* "1 yd = 3 ft", "12 in. in 1 ft": the unit is the subject */
  COG_SENSE_TASK,       /* an exercise asks for another unit */
  COG_SENSE_SCREEN,     /* a size that is told in inches everywhere */
} CogSenseKind;

typedef struct
{
  CogSenseKind kind;
  const CogQuantity *other; /* of BRACKET and TOLD_AGAIN: what says the same */
  guint first, last;        /* tokens that the finding covers */
  gboolean is_force;        /* pounds of force */
  gboolean is_difference;   /* of temperatures */
  gboolean is_example;      /* a round number would do */
  gboolean is_of_units;     /* the text speaks of units */
  gboolean is_kitchen;
  gboolean is_of_size; /* the text speaks of measuring */
} CogMeasureSense;

/* index: of the quantity among all of the text (element-type CogQuantity), by place. */
void cog_measure_sense_find (const CogQuantityReader *reader,
                             const CogLensText *text,
                             GArray *quantities,
                             guint index,
                             const char *place,
                             CogMeasureSense *sense);

G_END_DECLS
