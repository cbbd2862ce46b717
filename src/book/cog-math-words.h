/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a token element of MathML holds (MathML 3 §3.2): mn, mi, mo, mtext and ms. */
typedef enum
{
  COG_MATH_WORD_NUMBER,
  COG_MATH_WORD_NAME,
  COG_MATH_WORD_SIGN,
  COG_MATH_WORD_TEXT,
} CogMathWordKind;

typedef struct
{
  CogMathWordKind kind;
  guint start, end;   /* bytes of the line */
  gboolean is_script; /* an index or exponent */
} CogMathWord;

/**
 * CogMathWords:
 *
 * An equation as one line of text, for who looks for words and numbers in it: "60 mi/h", "v_0=12".
 * Between the words stand only the signs that show how they hang together: "/" of a fraction, "^"
 * and "_" of exponent and index. Annotations and invisible operators are left out.
 */
typedef struct
{
  char *line;
  GArray *words; /* (element-type CogMathWord), in the line's order, none of them overlapping */
} CogMathWords;

/* math: a whole math element as a CogCode or a unit holds it. NULL where it is no XML. (transfer
 * full) (nullable) */
CogMathWords *cog_math_words_new (const char *math);
void cog_math_words_free (CogMathWords *self);

/* Another text in the place of one word. */
typedef struct
{
  guint word;       /* index in words */
  const char *text; /* "": the element is taken out */
} CogMathEdit;

/* The equation with other words; all else stays. NULL where it is no XML or has no such word.
 * (transfer full) (nullable) */
char *cog_math_words_dup_edited (const char *math, const CogMathEdit *edits, gsize n_edits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogMathWords, cog_math_words_free)

G_END_DECLS
