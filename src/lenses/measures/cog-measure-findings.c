/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-measure-findings.h"

#include "cog-measure-sense.h"
#include "cog-quantity-words.h"
#include "cog-word-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A quantity as it is being looked at. */
typedef struct
{
  const CogMeasureScan *scan;
  CogQuantity quantity;
  CogMeasureSense sense;
  CogConverted exact, rounded, swapped;
  gboolean has_exact, has_round, has_swap;
} Case;

/* A gallon is larger where it was once a British one. */
static void
settle_gallon (Case *this)
{
  const CogMeasureUnit *unit = this->quantity.unit.whole;

  if (unit == NULL || strcmp (unit->id, "gallon") != 0)
    return;
  g_autofree char *place = cog_lens_dup_place (this->scan->context->source);
  if (cog_word_cell_has ("GB IE CA AU NZ IN ZA KE NG", place))
    this->quantity.unit.whole = cog_measure_unit_find ("gallon-imperial");
}

static gboolean
is_of_cups (const CogQuantity *quantity)
{
  static const char *const ids[] = { "cup", "pint", NULL };

  return quantity->unit.whole != NULL && g_strv_contains (ids, quantity->unit.whole->id);
}

/* A foot is what one stands on, too. */
static gboolean
is_foot (const CogQuantity *quantity)
{
  return quantity->unit.whole != NULL && strcmp (quantity->unit.whole->id, "foot") == 0;
}

/* Metres and litres are at home in every schoolbook: only in everyday matters are they told
 * otherwise where inches and pounds are used. */
static gboolean
is_metric (const CogQuantity *quantity)
{
  return quantity->unit.whole != NULL && strcmp (quantity->unit.whole->places, "*") == 0;
}

/* "Nine Inch Nails": a name. */
static gboolean
is_name (const Case *this)
{
  const CogLensText *text = this->scan->text;
  const CogToken *first = cog_lens_text_get_token (text, this->quantity.first);
  const CogToken *unit = cog_lens_text_get_token (text, this->quantity.unit.first);
  guint next = this->quantity.last + 1;

  /* "12 Mile Road"; but °F and Btu have their capital always. */
  return this->quantity.unit.is_word && unit->is_capital &&
         (first->is_capital || first->kind == COG_TOKEN_NUMBER) &&
         strcmp (cog_unit_expression_get_kind (&this->quantity.unit), "length") == 0 &&
         next < text->tokens->len && cog_lens_text_get_token (text, next)->is_capital &&
         !g_str_has_prefix (text->language, "de");
}

static guint
get_plain_confidence (const Case *this)
{
  const CogQuantity *quantity = &this->quantity;
  CogAmountForm form = quantity->amount.numbers[0].form;

  if (is_name (this))
    return 40;
  if (is_of_cups (quantity))
    return this->sense.is_kitchen ? 80 : 40;
  if (quantity->unit.mark == '~' || (quantity->unit.mark == '=' && is_foot (quantity)))
    return this->sense.is_of_size || form == COG_AMOUNT_FRACTION ||
                   quantity->amount.numbers[0].value >= 10
               ? 60
               : 40;
  if (is_metric (quantity))
    return 55;
  if (form == COG_AMOUNT_ARTICLE)
    return 55;
  return this->sense.is_of_units ? 65 : form == COG_AMOUNT_WORDS ? 75 : 85;
}

static guint
get_confidence (const Case *this)
{
  switch (this->sense.kind)
    {
    case COG_SENSE_BRACKET:
    case COG_SENSE_TOLD_AGAIN:
      return is_metric (&this->quantity) ? 55 : 90;
    case COG_SENSE_DEFINITION:
      return 40;
    case COG_SENSE_TASK:
      return 55;
    case COG_SENSE_SCREEN:
      return 45;
    case COG_SENSE_PLAIN:
      break;
    }
  return get_plain_confidence (this);
}

static char *
dup_why (const Case *this)
{
  const CogMeasureScan *scan = this->scan;
  g_autofree char *words =
      cog_lens_text_dup_words (scan->text, this->quantity.first, this->quantity.last);
  g_autofree char *exact = this->has_exact ? cog_quantity_dup_words (&this->quantity, &this->exact,
                                                                     scan->context->target)
                                           : NULL;

  switch (this->sense.kind)
    {
    case COG_SENSE_BRACKET:
      /* Translators: %s is a measure in brackets, such as “11 lb”. */
      return g_strdup_printf (_ ("%s only says again what stands before it."), words);
    case COG_SENSE_TOLD_AGAIN:
      /* Translators: %s is a measure, such as “65 mph”. */
      return g_strdup_printf (_ ("What stands behind %s says the same."), words);
    case COG_SENSE_DEFINITION:
      /* Translators: %s is a measure, such as “3 ft”. */
      return g_strdup_printf (_ ("Here the units themselves seem to be the subject: %s may have "
                                 "to stay."),
                              words);
    case COG_SENSE_TASK:
      /* Translators: %s is a measure, such as “100 yd”. */
      return g_strdup_printf (_ ("The exercise may be about changing one unit into another. If so, "
                                 "%s stays, and readers may need to be told what it is."),
                              words);
    case COG_SENSE_SCREEN:
      return g_strdup (_ ("Screens, wheels and pipes are measured in inches in most countries."));
    case COG_SENSE_PLAIN:
      break;
    }
  if (exact == NULL)
    /* Translators: %s is a measure, such as “3 bushels”. */
    return g_strdup_printf (_ ("%s is in units that readers do not use every day."), words);
  /* Translators: both are measures: “75 mph”, “121 km/h”. */
  return g_strdup_printf (_ ("%s is in units that readers do not use every day. It is about %s."),
                          words, exact);
}

static gboolean
has_proposal (const CogLensFinding *finding, CogChoice choice, const char *words)
{
  for (guint i = 0; i < finding->proposals->len; i++)
    {
      const CogProposal *proposal = g_ptr_array_index (finding->proposals, i);

      if (proposal->choice == choice && g_strcmp0 (proposal->words, words) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_equation (const Case *this)
{
  for (guint i = this->sense.first; i <= this->sense.last; i++)
    if (cog_lens_text_get_token (this->scan->text, i)->piece >= 0)
      return TRUE;
  return FALSE;
}

static void
propose (const Case *this, CogLensFinding *finding, CogChoice choice, const CogConverted *converted)
{
  const char *language = this->scan->context->target;
  g_autofree char *words = cog_quantity_dup_words (&this->quantity, converted, language);
  g_autofree char *math =
      cog_quantity_dup_math (&this->quantity, converted, this->scan->text, language);

  if (words == NULL)
    return;
  /* What stands partly in an equation is for the adapter to write; why tells the value. */
  if (math == NULL && has_equation (this))
    g_clear_pointer (&words, g_free);
  if (!has_proposal (finding, choice, words))
    cog_lens_finding_propose (finding, choice, words, math);
}

/* The words of what says the same: they stay, the foreign ones go. */
static void
propose_other (const Case *this, CogLensFinding *finding)
{
  const CogQuantity *other = this->sense.other;
  CogConverted same = { .unit = other->unit.whole, .n_values = other->amount.n_numbers };
  g_autofree char *id = cog_unit_expression_dup_id (&other->unit);
  g_autofree char *words = NULL;

  g_strlcpy (same.id, id, sizeof same.id);
  for (guint i = 0; i < same.n_values; i++)
    {
      same.values[i] = cog_quantity_get_value (other, i);
      same.n_decimals[i] = other->amount.numbers[i].n_decimals;
    }
  if (!has_equation (this))
    words = cog_quantity_dup_words (other, &same, this->scan->context->target);
  cog_lens_finding_propose (finding, COG_CHOICE_DROP, words, NULL);
}

/* 8.5 by 11 inches: the sheet of a country, and what is sold elsewhere for it (ISO 216). */
static gboolean
is_letter (const CogQuantity *quantity)
{
  double width, height;

  if (quantity->amount.n_numbers != 2 || quantity->amount.joints[1] != COG_JOINT_TIMES ||
      quantity->unit.whole == NULL || strcmp (quantity->unit.whole->id, "inch") != 0)
    return FALSE;
  width = MIN (quantity->amount.numbers[0].value, quantity->amount.numbers[1].value);
  height = MAX (quantity->amount.numbers[0].value, quantity->amount.numbers[1].value);
  return width == 8.5 && (height == 11 || height == 14);
}

static void
propose_sheet (const Case *this, CogLensFinding *finding)
{
  CogConverted sheet = { .unit = cog_measure_unit_find ("centimeter"), .n_values = 2 };

  g_strlcpy (sheet.id, "centimeter", sizeof sheet.id);
  sheet.values[0] = 21;
  sheet.values[1] = 29.7;
  sheet.n_decimals[1] = 1;
  propose (this, finding, COG_CHOICE_SWAP, &sheet);
}

/* 120 km/h for 120.7: nobody would measure the difference. */
static gboolean
is_nearly (const CogConverted *exact, const CogConverted *rounded)
{
  return fabs (rounded->values[0] / exact->values[0] - 1) < 0.02;
}

static void
propose_numbers (const Case *this, CogLensFinding *finding)
{
  gboolean is_round_first =
      this->has_round && (this->sense.is_example || is_nearly (&this->exact, &this->rounded));

  if (is_letter (&this->quantity))
    propose_sheet (this, finding);
  if (is_round_first)
    propose (this, finding, COG_CHOICE_CONVERT, &this->rounded);
  if (this->has_exact)
    propose (this, finding, COG_CHOICE_CONVERT, &this->exact);
  if (this->has_round && !is_round_first)
    propose (this, finding, COG_CHOICE_CONVERT, &this->rounded);
  if (this->has_swap)
    propose (this, finding, COG_CHOICE_SWAP, &this->swapped);
  if (!this->has_exact)
    cog_lens_finding_propose (finding, COG_CHOICE_RECHOOSE, NULL, NULL);
}

/* KEEP is there already, and last: where the unit is the subject it comes first. */
static void
put_keep_first (CogLensFinding *finding)
{
  gpointer keep = g_ptr_array_steal_index (finding->proposals, finding->proposals->len - 1);

  g_ptr_array_insert (finding->proposals, 0, keep);
}

static void
add_proposals (const Case *this, CogLensFinding *finding)
{
  if (this->sense.kind == COG_SENSE_BRACKET)
    {
      cog_lens_finding_propose (finding, COG_CHOICE_DROP, has_equation (this) ? NULL : "", NULL);
      return;
    }
  if (this->sense.kind == COG_SENSE_TOLD_AGAIN)
    {
      propose_other (this, finding);
      return;
    }
  propose_numbers (this, finding);
  if (this->sense.kind == COG_SENSE_PLAIN)
    return;
  cog_lens_finding_propose (finding, COG_CHOICE_EXPLAIN, NULL, NULL);
  put_keep_first (finding);
}

/* The same for "5-lb", "5 pounds" and "5 фунтов". */
static char *
dup_subject (const Case *this)
{
  const CogQuantity *quantity = &this->quantity;
  g_autofree char *id = cog_unit_expression_dup_id (&quantity->unit);
  GString *subject = g_string_new (cog_unit_expression_get_kind (&quantity->unit));

  for (guint i = 0; i < quantity->amount.n_numbers; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (number, sizeof number, "%.7g", cog_quantity_get_value (quantity, i));
      g_string_append_printf (subject, " %s", number);
    }
  g_string_append_printf (subject, " %s",
                          quantity->unit.whole != NULL ? quantity->unit.whole->id : id);
  return g_string_free (subject, FALSE);
}

/* The space before a bracket goes with it. */
static void
take_space_before (const Case *this, CogLensFinding *finding)
{
  const CogLensText *text = this->scan->text;

  if (this->sense.kind == COG_SENSE_BRACKET && finding->start > 0 &&
      cog_lens_text_get_token (text, this->sense.first)->space_before &&
      cog_lens_text_get_token (text, this->sense.first)->piece < 0)
    finding->start--;
}

/* The largest amount in the same unit in the text. */
static double
find_largest (const Case *this, GArray *quantities)
{
  double largest = 0;

  for (guint i = 0; i < quantities->len; i++)
    {
      const CogQuantity *quantity = &g_array_index (quantities, CogQuantity, i);

      for (guint k = 0; k < quantity->amount.n_numbers; k++)
        if (quantity->unit.whole == this->quantity.unit.whole)
          largest = MAX (largest, fabs (cog_quantity_get_value (quantity, k)));
    }
  return largest;
}

static void
convert (Case *this, double largest)
{
  const CogMeasureScan *scan = this->scan;

  this->has_exact =
      cog_quantity_convert (&this->quantity, scan->place, largest, this->sense.is_force,
                            this->sense.is_difference, &this->exact);
  this->has_round =
      this->has_exact && cog_quantity_round (&this->quantity, &this->exact, &this->rounded);
  this->has_swap = cog_quantity_swap (&this->quantity, scan->place, &this->swapped);
}

void
cog_measure_add_finding (const CogMeasureScan *scan, GArray *quantities, guint index)
{
  Case this = { .scan = scan };
  CogLensFinding *finding;
  double largest;

  g_return_if_fail (scan != NULL && quantities != NULL && index < quantities->len);

  this.quantity = g_array_index (quantities, CogQuantity, index);
  cog_measure_sense_find (&scan->reader, scan->text, quantities, index, scan->place, &this.sense);
  largest = find_largest (&this, quantities);
  settle_gallon (&this);
  convert (&this, largest);
  finding = cog_lens_add (scan->lens, scan->text, this.sense.first, this.sense.last,
                          cog_unit_expression_get_kind (&this.quantity.unit),
                          get_confidence (&this), dup_why (&this), scan->findings);
  take_space_before (&this, finding);
  add_proposals (&this, finding);
  finding->subject = dup_subject (&this);
}
