/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-counterparts.h"
#include "cog-place-set.h"
#include "cog-word-table.h"

#include "cog-language.h"

#include <string.h>

enum
{
  CLASS,
  PLACES,
  LANGUAGE,
  WORDS,
};

char *
cog_counterpart_dup (const char *class, const char *place, const char *language, guint which)
{
  const CogWordTable *table = cog_word_table_get ("counterparts.tsv");

  g_return_val_if_fail (class != NULL && place != NULL && language != NULL, NULL);

  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;

      if (strcmp (cells[CLASS], class) == 0 && cog_place_set_has (cells[PLACES], place) &&
          cog_language_equal (cells[LANGUAGE], language))
        {
          g_auto (GStrv) words = g_strsplit (cells[WORDS], "|", -1);

          return g_strdup (words[which % g_strv_length (words)]);
        }
    }
  return NULL;
}
