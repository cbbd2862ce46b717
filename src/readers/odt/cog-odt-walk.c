/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-odt-walk.h"

#include "cog-odt-names.h"
#include "cog-prose-findings.h"
#include "cog-prose-own.h"
#include "cog-reader-findings.h"

#include <string.h>

CogOdtWalk *
cog_odt_walk_new (CogOdtPackage *package, CogReport *report, CogTrackedChanges choice)
{
  CogOdtWalk *walk = g_new0 (CogOdtWalk, 1);

  walk->package = package;
  walk->report = report;
  walk->choice = choice;
  walk->styles = cog_odt_styles_new (cog_odt_package_get_content (package),
                                     cog_odt_package_get_styles (package));
  walk->lists = cog_odt_lists_new (walk->styles);
  walk->prose = cog_prose_new (report);
  walk->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return walk;
}

void
cog_odt_walk_free (CogOdtWalk *walk)
{
  cog_odt_lists_free (walk->lists);
  cog_odt_styles_free (walk->styles);
  cog_prose_free (walk->prose);
  g_hash_table_unref (walk->changes);
  g_free (walk->dropped);
  g_free (walk->label);
  g_free (walk);
}

/* Lists that the word processor makes from the text; each edition has its own. */
static gboolean
is_index (const xmlNode *node)
{
  static const char *const names[] = {
    "table-of-content", "illustration-index", "table-index", "object-index",
    "user-index",       "alphabetical-index", NULL
  };

  return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         strcmp ((const char *)node->ns->href, COG_ODT_TEXT) == 0 &&
         g_strv_contains (names, (const char *)node->name);
}

static gboolean
is_text (const xmlNode *node, const char *name)
{
  return cog_xml_is (node, COG_ODT_TEXT, name);
}

/* What headings are no chapters in. */
static gboolean
is_apart (const xmlNode *node)
{
  return cog_xml_is (node, COG_ODT_TABLE, "table") || cog_odt_is_drawing (node) ||
         is_text (node, "note") || is_text (node, "tracked-changes") || is_index (node);
}

static gboolean
has_words (const xmlNode *p)
{
  for (const xmlNode *n = p; n != NULL; n = cog_xml_next_in (p, n))
    if (n->type == XML_TEXT_NODE && !xmlIsBlankNode ((xmlNode *)n))
      return TRUE;
  return FALSE;
}

/* Pieces begin at the highest headings that there are. */
static guint
find_split_level (CogOdtWalk *walk, const xmlNode *text)
{
  guint highest = 0;

  for (const xmlNode *n = text; n != NULL;)
    {
      gboolean is_block = n->type == XML_ELEMENT_NODE && (is_text (n, "h") || is_text (n, "p"));
      guint level = is_block && has_words (n) ? cog_odt_get_level (walk, n) : 0;

      if (level > 0 && (highest == 0 || level < highest))
        highest = level;
      n = n->type != XML_ELEMENT_NODE || (!is_block && !is_apart (n)) ? cog_xml_next_in (text, n)
                                                                      : cog_xml_skip_in (text, n);
    }
  return highest;
}

static gboolean
is_hidden_section (const xmlNode *section)
{
  g_autofree char *display = cog_xml_dup_attribute_ns (section, COG_ODT_TEXT, "display");
  g_autofree char *hidden = cog_xml_dup_attribute_ns (section, COG_ODT_TEXT, "is-hidden");

  return g_strcmp0 (display, "none") == 0 || g_strcmp0 (hidden, "true") == 0;
}

/* A section is a frame around blocks (columns, protection), or holds another file's text. */
static void
convert_section (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *section)
{
  const xmlNode *source = cog_xml_find_child (section, COG_ODT_TEXT, "section-source");

  if (is_hidden_section (section))
    {
      cog_report_add (walk->report, &cog_finding_hidden_dropped, COG_ODT_CONTENT, NULL, NULL);
      return;
    }
  if (source != NULL && cog_xml_next_element (source) == NULL)
    {
      g_autofree char *href = cog_xml_dup_attribute_ns (source, COG_NS_XLINK, "href");

      cog_report_add (walk->report, &cog_finding_missing_file, COG_ODT_CONTENT,
                      href != NULL ? href : "?", NULL);
    }
  cog_odt_convert_blocks (walk, flow, section);
}

static void
drop_index (CogOdtWalk *walk, const xmlNode *index)
{
  if (is_text (index, "table-of-content"))
    cog_report_add (walk->report, &cog_finding_contents_field, COG_ODT_CONTENT, NULL, NULL);
  else
    cog_report_add (walk->report, &cog_finding_index_dropped, COG_ODT_CONTENT,
                    (const char *)index->name, NULL);
}

/* The bookmark at which a section of an edition of ours begins. (transfer full) (nullable) */
static char *
dup_mark (CogOdtWalk *walk, const xmlNode *block)
{
  for (const xmlNode *n = walk->prose->is_own && !is_apart (block) ? block : NULL; n != NULL;
       n = cog_xml_next_in (block, n))
    {
      g_autofree char *name = is_text (n, "bookmark") || is_text (n, "bookmark-start")
                                  ? cog_xml_dup_attribute_ns (n, COG_ODT_TEXT, "name")
                                  : NULL;

      if (cog_prose_is_mark (walk->prose, name))
        return g_steal_pointer (&name);
    }
  return NULL;
}

/* (nullable): the block goes on where the one before it stands */
static CogProsePiece *
begin_piece (CogOdtWalk *walk, const xmlNode *block)
{
  CogProse *prose = walk->prose;
  gboolean is_line = is_text (block, "h") || is_text (block, "p");
  guint level = is_line && has_words (block) ? cog_odt_get_level (walk, block) : 0;
  g_autofree char *mark = is_text (block, "section") ? NULL : dup_mark (walk, block);

  if (mark != NULL)
    return cog_prose_begin_marked_piece (prose, mark);
  if (prose->is_own)
    return cog_prose_is_new_section (prose, level) ? cog_prose_begin_new_piece (prose, level)
                                                   : NULL;
  if (level == 0 || level != prose->split_level)
    return NULL;
  return cog_prose_has_content (cog_prose_get_piece (prose)->body) ? cog_prose_begin_piece (prose)
                                                                   : cog_prose_get_piece (prose);
}

static void
split_before (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *block)
{
  CogProsePiece *piece = begin_piece (walk, block);

  if (piece == NULL)
    return;
  flow->joined = NULL;
  flow->parent = piece->body;
}

void
cog_odt_convert_block (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *node)
{
  if (flow->is_main && walk->dropped == NULL && node->type == XML_ELEMENT_NODE)
    split_before (walk, flow, node);
  if (cog_odt_convert_block_change (walk, flow, node))
    return;
  if (is_text (node, "p") || is_text (node, "h"))
    cog_odt_convert_paragraph (walk, flow, node);
  else if (cog_odt_is_dropped (walk, node))
    return;
  else if (is_text (node, "list"))
    cog_odt_convert_list (walk, flow, node);
  else if (cog_xml_is (node, COG_ODT_TABLE, "table"))
    cog_odt_convert_table (walk, flow, node);
  else if (is_text (node, "section"))
    convert_section (walk, flow, node);
  else if (is_text (node, "bibliography") || is_text (node, "index-body") ||
           is_text (node, "index-title") || is_text (node, "numbered-paragraph"))
    cog_odt_convert_blocks (walk, flow, node);
  else if (is_index (node))
    drop_index (walk, node);
  else if (cog_odt_is_drawing (node))
    cog_odt_convert_loose (walk, flow, node);
  else if (cog_xml_is (node, COG_ODT_OFFICE, "forms") && cog_xml_first_element (node) != NULL)
    cog_report_add (walk->report, &cog_finding_form_dropped, COG_ODT_CONTENT, NULL, NULL);
}

void
cog_odt_convert_blocks (CogOdtWalk *walk, CogOdtFlow *flow, const xmlNode *node)
{
  if (walk->depth >= COG_PROSE_DEPTH)
    {
      g_autofree char *text = cog_xml_dup_folded_text (node);

      cog_report_add (walk->report, &cog_finding_too_deep, COG_ODT_CONTENT, NULL, NULL);
      if (text[0] != '\0')
        cog_prose_add_text (cog_prose_add (walk->prose, flow->parent, "p"), text);
      return;
    }
  walk->depth++;
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    cog_odt_convert_block (walk, flow, n);
  walk->depth--;
}

void
cog_odt_convert_into (CogOdtWalk *walk, const xmlNode *node, xmlNode *parent)
{
  CogOdtFlow flow = { parent, NULL, FALSE };

  cog_odt_convert_blocks (walk, &flow, node);
}

void
cog_odt_walk_run (CogOdtWalk *walk)
{
  const xmlNode *text = cog_odt_package_get_text (walk->package);
  CogOdtFlow flow = { cog_prose_get_piece (walk->prose)->body, NULL, TRUE };

  if (text != NULL)
    {
      cog_odt_collect_changes (walk, text);
      walk->prose->split_level = find_split_level (walk, text);
      cog_odt_convert_blocks (walk, &flow, text);
    }
  cog_prose_finish (walk->prose);
}
