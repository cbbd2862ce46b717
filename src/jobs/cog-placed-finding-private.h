/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-lens-index.h"

G_BEGIN_DECLS

/* A unit's findings, and what is needed to say how they stand. All borrowed. */
typedef struct
{
  const char *section;
  const char *language;      /* of the source */
  const CogLensText *target; /* (nullable): not translated */
  GPtrArray *in_source;      /* (element-type CogLensFinding) (nullable) */
  GPtrArray *in_target;      /* (element-type CogLensFinding) (nullable) */
  GPtrArray *answers;        /* (element-type CogLensAnswer) (nullable) */
  GPtrArray *agreements;     /* (element-type CogAgreement) (nullable) */
} CogPlacing;

/* Adds what was found (CogPlacedFinding) in the source, with its counterparts. What only the
 * adaptation says, its writer chose for its readers. */
void cog_placing_add (const CogPlacing *placing, GPtrArray *placed);

/* The plain text of characters start..end; NULL where it is shorter. (transfer full) (nullable) */
char *cog_lens_dup_stretch (const CogText *text, guint start, guint end);

/* The same, whose proposal of that number is the first. (transfer full) */
CogPlacedFinding *cog_placed_finding_dup_preferring (const CogPlacedFinding *placed, guint at);

/* What was agreed on for the finding's words; no rate of exchange. agreements: (element-type
 * CogAgreement) (nullable). (transfer none) (nullable) */
const CogAgreement *cog_lens_find_agreement (GPtrArray *agreements, const CogLensFinding *finding);

/* Whether the text has the words, whatever kind of white space, and capitals or not. */
gboolean cog_lens_text_says (const CogLensText *text, const char *words);

G_END_DECLS
