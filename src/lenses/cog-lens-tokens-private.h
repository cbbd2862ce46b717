/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-text.h"

G_BEGIN_DECLS

/* Cuts stretches of a flat text into tokens, one stretch after the other. */
typedef struct
{
  const char *flat;
  GArray *tokens;
  GStringChunk *words;
  gboolean groups_by_space; /* "10 000" is one number in this language */
  int piece;                /* of the tokens to come */
  gboolean is_start;        /* what comes is the first word of a sentence */
  gboolean had_space;       /* white space stands before what comes */
} CogTokenizer;

/* start, end: bytes of the flat text. */
void cog_tokenizer_add (CogTokenizer *self, guint start, guint end);

G_END_DECLS
