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

const char *
cog_unit_words_get_machine (const CogUnit *unit)
{
  g_return_val_if_fail (unit != NULL, "");

  if (unit->engine == NULL)
    return "";
  return g_str_equal (unit->engine, "memory")
             /* Translators: stands under a passage that the translation memory filled in. */
             ? _ ("From the memory · to be checked")
             /* Translators: stands under a passage as a machine wrote it. */
             : _ ("Machine translation · to be checked");
}

const char *
cog_unit_words_get_outdated (const CogUnit *unit)
{
  g_return_val_if_fail (unit != NULL, "");

  /* Translators: stands under a passage whose source says something else in its new edition. */
  return unit->former_source != NULL ? _ ("The original changed · to be checked") : "";
}

const char *
cog_unit_words_get_context (CogRowContext context)
{
  switch (context)
    {
    case COG_CONTEXT_NOTE:
      /* Translators: the following name parts of a textbook, above their first row: a box beside
       * the text. */
      return C_ ("box beside the text", "Note");
    case COG_CONTEXT_TIP:
      return _ ("Tip");
    case COG_CONTEXT_WARNING:
      return _ ("Warning");
    case COG_CONTEXT_EXAMPLE:
      return _ ("Example");
    case COG_CONTEXT_EXERCISE:
      return _ ("Exercise");
    case COG_CONTEXT_ANSWER:
      return _ ("Answer");
    case COG_CONTEXT_OBJECTIVES:
      return _ ("Learning objectives");
    case COG_CONTEXT_SUMMARY:
      return _ ("Summary");
    case COG_CONTEXT_DEFINITION:
      return _ ("Definition");
    case COG_CONTEXT_FOOTNOTE:
      /* Translators: the text of a footnote or endnote. */
      return _ ("Footnote");
    case COG_CONTEXT_QUOTATION:
    case COG_CONTEXT_DETAILS:
    case COG_CONTEXT_FIGURE:
    case COG_CONTEXT_NONE:
      return "";
    }
  return "";
}

/* What a screen reader says of a table or figure, before its first words. */
static const char *
get_kind (const CogRow *row)
{
  switch (row->kind)
    {
    case COG_ROW_TABLE:
      return _ ("Table.");
    case COG_ROW_FIGURE:
      return _ ("Figure.");
    case COG_ROW_EQUATION:
      return _ ("Equation.");
    case COG_ROW_TEXT:
      return row->level > 0 ? _ ("Heading.") : "";
    }
  return "";
}

char *
cog_unit_words_dup_row (CogWorkbenchRow *row)
{
  const CogUnit *unit;
  const char *kind;
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (COG_IS_WORKBENCH_ROW (row), NULL);

  unit = cog_workbench_row_get_main_unit (row);
  kind = get_kind (cog_workbench_row_get_row (row));
  if (unit == NULL)
    return g_strdup (kind);
  source = unit->source != NULL ? cog_inline_to_plain (unit->source) : g_strdup ("");
  target = unit->target != NULL ? cog_inline_to_plain (unit->target) : g_strdup (_ ("empty"));
  /* Translators: a row of the workbench as a screen reader says it: text of the original, text of
   * the adaptation, state such as "Reviewed". */
  sentence = g_strdup_printf (_ ("Source: %s Adaptation: %s. %s"), source, target,
                              cog_unit_words_get_state (cog_workbench_row_get_state (row)));
  return g_strstrip (g_strjoin (" ", kind, sentence, cog_unit_words_get_machine (unit), NULL));
}
