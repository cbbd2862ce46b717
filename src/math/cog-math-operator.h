/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COG_MATH_FORM_INFIX,
  COG_MATH_FORM_PREFIX,
  COG_MATH_FORM_POSTFIX,
} CogMathForm;

/* What MathML Core's operator dictionary (appendix B) says of an operator. */
typedef struct
{
  CogMathForm form;      /* in which it was found */
  double lspace, rspace; /* em */
  gboolean is_stretchy, is_symmetric, is_large, has_movable_limits;
  gboolean is_fence, is_separator;
  gboolean is_accent;   /* small marks and arrows that stand close over a letter */
  gboolean is_relation; /* = and the like: the best place to break a line, then a binary one */
  gboolean is_binary;
  gboolean is_known; /* FALSE: the defaults */
} CogMathOperator;

/* is_given: the form was said; otherwise the forms are tried in turn (3.2.4.2). */
CogMathOperator cog_math_operator_look_up (const char *text, CogMathForm form, gboolean is_given);
/* Whether it has a row for that form. */
gboolean cog_math_operator_has (const char *text, CogMathForm form);
/* Whether it stretches along the line (appendix B.2), not up and down. */
gboolean cog_math_operator_is_horizontal (const char *text);

G_END_DECLS
