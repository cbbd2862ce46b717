/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-formula-number.h"

static xmlNode *
add_math (xmlNode *parent, const char *name, const char *text)
{
  xmlNode *node = xmlNewDocNode (parent->doc, parent->ns, (const xmlChar *)name, NULL);

  if (text != NULL)
    xmlAddChild (node, xmlNewDocText (parent->doc, (const xmlChar *)text));
  xmlAddChild (parent, node);
  return node;
}

/* A row with a label (mlabeledtr) would say it better, but no reading system knows it. */
void
cog_formula_add_number (xmlNode *math, const char *number)
{
  xmlNode *row;

  g_return_if_fail (math != NULL && number != NULL);

  if (cog_xml_is (cog_xml_first_element (math), NULL, "semantics"))
    return;
  row = xmlNewDocNode (math->doc, math->ns, (const xmlChar *)"mrow", NULL);
  while (math->children != NULL)
    {
      xmlNode *child = math->children;

      xmlUnlinkNode (child);
      xmlAddChild (row, child);
    }
  xmlAddChild (math, row);
  cog_xml_set (add_math (math, "mspace", NULL), "width", "2em");
  add_math (math, "mtext", number);
}
