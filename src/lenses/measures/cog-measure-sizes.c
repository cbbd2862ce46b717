/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-measure-findings.h"

#include "cog-number.h"
#include "cog-word-list.h"
#include "cog-word-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NEAR 6 /* tokens before and behind the word "size" */

/* Names of sizes: rows of data/lenses/size-words.tsv, each with the places where they are known. */

static void
add_paper (const CogMeasureScan *scan, guint first, guint last, const CogListedWord *listed)
{
  g_autofree char *words = cog_lens_text_dup_words (scan->text, first, last);
  const char *other = listed->row->cells[3];
  CogLensFinding *finding;

  finding = cog_lens_add (
      scan->lens, scan->text, first, last, "paper", 80,
      /* Translators: the first %s is a size of paper such as “letter paper”, the second “A4”. */
      g_strdup_printf (_ ("%s is not sold everywhere. The sheet that readers know is %s."), words,
                       other),
      scan->findings);
  cog_lens_finding_propose (finding, COG_CHOICE_SWAP, other, NULL);
  finding->subject = g_strconcat ("paper ", listed->row->cells[0], NULL);
}

/* ── Shoes and clothes ───────────────────────────────────────────────────────────────────────── */

/* The word of the list's kind that stands nearest, in a few words around; NULL: none. */
static const CogListedWord *
find_near (const CogMeasureScan *scan, const CogPhrases *sizes, guint at, const char *kind)
{
  guint end = MIN (at + NEAR, scan->text->tokens->len);

  for (guint i = at > NEAR ? at - NEAR : 0; i < end; i++)
    {
      const CogListedWord *listed = cog_phrases_find (sizes, scan->text, i, NULL);

      if (listed != NULL && strcmp (listed->row->cells[1], kind) == 0)
        return listed;
    }
  return NULL;
}

/* Where shoes are counted by Paris points (two thirds of a centimetre), and by American sizes.
 * Elsewhere shops say several, and makers differ. */
#define PARIS                                                                                      \
  "AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IT LT LU LV NL NO PL PT RO SE SI SK TR EG MA TN DZ "  \
  "LB JO SA AE KW QA BH OM"
#define AMERICA "US CA"

/* What makers' tables agree on for grown people: a man's 9 is 42, a woman's 7 is 38. 0: no table
 * does. */
static double
convert_shoe (const CogMeasureScan *scan, double size, const CogListedWord *person)
{
  g_autofree char *source = cog_lens_dup_place (scan->context->source);
  g_autofree char *target = cog_lens_dup_place (scan->context->target);
  gboolean is_man = person != NULL && strcmp (person->row->cells[0], "men") == 0;
  double between = is_man ? 33 : 31;
  double american = size, paris = size;

  if (person == NULL || size != floor (size))
    return 0;
  if (cog_word_cell_has (AMERICA, source) && cog_word_cell_has (PARIS, target))
    paris = size + between;
  else if (cog_word_cell_has (PARIS, source) && cog_word_cell_has (AMERICA, target))
    american = size - between;
  else
    return 0;
  if (american < (is_man ? 7 : 5) || american > (is_man ? 13 : 11))
    return 0;
  return paris != size ? paris : american;
}

static char *
dup_why (const char *words, gboolean is_shoe, const CogListedWord *person, double other)
{
  if (other > 0)
    /* Translators: the first %s is a size of shoes, such as “size 9”, %g what it is elsewhere. */
    return g_strdup_printf (_ ("Shoes are counted otherwise here: %s is about %g."), words, other);
  if (is_shoe && person == NULL)
    return g_strdup_printf (_ ("Sizes of shoes differ between countries, and those of men, women "
                               "and children are counted apart: %s is another number here, which "
                               "depends on whose shoe it is."),
                            words);
  /* Translators: %s is a size of clothes or shoes, such as “size 9”. */
  return g_strdup_printf (_ ("Sizes of clothes and shoes differ between countries, and from maker "
                             "to maker: %s is another number here. Look at a label."),
                          words);
}

/* "pointure 42": as the adaptation says it; NULL: the list has no word of its language. (transfer
 * full) (nullable) */
static char *
dup_size (const CogMeasureScan *scan, double size)
{
  const CogWordTable *table = cog_word_table_get ("size-words.tsv");
  const char *target = scan->context->target;
  g_autofree char *base = g_strndup (target, strcspn (target, "-"));
  g_autofree char *figure = cog_number_dup (size, 0, target);
  int column = cog_word_table_find_language (table, base);

  for (guint i = 0; column >= 0 && i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;
      gsize length = strcspn (cells[column], "|");

      if (strcmp (cells[0], "size") == 0 && length > 0)
        return g_strdup_printf ("%.*s\u00A0%s", (int)length, cells[column], figure);
    }
  return NULL;
}

/* "size 9 shoes", "a size 12 dress", "taille 38": a number beside the word. */
static void
add_clothing (const CogMeasureScan *scan,
              const CogPhrases *sizes,
              const CogListedWord *garment,
              guint first,
              guint last)
{
  CogAmountNumber number;
  CogLensFinding *finding;
  const CogListedWord *person;
  gboolean is_shoe = strcmp (garment->row->cells[0], "shoes") == 0;
  g_autofree char *words = NULL;
  g_autofree char *own = NULL;
  double other;

  if (!cog_amount_read_number (&scan->reader.amounts, scan->text, last + 1, &number) ||
      number.form == COG_AMOUNT_ARTICLE || number.value > 60 ||
      !cog_lens_text_get_token (scan->text, number.first)->space_before)
    return;
  person = find_near (scan, sizes, first, "person");
  other = is_shoe ? convert_shoe (scan, number.value, person) : 0;
  words = cog_lens_text_dup_words (scan->text, first, number.last);
  finding = cog_lens_add (scan->lens, scan->text, first, number.last, "clothing", 60,
                          dup_why (words, is_shoe, person, other), scan->findings);
  own = other > 0 ? dup_size (scan, other) : NULL;
  if (own != NULL)
    cog_lens_finding_propose (finding, COG_CHOICE_CONVERT, own, NULL);
  cog_lens_finding_propose (finding, COG_CHOICE_RECHOOSE, NULL, NULL);
  finding->subject = g_strdup_printf ("clothing %g", number.value);
}

static gboolean
is_known (const CogMeasureScan *scan, const CogListedWord *listed)
{
  g_autofree char *place = cog_lens_dup_place (scan->context->target);

  return cog_word_cell_has (listed->row->cells[2], place);
}

static gboolean
share_sizes (const CogMeasureScan *scan, const CogListedWord *listed)
{
  g_autofree char *source = cog_lens_dup_place (scan->context->source);
  g_autofree char *target = cog_lens_dup_place (scan->context->target);
  const char *places = listed->row->cells[2];

  return strcmp (source, target) == 0 ||
         cog_word_cell_has (places, source) == cog_word_cell_has (places, target);
}

void
cog_measure_find_sizes (const CogMeasureScan *scan)
{
  const CogPhrases *sizes;

  g_return_if_fail (scan != NULL);

  sizes = cog_word_list_get ("size-words.tsv", scan->text->language);
  for (guint i = 0; i < scan->text->tokens->len; i++)
    {
      guint last = i;
      const CogListedWord *listed = cog_phrases_find (sizes, scan->text, i, &last);

      if (listed == NULL)
        continue;
      if (strcmp (listed->row->cells[1], "paper") == 0 && !is_known (scan, listed))
        add_paper (scan, i, last, listed);
      else if (strcmp (listed->row->cells[1], "size") == 0 && !share_sizes (scan, listed))
        {
          const CogListedWord *garment = find_near (scan, sizes, i, "garment");

          if (garment != NULL)
            add_clothing (scan, sizes, garment, i, last);
        }
      i = last;
    }
}
