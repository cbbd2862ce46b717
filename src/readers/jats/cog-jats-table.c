/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-jats-private.h"

#include "cog-cals.h"

#include <string.h>

/* The corner of a table is often empty: it heads nothing. */
static gboolean
is_blank (const xmlNode *cell)
{
  g_autofree char *text = cog_xml_dup_folded_text (cell);

  return text[0] == '\0' && cog_xml_first_element (cell) == NULL;
}

static void
copy_cell_attributes (const xmlNode *from, xmlNode *to)
{
  static const char *const names[] = { "colspan", "rowspan", "headers", "scope" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = cog_xml_dup_attribute (from, names[i]);

      if (value != NULL)
        cog_xml_set (to, names[i], value);
    }
}

static gboolean
is_cell (const xmlNode *node)
{
  return cog_jats_is (node, "td") || cog_jats_is (node, "th") || cog_jats_is (node, "entry");
}

/* Both models, since the exchange table model has the same groups: rows of entries instead of
 * cells, which span by the names of columns. */
static void
convert_row (
    CogJatsWalk *walk, const xmlNode *row, xmlNode *group, char **columns, gboolean is_head)
{
  xmlNode *tr = cog_jats_add (walk, group, "tr");

  cog_jats_copy_global (row, tr);
  for (const xmlNode *n = cog_xml_first_element (row); n != NULL; n = cog_xml_next_element (n))
    {
      gboolean is_header = cog_jats_is (n, "th") || (is_head && !is_blank (n));
      xmlNode *cell;

      if (!is_cell (n))
        continue;
      cell = cog_jats_add (walk, tr, is_header ? "th" : "td");
      cog_jats_copy_global (n, cell);
      copy_cell_attributes (n, cell);
      if (cog_jats_is (n, "entry"))
        cog_cals_copy_spans (n, columns, cell);
      if (is_header && is_head && !xmlHasProp (cell, (const xmlChar *)"scope"))
        cog_xml_set (cell, "scope", "col");
      cog_jats_convert_children (walk, n, cell);
    }
}

static void
convert_groups (CogJatsWalk *walk, const xmlNode *table, xmlNode *out)
{
  g_auto (GStrv) columns = cog_cals_list_columns (table);
  xmlNode *loose = NULL;

  for (const xmlNode *n = cog_xml_first_element (table); n != NULL; n = cog_xml_next_element (n))
    {
      gboolean is_head = cog_jats_is (n, "thead");

      if (cog_jats_is (n, "tgroup"))
        convert_groups (walk, n, out);
      else if (cog_jats_is (n, "tr") || cog_jats_is (n, "row"))
        {
          if (loose == NULL)
            loose = cog_jats_add (walk, out, "tbody");
          convert_row (walk, n, loose, columns, FALSE);
        }
      else if (is_head || cog_jats_is (n, "tbody") || cog_jats_is (n, "tfoot"))
        {
          xmlNode *group = cog_jats_add (walk, out, (const char *)n->name);

          for (const xmlNode *row = cog_xml_first_element (n); row != NULL;
               row = cog_xml_next_element (row))
            if (cog_jats_is (row, "tr") || cog_jats_is (row, "row"))
              convert_row (walk, row, group, columns, is_head);
        }
    }
}

void
cog_jats_convert_table (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *table = cog_jats_add (walk, parent, "table");

  cog_jats_copy_global (node, table);
  /* A tgroup in a table nests no further than once by its schema. */
  convert_groups (walk, node, table);
}

static void
add_caption (CogJatsWalk *walk, const xmlNode *node, xmlNode *table)
{
  const xmlNode *label = cog_xml_find_child (node, NULL, "label");
  const xmlNode *words = cog_xml_find_child (node, NULL, "caption");
  xmlNode *caption;

  if (label == NULL && words == NULL)
    return;
  caption = cog_jats_add (walk, table, "caption");
  cog_jats_add_label (walk, label, caption);
  for (const xmlNode *n = words != NULL ? cog_xml_first_element (words) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      cog_jats_convert_children (walk, n, caption);
      cog_jats_add_text (caption, " ");
    }
  /* It was made last, but stands first. */
  if (table->children != caption)
    {
      xmlUnlinkNode (caption);
      xmlAddPrevSibling (table->children, caption);
    }
}

/* Of alternatives, the one whose text can be read. */
static const xmlNode *
find_table (const xmlNode *node)
{
  for (const xmlNode *n = cog_xml_next_in (node, node), *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (node, n);
      if (cog_jats_is (n, "table") || cog_jats_is (n, "tgroup") || cog_jats_is (n, "tbody"))
        return cog_jats_is (n, "table") ? n : n->parent;
      if (!cog_jats_is (n, "alternatives") && n->type == XML_ELEMENT_NODE)
        next = cog_xml_skip_in (node, n);
    }
  return NULL;
}

static void
set_description (const xmlNode *node, xmlNode *table)
{
  g_autofree char *text = cog_jats_dup_child_text (node, "alt-text");

  if (text == NULL)
    text = cog_jats_dup_child_text (node, "long-desc");
  if (text != NULL)
    cog_xml_set (table, "aria-label", text);
}

void
cog_jats_convert_table_wrap (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  static const char *const without[] = { "label",  "caption", "permissions", "alternatives",
                                         "tgroup", "tbody",   "alt-text",    "long-desc",
                                         "table",  NULL };
  const xmlNode *first = find_table (node);
  xmlNode *table;

  /* A picture of a table. */
  if (first == NULL)
    {
      cog_jats_convert_figure (walk, node, parent);
      return;
    }
  table = cog_jats_add (walk, parent, "table");
  convert_groups (walk, first, table);
  cog_jats_copy_global (first, table);
  cog_jats_copy_global (node, table);
  set_description (node, table);
  add_caption (walk, node, table);
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    if (cog_jats_is (n, "table") && n != first)
      cog_jats_convert_table (walk, n, parent);
  cog_jats_convert_others (walk, node, parent, without);
  cog_jats_take_permissions (walk, node, table);
}
