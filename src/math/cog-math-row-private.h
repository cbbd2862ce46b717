/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-layout-private.h"

G_BEGIN_DECLS

/* Something in a row: an element, or an operator that mfenced stands for. */
typedef struct
{
  const xmlNode *node; /* NULL: text is an operator */
  const xmlNode *core; /* the mo that it embellishes (nullable) */
  char *text;
  CogMathOperator op; /* where it is one */
  gboolean is_operator;
  gboolean is_space;
  gboolean is_newline;   /* a line ends here by its author's will */
  double lspace, rspace; /* points */
  CogMathBox *box;
} CogMathItem;

/* A row on its way: fill it, measure it, then join it to one box or break it into lines. */
typedef struct
{
  CogMathLayout *layout;
  CogMathStyle style;
  GArray *items; /* CogMathItem */
} CogMathRow;

void cog_math_row_init (CogMathRow *row, CogMathLayout *layout, const CogMathStyle *style);
void cog_math_row_clear (CogMathRow *row);
void cog_math_row_add (CogMathRow *row, const xmlNode *node);
void cog_math_row_add_children (CogMathRow *row, const xmlNode *node);
void cog_math_row_add_operator (CogMathRow *row, const char *text, CogMathForm form);
/* Lays the items out: forms, spaces, stretching. */
void cog_math_row_measure (CogMathRow *row, const CogMathPlace *place);
/* Items from first up to end as one box; the boxes go into it. */
CogMathBox *cog_math_row_join (CogMathRow *row, guint first, guint end);
/* Measures it, gives all of it as one box, empty beyond the limits, and clears it. */
CogMathBox *cog_math_row_finish (CogMathRow *row, const CogMathPlace *place);

/* The steps of measuring. Forms and spaces of the operators; outer is for a lone one. */
void cog_math_row_set_operators (CogMathRow *row, CogMathForm outer);
/* First and last item that is no space, and how many there are. */
void cog_math_row_get_span (const CogMathRow *row, guint *first, guint *last, guint *n);
/* Whether it grows up and down with the row. */
gboolean cog_math_item_stretches (const CogMathItem *item);
void cog_math_row_lay_out_item (CogMathRow *row, CogMathItem *item, const CogMathPlace *place);
/* Lays out what stretches, when all else is. */
void cog_math_row_stretch (CogMathRow *row);

G_END_DECLS
