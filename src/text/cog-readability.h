/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is counted of a text, or of many together; begins as { 0 }. */
typedef struct
{
  guint n_sentences;
  guint n_words;     /* with a letter in them */
  guint n_letters;   /* of those words, marks not counted */
  guint n_syllables; /* by the language's own rule, else by its vowels */
  guint n_long;      /* words of more than six letters */
  guint n_hard;      /* words of four syllables or more */
  guint n_longest;   /* words of the longest sentence */
} CogTextMeasure;

/* Counts one more text, of whole sentences. language: BCP 47 */
void cog_text_measure_add (CogTextMeasure *measure, const char *text, const char *language);
void cog_text_measure_join (CogTextMeasure *measure, const CogTextMeasure *other);

/* A formula that was made for a language, from the counts of real readers. */
typedef struct
{
  const char *name;   /* "Flesch–Kincaid" */
  const char *origin; /* who published it, where */
  gboolean is_ease;   /* the higher, the easier; else the harder */
  double score;
} CogReadability;

/* The formula for the language, and what it says; FALSE: none is known (languages written without
 * spaces), or there are too few words for it (under 30). Of two texts in different languages the
 * scores must not be compared: their formulas are different. */
gboolean cog_readability_compute (const CogTextMeasure *measure,
                                  const char *language,
                                  CogReadability *readability);

/* How many syllables a word has. language: BCP 47 */
guint cog_text_count_syllables (const char *word, const char *language);

G_END_DECLS
