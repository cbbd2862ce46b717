/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-math-speech.h"

G_BEGIN_DECLS

/* The words of one language. (element-type utf8 utf8): by key */
typedef GHashTable CogMathSpeechWords;

/* NULL: there are none. (transfer none) (nullable) */
CogMathSpeechWords *cog_math_speech_words_get (const char *language);
/* NULL: it has no such key. */
const char *cog_math_speech_words_find (CogMathSpeechWords *words, const char *key);
/* The phrase with %1, %2, %3 filled in; those that are NULL stay away. Where the language has no
 * such phrase: the parts, one after the other. (transfer full) */
char *cog_math_speech_words_fill (
    CogMathSpeechWords *words, const char *key, const char *a, const char *b, const char *c);

/* The key of an operator's word; NULL: it is said as it is written. */
const char *cog_math_speech_sign (gunichar c);
/* The key of the phrase for a letter under that mark, and how often the mark is there. */
const char *cog_math_speech_accent (const char *text, guint *times);
/* A sum, a product, an integral, whose ends are said as such. */
gboolean cog_math_speech_has_ends (gunichar c);

/* One formula that is being said. */
typedef struct
{
  CogMathSpeechWords *words;
  guint depth, steps;
  gboolean is_over; /* a limit was passed: what comes out is of no use */
} CogMathSpeech;

/* Never NULL. (transfer full) */
char *cog_math_speech_say (CogMathSpeech *speech, const xmlNode *node);
/* As a part of something larger: it is heard where it ends. */
char *cog_math_speech_say_part (CogMathSpeech *speech, const xmlNode *node);
/* The children of a row, from first to before end (nullable: to the last). */
char *cog_math_speech_say_row (CogMathSpeech *speech, const xmlNode *first, const xmlNode *end);
/* An operator's word, or itself; the text of mi, mn, mo, mtext, ms. */
char *cog_math_speech_say_sign (CogMathSpeech *speech, const char *text);
char *cog_math_speech_say_token (CogMathSpeech *speech, const xmlNode *node);
/* The elements with scripts, limits and accents; NULL: it is none of them. */
char *cog_math_speech_say_scripted (CogMathSpeech *speech, const xmlNode *node);
char *cog_math_speech_say_table (CogMathSpeech *speech, const xmlNode *table, gboolean is_matrix);
/* Adds piece to line, a space between them but before a comma. */
void cog_math_speech_append (GString *line, const char *piece);

G_END_DECLS
