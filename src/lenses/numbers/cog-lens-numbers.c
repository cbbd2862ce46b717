/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-number-notes.h"

#include <glib/gi18n-lib.h>

/* Dates and calendars, hours, seasons and weeks, numbers to call, and how numbers and functions are
 * written in formulas. */

static void
scan (const CogLens *lens,
      const CogLensContext *context,
      const CogLensText *text,
      GPtrArray *findings)
{
  static const CogNumberPart parts[] = { cog_number_find_contact, cog_number_find_era,
                                         cog_number_find_date, cog_number_find_time,
                                         cog_number_find_note };

  for (guint at = 0; at < text->tokens->len;)
    {
      const CogToken *token = cog_lens_text_get_token (text, at);
      guint next = at;

      if (token->piece < 0 && (token->kind == COG_TOKEN_NUMBER || token->kind == COG_TOKEN_WORD ||
                               token->word[0] == '(' || token->word[0] == '+'))
        for (guint i = 0; i < G_N_ELEMENTS (parts) && next == at; i++)
          next = parts[i](lens, context, text, at, findings);
      at = MAX (next, at + 1);
    }
  cog_number_find_notation (lens, context, text, findings);
}

const CogLens cog_lens_numbers = {
  .id = "numbers",
  .name = N_ ("Dates and numbers"),
  .about = N_ ("Dates, hours, seasons and calls in need; how formulas write numbers"),
  .scan = scan,
};
