/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-words.h"
#include "cog-text.h"
#include "cog-unit.h"

G_BEGIN_DECLS

typedef enum
{
  COG_TOKEN_WORD,   /* letters with their marks; of scripts that write no spaces, one letter */
  COG_TOKEN_NUMBER, /* digits with separators between them: "1,250.5"; not its sign */
  COG_TOKEN_SIGN,   /* one other character: "$", "°", "–", "%", "½" */
  COG_TOKEN_OBJECT, /* a piece that is no equation: picture, note reference, line break */
} CogTokenKind;

typedef struct
{
  CogTokenKind kind;
  guint start, end;      /* bytes of the flat text */
  const char *word;      /* folded (cog_lens_fold()), owned by the text */
  guint hash;            /* g_str_hash() of word: a dozen lists ask for each */
  gboolean space_before; /* white space stands before it */
  gboolean is_capital;   /* begins with a capital letter */
  gboolean is_start;     /* first word of a sentence or of the unit: its capital says nothing */
  int piece;             /* index of the equation in pieces that it stands in; -1: in the text */
} CogToken;

/**
 * CogLensText:
 *
 * A unit's text as lenses read it: flat, with equations written out in line (CogMathWords), cut
 * into tokens. Made once for all lenses, and the way back from tokens to characters of the unit's
 * CogText is kept. Immutable.
 */
typedef struct
{
  char *unit;
  char *section;
  CogUnitKind kind;
  char *language; /* BCP 47, of this text */
  gboolean is_source;
  CogText *text;
  char *flat;        /* UTF-8 */
  GArray *tokens;    /* (element-type CogToken) */
  GPtrArray *pieces; /* (element-type CogLensPiece): equations */
  /* private: */
  GArray *stretches;
  GStringChunk *words;
} CogLensText;

/* An equation in the text. */
typedef struct
{
  guint code;  /* index in text->codes */
  guint start; /* bytes of the flat text */
  CogMathWords *words;
} CogLensPiece;

/* xhtml: inline XHTML, as unit's source or target; of kinds ALT and TITLE escaped plain text, of
 * EQUATION a math element. NULL where it cannot be read: own units always can. (transfer full)
 * (nullable) */
CogLensText *cog_lens_text_new (const CogUnit *unit, gboolean of_source, const char *language);
/* Words that are no unit's, cut as a unit's text is. language: (nullable). (transfer full) */
CogLensText *cog_lens_text_new_from_words (const char *words, const char *language);
void cog_lens_text_free (CogLensText *self);

/* The characters of text->plain from token first up to and with token last. What stands in an
 * equation gives the one character of the whole equation. */
void cog_lens_text_get_range (
    const CogLensText *self, guint first, guint last, guint *start, guint *end);
/* As the person sees it: the flat text of these tokens. (transfer full) */
char *cog_lens_text_dup_words (const CogLensText *self, guint first, guint last);
/* The equation with the tokens first…last replaced by words; what it is in need of beside a number
 * and a name is up to the caller: the first number among them becomes number, all text and names
 * among them become unit (the first of them; others vanish). NULL: not in one equation. (transfer
 * full) (nullable) */
char *cog_lens_text_dup_equation (
    const CogLensText *self, guint first, guint last, const char *number, const char *unit);

/* Its numbers, in their order, without their signs. (transfer full) (element-type double) */
GArray *cog_lens_text_list_numbers (const CogLensText *self);

const CogToken *cog_lens_text_get_token (const CogLensText *self, guint index);
/* Whether a span of that element ("a", "code", "cite", "q") covers the token. */
gboolean cog_lens_text_is_in (const CogLensText *self, guint token, const char *element);

/* Lower case; Arabic without vowel marks and tatweel, with one alef, yeh and teh marbuta. Accents
 * stay. (transfer full) */
char *cog_lens_fold (const char *word, gssize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogLensText, cog_lens_text_free)

G_END_DECLS
