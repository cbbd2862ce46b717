/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-measure-findings.h"

#include "cog-measure-words.h"
#include "cog-quantity-convert.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The unit of a column: "Distance (mi)". Its numbers stand alone in their cells, so the heading is
 * where the adapter is to be told of them. */

static void
add_heading (const CogMeasureScan *scan, const CogUnitExpression *unit)
{
  CogQuantity quantity = { .unit = *unit };
  g_autofree char *place = cog_lens_dup_place (scan->context->target);
  g_autofree char *words = NULL;
  g_autofree char *other = NULL;
  g_autofree char *id = NULL;
  gboolean is_in_text;
  CogLensFinding *finding;
  CogConverted converted;

  if (!cog_unit_expression_is_foreign (unit, place))
    return;
  /* A column holds amounts of all sizes: by a hundred, what is usual for them comes out. */
  quantity.amount.n_numbers = 1;
  quantity.amount.numbers[0].value = 100;
  quantity.amount.numbers[0].precision = quantity.amount.numbers[0].scale = 1;
  if (!cog_quantity_convert (&quantity, place, 100, FALSE, FALSE, &converted))
    return;
  other = cog_measure_dup_unit (converted.id, scan->context->target);
  if (other == NULL)
    return;
  words = cog_lens_text_dup_words (scan->text, unit->first, unit->last);
  finding = cog_lens_add (scan->lens, scan->text, unit->first, unit->last,
                          cog_unit_expression_get_kind (unit), 60,
                          /* Translators: both are units: “mi”, “km”. */
                          g_strdup_printf (_ ("The numbers below are in %s. When they are "
                                              "converted, the heading becomes %s."),
                                           words, other),
                          scan->findings);
  is_in_text = cog_lens_text_get_token (scan->text, unit->first)->piece < 0;
  cog_lens_finding_propose (finding, COG_CHOICE_SWAP, is_in_text ? other : NULL, NULL);
  id = cog_unit_expression_dup_id (unit);
  finding->subject = g_strconcat ("unit ", id, NULL);
}

/* "Land restored (in acres)" */
static gboolean
is_in (const char *word)
{
  static const char *const words[] = { "in", "en", "em", "w", "в", "у", NULL };

  return g_strv_contains (words, word);
}

void
cog_measure_find_headings (const CogMeasureScan *scan)
{
  const CogLensText *text;

  g_return_if_fail (scan != NULL);

  text = scan->text;
  if (text->kind != COG_UNIT_CELL && text->kind != COG_UNIT_HEADER_CELL)
    return;
  for (guint i = 0; i + 2 < text->tokens->len; i++)
    {
      CogUnitExpression unit;
      const char *word = cog_lens_text_get_token (text, i)->word;
      guint first = i + 1;

      if (strcmp (word, "(") != 0 && strcmp (word, "[") != 0)
        continue;
      /* "(in)" is inches. */
      if (is_in (cog_lens_text_get_token (text, first)->word) && first + 2 < text->tokens->len)
        first++;
      if (!cog_unit_expression_read (&scan->reader.units, text, first, &unit))
        continue;
      if (cog_amount_is_sign (text, unit.last + 1, ")") ||
          cog_amount_is_sign (text, unit.last + 1, "]"))
        add_heading (scan, &unit);
      i = unit.last;
    }
}
