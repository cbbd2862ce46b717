/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-box-private.h"
#include "cog-math-operator.h"
#include "cog-math-variant-private.h"

#include "cog-xml.h"

G_BEGIN_DECLS

/* What holds in an element (MathML Core, 2.1.5 and 4). */
typedef struct
{
  double base;            /* points: the size at script level 0 */
  int level;              /* of scripts */
  gboolean is_display;    /* displaystyle */
  gboolean is_compact;    /* math-shift: scripts rise less, as below a rule */
  gboolean is_rtl;        /* Arabic mathematics */
  gboolean is_dotless;    /* an accent takes the place of the dot */
  gboolean is_mirrored;   /* a sign as Arabic mathematics has it, where the typeface knows */
  CogMathVariant variant; /* from mstyle */
} CogMathStyle;

/* What an element's surroundings say to its operator: its form, and how far to stretch. It goes
 * down through elements that embellish it (3.2.4.1). */
typedef struct
{
  CogMathForm form;
  gboolean is_vertical, is_horizontal; /* stretch it */
  double ascent, descent;              /* points, where vertical */
  double width;                        /* where horizontal */
} CogMathPlace;

/* One formula on its way. The tree is anybody's: what lays out counts its steps and its depth, and
 * gives up beyond the limits. */
typedef struct
{
  CogMathFont *font;
  double text_size;
  double width;         /* of the line; 0: unlimited */
  gboolean is_rtl;      /* of the text around: numbers stand on the left */
  gboolean has_margin;  /* numbers of a table's rows go to the margin */
  const xmlNode *alone; /* the table that is all of the formula (nullable) */
  guint depth;
  guint steps;
  gboolean is_over; /* a limit was passed: what comes out is of no use */
} CogMathLayout;

/* Never NULL. place may be NULL. (transfer full) */
CogMathBox *cog_math_layout_element (CogMathLayout *layout,
                                     const xmlNode *node,
                                     const CogMathStyle *style,
                                     const CogMathPlace *place);
/* Counts a step; TRUE: go no further. */
gboolean cog_math_layout_step (CogMathLayout *layout);

/* Points. */
double cog_math_layout_get_size (CogMathLayout *layout, const CogMathStyle *style);
double cog_math_layout_get (CogMathLayout *layout,
                            const CogMathStyle *style,
                            hb_ot_math_constant_t constant);
/* The line through the middle of plus signs, above the baseline. */
double cog_math_layout_get_axis (CogMathLayout *layout, const CogMathStyle *style);
/* Style of a script; of what is below a rule or a root. */
CogMathStyle cog_math_style_script (const CogMathStyle *style, gboolean is_compact);
/* The style that an element's own attributes make: displaystyle, scriptlevel, mathsize, … */
CogMathStyle
cog_math_style_for_element (CogMathLayout *layout, const xmlNode *node, const CogMathStyle *style);
/* A colour of mathcolor or mathbackground; -1: none. */
gint cog_math_parse_colour (const xmlNode *node, const char *attribute);

/* A length of MathML in points (2.1.3.2): units, names of spaces, percentages of whole. Without one
 * or where it is wrong: fallback. Never beyond a page's order of size. */
double cog_math_parse_length (const char *value, double em, double whole, double fallback);
double cog_math_get_length (
    const xmlNode *node, const char *attribute, double em, double whole, double fallback);
/* TRUE, FALSE or fallback. */
gboolean cog_math_get_boolean (const xmlNode *node, const char *attribute, gboolean fallback);

/* Names, whatever the namespace: the formula is MathML all through. */
gboolean cog_math_is (const xmlNode *node, const char *name);
gboolean cog_math_is_one_of (const xmlNode *node, const char *const *names);
/* Child elements that are laid out: annotations are left out. Counts. */
const xmlNode *cog_math_first (const xmlNode *node);
const xmlNode *cog_math_next (const xmlNode *node);
guint cog_math_count (const xmlNode *node);
/* An element that this renderer lays out or leaves out by intent. */
gboolean cog_math_is_known (const xmlNode *node);
gboolean cog_math_is_text (const xmlNode *node);
/* The same for elements that it does not know: their texts, too. */
const xmlNode *cog_math_first_piece (const xmlNode *node);
const xmlNode *cog_math_next_piece (const xmlNode *node);
gboolean cog_math_is_space (CogMathLayout *layout, const xmlNode *node);
/* The mo that an element embellishes (3.2.4.1), or NULL. */
const xmlNode *cog_math_find_core (CogMathLayout *layout, const xmlNode *node);

/* A family of elements each. */
typedef CogMathBox *(*CogMathFunc) (CogMathLayout *layout,
                                    const xmlNode *node,
                                    const CogMathStyle *style,
                                    const CogMathPlace *place);
CogMathBox *cog_math_lay_out_token (CogMathLayout *layout,
                                    const xmlNode *node,
                                    const CogMathStyle *style,
                                    const CogMathPlace *place);
CogMathBox *cog_math_lay_out_mo (CogMathLayout *layout,
                                 const xmlNode *node,
                                 const CogMathStyle *style,
                                 const CogMathPlace *place);
CogMathBox *cog_math_lay_out_row (CogMathLayout *layout,
                                  const xmlNode *node,
                                  const CogMathStyle *style,
                                  const CogMathPlace *place);
CogMathBox *cog_math_lay_out_fenced (CogMathLayout *layout,
                                     const xmlNode *node,
                                     const CogMathStyle *style,
                                     const CogMathPlace *place);
CogMathBox *cog_math_lay_out_fraction (CogMathLayout *layout,
                                       const xmlNode *node,
                                       const CogMathStyle *style,
                                       const CogMathPlace *place);
CogMathBox *cog_math_lay_out_radical (CogMathLayout *layout,
                                      const xmlNode *node,
                                      const CogMathStyle *style,
                                      const CogMathPlace *place);
CogMathBox *cog_math_lay_out_scripts (CogMathLayout *layout,
                                      const xmlNode *node,
                                      const CogMathStyle *style,
                                      const CogMathPlace *place);
CogMathBox *cog_math_lay_out_limits (CogMathLayout *layout,
                                     const xmlNode *node,
                                     const CogMathStyle *style,
                                     const CogMathPlace *place);
CogMathBox *cog_math_lay_out_table (CogMathLayout *layout,
                                    const xmlNode *node,
                                    const CogMathStyle *style,
                                    const CogMathPlace *place);
CogMathBox *cog_math_lay_out_space (CogMathLayout *layout,
                                    const xmlNode *node,
                                    const CogMathStyle *style,
                                    const CogMathPlace *place);
CogMathBox *cog_math_lay_out_padded (CogMathLayout *layout,
                                     const xmlNode *node,
                                     const CogMathStyle *style,
                                     const CogMathPlace *place);
CogMathBox *cog_math_lay_out_phantom (CogMathLayout *layout,
                                      const xmlNode *node,
                                      const CogMathStyle *style,
                                      const CogMathPlace *place);
CogMathBox *cog_math_lay_out_enclosed (CogMathLayout *layout,
                                       const xmlNode *node,
                                       const CogMathStyle *style,
                                       const CogMathPlace *place);
CogMathBox *cog_math_lay_out_error (CogMathLayout *layout,
                                    const xmlNode *node,
                                    const CogMathStyle *style,
                                    const CogMathPlace *place);
CogMathBox *cog_math_lay_out_first (CogMathLayout *layout,
                                    const xmlNode *node,
                                    const CogMathStyle *style,
                                    const CogMathPlace *place);
CogMathBox *cog_math_lay_out_other (CogMathLayout *layout,
                                    const xmlNode *node,
                                    const CogMathStyle *style,
                                    const CogMathPlace *place);

/* The pieces that several of them share. */

/* A character of the math typeface, on the baseline, and centred on the axis as high as wanted. */
CogMathBox *cog_math_make_token (CogMathLayout *layout,
                                 const char *text,
                                 const CogMathStyle *style,
                                 CogMathVariant variant);
CogMathBox *cog_math_make_operator (CogMathLayout *layout,
                                    const char *text,
                                    const CogMathOperator *op,
                                    const CogMathStyle *style,
                                    const CogMathPlace *place);
/* The same for a sign, right to left: with what Unicode or the typeface has for it there. */
CogMathBox *cog_math_make_sign (CogMathLayout *layout, const char *text, const CogMathStyle *style);
/* Turns it round, where neither has anything and it must be (box->is_turned). */
void cog_math_finish_sign (CogMathBox *box);
/* What the dictionary and its attributes say of a mo; lengths in em. */
CogMathOperator
cog_math_read_operator (CogMathLayout *layout, const xmlNode *mo, CogMathForm form, double em);
/* A token's text: white space folded and trimmed. (transfer full) */
char *cog_math_dup_text (const xmlNode *node);

G_END_DECLS
