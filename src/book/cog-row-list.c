/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-row-walk.h"

#include <string.h>

static guint
get_level (const char *name)
{
  return name != NULL && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0'
             ? (guint)(name[1] - '0')
             : 0;
}

static CogRow *
add_text_row (CogRowWalk *walk, CogUnit *unit)
{
  CogRow *row =
      cog_row_new (unit->kind == COG_UNIT_EQUATION ? COG_ROW_EQUATION : COG_ROW_TEXT, unit->id);

  row->level = unit->kind == COG_UNIT_TITLE ? 1 : get_level (unit->element);
  cog_row_walk_take (walk, row, unit);
  cog_row_walk_add (walk, row);
  return row;
}

/* Whether to go into the node. */
static gboolean
enter (CogRowWalk *walk, const xmlNode *node)
{
  g_autofree char *id = NULL;
  CogUnit *unit;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  cog_row_walk_enter_list (walk, node);
  id = cog_xml_dup_attribute (node, "id");
  unit = cog_row_walk_steal (walk, id);
  if (unit != NULL && cog_row_walk_holds_only_pictures (node, unit))
    {
      cog_row_walk_add_carried_pictures (walk, node, unit);
      return FALSE;
    }
  if (unit != NULL)
    {
      CogRow *row = add_text_row (walk, unit);

      if (unit->kind == COG_UNIT_TERM)
        row->indent -= row->indent > 0;
      return FALSE;
    }
  if (cog_xml_is (node, COG_NS_XHTML, "table"))
    cog_row_walk_add_table (walk, node);
  else if (cog_row_walk_is_picture (node) ||
           (cog_xml_is (node, COG_NS_XHTML, "figure") && cog_row_walk_is_plain_figure (node)))
    cog_row_walk_add_figure (walk, node);
  else
    {
      cog_row_walk_enter_context (walk, node);
      return TRUE;
    }
  return FALSE;
}

static void
leave (CogRowWalk *walk, const xmlNode *node)
{
  cog_row_walk_leave_list (walk, node);
  cog_row_walk_leave_context (walk, node);
}

/* Own loop, for it must hear when an element ends; depth is the parser's limit. */
static void
walk_skeleton (CogRowWalk *walk, const xmlNode *root)
{
  const xmlNode *n = root;

  while (n != NULL)
    {
      if (enter (walk, n) && n->children != NULL)
        {
          n = n->children;
          continue;
        }
      if (n->type == XML_ELEMENT_NODE)
        leave (walk, n);
      while (n != root && n->next == NULL)
        {
          n = n->parent;
          leave (walk, n);
        }
      n = n == root ? NULL : n->next;
    }
}

/* Parsing a long section takes longest of all: without a picture there is nothing to find in it.
 * Every serializer writes the name so, with or without a prefix. */
static GHashTable *
index_source_pictures (const char *skeleton)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (xmlDoc) document = skeleton != NULL && strstr (skeleton, "img") != NULL
                                    ? cog_xml_parse_own (skeleton, -1, NULL)
                                    : NULL;
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (cog_xml_is (n, COG_NS_XHTML, "img"))
      {
        char *id = cog_xml_dup_attribute (n, "id");
        char *asset = cog_xml_dup_attribute (n, "src");

        if (id != NULL && asset != NULL)
          g_hash_table_insert (table, id, asset);
        else
          {
            g_free (id);
            g_free (asset);
          }
      }
  return table;
}

/* The title of a section that has no heading stands before everything. */
static void
add_title (CogRowWalk *walk)
{
  const CogUnit *first = walk->units->len > 0 ? g_ptr_array_index (walk->units, 0) : NULL;

  if (first != NULL && first->kind == COG_UNIT_TITLE)
    add_text_row (walk, cog_row_walk_steal (walk, first->id));
}

/* Where a row after that one goes; mostly that is the end. */
static int
find_place_after (GPtrArray *rows, const CogRow *row)
{
  guint index;

  if (rows->len > 0 && g_ptr_array_index (rows, rows->len - 1) == row)
    return -1;
  return row != NULL && g_ptr_array_find (rows, row, &index) ? (int)index + 1 : 0;
}

/* What the skeleton does not have: descriptions of the pictures in a line go with their text, all
 * else gets a row after the unit before. */
static void
add_rest (CogRowWalk *walk, GPtrArray *units, const char *const *ids)
{
  CogRow *before = NULL;

  for (guint i = 0; i < units->len; i++)
    {
      CogUnit *unit = g_ptr_array_index (units, i);
      CogRow *row = g_hash_table_lookup (walk->row_of, ids[i]);

      if (unit == NULL)
        before = row != NULL ? row : before;
      else
        {
          g_ptr_array_index (units, i) = NULL;
          if (unit->kind == COG_UNIT_ALT && before != NULL && before->kind == COG_ROW_TEXT)
            {
              cog_row_walk_take (walk, before, unit);
              continue;
            }
          row = cog_row_new (COG_ROW_TEXT, unit->id);
          cog_row_walk_take (walk, row, unit);
          g_ptr_array_insert (walk->rows, find_place_after (walk->rows, before), row);
          before = row;
        }
    }
}

static void
index_units (CogRowWalk *walk, GPtrArray *units, const char **ids)
{
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      ids[i] = unit->id;
      g_hash_table_insert (walk->by_id, unit->id, GUINT_TO_POINTER (i + 1));
    }
}

GPtrArray *
cog_row_list_new (const char *source, const char *target, GPtrArray *units)
{
  CogRowWalk walk = { 0 };
  g_autoptr (xmlDoc) document =
      target != NULL && target[0] != '\0' ? cog_xml_parse_own (target, -1, NULL) : NULL;
  g_autofree const char **ids = NULL;

  g_return_val_if_fail (units != NULL, NULL);

  ids = g_new0 (const char *, units->len + 1);
  walk.units = units;
  walk.rows = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_row_free);
  walk.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  walk.row_of = g_hash_table_new (g_str_hash, g_str_equal);
  walk.sources = index_source_pictures (source);
  index_units (&walk, units, ids);
  add_title (&walk);
  if (document != NULL)
    walk_skeleton (&walk, xmlDocGetRootElement (document));
  add_rest (&walk, units, ids);
  g_ptr_array_set_free_func (units, NULL);
  g_ptr_array_unref (units);
  g_hash_table_unref (walk.by_id);
  g_hash_table_unref (walk.row_of);
  g_hash_table_unref (walk.sources);
  return walk.rows;
}
