/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-measure-sense.h"

#include <math.h>
#include <string.h>

static gboolean
is_role (const CogQuantityReader *reader,
         const CogLensText *text,
         guint at,
         const char *role,
         guint *last)
{
  return cog_amount_words_is_role (&reader->amounts, text, at, role, last);
}

/* Whether words of a role begin at one of the tokens from…to. */
static gboolean
has_role (const CogQuantityReader *reader,
          const CogLensText *text,
          guint from,
          guint to,
          const char *role)
{
  for (guint i = from; i <= to && i < text->tokens->len; i++)
    if (is_role (reader, text, i, role, NULL))
      return TRUE;
  return FALSE;
}

static gboolean
has_role_before (
    const CogQuantityReader *reader, const CogLensText *text, guint at, guint n, const char *role)
{
  return at > 0 && has_role (reader, text, at > n ? at - n : 0, at - 1, role);
}

static const CogQuantity *
get_quantity (GArray *quantities, guint index)
{
  return index < quantities->len ? &g_array_index (quantities, CogQuantity, index) : NULL;
}

static gboolean
is_mass_or_force (const CogMeasureUnit *unit)
{
  return strcmp (unit->kind, "mass") == 0 || strcmp (unit->kind, "force") == 0;
}

static double
get_base (const CogQuantity *quantity)
{
  return cog_quantity_get_value (quantity, 0) * quantity->unit.whole->factor +
         quantity->unit.whole->offset;
}

/* Whether both may say the same: of one kind and about as much. A pound in the hand of a teacher is
 * a mass and a force. */
static gboolean
is_same_size (const CogQuantity *a, const CogQuantity *b)
{
  const CogMeasureUnit *first = a->unit.whole, *second = b->unit.whole;
  double ratio;

  if (first == NULL || second == NULL)
    return strcmp (cog_unit_expression_get_kind (&a->unit),
                   cog_unit_expression_get_kind (&b->unit)) == 0;
  if (strcmp (first->kind, second->kind) != 0)
    {
      if (!is_mass_or_force (first) || !is_mass_or_force (second))
        return FALSE;
      ratio = get_base (a) / get_base (b) * (strcmp (first->kind, "mass") == 0 ? 9.81 : 1 / 9.81);
    }
  else if (strcmp (first->kind, "fuel") == 0)
    return TRUE;
  else
    ratio = get_base (a) / get_base (b);
  return ratio > 0.7 && ratio < 1.4;
}

/* From the token back over "about", "=", "≈" to an opening bracket. */
static gboolean
find_opening (const CogQuantityReader *reader, const CogLensText *text, guint at, guint *opening)
{
  for (guint n = 0; at > 0 && n < 4; n++)
    {
      const char *word = cog_lens_text_get_token (text, --at)->word;

      if (strcmp (word, "(") == 0 || strcmp (word, "[") == 0)
        {
          *opening = at;
          return TRUE;
        }
      if (strcmp (word, "=") != 0 && strcmp (word, "≈") != 0 && strcmp (word, "~") != 0 &&
          strcmp (word, ",") != 0 && !is_role (reader, text, at, "about", NULL) &&
          !(at > 0 && is_role (reader, text, at - 1, "about", NULL)))
        return FALSE;
    }
  return FALSE;
}

static gboolean
find_closing (const CogLensText *text, guint at, guint *closing)
{
  if (cog_amount_is_sign (text, at + 1, "."))
    at++;
  *closing = at + 1;
  return cog_amount_is_sign (text, at + 1, ")") || cog_amount_is_sign (text, at + 1, "]");
}

static gboolean
is_foreign (const CogQuantity *quantity, const char *place)
{
  return cog_unit_expression_is_foreign (&quantity->unit, place);
}

/* "51 N (about 11 lb)" */
static gboolean
find_before (const CogQuantityReader *reader,
             const CogLensText *text,
             GArray *quantities,
             guint index,
             const char *place,
             CogMeasureSense *sense)
{
  const CogQuantity *quantity = get_quantity (quantities, index);
  const CogQuantity *before = index > 0 ? get_quantity (quantities, index - 1) : NULL;
  guint opening, closing;

  if (before == NULL || is_foreign (before, place) || !is_same_size (quantity, before) ||
      !find_opening (reader, text, quantity->first, &opening) || before->last + 1 != opening ||
      !find_closing (text, quantity->last, &closing))
    return FALSE;
  sense->kind = COG_SENSE_BRACKET;
  sense->other = before;
  sense->first = opening;
  sense->last = closing;
  return TRUE;
}

/* "65 mph (105 km/h)" */
static gboolean
find_behind (const CogQuantityReader *reader,
             const CogLensText *text,
             GArray *quantities,
             guint index,
             const char *place,
             CogMeasureSense *sense)
{
  const CogQuantity *quantity = get_quantity (quantities, index);
  const CogQuantity *behind = get_quantity (quantities, index + 1);
  guint opening, closing;

  if (behind == NULL || is_foreign (behind, place) || !is_same_size (quantity, behind) ||
      !find_opening (reader, text, behind->first, &opening) || quantity->last + 1 != opening ||
      !find_closing (text, behind->last, &closing))
    return FALSE;
  sense->kind = COG_SENSE_TOLD_AGAIN;
  sense->other = behind;
  sense->last = closing;
  return TRUE;
}

static gboolean
is_one (const CogQuantity *quantity)
{
  return quantity->amount.n_numbers == 1 && quantity->amount.numbers[0].value == 1;
}

static gboolean
is_same_kind (const CogQuantity *a, const CogQuantity *b)
{
  if (a->unit.whole != NULL && b->unit.whole != NULL && is_mass_or_force (a->unit.whole) &&
      is_mass_or_force (b->unit.whole))
    return TRUE;
  return strcmp (cog_unit_expression_get_kind (&a->unit),
                 cog_unit_expression_get_kind (&b->unit)) == 0;
}

/* "1 m = 3.281 ft", "12 in. in 1 ft", "a furlong is 220 yd": two of one kind, of which one is a
 * single unit, with little between them. */
static gboolean
define_each_other (const CogLensText *text, const CogQuantity *first, const CogQuantity *second)
{
  gboolean has_equal = FALSE, has_word = FALSE;

  if (first == NULL || second == NULL || second->first - first->last > 4 ||
      !is_same_kind (first, second))
    return FALSE;
  for (guint i = first->last + 1; i < second->first; i++)
    {
      const CogToken *token = cog_lens_text_get_token (text, i);

      has_equal = has_equal || strcmp (token->word, "=") == 0 || strcmp (token->word, "≈") == 0;
      has_word = has_word || token->kind == COG_TOKEN_WORD || strcmp (token->word, "/") == 0;
      if (strcmp (token->word, ",") == 0 || strcmp (token->word, ".") == 0)
        return FALSE;
    }
  return (has_equal && first->unit.parts[0].base != second->unit.parts[0].base) ||
         ((has_equal || has_word) && (is_one (first) || is_one (second)));
}

static gboolean
is_definition (const CogLensText *text, GArray *quantities, guint index)
{
  const CogQuantity *quantity = get_quantity (quantities, index);
  const CogQuantity *before = index > 0 ? get_quantity (quantities, index - 1) : NULL;

  /* A table of factors: "1 inch" is all that its cell says. */
  if ((text->kind == COG_UNIT_CELL || text->kind == COG_UNIT_HEADER_CELL) && is_one (quantity) &&
      quantity->first == 0 && quantity->last + 1 == text->tokens->len)
    return TRUE;
  return define_each_other (text, before, quantity) ||
         define_each_other (text, quantity, get_quantity (quantities, index + 1));
}

static gboolean
is_kind (const CogQuantity *quantity, const char *kind)
{
  return strcmp (cog_unit_expression_get_kind (&quantity->unit), kind) == 0;
}

static gboolean
has_question (const CogLensText *text)
{
  for (guint i = 0; i < text->tokens->len; i++)
    if (cog_amount_is_sign (text, i, "?") || cog_amount_is_sign (text, i, "؟"))
      return TRUE;
  return FALSE;
}

static void
find_hints (const CogQuantityReader *reader,
            const CogLensText *text,
            const CogQuantity *quantity,
            CogMeasureSense *sense)
{
  guint end = quantity->last;
  gboolean is_inch = quantity->unit.whole != NULL && strcmp (quantity->unit.whole->id, "inch") == 0;

  sense->is_force =
      is_kind (quantity, "mass") && has_role_before (reader, text, quantity->first, 6, "force");
  sense->is_difference = is_kind (quantity, "temperature") &&
                         has_role_before (reader, text, quantity->first, 4, "change");
  sense->is_kitchen = has_role (reader, text, end + 1, end + 4, "kitchen");
  sense->is_of_size = has_role (reader, text, 0, text->tokens->len, "size");
  sense->is_of_units = has_role (reader, text, 0, text->tokens->len, "subject");
  sense->is_example = quantity->is_adjective ||
                      has_role_before (reader, text, quantity->first, 2, "about") ||
                      quantity->amount.numbers[0].form == COG_AMOUNT_WORDS || has_question (text);
  if (sense->kind != COG_SENSE_PLAIN)
    return;
  if (has_role (reader, text, 0, text->tokens->len, "task"))
    sense->kind = COG_SENSE_TASK;
  else if (is_inch && has_role (reader, text, end + 1, end + 4, "screen"))
    sense->kind = COG_SENSE_SCREEN;
}

void
cog_measure_sense_find (const CogQuantityReader *reader,
                        const CogLensText *text,
                        GArray *quantities,
                        guint index,
                        const char *place,
                        CogMeasureSense *sense)
{
  const CogQuantity *quantity;

  g_return_if_fail (quantities != NULL && index < quantities->len && sense != NULL);

  quantity = get_quantity (quantities, index);
  memset (sense, 0, sizeof *sense);
  sense->first = quantity->first;
  sense->last = quantity->last;
  if (!find_before (reader, text, quantities, index, place, sense) &&
      !find_behind (reader, text, quantities, index, place, sense) &&
      is_definition (text, quantities, index))
    sense->kind = COG_SENSE_DEFINITION;
  find_hints (reader, text, quantity, sense);
}
