/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-prose-findings.h"
#include "cog-docx-line.h"
#include "cog-omml.h"

#include <string.h>

static char *
dup_link (CogDocxLine *line, const xmlNode *node)
{
  g_autofree char *id = cog_docx_dup_relation (node, "id");
  g_autofree char *name = cog_docx_dup (node, "anchor");
  gboolean is_external = FALSE;
  const char *target = id != NULL ? cog_docx_package_get_target (line->walk->package,
                                                                 line->flow->part, id, &is_external)
                                  : NULL;

  if (target != NULL && is_external)
    return name != NULL ? g_strconcat (target, "#", name, NULL) : g_strdup (target);
  if (name == NULL)
    return NULL;
  g_free (id);
  id = cog_prose_dup_anchor (name);
  return g_strconcat ("#", id, NULL);
}

static void
convert_hyperlink (CogDocxLine *line, const xmlNode *node)
{
  char *around = line->href;

  line->href = dup_link (line, node);
  if (line->href == NULL)
    line->href = g_strdup (around);
  cog_docx_convert_inline (line, node);
  g_free (line->href);
  line->href = around;
}

static void
convert_simple_field (CogDocxLine *line, const xmlNode *node)
{
  g_autofree char *code = cog_docx_dup (node, "instr");

  cog_docx_field_begin (line->walk);
  cog_docx_field_add_code (line->walk, code != NULL ? code : "");
  cog_docx_field_separate (line->walk);
  cog_docx_convert_inline (line, node);
  cog_docx_field_end (line->walk);
}

static void
convert_bookmark (CogDocxLine *line, const xmlNode *node)
{
  g_autofree char *name = cog_docx_dup (node, "name");
  g_autofree char *id = name != NULL ? cog_prose_dup_anchor (name) : NULL;

  /* "_GoBack" is where its author stopped writing. */
  if (id == NULL || g_str_equal (name, "_GoBack") ||
      g_hash_table_contains (line->walk->prose->ids, id))
    return;
  cog_xml_set (cog_prose_add (line->walk->prose, cog_docx_line_open (line, NULL), "span"), "id",
               id);
  g_hash_table_add (line->walk->prose->ids, g_steal_pointer (&id));
}

static void
convert_formula (CogDocxLine *line, const xmlNode *node, gboolean is_block)
{
  xmlNode *math;

  if (cog_docx_field_is_hidden (line->walk))
    return;
  math = cog_omml_to_mathml (node, line->walk->prose->out, is_block, line->flow->part,
                             line->walk->report);
  if (math != NULL)
    xmlAddChild (cog_docx_line_open (line, NULL), math);
}

/* m:oMathPara: formulas on lines of their own. */
static void
convert_formulas (CogDocxLine *line, const xmlNode *node)
{
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    if (cog_docx_is_math (n, "oMath"))
      convert_formula (line, n, TRUE);
}

static gboolean
is_transparent (const xmlNode *node)
{
  static const char *const names[] = { "smartTag", "sdtContent", "customXml", "dir",
                                       "bdo",      "subDoc",     NULL };

  return cog_docx_space (node) == COG_DOCX_W && g_strv_contains (names, (const char *)node->name);
}

static void
convert_child (CogDocxLine *line, const xmlNode *node)
{
  if (cog_docx_is (node, "r"))
    cog_docx_convert_run (line, node);
  else if (cog_docx_is (node, "hyperlink"))
    convert_hyperlink (line, node);
  else if (cog_docx_is (node, "fldSimple"))
    convert_simple_field (line, node);
  else if (cog_docx_is (node, "bookmarkStart"))
    convert_bookmark (line, node);
  else if (cog_docx_is (node, "ins") || cog_docx_is (node, "moveTo"))
    {
      line->walk->prose->n_insertions++;
      cog_docx_convert_inline (line, node);
    }
  else if (cog_docx_is (node, "del") || cog_docx_is (node, "moveFrom"))
    line->walk->prose->n_deletions++;
  else if (cog_docx_is (node, "sdt") && cog_docx_child (node, "sdtContent") != NULL)
    cog_docx_convert_inline (line, cog_docx_child (node, "sdtContent"));
  else if (cog_docx_is_math (node, "oMath"))
    convert_formula (line, node, FALSE);
  else if (cog_docx_is_math (node, "oMathPara"))
    convert_formulas (line, node);
  else if (is_transparent (node))
    cog_docx_convert_inline (line, node);
  else if (cog_xml_is (node, NULL, "AlternateContent") && cog_docx_choose (node) != NULL)
    cog_docx_convert_inline (line, cog_docx_choose (node));
}

void
cog_docx_convert_inline (CogDocxLine *line, const xmlNode *node)
{
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    convert_child (line, n);
}

static const xmlNode *
find_note (CogDocxWalk *walk, const char *part, const char *id)
{
  const xmlNode *root = cog_docx_package_get_root (walk->package, part);

  for (const xmlNode *n = root != NULL ? cog_xml_first_element (root) : NULL; n != NULL;
       n = cog_xml_next_element (n))
    {
      g_autofree char *own = cog_docx_dup (n, "id");

      if (g_strcmp0 (own, id) == 0)
        return n;
    }
  return NULL;
}

/* A mark that its author chose stands as text behind the reference (17.11.14); it is told once, by
 * the reference. (transfer full) (nullable) */
static char *
dup_mark (const xmlNode *reference)
{
  g_autofree char *follows = cog_docx_dup (reference, "customMarkFollows");
  g_autoptr (GString) mark = g_string_new (NULL);

  if (follows == NULL || g_str_equal (follows, "0") || g_str_equal (follows, "false") ||
      g_str_equal (follows, "off"))
    return NULL;
  for (const xmlNode *n = cog_xml_next_element (reference); n != NULL; n = cog_xml_next_element (n))
    if (cog_docx_is (n, "t"))
      {
        g_autofree char *text = cog_xml_dup_folded_text (n);

        g_string_append (mark, text);
      }
    else if (cog_docx_is (n, "sym"))
      g_string_append (mark, "*");
  return mark->len > 0 ? g_strdup (mark->str) : NULL;
}

gboolean
cog_docx_is_note_mark (const xmlNode *node)
{
  for (const xmlNode *n = node->prev; n != NULL; n = n->prev)
    if (cog_docx_is (n, "footnoteReference") || cog_docx_is (n, "endnoteReference"))
      {
        g_autofree char *mark = dup_mark (n);

        return mark != NULL;
      }
  return FALSE;
}

void
cog_docx_convert_note (CogDocxLine *line, const xmlNode *reference)
{
  CogDocxWalk *walk = line->walk;
  const char *part = cog_docx_package_find_kind (
      walk->package, cog_docx_is (reference, "endnoteReference") ? "endnotes" : "footnotes");
  g_autofree char *own = cog_docx_dup (reference, "id");
  const xmlNode *note = part != NULL && own != NULL ? find_note (walk, part, own) : NULL;
  g_autofree char *mark = dup_mark (reference);
  xmlNode *aside;

  /* A note has no notes: it would be its own, in a file that was made to harm. */
  if (note == NULL || walk->is_in_note)
    return;
  aside = cog_prose_add_note (walk->prose, cog_docx_line_open (line, NULL), mark);
  walk->is_in_note = TRUE;
  cog_docx_convert_into (walk, note, aside, part);
  walk->is_in_note = FALSE;
}
