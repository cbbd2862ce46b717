/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-layout-private.h"

G_BEGIN_DECLS

/* A table has as many columns as the formula's steps allow; spans say no more than this. */
#define COG_MATH_MAX_SPAN 64

typedef enum
{
  COG_MATH_ALIGN_CENTER,
  COG_MATH_ALIGN_LEFT,
  COG_MATH_ALIGN_RIGHT,
} CogMathAlign;

typedef enum
{
  COG_MATH_ROW_BASELINE,
  COG_MATH_ROW_TOP,
  COG_MATH_ROW_BOTTOM,
  COG_MATH_ROW_CENTER,
} CogMathRowAlign;

typedef struct
{
  CogMathBox *box;
  guint row, column, n_rows, n_columns;
  CogMathAlign align;
  CogMathRowAlign row_align;
} CogMathCell;

typedef struct
{
  double ascent, descent;
  double y;          /* of its baseline, from the table's top */
  CogMathBox *label; /* of mlabeledtr (nullable) */
} CogMathTableRow;

/* One mtable on its way. All lengths are points. */
typedef struct
{
  CogMathLayout *layout;
  const xmlNode *node;
  CogMathStyle style;
  double em;
  GArray *cells; /* CogMathCell */
  GArray *rows;  /* CogMathTableRow */
  guint n_columns;
  double *widths, *starts;       /* of columns; starts from the left */
  double width, height;          /* with the frame's space */
  double pad_x, pad_y;           /* inside the frame */
  char **spacing_x, **spacing_y; /* columnspacing and rowspacing, in words */
  char **lines_x, **lines_y;
  gboolean is_framed;
} CogMathTable;

/* The grid: cells with their boxes at their places. */
void cog_math_table_read (CogMathTable *table);
void cog_math_table_clear (CogMathTable *table);
/* Word i of an attribute that is a list for columns or rows; the last serves for all that follow.
 * NULL where there is none. */
const char *cog_math_table_word (char **words, guint i);

G_END_DECLS
