/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-math-speech-private.h"

#include "cog-math-layout-private.h"

static guint
count_columns (const xmlNode *table)
{
  guint most = 0;

  for (const xmlNode *row = cog_math_first (table); row != NULL; row = cog_math_next (row))
    most = MAX (most, cog_math_count (row));
  return most;
}

static char *
say_cells (CogMathSpeech *speech, const xmlNode *row, gboolean is_matrix)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const xmlNode *cell = cog_math_first (row);

  /* The label of an equation is no part of it. */
  if (cog_math_is (row, "mlabeledtr"))
    cell = cog_math_next (cell);
  for (; cell != NULL && !speech->is_over; cell = cog_math_next (cell))
    {
      g_autofree char *said = cog_math_speech_say (speech, cell);

      if (is_matrix && line->len > 0)
        g_string_append_c (line, ',');
      cog_math_speech_append (line, said);
      speech->is_over |= line->len > 6 * COG_MATH_SPEECH_MAX;
    }
  return g_strdup (line->str);
}

/* A matrix is told by its rows; a table of equations, which only stand under each other, is not
 * called one. */
char *
cog_math_speech_say_table (CogMathSpeech *speech, const xmlNode *table, gboolean is_matrix)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *rows = g_strdup_printf ("%u", cog_math_count (table));
  g_autofree char *columns = g_strdup_printf ("%u", count_columns (table));
  guint i = 0;

  if (is_matrix)
    {
      g_autofree char *start =
          cog_math_speech_words_fill (speech->words, "table", rows, columns, NULL);

      g_string_append_printf (line, "%s:", start);
    }
  for (const xmlNode *row = cog_math_first (table); row != NULL && !speech->is_over;
       row = cog_math_next (row))
    {
      g_autofree char *number = g_strdup_printf ("%u", ++i);
      g_autofree char *cells = say_cells (speech, row, is_matrix);
      g_autofree char *whole =
          is_matrix ? cog_math_speech_words_fill (speech->words, "row", number, cells, NULL)
                    : g_strdup (cells);

      if (i > 1 && line->len > 0)
        g_string_append_c (line, ';');
      cog_math_speech_append (line, whole);
      speech->is_over |= line->len > 6 * COG_MATH_SPEECH_MAX;
    }
  return g_strdup (line->str);
}
