/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-page.h"

#include "cog-book.h"
#include "cog-language.h"

xmlNode *
cog_edition_page_add (xmlNode *parent, const char *name, const char *class_name)
{
  xmlNode *node =
      xmlNewChild (parent, xmlDocGetRootElement (parent->doc)->ns, (const xmlChar *)name, NULL);

  cog_xml_set (node, "class", class_name);
  return node;
}

void
cog_edition_page_add_words (CogSection *page, const char *name, const char *words)
{
  xmlNodeAddContent (cog_edition_page_add (cog_section_get_root (page), name, NULL),
                     (const xmlChar *)words);
}

/* A paragraph that is one quotation is set as its own language is written, from its own side. */
static gboolean
fill_quoted (xmlNode *node, const CogCreditText *text)
{
  const CogCreditRun *run = text->len == 1 ? g_ptr_array_index (text, 0) : NULL;

  if (run == NULL || run->language == NULL)
    return FALSE;
  cog_xml_set (node, "lang", run->language);
  cog_xml_set (node, "dir", cog_language_is_rtl (run->language) ? "rtl" : "ltr");
  xmlNodeAddContent (node, (const xmlChar *)run->text);
  return TRUE;
}

void
cog_edition_page_fill (xmlNode *node, const CogCreditText *text)
{
  g_autofree char *xhtml = cog_credit_text_to_xhtml (text);
  g_autoptr (GError) error = NULL;

  if (fill_quoted (node, text))
    return;
  /* Names are verbatim: whatever they hold, they were escaped. */
  if (!cog_inline_set (node, xhtml, &error))
    xmlNodeAddContent (node, (const xmlChar *)"");
}

CogSection *
cog_edition_page_new (const char *id, const char *type, const char *title)
{
  CogSection *page = cog_section_new (id, title);

  cog_section_make_content (page);
  page->type = g_strdup (type);
  cog_edition_page_add_words (page, "h1", title);
  return page;
}

void
cog_edition_page_add_list (CogSection *page, const GPtrArray *entries)
{
  xmlNode *list = cog_edition_page_add (cog_section_get_root (page), "ul", NULL);

  for (guint i = 0; i < entries->len; i++)
    cog_edition_page_fill (cog_edition_page_add (list, "li", NULL), g_ptr_array_index (entries, i));
}
