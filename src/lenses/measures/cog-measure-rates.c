/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-measure-findings.h"

#include <glib/gi18n-lib.h>

/* What something costs or takes for one foreign unit: "$3 per gallon", "50 cents a pound". The unit
 * has no number of its own, and the number before it changes with it. */

/* In the same sentence, and near: "54. A furlong" is no rate. */
static gboolean
has_number_before (const CogLensText *text, guint at)
{
  if (cog_lens_text_get_token (text, at)->is_capital)
    return FALSE;
  for (guint n = 1; n <= 3 && n <= at; n++)
    {
      const CogToken *token = cog_lens_text_get_token (text, at - n);

      if (token->kind == COG_TOKEN_NUMBER)
        return TRUE;
      if (cog_amount_is_sign (text, at - n, ".") || cog_amount_is_sign (text, at - n, ","))
        return FALSE;
    }
  return FALSE;
}

static gboolean
has_number (const CogLensText *text)
{
  for (guint i = 0; i < text->tokens->len; i++)
    if (g_array_index (text->tokens, CogToken, i).kind == COG_TOKEN_NUMBER)
      return TRUE;
  return FALSE;
}

static void
add_rate (const CogMeasureScan *scan, guint first, const CogUnitExpression *unit)
{
  g_autofree char *place = cog_lens_dup_place (scan->context->target);
  g_autofree char *words = NULL;
  CogLensFinding *finding;

  if (!cog_unit_expression_is_foreign (unit, place))
    return;
  words = cog_lens_text_dup_words (scan->text, first, unit->last);
  finding = cog_lens_add (scan->lens, scan->text, first, unit->last, "rate", 60,
                          /* Translators: %s is “per gallon” or the like. */
                          g_strdup_printf (_ ("“%s”: when the unit becomes one that readers use, "
                                              "the number before it changes, too."),
                                           words),
                          scan->findings);
  cog_lens_finding_propose (finding, COG_CHOICE_CONVERT, NULL, NULL);
  finding->subject = g_strconcat ("per ", unit->whole->id, NULL);
}

void
cog_measure_find_rates (const CogMeasureScan *scan)
{
  const CogLensText *text;

  g_return_if_fail (scan != NULL);

  text = scan->text;
  if (!has_number (text))
    return;
  for (guint i = 1; i + 1 < text->tokens->len; i++)
    {
      CogUnitExpression unit, before;
      guint last = i;

      if (cog_lens_text_get_token (text, i)->kind != COG_TOKEN_WORD ||
          !cog_unit_words_is_per (&scan->reader.units, text, i, &last) ||
          !cog_unit_expression_read (&scan->reader.units, text, last + 1, &unit))
        continue;
      /* "feet per mile" has a unit before it, and is read with its number. */
      if (unit.whole != NULL && unit.mark != '?' && unit.is_word && has_number_before (text, i) &&
          !cog_unit_expression_read (&scan->reader.units, text, i - 1, &before))
        add_rate (scan, i, &unit);
      i = unit.last;
    }
}
