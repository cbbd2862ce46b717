/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odf-private.h"

#include "cog-language.h"
#include "cog-xml-write.h"

#include <string.h>

void
cog_odf_append_cm (GString *out, const char *name, double cm)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, " %s=\"%scm\"", name,
                          g_ascii_formatd (buffer, sizeof buffer, "%.3f", cm));
}

static const char *
find_suffix (const char *language)
{
  if (cog_language_is_rtl (language))
    return "-complex";
  return g_str_has_prefix (language, "zh") || g_str_has_prefix (language, "ja") ||
                 g_str_has_prefix (language, "ko")
             ? "-asian"
             : "";
}

/* Western, Asian and complex letters have a language each (20.195): it stands where those of the
 * language are looked for. */
void
cog_odf_append_language (GString *out, const char *language)
{
  const char *suffix = find_suffix (language);
  const char *prefix = suffix[0] == '\0' ? "fo" : "style";
  g_auto (GStrv) parts = g_strsplit (language, "-", -1);
  const char *country = "none";

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    if (strlen (parts[i]) == 2)
      country = parts[i];
  g_string_append_printf (out, " %s:language%s=\"%s\" %s:country%s=\"%s\"", prefix, suffix,
                          parts[0] != NULL ? parts[0] : "none", prefix, suffix, country);
}

static void
append_weight (GString *out, CogFlowLook look)
{
  if ((look & COG_FLOW_BOLD) != 0)
    g_string_append (out, " fo:font-weight=\"bold\" style:font-weight-asian=\"bold\" "
                          "style:font-weight-complex=\"bold\"");
  if ((look & COG_FLOW_ITALIC) != 0)
    g_string_append (out, " fo:font-style=\"italic\" style:font-style-asian=\"italic\" "
                          "style:font-style-complex=\"italic\"");
}

static void
append_look (GString *out, CogFlowLook look)
{
  append_weight (out, look);
  if ((look & COG_FLOW_MONO) != 0)
    g_string_append (out, " style:font-name=\"Mono\" style:font-name-asian=\"Mono\" "
                          "style:font-name-complex=\"Mono\"");
  if ((look & COG_FLOW_SUB) != 0)
    g_string_append (out, " style:text-position=\"sub 65%\"");
  else if ((look & COG_FLOW_SUP) != 0)
    g_string_append (out, " style:text-position=\"super 65%\"");
  if ((look & COG_FLOW_UNDERLINE) != 0)
    g_string_append (out, " style:text-underline-style=\"solid\" "
                          "style:text-underline-width=\"auto\"");
  if ((look & COG_FLOW_STRIKE) != 0)
    g_string_append (out, " style:text-line-through-style=\"solid\"");
  if ((look & COG_FLOW_SMALL) != 0)
    g_string_append (out, " fo:font-size=\"85%\" style:font-size-complex=\"85%\"");
  if ((look & COG_FLOW_SMALL_CAPS) != 0)
    g_string_append (out, " fo:font-variant=\"small-caps\"");
  if ((look & COG_FLOW_MARK) != 0)
    g_string_append (out, " fo:background-color=\"#fff2a8\"");
}

/* NULL: the run has nothing of its own. */
static const char *
get_style (CogOdfWriting *odf, const CogFlowRun *run)
{
  g_autoptr (GString) properties = g_string_new (NULL);
  gboolean is_code = odf->block != NULL && odf->block->kind == COG_FLOW_CODE;
  CogFlowLook look = is_code ? run->look & ~COG_FLOW_MONO : run->look;
  const char *parent = look == COG_FLOW_MONO ? "Source_20_Text" : NULL;

  append_look (properties, parent != NULL ? 0 : look);
  if (!g_str_equal (run->language, odf->language) && !g_str_equal (run->language, "und"))
    cog_odf_append_language (properties, run->language);
  if (properties->len == 0)
    return parent;
  g_string_prepend (properties, "<style:text-properties");
  g_string_append (properties, "/>");
  return cog_odf_get_style (odf, "text", parent, properties->str);
}

/* ODF folds white space as XHTML does: what is to stay says so. */
void
cog_odf_append_text (GString *out, const char *text, gboolean is_pre)
{
  const char *start = text;

  for (const char *c = text; *c != '\0'; c++)
    {
      gsize n = is_pre ? strspn (c, " ") : 0;

      if (*c != '\t' && n == 0)
        continue;
      cog_xml_append_escaped (out, start, c - start);
      if (*c == '\t')
        g_string_append (out, "<text:tab/>");
      else
        g_string_append_printf (out, "<text:s text:c=\"%u\"/>", (guint)n);
      c += n > 0 ? n - 1 : 0;
      start = c + 1;
    }
  cog_xml_append_escaped (out, start, -1);
}

void
cog_odf_text (gpointer data, const char *text, const CogFlowRun *run)
{
  CogOdfWriting *odf = data;
  const char *style = get_style (odf, run);
  /* What runs the other way in its line is isolated by the marks of Unicode: ODF has no run with a
   * direction. */
  gboolean is_other = odf->block != NULL && run->is_rtl != odf->block->run.is_rtl;

  if (style != NULL)
    g_string_append_printf (odf->out, "<text:span text:style-name=\"%s\">", style);
  if (is_other)
    g_string_append (odf->out, run->is_rtl ? "\u2067" : "\u2066");
  cog_odf_append_text (odf->out, text, odf->block != NULL && odf->block->kind == COG_FLOW_CODE);
  if (is_other)
    g_string_append (odf->out, "\u2069");
  if (style != NULL)
    g_string_append (odf->out, "</text:span>");
}

void
cog_odf_line_break (gpointer data, const CogFlowRun *run)
{
  CogOdfWriting *odf = data;

  g_string_append (odf->out, "<text:line-break/>");
}

const char *
cog_odf_get_bookmark (const CogOdfWriting *odf, const char *id)
{
  const char *mark = g_hash_table_lookup (odf->marks, id);

  return mark != NULL ? mark : id;
}

void
cog_odf_anchor (gpointer data, const char *id)
{
  CogOdfWriting *odf = data;

  g_string_append (odf->out, "<text:bookmark");
  cog_xml_append_attribute (odf->out, "text:name", cog_odf_get_bookmark (odf, id));
  g_string_append (odf->out, "/>");
}

void
cog_odf_begin_link (gpointer data, const char *href)
{
  CogOdfWriting *odf = data;
  g_autofree char *inner =
      href[0] == '#' ? g_strconcat ("#", cog_odf_get_bookmark (odf, href + 1), NULL) : NULL;

  g_string_append (odf->out, "<text:a xlink:type=\"simple\"");
  cog_xml_append_attribute (odf->out, "xlink:href", inner != NULL ? inner : href);
  g_string_append_c (odf->out, '>');
}

void
cog_odf_end_link (gpointer data)
{
  CogOdfWriting *odf = data;

  g_string_append (odf->out, "</text:a>");
}

void
cog_odf_note (gpointer data, const CogFlowNote *note, const CogFlowRun *run)
{
  CogOdfWriting *odf = data;
  const CogFlowBlock *block = odf->block;
  const char *name = note->is_endnote ? "endnote" : "footnote";

  g_string_append_printf (odf->out,
                          "<text:note text:id=\"%s%u\" text:note-class=\"%s\">"
                          "<text:note-citation>%u</text:note-citation><text:note-body>",
                          note->is_endnote ? "edn" : "ftn", note->number, name, note->number);
  cog_flow_write_note (odf->flow, note);
  g_string_append (odf->out, "</text:note-body></text:note>");
  odf->block = block;
}
