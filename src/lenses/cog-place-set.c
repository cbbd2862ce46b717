/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-place-set.h"

#include "cog-language-list.h"
#include "cog-word-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define N_NAMES 3

static const char *
find_group (const char *name, gsize length)
{
  const CogWordTable *table = cog_word_table_get ("place-groups.tsv");

  for (guint i = 0; i < table->rows->len; i++)
    {
      const CogWordRow *row = cog_word_table_get_row (table, i);

      if (strlen (row->cells[0]) == length && strncmp (row->cells[0], name, length) == 0)
        return row->cells[1];
    }
  return "";
}

gboolean
cog_place_set_has (const char *cell, const char *place)
{
  g_return_val_if_fail (cell != NULL && place != NULL, FALSE);

  if (cog_word_cell_has (cell, place))
    return TRUE;
  for (const char *at = strchr (cell, '@'); at != NULL; at = strchr (at + 1, '@'))
    if (cog_word_cell_has (find_group (at, strcspn (at, " ")), place))
      return TRUE;
  return FALSE;
}

char *
cog_place_dup_name (const char *place)
{
  g_autofree char *locale = NULL;
  UChar name[128];
  char written[384];
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (place != NULL, NULL);

  locale = g_strconcat ("und_", place, NULL);
  uloc_getDisplayCountry (locale, cog_language_get_interface (), name, G_N_ELEMENTS (name),
                          &status);
  u_strToUTF8 (written, sizeof written, NULL, name, -1, &status);
  return g_strdup (U_SUCCESS (status) ? written : place);
}

char *
cog_place_set_dup_names (const char *cell)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) names = NULL;
  guint n = 0;
  gboolean has_more = FALSE;

  g_return_val_if_fail (cell != NULL, NULL);

  words = g_strsplit (cell, " ", -1);
  names = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *name = NULL;

      if (strlen (words[i]) != 2 || n == N_NAMES)
        {
          has_more = has_more || words[i][0] != '\0';
          continue;
        }
      name = cog_place_dup_name (words[i]);
      /* Translators: what stands between the names of countries in a list: "Canada, Mexico". */
      g_string_append_printf (names, "%s%s", n++ > 0 ? _ (", ") : "", name);
    }
  if (n == 0)
    return NULL;
  if (has_more)
    /* Translators: behind a list of countries that is not complete. */
    g_string_append (names, _ (" and elsewhere"));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

const char *
cog_place_set_of_language (const char *tag)
{
  g_autofree char *language = NULL;
  g_autofree char *place = NULL;
  g_autofree char *group = NULL;

  g_return_val_if_fail (tag != NULL, "");

  place = cog_language_split (tag, &language);
  if (place != NULL)
    return g_intern_string (place);
  if (language == NULL)
    return "";
  language[strcspn (language, "-")] = '\0';
  group = g_strconcat ("@", language, NULL);
  return find_group (group, strlen (group));
}
