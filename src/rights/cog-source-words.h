/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a paragraph of a work's own pages says about its rights (rules.md §4). */
typedef enum
{
  COG_SOURCE_WORDS_NONE,
  COG_SOURCE_WORDS_TRANSLATION, /* a sentence that goes with a translation */
  COG_SOURCE_WORDS_ADAPTATION,
  COG_SOURCE_WORDS_DERIVATIVE,
  COG_SOURCE_WORDS_ALWAYS,    /* a notice that is kept: designations, what the licence leaves out */
  COG_SOURCE_WORDS_REQUEST,   /* the citation or attribution that is asked for */
  COG_SOURCE_WORDS_ART,       /* what holds for pictures without a credit of their own */
  COG_SOURCE_WORDS_COPYRIGHT, /* "© World Health Organization 2020" and no more */
} CogSourceWords;

/* The kind of CogNotice that it becomes; NULL: it becomes none. */
const char *cog_source_words_to_notice (CogSourceWords words);

/**
 * cog_source_words_read:
 * @text: a paragraph, blanks folded
 * @words: (out) (transfer full) (optional): the sentences, verbatim: those in quotation marks or
 *   behind a colon where a paragraph prescribes them, else all of it
 *
 * Recognised by the phrases of data/rights/source-pages.json.
 */
CogSourceWords cog_source_words_read (const char *text, char **words);

/* The sentence of that kind of notice which a paragraph prescribes beside others: in quotation
 * marks of its own, or behind a colon. (transfer full) (nullable) */
char *cog_source_words_dup_prescribed (const char *text, CogSourceWords words);

/* Whether a paragraph says of a licence that it is the text's alone, or that it leaves pictures
 * out: some of them, or all. */
gboolean cog_source_words_except_pictures (const char *text);

G_END_DECLS
