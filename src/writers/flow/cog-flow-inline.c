/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-flow-private.h"

#include "cog-language.h"
#include "cog-quote-mark.h"

#include <string.h>

/* One inline element that the walk is in. */
typedef struct
{
  CogFlowRun run;
  gboolean is_link;
} Inline;

static CogFlowLook
find_look (const char *name)
{
  static const struct
  {
    const char *name;
    CogFlowLook look;
  } rows[] = {
    { "strong", COG_FLOW_BOLD }, { "b", COG_FLOW_BOLD },      { "em", COG_FLOW_ITALIC },
    { "i", COG_FLOW_ITALIC },    { "cite", COG_FLOW_ITALIC }, { "var", COG_FLOW_ITALIC },
    { "dfn", COG_FLOW_ITALIC },  { "code", COG_FLOW_MONO },   { "kbd", COG_FLOW_MONO },
    { "samp", COG_FLOW_MONO },   { "sub", COG_FLOW_SUB },     { "sup", COG_FLOW_SUP },
    { "small", COG_FLOW_SMALL }, { "mark", COG_FLOW_MARK },   { "u", COG_FLOW_UNDERLINE },
    { "s", COG_FLOW_STRIKE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, name))
      return rows[i].look;
  return 0;
}

static void
take_look (const xmlNode *node, CogFlowRun *run)
{
  run->look |= find_look ((const char *)node->name);
  if (cog_xml_has_word (node, "class", "smallcaps"))
    run->look |= COG_FLOW_SMALL_CAPS;
  if (cog_xml_has_word (node, "class", "underline"))
    run->look |= COG_FLOW_UNDERLINE;
  if (cog_xml_has_word (node, "class", "keyterm"))
    run->look |= COG_FLOW_BOLD;
  if (cog_xml_has_word (node, "class", "upright"))
    run->look &= ~COG_FLOW_ITALIC;
  if (cog_xml_has_word (node, "class", "normal-weight"))
    run->look &= ~COG_FLOW_BOLD;
}

/* What bdi isolates runs as its first letter does (HTML Standard, 4.5.24). */
static void
take_direction (const xmlNode *node, CogFlowRun *run)
{
  g_autofree char *text = NULL;

  if (!cog_xml_is (node, COG_NS_XHTML, "bdi") || xmlHasProp ((xmlNode *)node, BAD_CAST "dir"))
    return;
  text = cog_xml_dup_text (node);
  cog_text_guess_rtl (text, &run->is_rtl);
}

static void
write_lines (CogFlow *self, const char *text, const CogFlowRun *run)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0 && self->sink->line_break != NULL)
        self->sink->line_break (self->data, run);
      if (lines[i][0] != '\0')
        self->sink->text (self->data, lines[i], run);
    }
}

/* White space as XHTML folds it, also from one run to the next. */
void
cog_flow_write_text (CogFlow *self, const char *text, const CogFlowRun *run)
{
  g_autoptr (GString) out = NULL;

  if (self->is_pre)
    {
      write_lines (self, text, run);
      return;
    }
  out = g_string_sized_new (strlen (text));
  for (const char *c = text; *c != '\0'; c++)
    {
      gboolean is_space = strchr (" \t\r\n\f", *c) != NULL;

      if (!is_space)
        g_string_append_c (out, *c);
      else if (!self->at_space)
        g_string_append_c (out, ' ');
      self->at_space = is_space;
    }
  if (out->len > 0)
    self->sink->text (self->data, out->str, run);
}

static void
write_reference (CogFlow *self, const xmlNode *a, const CogFlowNote *note, const CogFlowRun *run)
{
  CogFlowRun raised = *run;
  g_autofree char *number = NULL;

  cog_flow_note_id (self, a, TRUE);
  self->at_space = FALSE;
  if (self->sink->note != NULL && !self->is_in_note &&
      g_hash_table_add (self->is_told, (gpointer)note))
    {
      self->sink->note (self->data, note, run);
      return;
    }
  /* Told already, or from another note: its number. */
  raised.look |= COG_FLOW_SUP;
  number = g_strdup_printf ("%u", note->number);
  self->sink->text (self->data, number, &raised);
}

static CogFlowNote *
find_reference (const CogFlow *self, const xmlNode *a)
{
  g_autofree char *href =
      cog_xml_has_word (a, "role", "doc-noteref") ? cog_xml_dup_attribute (a, "href") : NULL;

  return href != NULL && href[0] == '#' ? g_hash_table_lookup (self->notes, href + 1) : NULL;
}

static void
write_media_name (CogFlow *self, const xmlNode *node, const CogFlowRun *run)
{
  g_autofree char *name = cog_flow_dup_description (node);
  g_autofree char *source = cog_xml_dup_attribute (node, "src");
  g_autofree char *file = source != NULL ? g_path_get_basename (source) : NULL;

  self->has_media = TRUE;
  cog_flow_write_text (self, name[0] != '\0' || file == NULL ? name : file, run);
}

/* What is written at once. FALSE: it holds more. */
static gboolean
write_object (CogFlow *self,
              const xmlNode *node,
              const CogVocabularyRow *row,
              const CogFlowRun *run)
{
  CogFlowNote *note;

  if (row->element == COG_ELEMENT_MATH && self->sink->formula != NULL)
    self->sink->formula (self->data, node, run);
  else if ((row->element == COG_ELEMENT_IMAGE || row->element == COG_ELEMENT_SVG) &&
           self->sink->picture != NULL)
    self->sink->picture (self->data, node, run);
  else if (row->element == COG_ELEMENT_BREAK)
    {
      if (self->sink->line_break != NULL)
        self->sink->line_break (self->data, run);
      self->at_space = TRUE;
      return TRUE;
    }
  else if (row->element == COG_ELEMENT_AUDIO || row->element == COG_ELEMENT_VIDEO)
    write_media_name (self, node, run);
  else if (row->element == COG_ELEMENT_LINK && (note = find_reference (self, node)) != NULL)
    write_reference (self, node, note, run);
  else
    return row->model != COG_MODEL_INLINES;
  self->at_space = FALSE;
  return TRUE;
}

static gboolean
has_brackets (const xmlNode *ruby)
{
  return cog_xml_find_child (ruby, COG_NS_XHTML, "rp") != NULL;
}

static void
open_link (CogFlow *self, const xmlNode *node, Inline *now)
{
  g_autofree char *href = cog_xml_dup_attribute (node, "href");

  if (href == NULL || href[0] == '\0' || self->sink->begin_link == NULL)
    return;
  now->is_link = TRUE;
  self->sink->begin_link (self->data, href);
}

static gboolean
enter (CogFlow *self, const xmlNode *node, GArray *stack)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (node);
  Inline now = { g_array_index (stack, Inline, stack->len - 1).run, FALSE };

  if (node->type == XML_TEXT_NODE && node->content != NULL)
    cog_flow_write_text (self, (const char *)node->content, &now.run);
  if (row == NULL)
    return FALSE;
  cog_flow_note_id (self, node, TRUE);
  cog_flow_take_attributes (node, &now.run);
  if (write_object (self, node, row, &now.run))
    return FALSE;
  take_direction (node, &now.run);
  take_look (node, &now.run);
  if (row->element == COG_ELEMENT_LINK)
    open_link (self, node, &now);
  if (g_str_equal (row->name, "q"))
    {
      self->sink->text (self->data, cog_quote_get_mark (now.run.language, TRUE), &now.run);
      self->at_space = FALSE;
    }
  else if (g_str_equal (row->name, "rt") && !has_brackets (node->parent))
    cog_flow_write_text (self, "(", &now.run);
  g_array_append_val (stack, now);
  return TRUE;
}

static void
leave (CogFlow *self, const xmlNode *node, GArray *stack)
{
  Inline now = g_array_index (stack, Inline, stack->len - 1);

  if (cog_xml_is (node, COG_NS_XHTML, "q"))
    self->sink->text (self->data, cog_quote_get_mark (now.run.language, FALSE), &now.run);
  else if (cog_xml_is (node, COG_NS_XHTML, "rt") && !has_brackets (node->parent))
    cog_flow_write_text (self, ")", &now.run);
  if (now.is_link && self->sink->end_link != NULL)
    self->sink->end_link (self->data);
  g_array_set_size (stack, stack->len - 1);
}

void
cog_flow_write_inlines (CogFlow *self, const xmlNode *leaf, const CogFlowRun *run)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Inline));
  Inline first = { *run, FALSE };
  const xmlNode *node = leaf->children;

  g_array_append_val (stack, first);
  while (node != NULL)
    {
      if (enter (self, node, stack))
        {
          if (node->children != NULL)
            {
              node = node->children;
              continue;
            }
          leave (self, node, stack);
        }
      while (node->next == NULL && node->parent != leaf)
        {
          node = node->parent;
          leave (self, node, stack);
        }
      node = node->next;
    }
}
