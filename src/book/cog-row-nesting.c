/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-row-walk.h"

/* The innermost list; NULL: in none. */
static CogRowNestedList *
get_list (CogRowWalk *walk)
{
  return walk->n_lists > 0 ? &walk->lists[MIN (walk->n_lists, COG_ROW_MAX_NESTING) - 1] : NULL;
}

void
cog_row_walk_set_marker (CogRowWalk *walk, CogRow *row)
{
  CogRowNestedList *list = get_list (walk);

  row->indent = MIN (walk->n_lists + walk->n_quotes, COG_ROW_MAX_INDENT);
  row->is_tight = list != NULL;
  if (list == NULL || list->has_item)
    return;
  list->has_item = TRUE;
  row->marker = list->marker;
  row->number = list->next - 1;
}

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

CogRowContext
cog_row_walk_find_context (const xmlNode *node)
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

void
cog_row_walk_enter_context (CogRowWalk *walk, const xmlNode *node)
{
  CogRowContext context = cog_row_walk_find_context (node);

  if (context == COG_CONTEXT_NONE || walk->n_contexts == COG_ROW_MAX_NESTING)
    return;
  walk->contexts[walk->n_contexts].context = context;
  walk->contexts[walk->n_contexts++].first = walk->rows->len;
  walk->n_quotes += context == COG_CONTEXT_QUOTATION;
}

void
cog_row_walk_leave_context (CogRowWalk *walk, const xmlNode *node)
{
  CogRowContext context = cog_row_walk_find_context (node);
  const CogRowNestedContext *top =
      walk->n_contexts > 0 ? &walk->contexts[walk->n_contexts - 1] : NULL;
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
void
cog_row_walk_enter_list (CogRowWalk *walk, const xmlNode *node)
{
  CogRowNestedList *list;

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

void
cog_row_walk_leave_list (CogRowWalk *walk, const xmlNode *node)
{
  if (is_list (node) && walk->n_lists > 0)
    walk->n_lists--;
}
