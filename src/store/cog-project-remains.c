/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-book-private.h"

#include "cog-table.h"

#include <string.h>

/* Words, or a thing that stands for something; a picture that only decorates does not. */
static gboolean
says_something (const xmlNode *element)
{
  static const char *const things[] = { "math", "svg", "audio", "video", NULL };

  for (const xmlNode *n = element; n != NULL; n = cog_xml_next_in (element, n))
    {
      g_autofree char *alt = NULL;

      if (n->type == XML_TEXT_NODE && n->content != NULL &&
          n->content[strspn ((const char *)n->content, " \t\r\n")] != '\0')
        return TRUE;
      if (n->type != XML_ELEMENT_NODE)
        continue;
      if (g_strv_contains (things, (const char *)n->name))
        return TRUE;
      alt = cog_xml_is (n, NULL, "img") ? cog_xml_dup_attribute (n, "alt") : NULL;
      if (cog_xml_is (n, NULL, "img") && (alt == NULL || alt[0] != '\0'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_noted (GHashTable *wholes, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  return id != NULL && g_hash_table_contains (wholes, id);
}

/* A line goes when something in it was left out, and nothing that begins in it is left. */
static gboolean
is_gone (const CogTable *table, guint at, gboolean is_row, GHashTable *wholes)
{
  gboolean any = FALSE;

  for (guint i = 0; i < table->cells->len; i++)
    {
      const CogTableCell *cell = &g_array_index (table->cells, CogTableCell, i);

      if ((is_row ? cell->row : cell->column) != at)
        continue;
      if (says_something (cell->node))
        return FALSE;
      any |= is_noted (wholes, cell->node);
    }
  return any;
}

/* Returns whether anything is left. */
static gboolean
drop_lines (xmlNode *element, GHashTable *wholes)
{
  g_autoptr (CogTable) table = cog_table_new (element);
  gboolean any = FALSE;

  if (table == NULL)
    return TRUE;
  for (guint i = 0; i < table->cells->len && !any; i++)
    any = says_something (g_array_index (table->cells, CogTableCell, i).node);
  if (!any)
    return FALSE;
  for (guint row = table->rows->len; row > 0; row--)
    if (is_gone (table, row - 1, TRUE, wholes))
      cog_table_remove_row (table, row - 1);
  for (guint column = table->n_columns; column > 0; column--)
    if (is_gone (table, column - 1, FALSE, wholes))
      cog_table_remove_column (table, column - 1);
  return TRUE;
}

void
cog_project_drop_remains (xmlNode *root, GHashTable *wholes)
{
  for (xmlNode *n = root, *next; n != NULL; n = next)
    {
      gboolean stays = TRUE;

      next = cog_xml_next_in (root, n);
      if (n == root || n->type != XML_ELEMENT_NODE)
        continue;
      if (cog_xml_is (n, NULL, "table") && is_noted (wholes, n))
        {
          stays = drop_lines (n, wholes);
          next = stays ? cog_xml_next_in (root, n) : cog_xml_skip_in (root, n);
        }
      else if (cog_xml_is (n, NULL, "figure") && is_noted (wholes, n))
        {
          stays = says_something (n);
          next = stays ? next : cog_xml_skip_in (root, n);
        }
      if (!stays)
        cog_xml_remove (n);
    }
}
