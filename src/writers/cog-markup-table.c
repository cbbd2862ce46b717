/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-markup-private.h"

#include "cog-table.h"

static guint *
count_covered (const CogTable *table)
{
  guint *covered = g_new0 (guint, table->rows->len + 1);

  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogTableCell *cell = &g_array_index (table->cells, CogTableCell, i);

      for (guint row = cell->row; row < cell->row + cell->n_rows; row++)
        covered[row] += cell->n_columns;
    }
  return covered;
}

void
cog_markup_note_short_rows (CogMarkupWriting *w, const xmlNode *element)
{
  /* Only looked at. */
  g_autoptr (CogTable) table = cog_table_new ((xmlNode *)element);
  g_autofree guint *covered = NULL;

  if (table == NULL)
    return;
  covered = count_covered (table);
  for (guint i = 0; i < table->rows->len; i++)
    if (covered[i] < table->n_columns)
      g_hash_table_insert (w->short_rows, g_ptr_array_index (table->rows, i),
                           GUINT_TO_POINTER (table->n_columns - covered[i]));
}

void
cog_markup_complete_row (CogMarkupWriting *w, const xmlNode *row)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (w->short_rows, row));

  for (guint i = 0; i < n; i++)
    g_string_append (w->out, "<td></td>");
}
