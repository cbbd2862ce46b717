/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-conflict-search-private.h"

#include "cog-placed-finding-private.h"

#include "cog-said-amounts.h"

#include <string.h>

/* How far an amount may be from what the rate gives: prices are rounded. */
#define RATE_TOLERANCE 0.1

static void
compare_with_agreement (CogConflictSearch *self, const CogPlacedFinding *placed)
{
  const char *words = cog_conflict_get_change (placed);
  const char *language = self->context.language;
  const CogAgreement *agreement =
      words != NULL ? cog_lens_find_agreement (self->agreements, placed->finding) : NULL;

  if (agreement == NULL || agreement->words == NULL)
    return;
  if (cog_conflict_is_name (placed->finding)
          ? !cog_lens_names_same (words, agreement->words, language)
          : !cog_lens_amounts_same (words, agreement->words, language))
    cog_conflict_search_add (self, COG_LENS_CONFLICT_AGREEMENT, placed, words, agreement->words,
                             NULL);
}

/* What was converted is so by the rate that holds now. */
static void
compare_with_rate (CogConflictSearch *self, const CogPlacedFinding *placed)
{
  const char *language = self->context.language;
  const CogProposal *by_rate;
  g_autoptr (GArray) amounts = NULL;
  g_autoptr (GArray) wanted = NULL;
  const CogSaidAmount *one, *other;

  if (placed->answer == NULL || placed->answer->choice != COG_CHOICE_CONVERT ||
      placed->answer->words == NULL || strcmp (placed->finding->lens, "money") != 0)
    return;
  by_rate = cog_lens_finding_get_proposal (placed->finding, COG_CHOICE_CONVERT);
  if (by_rate == NULL || by_rate->words == NULL)
    return;
  amounts = cog_said_amounts_read_words (placed->answer->words, language);
  wanted = cog_said_amounts_read_words (by_rate->words, language);
  if (amounts->len == 0 || amounts->len != wanted->len)
    return;
  one = &g_array_index (amounts, CogSaidAmount, 0);
  other = &g_array_index (wanted, CogSaidAmount, 0);
  if (strcmp (one->kind, other->kind) == 0 && other->value > 0 &&
      ABS (one->value / other->value - 1) > RATE_TOLERANCE)
    cog_conflict_search_add (self, COG_LENS_CONFLICT_RATE, placed, placed->answer->words,
                             by_rate->words, NULL);
}

void
cog_conflict_search_compare_agreed (CogConflictSearch *self, const CogPlacedFinding *placed)
{
  compare_with_agreement (self, placed);
  compare_with_rate (self, placed);
}
