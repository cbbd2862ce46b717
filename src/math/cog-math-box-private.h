/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-box.h"
#include "cog-math-font-private.h"

G_BEGIN_DECLS

typedef enum
{
  COG_MATH_PART_GLYPHS,
  COG_MATH_PART_TEXT,
  COG_MATH_PART_RULE,   /* a filled rectangle from x, y to the right and down */
  COG_MATH_PART_STROKE, /* a line from x, y by width, height */
  COG_MATH_PART_FRAME,  /* the outline of that rectangle, its corners rounded by radius */
} CogMathPartKind;

typedef struct
{
  CogMathPartKind kind;
  gboolean is_mirrored; /* glyphs: about their own middle */
  gint colour;          /* 0xrrggbb; -1: the formula's */
  double x, y;
  double width, height;
  double size; /* of the type, or the thickness of a line */
  double radius;
  CogMathRun *run;
  PangoLayout *layout;
} CogMathPart;

struct _CogMathBox
{
  CogMathFont *font;
  double width, ascent, descent;
  double italic;      /* italic correction of the last glyph */
  double accent;      /* where an accent's middle goes */
  double left, right; /* of the ink of a token, from the origin */
  double size;
  CogMathRun *run;     /* a token of the math typeface (nullable) */
  gboolean is_slanted; /* ends in a slanted letter */
  gboolean is_large;   /* a large operator */
  gboolean is_mark;    /* an accent of the typeface, at its height over a small letter */
  gboolean is_turned;  /* a sign to be drawn mirrored; it leans to the other side */
  GArray *parts;       /* CogMathPart */
};

CogMathBox *cog_math_box_new (CogMathFont *font);
/* Takes child's parts in, its origin at x, y; frees it. Extents stay as they are. */
void cog_math_box_take (CogMathBox *box, CogMathBox *child, double x, double y);
/* Grows ascent and descent over what stands there. */
void cog_math_box_cover (CogMathBox *box, double ascent, double descent);
void cog_math_box_add_run (CogMathBox *box, CogMathRun *run, double size, double x, double y);
void cog_math_box_add_rule (CogMathBox *box, double x, double y, double width, double height);
void cog_math_box_add_stroke (
    CogMathBox *box, double x, double y, double width, double height, double thickness);
/* Shifts all parts. */
void cog_math_box_move (CogMathBox *box, double x, double y);
void cog_math_box_set_colour (CogMathBox *box, gint colour);

G_END_DECLS
