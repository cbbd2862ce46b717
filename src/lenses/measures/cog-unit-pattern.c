/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-unit-pattern.h"

#include "cog-word-table.h"

#include "cog-number.h"

#include <string.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#define OTHER "other"

/* "few"; "other" where nothing is known of the language. */
static void
get_keyword (double value, const char *language, char *keyword, gsize size)
{
  UErrorCode status = U_ZERO_ERROR;
  UPluralRules *rules = uplrules_openForType (language, UPLURAL_TYPE_CARDINAL, &status);
  UChar selected[16];
  int32_t length = 0;

  g_strlcpy (keyword, OTHER, size);
  if (U_SUCCESS (status))
    length = uplrules_select (rules, value, selected, G_N_ELEMENTS (selected), &status);
  if (U_SUCCESS (status) && length > 0)
    u_strToUTF8 (keyword, (int32_t)size, NULL, selected, length, &status);
  uplrules_close (rules);
}

static char **
find_row (const CogWordTable *table, const char *unit, const char *language)
{
  gsize length = strcspn (language, "-_");

  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;

      if (strcmp (cells[0], unit) == 0 && strlen (cells[1]) == length &&
          strncmp (cells[1], language, length) == 0)
        return cells;
    }
  return NULL;
}

char *
cog_unit_pattern_dup (const char *unit, double value, guint n_decimals, const char *language)
{
  const CogWordTable *table = cog_word_table_get ("unit-patterns.tsv");
  char **cells;
  char keyword[16];
  g_autofree char *number = NULL;
  g_auto (GStrv) parts = NULL;
  int column;

  g_return_val_if_fail (unit != NULL && language != NULL, NULL);

  cells = find_row (table, unit, language);
  if (cells == NULL)
    return NULL;
  get_keyword (value, language, keyword, sizeof keyword);
  column = cog_word_table_find_column (table, keyword);
  if (column < 0 || cells[column][0] == '\0')
    column = cog_word_table_find_column (table, OTHER);
  number = cog_number_dup (value, n_decimals, language);
  parts = g_strsplit (cells[column], "{0} ", 2);
  return parts[1] != NULL ? g_strconcat (number, "\u00A0", parts[1], NULL) : g_strdup (parts[0]);
}
