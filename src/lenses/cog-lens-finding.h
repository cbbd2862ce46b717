/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-choice.h"

G_BEGIN_DECLS

/* One way out. words: what stands there then, in the language and manner of the adaptation: plain
 * text in the place of the finding's characters; "" takes them out; NULL: the adapter has to write
 * (explain, swap and rechoose are often only prompts). math: where the finding lies in an equation,
 * the whole equation with it, and where it lies partly in one, the text of its characters beside
 * the equation too: inline XHTML. */
typedef struct
{
  CogChoice choice;
  char *words; /* (nullable) */
  char *math;  /* (nullable) */
} CogProposal;

/**
 * CogLensFinding:
 *
 * Something in a unit that is bound to a place or culture. A plain value.
 */
typedef struct
{
  char *unit;
  const char *lens; /* id of the lens, static */
  const char *kind; /* "length", "currency", "holiday": nick, static; see each lens */
  gboolean in_source;
  guint start, end;     /* characters of the plain text of the unit's side */
  char *text;           /* the words, as they are seen: of an equation only the part in question */
  guint nth;            /* which of those with the same unit, lens and text: 0… */
  char *why;            /* a sentence for a teacher, translated */
  guint confidence;     /* 1…100: how sure that it is one and worth a look; lists begin at 50 */
  GPtrArray *proposals; /* (element-type CogProposal), the likeliest first; never empty: KEEP is
                           always there */
  /* What binds it to others of its kind in the book: equal where the same thing is meant ("lb 11",
   * "USD 149", "name ogden"). NULL: nothing. */
  char *subject;
} CogLensFinding;

CogLensFinding *cog_lens_finding_copy (const CogLensFinding *finding);
void cog_lens_finding_free (CogLensFinding *finding);
/* Whether both are of one place, by what an answer knows it: the unit, the lens, the words and
 * which of those. */
gboolean cog_lens_finding_is_same (const CogLensFinding *finding, const CogLensFinding *other);
/* words, math: (nullable), copied */
void cog_lens_finding_propose (CogLensFinding *finding,
                               CogChoice choice,
                               const char *words,
                               const char *math);
/* The first of that choice; NULL: none. */
const CogProposal *cog_lens_finding_get_proposal (const CogLensFinding *finding, CogChoice choice);
/* The likeliest way out, where it can be applied as it stands: it changes the text and has the
 * words. NULL: the adapter has to say or write something first. */
const CogProposal *cog_lens_finding_get_ready (const CogLensFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogLensFinding, cog_lens_finding_free)

G_END_DECLS
