/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-measure-unit.h"

#include "cog-word-table.h"

#include <string.h>

enum
{
  COLUMN_ID,
  COLUMN_KIND,
  COLUMN_PLACES,
  COLUMN_FACTOR,
  COLUMN_OFFSET,
  COLUMN_METRIC,
  COLUMN_PART,
  COLUMN_US,
  COLUMN_US_PLACES,
  COLUMN_SWAP,
};

static GHashTable *
load (void)
{
  const CogWordTable *table = cog_word_table_get ("units.tsv");
  GHashTable *units = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < table->rows->len; i++)
    {
      char **cells = cog_word_table_get_row (table, i)->cells;
      CogMeasureUnit *unit = g_new (CogMeasureUnit, 1);

      *unit = (CogMeasureUnit){
        .id = cells[COLUMN_ID],
        .kind = cells[COLUMN_KIND],
        .places = cells[COLUMN_PLACES],
        .factor = g_ascii_strtod (cells[COLUMN_FACTOR], NULL),
        .offset = g_ascii_strtod (cells[COLUMN_OFFSET], NULL),
        .metric = cells[COLUMN_METRIC],
        .part = cells[COLUMN_PART],
        .us = cells[COLUMN_US],
        .us_places = cells[COLUMN_US_PLACES],
        .swap = cells[COLUMN_SWAP],
      };
      g_hash_table_insert (units, (gpointer)unit->id, unit);
    }
  return units;
}

const CogMeasureUnit *
cog_measure_unit_find (const char *id)
{
  static gsize loaded = 0;
  static GHashTable *units;

  g_return_val_if_fail (id != NULL, NULL);

  if (g_once_init_enter (&loaded))
    {
      units = load ();
      g_once_init_leave (&loaded, 1);
    }
  return g_hash_table_lookup (units, id);
}

static gboolean
is_used_instead (const CogMeasureUnit *unit, const char *place)
{
  return unit->us[0] != '\0' && cog_word_cell_has (unit->us_places, place);
}

gboolean
cog_measure_unit_is_foreign (const CogMeasureUnit *unit, const char *place)
{
  g_return_val_if_fail (unit != NULL && place != NULL, FALSE);

  if (is_used_instead (unit, place))
    return TRUE;
  return unit->metric[0] != '\0' && !cog_word_cell_has (unit->places, place);
}

/* "centimeter<5 meter": below 5 base units in centimetres, else in metres. */
static const CogMeasureUnit *
choose_step (const char *steps, double base)
{
  g_auto (GStrv) all = g_strsplit (steps, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      char *limit = strchr (all[i], '<');

      if (limit == NULL)
        return cog_measure_unit_find (all[i]);
      *limit = '\0';
      if (base < g_ascii_strtod (limit + 1, NULL))
        return cog_measure_unit_find (all[i]);
    }
  return NULL;
}

const CogMeasureUnit *
cog_measure_unit_choose (const CogMeasureUnit *unit, double base, const char *place)
{
  g_return_val_if_fail (unit != NULL && place != NULL, NULL);

  return choose_step (is_used_instead (unit, place) ? unit->us : unit->metric, base);
}

const CogMeasureUnit *
cog_measure_unit_raise (const CogMeasureUnit *unit, int power)
{
  g_return_val_if_fail (unit != NULL, NULL);

  if (power == 1)
    return unit;
  if (strcmp (unit->kind, "length") != 0 || power < 1 || power > 3)
    return NULL;
  g_autofree char *id = g_strconcat (power == 2 ? "square-" : "cubic-", unit->id, NULL);
  return cog_measure_unit_find (id);
}

double
cog_measure_unit_convert (const CogMeasureUnit *from,
                          const CogMeasureUnit *to,
                          double value,
                          gboolean is_difference)
{
  g_return_val_if_fail (from != NULL && to != NULL && strcmp (from->kind, to->kind) == 0, value);

  /* Miles per gallon are many where litres are few. */
  if (strcmp (from->kind, "fuel") == 0 && from != to)
    return value > 0 ? MAX (from->factor, to->factor) / value : 0;
  if (is_difference)
    return value * from->factor / to->factor;
  return (value * from->factor + from->offset - to->offset) / to->factor;
}
