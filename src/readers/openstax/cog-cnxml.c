/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-cnxml-private.h"

#include "cog-reader-findings.h"

#include <string.h>

xmlNode *
cog_cnxml_add (CogCnxmlWalk *walk, xmlNode *parent, const char *name)
{
  xmlNode *node = xmlNewDocNode (walk->out, walk->xhtml, (const xmlChar *)name, NULL);

  xmlAddChild (parent, node);
  return node;
}

void
cog_cnxml_set_type (CogCnxmlWalk *walk, xmlNode *node, const char *type)
{
  xmlSetNsProp (node, walk->epub, (const xmlChar *)"type", (const xmlChar *)type);
}

void
cog_cnxml_copy_id (const xmlNode *from, xmlNode *to)
{
  g_autofree char *id = cog_xml_dup_attribute (from, "id");

  cog_xml_set (to, "id", id);
}

void
cog_cnxml_add_text (xmlNode *parent, const char *text)
{
  xmlAddChild (parent, xmlNewDocText (parent->doc, (const xmlChar *)text));
}

gboolean
cog_cnxml_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         strcmp ((const char *)node->name, name) == 0;
}

/* A container that becomes an element with the same children. */
xmlNode *
cog_cnxml_wrap (CogCnxmlWalk *walk,
                const xmlNode *node,
                xmlNode *parent,
                const char *name,
                const char *class_name,
                const char *type)
{
  xmlNode *element = cog_cnxml_add (walk, parent, name);

  cog_cnxml_copy_id (node, element);
  cog_xml_set (element, "class", class_name);
  if (type != NULL)
    cog_cnxml_set_type (walk, element, type);
  cog_cnxml_convert_children (walk, node, element);
  return element;
}

void
cog_cnxml_wrap_deeper (CogCnxmlWalk *walk,
                       const xmlNode *node,
                       xmlNode *parent,
                       const char *name,
                       const char *class_name,
                       const char *type)
{
  walk->level++;
  cog_cnxml_wrap (walk, node, parent, name, class_name, type);
  walk->level--;
}

const char *
cog_cnxml_find_number (CogCnxmlWalk *walk, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  return id != NULL
             ? cog_openstax_labels_lookup_number (walk->context->labels, walk->context->module, id)
             : NULL;
}

const char *
cog_cnxml_find_label (CogCnxmlWalk *walk, const xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");

  return cog_cnxml_find_number (walk, node) != NULL
             ? cog_openstax_labels_lookup (walk->context->labels, walk->context->module, id)
             : NULL;
}

void
cog_cnxml_add_number (CogCnxmlWalk *walk, xmlNode *parent, const char *label)
{
  xmlNode *span = cog_cnxml_add (walk, parent, "span");

  cog_xml_set (span, "class", "number");
  cog_cnxml_add_text (span, label);
  cog_cnxml_add_text (parent, " ");
}

static void
skip (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
}

static const struct
{
  const char *name;
  void (*convert) (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent);
} handlers[] = {
  { "cite", cog_cnxml_convert_cite },
  { "cite-title", cog_cnxml_convert_cite },
  { "code", cog_cnxml_convert_code },
  { "commentary", cog_cnxml_convert_commentary },
  { "definition", cog_cnxml_convert_definition },
  { "emphasis", cog_cnxml_convert_emphasis },
  { "equation", cog_cnxml_convert_equation },
  { "example", cog_cnxml_convert_example },
  { "exercise", cog_cnxml_convert_exercise },
  { "figure", cog_cnxml_convert_figure },
  { "footnote", cog_cnxml_convert_footnote },
  { "foreign", cog_cnxml_convert_foreign },
  { "glossary", cog_cnxml_convert_glossary },
  { "item", cog_cnxml_convert_item },
  { "label", skip },
  { "link", cog_cnxml_convert_link },
  { "list", cog_cnxml_convert_list },
  { "media", cog_cnxml_convert_media },
  { "metadata", skip },
  { "newline", cog_cnxml_convert_newline },
  { "note", cog_cnxml_convert_note },
  { "para", cog_cnxml_convert_para },
  { "preformat", cog_cnxml_convert_preformat },
  { "problem", cog_cnxml_convert_problem },
  { "proof", cog_cnxml_convert_proof },
  { "quote", cog_cnxml_convert_quote },
  { "rule", cog_cnxml_convert_rule },
  { "section", cog_cnxml_convert_section },
  { "solution", cog_cnxml_convert_solution },
  { "space", cog_cnxml_convert_space },
  { "span", cog_cnxml_convert_span },
  { "statement", cog_cnxml_convert_proof },
  { "sub", cog_cnxml_convert_sub },
  { "subfigure", cog_cnxml_convert_figure },
  { "sup", cog_cnxml_convert_sub },
  { "table", cog_cnxml_convert_table },
  { "term", cog_cnxml_convert_term },
  { "title", cog_cnxml_convert_title },
};

/* Elements of other vocabularies are editors' notes to themselves. */
static gboolean
is_ours (const xmlNode *node)
{
  return node->ns == NULL || strstr ((const char *)node->ns->href, "cnx.rice.edu/cnxml") != NULL;
}

/* Classes are how a book's printed look is told apart: those that mean nothing to us are named, so
 * that nobody looks for them in the result. */
static void
report_classes (CogCnxmlWalk *walk, const xmlNode *node)
{
  static const char *const known[] = { "no-emphasis",     "token",        "unnumbered", "block",
                                       "sr-contrib-auth", "warning",      "tip",        "appendix",
                                       "preface",         "introduction", NULL };
  g_autofree char *value = cog_xml_dup_attribute (node, "class");
  g_auto (GStrv) words = value != NULL ? g_strsplit_set (value, " \t\r\n", 20) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (words[i][0] != '\0' && !g_strv_contains (known, words[i]) &&
        cog_cnxml_find_section_type (words[i]) == NULL)
      cog_report_add (walk->context->report, &cog_finding_class_dropped, walk->context->module,
                      words[i], NULL);
}

void
cog_cnxml_convert (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  if (node->type == XML_TEXT_NODE && node->content != NULL)
    {
      cog_cnxml_add_text (parent, (const char *)node->content);
      return;
    }
  if (node->type != XML_ELEMENT_NODE)
    return;
  if (cog_cnxml_is (node, "math"))
    {
      cog_cnxml_copy_math (walk, node, parent);
      return;
    }
  if (walk->depth >= COG_CNXML_DEPTH)
    {
      g_autofree char *text = cog_xml_dup_folded_text (node);

      cog_cnxml_add_text (parent, text);
      return;
    }
  report_classes (walk, node);
  walk->depth++;
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    if (strcmp ((const char *)node->name, handlers[i].name) == 0)
      {
        handlers[i].convert (walk, node, parent);
        walk->depth--;
        return;
      }
  if (is_ours (node))
    cog_report_add (walk->context->report, &cog_finding_unknown_element, walk->context->module,
                    (const char *)node->name, NULL);
  cog_cnxml_convert_children (walk, node, parent);
  walk->depth--;
}

void
cog_cnxml_convert_children (CogCnxmlWalk *walk, const xmlNode *node, xmlNode *parent)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    cog_cnxml_convert (walk, child, parent);
}

/* md:abstract holds the learning objectives, and is content. */
static void
convert_abstract (CogCnxmlWalk *walk, xmlNode *document, xmlNode *body)
{
  xmlNode *metadata = cog_xml_find_child (document, NULL, "metadata");
  xmlNode *abstract = metadata != NULL ? cog_xml_find_child (metadata, NULL, "abstract") : NULL;
  g_autofree char *text = abstract != NULL ? cog_xml_dup_folded_text (abstract) : NULL;
  xmlNode *section;

  if (text == NULL || text[0] == '\0')
    return;
  section = cog_cnxml_add (walk, body, "section");
  cog_cnxml_set_type (walk, section, "learning-objectives");
  cog_cnxml_add_text (cog_cnxml_add (walk, section, "h2"),
                      cog_openstax_labels_get_word (walk->context->labels, "objectives"));
  cog_cnxml_convert_children (walk, abstract, section);
}

xmlDoc *
cog_cnxml_to_xhtml (xmlNode *document, const CogCnxmlContext *context)
{
  CogCnxmlWalk walk = {
    context, xmlNewDoc ((const xmlChar *)"1.0"), NULL, NULL, NULL, 0, 1, 0, NULL
  };
  xmlNode *body = xmlNewDocNode (walk.out, NULL, (const xmlChar *)"body", NULL);
  xmlNode *title = cog_xml_find_child (document, NULL, "title");
  xmlNode *content = cog_xml_find_child (document, NULL, "content");
  xmlNode *glossary = cog_xml_find_child (document, NULL, "glossary");

  xmlDocSetRootElement (walk.out, body);
  walk.xhtml = xmlNewNs (body, (const xmlChar *)COG_NS_XHTML, NULL);
  walk.epub = xmlNewNs (body, (const xmlChar *)COG_NS_EPUB, (const xmlChar *)"epub");
  xmlSetNs (body, walk.xhtml);
  walk.notes = xmlNewDocNode (walk.out, walk.xhtml, (const xmlChar *)"div", NULL);
  if (title != NULL)
    {
      xmlNode *heading = cog_cnxml_add (&walk, body, "h1");

      cog_cnxml_convert_children (&walk, title, heading);
    }
  convert_abstract (&walk, document, body);
  if (content != NULL)
    cog_cnxml_convert_children (&walk, content, body);
  if (glossary != NULL)
    cog_cnxml_convert (&walk, glossary, body);
  xmlAddChild (body, walk.notes);
  return walk.out;
}
