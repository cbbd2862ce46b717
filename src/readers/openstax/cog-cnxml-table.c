/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-cnxml-private.h"

#include "cog-cals.h"

#include <string.h>

/* The corner of a table is often empty: it heads nothing. */
static gboolean
is_empty (const xmlNode *entry)
{
  g_autofree char *text = cog_xml_dup_folded_text (entry);

  return text[0] == '\0' && cog_xml_first_element (entry) == NULL;
}

static void convert_group (CogCnxmlWalk *walk, const xmlNode *group, xmlNode *table);

/* CALS names its columns; a cell spans from one to another. */
static void
convert_entry (
    CogCnxmlWalk *walk, const xmlNode *node, xmlNode *row, char **columns, gboolean is_head)
{
  gboolean is_header = is_head && !is_empty (node);
  xmlNode *cell = cog_cnxml_add (walk, row, is_header ? "th" : "td");

  cog_cnxml_copy_id (node, cell);
  cog_cals_copy_spans (node, columns, cell);
  if (is_header)
    cog_xml_set (cell, "scope", "col");
  if (cog_cnxml_is (node, "entrytbl"))
    convert_group (walk, node, cog_cnxml_add (walk, cell, "table"));
  else
    cog_cnxml_convert_children (walk, node, cell);
}

static void
convert_row_group (
    CogCnxmlWalk *walk, const xmlNode *node, xmlNode *table, char **columns, const char *name)
{
  xmlNode *group = cog_cnxml_add (walk, table, name);

  for (const xmlNode *row = cog_xml_first_element (node); row != NULL;
       row = cog_xml_next_element (row))
    {
      xmlNode *tr;

      if (!cog_cnxml_is (row, "row"))
        continue;
      tr = cog_cnxml_add (walk, group, "tr");
      for (const xmlNode *entry = cog_xml_first_element (row); entry != NULL;
           entry = cog_xml_next_element (entry))
        if (cog_cnxml_is (entry, "entry") || cog_cnxml_is (entry, "entrytbl"))
          convert_entry (walk, entry, tr, columns, g_str_equal (name, "thead"));
    }
}

/* A tgroup, or an entrytbl: a table in a cell, with columns of its own (CALS 4.2). */
static void
convert_group (CogCnxmlWalk *walk, const xmlNode *group, xmlNode *table)
{
  g_auto (GStrv) columns = cog_cals_list_columns (group);

  walk->depth++;
  for (const xmlNode *n = cog_xml_first_element (group); n != NULL && walk->depth < COG_CNXML_DEPTH;
       n = cog_xml_next_element (n))
    if (cog_cnxml_is (n, "thead") || cog_cnxml_is (n, "tbody") || cog_cnxml_is (n, "tfoot"))
      convert_row_group (walk, n, table, columns, (const char *)n->name);
  walk->depth--;
}

void
cog_cnxml_convert_table (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *table = cog_cnxml_add (walk, parent, "table");
  xmlNode *title = cog_xml_find_child (node, NULL, "title");
  xmlNode *words = cog_xml_find_child (node, NULL, "caption");
  const char *label = cog_cnxml_find_label (walk, node);
  g_autofree char *summary = cog_xml_dup_attribute (node, "summary");

  cog_cnxml_copy_id (node, table);
  if (summary != NULL && summary[0] != '\0')
    cog_xml_set (table, "aria-label", summary);
  if (label != NULL || title != NULL || words != NULL)
    {
      xmlNode *caption = cog_cnxml_add (walk, table, "caption");

      if (label != NULL)
        cog_cnxml_add_number (walk, caption, label);
      if (title != NULL)
        {
          cog_cnxml_convert_children (walk, title, caption);
          cog_cnxml_add_text (caption, " ");
        }
      if (words != NULL)
        cog_cnxml_convert_children (walk, words, caption);
    }
  for (const xmlNode *group = cog_xml_first_element (node); group != NULL;
       group = cog_xml_next_element (group))
    {
      if (cog_cnxml_is (group, "tgroup"))
        convert_group (walk, group, table);
    }
}
