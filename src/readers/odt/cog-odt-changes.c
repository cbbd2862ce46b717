/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-names.h"
#include "cog-odt-walk.h"

/* Tracked changes (OpenDocument 1.3 part 3, 5.5). What was inserted stands in the text between two
 * marks; what was deleted stands in a list before it, and a mark where it was. */

void
cog_odt_collect_changes (CogOdtWalk *walk, const xmlNode *text)
{
  const xmlNode *list = cog_xml_find_child (text, COG_ODT_TEXT, "tracked-changes");

  for (const xmlNode *n = list != NULL ? cog_xml_first_element (list) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *id = cog_xml_dup_attribute_ns (n, COG_ODT_TEXT, "id");
      const xmlNode *change = cog_xml_first_element (n);

      if (id == NULL)
        id = cog_xml_dup_attribute_ns (n, COG_NS_XML, "id");
      if (cog_xml_is (change, COG_ODT_TEXT, "insertion"))
        walk->prose->n_insertions++;
      else if (cog_xml_is (change, COG_ODT_TEXT, "deletion"))
        walk->prose->n_deletions++;
      if (id != NULL && change != NULL)
        g_hash_table_replace (walk->changes, g_steal_pointer (&id), (gpointer)change);
    }
}

static gboolean
is_mark (const xmlNode *node)
{
  return cog_xml_is (node, COG_ODT_TEXT, "change-start") ||
         cog_xml_is (node, COG_ODT_TEXT, "change-end") || cog_xml_is (node, COG_ODT_TEXT, "change");
}

/* The marks of an insertion that is rejected begin and end what is left out. */
static const xmlNode *
follow_mark (CogOdtWalk *walk, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute_ns (node, COG_ODT_TEXT, "change-id");
  const xmlNode *change = id != NULL ? g_hash_table_lookup (walk->changes, id) : NULL;

  if (walk->choice != COG_TRACKED_CHANGES_REJECT || change == NULL)
    return NULL;
  if (cog_xml_is (node, COG_ODT_TEXT, "change-start") && walk->dropped == NULL &&
      cog_xml_is (change, COG_ODT_TEXT, "insertion"))
    walk->dropped = g_steal_pointer (&id);
  else if (cog_xml_is (node, COG_ODT_TEXT, "change-end") && g_strcmp0 (walk->dropped, id) == 0)
    g_clear_pointer (&walk->dropped, g_free);
  return change;
}

static const xmlNode *
find_deletion (CogOdtWalk *walk, const xmlNode *node)
{
  const xmlNode *change = follow_mark (walk, node);

  return cog_xml_is (node, COG_ODT_TEXT, "change") && walk->dropped == NULL &&
                 !walk->is_in_deletion && cog_xml_is (change, COG_ODT_TEXT, "deletion")
             ? change
             : NULL;
}

static gboolean
is_paragraph (const xmlNode *node)
{
  return cog_xml_is (node, COG_ODT_TEXT, "p") || cog_xml_is (node, COG_ODT_TEXT, "h");
}

/* What was deleted began in one paragraph and may end in another: the first and the last of those
 * that are kept are parts of the paragraph where it was (5.5.5). */
static void
restore (CogOdtLine *line, const xmlNode *deletion)
{
  gboolean is_first = TRUE;

  line->walk->is_in_deletion = TRUE;
  for (const xmlNode *n = cog_xml_first_element (deletion); n != NULL; n = cog_xml_next_element (n))
    {
      if (cog_xml_is (n, COG_ODT_OFFICE, "change-info"))
        continue;
      if (!is_first)
        cog_odt_line_break (line);
      if (is_paragraph (n))
        cog_odt_convert_inline (line, n);
      else
        cog_odt_convert_block (line->walk, line->flow, n);
      is_first = FALSE;
    }
  line->walk->is_in_deletion = FALSE;
}

gboolean
cog_odt_convert_change (CogOdtLine *line, const xmlNode *node)
{
  const xmlNode *deletion;

  if (!is_mark (node))
    return FALSE;
  deletion = find_deletion (line->walk, node);
  if (deletion != NULL)
    restore (line, deletion);
  return TRUE;
}

gboolean
cog_odt_convert_block_change (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *node)
{
  const xmlNode *deletion;

  if (!is_mark (node))
    return FALSE;
  deletion = find_deletion (walk, node);
  if (deletion != NULL)
    {
      walk->is_in_deletion = TRUE;
      cog_odt_convert_blocks (walk, flow, deletion);
      walk->is_in_deletion = FALSE;
    }
  return TRUE;
}

gboolean
cog_odt_is_dropped (CogOdtWalk *walk, const xmlNode *node)
{
  if (walk->dropped == NULL)
    return FALSE;
  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    if (cog_xml_is (n, COG_ODT_TEXT, "change-end"))
      {
        g_autofree char *id = cog_xml_dup_attribute_ns (n, COG_ODT_TEXT, "change-id");

        if (g_strcmp0 (id, walk->dropped) == 0)
          return FALSE;
      }
  return TRUE;
}
