/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-lens.h"
#include "cog-money-findings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Finds amounts in the money of another place, its coins, and names of large numbers that are false
 * friends. What an amount becomes is a decision of the adapter: a rate, the same number, a price
 * that is plausible here, or, where it is a fact, the original. */

static gboolean
may_begin (const CogMoneyReader *reader, const CogLensText *text, guint at)
{
  const CogToken *token = cog_lens_text_get_token (text, at);

  if (token->kind == COG_TOKEN_NUMBER)
    return TRUE;
  if (token->kind == COG_TOKEN_OBJECT)
    return FALSE;
  return cog_phrases_find (reader->currencies, text, at, NULL) != NULL ||
         (token->kind == COG_TOKEN_WORD &&
          cog_phrases_find (reader->amounts.numbers, text, at, NULL) != NULL);
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
  CogMoneyScan scan = { .lens = lens, .context = context, .text = text, .findings = findings };
  g_autofree char *currency = NULL;
  g_autofree char *place = NULL;

  /* The places cost more to find than most texts have of money. */
  cog_money_reader_init (&scan.reader, text->language, "");
  cog_money_find_large_numbers (&scan);
  for (guint i = 0; i < text->tokens->len; i++)
    {
      CogMoney money;

      if (!may_begin (&scan.reader, text, i))
        continue;
      if (place == NULL)
        {
          g_autofree char *target = cog_lens_dup_place (context->target);

          place = cog_lens_dup_place (context->source);
          currency = cog_currency_dup_of_place (target);
          scan.reader.place = place;
          scan.reader.has_tex = cog_money_has_tex (text);
          scan.currency = currency;
        }
      if (!cog_money_read (&scan.reader, text, i, &money))
        continue;
      if (strcmp (money.code, currency) != 0 && currency[0] != '\0' && !is_code (text, i))
        cog_money_add_finding (&scan, &money);
      i = money.last;
    }
}

const CogLens cog_lens_money = {
  .id = "money",
  .name = N_ ("Money"),
  /* Translators: what the lens “Money” looks for. */
  .about = N_ ("Amounts, prices and coins of other countries, and names of large numbers"),
  .scan = scan,
};
