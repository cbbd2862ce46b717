/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-font.h"

#include <hb-ot.h>

G_BEGIN_DECLS

/* The measures of a run are em: times the size they are points. y goes down. */
typedef struct
{
  guint index;
  double x, y;
} CogMathGlyph;

/* Glyphs of the math typeface with the characters that they stand for. Counted (g_rc_box). */
typedef struct
{
  CogMathGlyph *glyphs;
  cairo_text_cluster_t *clusters;
  guint n_glyphs, n_clusters;
  char *text;
  double width;           /* advance */
  double ascent, descent; /* of the ink */
  double left, right;     /* of the ink, from the origin */
  double italic;          /* the last glyph's italic correction */
  double accent;          /* where an accent's middle goes */
  gboolean is_single;     /* one glyph */
} CogMathRun;

typedef enum
{
  COG_MATH_SHAPE_PLAIN = 0,
  COG_MATH_SHAPE_SCRIPT = 1, /* drawn for small sizes (OpenType ssty) */
  COG_MATH_SHAPE_SCRIPT_SCRIPT = 2,
  COG_MATH_SHAPE_DOTLESS = 4,  /* under an accent (dtls) */
  COG_MATH_SHAPE_MIRRORED = 8, /* for right to left (rtlm) */
} CogMathShape;

typedef enum
{
  COG_MATH_CORNER_TOP_RIGHT,
  COG_MATH_CORNER_BOTTOM_RIGHT,
  COG_MATH_CORNER_TOP_LEFT,
  COG_MATH_CORNER_BOTTOM_LEFT,
} CogMathCorner;

void cog_math_run_unref (CogMathRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMathRun, cog_math_run_unref)

/* A constant of the MATH table in em; percentages as fractions. */
double cog_math_font_get (CogMathFont *font, hb_ot_math_constant_t constant);
/* text in the math typeface; shown: what the characters mean when they are copied. NULL where a
 * glyph is missing. (transfer full) (nullable) */
CogMathRun *
cog_math_font_shape (CogMathFont *font, const char *text, const char *shown, CogMathShape shape);
/* The same character, as high (or wide) as wanted where the typeface has ways; otherwise as large
 * as it comes. wanted is em. A built one stands on the baseline. (transfer full) */
CogMathRun *cog_math_font_stretch (CogMathFont *font,
                                   const CogMathRun *run,
                                   gboolean is_upright,
                                   double wanted);
/* How far it could grow, in em: less than any real size where it cannot. */
gboolean cog_math_font_can_stretch (CogMathFont *font, const CogMathRun *run, gboolean is_upright);
/* Kerning of a glyph's corner at a height above the baseline, in em. */
double cog_math_font_get_kern (CogMathFont *font,
                               const CogMathRun *run,
                               CogMathCorner corner,
                               double height);
void cog_math_font_select (CogMathFont *font, cairo_t *cr, double size);
/* A text in the families of the running text. (transfer full) */
PangoLayout *cog_math_font_make_layout (
    CogMathFont *font, const char *text, double size, gboolean is_italic, gboolean is_bold);
CogMathRun *cog_math_run_new (guint n_glyphs, const char *text);

G_END_DECLS
