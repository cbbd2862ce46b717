/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-measure-findings.h"
#include "cog-word-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* "size 9 shoes", "a size 12 dress", "taille 38": a number beside the word. */
static void
add_clothing (const CogMeasureScan *scan, guint first, guint last)
{
  CogAmountNumber number;
  CogLensFinding *finding;
  const CogToken *token;

  if (!cog_amount_read_number (&scan->reader.amounts, scan->text, last + 1, &number) ||
      number.form == COG_AMOUNT_ARTICLE || number.value > 60)
    return;
  token = cog_lens_text_get_token (scan->text, number.first);
  if (!token->space_before)
    return;
  g_autofree char *words = cog_lens_text_dup_words (scan->text, first, number.last);
  finding =
      cog_lens_add (scan->lens, scan->text, first, number.last, "clothing", 60,
                    /* Translators: %s is a size of clothes or shoes, such as “size 9”. */
                    g_strdup_printf (_ ("Sizes of clothes and shoes differ between countries: "
                                        "%s is another number here."),
                                     words),
                    scan->findings);
  cog_lens_finding_propose (finding, COG_CHOICE_RECHOOSE, NULL, NULL);
  finding->subject = g_strdup_printf ("clothing %g", number.value);
}

static gboolean
has_garment (const CogMeasureScan *scan, const CogPhrases *sizes, guint at)
{
  guint end = MIN (at + 6, scan->text->tokens->len);

  for (guint i = at > 4 ? at - 4 : 0; i < end; i++)
    {
      const CogListedWord *listed = cog_phrases_find (sizes, scan->text, i, NULL);

      if (listed != NULL && strcmp (listed->row->cells[1], "garment") == 0)
        return TRUE;
    }
  return FALSE;
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
      else if (strcmp (listed->row->cells[1], "size") == 0 && has_garment (scan, sizes, i) &&
               !share_sizes (scan, listed))
        add_clothing (scan, i, last);
      i = last;
    }
}
