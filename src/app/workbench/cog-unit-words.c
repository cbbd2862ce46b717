/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-words.h"

#include "cog-book.h"

#include <glib/gi18n-lib.h>

const char *
cog_unit_words_get_state (CogState state)
{
  switch (state)
    {
    case COG_STATE_INITIAL:
      return _ ("Not translated");
    case COG_STATE_TRANSLATED:
      return _ ("Translated");
    case COG_STATE_REVIEWED:
      return _ ("Reviewed");
    case COG_STATE_FINAL:
      return _ ("Final");
    }
  return "";
}

const char *
cog_unit_words_get_decision (CogDecision decision)
{
  switch (decision)
    {
    case COG_DECISION_KEPT:
      return _ ("Kept");
    case COG_DECISION_ADAPTED:
      return _ ("Adapted");
    case COG_DECISION_REPLACED:
      return _ ("Replaced");
    case COG_DECISION_OMITTED:
      return _ ("Left out");
    case COG_DECISION_ADDED:
      return _ ("Added");
    case COG_DECISION_NONE:
    case COG_DECISION_TRANSLATED:
      return "";
    }
  return "";
}

char *
cog_unit_words_dup_decision_line (const CogUnit *unit)
{
  const char *decision = cog_unit_words_get_decision (unit->decision);

  g_return_val_if_fail (unit != NULL, NULL);

  if (decision[0] == '\0' || unit->reason == NULL || unit->reason[0] == '\0')
    return g_strdup (decision);
  /* Translators: what was decided about a passage, and why, in the adapter's own words: "Left out ·
   * unknown holiday". */
  return g_strdup_printf (_ ("%s · %s"), decision, unit->reason);
}

char *
cog_unit_words_dup_row (const CogUnit *unit)
{
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (unit != NULL, NULL);

  source = unit->source != NULL ? cog_inline_to_plain (unit->source) : g_strdup ("");
  target = unit->target != NULL ? cog_inline_to_plain (unit->target) : g_strdup (_ ("empty"));
  /* Translators: a row of the workbench as a screen reader says it: text of the original, text of
   * the adaptation, state such as "Reviewed". */
  return g_strdup_printf (_ ("Source: %s Adaptation: %s. %s"), source, target,
                          cog_unit_words_get_state (unit->state));
}
