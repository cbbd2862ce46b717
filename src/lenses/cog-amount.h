/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-text.h"
#include "cog-phrases.h"

G_BEGIN_DECLS

#define COG_AMOUNT_MAX 6

typedef enum
{
  COG_AMOUNT_DIGITS,
  COG_AMOUNT_FRACTION, /* "½", "1/16", "3 1/2" */
  COG_AMOUNT_WORDS,    /* "twenty-five", "three quarters of a" */
  COG_AMOUNT_ARTICLE,  /* "a" alone */
} CogAmountForm;

/* One number as it stands in a text. */
typedef struct
{
  guint first, last; /* tokens, with exponent and "million" */
  guint digits_last; /* last token of the number before exponent and "million" */
  CogAmountForm form;
  double value;     /* of the whole */
  double precision; /* what one more in its last digit that counts would be */
  guint n_decimals;
  guint n_significant; /* 1…; of words and fractions of the value */
  double scale;        /* of words behind digits: 1e6 of "million"; 1: none */
  int exponent;        /* of "×10^21"; 0: none */
} CogAmountNumber;

/* What stands before a number. */
typedef enum
{
  COG_JOINT_NONE,
  COG_JOINT_RANGE, /* "–", "to" */
  COG_JOINT_PLUS_MINUS,
  COG_JOINT_TIMES, /* "×", "by" */
  COG_JOINT_AND,
  COG_JOINT_OR,
  COG_JOINT_COMMA,
} CogJoint;

/* One number, or several that share what stands behind: "5–7 ft", "5.1 ± 0.3 lb". */
typedef struct
{
  CogAmountNumber numbers[COG_AMOUNT_MAX];
  CogJoint joints[COG_AMOUNT_MAX];
  guint n_numbers;
  guint first, last; /* tokens */
} CogAmount;

/* The words for numbers and around them in one language. */
typedef struct
{
  const CogPhrases *numbers;
  const CogPhrases *roles;
  const char *language;
  gboolean is_noun_first; /* "maili 5": the number stands behind what is counted */
} CogAmountWords;

/* language: borrowed for as long as words are used */
void cog_amount_words_init (CogAmountWords *words, const char *language);
/* The role ("about", "force") of the words at a token, as amount-words.tsv has it; NULL: none.
 * last: (out) (optional) */
const char *cog_amount_words_find_role (const CogAmountWords *words,
                                        const CogLensText *text,
                                        guint at,
                                        guint *last);
gboolean cog_amount_words_is_role (
    const CogAmountWords *words, const CogLensText *text, guint at, const char *role, guint *last);

/* Whether an amount begins at the token. Numbers that only stand beside each other are not joined.
 */
gboolean
cog_amount_read (const CogAmountWords *words, const CogLensText *text, guint at, CogAmount *amount);
/* One number alone. */
gboolean cog_amount_read_number (const CogAmountWords *words,
                                 const CogLensText *text,
                                 guint at,
                                 CogAmountNumber *number);

/* "½": 0.5; 0 where the token is no fraction of one sign. */
double cog_amount_get_fraction (const CogToken *token);

/* Whether the language says what is counted first. */
gboolean cog_amount_is_noun_first (const char *language);
/* Whether the token is this sign. */
gboolean cog_amount_is_sign (const CogLensText *text, guint at, const char *sign);
/* signs: NULL-terminated */
gboolean cog_amount_is_one_of (const CogLensText *text, guint at, const char *const *signs);

G_END_DECLS
