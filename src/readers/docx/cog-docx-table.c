/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-walk.h"

#define MAX_COLUMNS 1000

typedef struct
{
  CogDocxWalk *walk;
  const char *part;
  xmlNode *table;
  const xmlNode *properties;
  GPtrArray *rows;              /* const xmlNode: w:tr */
  GPtrArray *made;              /* xmlNode: tr */
  xmlNode *merged[MAX_COLUMNS]; /* the cell that goes on downwards, by column (nullable) */
  guint n_heads;
  gboolean has_first_column;
} Table;

/* Rows and cells may stand in content controls and marks of changes. */
static void
collect (const xmlNode *node, const char *name, GPtrArray *found)
{
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    if (cog_docx_is (n, name))
      g_ptr_array_add (found, (gpointer)n);
    else if (cog_docx_is (n, "sdt") || cog_docx_is (n, "sdtContent") ||
             cog_docx_is (n, "customXml") || cog_docx_is (n, "ins"))
      collect (n, name, found);
}

static guint
get_number (const xmlNode *properties, const char *name, guint fallback)
{
  g_autofree char *value = cog_docx_dup_child_val (properties, name);

  return value != NULL ? (guint)CLAMP (g_ascii_strtoll (value, NULL, 10), 0, MAX_COLUMNS)
                       : fallback;
}

/* tblLook asks for a look that most styles do not have: only what the style sets off counts. */
static gboolean
has_part (Table *t, const char *look, guint bit, const char *part)
{
  const xmlNode *asked = cog_docx_child (t->properties, "tblLook");
  g_autofree char *style = cog_docx_dup_child_val (t->properties, "tblStyle");
  g_autofree char *value = cog_docx_dup (asked, look);
  g_autofree char *bits = cog_docx_dup (asked, "val");
  gboolean is_asked = value != NULL ? g_str_equal (value, "1") || g_str_equal (value, "true")
                                    : bits != NULL && (g_ascii_strtoull (bits, NULL, 16) & bit);

  return is_asked && cog_docx_styles_has_part (t->walk->styles, style, part);
}

static void
count_heads (Table *t)
{
  for (guint i = 0; i < t->rows->len; i++)
    {
      const xmlNode *properties = cog_docx_child (g_ptr_array_index (t->rows, i), "trPr");

      if (cog_docx_toggle (properties, "tblHeader") != 1)
        break;
      t->n_heads++;
    }
  if (t->n_heads == 0 && t->rows->len > 1 && has_part (t, "firstRow", 0x20, "firstRow"))
    t->n_heads = 1;
  /* A table that is nothing but heads has none. */
  if (t->n_heads == t->rows->len)
    t->n_heads = 0;
  t->has_first_column = has_part (t, "firstColumn", 0x80, "firstCol");
}

static void
add_gap (Table *t, xmlNode *row, guint span)
{
  if (span > 0)
    cog_prose_set_span (cog_prose_add (t->walk->prose, row, "td"), "colspan", span);
}

/* vMerge: "restart" begins a cell of several rows, without a value it is more of one (17.4.85). */
static gboolean
continues (const xmlNode *properties, gboolean *begins)
{
  const xmlNode *merge = cog_docx_child (properties, "vMerge");
  g_autofree char *value = cog_docx_dup (merge, "val");

  *begins = merge != NULL && g_strcmp0 (value, "restart") == 0;
  return merge != NULL && !*begins;
}

static guint
convert_cell (Table *t, const xmlNode *tc, xmlNode *row, guint column, gboolean is_head)
{
  const xmlNode *properties = cog_docx_child (tc, "tcPr");
  guint span = MAX (get_number (properties, "gridSpan", 1), 1);
  gboolean begins;
  gboolean goes_on = continues (properties, &begins);
  gboolean is_row_head = !is_head && column == 0 && t->has_first_column;
  xmlNode *cell;

  span = MIN (span, MAX_COLUMNS - column);
  if (goes_on && t->merged[column] != NULL)
    {
      cog_prose_set_span (t->merged[column], "rowspan",
                          cog_prose_get_span (t->merged[column], "rowspan") + 1);
      return span;
    }
  cell = cog_prose_add (t->walk->prose, row, is_head || is_row_head ? "th" : "td");
  if (is_row_head)
    cog_xml_set (cell, "scope", "row");
  cog_prose_set_span (cell, "colspan", span);
  for (guint i = 0; i < span; i++)
    t->merged[column + i] = i == 0 && begins ? cell : NULL;
  cog_docx_convert_into (t->walk, tc, cell, t->part);
  cog_prose_open_paragraph (cell);
  return span;
}

static void
convert_row (Table *t, const xmlNode *tr, xmlNode *row, gboolean is_head)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  const xmlNode *properties = cog_docx_child (tr, "trPr");
  guint column = MIN (get_number (properties, "gridBefore", 0), MAX_COLUMNS - 1);

  add_gap (t, row, column);
  collect (tr, "tc", cells);
  for (guint i = 0; i < cells->len && column < MAX_COLUMNS; i++)
    column += convert_cell (t, g_ptr_array_index (cells, i), row, column, is_head);
  add_gap (t, row, MIN (get_number (properties, "gridAfter", 0), MAX_COLUMNS - column));
}

/* Whether a head's cell reaches down into the body: then there is no line between the two. */
static gboolean
reaches_down (Table *t)
{
  for (guint i = 0; i < t->n_heads; i++)
    for (xmlNode *c = cog_xml_first_element (g_ptr_array_index (t->made, i)); c != NULL;
         c = cog_xml_next_element (c))
      if (i + cog_prose_get_span (c, "rowspan") > t->n_heads)
        return TRUE;
  return FALSE;
}

static void
group_rows (Table *t)
{
  gboolean has_head = t->n_heads > 0 && !reaches_down (t);
  xmlNode *head = has_head ? cog_prose_add (t->walk->prose, t->table, "thead") : NULL;
  xmlNode *body = cog_prose_add (t->walk->prose, t->table, "tbody");

  for (guint i = 0; i < t->made->len; i++)
    {
      xmlNode *row = g_ptr_array_index (t->made, i);

      xmlUnlinkNode (row);
      xmlAddChild (has_head && i < t->n_heads ? head : body, row);
    }
}

/* A table of one cell is how a box is drawn in Word. */
static gboolean
convert_box (Table *t, CogDocxFlow *flow)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  xmlNode *box;

  if (t->rows->len != 1)
    return FALSE;
  collect (g_ptr_array_index (t->rows, 0), "tc", cells);
  if (cells->len != 1)
    return FALSE;
  box = cog_prose_add (t->walk->prose, flow->parent, "aside");
  cog_xml_set (box, "class", "box");
  cog_docx_convert_into (t->walk, g_ptr_array_index (cells, 0), box, flow->part);
  if (!cog_prose_has_content (box))
    cog_xml_remove (box);
  return TRUE;
}

static void
convert_rows (Table *t)
{
  for (guint i = 0; i < t->rows->len; i++)
    {
      const xmlNode *tr = g_ptr_array_index (t->rows, i);
      xmlNode *row = cog_prose_add (t->walk->prose, t->table, "tr");

      g_ptr_array_add (t->made, row);
      convert_row (t, tr, row, i < t->n_heads);
    }
  group_rows (t);
}

static void
drop_deleted (Table *t)
{
  for (guint i = t->rows->len; i > 0; i--)
    {
      const xmlNode *properties = cog_docx_child (g_ptr_array_index (t->rows, i - 1), "trPr");

      if (cog_docx_child (properties, "ins") != NULL)
        t->walk->prose->n_insertions++;
      if (cog_docx_child (properties, "del") == NULL)
        continue;
      t->walk->prose->n_deletions++;
      g_ptr_array_remove_index (t->rows, i - 1);
    }
}

void
cog_docx_convert_table (CogDocxWalk *walk, CogDocxFlow *flow, const xmlNode *table)
{
  g_autofree Table *t = g_new0 (Table, 1);

  if (cog_docx_field_is_hidden (walk))
    return;
  cog_docx_close_lists (flow);
  t->walk = walk;
  t->part = flow->part;
  t->properties = cog_docx_child (table, "tblPr");
  t->rows = g_ptr_array_new ();
  t->made = g_ptr_array_new ();
  collect (table, "tr", t->rows);
  drop_deleted (t);
  if (t->rows->len > 0 && !convert_box (t, flow))
    {
      t->table = cog_prose_add (walk->prose, flow->parent, "table");
      count_heads (t);
      convert_rows (t);
    }
  g_ptr_array_unref (t->rows);
  g_ptr_array_unref (t->made);
}
