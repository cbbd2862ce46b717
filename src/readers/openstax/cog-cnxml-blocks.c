/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-cnxml-private.h"

#include "cog-formula-number.h"

#include <string.h>

void
cog_cnxml_convert_para (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *p = cog_cnxml_add (walk, parent, "p");

  cog_cnxml_copy_id (node, p);
  cog_cnxml_add_exercise_number (walk, p);
  cog_cnxml_convert_children (walk, node, p);
}

void
cog_cnxml_convert_preformat (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  cog_cnxml_wrap (walk, node, parent, "pre", NULL, NULL);
}

static const char *
find_list_type (const xmlNode *node, gboolean *ordered)
{
  g_autofree char *type = cog_xml_dup_attribute (node, "list-type");
  g_autofree char *style = cog_xml_dup_attribute (node, "number-style");
  static const char *const styles[][2] = { { "arabic", "1" },
                                           { "lower-alpha", "a" },
                                           { "upper-alpha", "A" },
                                           { "lower-roman", "i" },
                                           { "upper-roman", "I" } };

  *ordered = g_strcmp0 (type, "enumerated") == 0;
  for (guint i = 0; style != NULL && i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (style, styles[i][0]))
      return styles[i][1];
  return NULL;
}

/* display="inline" is prose: its items stand one after the other. */
static void
convert_inline_list (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  gboolean first = TRUE;

  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      if (!cog_cnxml_is (n, "item"))
        continue;
      if (!first)
        cog_cnxml_add_text (parent, "; ");
      first = FALSE;
      cog_cnxml_convert_children (walk, n, parent);
    }
}

void
cog_cnxml_convert_list (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *display = cog_xml_dup_attribute (node, "display");
  g_autofree char *start = cog_xml_dup_attribute (node, "start-value");
  gboolean ordered;
  const char *type = find_list_type (node, &ordered);
  xmlNode *title = cog_xml_find_child (node, NULL, "title");
  xmlNode *list;

  if (g_strcmp0 (display, "inline") == 0)
    {
      convert_inline_list (walk, node, parent);
      return;
    }
  if (title != NULL)
    cog_cnxml_convert_title (walk, title, parent);
  list = cog_cnxml_add (walk, parent, ordered ? "ol" : "ul");
  cog_cnxml_copy_id (node, list);
  if (ordered)
    {
      cog_xml_set (list, "type", type);
      cog_xml_set (list, "start", start);
    }
  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    if (n != title)
      cog_cnxml_convert (walk, n, list);
}

void
cog_cnxml_convert_item (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *item = cog_cnxml_add (walk, parent, "li");
  xmlNode *label = cog_xml_find_child (node, NULL, "label");

  cog_cnxml_copy_id (node, item);
  /* What stands for the number in a list of labelled items. */
  if (label != NULL)
    {
      xmlNode *span = cog_cnxml_add (walk, item, "span");

      cog_xml_set (span, "class", "label");
      cog_cnxml_convert_children (walk, label, span);
      cog_cnxml_add_text (item, " ");
    }
  cog_cnxml_convert_children (walk, node, item);
}

static void
set_display (xmlNode *math)
{
  cog_xml_set (math, "display", "block");
}

xmlNode *
cog_cnxml_copy_math (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *copy = xmlDocCopyNode ((xmlNode *)node, walk->out, 1);

  xmlAddChild (parent, copy);
  return copy;
}

/* The equation's id goes to its formula: a formula is a block of its own in the book, and links
 * lead to it. */
void
cog_cnxml_convert_equation (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *block = cog_cnxml_add (walk, parent, "div");
  gboolean has_id = FALSE;
  const char *number = cog_cnxml_find_number (walk, node);

  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    {
      if (cog_cnxml_is (n, "math"))
        {
          xmlNode *math = cog_cnxml_copy_math (walk, n, block);

          set_display (math);
          if (number != NULL && !has_id)
            {
              g_autofree char *shown = g_strdup_printf ("(%s)", number);

              cog_formula_add_number (math, shown);
            }
          if (!has_id && xmlHasProp ((xmlNode *)node, (const xmlChar *)"id") != NULL)
            cog_cnxml_copy_id (node, math);
          has_id = TRUE;
        }
      else if (!cog_cnxml_is (n, "label"))
        cog_cnxml_convert (walk, n, block);
    }
  if (!has_id)
    cog_cnxml_copy_id (node, block);
}
