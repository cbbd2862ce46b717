/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-choice.h"

#include <string.h>

/* What stood there, in the adaptation or as it was found, and something more. */
static gboolean
is_explained (const CogPlacedFinding *placed, const char *words)
{
  const char *before = placed->there != NULL ? placed->there : placed->finding->text;
  g_autofree char *stays = cog_lens_fold (before, -1);
  g_autofree char *now = cog_lens_fold (words, -1);

  return strstr (now, stays) != NULL && strlen (now) > strlen (stays);
}

CogChoice
cog_lens_choice_of_words (const CogPlacedFinding *placed, const char *words)
{
  GPtrArray *proposals;
  gboolean can_explain = FALSE;

  g_return_val_if_fail (placed != NULL && words != NULL, COG_CHOICE_RECHOOSE);

  proposals = placed->finding->proposals;
  for (guint i = 0; i < proposals->len; i++)
    {
      const CogProposal *proposal = g_ptr_array_index (proposals, i);

      if (cog_choice_changes_text (proposal->choice) && g_strcmp0 (proposal->words, words) == 0)
        return proposal->choice;
      can_explain |= proposal->choice == COG_CHOICE_EXPLAIN;
    }
  return can_explain && is_explained (placed, words) ? COG_CHOICE_EXPLAIN : COG_CHOICE_RECHOOSE;
}
