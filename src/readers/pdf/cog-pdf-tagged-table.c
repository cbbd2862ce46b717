/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-tagged-private.h"

#include <string.h>

static void
set_span (xmlNode *node, const char *name, guint span)
{
  g_autofree char *text = g_strdup_printf ("%u", span);

  if (span > 1)
    cog_xml_set (node, name, text);
}

static void
write_cell (CogPdfTagged *self, const CogPdfElement *cell, xmlNode *row)
{
  gboolean is_header = cell->type == COG_PDF_TYPE_TABLE_HEADER_CELL;
  xmlNode *node = cog_pdf_tagged_add_node (self, row, is_header ? "th" : "td", cell);

  set_span (node, "rowspan", cell->row_span);
  set_span (node, "colspan", cell->column_span);
  if (is_header && cell->scope != NULL)
    cog_xml_set (node, "scope", strcmp (cell->scope, "Row") == 0 ? "row" : "col");
  if (cell->headers != NULL || (is_header && cell->id != NULL))
    g_hash_table_insert (self->cell_elements, node, (gpointer)cell);
  cog_pdf_tagged_write_either (self, cell, node, self->wraps_cells);
  /* A header's type is bold by itself. */
  if (is_header)
    for (xmlNode *only = cog_xml_first_element (node);
         only != NULL && cog_xml_is (only, NULL, "strong") && node->children == only &&
         only->next == NULL;
         only = cog_xml_first_element (node))
      cog_xml_unwrap (only);
}

static void
write_row (CogPdfTagged *self, const CogPdfElement *element, xmlNode *group)
{
  xmlNode *row = cog_pdf_tagged_add_node (self, group, "tr", element);

  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (element->kids, CogPdfKid, i).element;

      if (kid != NULL &&
          (kid->type == COG_PDF_TYPE_TABLE_CELL || kid->type == COG_PDF_TYPE_TABLE_HEADER_CELL))
        write_cell (self, kid, row);
    }
  if (row->children != NULL)
    return;
  xmlUnlinkNode (row);
  xmlFreeNode (row);
}

/* The group that rows go to: the last one of the table if it is of that name. */
static xmlNode *
get_group (CogPdfTagged *self, xmlNode *table, const char *name)
{
  if (table->last != NULL && cog_xml_is (table->last, NULL, name))
    return table->last;
  return cog_pdf_tagged_add_node (self, table, name, NULL);
}

static void
write_rows (CogPdfTagged *self, const CogPdfElement *element, xmlNode *table, const char *group)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (element->kids, CogPdfKid, i).element;

      if (kid == NULL)
        continue;
      switch ((int)kid->type)
        {
        case COG_PDF_TYPE_TABLE_ROW:
          write_row (self, kid, get_group (self, table, group));
          break;
        case COG_PDF_TYPE_TABLE_HEAD:
          write_rows (self, kid, table, "thead");
          break;
        case COG_PDF_TYPE_TABLE_FOOT:
          write_rows (self, kid, table, "tfoot");
          break;
        case COG_PDF_TYPE_CAPTION:
        case COG_PDF_TYPE_ARTIFACT:
          break;
        default:
          write_rows (self, kid, table, "tbody");
        }
    }
}

static void
unwrap_blocks (xmlNode *node)
{
  for (xmlNode *n = cog_xml_first_element (node), *next; n != NULL; n = next)
    {
      next = cog_xml_next_element (n);
      if (!cog_xml_is (n, NULL, "p"))
        continue;
      /* Two paragraphs of a caption become one text. */
      if (next != NULL)
        xmlNodeAddContent (n, BAD_CAST " ");
      cog_xml_unwrap (n);
    }
}

static void
write_table_caption (CogPdfTagged *self, const CogPdfElement *element, xmlNode *table)
{
  for (guint i = 0; element->kids != NULL && i < element->kids->len; i++)
    {
      const CogPdfElement *kid = g_array_index (element->kids, CogPdfKid, i).element;
      xmlNode *caption;

      if (kid == NULL || kid->type != COG_PDF_TYPE_CAPTION)
        continue;
      caption = cog_pdf_tagged_add_node (self, table, "caption", kid);
      cog_pdf_tagged_write_blocks (self, kid, caption);
      unwrap_blocks (caption);
      return;
    }
}

void
cog_pdf_tagged_write_table (CogPdfTagged *self, const CogPdfElement *element, xmlNode *parent)
{
  xmlNode *table = cog_pdf_tagged_add_node (self, parent, "table", element);

  write_table_caption (self, element, table);
  write_rows (self, element, table, "tbody");
  if (cog_xml_find_child (table, NULL, "tbody") != NULL ||
      cog_xml_find_child (table, NULL, "thead") != NULL)
    return;
  /* It has no rows: whatever it holds is text. */
  xmlUnlinkNode (table);
  xmlFreeNode (table);
  cog_pdf_tagged_write_blocks (self, element, parent);
}

/* The node of a header cell in the same table. */
static const char *
find_header (CogPdfTagged *self, const xmlNode *cell, const char *id)
{
  const CogPdfElement *wanted = g_hash_table_lookup (self->structure->by_id, id);
  GHashTableIter iter;
  gpointer node, element;

  g_hash_table_iter_init (&iter, self->cell_elements);
  while (g_hash_table_iter_next (&iter, &node, &element))
    if (element == wanted && node != cell)
      {
        xmlAttr *attribute = xmlHasProp (node, BAD_CAST "id");

        return attribute != NULL && attribute->children != NULL
                   ? (const char *)attribute->children->content
                   : NULL;
      }
  return NULL;
}

void
cog_pdf_tagged_settle_headers (CogPdfTagged *self)
{
  GHashTableIter iter;
  gpointer node, value;

  if (g_hash_table_size (self->cell_elements) > 20000)
    return;
  g_hash_table_iter_init (&iter, self->cell_elements);
  while (g_hash_table_iter_next (&iter, &node, &value))
    {
      const CogPdfElement *element = value;
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint i = 0; element->headers != NULL && element->headers[i] != NULL; i++)
        {
          const char *id = find_header (self, node, element->headers[i]);

          if (id != NULL)
            g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
        }
      if (ids->len > 0)
        cog_xml_set (node, "headers", ids->str);
    }
}
