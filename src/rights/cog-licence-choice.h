/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cog-credit.h"

G_BEGIN_DECLS

/* Words that name a licence, and where they stand. */
typedef struct
{
  const CogStatement *statement; /* of the credit (transfer none) */
  const char *words;             /* those of its words that are meant, or its address (nullable) */
  guint n_more;                  /* how many more places say the same in the same words */
} CogLicenceEvidence;

/* One of the licences that statements name, for a person to choose (rules.md §1.6, §6.2). */
typedef struct
{
  char *licence;       /* an expression; NULL: words that name none that is known */
  GPtrArray *evidence; /* (element-type CogLicenceEvidence); empty: all of them together, which is
                          assumed until somebody decides */
} CogLicenceChoice;

void cog_licence_choice_free (CogLicenceChoice *choice);

/**
 * cog_licence_choice_list:
 *
 * What the statements found in a source can be taken to say, each licence once, in the order in
 * which they were found. Of a statement whose words and whose link contradict each other, each is
 * a choice; of several licences that are named together, each one is, and all. Words that name no
 * licence come last. What a person decided is no evidence, and not among them. Borrows from credit,
 * which must live as long and stay as it is. (transfer full) (element-type CogLicenceChoice)
 */
GPtrArray *cog_licence_choice_list (const CogCredit *credit);

/* "Words in the text": what kind of place it is, translated. */
const char *cog_evidence_kind_get_words (CogEvidenceKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CogLicenceChoice, cog_licence_choice_free)

G_END_DECLS
