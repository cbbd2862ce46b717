/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-agree.h"
#include "cog-placed-finding-private.h"

/* What becomes of it as things stand. (nullable) */
static const char *
get_words (const CogPlacedFinding *placed)
{
  const CogProposal *ready;

  if (placed->answer != NULL)
    return cog_choice_changes_text (placed->answer->choice) ? placed->answer->words : NULL;
  ready = cog_lens_finding_get_ready (placed->finding);
  return ready != NULL ? ready->words : NULL;
}

static int
find_proposal (const CogLensFinding *finding, const char *words)
{
  for (guint i = 0; i < finding->proposals->len; i++)
    {
      const CogProposal *proposal = g_ptr_array_index (finding->proposals, i);

      if (cog_choice_changes_text (proposal->choice) && g_strcmp0 (proposal->words, words) == 0)
        return (int)i;
    }
  return -1;
}

void
cog_lens_agree (GPtrArray *placed)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_if_fail (placed != NULL);

  for (guint i = 0; i < placed->len; i++)
    {
      CogPlacedFinding *one = g_ptr_array_index (placed, i);
      g_autofree char *key = g_strdup_printf ("%s\n%s", one->finding->lens, one->finding->text);
      const char *words = get_words (one);
      const char *wanted = g_hash_table_lookup (first, key);
      int at = wanted != NULL && words != NULL && one->answer == NULL
                   ? find_proposal (one->finding, wanted)
                   : -1;

      if (wanted == NULL && words != NULL)
        g_hash_table_insert (first, g_steal_pointer (&key), g_strdup (words));
      if (at <= 0)
        continue;
      placed->pdata[i] = cog_placed_finding_dup_preferring (one, (guint)at);
      cog_placed_finding_unref (one);
    }
}
