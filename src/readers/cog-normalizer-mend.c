/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-normalizer-private.h"

#include "cog-table.h"

#include <string.h>

static gboolean
is_heading (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->name[0] == 'h' && node->name[1] >= '1' &&
         node->name[1] <= '6' && node->name[2] == '\0';
}

/* The one section that holds all of the content, or NULL. */
static xmlNode *
find_lone_section (xmlNode *root)
{
  xmlNode *lone = cog_xml_first_element (root);

  if (lone == NULL || !cog_xml_is (lone, NULL, "section"))
    return NULL;
  for (xmlNode *n = root->children; n != NULL; n = n->next)
    if (n != lone && (n->type == XML_ELEMENT_NODE || !xmlIsBlankNode (n)))
      return NULL;
  return lone;
}

void
cog_normalizer_unwrap (xmlNode *root, GHashTable *aliases)
{
  xmlNode *lone;

  g_return_if_fail (root != NULL && aliases != NULL);

  while ((lone = find_lone_section (root)) != NULL)
    {
      g_autofree char *id = cog_xml_dup_attribute (lone, "id");
      xmlNode *first = cog_xml_first_element (lone);
      char *kept = first != NULL ? cog_xml_dup_attribute (first, "id") : NULL;

      if (id != NULL && kept != NULL)
        g_hash_table_insert (aliases, g_steal_pointer (&id), g_steal_pointer (&kept));
      else if (id != NULL && first != NULL)
        cog_xml_set (first, "id", id);
      g_free (kept);
      cog_xml_unwrap (lone);
    }
}

/* An id may pass twice, from a wrapper to a wrapper. In bad files one id stands on both: then it
 * would go round for ever. */
static const char *
follow (GHashTable *aliases, const char *id)
{
  const char *next;

  for (guint steps = 0; steps < 100 && (next = g_hash_table_lookup (aliases, id)) != NULL; steps++)
    id = next;
  return id;
}

void
cog_normalizer_follow_aliases (xmlNode *root, GHashTable *aliases)
{
  g_return_if_fail (root != NULL && aliases != NULL);

  if (g_hash_table_size (aliases) == 0)
    return;
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *href = cog_xml_is (n, NULL, "a") ? cog_xml_dup_attribute (n, "href") : NULL;

      if (href != NULL && href[0] == '#' && g_hash_table_contains (aliases, href + 1))
        {
          g_autofree char *mended = g_strconcat ("#", follow (aliases, href + 1), NULL);

          cog_xml_set (n, "href", mended);
        }
    }
}

static void
collect_targets (GHashTable *targets, const xmlNode *root)
{
  static const char *const names[] = { "href", "headers", "aria-describedby", "aria-details",
                                       "aria-labelledby" };

  for (const xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    for (guint i = 0; n->type == XML_ELEMENT_NODE && i < G_N_ELEMENTS (names); i++)
      {
        g_autofree char *value = n->properties != NULL ? cog_xml_dup_attribute (n, names[i]) : NULL;
        g_auto (GStrv) words = g_strsplit_set (value != NULL ? value : "", " \t\r\n", -1);

        for (guint w = 0; words[w] != NULL; w++)
          if (words[w][0] != '\0')
            g_hash_table_add (targets, g_strdup (words[w][0] == '#' ? words[w] + 1 : words[w]));
      }
}

static gboolean
is_bare_place (const xmlNode *node)
{
  return cog_xml_is (node, COG_NS_XHTML, "span") && node->children == NULL &&
         node->properties != NULL && node->properties->next == NULL &&
         xmlHasProp ((xmlNode *)node, (const xmlChar *)"id") != NULL;
}

void
cog_normalizer_drop_anchors (GPtrArray *sections)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (sections != NULL);

  for (guint i = 0; i < sections->len; i++)
    collect_targets (targets, cog_section_get_root (g_ptr_array_index (sections, i)));
  for (guint i = 0; i < sections->len; i++)
    {
      xmlNode *root = cog_section_get_root (g_ptr_array_index (sections, i));

      for (xmlNode *n = root, *next; n != NULL; n = next)
        {
          g_autofree char *id = is_bare_place (n) ? cog_xml_dup_attribute (n, "id") : NULL;

          next = cog_xml_next_in (root, n);
          if (id == NULL || g_hash_table_contains (targets, id))
            continue;
          xmlUnlinkNode (n);
          xmlFreeNode (n);
        }
    }
}

/* "2", "Chapter IV": what may stand over a section's heading. */
#define MAX_OVERLINE 24 /* bytes */

/* The section's own heading: what it begins with, but for a number over it, or a printed page's. */
static xmlNode *
find_own_heading (xmlNode *root)
{
  guint n_overlines = 0;

  for (xmlNode *n = cog_xml_first_element (root); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *text = NULL;

      if (is_heading (n))
        return n;
      text = cog_xml_dup_folded_text (n);
      if (!cog_xml_is (n, NULL, "p") || strlen (text) > MAX_OVERLINE ||
          (text[0] != '\0' && n_overlines++ > 0))
        return NULL;
    }
  return NULL;
}

/* Levels as the page had them become levels without gaps: the section's own heading is h1 and the
 * only one; what follows it begins at h2. */
void
cog_normalizer_level_headings (xmlNode *root)
{
  int stack[8];
  int depth = 0;
  gboolean first = TRUE;
  xmlNode *own;

  g_return_if_fail (root != NULL);

  own = find_own_heading (root);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      int level;

      if (!is_heading (n))
        continue;
      level = n->name[1] - '0';
      if (n == own)
        {
          /* Level 0: nothing that follows stands beside it. */
          stack[depth++] = 0;
          xmlNodeSetName (n, (const xmlChar *)"h1");
          first = FALSE;
          continue;
        }
      if (first)
        stack[depth++] = 0;
      first = FALSE;
      while (depth > 1 && stack[depth - 1] >= level)
        depth--;
      if (depth < 6)
        stack[depth++] = level;
      {
        char name[3] = { 'h', (char)('0' + CLAMP (depth, 2, 6)), '\0' };

        xmlNodeSetName (n, (const xmlChar *)name);
      }
    }
}

static void
give_scope (xmlNode *cell, gboolean in_head)
{
  gboolean is_first = TRUE;

  if (xmlHasProp (cell, (const xmlChar *)"scope"))
    return;
  for (xmlNode *before = cell->prev; before != NULL; before = before->prev)
    is_first &= before->type != XML_ELEMENT_NODE;
  /* A row of nothing but header cells heads the columns, also without a thead. */
  if (!in_head)
    {
      in_head = TRUE;
      for (xmlNode *n = cell->parent->children; n != NULL; n = n->next)
        if (cog_xml_is (n, NULL, "td"))
          in_head = FALSE;
    }
  cog_xml_set (cell, "scope", in_head || !is_first ? "col" : "row");
}

/* The caption comes first (HTML 4.9.1), and only one of it. */
static void
order_table (xmlNode *table)
{
  xmlNode *caption = cog_xml_find_child (table, NULL, "caption");

  if (caption != NULL && caption != cog_xml_first_element (table))
    {
      xmlUnlinkNode (caption);
      xmlAddPrevSibling (table->children, caption);
    }
  for (xmlNode *n = caption != NULL ? caption->next : NULL, *next; n != NULL; n = next)
    {
      next = n->next;
      if (cog_xml_is (n, NULL, "caption"))
        {
          while (n->children != NULL)
            {
              xmlNode *child = n->children;

              xmlUnlinkNode (child);
              xmlAddChild (caption, child);
            }
          xmlUnlinkNode (n);
          xmlFreeNode (n);
        }
    }
}

/* One thead, first, and one tfoot, last (HTML 4.9.1): two tables set as one have more. */
static void
order_groups (xmlNode *table)
{
  xmlNode *head = NULL;
  xmlNode *foot = NULL;
  gboolean has_body = FALSE;

  for (xmlNode *n = cog_xml_first_element (table); n != NULL; n = cog_xml_next_element (n))
    {
      if (cog_xml_is (n, NULL, "thead") && (head != NULL || has_body))
        xmlNodeSetName (n, (const xmlChar *)"tbody");
      else if (cog_xml_is (n, NULL, "thead"))
        head = n;
      else if (cog_xml_is (n, NULL, "tfoot") && foot != NULL)
        xmlNodeSetName (n, (const xmlChar *)"tbody");
      else if (cog_xml_is (n, NULL, "tfoot"))
        foot = n;
      has_body |= cog_xml_is (n, NULL, "tbody") || cog_xml_is (n, NULL, "tr");
    }
  if (foot != NULL && cog_xml_next_element (foot) != NULL)
    {
      xmlUnlinkNode (foot);
      xmlAddChild (table, foot);
    }
}

/* For each row, and for the end, in how many rows before it a cell begins. */
static guint *
count_begun (const CogTable *grid)
{
  guint *before = g_new0 (guint, grid->rows->len + 1);

  for (guint i = 0; i < grid->cells->len; i++)
    before[g_array_index (grid->cells, CogTableCell, i).row + 1] = 1;
  for (guint row = 0; row < grid->rows->len; row++)
    before[row + 1] += before[row];
  return before;
}

static void
remove_line (xmlNode *line)
{
  xmlNode *group = line->parent;

  cog_xml_remove (line);
  if (!cog_xml_is (group, NULL, "table") && cog_xml_first_element (group) == NULL)
    cog_xml_remove (group);
}

/* HTML 4.9.12: a cell ends with its group of rows, and in each row one begins. Browsers put up with
 * others, checkers and screen readers do not. */
static void
mend_grid (xmlNode *table)
{
  g_autoptr (CogTable) grid = cog_table_new (table);
  g_autofree guint *before = grid != NULL ? count_begun (grid) : NULL;

  if (grid == NULL || grid->cells->len == 0)
    return;
  for (guint i = 0; i < grid->cells->len; i++)
    {
      const CogTableCell *cell = &g_array_index (grid->cells, CogTableCell, i);
      guint n = before[cell->row + cell->n_rows] - before[cell->row];
      g_autofree char *rows = g_strdup_printf ("%u", n);

      if (xmlHasProp (cell->node, (const xmlChar *)"rowspan"))
        cog_xml_set (cell->node, "rowspan", n > 1 ? rows : NULL);
    }
  for (guint row = 0; row < grid->rows->len; row++)
    if (before[row + 1] == before[row])
      remove_line (g_ptr_array_index (grid->rows, row));
}

void
cog_normalizer_mend_tables (xmlNode *root)
{
  g_return_if_fail (root != NULL);

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      if (cog_xml_is (n, NULL, "table"))
        {
          order_table (n);
          order_groups (n);
          mend_grid (n);
        }
      else if (cog_xml_is (n, NULL, "th"))
        give_scope (n, n->parent->parent != NULL && cog_xml_is (n->parent->parent, NULL, "thead"));
    }
}

static xmlNode *
new_element (const xmlNode *like, const char *name)
{
  return xmlNewDocNode (like->doc, xmlDocGetRootElement (like->doc)->ns, (const xmlChar *)name,
                        NULL);
}

static gboolean
holds_blocks (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (cog_vocabulary_is_block_node (child))
      return TRUE;
  return FALSE;
}

/* The content of a description without a term, as blocks of a quotation: that is what wikis indent
 * by. */
static void
move_into (xmlNode *quote, xmlNode *dd)
{
  xmlNode *target = quote;

  if (!holds_blocks (dd) && dd->children != NULL)
    {
      g_autofree char *id = cog_xml_dup_attribute (dd, "id");

      target = new_element (dd, "p");
      cog_xml_set (target, "id", id);
      xmlAddChild (quote, target);
    }
  while (dd->children != NULL)
    {
      xmlNode *child = dd->children;

      xmlUnlinkNode (child);
      xmlAddChild (target, child);
    }
  xmlUnlinkNode (dd);
  xmlFreeNode (dd);
}

static void
mend_list (xmlNode *list)
{
  xmlNode *first = cog_xml_first_element (list);
  xmlNode *last = NULL;

  if (cog_xml_is (first, NULL, "dd"))
    {
      xmlNode *quote = new_element (list, "blockquote");

      xmlAddPrevSibling (list, quote);
      for (xmlNode *next; cog_xml_is (first, NULL, "dd"); first = next)
        {
          next = cog_xml_next_element (first);
          move_into (quote, first);
        }
      if (quote->children == NULL)
        {
          xmlUnlinkNode (quote);
          xmlFreeNode (quote);
        }
    }
  for (xmlNode *n = cog_xml_first_element (list); n != NULL; n = cog_xml_next_element (n))
    last = n;
  if (last == NULL)
    {
      xmlUnlinkNode (list);
      xmlFreeNode (list);
    }
  else if (cog_xml_is (last, NULL, "dt"))
    xmlAddChild (list, new_element (list, "dd"));
}

/* A list of descriptions begins with a term and ends with a description (HTML 4.4.9). */
void
cog_normalizer_mend_lists (xmlNode *root)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  g_return_if_fail (root != NULL);

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (cog_xml_is (n, NULL, "dl"))
      g_ptr_array_add (lists, n);
  /* Innermost first: what is in a list may move. */
  for (guint i = lists->len; i > 0; i--)
    mend_list (g_ptr_array_index (lists, i - 1));
}
