/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-docx-line.h"

#include "cog-language.h"
#include "cog-prose-findings.h"

#include <string.h>

void
cog_docx_line_begin (CogDocxLine *line, CogDocxWalk *walk, CogDocxFlow *flow)
{
  memset (line, 0, sizeof *line);
  line->walk = walk;
  line->flow = flow;
  cog_prose_line_begin (&line->runs, walk->prose, NULL);
  line->boxes = g_ptr_array_new ();
}

void
cog_docx_line_end (CogDocxLine *line)
{
  cog_prose_line_end (&line->runs);
  g_clear_pointer (&line->boxes, g_ptr_array_unref);
  g_clear_pointer (&line->href, g_free);
}

xmlNode *
cog_docx_line_open (CogDocxLine *line, GPtrArray *keys)
{
  line->runs.block = line->block;
  return cog_prose_line_open (&line->runs, keys);
}

/* Toggles of the paragraph's and the run's style cancel each other; what the run itself says is
 * what counts (17.7.3). */
static gboolean
is_set (CogDocxLine *line, const xmlNode *properties, const char *style, const char *name)
{
  int own = cog_docx_toggle (properties, name);
  gboolean of_run, of_paragraph;

  if (own >= 0)
    return own == 1;
  of_run = style != NULL && cog_docx_styles_toggle (line->walk->styles, style, name) == 1;
  of_paragraph =
      !line->is_styled && cog_docx_styles_toggle (line->walk->styles, line->style, name) == 1;
  return of_run != of_paragraph;
}

/* The value of a property of a run or of its style. (transfer full) (nullable) */
static char *
dup_value (CogDocxLine *line, const xmlNode *properties, const char *style, const char *name)
{
  char *value = cog_docx_dup_child_val (properties, name);

  if (value == NULL && style != NULL)
    value =
        cog_docx_dup_child_val (cog_docx_styles_get_run (line->walk->styles, style, name), name);
  return value;
}

/* A language is told where the run itself has it: Word writes one for most styles. */
static void
add_language (CogDocxLine *line, const xmlNode *properties, GPtrArray *keys)
{
  const xmlNode *lang = cog_docx_child (properties, "lang");
  gboolean is_complex =
      cog_docx_toggle (properties, "rtl") == 1 || cog_docx_toggle (properties, "cs") == 1;
  g_autofree char *value = cog_docx_dup (lang, is_complex ? "bidi" : "val");
  g_autofree char *tag = value != NULL ? cog_language_canonicalise (value) : NULL;

  if (tag != NULL && cog_language_is_valid (tag) && !g_str_has_prefix (tag, "x-") &&
      cog_prose_is_other_language (line->walk->prose, tag))
    g_ptr_array_add (keys, g_strconcat ("l:", tag, NULL));
}

static void
add_position (CogDocxLine *line, const xmlNode *properties, const char *style, GPtrArray *keys)
{
  g_autofree char *position = dup_value (line, properties, style, "vertAlign");

  if (g_strcmp0 (position, "superscript") == 0)
    g_ptr_array_add (keys, g_strdup ("sup"));
  else if (g_strcmp0 (position, "subscript") == 0)
    g_ptr_array_add (keys, g_strdup ("sub"));
}

GPtrArray *
cog_docx_line_dup_keys (CogDocxLine *line, const xmlNode *run)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  const xmlNode *properties = cog_docx_child (run, "rPr");
  g_autofree char *style = cog_docx_dup_child_val (properties, "rStyle");
  g_autofree char *underline = dup_value (line, properties, style, "u");
  g_autofree char *highlight = cog_docx_dup_child_val (properties, "highlight");
  const char *field = cog_docx_field_get_href (line->walk);
  const char *href = line->href != NULL ? line->href : field;

  if (href != NULL)
    g_ptr_array_add (keys, g_strconcat ("a:", href, NULL));
  add_language (line, properties, keys);
  if (line->is_code)
    return keys;
  if (!line->is_heading && is_set (line, properties, style, "b"))
    g_ptr_array_add (keys, g_strdup ("strong"));
  if (is_set (line, properties, style, "i"))
    g_ptr_array_add (keys, g_strdup ("em"));
  if (href == NULL && !line->is_heading && underline != NULL && !g_str_equal (underline, "none"))
    g_ptr_array_add (keys, g_strdup ("u"));
  if (is_set (line, properties, style, "strike") || is_set (line, properties, style, "dstrike"))
    g_ptr_array_add (keys, g_strdup ("s"));
  if (!line->is_heading && is_set (line, properties, style, "smallCaps"))
    g_ptr_array_add (keys, g_strdup ("smallcaps"));
  if (is_set (line, properties, style, "caps"))
    cog_report_add (line->walk->report, &cog_finding_capitals_as_typed, line->flow->part, NULL,
                    NULL);
  if (highlight != NULL && !g_str_equal (highlight, "none"))
    g_ptr_array_add (keys, g_strdup ("mark"));
  if (cog_docx_styles_is_code (line->walk->styles, style))
    g_ptr_array_add (keys, g_strdup ("code"));
  add_position (line, properties, style, keys);
  return keys;
}
