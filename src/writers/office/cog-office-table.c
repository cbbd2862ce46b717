/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-office-table.h"

/* Letters: narrower no column is, and longer texts are broken anyway. */
#define LEAST 4
#define MOST 48

double *
cog_office_table_dup_shares (const CogTable *table)
{
  double *shares;
  double sum = 0;

  g_return_val_if_fail (table != NULL, NULL);

  shares = g_new (double, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    shares[i] = LEAST;
  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogTableCell *cell = &g_array_index (table->cells, CogTableCell, i);
      g_autofree char *text = cell->n_columns == 1 ? cog_xml_dup_folded_text (cell->node) : NULL;

      if (text != NULL && cell->column < table->n_columns)
        shares[cell->column] =
            MAX (shares[cell->column], CLAMP ((double)g_utf8_strlen (text, -1), LEAST, MOST));
    }
  for (guint i = 0; i < table->n_columns; i++)
    sum += shares[i];
  for (guint i = 0; i < table->n_columns; i++)
    shares[i] /= sum;
  return shares;
}
