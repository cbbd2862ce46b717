/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-row-walk.h"

#include <string.h>

CogUnit *
cog_row_walk_steal (CogRowWalk *walk, const char *id)
{
  gpointer index = id != NULL ? g_hash_table_lookup (walk->by_id, id) : NULL;
  CogUnit *unit;

  if (index == NULL)
    return NULL;
  unit = g_ptr_array_index (walk->units, GPOINTER_TO_UINT (index) - 1);
  g_ptr_array_index (walk->units, GPOINTER_TO_UINT (index) - 1) = NULL;
  return unit;
}

void
cog_row_walk_take (CogRowWalk *walk, CogRow *row, CogUnit *unit)
{
  gsize source = unit->source != NULL ? strlen (unit->source) : 0;
  gsize target = unit->target != NULL ? strlen (unit->target) : 0;

  row->n_characters += (guint)MIN (MAX (source, target), G_MAXINT32);
  g_ptr_array_add (row->units, unit);
  g_hash_table_insert (walk->row_of, unit->id, row);
}

void
cog_row_walk_add (CogRowWalk *walk, CogRow *row)
{
  cog_row_walk_set_marker (walk, row);
  if (walk->n_contexts > 0)
    row->context = walk->contexts[walk->n_contexts - 1].context;
  g_ptr_array_add (walk->rows, row);
}
