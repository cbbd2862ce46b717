/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-names.h"
#include "cog-odt-walk.h"
#include "cog-prose-findings.h"

#include <string.h>

#define MAX_COLUMNS 1000
/* A file of a few bytes may claim as many cells as a spreadsheet has: so many of a whole document
 * are taken that are not written out. */
#define MAX_REPEATED 5000

typedef struct
{
  CogOdtWalk *walk;
  xmlNode *table;
  GPtrArray *rows; /* const xmlNode: table:table-row */
  guint n_heads;
  guint n_head_columns;
  guint rest; /* rows that a head's cell reaches down into */
  xmlNode *head, *body;
} Table;

static gboolean
is_table (const xmlNode *node, const char *name)
{
  return cog_xml_is (node, COG_ODT_TABLE, name);
}

static guint
get_number (const xmlNode *node, const char *name, guint most)
{
  g_autofree char *value = cog_xml_dup_attribute_ns (node, COG_ODT_TABLE, name);

  return value != NULL ? (guint)CLAMP (g_ascii_strtoll (value, NULL, 10), 1, most) : 1;
}

/* Rows and columns stand in groups: of heads, of others, one in the other (9.1.8 and following). */
static void
collect (Table *t, const xmlNode *group, gboolean is_head)
{
  for (const xmlNode *n = cog_xml_first_element (group); n != NULL; n = cog_xml_next_element (n))
    if (is_table (n, "table-row"))
      {
        g_ptr_array_add (t->rows, (gpointer)n);
        if (is_head && t->n_heads + 1 == t->rows->len)
          t->n_heads++;
      }
    else if (is_table (n, "table-header-rows"))
      collect (t, n, TRUE);
    else if (is_table (n, "table-rows") || is_table (n, "table-row-group"))
      collect (t, n, is_head);
}

static void
count_columns (Table *t, const xmlNode *group, gboolean is_head)
{
  static guint limit = MAX_COLUMNS;

  for (const xmlNode *n = cog_xml_first_element (group); n != NULL; n = cog_xml_next_element (n))
    if (is_table (n, "table-column") && is_head)
      t->n_head_columns =
          MIN (t->n_head_columns + get_number (n, "number-columns-repeated", limit), limit);
    else if (is_table (n, "table-header-columns"))
      count_columns (t, n, TRUE);
    else if (is_table (n, "table-columns") || is_table (n, "table-column-group"))
      count_columns (t, n, is_head);
}

static gboolean
is_cell (const xmlNode *node)
{
  return is_table (node, "table-cell");
}

/* A cell whose paragraphs all are headings of a table, by the style that word processors have for
 * them. */
static gboolean
is_head_cell (Table *t, const xmlNode *cell)
{
  gboolean has_any = FALSE;

  for (const xmlNode *n = cog_xml_first_element (cell); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *style = cog_xml_dup_attribute_ns (n, COG_ODT_TEXT, "style-name");

      if (!cog_xml_is (n, COG_ODT_TEXT, "p") ||
          cog_odt_styles_get_kind (t->walk->styles, style) != COG_ODT_TABLE_HEAD)
        return FALSE;
      has_any = TRUE;
    }
  return has_any;
}

static gboolean
is_head_row (Table *t, const xmlNode *row)
{
  gboolean has_any = FALSE;

  for (const xmlNode *n = cog_xml_first_element (row); n != NULL; n = cog_xml_next_element (n))
    if (is_cell (n))
      {
        if (!is_head_cell (t, n))
          return FALSE;
        has_any = TRUE;
      }
  return has_any;
}

static void
count_heads (Table *t)
{
  while (t->n_heads < t->rows->len && is_head_row (t, g_ptr_array_index (t->rows, t->n_heads)))
    t->n_heads++;
  /* A table that is nothing but heads has none. */
  if (t->n_heads == t->rows->len)
    t->n_heads = 0;
}

static void
convert_cell (Table *t, const xmlNode *cell, xmlNode *row, guint column, gboolean is_head)
{
  guint columns = get_number (cell, "number-columns-spanned", MAX_COLUMNS);
  guint rows = get_number (cell, "number-rows-spanned", 10000);
  gboolean is_row_head = !is_head && (column < t->n_head_columns || is_head_cell (t, cell));
  xmlNode *made = cog_prose_add (t->walk->prose, row, is_head || is_row_head ? "th" : "td");

  if (is_row_head)
    cog_xml_set (made, "scope", "row");
  cog_prose_set_span (made, "colspan", columns);
  cog_prose_set_span (made, "rowspan", rows);
  t->rest = MAX (t->rest, rows);
  cog_odt_convert_into (t->walk, cell, made);
  cog_prose_open_paragraph (made);
}

/* Whether one more thing that stands in the file but once may be taken again. */
static gboolean
may_repeat (Table *t)
{
  if (t->walk->n_repeated < MAX_REPEATED)
    {
      t->walk->n_repeated++;
      return TRUE;
    }
  cog_report_add (t->walk->report, &cog_finding_repeated_cells, COG_ODT_CONTENT, NULL, NULL);
  return FALSE;
}

/* Cells that are written once and meant often; empty ones at the end only fill the sheet. */
static guint
convert_cells (Table *t, const xmlNode *cell, xmlNode *row, guint column, gboolean is_head)
{
  guint repeated = get_number (cell, "number-columns-repeated", MAX_COLUMNS);
  gboolean is_last = cog_xml_next_element (cell) == NULL;

  if (is_table (cell, "covered-table-cell"))
    return repeated;
  if (repeated > 1 && is_last && cog_xml_first_element (cell) == NULL && column > 0)
    return repeated;
  for (guint i = 0; i < repeated && column + i < MAX_COLUMNS && (i == 0 || may_repeat (t)); i++)
    convert_cell (t, cell, row, column + i, is_head);
  return repeated;
}

static gboolean
is_empty_row (const xmlNode *row)
{
  for (const xmlNode *n = cog_xml_first_element (row); n != NULL; n = cog_xml_next_element (n))
    if (cog_xml_first_element (n) != NULL)
      return FALSE;
  return TRUE;
}

static void
convert_row (Table *t, const xmlNode *source, gboolean is_head)
{
  xmlNode *row;
  guint column = 0;

  /* Between the head and the rest there is no line where a cell reaches down over it. */
  if (is_head && t->head == NULL)
    t->head = cog_prose_add (t->walk->prose, t->table, "thead");
  if (!is_head && t->body == NULL)
    t->body = cog_prose_add (t->walk->prose, t->table, "tbody");
  row = cog_prose_add (t->walk->prose, is_head ? t->head : t->body, "tr");
  if (t->rest > 0)
    t->rest--;
  for (const xmlNode *n = cog_xml_first_element (source); n != NULL && column < MAX_COLUMNS;
       n = cog_xml_next_element (n))
    if (is_cell (n) || is_table (n, "covered-table-cell"))
      column += convert_cells (t, n, row, column, is_head);
}

static void
convert_rows (Table *t)
{
  for (guint i = 0; i < t->rows->len; i++)
    {
      const xmlNode *row = g_ptr_array_index (t->rows, i);
      gboolean is_head = i < t->n_heads;
      guint repeated = get_number (row, "number-rows-repeated", G_MAXINT);

      if (repeated > 1 && is_empty_row (row))
        repeated = 1;
      for (guint k = 0; k < repeated && (k == 0 || may_repeat (t)); k++)
        convert_row (t, row, is_head);
      if (i + 1 == t->n_heads && t->rest > 1)
        {
          xmlNodeSetName (t->head, (const xmlChar *)"tbody");
          t->body = t->head;
        }
    }
}

static guint
count_cells (const GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len && n < 2; i++)
    for (const xmlNode *c = cog_xml_first_element (g_ptr_array_index (rows, i)); c != NULL;
         c = cog_xml_next_element (c))
      n += is_cell (c) ? get_number (c, "number-columns-repeated", MAX_COLUMNS) *
                             get_number (c->parent, "number-rows-repeated", MAX_COLUMNS)
                       : 0;
  return n;
}

/* A table of one cell is how a box is drawn. */
static void
convert_box (Table *t, CogOdtFlow *flow)
{
  xmlNode *box = cog_prose_add (t->walk->prose, flow->parent, "aside");

  cog_xml_set (box, "class", "box");
  for (const xmlNode *c = cog_xml_first_element (g_ptr_array_index (t->rows, 0)); c != NULL;
       c = cog_xml_next_element (c))
    cog_odt_convert_into (t->walk, c, box);
  if (!cog_prose_has_content (box))
    cog_xml_remove (box);
}

static void
convert_any (Table *t, CogOdtFlow *flow, const xmlNode *table)
{
  g_autofree char *name = cog_xml_dup_attribute_ns (table, COG_ODT_TABLE, "name");
  g_autofree char *key = g_strconcat ("table:", name, NULL);
  g_autofree char *id = cog_prose_dup_anchor (key);

  if (count_cells (t->rows) == 1)
    {
      convert_box (t, flow);
      return;
    }
  t->table = cog_prose_add (t->walk->prose, flow->parent, "table");
  if (name != NULL && g_hash_table_add (t->walk->prose->ids, g_strdup (id)))
    cog_xml_set (t->table, "id", id);
  count_heads (t);
  count_columns (t, table, FALSE);
  convert_rows (t);
}

void
cog_odt_convert_table (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *table)
{
  Table t = { walk };

  t.rows = g_ptr_array_new ();
  collect (&t, table, FALSE);
  if (t.rows->len > 0)
    convert_any (&t, flow, table);
  g_ptr_array_unref (t.rows);
}
