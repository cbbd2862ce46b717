/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-math-line.h"

#include "cog-xml.h"

#include <string.h>

/* What stands before the second and the third piece of a MathML element (MathML 3, 3.3 and 3.4). */
typedef struct
{
  const char *name;
  const char *second;
  const char *third;
} Pieces;

static const Pieces pieces[] = {
  { "mfrac", "/", "" },    { "msup", "^", "" },        { "msub", "_", "" },
  { "mover", "^", "" },    { "munder", "_", "" },      { "mroot", "^1/", "" },
  { "msubsup", "_", "^" }, { "munderover", "_", "^" },
};

static const Pieces *
find_pieces (const xmlNode *node)
{
  for (guint i = 0; node != NULL && i < G_N_ELEMENTS (pieces); i++)
    if (node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, pieces[i].name) == 0)
      return &pieces[i];
  return NULL;
}

static guint
get_index (const xmlNode *node)
{
  guint index = 0;

  for (const xmlNode *n = node->prev; n != NULL; n = n->prev)
    index += n->type == XML_ELEMENT_NODE;
  return index;
}

/* A single token needs no brackets around it, however many rows wrap it. */
static gboolean
is_single (const xmlNode *node)
{
  while (node != NULL)
    {
      const xmlNode *only = NULL;

      for (const xmlNode *n = node->children; n != NULL; n = n->next)
        if (n->type == XML_ELEMENT_NODE)
          {
            if (only != NULL)
              return FALSE;
            only = n;
          }
      if (only == NULL)
        return TRUE;
      if (find_pieces (node) != NULL || cog_xml_is (node, NULL, "msqrt") ||
          cog_xml_is (node, NULL, "mfenced"))
        return FALSE;
      node = only;
    }
  return TRUE;
}

static void
add_attribute (GString *line, const xmlNode *node, const char *name, const char *fallback)
{
  g_autofree char *value = cog_xml_dup_attribute (node, name);

  g_string_append (line, value != NULL ? value : fallback);
}

static void
enter (GString *line, const xmlNode *node)
{
  const Pieces *of = find_pieces (node->parent);
  guint index = of != NULL ? get_index (node) : 0;

  if (of != NULL && index > 0)
    g_string_append (line, index == 1 ? of->second : of->third);
  if (of != NULL && !is_single (node))
    g_string_append_c (line, '(');
  if (cog_xml_is (node, NULL, "msqrt"))
    g_string_append (line, "√(");
  else if (cog_xml_is (node, NULL, "mfenced"))
    add_attribute (line, node, "open", "(");
  else if ((cog_xml_is (node, NULL, "mtr") || cog_xml_is (node, NULL, "mtd")) &&
           get_index (node) > 0)
    g_string_append (line, node->name[2] == 'r' ? "; " : " ");
  else if (node->parent != NULL && cog_xml_is (node->parent, NULL, "mfenced") &&
           get_index (node) > 0)
    g_string_append (line, ", ");
}

static void
leave (GString *line, const xmlNode *node)
{
  if (cog_xml_is (node, NULL, "msqrt"))
    g_string_append_c (line, ')');
  else if (cog_xml_is (node, NULL, "mfenced"))
    add_attribute (line, node, "close", ")");
  if (find_pieces (node->parent) != NULL && !is_single (node))
    g_string_append_c (line, ')');
}

/* Operators that are meant and not seen (U+2061 to U+2064) have no glyph. */
static void
add_text (GString *line, const xmlNode *text)
{
  for (const char *c = (const char *)text->content; c != NULL && *c != '\0';
       c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      if (u >= 0x2061 && u <= 0x2064)
        continue;
      if (!g_unichar_isspace (u))
        g_string_append_unichar (line, u);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
}

static gboolean
is_content (const xmlNode *node)
{
  return !cog_xml_is (node, NULL, "annotation") && !cog_xml_is (node, NULL, "annotation-xml");
}

char *
cog_pdf_math_line_dup (const xmlNode *math)
{
  GString *line = g_string_new (NULL);
  const xmlNode *node = math;

  g_return_val_if_fail (math != NULL, NULL);

  while (node != NULL)
    {
      if (node->type == XML_ELEMENT_NODE && is_content (node))
        enter (line, node);
      else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
               (node->next != NULL || node->prev != NULL ? !xmlIsBlankNode (node) : TRUE))
        add_text (line, node);
      if (node->children != NULL && node->type == XML_ELEMENT_NODE && is_content (node))
        {
          node = node->children;
          continue;
        }
      /* Out of all that end here, up to the formula itself. */
      for (;; node = node->parent)
        {
          if (node->type == XML_ELEMENT_NODE && is_content (node))
            leave (line, node);
          if (node == math || node->next != NULL)
            break;
        }
      node = node == math ? NULL : node->next;
    }
  g_strstrip (line->str);
  return g_string_free (line, FALSE);
}
