/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-names.h"
#include "cog-odt-walk.h"

/* A list and those in it, which share its style and its counting (5.3.1). */
typedef struct
{
  CogOdtWalk *walk;
  CogOdtCount *count;
  const char *style; /* (nullable) */
} List;

static gboolean
is_item (const xmlNode *node)
{
  return cog_xml_is (node, COG_ODT_TEXT, "list-item") ||
         cog_xml_is (node, COG_ODT_TEXT, "list-header");
}

static gboolean
is_list (const xmlNode *node)
{
  return cog_xml_is (node, COG_ODT_TEXT, "list");
}

/* What an item begins with, a label written out by the word processor apart. (nullable) */
static const xmlNode *
get_first (const xmlNode *item)
{
  const xmlNode *first = cog_xml_first_element (item);

  return cog_xml_is (first, COG_ODT_TEXT, "number") ? cog_xml_next_element (first) : first;
}

/* The first paragraph of a list, however deep in it. (nullable) */
static const xmlNode *
find_paragraph (const xmlNode *list)
{
  for (const xmlNode *n = list; n != NULL; n = cog_xml_next_in (list, n))
    if (cog_xml_is (n, COG_ODT_TEXT, "p") || cog_xml_is (n, COG_ODT_TEXT, "h"))
      return n;
  return NULL;
}

/* A heading that a list counts is a heading, and no item. */
static gboolean
holds_heading (CogOdtWalk *walk, const xmlNode *item)
{
  const xmlNode *first = get_first (item);

  while (is_list (first))
    first = get_first (cog_xml_first_element (first));
  return first != NULL && cog_odt_get_level (walk, first) > 0;
}

static xmlNode *
get_last (const xmlNode *parent, const char *name)
{
  xmlNode *n = parent != NULL ? parent->last : NULL;

  while (n != NULL && n->type != XML_ELEMENT_NODE)
    n = n->prev;
  return n != NULL && (name == NULL || cog_xml_is (n, NULL, name)) ? n : NULL;
}

/* An item of one paragraph is that text, also before lists that stand in it. */
static void
settle_item (xmlNode *li)
{
  xmlNode *p = cog_xml_first_element (li);

  if (!cog_xml_is (p, NULL, "p") || p->properties != NULL)
    return;
  for (xmlNode *n = cog_xml_next_element (p); n != NULL; n = cog_xml_next_element (n))
    if (!cog_xml_is (n, NULL, "ol") && !cog_xml_is (n, NULL, "ul"))
      return;
  cog_xml_unwrap (p);
}

static void convert_level (List *l, CogOdtFlow *flow, const xmlNode *list, guint level);

static void
convert_content (List *l, CogOdtFlow *flow, const xmlNode *item, guint level)
{
  for (const xmlNode *n = cog_xml_first_element (item); n != NULL; n = cog_xml_next_element (n))
    if (is_list (n) && !cog_odt_is_dropped (l->walk, n))
      convert_level (l, flow, n, level + 1);
    else
      cog_odt_convert_block (l->walk, flow, n);
}

static xmlNode *
open_list (List *l, CogOdtFlow *flow, const CogOdtSign *sign, guint number)
{
  xmlNode *made = cog_prose_add (l->walk->prose, flow->parent, sign->is_ordered ? "ol" : "ul");
  g_autofree char *start = g_strdup_printf ("%u", number);

  if (sign->is_ordered)
    cog_xml_set (made, "type", sign->type);
  if (sign->is_ordered && number != 1)
    cog_xml_set (made, "start", start);
  return made;
}

static void
convert_item (
    List *l, CogOdtFlow *flow, const xmlNode *item, guint level, xmlNode **made, CogOdtSign *sign)
{
  g_autofree char *start = cog_xml_dup_attribute_ns (item, COG_ODT_TEXT, "start-value");
  guint number = cog_odt_lists_count (l->walk->lists, l->count, l->style, level, start);
  gboolean is_first = *made == NULL;
  CogOdtFlow inner = { NULL, NULL, FALSE };

  if (sign->is_plain)
    {
      convert_content (l, flow, item, level);
      return;
    }
  if (is_first)
    *made = open_list (l, flow, sign, number);
  inner.parent = cog_prose_add (l->walk->prose, *made, "li");
  if (!is_first && start != NULL && sign->is_ordered)
    cog_xml_set (inner.parent, "value", start);
  convert_content (l, &inner, item, level);
  settle_item (inner.parent);
}

/* An item without a sign of its own: more of the one before it, which may stand in an earlier piece
 * of the same list; else what is in it stands alone. */
static void
convert_unmarked (List *l, CogOdtFlow *flow, const xmlNode *item, guint level, xmlNode *made)
{
  xmlNode *before = made != NULL ? made : get_last (flow->parent, NULL);
  gboolean goes_on =
      made != NULL || cog_xml_is (before, NULL, "ol") || cog_xml_is (before, NULL, "ul");
  xmlNode *li = goes_on && is_list (get_first (item)) ? get_last (before, "li") : NULL;
  CogOdtFlow inner = { li, NULL, FALSE };

  if (made != NULL && li == NULL)
    inner.parent = get_last (made, "li");
  convert_content (l, inner.parent != NULL ? &inner : flow, item, level);
}

static void
convert_heading_item (List *l, CogOdtFlow *flow, const xmlNode *item, guint level)
{
  if (!is_list (get_first (item)) && cog_xml_is (item, COG_ODT_TEXT, "list-item"))
    {
      g_autofree char *start = cog_xml_dup_attribute_ns (item, COG_ODT_TEXT, "start-value");

      cog_odt_lists_count (l->walk->lists, l->count, l->style, level, start);
      g_free (l->walk->label);
      l->walk->label = cog_odt_lists_dup_label (l->walk->lists, l->count, l->style, level);
    }
  convert_content (l, flow, item, level);
  g_clear_pointer (&l->walk->label, g_free);
}

static void
convert_level (List *l, CogOdtFlow *flow, const xmlNode *list, guint level)
{
  const char *around = l->style;
  g_autofree char *own = cog_xml_dup_attribute_ns (list, COG_ODT_TEXT, "style-name");
  g_autofree char *goes_on = cog_xml_dup_attribute_ns (list, COG_ODT_TEXT, "continue-numbering");
  xmlNode *made = NULL;
  CogOdtSign sign;

  if (own != NULL)
    l->style = own;
  if (level > 1 && g_strcmp0 (goes_on, "true") != 0)
    cog_odt_lists_restart (l->count, level);
  cog_odt_lists_get_sign (l->walk->lists, l->style, level, &sign);
  for (const xmlNode *n = cog_xml_first_element (list); n != NULL; n = cog_xml_next_element (n))
    {
      if (!is_item (n) || cog_odt_is_dropped (l->walk, n))
        continue;
      if (holds_heading (l->walk, n))
        {
          made = NULL;
          convert_heading_item (l, flow, n, level);
        }
      else if (cog_xml_is (n, COG_ODT_TEXT, "list-header") || is_list (get_first (n)))
        convert_unmarked (l, flow, n, level, made);
      else
        convert_item (l, flow, n, level, &made, &sign);
    }
  l->style = around;
}

void
cog_odt_convert_list (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *list)
{
  g_autofree char *style = cog_xml_dup_attribute_ns (list, COG_ODT_TEXT, "style-name");
  List l = { walk, NULL, NULL };

  /* A list without a style has that of its paragraphs (19.880.21). */
  if (style == NULL)
    {
      const xmlNode *p = find_paragraph (list);
      g_autofree char *name =
          p != NULL ? cog_xml_dup_attribute_ns (p, COG_ODT_TEXT, "style-name") : NULL;

      style = cog_odt_styles_dup_own (walk->styles, name, "list-style-name");
    }
  l.style = style;
  l.count = cog_odt_lists_begin (walk->lists, list, style);
  convert_level (&l, flow, list, 1);
}
