/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-currency.h"

#include "cog-word-table.h"

#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/ustring.h>

static GArray *
load (void)
{
  const CogWordTable *table = cog_word_table_get ("currencies.tsv");
  GArray *currencies = g_array_new (FALSE, FALSE, sizeof (CogCurrency));

  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;
      CogCurrency currency = {
        .id = cells[0],
        .code = cells[1],
        .unit = g_ascii_strtod (cells[2], NULL),
        .places = cells[3],
        .only = cells[4],
        .is_coin = cells[5][0] != '\0',
      };

      g_array_append_val (currencies, currency);
    }
  return currencies;
}

const CogCurrency *
cog_currency_get (guint row)
{
  static gsize loaded = 0;
  static GArray *currencies;

  if (g_once_init_enter (&loaded))
    {
      currencies = load ();
      g_once_init_leave (&loaded, 1);
    }
  g_return_val_if_fail (row < currencies->len, NULL);
  return &g_array_index (currencies, CogCurrency, row);
}

const char *
cog_currency_resolve (const CogCurrency *currency, const char *place)
{
  gsize length;

  g_return_val_if_fail (currency != NULL && place != NULL, NULL);

  if (currency->only[0] != '\0' && !cog_word_cell_has (currency->only, place))
    return NULL;
  length = strlen (place);
  for (const char *at = currency->places; *at != '\0' && length > 0;)
    {
      gsize n = strcspn (at, " ");

      if (n == length + 4 && strncmp (at, place, length) == 0 && at[length] == ':')
        {
          g_autofree char *code = g_strndup (at + length + 1, 3);

          return g_intern_string (code);
        }
      at += n + strspn (at + n, " ");
    }
  return currency->code;
}

char *
cog_currency_dup_of_place (const char *place)
{
  g_autofree char *locale = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UChar code[8];
  int32_t length;

  g_return_val_if_fail (place != NULL, NULL);

  locale = g_strconcat ("und_", place, NULL);
  length = ucurr_forLocale (locale, code, G_N_ELEMENTS (code), &status);
  return U_SUCCESS (status) ? g_utf16_to_utf8 (code, length, NULL, NULL, NULL) : g_strdup ("");
}
