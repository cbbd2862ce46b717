/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-row.h"

#include "cog-book.h"

#include <string.h>

/* Lists and boxes in one another, beyond which nothing is indented or labelled any more. */
#define MAX_NESTING 64
/* Units of one cell, caption or figure that stand in one row. */
#define MAX_GATHERED 24

typedef struct
{
  CogMarker marker;
  int next;
  gboolean has_item; /* its item's first row has had the marker */
} List;

typedef struct
{
  CogRowContext context;
  guint first; /* row */
} Context;

typedef struct
{
  GPtrArray *rows;
  GPtrArray *units;    /* taken one by one: NULL where it is in a row */
  GHashTable *by_id;   /* unit's id → index + 1 */
  GHashTable *row_of;  /* unit's id → its row */
  GHashTable *sources; /* img's id → its asset in the source */
  List lists[MAX_NESTING];
  guint n_lists;
  Context contexts[MAX_NESTING];
  guint n_contexts;
  guint n_quotes;
} Walk;

/* Whether a node is one of the units; that one, taken. */
static CogUnit *
steal_unit (Walk *walk, const char *id)
{
  gpointer index = id != NULL ? g_hash_table_lookup (walk->by_id, id) : NULL;
  CogUnit *unit;

  if (index == NULL)
    return NULL;
  unit = g_ptr_array_index (walk->units, GPOINTER_TO_UINT (index) - 1);
  g_ptr_array_index (walk->units, GPOINTER_TO_UINT (index) - 1) = NULL;
  return unit;
}

static void
add_unit (Walk *walk, CogRow *row, CogUnit *unit)
{
  gsize source = unit->source != NULL ? strlen (unit->source) : 0;
  gsize target = unit->target != NULL ? strlen (unit->target) : 0;

  row->n_characters += (guint)MIN (MAX (source, target), G_MAXINT32);
  g_ptr_array_add (row->units, unit);
  g_hash_table_insert (walk->row_of, unit->id, row);
}

/* The innermost list; NULL: in none. */
static List *
get_list (Walk *walk)
{
  return walk->n_lists > 0 ? &walk->lists[MIN (walk->n_lists, MAX_NESTING) - 1] : NULL;
}

static void
set_marker (Walk *walk, CogRow *row)
{
  List *list = get_list (walk);

  row->indent = MIN (walk->n_lists + walk->n_quotes, COG_ROW_MAX_INDENT);
  row->is_tight = list != NULL;
  if (list == NULL || list->has_item)
    return;
  list->has_item = TRUE;
  row->marker = list->marker;
  row->number = list->next - 1;
}

static void
add_row (Walk *walk, CogRow *row)
{
  set_marker (walk, row);
  if (walk->n_contexts > 0)
    row->context = walk->contexts[walk->n_contexts - 1].context;
  g_ptr_array_add (walk->rows, row);
}

static guint
get_level (const char *name)
{
  return name != NULL && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0'
             ? (guint)(name[1] - '0')
             : 0;
}

static CogRow *
add_text_row (Walk *walk, CogUnit *unit)
{
  CogRow *row =
      cog_row_new (unit->kind == COG_UNIT_EQUATION ? COG_ROW_EQUATION : COG_ROW_TEXT, unit->id);

  row->level = unit->kind == COG_UNIT_TITLE ? 1 : get_level (unit->element);
  add_unit (walk, row, unit);
  add_row (walk, row);
  return row;
}

/* --- pictures ------------------------------------------------------------------------------ */

static gboolean
is_picture (const xmlNode *node)
{
  return cog_xml_is (node, COG_NS_XHTML, "img") || cog_xml_is (node, COG_NS_SVG, "svg") ||
         cog_xml_is (node, COG_NS_XHTML, "audio") || cog_xml_is (node, COG_NS_XHTML, "video");
}

static char *
dup_serialised (const xmlNode *node)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char *text;

  xmlNodeDump (buffer, node->doc, (xmlNode *)node, 0, 0);
  text = g_strdup ((const char *)xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return text;
}

static void
set_before (Walk *walk, CogRowPicture *picture)
{
  const char *before =
      picture->id != NULL ? g_hash_table_lookup (walk->sources, picture->id) : NULL;

  if (before != NULL && g_strcmp0 (before, picture->asset) != 0)
    picture->before = g_strdup (before);
}

static void
add_picture (Walk *walk, CogRow *row, const xmlNode *node, int cell)
{
  CogRowPicture *picture = g_new0 (CogRowPicture, 1);
  g_autofree char *alt = cog_xml_dup_attribute (node, "alt");
  g_autofree char *unit_id = NULL;
  CogUnit *unit;

  picture->id = cog_xml_dup_attribute (node, "id");
  picture->alt = -1;
  picture->cell = cell;
  picture->is_film = g_str_equal (node->name, "video");
  picture->is_media = picture->is_film || g_str_equal (node->name, "audio");
  picture->title = picture->is_media ? cog_xml_dup_attribute (node, "title") : NULL;
  picture->is_decorative = alt != NULL && alt[0] == '\0';
  if (g_str_equal (node->name, "svg"))
    picture->drawing = dup_serialised (node);
  else
    picture->asset = cog_xml_dup_attribute (node, "src");
  set_before (walk, picture);
  unit_id = picture->id != NULL ? g_strconcat (picture->id, "@alt", NULL) : NULL;
  unit = steal_unit (walk, unit_id);
  if (unit != NULL)
    {
      picture->alt = (int)row->units->len;
      picture->is_decorative = FALSE;
      add_unit (walk, row, unit);
    }
  g_ptr_array_add (row->pictures, picture);
}

/* All units and pictures of a block, in one row; what is beyond all measure gets rows of its own.
 */
static void
gather (Walk *walk, CogRow *row, const xmlNode *block, int cell)
{
  const guint end = row->units->len + MAX_GATHERED;

  for (const xmlNode *n = block; n != NULL && row->units->len < end;)
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      CogUnit *unit = steal_unit (walk, id);

      if (unit != NULL)
        add_unit (walk, row, unit);
      else if (is_picture (n))
        add_picture (walk, row, n, cell);
      n = is_picture (n) ? cog_xml_skip_in (block, n) : cog_xml_next_in (block, n);
    }
}

/* A figure is one row where it holds pictures and words about them, and nothing else. */
static gboolean
is_plain_figure (const xmlNode *figure)
{
  gboolean has_picture = FALSE;

  for (const xmlNode *n = figure; n != NULL;)
    {
      if (is_picture (n))
        has_picture = TRUE;
      else if (cog_xml_is (n, COG_NS_XHTML, "table") || cog_xml_is (n, COG_NS_XHTML, "ul") ||
               cog_xml_is (n, COG_NS_XHTML, "ol") || cog_xml_is (n, COG_NS_XHTML, "dl") ||
               cog_xml_is (n, COG_NS_XHTML, "pre") || cog_xml_is (n, COG_NS_MATHML, "math"))
        return FALSE;
      n = is_picture (n) ? cog_xml_skip_in (figure, n) : cog_xml_next_in (figure, n);
    }
  return has_picture;
}

static void
add_figure (Walk *walk, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  CogRow *row = cog_row_new (COG_ROW_FIGURE, id != NULL ? id : "");

  gather (walk, row, node, -1);
  add_row (walk, row);
}

/* Many books set their pictures in paragraphs of their own. Once such a paragraph has a text in the
 * adaptation, it is one. */
static gboolean
holds_only_pictures (const xmlNode *block, const CogUnit *unit)
{
  gboolean has_picture = FALSE;

  if (unit->kind != COG_UNIT_PARAGRAPH || unit->target != NULL)
    return FALSE;
  for (const xmlNode *n = block; n != NULL;)
    {
      if (is_picture (n))
        has_picture = TRUE;
      else if (cog_xml_is (n, COG_NS_MATHML, "math") ||
               (n->type != XML_ELEMENT_NODE && !xmlIsBlankNode (n)))
        return FALSE;
      n = is_picture (n) ? cog_xml_skip_in (block, n) : cog_xml_next_in (block, n);
    }
  return has_picture;
}

static void
add_carried_pictures (Walk *walk, const xmlNode *block, CogUnit *unit)
{
  CogRow *row = cog_row_new (COG_ROW_FIGURE, unit->id);

  row->carrier = 0;
  add_unit (walk, row, unit);
  gather (walk, row, block, -1);
  add_row (walk, row);
}

/* --- tables -------------------------------------------------------------------------------- */

/* The first line after the parts so far at which no span is open, once the part has enough. */
static guint
find_part_end (GArray *cells, guint from, guint line, guint n_lines)
{
  guint open = line;
  guint n = 0;

  for (guint i = from; i < cells->len; i++)
    {
      const CogRowCell *cell = &g_array_index (cells, CogFoundCell, i).cell;

      if (cell->line > line && cell->line >= open &&
          (n >= COG_ROW_PART_CELLS || n + 1 >= 4 * COG_ROW_PART_CELLS))
        return cell->line;
      open = MAX (open, cell->line + cell->lines);
      n++;
      /* A span over hundreds of lines would hold them all together: it is cut. */
      if (n >= 4 * COG_ROW_PART_CELLS)
        open = line;
    }
  return n_lines;
}

/* The cells of the lines from..to go into a row; returns the first cell after. */
static guint
add_table_part (Walk *walk,
                const char *id,
                const xmlNode *caption,
                GArray *found,
                guint at,
                guint from,
                guint to,
                guint n_columns)
{
  g_autofree char *part_id = from == 0 ? g_strdup (id) : g_strdup_printf ("%s@%u", id, from);
  CogRow *row = cog_row_new (COG_ROW_TABLE, part_id);

  row->table = cog_row_table_new (n_columns, to - from);
  if (caption != NULL)
    gather (walk, row, caption, -1);
  for (; at < found->len && g_array_index (found, CogFoundCell, at).cell.line < to; at++)
    {
      CogFoundCell *f = &g_array_index (found, CogFoundCell, at);
      CogRowCell cell = f->cell;

      cell.line -= from;
      cell.lines = MAX (MIN (cell.lines, to - from - cell.line), 1);
      cell.first_unit = row->units->len;
      gather (walk, row, f->node, (int)row->table->cells->len);
      cell.n_units = row->units->len - cell.first_unit;
      g_array_append_val (row->table->cells, cell);
    }
  row->is_tight = from > 0;
  add_row (walk, row);
  return at;
}

/* All parts have the columns of the whole: the widest of each. */
static void
share_measures (GPtrArray *rows, guint first)
{
  CogRowTable *whole = ((CogRow *)g_ptr_array_index (rows, first))->table;

  for (guint i = first; i < rows->len; i++)
    {
      CogRow *row = g_ptr_array_index (rows, i);

      cog_row_table_measure (row->table, row->units);
      for (guint c = 0; c < whole->n_columns; c++)
        {
          whole->longest[c] = MAX (whole->longest[c], row->table->longest[c]);
          whole->word[c] = MAX (whole->word[c], row->table->word[c]);
          whole->is_number[c] = whole->is_number[c] || row->table->is_number[c];
        }
    }
  for (guint i = first + 1; i < rows->len; i++)
    cog_row_table_copy_measures (((CogRow *)g_ptr_array_index (rows, i))->table, whole);
  whole->is_first = TRUE;
  ((CogRow *)g_ptr_array_index (rows, rows->len - 1))->table->is_last = TRUE;
}

static void
add_table (Walk *walk, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  const xmlNode *caption = cog_xml_find_child (node, COG_NS_XHTML, "caption");
  guint n_columns = 0, n_lines = 0;
  g_autoptr (GArray) found = cog_row_table_find_cells (node, &n_columns, &n_lines);
  guint first = walk->rows->len;
  guint at = 0;

  for (guint line = 0; line == 0 || line < n_lines;)
    {
      guint end = MAX (find_part_end (found, at, line, n_lines), line + 1);

      at = add_table_part (walk, id != NULL ? id : "", line == 0 ? caption : NULL, found, at, line,
                           end, n_columns);
      line = end;
    }
  share_measures (walk->rows, first);
}

/* --- containers ---------------------------------------------------------------------------- */

static CogRowContext
get_aside_context (const xmlNode *node)
{
  if (cog_xml_has_word (node, "class", "tip"))
    return COG_CONTEXT_TIP;
  if (cog_xml_has_word (node, "class", "warning"))
    return COG_CONTEXT_WARNING;
  if (cog_xml_has_word (node, "class", "example"))
    return COG_CONTEXT_EXAMPLE;
  return COG_CONTEXT_NOTE;
}

static gboolean
has_type (const xmlNode *node, const char *word)
{
  return cog_xml_has_word (node, "epub:type", word);
}

static CogRowContext
get_section_context (const xmlNode *node)
{
  static const struct
  {
    const char *word;
    CogRowContext context;
  } rows[] = {
    { "exercise", COG_CONTEXT_EXERCISE },
    { "practice", COG_CONTEXT_EXERCISE },
    { "solution", COG_CONTEXT_ANSWER },
    { "answer", COG_CONTEXT_ANSWER },
    { "example", COG_CONTEXT_EXAMPLE },
    { "objectives", COG_CONTEXT_OBJECTIVES },
    { "note", COG_CONTEXT_NOTE },
    { "learning-objectives", COG_CONTEXT_OBJECTIVES },
    { "tip", COG_CONTEXT_TIP },
    { "warning", COG_CONTEXT_WARNING },
    { "definition", COG_CONTEXT_DEFINITION },
    { "theorem", COG_CONTEXT_DEFINITION },
    { "summary", COG_CONTEXT_SUMMARY },
    { "sidebar", COG_CONTEXT_NOTE },
    { "box", COG_CONTEXT_NOTE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (cog_xml_has_word (node, "class", rows[i].word) || has_type (node, rows[i].word))
      return rows[i].context;
  return COG_CONTEXT_NONE;
}

static CogRowContext
get_context (const xmlNode *node)
{
  if (has_type (node, "footnote") || has_type (node, "endnote") || has_type (node, "rearnote"))
    return COG_CONTEXT_FOOTNOTE;
  if (cog_xml_is (node, COG_NS_XHTML, "aside"))
    return get_aside_context (node);
  if (cog_xml_is (node, COG_NS_XHTML, "blockquote"))
    return COG_CONTEXT_QUOTATION;
  if (cog_xml_is (node, COG_NS_XHTML, "details"))
    return COG_CONTEXT_DETAILS;
  if (cog_xml_is (node, COG_NS_XHTML, "figure"))
    return COG_CONTEXT_FIGURE;
  if (cog_xml_is (node, COG_NS_XHTML, "section"))
    return get_section_context (node);
  return COG_CONTEXT_NONE;
}

static void
enter_context (Walk *walk, const xmlNode *node)
{
  CogRowContext context = get_context (node);

  if (context == COG_CONTEXT_NONE || walk->n_contexts == MAX_NESTING)
    return;
  walk->contexts[walk->n_contexts].context = context;
  walk->contexts[walk->n_contexts++].first = walk->rows->len;
  walk->n_quotes += context == COG_CONTEXT_QUOTATION;
}

static void
leave_context (Walk *walk, const xmlNode *node)
{
  CogRowContext context = get_context (node);
  const Context *top = walk->n_contexts > 0 ? &walk->contexts[walk->n_contexts - 1] : NULL;
  CogRow *first, *last;

  if (context == COG_CONTEXT_NONE || top == NULL || top->context != context)
    return;
  walk->n_contexts--;
  walk->n_quotes -= context == COG_CONTEXT_QUOTATION && walk->n_quotes > 0;
  if (top->first == walk->rows->len)
    return;
  first = g_ptr_array_index (walk->rows, top->first);
  last = g_ptr_array_index (walk->rows, walk->rows->len - 1);
  first->is_first = first->is_first || first->context == context;
  last->is_last = last->is_last || last->context == context;
}

static CogMarker
get_marker (const xmlNode *list)
{
  g_autofree char *type = NULL;

  if (cog_xml_is (list, NULL, "dl"))
    return COG_MARKER_NONE;
  if (cog_xml_is (list, NULL, "ul"))
    return COG_MARKER_BULLET;
  type = cog_xml_dup_attribute (list, "type");
  switch (type != NULL ? type[0] : '1')
    {
    case 'a':
      return COG_MARKER_LOWER_ALPHA;
    case 'A':
      return COG_MARKER_UPPER_ALPHA;
    case 'i':
      return COG_MARKER_LOWER_ROMAN;
    case 'I':
      return COG_MARKER_UPPER_ROMAN;
    default:
      return COG_MARKER_NUMBER;
    }
}

static int
get_number (const xmlNode *node, const char *attribute, int otherwise)
{
  g_autofree char *value = cog_xml_dup_attribute (node, attribute);
  gint64 number = value != NULL ? g_ascii_strtoll (value, NULL, 10) : otherwise;

  return number > -1000000 && number < 1000000 ? (int)number : otherwise;
}

static gboolean
is_list (const xmlNode *node)
{
  return cog_xml_is (node, COG_NS_XHTML, "ul") || cog_xml_is (node, COG_NS_XHTML, "ol") ||
         cog_xml_is (node, COG_NS_XHTML, "dl");
}

/* A list, or an item of one, begins. */
static void
enter_list (Walk *walk, const xmlNode *node)
{
  List *list;

  if (is_list (node))
    {
      walk->n_lists++;
      list = get_list (walk);
      list->marker = get_marker (node);
      list->next = get_number (node, "start", 1);
      list->has_item = TRUE;
    }
  else if (walk->n_lists > 0 && cog_xml_is (node, COG_NS_XHTML, "li"))
    {
      list = get_list (walk);
      list->next = get_number (node, "value", list->next) + 1;
      list->has_item = FALSE;
    }
}

/* --- the walk ------------------------------------------------------------------------------ */

/* Whether to go into the node. */
static gboolean
enter (Walk *walk, const xmlNode *node)
{
  g_autofree char *id = NULL;
  CogUnit *unit;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  enter_list (walk, node);
  id = cog_xml_dup_attribute (node, "id");
  unit = steal_unit (walk, id);
  if (unit != NULL && holds_only_pictures (node, unit))
    {
      add_carried_pictures (walk, node, unit);
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
    add_table (walk, node);
  else if (is_picture (node) ||
           (cog_xml_is (node, COG_NS_XHTML, "figure") && is_plain_figure (node)))
    add_figure (walk, node);
  else
    {
      enter_context (walk, node);
      return TRUE;
    }
  return FALSE;
}

static void
leave (Walk *walk, const xmlNode *node)
{
  if (is_list (node) && walk->n_lists > 0)
    walk->n_lists--;
  leave_context (walk, node);
}

/* Own loop, for it must hear when an element ends; depth is the parser's limit. */
static void
walk_skeleton (Walk *walk, const xmlNode *root)
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

static GHashTable *
index_source_pictures (const char *skeleton)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (xmlDoc) document =
      skeleton != NULL && skeleton[0] != '\0' ? cog_xml_parse_own (skeleton, -1, NULL) : NULL;
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
add_title (Walk *walk)
{
  const CogUnit *first = walk->units->len > 0 ? g_ptr_array_index (walk->units, 0) : NULL;

  if (first != NULL && first->kind == COG_UNIT_TITLE)
    add_text_row (walk, steal_unit (walk, first->id));
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
add_rest (Walk *walk, GPtrArray *units, const char *const *ids)
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
              add_unit (walk, before, unit);
              continue;
            }
          row = cog_row_new (COG_ROW_TEXT, unit->id);
          add_unit (walk, row, unit);
          g_ptr_array_insert (walk->rows, find_place_after (walk->rows, before), row);
          before = row;
        }
    }
}

static void
index_units (Walk *walk, GPtrArray *units, const char **ids)
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
  Walk walk = { 0 };
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
