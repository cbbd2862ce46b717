/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-md-private.h"

#include "cog-xml-write.h"

#include <string.h>

void
cog_md_push (CogMdWriting *md, const char *first, const char *rest)
{
  CogMdPrefix prefix = { g_strdup (first), g_strdup (rest), FALSE };

  g_array_append_val (md->prefixes, prefix);
}

void
cog_md_pop (CogMdWriting *md)
{
  const CogMdPrefix *last = &g_array_index (md->prefixes, CogMdPrefix, md->prefixes->len - 1);

  g_free (last->first);
  g_free (last->rest);
  g_array_set_size (md->prefixes, md->prefixes->len - 1);
}

static void
trim_end (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

static void
append_prefix (CogMdWriting *md)
{
  for (guint i = 0; i < md->prefixes->len; i++)
    {
      CogMdPrefix *prefix = &g_array_index (md->prefixes, CogMdPrefix, i);

      g_string_append (md->out, prefix->is_used ? prefix->rest : prefix->first);
      prefix->is_used = TRUE;
    }
}

/* An empty line, which belongs to what has begun already. */
static void
append_empty (CogMdWriting *md)
{
  if (md->out->len == 0)
    return;
  for (guint i = 0; i < md->prefixes->len; i++)
    {
      const CogMdPrefix *prefix = &g_array_index (md->prefixes, CogMdPrefix, i);

      if (!prefix->is_used)
        break;
      g_string_append (md->out, prefix->rest);
    }
  trim_end (md->out);
  g_string_append_c (md->out, '\n');
}

void
cog_md_append_lines (CogMdWriting *md, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (!md->is_tight)
    append_empty (md);
  md->is_tight = FALSE;
  md->needs_gap = FALSE;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      append_prefix (md);
      g_string_append (md->out, lines[i]);
      trim_end (md->out);
      g_string_append_c (md->out, '\n');
    }
}

/* What the caption of a figure says stands in one element. */
static void
settle_caption (CogMdWriting *md, gboolean is_caption)
{
  if (md->n_figures == 0 || md->in_caption == is_caption || md->n_html > 0 || md->is_table)
    return;
  md->in_caption = is_caption;
  cog_md_append_lines (md, is_caption ? "<figcaption>" : "</figcaption>");
}

void
cog_md_begin_block (gpointer data, const CogFlowBlock *block)
{
  CogMdWriting *md = data;
  gboolean is_leaf = block->begins_item && cog_xml_is (block->node, COG_NS_XHTML, "li");

  if (!block->is_in_cell && !block->is_in_note)
    settle_caption (md, block->kind == COG_FLOW_CAPTION || block->kind == COG_FLOW_CREDIT);
  if (is_leaf &&
      (block->list->depth > 1 || cog_xml_first_element (block->list->node) != block->node))
    md->is_tight = TRUE;
  md->block = block;
  md->look = 0;
  md->language = block->run.language;
  g_string_truncate (md->line, 0);
  g_string_truncate (md->run, 0);
}

static void
write_code (CogMdWriting *md)
{
  g_autofree char *fence = NULL;
  g_autofree char *text = NULL;
  gsize n = 3;

  while (TRUE)
    {
      g_free (fence);
      fence = g_strnfill (n++, '`');
      if (strstr (md->line->str, fence) == NULL)
        break;
    }
  text = g_strdup_printf ("%s\n%s\n%s", fence, md->line->str, fence);
  cog_md_append_lines (md, text);
}

static void
write_heading (CogMdWriting *md, guint level)
{
  g_autofree char *marks = g_strnfill (MIN (level, 6), '#');
  g_autofree char *text = g_strdup_printf ("%s %s", marks, md->line->str);

  cog_md_append_lines (md, text);
}

static void
write_text (CogMdWriting *md, const CogFlowBlock *block)
{
  gboolean is_definition = block->n_indents > 0 && block->list == NULL;

  if (is_definition)
    {
      cog_md_push (md, ":   ", "    ");
      md->is_tight = TRUE;
    }
  if (block->kind == COG_FLOW_CAPTION && cog_xml_is (block->node, COG_NS_XHTML, "caption"))
    g_string_prepend (md->line, "Table: ");
  if (md->line->len > 0 || block->begins_item)
    cog_md_append_lines (md, md->line->str);
  if (is_definition)
    cog_md_pop (md);
}

void
cog_md_end_block (gpointer data, const CogFlowBlock *block)
{
  CogMdWriting *md = data;

  cog_md_flush (md);
  md->block = NULL;
  if (md->is_table || md->n_html > 0)
    {
      /* Texts of a cell one below the other. */
      if (md->cell->len > 0 && md->line->len > 0)
        g_string_append (md->cell, "<br/>");
      g_strdelimit (md->line->str, "\n", ' ');
      g_string_append (md->cell, md->line->str);
    }
  else if (block->kind == COG_FLOW_CODE)
    write_code (md);
  else if (block->kind == COG_FLOW_HEADING && md->line->len > 0)
    write_heading (md, block->level);
  else if (block->kind == COG_FLOW_RULE)
    cog_md_append_lines (md, "* * *");
  else
    write_text (md, block);
  g_string_truncate (md->line, 0);
}

static const char *
find_element (const xmlNode *node, CogFlowBox box)
{
  if (cog_xml_is (node, COG_NS_XHTML, "figure"))
    return "figure";
  if (cog_xml_is (node, COG_NS_XHTML, "aside") || box == COG_FLOW_BOX)
    return "aside";
  return box == COG_FLOW_PLAIN ? NULL : "section";
}

void
cog_md_begin_group (gpointer data, const xmlNode *node, CogFlowBox box)
{
  CogMdWriting *md = data;
  const char *element = find_element (node, box);
  g_autofree char *classes = cog_xml_dup_attribute (node, "class");
  g_autoptr (GString) tag = g_string_new ("<");

  if (md->n_html > 0 || md->is_table)
    return;
  if (cog_xml_is (node, COG_NS_XHTML, "blockquote"))
    {
      cog_md_push (md, "> ", "> ");
      return;
    }
  g_string_append (tag, element);
  cog_xml_append_attribute (tag, "class", classes);
  g_string_append_c (tag, '>');
  cog_md_append_lines (md, tag->str);
  md->n_figures += g_str_equal (element, "figure");
}

void
cog_md_end_group (gpointer data, const xmlNode *node, CogFlowBox box)
{
  CogMdWriting *md = data;
  const char *element = find_element (node, box);
  g_autofree char *tag = NULL;

  if (md->n_html > 0 || md->is_table)
    return;
  if (cog_xml_is (node, COG_NS_XHTML, "blockquote"))
    {
      cog_md_pop (md);
      return;
    }
  if (g_str_equal (element, "figure"))
    {
      settle_caption (md, FALSE);
      md->n_figures--;
    }
  tag = g_strdup_printf ("</%s>", element);
  cog_md_append_lines (md, tag);
}

void
cog_md_begin_list (gpointer data, const CogFlowList *list)
{
  CogMdWriting *md = data;

  if (md->needs_gap && md->n_html == 0 && !md->is_table)
    cog_md_append_lines (md, "<!-- -->");
}

void
cog_md_end_list (gpointer data, const CogFlowList *list)
{
  CogMdWriting *md = data;

  md->needs_gap = TRUE;
}

void
cog_md_begin_item (gpointer data, const CogFlowList *list)
{
  CogMdWriting *md = data;
  g_autofree char *mark = list->type != 0
                              ? g_strdup_printf ("%" G_GINT64_FORMAT ". ", MAX (0, list->number))
                              : g_strdup ("- ");
  g_autofree char *rest = g_strnfill (strlen (mark), ' ');

  if (md->n_html == 0 && !md->is_table)
    cog_md_push (md, mark, rest);
}

void
cog_md_end_item (gpointer data, const CogFlowList *list)
{
  CogMdWriting *md = data;

  if (md->n_html == 0 && !md->is_table)
    cog_md_pop (md);
}

/* Notes stand at the end of their section. */
void
cog_md_note (gpointer data, const CogFlowNote *note, const CogFlowRun *run)
{
  CogMdWriting *md = data;
  g_autofree char *name = g_strdup_printf ("%s%u", note->is_endnote ? "e" : "", note->number);
  g_autofree char *first = g_strdup_printf ("[^%s]: ", name);
  CogMdWriting saved;

  cog_md_flush (md);
  g_string_append_printf (md->line, "[^%s]", name);
  saved = *md;
  md->out = md->notes;
  md->line = g_string_new (NULL);
  md->run = g_string_new (NULL);
  md->prefixes = g_array_new (FALSE, FALSE, sizeof (CogMdPrefix));
  md->n_html = md->n_figures = 0;
  md->is_table = md->in_caption = md->needs_gap = FALSE;
  cog_md_push (md, first, "    ");
  cog_flow_write_note (md->flow, note);
  cog_md_pop (md);
  g_string_free (md->line, TRUE);
  g_string_free (md->run, TRUE);
  g_array_unref (md->prefixes);
  *md = saved;
}

void
cog_md_append_notes (CogMdWriting *md)
{
  if (md->notes->len == 0)
    return;
  g_string_append_c (md->out, '\n');
  g_string_append (md->out, md->notes->str);
  g_string_truncate (md->notes, 0);
}
