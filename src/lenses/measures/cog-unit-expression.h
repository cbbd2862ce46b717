/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-amount.h"
#include "cog-measure-unit.h"

G_BEGIN_DECLS

#define COG_UNIT_PARTS_MAX 4

/* One unit of an expression, as it stands in a text. */
typedef struct
{
  const CogMeasureUnit *unit; /* raised already: square-foot; NULL: a power that the table lacks */
  const CogMeasureUnit *base; /* not raised */
  int power;                  /* negative: below the line */
  guint first, last;          /* tokens */
  guint base_last;            /* without an exponent behind it */
} CogUnitPart;

/* "mph", "sq ft", "lb/ft³", "feet per minute". */
typedef struct
{
  CogUnitPart parts[COG_UNIT_PARTS_MAX];
  guint n_parts;
  const CogMeasureUnit *whole; /* the unit that all of it is; NULL: only its parts are known */
  gboolean is_word;            /* "miles", and not "mi" */
  char mark;                   /* '?' where the sign is often a word, '~' where the word is often
                                  something else, 0 */
  guint first, last;
} CogUnitExpression;

/* The words for units in one language. */
typedef struct
{
  const CogPhrases *units;
} CogUnitWords;

void cog_unit_words_init (CogUnitWords *words, const char *language);
/* Whether a word that divides ("per") stands at the token; last: (out) its last token. */
gboolean
cog_unit_words_is_per (const CogUnitWords *words, const CogLensText *text, guint at, guint *last);
/* Whether a unit stands at the token. */
gboolean cog_unit_expression_read (const CogUnitWords *words,
                                   const CogLensText *text,
                                   guint at,
                                   CogUnitExpression *expression);
/* Whether any of it is foreign to the place. */
gboolean cog_unit_expression_is_foreign (const CogUnitExpression *expression, const char *place);
/* "mile-per-hour", "pound-per-cubic-foot". (transfer full) */
char *cog_unit_expression_dup_id (const CogUnitExpression *expression);
/* "length"; "rate" for what only its parts are known of. */
const char *cog_unit_expression_get_kind (const CogUnitExpression *expression);

G_END_DECLS
