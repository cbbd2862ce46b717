/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose.h"

#include <string.h>

#define BEGIN "<math"
#define END "</math>"

/* The tree of MathML from its own text; comments hold MathType's form of it. */
static xmlNode *
parse (CogProse *self, const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GString) whole = g_string_new (copy);

  /* A word processor makes quotation marks of them. */
  g_string_replace (whole, "\u201c", "\"", 0);
  g_string_replace (whole, "\u201d", "\"", 0);
  bytes = g_bytes_new (whole->str, whole->len);
  document = cog_xml_parse (bytes, "math", NULL, NULL);
  if (document == NULL || !cog_xml_is (xmlDocGetRootElement (document), NULL, "math"))
    return NULL;
  return xmlDocCopyNode (xmlDocGetRootElement (document), self->out, 1);
}

/* Returns the text after the formula, which may hold another; NULL: there is none. */
static xmlNode *
take_formula (CogProse *self, xmlNode *node)
{
  const char *text = (const char *)node->content;
  const char *begin = text != NULL ? strstr (text, BEGIN) : NULL;
  const char *end = begin != NULL ? strstr (begin, END) : NULL;
  xmlNode *math, *rest;
  g_autofree char *front = NULL;

  if (end == NULL)
    return NULL;
  end += strlen (END);
  math = parse (self, begin, (gsize)(end - begin));
  if (math == NULL)
    return NULL;
  front = g_strndup (text, (gsize)(begin - text));
  rest = xmlNewDocText (node->doc, (const xmlChar *)end);
  xmlAddNextSibling (node, math);
  xmlAddNextSibling (math, rest);
  /* A text node takes this as it is; only elements and attributes parse references. */
  xmlNodeSetContent (node, (const xmlChar *)front);
  return rest;
}

void
cog_prose_read_formulas (CogProse *self, xmlNode *block)
{
  g_autofree char *text = cog_xml_dup_text (block);

  /* Where it is shown as code it is meant to be seen. */
  if (strstr (text, END) == NULL || cog_xml_is (block, NULL, "pre"))
    return;
  for (xmlNode *n = block; n != NULL;)
    {
      xmlNode *rest = n->type == XML_TEXT_NODE ? take_formula (self, n) : NULL;

      if (rest != NULL)
        n = rest;
      else
        n = cog_xml_is (n, NULL, "code") || cog_xml_is (n, NULL, "math")
                ? cog_xml_skip_in (block, n)
                : cog_xml_next_in (block, n);
    }
}
