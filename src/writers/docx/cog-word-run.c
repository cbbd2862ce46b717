/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-word-private.h"

#include "cog-language.h"
#include "cog-omml-write.h"
#include "cog-xml-write.h"

#include <string.h>

static gboolean
is_east_asian (const char *language)
{
  return g_str_has_prefix (language, "zh") || g_str_has_prefix (language, "ja") ||
         g_str_has_prefix (language, "ko");
}

/* w:val is the language of Latin and other letters, bidi that of right-to-left ones, eastAsia that
 * of ideographs (17.3.2.20): each run says it in its own place. */
static void
append_language (GString *out, const char *language, gboolean is_rtl)
{
  g_string_append_printf (out, "<w:lang w:%s=\"%s\"/>",
                          is_rtl                     ? "bidi"
                          : is_east_asian (language) ? "eastAsia"
                                                     : "val",
                          language);
}

static gboolean
is_said_by_style (const CogFlowBlock *block, CogFlowLook look)
{
  return block != NULL && look == COG_FLOW_MONO && block->kind == COG_FLOW_CODE;
}

static void
append_toggle (GString *out, const CogFlowRun *run, CogFlowLook look, const char *names)
{
  if ((run->look & look) != 0)
    g_string_append (out, names);
}

/* In the order of the schema (CT_RPr). */
static void
append_properties (CogWordWriting *word, const CogFlowRun *run, gboolean is_rtl)
{
  GString *out = word->part->out;
  gsize start;

  g_string_append (out, "<w:rPr>");
  start = out->len;
  if (word->link_depth > 0)
    g_string_append (out, "<w:rStyle w:val=\"Hyperlink\"/>");
  else if ((run->look & COG_FLOW_MONO) != 0 && !is_said_by_style (word->block, COG_FLOW_MONO))
    g_string_append (out, "<w:rStyle w:val=\"HTMLCode\"/>");
  append_toggle (out, run, COG_FLOW_BOLD, "<w:b/><w:bCs/>");
  append_toggle (out, run, COG_FLOW_ITALIC, "<w:i/><w:iCs/>");
  append_toggle (out, run, COG_FLOW_SMALL_CAPS, "<w:smallCaps/>");
  append_toggle (out, run, COG_FLOW_STRIKE, "<w:strike/>");
  append_toggle (out, run, COG_FLOW_SMALL, "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>");
  append_toggle (out, run, COG_FLOW_MARK, "<w:highlight w:val=\"yellow\"/>");
  append_toggle (out, run, COG_FLOW_UNDERLINE, "<w:u w:val=\"single\"/>");
  if ((run->look & (COG_FLOW_SUB | COG_FLOW_SUP)) != 0)
    g_string_append_printf (out, "<w:vertAlign w:val=\"%s\"/>",
                            (run->look & COG_FLOW_SUB) != 0 ? "subscript" : "superscript");
  if (is_rtl)
    g_string_append (out, "<w:rtl/>");
  if (!g_str_equal (run->language, word->language) && !g_str_equal (run->language, "und") &&
      cog_language_is_rtl (run->language) == is_rtl)
    append_language (out, run->language, is_rtl);
  if (out->len == start)
    g_string_truncate (out, start - strlen ("<w:rPr>"));
  else
    g_string_append (out, "</w:rPr>");
}

static void
append_run (
    CogWordWriting *word, const char *text, gsize length, const CogFlowRun *run, gboolean is_rtl)
{
  GString *out = word->part->out;
  g_autofree char *part = g_strndup (text, length);
  g_auto (GStrv) pieces = g_strsplit (part, "\t", -1);

  g_string_append (out, "<w:r>");
  append_properties (word, run, is_rtl);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, "<w:tab/>");
      if (pieces[i][0] == '\0')
        continue;
      g_string_append (out, "<w:t xml:space=\"preserve\">");
      cog_xml_append_escaped (out, pieces[i], -1);
      g_string_append (out, "</w:t>");
    }
  g_string_append (out, "</w:r>");
}

/* A run has one direction (17.3.2.30): each word that runs the other way is one of its own. What
 * has no direction goes with what is before it. */
void
cog_word_text (gpointer data, const char *text, const CogFlowRun *run)
{
  CogWordWriting *word = data;
  const char *start = text, *at = text;
  gboolean is_rtl = run->is_rtl;

  while (*at != '\0')
    {
      const char *end = at + strcspn (at, " \t\u00a0");
      g_autofree char *piece = NULL;
      gboolean own = is_rtl;

      end += strspn (end, " \t");
      if (end == at)
        end = g_utf8_next_char (at);
      piece = g_strndup (at, (gsize)(end - at));
      cog_text_guess_rtl (piece, &own);
      if (own != is_rtl && at > start)
        {
          append_run (word, start, (gsize)(at - start), run, is_rtl);
          start = at;
        }
      is_rtl = own;
      at = end;
    }
  if (at > start)
    append_run (word, start, (gsize)(at - start), run, is_rtl);
}

void
cog_word_line_break (gpointer data, const CogFlowRun *run)
{
  CogWordWriting *word = data;

  g_string_append (word->part->out, "<w:r><w:br/></w:r>");
}

char *
cog_word_dup_bookmark (CogWordWriting *word, const char *id)
{
  gsize length = strlen (id);
  const char *known = g_hash_table_lookup (word->bookmarks, id);
  char *name;

  if (known != NULL)
    return g_strdup (known);
  if (length <= 40 && g_ascii_isalpha (id[0]) &&
      strspn (id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == length)
    return g_strdup (id);
  name = g_strdup_printf ("cognate_%u", ++word->n_bookmarks);
  g_hash_table_insert (word->bookmarks, g_strdup (id), name);
  return g_strdup (name);
}

void
cog_word_append_bookmark (CogWordWriting *word, const char *name)
{
  guint number = ++word->n_drawings;

  g_string_append_printf (word->part->out,
                          "<w:bookmarkStart w:id=\"%u\" w:name=\"%s\"/><w:bookmarkEnd "
                          "w:id=\"%u\"/>",
                          number, name, number);
}

void
cog_word_anchor (gpointer data, const char *id)
{
  CogWordWriting *word = data;
  g_autofree char *name = cog_word_dup_bookmark (word, id);

  cog_word_append_bookmark (word, name);
}

const char *
cog_word_relate (CogWordWriting *word, const char *kind, const char *target, const char *mode)
{
  CogWordPart *part = word->part;
  const char *known = g_hash_table_lookup (part->by_target, target);
  char *id;

  if (known != NULL)
    return known;
  id = g_strdup_printf ("r%u", g_hash_table_size (part->by_target) + 1);
  g_hash_table_insert (part->by_target, g_strdup (target), id);
  g_string_append_printf (part->relations,
                          "<Relationship Id=\"%s\" Type=\"" COG_WORD_RELATION "%s\"", id, kind);
  cog_xml_append_attribute (part->relations, "Target", target);
  cog_xml_append_attribute (part->relations, "TargetMode", mode);
  g_string_append (part->relations, "/>\n");
  return id;
}

void
cog_word_begin_link (gpointer data, const char *href)
{
  CogWordWriting *word = data;

  word->link_depth++;
  if (href[0] == '#')
    {
      g_autofree char *name = cog_word_dup_bookmark (word, href + 1);

      g_string_append_printf (word->part->out, "<w:hyperlink w:anchor=\"%s\" w:history=\"1\">",
                              name);
      return;
    }
  g_string_append_printf (word->part->out, "<w:hyperlink r:id=\"%s\" w:history=\"1\">",
                          cog_word_relate (word, "hyperlink", href, "External"));
}

void
cog_word_end_link (gpointer data)
{
  CogWordWriting *word = data;

  word->link_depth--;
  g_string_append (word->part->out, "</w:hyperlink>");
}

/* Written into a part of its own, while the paragraph that refers to it waits. */
void
cog_word_note (gpointer data, const CogFlowNote *note, const CogFlowRun *run)
{
  CogWordWriting *word = data;
  CogWordPart *before = word->part;
  const CogFlowBlock *block = word->block;
  const char *name = note->is_endnote ? "endnote" : "footnote";
  guint link_depth = word->link_depth;
  gboolean has_box_before = word->has_box_before;

  g_string_append_printf (before->out,
                          "<w:r><w:rPr><w:rStyle w:val=\"%s\"/></w:rPr><w:%sReference "
                          "w:id=\"%u\"/></w:r>",
                          note->is_endnote ? "EndnoteReference" : "FootnoteReference", name,
                          note->number);
  word->part = &word->parts[note->is_endnote ? COG_WORD_ENDNOTES : COG_WORD_FOOTNOTES];
  word->part->opens_note = TRUE;
  word->part->last = COG_WORD_NOTHING;
  word->link_depth = 0;
  g_string_append_printf (word->part->out, "<w:%s w:id=\"%u\">", name, note->number);
  cog_flow_write_note (word->flow, note);
  if (word->part->last != COG_WORD_PARAGRAPH)
    cog_word_append_gap (word);
  g_string_append_printf (word->part->out, "</w:%s>\n", name);
  word->part = before;
  word->block = block;
  word->link_depth = link_depth;
  word->has_box_before = has_box_before;
}

void
cog_word_formula (gpointer data, const xmlNode *math, const CogFlowRun *run)
{
  CogWordWriting *word = data;
  gboolean is_block = word->block != NULL && word->block->kind == COG_FLOW_EQUATION;

  if (is_block)
    g_string_append (word->part->out, "<m:oMathPara>");
  cog_omml_append (word->part->out, math);
  if (is_block)
    g_string_append (word->part->out, "</m:oMathPara>");
}
