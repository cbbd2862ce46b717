/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-gazetteer.h"
#include "cog-lens.h"

G_BEGIN_DECLS

#define COG_GAZETTEER_N_CHOICES 3

/* What is longer, in tokens, is no text that somebody adapts passage by passage (a listing, a
 * table's data), and asking what stands around each word would take long. */
#define COG_GAZETTEER_LONGEST_TEXT 5000

/* What a kind of things is told of. */
typedef struct
{
  const char *kind;
  const char *why;       /* N_(): %1$s the words, %2$s the places where it is known */
  const char *why_plain; /* N_(): the same with %1$s only, where no place is named */
  CogChoice
      choices[COG_GAZETTEER_N_CHOICES]; /* the likeliest first; 0 ends; KEEP is always there */
} CogGazetteerKind;

/* A lens over a gazetteer. */
typedef struct
{
  const char *table;
  CogGazetteerFlags flags;
  const CogGazetteerKind *kinds;
  guint n_kinds;
  const char *agreement; /* kind of CogAgreement that settles what stands for one (nullable) */
  /* (nullable): how sure in this text; 0: it is none. */
  guint (*weigh) (const CogLensContext *context,
                  const CogLensText *text,
                  const CogGazetteerEntry *entry,
                  guint first,
                  guint last);
} CogGazetteerSpec;

/* Adds a finding for each entry in the text that is strange to the target's place: with subject
 * "KIND ID", and swaps by what was agreed, by the table, or by cog-counterparts.h. */
void cog_gazetteer_scan (const CogGazetteerSpec *spec,
                         const CogLens *lens,
                         const CogLensContext *context,
                         const CogLensText *text,
                         GPtrArray *findings);

/* What was agreed to stand for words; NULL: nothing was. (transfer none) (nullable) */
const char *
cog_lens_find_agreed (const CogLensContext *context, const char *kind, const char *words);

G_END_DECLS
