/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-jats-private.h"

#include "cog-language.h"
#include "cog-reader-findings.h"

#include <string.h>

xmlNode *
cog_jats_add (CogJatsWalk *walk, xmlNode *parent, const char *name)
{
  xmlNode *node = xmlNewDocNode (walk->out, walk->xhtml, (const xmlChar *)name, NULL);

  xmlAddChild (parent, node);
  return node;
}

void
cog_jats_add_text (xmlNode *parent, const char *text)
{
  xmlAddChild (parent, xmlNewDocText (parent->doc, (const xmlChar *)text));
}

void
cog_jats_set_type (CogJatsWalk *walk, xmlNode *node, const char *type)
{
  xmlSetNsProp (node, walk->epub, (const xmlChar *)"type", (const xmlChar *)type);
}

void
cog_jats_copy_global (const xmlNode *from, xmlNode *to)
{
  g_autofree char *id = cog_xml_dup_attribute (from, "id");
  g_autofree char *language = cog_xml_dup_attribute_ns (from, COG_NS_XML, "lang");

  if (id != NULL)
    cog_xml_set (to, "id", id);
  if (language != NULL)
    cog_xml_set (to, "lang", language);
}

gboolean
cog_jats_is (const xmlNode *node, const char *name)
{
  return cog_xml_is (node, NULL, name);
}

xmlNode *
cog_jats_wrap (CogJatsWalk *walk,
               const xmlNode *node,
               xmlNode *parent,
               const char *name,
               const char *class_name)
{
  xmlNode *element = cog_jats_add (walk, parent, name);

  cog_jats_copy_global (node, element);
  cog_xml_set (element, "class", class_name);
  cog_jats_convert_children (walk, node, element);
  return element;
}

xmlNode *
cog_jats_add_heading (CogJatsWalk *walk, xmlNode *parent)
{
  char name[3] = { 'h', (char)('0' + CLAMP (walk->level, 2, 6)), '\0' };

  return cog_jats_add (walk, parent, name);
}

void
cog_jats_add_label (CogJatsWalk *walk, const xmlNode *label, xmlNode *parent)
{
  g_autofree char *text = label != NULL ? cog_xml_dup_folded_text (label) : NULL;
  xmlNode *span;

  if (text == NULL || text[0] == '\0')
    return;
  span = cog_jats_add (walk, parent, "span");
  cog_xml_set (span, "class", "number");
  cog_jats_add_text (span, text);
  cog_jats_add_text (parent, " ");
}

xmlNode *
cog_jats_add_link (CogJatsWalk *walk, xmlNode *parent, const char *href, const char *text)
{
  xmlNode *link = cog_jats_add (walk, parent, "a");

  cog_xml_set (link, "href", href);
  if (text != NULL)
    cog_jats_add_text (link, text);
  return link;
}

char *
cog_jats_dup_child_text (const xmlNode *node, const char *name)
{
  xmlNode *child = node != NULL ? cog_xml_find_child (node, NULL, name) : NULL;
  char *text = child != NULL ? cog_xml_dup_folded_text (child) : NULL;

  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

char *
cog_jats_dup_href (const xmlNode *node)
{
  char *href = cog_xml_dup_attribute_ns (node, COG_NS_XLINK, "href");

  if (href != NULL && g_strstrip (href)[0] == '\0')
    g_clear_pointer (&href, g_free);
  return href;
}

char *
cog_jats_dup_title (const xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const xmlNode *n = node, *next; n != NULL; n = next)
    {
      next = cog_xml_next_in (node, n);
      if (cog_jats_is (n, "xref") || cog_jats_is (n, "fn"))
        next = cog_xml_skip_in (node, n);
      else if (cog_jats_is (n, "break"))
        g_string_append_c (text, ' ');
      else if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) &&
               n->content != NULL)
        g_string_append (text, (const char *)n->content);
    }
  return cog_xml_fold_space (text->str);
}

static void
skip (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
}

/* An element of JATS and the function that takes it, or the element of XHTML that says the same
 * (name, class); neither: what it holds is taken. Sorted, for bsearch. */
typedef struct
{
  const char *name;
  CogJatsConvert convert;
  const char *as;
  const char *class_name;
} Row;

static const Row rows[] = {
  { "abbrev", NULL, "abbr", NULL },
  { "ack", cog_jats_convert_section, NULL, NULL },
  { "address", NULL, "p", NULL },
  { "aff", NULL, "p", NULL },
  { "alt-text", skip, NULL, NULL },
  { "alternatives", cog_jats_convert_alternatives, NULL, NULL },
  { "answer", NULL, "section", "answer" },
  { "app", cog_jats_convert_section, NULL, NULL },
  { "app-group", cog_jats_convert_section, NULL, NULL },
  { "array", cog_jats_convert_table_wrap, NULL, NULL },
  { "attrib", cog_jats_convert_attribution, NULL, NULL },
  { "bio", cog_jats_convert_section, NULL, NULL },
  { "bold", NULL, "b", NULL },
  { "boxed-text", cog_jats_convert_box, NULL, NULL },
  { "break", cog_jats_convert_break, NULL, NULL },
  { "caption", NULL, NULL, NULL },
  { "chem-struct", NULL, NULL, NULL },
  { "chem-struct-wrap", cog_jats_convert_figure, NULL, NULL },
  { "chem-struct-wrapper", cog_jats_convert_figure, NULL, NULL },
  { "code", NULL, "pre", NULL },
  { "collab", NULL, NULL, NULL },
  { "corresp", NULL, "p", NULL },
  { "def-list", cog_jats_convert_definitions, NULL, NULL },
  { "disp-formula", cog_jats_convert_formula, NULL, NULL },
  { "disp-formula-group", NULL, NULL, NULL },
  { "disp-quote", NULL, "blockquote", NULL },
  { "email", cog_jats_convert_email, NULL, NULL },
  { "ext-link", cog_jats_convert_link, NULL, NULL },
  { "fig", cog_jats_convert_figure, NULL, NULL },
  { "fig-group", cog_jats_convert_figure, NULL, NULL },
  { "fixed-case", NULL, NULL, NULL },
  { "floats-group", NULL, NULL, NULL },
  { "floats-wrap", NULL, NULL, NULL },
  { "fn", cog_jats_convert_note, NULL, NULL },
  { "fn-group", cog_jats_convert_section, NULL, NULL },
  { "glossary", cog_jats_convert_section, NULL, NULL },
  { "graphic", cog_jats_convert_graphic, NULL, NULL },
  { "hr", NULL, "hr", NULL },
  { "index-term", skip, NULL, NULL },
  { "inline-formula", cog_jats_convert_formula, NULL, NULL },
  { "inline-graphic", cog_jats_convert_graphic, NULL, NULL },
  { "inline-supplementary-material", cog_jats_convert_link, NULL, NULL },
  { "italic", NULL, "i", NULL },
  { "label", skip, NULL, NULL },
  { "license", NULL, NULL, NULL },
  { "license-p", NULL, "p", NULL },
  { "list", cog_jats_convert_list, NULL, NULL },
  { "list-item", NULL, "li", NULL },
  { "long-desc", skip, NULL, NULL },
  { "math", cog_jats_convert_math, NULL, NULL },
  { "media", cog_jats_convert_media, NULL, NULL },
  { "milestone-end", skip, NULL, NULL },
  { "milestone-start", skip, NULL, NULL },
  { "monospace", NULL, "code", NULL },
  { "name", NULL, NULL, NULL },
  { "named-content", NULL, NULL, NULL },
  { "note", NULL, NULL, NULL },
  { "notes", cog_jats_convert_section, NULL, NULL },
  { "object-id", skip, NULL, NULL },
  { "overline", NULL, "span", "overline" },
  { "p", NULL, "p", NULL },
  { "permissions", skip, NULL, NULL },
  { "preformat", NULL, "pre", NULL },
  { "private-char", NULL, NULL, NULL },
  { "processing-meta", skip, NULL, NULL },
  { "pub-id", cog_jats_convert_identifier, NULL, NULL },
  { "question", NULL, "section", "problem" },
  { "rb", NULL, "rb", NULL },
  { "ref-list", cog_jats_convert_references, NULL, NULL },
  { "related-article", cog_jats_convert_link, NULL, NULL },
  { "related-object", cog_jats_convert_link, NULL, NULL },
  { "roman", NULL, NULL, NULL },
  { "rp", NULL, "rp", NULL },
  { "rt", NULL, "rt", NULL },
  { "ruby", NULL, "ruby", NULL },
  { "sans-serif", NULL, NULL, NULL },
  { "sc", NULL, "span", "smallcaps" },
  { "sec", cog_jats_convert_section, NULL, NULL },
  { "sec-meta", skip, NULL, NULL },
  { "sig", NULL, "p", NULL },
  { "sig-block", NULL, NULL, NULL },
  { "source", NULL, "cite", NULL },
  { "speech", cog_jats_convert_speech, NULL, NULL },
  { "statement", cog_jats_convert_box, NULL, NULL },
  { "strike", NULL, "s", NULL },
  { "string-name", NULL, NULL, NULL },
  { "styled-content", NULL, NULL, NULL },
  { "sub", NULL, "sub", NULL },
  { "sup", NULL, "sup", NULL },
  { "supplementary-material", cog_jats_convert_supplement, NULL, NULL },
  { "table", cog_jats_convert_table, NULL, NULL },
  { "table-wrap", cog_jats_convert_table_wrap, NULL, NULL },
  { "table-wrap-foot", NULL, NULL, NULL },
  { "table-wrap-group", NULL, NULL, NULL },
  { "target", NULL, "span", NULL },
  { "tex-math", cog_jats_convert_tex, NULL, NULL },
  { "title", cog_jats_convert_title, NULL, NULL },
  { "trans-title", NULL, NULL, NULL },
  { "underline", NULL, "u", NULL },
  { "uri", cog_jats_convert_link, NULL, NULL },
  { "verse-group", cog_jats_convert_verse, NULL, NULL },
  { "x", NULL, NULL, NULL },
  { "xref", cog_jats_convert_xref, NULL, NULL },
};

static int
compare_row (gconstpointer name, gconstpointer row)
{
  return strcmp (name, ((const Row *)row)->name);
}

static void
convert_by_row (CogJatsWalk *walk, const Row *row, const xmlNode *node, xmlNode *parent)
{
  if (row->convert != NULL)
    row->convert (walk, node, parent);
  else if (row->as != NULL)
    cog_jats_wrap (walk, node, parent, row->as, row->class_name);
  else
    cog_jats_convert_children (walk, node, parent);
}

/* A reference and an address are made of fifty elements that each name a word of them. */
static gboolean
is_in_record (const xmlNode *node)
{
  static const char *const records[] = { "mixed-citation", "element-citation",
                                         "citation",       "nlm-citation",
                                         "product",        "aff",
                                         "corresp",        NULL };

  for (const xmlNode *n = node->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (g_strv_contains (records, (const char *)n->name))
      return TRUE;
  return FALSE;
}

void
cog_jats_convert (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  const Row *row;

  if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) &&
      node->content != NULL)
    cog_jats_add_text (parent, (const char *)node->content);
  if (node->type != XML_ELEMENT_NODE)
    return;
  if (walk->depth >= COG_JATS_DEPTH)
    {
      g_autofree char *text = cog_xml_dup_folded_text (node);

      cog_report_add (walk->context->report, &cog_finding_too_deep, walk->context->file, NULL,
                      NULL);
      cog_jats_add_text (parent, text);
      return;
    }
  walk->depth++;
  row = bsearch (node->name, rows, G_N_ELEMENTS (rows), sizeof rows[0], compare_row);
  if (row != NULL)
    convert_by_row (walk, row, node, parent);
  else
    {
      if (!is_in_record (node))
        cog_report_add (walk->context->report, &cog_finding_unknown_element, walk->context->file,
                        (const char *)node->name, NULL);
      cog_jats_convert_children (walk, node, parent);
    }
  walk->depth--;
}

void
cog_jats_convert_children (CogJatsWalk *walk, const xmlNode *node, xmlNode *parent)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    cog_jats_convert (walk, child, parent);
}

void
cog_jats_convert_others (CogJatsWalk *walk,
                         const xmlNode *node,
                         xmlNode *parent,
                         const char *const *without)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type != XML_ELEMENT_NODE || !g_strv_contains (without, (const char *)child->name))
      cog_jats_convert (walk, child, parent);
}

static gboolean
is_other_article (const xmlNode *node)
{
  return cog_jats_is (node, "sub-article") || cog_jats_is (node, "response");
}

/* A translation has its own copy of the references, figures and notes: only what belongs to the
 * article counts. */
static void
index_article (CogJatsWalk *walk, const xmlNode *article)
{
  for (const xmlNode *n = article, *next; n != NULL; n = next)
    {
      char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      next = is_other_article (n) ? cog_xml_skip_in (article, n) : cog_xml_next_in (article, n);
      if (id != NULL && !is_other_article (n) && !g_hash_table_contains (walk->by_id, id))
        g_hash_table_insert (walk->by_id, g_steal_pointer (&id), (gpointer)n);
      g_free (id);
      if (cog_jats_is (n, "xref"))
        {
          char *target = cog_xml_dup_attribute (n, "rid");

          if (target != NULL)
            g_hash_table_add (walk->noted, target);
        }
    }
}

static void
tell_of_others (CogJatsWalk *walk, const xmlNode *article)
{
  for (const xmlNode *n = cog_xml_first_element (article); n != NULL; n = cog_xml_next_element (n))
    {
      g_autofree char *type = cog_xml_dup_attribute (n, "article-type");
      g_autofree char *language = cog_xml_dup_attribute_ns (n, COG_NS_XML, "lang");

      if (!is_other_article (n))
        continue;
      if (g_strcmp0 (type, "translation") == 0)
        {
          g_autofree char *name = cog_language_dup_own_name (language != NULL ? language : "und");

          cog_report_add (walk->context->report, &cog_finding_translation_left_out,
                          walk->context->file, name, NULL);
        }
      else
        cog_report_add (walk->context->report, &cog_finding_sub_article_left_out,
                        walk->context->file, type != NULL ? type : (const char *)n->name, NULL);
    }
}

static void
convert_parts (CogJatsWalk *walk, const xmlNode *article, xmlNode *body)
{
  static const char *const parts[] = { "body", "floats-group", "floats-wrap", "back" };

  cog_jats_convert_front (walk, article, body);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      xmlNode *part = cog_xml_find_child (article, NULL, parts[i]);

      if (part != NULL)
        cog_jats_convert_children (walk, part, body);
      else if (i == 0)
        cog_report_add (walk->context->report, &cog_finding_no_article_text, walk->context->file,
                        NULL, NULL);
    }
  cog_jats_convert_people (walk, article, body);
}

xmlDoc *
cog_jats_to_xhtml (xmlNode *article, const CogJatsContext *context)
{
  CogJatsWalk walk = { .context = context, .level = 2 };
  xmlNode *body;

  g_return_val_if_fail (article != NULL && context != NULL, NULL);

  walk.out = xmlNewDoc ((const xmlChar *)"1.0");
  body = xmlNewDocNode (walk.out, NULL, (const xmlChar *)"body", NULL);
  xmlDocSetRootElement (walk.out, body);
  walk.xhtml = xmlNewNs (body, (const xmlChar *)COG_NS_XHTML, NULL);
  walk.epub = xmlNewNs (body, (const xmlChar *)COG_NS_EPUB, (const xmlChar *)"epub");
  xmlSetNs (body, walk.xhtml);
  walk.notes = xmlNewDocNode (walk.out, walk.xhtml, (const xmlChar *)"div", NULL);
  walk.by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk.noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index_article (&walk, article);
  convert_parts (&walk, article, body);
  tell_of_others (&walk, article);
  xmlAddChild (body, walk.notes);
  g_hash_table_unref (walk.by_id);
  g_hash_table_unref (walk.noted);
  return walk.out;
}
