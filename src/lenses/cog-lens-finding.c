/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens-finding.h"

#include <string.h>

static void
proposal_free (CogProposal *proposal)
{
  g_free (proposal->words);
  g_free (proposal->math);
  g_free (proposal);
}

static GPtrArray *
new_proposals (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)proposal_free);
}

static CogProposal *
proposal_new (CogChoice choice, const char *words, const char *math)
{
  CogProposal *proposal = g_new0 (CogProposal, 1);

  proposal->choice = choice;
  proposal->words = g_strdup (words);
  proposal->math = g_strdup (math);
  return proposal;
}

CogLensFinding *
cog_lens_finding_copy (const CogLensFinding *finding)
{
  CogLensFinding *copy;

  g_return_val_if_fail (finding != NULL, NULL);

  copy = g_new0 (CogLensFinding, 1);
  *copy = *finding;
  copy->unit = g_strdup (finding->unit);
  copy->text = g_strdup (finding->text);
  copy->why = g_strdup (finding->why);
  copy->subject = g_strdup (finding->subject);
  copy->proposals = new_proposals ();
  for (guint i = 0; finding->proposals != NULL && i < finding->proposals->len; i++)
    {
      const CogProposal *proposal = g_ptr_array_index (finding->proposals, i);

      g_ptr_array_add (copy->proposals,
                       proposal_new (proposal->choice, proposal->words, proposal->math));
    }
  return copy;
}

void
cog_lens_finding_free (CogLensFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->unit);
  g_free (finding->text);
  g_free (finding->why);
  g_free (finding->subject);
  g_clear_pointer (&finding->proposals, g_ptr_array_unref);
  g_free (finding);
}

gboolean
cog_lens_finding_is_same (const CogLensFinding *finding, const CogLensFinding *other)
{
  g_return_val_if_fail (finding != NULL && other != NULL, FALSE);
  return finding->nth == other->nth && finding->lens == other->lens &&
         strcmp (finding->unit, other->unit) == 0 && strcmp (finding->text, other->text) == 0;
}

void
cog_lens_finding_propose (CogLensFinding *finding,
                          CogChoice choice,
                          const char *words,
                          const char *math)
{
  guint end;

  g_return_if_fail (finding != NULL);

  if (finding->proposals == NULL)
    finding->proposals = new_proposals ();
  end = finding->proposals->len;
  if (end > 0 &&
      ((CogProposal *)g_ptr_array_index (finding->proposals, end - 1))->choice == COG_CHOICE_KEEP)
    end--;
  g_ptr_array_insert (finding->proposals, (int)end, proposal_new (choice, words, math));
}

const CogProposal *
cog_lens_finding_get_proposal (const CogLensFinding *finding, CogChoice choice)
{
  g_return_val_if_fail (finding != NULL, NULL);

  for (guint i = 0; finding->proposals != NULL && i < finding->proposals->len; i++)
    {
      const CogProposal *proposal = g_ptr_array_index (finding->proposals, i);

      if (proposal->choice == choice)
        return proposal;
    }
  return NULL;
}

const CogProposal *
cog_lens_finding_get_ready (const CogLensFinding *finding)
{
  const CogProposal *first;

  g_return_val_if_fail (finding != NULL && finding->proposals->len > 0, NULL);

  first = g_ptr_array_index (finding->proposals, 0);
  return cog_choice_changes_text (first->choice) && first->words != NULL ? first : NULL;
}
