/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose-findings.h"
#include "cog-docx-line.h"
#include "cog-reader-findings.h"

#include <string.h>

/* A run's text is collected before its elements are opened: a run without any opens none. */
static void
flush (CogDocxLine *line, const xmlNode *run, GString *text)
{
  g_autoptr (GPtrArray) keys = NULL;

  if (text->len == 0)
    return;
  keys = cog_docx_line_dup_keys (line, run);
  cog_prose_add_text (cog_docx_line_open (line, keys), text->str);
  g_string_truncate (text, 0);
}

static void
convert_break (CogDocxLine *line, const xmlNode *run, const xmlNode *node, GString *text)
{
  g_autofree char *type = cog_docx_dup (node, "type");
  g_autoptr (GPtrArray) keys = NULL;

  if (g_strcmp0 (type, "page") == 0 || g_strcmp0 (type, "column") == 0)
    return;
  if (line->is_code)
    {
      g_string_append_c (text, '\n');
      return;
    }
  flush (line, run, text);
  keys = cog_docx_line_dup_keys (line, run);
  cog_prose_add (line->walk->prose, cog_docx_line_open (line, keys), "br");
}

static void
convert_symbol (CogDocxLine *line, const xmlNode *node, GString *text)
{
  g_autofree char *font = cog_docx_dup (node, "font");
  g_autofree char *code = cog_docx_dup (node, "char");
  guint value = code != NULL ? (guint)g_ascii_strtoull (code, NULL, 16) : 0;
  const char *found = cog_docx_find_symbol (font != NULL ? font : "", value);

  if (found != NULL)
    g_string_append (text, found);
  else if (value >= 0x20 && value < 0xE000 && g_unichar_validate (value))
    g_string_append_unichar (text, value);
  else
    cog_report_add (line->walk->report, &cog_finding_symbol_unknown, line->flow->part, font, code);
}

static void
convert_ruby (CogDocxLine *line, const xmlNode *run, const xmlNode *node)
{
  g_autoptr (GPtrArray) keys = cog_docx_line_dup_keys (line, run);
  xmlNode *ruby = cog_prose_add (line->walk->prose, cog_docx_line_open (line, keys), "ruby");
  g_autofree char *base = cog_xml_dup_folded_text (cog_docx_child (node, "rubyBase"));
  g_autofree char *reading = cog_xml_dup_folded_text (cog_docx_child (node, "rt"));

  cog_prose_add_text (ruby, base);
  cog_prose_add_text (cog_prose_add (line->walk->prose, ruby, "rt"), reading);
}

static void
convert_field (CogDocxLine *line, const xmlNode *run, const xmlNode *node, GString *text)
{
  g_autofree char *type = cog_docx_dup (node, "fldCharType");

  flush (line, run, text);
  if (g_strcmp0 (type, "begin") == 0)
    cog_docx_field_begin (line->walk);
  else if (g_strcmp0 (type, "separate") == 0)
    cog_docx_field_separate (line->walk);
  else if (g_strcmp0 (type, "end") == 0)
    cog_docx_field_end (line->walk);
}

/* Signs that stand for a letter. (nullable) */
static const char *
find_sign (const CogDocxLine *line, const char *name)
{
  static const char *const signs[][2] = { { "tab", "\t" },
                                          { "ptab", "\t" },
                                          { "noBreakHyphen", "\xE2\x80\x91" },
                                          { "softHyphen", "\xC2\xAD" } };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (name, signs[i][0]))
      return i < 2 && !line->is_code ? " " : signs[i][1];
  return NULL;
}

static void
convert_part (CogDocxLine *line, const xmlNode *run, const xmlNode *node, GString *text)
{
  const char *name = (const char *)node->name;
  const char *sign = find_sign (line, name);

  if ((g_str_equal (name, "t") || g_str_equal (name, "sym")) && cog_docx_is_note_mark (node))
    return;
  if (sign != NULL)
    g_string_append (text, sign);
  else if (g_str_equal (name, "t"))
    {
      g_autofree char *words = cog_xml_dup_text (node);

      g_string_append (text, words);
    }
  else if (g_str_equal (name, "br") || g_str_equal (name, "cr"))
    convert_break (line, run, node, text);
  else if (g_str_equal (name, "sym"))
    convert_symbol (line, node, text);
  else
    {
      flush (line, run, text);
      if (g_str_equal (name, "ruby"))
        convert_ruby (line, run, node);
      else if (g_str_equal (name, "footnoteReference") || g_str_equal (name, "endnoteReference"))
        cog_docx_convert_note (line, node);
      else if (g_str_equal (name, "drawing") || g_str_equal (name, "pict") ||
               g_str_equal (name, "object") || g_str_equal (name, "AlternateContent"))
        cog_docx_convert_drawing (line, node);
    }
}

static gboolean
is_hidden (CogDocxLine *line, const xmlNode *run)
{
  const xmlNode *properties = cog_docx_child (run, "rPr");
  g_autofree char *style = cog_docx_dup_child_val (properties, "rStyle");
  int own = cog_docx_toggle (properties, "vanish");

  return own >= 0
             ? own == 1
             : style != NULL && cog_docx_styles_toggle (line->walk->styles, style, "vanish") == 1;
}

void
cog_docx_convert_run (CogDocxLine *line, const xmlNode *run)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean hidden = is_hidden (line, run);

  for (const xmlNode *n = cog_xml_first_element (run); n != NULL; n = cog_xml_next_element (n))
    {
      if (cog_docx_is (n, "fldChar"))
        convert_field (line, run, n, text);
      else if (cog_docx_is (n, "instrText"))
        {
          g_autofree char *code = cog_xml_dup_text (n);

          cog_docx_field_add_code (line->walk, code);
        }
      else if (cog_docx_field_is_hidden (line->walk))
        continue;
      else if (!hidden)
        convert_part (line, run, n, text);
      else if (cog_docx_is (n, "t"))
        cog_report_add (line->walk->report, &cog_finding_hidden_dropped, line->flow->part, NULL,
                        NULL);
    }
  flush (line, run, text);
}
