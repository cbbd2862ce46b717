/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens.h"
#include "cog-measure-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Finds quantities in units that are foreign where the adaptation is read, and tells what they are
 * in the units of that place. What stands for a quantity is left to the adapter: the same amount, a
 * round one, the same number in another unit, or nothing where a bracket only says it again. */

static gboolean
may_begin (const CogQuantityReader *reader, const CogLensText *text, guint at)
{
  const CogToken *token = cog_lens_text_get_token (text, at);

  if (token->kind == COG_TOKEN_NUMBER)
    return TRUE;
  if (token->kind == COG_TOKEN_SIGN)
    return cog_amount_get_fraction (token) > 0;
  return token->kind == COG_TOKEN_WORD &&
         (cog_phrases_find (reader->amounts.numbers, text, at, NULL) != NULL ||
          ((reader->has_dual || reader->amounts.is_noun_first) &&
           cog_phrases_find (reader->units.units, text, at, NULL) != NULL));
}

static gboolean
is_time (const CogQuantity *quantity)
{
  const char *kind = cog_unit_expression_get_kind (&quantity->unit);

  return strcmp (kind, "time") == 0 || strcmp (kind, "count") == 0;
}

/* All of them, whether foreign or not: neighbours tell what a quantity is there for. NULL: none. */
static GArray *
read_all (const CogQuantityReader *reader, const CogLensText *text)
{
  GArray *quantities = NULL;
  CogQuantity quantity;

  for (guint i = 0; i < text->tokens->len; i++)
    {
      if (!may_begin (reader, text, i) || !cog_quantity_read (reader, text, i, &quantity))
        continue;
      i = quantity.last;
      if (is_time (&quantity))
        continue;
      if (quantities == NULL)
        quantities = g_array_new (FALSE, FALSE, sizeof (CogQuantity));
      g_array_append_val (quantities, quantity);
    }
  return quantities;
}

static gboolean
is_code (const CogLensText *text, guint at)
{
  return text->kind == COG_UNIT_PREFORMATTED || cog_lens_text_is_in (text, at, "code");
}

static void
scan (const CogLens *lens,
      const CogLensContext *context,
      const CogLensText *text,
      GPtrArray *findings)
{
  CogMeasureScan scan = { .lens = lens, .context = context, .text = text, .findings = findings };
  g_autoptr (GArray) quantities = NULL;
  g_autofree char *place = NULL;

  cog_quantity_reader_init (&scan.reader, text->language);
  cog_measure_find_sizes (&scan);
  cog_measure_find_headings (&scan);
  cog_measure_find_rates (&scan);
  quantities = read_all (&scan.reader, text);
  if (quantities == NULL)
    return;
  place = cog_lens_dup_place (context->target);
  scan.place = place;
  for (guint i = 0; i < quantities->len; i++)
    {
      const CogQuantity *quantity = &g_array_index (quantities, CogQuantity, i);

      if (cog_unit_expression_is_foreign (&quantity->unit, place) &&
          !is_code (text, quantity->first))
        cog_measure_add_finding (&scan, quantities, i);
    }
}

const CogLens cog_lens_measures = {
  .id = "measures",
  .name = N_ ("Measures"),
  /* Translators: what the lens “Measures” looks for. */
  .about = N_ ("Miles, pounds, degrees Fahrenheit and others that readers do not use every day"),
  .scan = scan,
};
