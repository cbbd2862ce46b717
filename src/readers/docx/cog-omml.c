/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-omml-private.h"

#include "cog-prose-findings.h"
#include "cog-docx-package.h"

#include <string.h>

xmlNode *
cog_omml_add (CogOmml *omml, xmlNode *parent, const char *name)
{
  xmlNode *node = xmlNewDocNode (omml->doc, omml->ns, (const xmlChar *)name, NULL);

  xmlAddChild (parent, node);
  return node;
}

xmlNode *
cog_omml_add_operator (CogOmml *omml, xmlNode *parent, const char *text)
{
  xmlNode *node = cog_omml_add (omml, parent, "mo");

  xmlAddChild (node, xmlNewDocText (omml->doc, (const xmlChar *)text));
  return node;
}

static const xmlNode *
get_properties (const xmlNode *node)
{
  g_autofree char *name = g_strconcat ((const char *)node->name, "Pr", NULL);

  return cog_docx_child (node, name);
}

char *
cog_omml_dup_property (const xmlNode *node, const char *name, const char *fallback)
{
  const xmlNode *property = cog_docx_child (get_properties (node), name);
  char *value = cog_docx_dup (property, "val");

  if (value != NULL)
    return value;
  return g_strdup (property != NULL ? "" : fallback);
}

gboolean
cog_omml_is_set (const xmlNode *node, const char *name)
{
  return cog_docx_toggle (get_properties (node), name) == 1;
}

xmlNode *
cog_omml_convert_argument (CogOmml *omml, const xmlNode *node, const char *name, xmlNode *parent)
{
  const xmlNode *argument = cog_docx_child (node, name);
  xmlNode *row = cog_omml_add (omml, parent, "mrow");
  xmlNode *only;

  if (argument != NULL)
    cog_omml_convert_children (omml, argument, row);
  only = row->children;
  if (only == NULL || only->next != NULL)
    return row;
  xmlUnlinkNode (only);
  xmlReplaceNode (row, only);
  xmlFreeNode (row);
  return only;
}

static void
convert_fraction (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *type = cog_omml_dup_property (node, "type", "bar");
  xmlNode *fraction;

  if (g_str_equal (type, "lin"))
    {
      fraction = cog_omml_add (omml, parent, "mrow");
      cog_omml_convert_argument (omml, node, "num", fraction);
      cog_omml_add_operator (omml, fraction, "/");
      cog_omml_convert_argument (omml, node, "den", fraction);
      return;
    }
  fraction = cog_omml_add (omml, parent, "mfrac");
  if (g_str_equal (type, "noBar"))
    cog_xml_set (fraction, "linethickness", "0");
  if (g_str_equal (type, "skw"))
    cog_xml_set (fraction, "bevelled", "true");
  cog_omml_convert_argument (omml, node, "num", fraction);
  cog_omml_convert_argument (omml, node, "den", fraction);
}

static void
convert_radical (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  const xmlNode *degree = cog_docx_child (node, "deg");
  gboolean is_square =
      degree == NULL || cog_omml_is_set (node, "degHide") || cog_xml_first_element (degree) == NULL;
  xmlNode *root = cog_omml_add (omml, parent, is_square ? "msqrt" : "mroot");

  cog_omml_convert_argument (omml, node, "e", root);
  if (!is_square)
    cog_omml_convert_argument (omml, node, "deg", root);
}

static void
add_fence (CogOmml *omml, xmlNode *parent, const char *text)
{
  if (text[0] != '\0')
    cog_xml_set (cog_omml_add_operator (omml, parent, text), "fence", "true");
}

static void
convert_delimiters (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *open = cog_omml_dup_property (node, "begChr", "(");
  g_autofree char *close = cog_omml_dup_property (node, "endChr", ")");
  g_autofree char *separator = cog_omml_dup_property (node, "sepChr", "|");
  xmlNode *row = cog_omml_add (omml, parent, "mrow");
  gboolean is_first = TRUE;

  add_fence (omml, row, open);
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      if (!cog_docx_is_math (n, "e"))
        continue;
      if (!is_first && separator[0] != '\0')
        cog_xml_set (cog_omml_add_operator (omml, row, separator), "separator", "true");
      is_first = FALSE;
      cog_omml_convert_children (omml, n, cog_omml_add (omml, row, "mrow"));
    }
  add_fence (omml, row, close);
}

static void
convert_matrix (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  xmlNode *table = cog_omml_add (omml, parent, "mtable");

  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      xmlNode *row = cog_docx_is_math (n, "mr") ? cog_omml_add (omml, table, "mtr") : NULL;

      for (const xmlNode *e = row != NULL ? cog_xml_first_element (n) : NULL; e != NULL;
           e = cog_xml_next_element (e))
        if (cog_docx_is_math (e, "e"))
          cog_omml_convert_children (omml, e, cog_omml_add (omml, row, "mtd"));
    }
}

/* Lines one below the other, aligned at "&" (22.1.2.34): before and after it is a column each. */
static void
split_at_marks (CogOmml *omml, xmlNode *row)
{
  xmlNode *cell = row->children;

  for (xmlNode *n = cell->children, *next; n != NULL; n = next)
    {
      next = n->next;
      if (cog_xml_is (n, NULL, "mo") && n->children != NULL &&
          strcmp ((const char *)n->children->content, "&") == 0)
        {
          cell = cog_omml_add (omml, row, "mtd");
          cog_xml_remove (n);
        }
      else if (n->parent != cell)
        {
          xmlUnlinkNode (n);
          xmlAddChild (cell, n);
        }
    }
}

static void
convert_array (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  xmlNode *table = cog_omml_add (omml, parent, "mtable");

  cog_xml_set (table, "columnalign", "right left");
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    {
      xmlNode *row;

      if (!cog_docx_is_math (n, "e"))
        continue;
      row = cog_omml_add (omml, table, "mtr");
      cog_omml_convert_children (omml, n, cog_omml_add (omml, row, "mtd"));
      split_at_marks (omml, row);
      if (row->children->next == NULL)
        cog_xml_set (table, "columnalign", "left");
    }
}

static void
convert_function (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  xmlNode *row = cog_omml_add (omml, parent, "mrow");

  cog_omml_convert_argument (omml, node, "fName", row);
  cog_omml_add_operator (omml, row, "\xE2\x81\xA1"); /* U+2061, function application */
  cog_omml_convert_argument (omml, node, "e", row);
}

static void
convert_border (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  static const char *const sides[][2] = {
    { "hideTop", "top" }, { "hideBot", "bottom" }, { "hideLeft", "left" }, { "hideRight", "right" }
  };
  static const char *const strikes[][2] = { { "strikeH", "horizontalstrike" },
                                            { "strikeV", "verticalstrike" },
                                            { "strikeBLTR", "updiagonalstrike" },
                                            { "strikeTLBR", "downdiagonalstrike" } };
  xmlNode *box = cog_omml_add (omml, parent, "menclose");
  g_autoptr (GString) notation = g_string_new (NULL);
  guint n_sides = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (!cog_omml_is_set (node, sides[i][0]))
      {
        g_string_append_printf (notation, " %s", sides[i][1]);
        n_sides++;
      }
  if (n_sides == G_N_ELEMENTS (sides))
    g_string_assign (notation, " box");
  for (guint i = 0; i < G_N_ELEMENTS (strikes); i++)
    if (cog_omml_is_set (node, strikes[i][0]))
      g_string_append_printf (notation, " %s", strikes[i][1]);
  cog_xml_set (box, "notation", notation->len > 0 ? notation->str + 1 : NULL);
  cog_omml_convert_argument (omml, node, "e", box);
}

static void
convert_phantom (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *show = cog_omml_dup_property (node, "show", "1");
  gboolean is_hidden =
      g_str_equal (show, "0") || g_str_equal (show, "off") || g_str_equal (show, "false");

  cog_omml_convert_argument (omml, node, "e",
                             is_hidden ? cog_omml_add (omml, parent, "mphantom") : parent);
}

static void
convert_box (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  cog_omml_convert_argument (omml, node, "e", parent);
}

static const struct
{
  const char *name;
  void (*convert) (CogOmml *omml, const xmlNode *node, xmlNode *parent);
} handlers[] = {
  { "r", cog_omml_convert_run }, { "f", convert_fraction }, { "rad", convert_radical },
  { "d", convert_delimiters },   { "m", convert_matrix },   { "eqArr", convert_array },
  { "func", convert_function },  { "box", convert_box },    { "borderBox", convert_border },
  { "phant", convert_phantom },
};

/* Elements that only hold others, or hold what a page looks like. */
static gboolean
is_transparent (const char *name)
{
  static const char *const names[] = { "e",   "oMath",      "num",       "den",
                                       "sub", "sup",        "lim",       "fName",
                                       "deg", "ins",        "moveTo",    "smartTag",
                                       "sdt", "sdtContent", "hyperlink", NULL };

  return g_strv_contains (names, name);
}

static gboolean
is_left_out (const char *name)
{
  static const char *const names[] = { "del",         "moveFrom",        "bookmarkStart",
                                       "bookmarkEnd", "proofErr",        "commentRangeStart",
                                       "sdtPr",       "commentRangeEnd", NULL };

  return g_strv_contains (names, name) || g_str_has_suffix (name, "Pr");
}

static void
convert (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  const char *name = (const char *)node->name;

  if (cog_docx_is (node, "r"))
    {
      cog_omml_convert_run (omml, node, parent);
      return;
    }
  for (guint i = 0; cog_docx_space (node) == COG_DOCX_M && i < G_N_ELEMENTS (handlers); i++)
    if (g_str_equal (name, handlers[i].name))
      {
        handlers[i].convert (omml, node, parent);
        return;
      }
  if (is_left_out (name) || cog_omml_convert_script (omml, node, parent))
    return;
  if (!is_transparent (name))
    cog_report_add (omml->report, &cog_finding_formula_part, omml->place, name, NULL);
  cog_omml_convert_children (omml, node, parent);
}

void
cog_omml_convert_children (CogOmml *omml, const xmlNode *node, xmlNode *parent)
{
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    convert (omml, n, parent);
}

xmlNode *
cog_omml_to_mathml (
    const xmlNode *omath, xmlDoc *doc, gboolean is_block, const char *place, CogReport *report)
{
  CogOmml omml = { doc, NULL, report, place };
  xmlNode *math;

  g_return_val_if_fail (omath != NULL && doc != NULL, NULL);

  math = xmlNewDocNode (doc, NULL, (const xmlChar *)"math", NULL);
  omml.ns = xmlNewNs (math, (const xmlChar *)COG_NS_MATHML, NULL);
  xmlSetNs (math, omml.ns);
  if (is_block)
    cog_xml_set (math, "display", "block");
  cog_omml_convert_children (&omml, omath, math);
  if (math->children == NULL)
    {
      xmlFreeNode (math);
      return NULL;
    }
  return math;
}
