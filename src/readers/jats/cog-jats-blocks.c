/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-jats-private.h"

#include <string.h>

static const char *const heads[] = { "label", "title", NULL };

/* The epub:type of a section, by its element or its sec-type (JATS: a list of suggestions, which
 * may be joined: "results|discussion"). */
static const char *
find_type (const xmlNode *node)
{
  static const struct
  {
    const char *name;
    const char *type;
  } types[] = {
    { "ack", "acknowledgments" },       { "app", "appendix" },
    { "glossary", "glossary" },         { "intro", "introduction" },
    { "introduction", "introduction" }, { "conclusion", "conclusion" },
    { "conclusions", "conclusion" },
  };
  g_autofree char *sec_type = cog_xml_dup_attribute (node, "sec-type");

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp ((const char *)node->name, types[i].name) == 0 ||
        g_strcmp0 (sec_type, types[i].name) == 0)
      return types[i].type;
  return NULL;
}

static void
add_title (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  const xmlNode *label = cog_xml_find_child (node, NULL, "label");
  const xmlNode *title = cog_xml_find_child (node, NULL, "title");
  xmlNode *heading;

  if (label == NULL && title == NULL)
    return;
  heading = cog_jats_add_heading (walk, parent);
  cog_jats_add_label (walk, label, heading);
  if (title != NULL)
    {
      cog_jats_copy_global (title, heading);
      cog_jats_convert_children (walk, title, heading);
    }
}

/* A group of notes that all stand at their places in the text would be a heading over nothing. */
static gboolean
is_all_elsewhere (CogJatsWalk *walk, const xmlNode *group)
{
  gboolean has_note = FALSE;

  if (!cog_jats_is (group, "fn-group"))
    return FALSE;
  for (const xmlNode *n = cog_xml_first_element (group); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *id = cog_xml_dup_attribute (n, "id");

      if (cog_jats_is (n, "title") || cog_jats_is (n, "label"))
        continue;
      if (!cog_jats_is (n, "fn") || id == NULL || !g_hash_table_contains (walk->noted, id))
        return FALSE;
      has_note = TRUE;
    }
  return has_note;
}

void
cog_jats_convert_section (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  gboolean is_empty = is_all_elsewhere (walk, node);
  xmlNode *section = is_empty ? parent : cog_jats_add (walk, parent, "section");
  const char *type = find_type (node);

  if (!is_empty)
    {
      cog_jats_copy_global (node, section);
      if (type != NULL)
        cog_jats_set_type (walk, section, type);
      add_title (walk, node, section);
    }
  walk->level++;
  cog_jats_convert_others (walk, node, section, heads);
  walk->level--;
  if (!is_empty)
    cog_jats_take_permissions (walk, node, section);
}

static xmlNode *
find_caption_title (const xmlNode *node)
{
  xmlNode *caption = cog_xml_find_child (node, NULL, "caption");

  return caption != NULL ? cog_xml_find_child (caption, NULL, "title") : NULL;
}

/* boxed-text has its title in a caption; a statement (theorem, proof, lemma) has it as it is. */
void
cog_jats_convert_box (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  static const char *const without[] = { "label", "title", "caption", NULL };
  gboolean is_box = cog_jats_is (node, "boxed-text");
  xmlNode *box = cog_jats_add (walk, parent, is_box ? "aside" : "section");
  xmlNode *caption = cog_xml_find_child (node, NULL, "caption");
  xmlNode *caption_title = find_caption_title (node);

  cog_jats_copy_global (node, box);
  cog_xml_set (box, "class", is_box ? "box" : "statement");
  walk->level++;
  if (caption_title != NULL)
    {
      xmlNode *heading = cog_jats_add_heading (walk, box);

      cog_jats_add_label (walk, cog_xml_find_child (node, NULL, "label"), heading);
      cog_jats_convert_children (walk, caption_title, heading);
    }
  else
    add_title (walk, node, box);
  if (caption != NULL)
    cog_jats_convert_others (walk, caption, box, heads);
  cog_jats_convert_others (walk, node, box, without);
  walk->level--;
  cog_jats_take_permissions (walk, node, box);
}

/* Where a title heads no section it stands before what it heads, in bold. */
void
cog_jats_convert_title (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  static const char *const sections[] = { "abstract", "trans-abstract", "ref-list",
                                          "notes",    "app-group",      NULL };

  if (node->parent != NULL && node->parent->type == XML_ELEMENT_NODE &&
      g_strv_contains (sections, (const char *)node->parent->name))
    {
      xmlNode *heading = cog_jats_add_heading (walk, parent);

      cog_jats_convert_children (walk, node, heading);
      return;
    }
  cog_jats_convert_children (walk, node,
                             cog_jats_add (walk, cog_jats_add (walk, parent, "p"), "strong"));
}

static const char *
find_number_style (const char *type)
{
  static const char *const styles[][2] = { { "order", "1" },
                                           { "alpha-lower", "a" },
                                           { "alpha-upper", "A" },
                                           { "roman-lower", "i" },
                                           { "roman-upper", "I" } };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (type, styles[i][0]))
      return styles[i][1];
  return NULL;
}

/* Items with labels of their own are not numbered a second time. */
static gboolean
has_labels (const xmlNode *list)
{
  for (const xmlNode *n = cog_xml_first_element (list); n != NULL; n = cog_xml_next_element (n))
    if (cog_jats_is (n, "list-item") && cog_xml_find_child (n, NULL, "label") != NULL)
      return TRUE;
  return FALSE;
}

/* An item's own label stands in its first paragraph. */
static void
add_item (CogJatsWalk *walk, const xmlNode *node, xmlNode *list)
{
  const xmlNode *label = cog_xml_find_child (node, NULL, "label");
  const xmlNode *first = label != NULL ? cog_xml_find_child (node, NULL, "p") : NULL;
  xmlNode *item = cog_jats_add (walk, list, "li");
  xmlNode *holder = first != NULL ? cog_jats_add (walk, item, "p") : item;

  cog_jats_copy_global (node, item);
  cog_jats_add_label (walk, label, holder);
  if (first != NULL)
    {
      cog_jats_copy_global (first, holder);
      cog_jats_convert_children (walk, first, holder);
    }
  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    if (n != label && n != first && !cog_jats_is (n, "title"))
      cog_jats_convert (walk, n, item);
}

void
cog_jats_convert_list (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  g_autofree char *type = cog_xml_dup_attribute (node, "list-type");
  const char *style = has_labels (node) ? NULL : find_number_style (type);
  const xmlNode *title = cog_xml_find_child (node, NULL, "title");
  xmlNode *list;

  if (title != NULL)
    cog_jats_convert_title (walk, title, parent);
  list = cog_jats_add (walk, parent, style != NULL ? "ol" : "ul");
  cog_jats_copy_global (node, list);
  if (style != NULL && style[0] != '1')
    cog_xml_set (list, "type", style);
  for (const xmlNode *n = cog_xml_first_element (node); n != NULL; n = cog_xml_next_element (n))
    if (cog_jats_is (n, "list-item"))
      add_item (walk, n, list);
}

void
cog_jats_convert_definitions (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  const xmlNode *title = cog_xml_find_child (node, NULL, "title");
  xmlNode *list;

  if (title != NULL)
    cog_jats_convert_title (walk, title, parent);
  list = cog_jats_add (walk, parent, "dl");
  cog_jats_copy_global (node, list);
  for (const xmlNode *n = cog_xml_next_in (node, node), *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (node, n);
      if (!cog_jats_is (n, "term") && !cog_jats_is (n, "def"))
        continue;
      next = cog_xml_skip_in (node, n);
      cog_jats_wrap (walk, n, list, cog_jats_is (n, "term") ? "dt" : "dd", NULL);
    }
}

/* A stanza is a paragraph of lines. */
static void
add_lines (CogJatsWalk *walk, const xmlNode *group, xmlNode *parent)
{
  xmlNode *stanza = NULL;

  walk->depth++;
  for (const xmlNode *n = cog_xml_first_element (group); n != NULL && walk->depth < COG_JATS_DEPTH;
       n = cog_xml_next_element (n))
    {
      if (!cog_jats_is (n, "verse-line"))
        {
          stanza = NULL;
          if (cog_jats_is (n, "verse-group"))
            add_lines (walk, n, parent);
          else
            cog_jats_convert (walk, n, parent);
          continue;
        }
      if (stanza == NULL)
        stanza = cog_jats_add (walk, parent, "p");
      else
        cog_jats_add (walk, stanza, "br");
      cog_jats_convert_children (walk, n, stanza);
    }
  walk->depth--;
}

void
cog_jats_convert_verse (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  xmlNode *quote = cog_jats_add (walk, parent, "blockquote");

  cog_jats_copy_global (node, quote);
  cog_xml_set (quote, "class", "verse");
  add_lines (walk, node, quote);
}

void
cog_jats_convert_speech (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  static const char *const without[] = { "speaker", NULL };
  const xmlNode *speaker = cog_xml_find_child (node, NULL, "speaker");
  const xmlNode *first = cog_xml_find_child (node, NULL, "p");
  xmlNode *p = cog_jats_add (walk, parent, "p");

  cog_jats_copy_global (node, p);
  if (speaker != NULL)
    {
      cog_jats_convert_children (walk, speaker, cog_jats_add (walk, p, "strong"));
      cog_jats_add_text (p, " ");
    }
  if (first != NULL)
    cog_jats_convert_children (walk, first, p);
  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    if (n != first &&
        (n->type != XML_ELEMENT_NODE || !g_strv_contains (without, (const char *)n->name)))
      cog_jats_convert (walk, n, parent);
}

void
cog_jats_convert_attribution (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  cog_jats_wrap (walk, node, parent, "p", "attribution");
}
