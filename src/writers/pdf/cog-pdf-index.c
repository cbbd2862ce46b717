/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-index.h"

#include "cog-back-words.h"
#include "cog-language.h"
#include "cog-pdf-block.h"
#include "cog-term-index.h"

#include <string.h>

#define SECTION_ID "cognate-index"
#define LEAST_TERMS 10 /* fewer are found without an index */

struct _CogPdfIndex
{
  const CogPdfComposer *composer;
  CogTermIndex *terms;
};

static gboolean
is_index (const xmlNode *node)
{
  return cog_xml_has_word (node, "epub:type", "index") ||
         cog_xml_has_word (node, "role", "doc-index");
}

static gboolean
is_in_glossary (const CogSection *section, const xmlNode *node)
{
  if (g_strcmp0 (section->type, "glossary") == 0)
    return TRUE;
  for (const xmlNode *up = node; up != NULL && up->type == XML_ELEMENT_NODE; up = up->parent)
    if (cog_xml_has_word (up, "epub:type", "glossary") ||
        cog_xml_has_word (up, "role", "doc-glossary") || cog_xml_has_word (up, "class", "glossary"))
      return TRUE;
  return FALSE;
}

/* What is defined where it stands; a glossary's terms are its dt, whatever they hold. */
static gboolean
is_term (const CogSection *section, const xmlNode *node)
{
  if (cog_xml_is (node, COG_NS_XHTML, "dt"))
    return cog_xml_has_word (node, "epub:type", "glossterm") || is_in_glossary (section, node);
  return cog_xml_is (node, COG_NS_XHTML, "dfn") && !cog_xml_is (node->parent, COG_NS_XHTML, "dt");
}

/* Its own, or that of what it stands in. */
static char *
dup_id (const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      char *id = cog_xml_dup_attribute (node, "id");
      if (id != NULL)
        return id;
    }
  return NULL;
}

/* FALSE: there is an index already. */
static gboolean
add_terms (CogPdfIndex *index, CogPdfComposer *composer, const CogSection *section)
{
  const xmlNode *root = cog_section_get_root (section);

  if (g_strcmp0 (section->type, "index") == 0)
    return FALSE;
  for (const xmlNode *node = root; node != NULL; node = cog_xml_next_in (root, node))
    if (cog_xml_is (node, COG_NS_XHTML, "section") && is_index (node))
      return FALSE;
    else if (node->type == XML_ELEMENT_NODE && is_term (section, node))
      {
        g_autofree char *text = cog_xml_dup_folded_text (node);
        g_autofree char *id = dup_id (node);

        if (id != NULL && cog_term_index_add (index->terms, text, id))
          g_hash_table_add (composer->targets, g_steal_pointer (&id));
      }
  return TRUE;
}

CogPdfIndex *
cog_pdf_index_new (CogPdfComposer *composer)
{
  g_autoptr (CogPdfIndex) index = g_new0 (CogPdfIndex, 1);
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (composer->book);

  index->composer = composer;
  index->terms = cog_term_index_new (composer->style->language);
  for (guint i = 0; i < sections->len; i++)
    if (!add_terms (index, composer, g_ptr_array_index (sections, i)))
      return NULL;
  return cog_term_index_get_n_terms (index->terms) >= LEAST_TERMS ? g_steal_pointer (&index) : NULL;
}

void
cog_pdf_index_free (CogPdfIndex *index)
{
  if (index == NULL)
    return;
  g_clear_pointer (&index->terms, cog_term_index_free);
  g_free (index);
}

static const char *
get_title (const CogPdfIndex *index)
{
  return cog_back_get_word (index->composer->style->language, "index");
}

void
cog_pdf_index_add_entry (const CogPdfIndex *index, GArray *entries)
{
  CogPdfEntry entry = { g_strdup (get_title (index)), g_strdup (SECTION_ID), 0 };

  g_array_append_val (entries, entry);
}

static void
add_text (xmlNode *parent, const char *text)
{
  xmlAddChild (parent, xmlNewDocText (parent->doc, (const xmlChar *)text));
}

static const char *
get_comma (const char *language)
{
  static const char *const languages[] = { "ar", "fa", "ur", "ps", "sd", "ug", "ckb" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_has_prefix (language, languages[i]) &&
        !g_ascii_isalpha (language[strlen (languages[i])]))
      return "، ";
  return ", ";
}

/* "law of motion, 12, 45": each page once. */
static void
add_term (const CogPdfIndex *index,
          xmlNode *list,
          const CogTerm *term,
          CogPdfPageFunc get_page,
          gpointer user_data)
{
  const char *language = index->composer->style->language;
  xmlNode *item = NULL;
  guint last = 0;

  for (guint i = 0; i < term->places->len; i++)
    {
      const char *id = g_ptr_array_index (term->places, i);
      guint page = get_page (id, user_data);
      g_autofree char *number = NULL;
      g_autofree char *href = NULL;

      if (page == 0 || page == last)
        continue;
      if (item == NULL)
        {
          item = cog_xml_add (list, "li", NULL);
          add_text (item, term->text);
        }
      number = cog_language_format_number (language, page);
      href = g_strconcat ("#", id, NULL);
      add_text (item, get_comma (language));
      cog_xml_set (cog_xml_add (item, "a", number), "href", href);
      last = page;
    }
}

CogSection *
cog_pdf_index_make_section (const CogPdfIndex *index, CogPdfPageFunc get_page, gpointer user_data)
{
  g_autoptr (GPtrArray) groups = cog_term_index_dup_groups (index->terms);
  CogSection *section = cog_section_new (SECTION_ID, get_title (index));
  xmlNode *root = cog_section_make_content (section);

  section->type = g_strdup ("index");
  cog_xml_set (root, "class", "index");
  cog_xml_add (root, "h1", get_title (index));
  for (guint i = 0; i < groups->len; i++)
    {
      const CogTermGroup *group = g_ptr_array_index (groups, i);
      xmlNode *list;

      if (group->heading != NULL)
        cog_xml_add (root, "h2", group->heading);
      list = cog_xml_add (root, "ul", NULL);
      cog_xml_set (list, "class", "index");
      for (guint k = 0; k < group->terms->len; k++)
        add_term (index, list, g_ptr_array_index (group->terms, k), get_page, user_data);
    }
  return section;
}
