/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-omml-write-private.h"

#include <string.h>

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return cog_xml_is (node, COG_NS_MATHML, name);
}

static gboolean
is_row (const xmlNode *node)
{
  static const char *const names[] = { "math", "mrow",     "mstyle", "mpadded",  "merror",
                                       "mtd",  "menclose", "msqrt",  "mphantom", NULL };

  return node->ns != NULL && g_strv_contains (names, (const char *)node->name);
}

void
cog_omml_write_argument (CogOmmlWriting *w, const char *name, const xmlNode *node)
{
  g_string_append_printf (w->out, "<m:%s>", name);
  if (node != NULL)
    cog_omml_write_element (w, node);
  g_string_append_printf (w->out, "</m:%s>", name);
}

/* What its children say as a row, where an element holds one or is one. */
static void
write_inner (CogOmmlWriting *w, const char *name, const xmlNode *row)
{
  g_string_append_printf (w->out, "<m:%s>", name);
  cog_omml_write_row (w, row);
  g_string_append_printf (w->out, "</m:%s>", name);
}

static void
write_fraction (CogOmmlWriting *w, const xmlNode *node)
{
  g_autofree char *thickness = cog_xml_dup_attribute (node, "linethickness");
  g_autofree char *bevelled = cog_xml_dup_attribute (node, "bevelled");
  gboolean has_line =
      thickness == NULL || g_ascii_strtod (thickness, NULL) > 0 || !g_ascii_isdigit (thickness[0]);

  g_string_append (w->out, "<m:f>");
  if (!has_line || g_strcmp0 (bevelled, "true") == 0)
    {
      g_string_append (w->out, "<m:fPr>");
      cog_omml_write_value (w, "type", has_line ? "skw" : "noBar");
      g_string_append (w->out, "</m:fPr>");
    }
  cog_omml_write_argument (w, "num", cog_omml_get_child (node, 0));
  cog_omml_write_argument (w, "den", cog_omml_get_child (node, 1));
  g_string_append (w->out, "</m:f>");
}

static void
write_root (CogOmmlWriting *w, const xmlNode *node)
{
  gboolean is_square = is_named (node, "msqrt");

  g_string_append (w->out, "<m:rad>");
  if (is_square)
    g_string_append (w->out, "<m:radPr><m:degHide m:val=\"1\"/></m:radPr>");
  cog_omml_write_argument (w, "deg", is_square ? NULL : cog_omml_get_child (node, 1));
  if (is_square)
    write_inner (w, "e", node);
  else
    cog_omml_write_argument (w, "e", cog_omml_get_child (node, 0));
  g_string_append (w->out, "</m:rad>");
}

static guint
count_columns (const xmlNode *table)
{
  guint n = 1;

  for (const xmlNode *row = cog_xml_first_element (table); row != NULL;
       row = cog_xml_next_element (row))
    n = MAX (n, (guint)xmlChildElementCount ((xmlNode *)row));
  return n;
}

/* Lines that are aligned at a sign (22.1.2.34), as AMS's align makes them. */
static gboolean
is_aligned (const xmlNode *table)
{
  g_autofree char *align = cog_xml_dup_attribute (table, "columnalign");

  return align != NULL && count_columns (table) == 2 && g_str_has_prefix (align, "right left");
}

static void
write_lines (CogOmmlWriting *w, const xmlNode *table)
{
  g_string_append (w->out, "<m:eqArr>");
  for (const xmlNode *row = cog_xml_first_element (table); row != NULL;
       row = cog_xml_next_element (row))
    {
      g_string_append (w->out, "<m:e>");
      for (const xmlNode *cell = cog_xml_first_element (row); cell != NULL;
           cell = cog_xml_next_element (cell))
        {
          if (cell != cog_xml_first_element (row))
            cog_omml_write_text (w, "&", NULL);
          cog_omml_write_row (w, cell);
        }
      g_string_append (w->out, "</m:e>");
    }
  g_string_append (w->out, "</m:eqArr>");
}

static void
write_table (CogOmmlWriting *w, const xmlNode *table)
{
  guint n_columns = count_columns (table);

  if (is_aligned (table))
    {
      write_lines (w, table);
      return;
    }
  g_string_append_printf (w->out,
                          "<m:m><m:mPr><m:mcs><m:mc><m:mcPr><m:count m:val=\"%u\"/><m:mcJc "
                          "m:val=\"center\"/></m:mcPr></m:mc></m:mcs></m:mPr>",
                          n_columns);
  for (const xmlNode *row = cog_xml_first_element (table); row != NULL;
       row = cog_xml_next_element (row))
    {
      guint n = 0;

      g_string_append (w->out, "<m:mr>");
      for (const xmlNode *cell = cog_xml_first_element (row); cell != NULL;
           cell = cog_xml_next_element (cell), n++)
        write_inner (w, "e", cell);
      for (; n < n_columns; n++)
        g_string_append (w->out, "<m:e/>");
      g_string_append (w->out, "</m:mr>");
    }
  g_string_append (w->out, "</m:m>");
}

static void
write_enclosed (CogOmmlWriting *w, const xmlNode *node)
{
  static const char *const sides[][2] = {
    { "top", "hideTop" }, { "bottom", "hideBot" }, { "left", "hideLeft" }, { "right", "hideRight" }
  };
  static const char *const strikes[][2] = { { "horizontalstrike", "strikeH" },
                                            { "verticalstrike", "strikeV" },
                                            { "updiagonalstrike", "strikeBLTR" },
                                            { "downdiagonalstrike", "strikeTLBR" } };
  gboolean is_box = cog_xml_has_word (node, "notation", "box") ||
                    cog_xml_has_word (node, "notation", "roundedbox") ||
                    cog_xml_has_word (node, "notation", "circle");

  g_string_append (w->out, "<m:borderBox><m:borderBoxPr>");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (!is_box && !cog_xml_has_word (node, "notation", sides[i][0]))
      cog_omml_write_value (w, sides[i][1], "1");
  for (guint i = 0; i < G_N_ELEMENTS (strikes); i++)
    if (cog_xml_has_word (node, "notation", strikes[i][0]))
      cog_omml_write_value (w, strikes[i][1], "1");
  g_string_append (w->out, "</m:borderBoxPr>");
  write_inner (w, "e", node);
  g_string_append (w->out, "</m:borderBox>");
}

static void
write_phantom (CogOmmlWriting *w, const xmlNode *node)
{
  g_string_append (w->out, "<m:phant><m:phantPr><m:show m:val=\"0\"/></m:phantPr>");
  write_inner (w, "e", node);
  g_string_append (w->out, "</m:phant>");
}

static void
write_other (CogOmmlWriting *w, const xmlNode *node)
{
  if (is_named (node, "semantics") || is_named (node, "maction"))
    {
      if (cog_omml_get_child (node, 0) != NULL)
        cog_omml_write_element (w, cog_omml_get_child (node, 0));
    }
  else if (is_named (node, "mspace"))
    cog_omml_write_text (w, "\u2005", NULL);
  else if (is_row (node))
    cog_omml_write_row (w, node);
  else if (!is_named (node, "none") && !is_named (node, "mprescripts"))
    {
      g_autofree char *text = cog_xml_dup_folded_text (node);

      cog_omml_write_text (w, text, "<m:nor/>");
    }
}

static const struct
{
  const char *name;
  void (*write) (CogOmmlWriting *w, const xmlNode *node);
} handlers[] = {
  { "mi", cog_omml_write_token },    { "mn", cog_omml_write_token }, { "mo", cog_omml_write_token },
  { "mtext", cog_omml_write_token }, { "ms", cog_omml_write_token }, { "mfrac", write_fraction },
  { "msqrt", write_root },           { "mroot", write_root },        { "mtable", write_table },
  { "menclose", write_enclosed },    { "mphantom", write_phantom },
};

void
cog_omml_write_element (CogOmmlWriting *w, const xmlNode *node)
{
  if (w->depth >= COG_OMML_DEPTH)
    {
      g_autofree char *text = cog_xml_dup_folded_text (node);

      cog_omml_write_text (w, text, "<m:nor/>");
      return;
    }
  w->depth++;
  if (cog_omml_is_nary (node))
    cog_omml_write_nary (w, node, NULL, NULL);
  else if (!cog_omml_write_script (w, node))
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (handlers) && !is_named (node, handlers[i].name))
        i++;
      if (i < G_N_ELEMENTS (handlers))
        handlers[i].write (w, node);
      else
        write_other (w, node);
    }
  w->depth--;
}

void
cog_omml_append (GString *out, const xmlNode *math)
{
  CogOmmlWriting w = { out, 0 };

  g_return_if_fail (out != NULL && math != NULL);

  g_string_append (out, "<m:oMath>");
  cog_omml_write_row (&w, math);
  g_string_append (out, "</m:oMath>");
}
