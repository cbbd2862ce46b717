/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-plain-private.h"

#include "cog-list-number.h"
#include "cog-markup.h"
#include "cog-math-words.h"

#include <string.h>

#define MAX_LINE 60 /* characters of the line below a heading */

void
cog_plain_append (CogPlainWriting *plain, const char *first, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *rest = g_strnfill ((gsize)g_utf8_strlen (first, -1), ' ');

  if (!plain->is_tight)
    g_string_append_c (plain->out, '\n');
  plain->is_tight = FALSE;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (plain->out, i == 0 ? first : rest);
      g_string_append (plain->out, g_strchomp (lines[i]));
      g_string_append_c (plain->out, '\n');
    }
}

void
cog_plain_append_underlined (CogPlainWriting *plain, const char *text, char line)
{
  g_autofree char *below = g_strnfill ((gsize)CLAMP (g_utf8_strlen (text, -1), 1, MAX_LINE), line);
  g_autofree char *both = g_strdup_printf ("%s\n%s", text, below);

  cog_plain_append (plain, "", both);
}

static void
begin_section (gpointer data, const CogSection *section, guint level)
{
  CogPlainWriting *plain = data;

  cog_plain_append_notes (plain);
  if (level == 1)
    g_string_append_c (plain->out, '\n');
}

static void
begin_block (gpointer data, const CogFlowBlock *block)
{
  CogPlainWriting *plain = data;
  gboolean is_leaf = block->begins_item && cog_xml_is (block->node, COG_NS_XHTML, "li");

  /* Short items follow each other line by line. */
  plain->is_tight = is_leaf && (block->list->depth > 1 ||
                                cog_xml_first_element (block->list->node) != block->node);
  g_string_truncate (plain->line, 0);
}

/* (transfer full) */
static char *
dup_mark (const CogFlowBlock *block)
{
  g_autofree char *number = NULL;

  if (!block->begins_item || block->list->is_unmarked)
    return g_strdup (block->list != NULL ? "  " : "");
  if (block->list->type == 0)
    return g_strdup ("• ");
  number = cog_list_number_format (block->list->type, block->list->number, block->run.language);
  return g_strdup_printf ("%s. ", number);
}

static char *
dup_first (const CogPlainWriting *plain, const CogFlowBlock *block)
{
  guint depth = block->n_quotes + block->n_indents + (block->box == COG_FLOW_BOX ? 1 : 0);
  g_autofree char *mark = dup_mark (block);
  g_autofree char *space = NULL;

  if (block->list != NULL)
    depth += block->list->depth - 1;
  space = g_strnfill (4 * depth, ' ');
  return g_strconcat (space, mark, NULL);
}

static void
end_cell_text (CogPlainWriting *plain)
{
  if (plain->line->len == 0)
    return;
  g_strdelimit (plain->line->str, "\n\t", ' ');
  if (plain->row->len > 0 && !g_str_has_suffix (plain->row->str, "\t"))
    g_string_append (plain->row, "; ");
  g_string_append (plain->row, plain->line->str);
}

static void
end_block (gpointer data, const CogFlowBlock *block)
{
  CogPlainWriting *plain = data;
  g_autofree char *first = dup_first (plain, block);

  if (plain->n_tables > 0)
    end_cell_text (plain);
  else if (block->kind == COG_FLOW_RULE)
    cog_plain_append (plain, "", "* * *");
  else if (plain->line->len == 0 && !block->begins_item)
    return;
  else if (block->kind == COG_FLOW_HEADING && block->box == COG_FLOW_PLAIN)
    cog_plain_append_underlined (plain, plain->line->str,
                                 block->level == 1   ? '='
                                 : block->level == 2 ? '-'
                                                     : '.');
  else
    cog_plain_append (plain, plain->mark != NULL ? plain->mark : first, plain->line->str);
  plain->mark = NULL;
  g_string_truncate (plain->line, 0);
}

static void
text (gpointer data, const char *words, const CogFlowRun *run)
{
  CogPlainWriting *plain = data;

  /* "H2O" is read as it is, "x2" would not be. */
  if ((run->look & COG_FLOW_SUP) != 0 && g_ascii_isdigit (words[0]))
    g_string_append_c (plain->line, '^');
  g_string_append (plain->line, words);
}

static void
line_break (gpointer data, const CogFlowRun *run)
{
  CogPlainWriting *plain = data;

  g_string_append_c (plain->line, '\n');
}

static void
begin_link (gpointer data, const char *href)
{
  CogPlainWriting *plain = data;

  g_free (plain->address);
  plain->address = href[0] != '#' ? g_strdup (href) : NULL;
}

/* An address stands behind the words, unless they are it. */
static void
end_link (gpointer data)
{
  CogPlainWriting *plain = data;

  if (plain->address != NULL && !g_str_has_suffix (plain->line->str, plain->address))
    g_string_append_printf (plain->line, " <%s>", plain->address);
  g_clear_pointer (&plain->address, g_free);
}

static void
picture (gpointer data, const xmlNode *node, const CogFlowRun *run)
{
  CogPlainWriting *plain = data;
  g_autofree char *description = cog_flow_dup_description (node);

  if (description[0] != '\0')
    g_string_append_printf (plain->line, "[%s: %s]",
                            cog_markup_get_word (plain->book->language, "picture"), description);
}

static void
formula (gpointer data, const xmlNode *math, const CogFlowRun *run)
{
  CogPlainWriting *plain = data;
  g_autoptr (xmlDoc) doc = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *root = xmlDocCopyNode ((xmlNode *)math, doc, 1);
  xmlBuffer *buffer = xmlBufferCreate ();
  g_autoptr (CogMathWords) words = NULL;

  xmlDocSetRootElement (doc, root);
  xmlReconciliateNs (doc, root);
  xmlNodeDump (buffer, doc, root, 0, 0);
  words = cog_math_words_new ((const char *)xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  if (words != NULL)
    g_string_append (plain->line, words->line);
}

/* Notes stand at the end of their section. */
static void
note (gpointer data, const CogFlowNote *told, const CogFlowRun *run)
{
  CogPlainWriting *plain = data;
  g_autofree char *sign = g_strdup_printf ("[%u]", told->number);
  g_autofree char *mark = g_strconcat (sign, " ", NULL);
  CogPlainWriting saved;

  g_string_append (plain->line, sign);
  saved = *plain;
  plain->out = plain->notes;
  plain->line = g_string_new (NULL);
  plain->row = g_string_new (NULL);
  plain->n_tables = 0;
  plain->address = NULL;
  plain->mark = mark;
  cog_flow_write_note (plain->flow, told);
  g_string_free (plain->line, TRUE);
  g_string_free (plain->row, TRUE);
  *plain = saved;
}

void
cog_plain_append_notes (CogPlainWriting *plain)
{
  g_string_append (plain->out, plain->notes->str);
  g_string_truncate (plain->notes, 0);
}

/* A row is a line, its cells are separated by tabs. */
static void
begin_table (gpointer data, const CogFlowTable *table)
{
  CogPlainWriting *plain = data;

  plain->n_tables++;
  if (table->depth == 1)
    g_string_append_c (plain->out, '\n');
}

static void
end_table (gpointer data, const CogFlowTable *table)
{
  CogPlainWriting *plain = data;

  plain->n_tables--;
}

static void
begin_row (gpointer data, const CogFlowTable *table, guint row, gboolean is_header)
{
  CogPlainWriting *plain = data;

  if (table->depth == 1)
    g_string_truncate (plain->row, 0);
}

static void
end_row (gpointer data, const CogFlowTable *table, guint row)
{
  CogPlainWriting *plain = data;

  if (table->depth > 1)
    return;
  g_string_append (plain->out, g_strchomp (plain->row->str));
  g_string_append_c (plain->out, '\n');
}

static void
end_cell (gpointer data, const CogFlowTable *table, const CogTableCell *cell)
{
  CogPlainWriting *plain = data;

  for (guint i = 0; table->depth == 1 && i < cell->n_columns; i++)
    g_string_append_c (plain->row, '\t');
}

static void
covered (gpointer data, const CogFlowTable *table, const CogTableCell *cell, guint column)
{
  CogPlainWriting *plain = data;

  if (table->depth == 1)
    g_string_append_c (plain->row, '\t');
}

const CogFlowSink cog_plain_sink = {
  .begin_section = begin_section,
  .begin_block = begin_block,
  .end_block = end_block,
  .text = text,
  .line_break = line_break,
  .begin_link = begin_link,
  .end_link = end_link,
  .picture = picture,
  .formula = formula,
  .note = note,
  .begin_table = begin_table,
  .end_table = end_table,
  .begin_row = begin_row,
  .end_row = end_row,
  .end_cell = end_cell,
  .covered = covered,
};
