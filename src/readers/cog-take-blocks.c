/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-take.h"

#include "cog-reader-findings.h"

#include <string.h>

gboolean
cog_take_is_note (const xmlNode *node)
{
  static const char *const types[] = { "footnote", "endnote", "rearnote", "note" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (cog_xml_has_word (node, "epub:type", types[i]))
      return TRUE;
  return cog_xml_has_word (node, "role", "doc-footnote") ||
         cog_xml_has_word (node, "role", "doc-endnote");
}

gboolean
cog_take_has_class (const xmlNode *node, const char *const *words)
{
  g_autofree char *classes = cog_xml_dup_attribute (node, "class");
  g_auto (GStrv) list = g_strsplit_set (classes != NULL ? classes : "", " \t\r\n", 60);

  for (guint i = 0; list[i] != NULL; i++)
    for (guint w = 0; words[w] != NULL; w++)
      if (g_ascii_strcasecmp (list[i], words[w]) == 0)
        return TRUE;
  return FALSE;
}

gboolean
cog_take_holds (const xmlNode *top, const char *name)
{
  for (const xmlNode *n = top; n != NULL; n = cog_xml_next_in (top, n))
    if (n->type == XML_ELEMENT_NODE && strcmp ((const char *)n->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* What a div really is: a figure, its caption, a section, a note; NULL: only a box. */
static const char *
guess_block (CogTake *take, const xmlNode *node)
{
  static const char *const figures[] = { "figure", "fig",        "figgroup",   "figcontainer",
                                         "thumb",  "thumbinner", "wp-caption", "image-container",
                                         NULL };
  static const char *const captions[] = { "caption",         "figcaption", "thumbcaption",
                                          "wp-caption-text", "legend",     NULL };
  static const char *const notes[] = { "note",    "warning",    "tip", "sidebar", "callout",
                                       "textbox", "admonition", "box", "example", NULL };
  g_autofree char *type = cog_xml_dup_attribute_ns (node, COG_NS_EPUB, "type");
  g_autofree char *known = cog_take_dup_known_words (type, cog_vocabulary_has_type);
  g_autofree char *language = cog_take_dup_language (node);

  if (cog_take_is_note (node))
    return "aside";
  if (cog_take_has_class (node, figures) && cog_take_holds (node, "img") &&
      !cog_builder_is_in (take->builder, "figure"))
    return "figure";
  if (cog_take_has_class (node, captions) && cog_builder_is_in (take->builder, "figure"))
    return "figcaption";
  if (cog_take_has_class (node, notes))
    return "aside";
  if (known != NULL || language != NULL || xmlHasProp ((xmlNode *)node, (const xmlChar *)"dir"))
    return "section";
  return NULL;
}

/* A table that holds one cell, or says so, only places things. */
static gboolean
is_layout_table (const xmlNode *table)
{
  guint cells = 0;

  if (cog_xml_has_word (table, "role", "presentation"))
    return TRUE;
  for (const xmlNode *n = table; n != NULL && cells < 2; n = cog_xml_next_in (table, n))
    if (n->type == XML_ELEMENT_NODE &&
        (strcmp ((const char *)n->name, "td") == 0 || strcmp ((const char *)n->name, "th") == 0))
      cells++;
  return cells < 2 && !cog_take_holds (table, "caption");
}

static gboolean
is_in_layout_table (const xmlNode *node)
{
  const xmlNode *n = node;

  while (n != NULL && n->type == XML_ELEMENT_NODE && strcmp ((const char *)n->name, "table") != 0)
    n = n->parent;
  return n != NULL && n->type == XML_ELEMENT_NODE && is_layout_table (n);
}

static gboolean
is_table_part (const char *as)
{
  static const char *const parts[] = { "table", "thead", "tbody", "tfoot", "tr", "td", "th", NULL };

  return g_strv_contains (parts, as);
}

void
cog_take_open_block (CogTake *take, CogTakeFrame *frame, const xmlNode *node, const char *as)
{
  if (is_table_part (as) && is_in_layout_table (node))
    {
      cog_builder_break (take->builder);
      frame->breaks = TRUE;
      return;
    }
  if (strcmp (as, "section") == 0 && cog_take_is_note (node))
    as = "aside";
  frame->block = cog_builder_open_block (take->builder, as);
  frame->breaks = TRUE;
  if (frame->block == NULL)
    {
      cog_report_add (take->self->report, &cog_finding_too_deep, take->file, NULL, NULL);
      return;
    }
  cog_take_copy_global (take, node, frame->block);
  cog_take_copy_own (take, node, frame->block);
  if (strcmp (as, "pre") == 0)
    {
      frame->is_pre = TRUE;
      cog_builder_set_preformatted (take->builder, TRUE);
    }
}

void
cog_take_open_box (CogTake *take, CogTakeFrame *frame, const xmlNode *node)
{
  const char *as = guess_block (take, node);
  g_autofree char *id = NULL;

  if (as != NULL)
    {
      cog_take_open_block (take, frame, node, as);
      return;
    }
  cog_builder_break (take->builder);
  frame->breaks = TRUE;
  id = cog_take_dup_id (take, node);
  if (id != NULL)
    cog_builder_push_id (take->builder, id);
}
