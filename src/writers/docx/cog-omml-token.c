/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-omml-write-private.h"

#include "cog-xml-write.h"

char *
cog_omml_dup_token (const xmlNode *node)
{
  static const char *const invisible[] = { "\u2061", "\u2062", "\u2063", "\u2064", NULL };
  g_autofree char *text = cog_xml_dup_folded_text (node);

  return g_strv_contains (invisible, text) ? g_strdup ("") : g_steal_pointer (&text);
}

void
cog_omml_write_value (CogOmmlWriting *w, const char *name, const char *value)
{
  g_string_append_printf (w->out, "<m:%s", name);
  cog_xml_append_attribute (w->out, "m:val", value);
  g_string_append (w->out, "/>");
}

void
cog_omml_write_text (CogOmmlWriting *w, const char *text, const char *properties)
{
  if (text[0] == '\0')
    return;
  g_string_append (w->out, "<m:r>");
  if (properties != NULL)
    g_string_append_printf (w->out, "<m:rPr>%s</m:rPr>", properties);
  g_string_append (w->out, "<m:t xml:space=\"preserve\">");
  cog_xml_append_escaped (w->out, text, -1);
  g_string_append (w->out, "</m:t></m:r>");
}

/* mathvariant as m:scr and m:sty together say it (22.1.2.94, 22.1.2.111). */
static const char *
find_properties (const char *variant)
{
  static const char *const rows[][2] = {
    { "normal", "<m:sty m:val=\"p\"/>" },
    { "bold", "<m:sty m:val=\"b\"/>" },
    { "italic", "<m:sty m:val=\"i\"/>" },
    { "bold-italic", "<m:sty m:val=\"bi\"/>" },
    { "double-struck", "<m:scr m:val=\"double-struck\"/><m:sty m:val=\"p\"/>" },
    { "fraktur", "<m:scr m:val=\"fraktur\"/><m:sty m:val=\"p\"/>" },
    { "bold-fraktur", "<m:scr m:val=\"fraktur\"/><m:sty m:val=\"b\"/>" },
    { "script", "<m:scr m:val=\"script\"/><m:sty m:val=\"p\"/>" },
    { "bold-script", "<m:scr m:val=\"script\"/><m:sty m:val=\"b\"/>" },
    { "sans-serif", "<m:scr m:val=\"sans-serif\"/><m:sty m:val=\"p\"/>" },
    { "bold-sans-serif", "<m:scr m:val=\"sans-serif\"/><m:sty m:val=\"b\"/>" },
    { "sans-serif-italic", "<m:scr m:val=\"sans-serif\"/><m:sty m:val=\"i\"/>" },
    { "sans-serif-bold-italic", "<m:scr m:val=\"sans-serif\"/><m:sty m:val=\"bi\"/>" },
    { "monospace", "<m:scr m:val=\"monospace\"/><m:sty m:val=\"p\"/>" },
  };

  for (guint i = 0; variant != NULL && i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (variant, rows[i][0]))
      return rows[i][1];
  return NULL;
}

/* The variant that holds for a token, of its own or of an mstyle around it (MathML 3, 3.3.4). */
static char *
dup_variant (const xmlNode *node)
{
  for (const xmlNode *n = node; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    {
      char *variant = n == node || cog_xml_is (n, COG_NS_MATHML, "mstyle")
                          ? cog_xml_dup_attribute (n, "mathvariant")
                          : NULL;

      if (variant != NULL)
        return variant;
    }
  return NULL;
}

void
cog_omml_write_token (CogOmmlWriting *w, const xmlNode *node)
{
  g_autofree char *text = cog_omml_dup_token (node);
  g_autofree char *variant = dup_variant (node);
  const char *properties = find_properties (variant);

  if (cog_xml_is (node, NULL, "mtext") || cog_xml_is (node, NULL, "ms"))
    {
      /* White space in words is said with no-break spaces. */
      g_autofree char *words = cog_xml_dup_text (node);

      cog_omml_write_text (w, words, "<m:nor/>");
      return;
    }
  /* One letter is slanted by itself, a name of several is upright (MathML 3, 3.2.3). */
  if (properties == NULL && cog_xml_is (node, NULL, "mi") && g_utf8_strlen (text, -1) > 1)
    properties = "<m:sty m:val=\"p\"/>";
  cog_omml_write_text (w, text, properties);
}
