/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-glossary-pair.h"
#include "cog-term-finder.h"

G_BEGIN_DECLS

/* A term of the target language, by its number in the finder. */
typedef struct
{
  guint entry; /* its place among the entries */
  const CogGlossaryTerm *term;
} CogPairTerm;

struct _CogGlossaryPair
{
  GPtrArray *entries;
  char *to;
  CogTermFinder *source; /* numbers: places among the entries */
  CogTermFinder *target; /* numbers: places among the targets */
  GArray *targets;       /* CogPairTerm */
  GArray *uses;          /* of admitted translations: CogTermUse; in cog-glossary-check.c */
};

/* One translation of a term in a unit. */
typedef struct
{
  guint entry;
  const CogGlossaryTerm *translation;
  CogTermFinding *finding; /* what is told where it is another than elsewhere */
} CogTermUse;

void cog_term_use_clear (gpointer use);

G_END_DECLS
