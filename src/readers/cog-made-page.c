/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-made-page.h"

#include "cog-html.h"
#include "cog-item-rights.h"
#include "cog-page-mend.h"

#include <string.h>

xmlDoc *
cog_made_page_new (xmlNode **body)
{
  xmlDoc *page = xmlNewDoc ((const xmlChar *)"1.0");
  xmlNode *root = xmlNewDocNode (page, NULL, (const xmlChar *)"body", NULL);

  g_return_val_if_fail (body != NULL, NULL);

  xmlDocSetRootElement (page, root);
  xmlSetNs (root, xmlNewNs (root, (const xmlChar *)COG_NS_XHTML, NULL));
  xmlNewNs (root, (const xmlChar *)COG_NS_EPUB, (const xmlChar *)"epub");
  *body = root;
  return page;
}

xmlNode *
cog_made_page_add (xmlNode *parent, const char *name, const char *class_name, const char *type)
{
  xmlNode *node;

  g_return_val_if_fail (parent != NULL && name != NULL, NULL);

  node = cog_xml_add (parent, name, NULL);
  cog_xml_set (node, "class", class_name);
  if (type != NULL)
    xmlSetNsProp (node, xmlSearchNs (parent->doc, parent, (const xmlChar *)"epub"),
                  (const xmlChar *)"type", (const xmlChar *)type);
  return node;
}

xmlNode *
cog_made_page_add_words (xmlNode *parent, const char *name, const char *words)
{
  g_autofree char *folded = words != NULL ? cog_xml_fold_space (words) : NULL;

  g_return_val_if_fail (parent != NULL && name != NULL, NULL);

  return folded != NULL && folded[0] != '\0' ? cog_xml_add (parent, name, folded) : NULL;
}

xmlNode *
cog_made_page_add_heading (xmlNode *parent, guint level, const char *words)
{
  const char name[] = { 'h', (char)('0' + CLAMP (level, 1, 6)), '\0' };

  return cog_made_page_add_words (parent, name, words);
}

/* (transfer full) (nullable) */
static xmlDoc *
parse (const char *html, CogReport *report)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));

  return cog_html_parse (bytes, "UTF-8", "html", report, NULL);
}

void
cog_made_page_add_html (xmlNode *parent, const char *html, CogReport *report)
{
  g_autoptr (xmlDoc) piece = NULL;
  xmlNode *body;

  g_return_if_fail (parent != NULL);

  if (html == NULL || html[0] == '\0')
    return;
  piece = parse (html, report);
  body = piece != NULL ? cog_xml_find_child (xmlDocGetRootElement (piece), NULL, "body") : NULL;
  for (xmlNode *n = body != NULL ? body->children : NULL; n != NULL; n = n->next)
    xmlAddChild (parent, xmlDocCopyNode (n, parent->doc, 1));
}

char *
cog_made_page_dup_words (const char *html)
{
  g_autoptr (xmlDoc) piece = NULL;

  if (html == NULL)
    return g_strdup ("");
  if (strpbrk (html, "<&") == NULL)
    return cog_xml_fold_space (html);
  piece = parse (html, NULL);
  return piece != NULL ? cog_xml_dup_folded_text (xmlDocGetRootElement (piece)) : g_strdup ("");
}

xmlNode *
cog_made_page_add_exercise (xmlNode *parent, xmlNode **problem)
{
  xmlNode *exercise = cog_made_page_add (parent, "section", "exercise", "practice");

  *problem = cog_made_page_add (exercise, "section", "problem", "question");
  return exercise;
}

xmlNode *
cog_made_page_add_solution (xmlNode *exercise)
{
  return cog_made_page_add (exercise, "section", "solution", "answer");
}

xmlNode *
cog_made_page_add_choices (xmlNode *problem)
{
  xmlNode *list = cog_made_page_add (problem, "ol", NULL, NULL);

  cog_xml_set (list, "type", "a");
  return list;
}

xmlNode *
cog_made_page_add_choice_answer (xmlNode *solution, guint index)
{
  xmlNode *list = cog_xml_find_child (solution, NULL, "ol");
  g_autofree char *value = g_strdup_printf ("%u", index + 1);
  xmlNode *item;

  if (list == NULL)
    list = cog_made_page_add_choices (solution);
  item = cog_made_page_add (list, "li", NULL, NULL);
  cog_xml_set (item, "value", value);
  return item;
}

void
cog_made_page_take (xmlDoc *page,
                    const char *file,
                    CogBook *book,
                    CogContainer *container,
                    CogNormalizer *normalizer,
                    CogSection *section,
                    CogReport *report)
{
  xmlNode *body;

  g_return_if_fail (page != NULL && book != NULL && section != NULL);

  cog_page_mend (page, container, file, report);
  body = xmlDocGetRootElement (page);
  cog_item_rights_take (book, normalizer, file, body);
  cog_normalizer_take (normalizer, file, body, section);
}
