/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-vocabulary.h"

#include "cog-vocabulary-lists.h"

#include <string.h>

#define INLINE_ROW(name)                                                                           \
  {                                                                                                \
    name, COG_ELEMENT_SPAN, COG_MODEL_INLINES, FALSE, TRUE, NULL, NULL                             \
  }

/* Sorted by name, for bsearch. */
static const CogVocabularyRow rows[] = {
  { "a", COG_ELEMENT_LINK, COG_MODEL_INLINES, FALSE, TRUE, NULL, "href hreflang" },
  INLINE_ROW ("abbr"),
  { "aside", COG_ELEMENT_ASIDE, COG_MODEL_BLOCKS, TRUE, FALSE, NULL, NULL },
  { "audio", COG_ELEMENT_AUDIO, COG_MODEL_BLOCKS, TRUE, TRUE, NULL, "src controls" },
  INLINE_ROW ("b"),
  INLINE_ROW ("bdi"),
  INLINE_ROW ("bdo"),
  { "blockquote", COG_ELEMENT_QUOTE, COG_MODEL_BLOCKS, TRUE, FALSE, NULL, "cite" },
  { "br", COG_ELEMENT_BREAK, COG_MODEL_EMPTY, FALSE, TRUE, NULL, NULL },
  { "caption", COG_ELEMENT_CAPTION, COG_MODEL_INLINES, TRUE, FALSE, "table", NULL },
  INLINE_ROW ("cite"),
  INLINE_ROW ("code"),
  { "dd", COG_ELEMENT_DESCRIPTION, COG_MODEL_EITHER, TRUE, FALSE, "dl", NULL },
  { "details", COG_ELEMENT_DETAILS, COG_MODEL_BLOCKS, TRUE, FALSE, NULL, "open" },
  INLINE_ROW ("dfn"),
  { "dl", COG_ELEMENT_DESCRIPTION_LIST, COG_MODEL_BLOCKS, TRUE, FALSE, NULL, NULL },
  { "dt", COG_ELEMENT_TERM, COG_MODEL_EITHER, TRUE, FALSE, "dl", NULL },
  INLINE_ROW ("em"),
  { "figcaption", COG_ELEMENT_FIGURE_CAPTION, COG_MODEL_EITHER, TRUE, FALSE, "figure", NULL },
  { "figure", COG_ELEMENT_FIGURE, COG_MODEL_BLOCKS, TRUE, FALSE, NULL, NULL },
  { "h1", COG_ELEMENT_HEADING, COG_MODEL_INLINES, TRUE, FALSE, NULL, NULL },
  { "h2", COG_ELEMENT_HEADING, COG_MODEL_INLINES, TRUE, FALSE, NULL, NULL },
  { "h3", COG_ELEMENT_HEADING, COG_MODEL_INLINES, TRUE, FALSE, NULL, NULL },
  { "h4", COG_ELEMENT_HEADING, COG_MODEL_INLINES, TRUE, FALSE, NULL, NULL },
  { "h5", COG_ELEMENT_HEADING, COG_MODEL_INLINES, TRUE, FALSE, NULL, NULL },
  { "h6", COG_ELEMENT_HEADING, COG_MODEL_INLINES, TRUE, FALSE, NULL, NULL },
  { "hr", COG_ELEMENT_RULE, COG_MODEL_EMPTY, TRUE, FALSE, NULL, NULL },
  INLINE_ROW ("i"),
  { "img", COG_ELEMENT_IMAGE, COG_MODEL_EMPTY, TRUE, TRUE, NULL, "src alt width height" },
  INLINE_ROW ("kbd"),
  { "li", COG_ELEMENT_ITEM, COG_MODEL_EITHER, TRUE, FALSE, "ol ul", "value" },
  INLINE_ROW ("mark"),
  { "math", COG_ELEMENT_MATH, COG_MODEL_FOREIGN, TRUE, TRUE, NULL, "display alttext" },
  { "ol", COG_ELEMENT_LIST, COG_MODEL_BLOCKS, TRUE, FALSE, NULL, "type start reversed" },
  { "p", COG_ELEMENT_PARAGRAPH, COG_MODEL_INLINES, TRUE, FALSE, NULL, NULL },
  { "pre", COG_ELEMENT_PREFORMATTED, COG_MODEL_INLINES, TRUE, FALSE, NULL, NULL },
  INLINE_ROW ("q"),
  INLINE_ROW ("rb"),
  INLINE_ROW ("rp"),
  INLINE_ROW ("rt"),
  INLINE_ROW ("ruby"),
  INLINE_ROW ("s"),
  INLINE_ROW ("samp"),
  { "section", COG_ELEMENT_SECTION, COG_MODEL_BLOCKS, TRUE, FALSE, NULL, NULL },
  INLINE_ROW ("small"),
  INLINE_ROW ("span"),
  INLINE_ROW ("strong"),
  INLINE_ROW ("sub"),
  { "summary", COG_ELEMENT_SUMMARY, COG_MODEL_INLINES, TRUE, FALSE, "details", NULL },
  INLINE_ROW ("sup"),
  { "svg", COG_ELEMENT_SVG, COG_MODEL_FOREIGN, TRUE, TRUE, NULL, NULL },
  { "table", COG_ELEMENT_TABLE, COG_MODEL_BLOCKS, TRUE, FALSE, NULL, NULL },
  { "tbody", COG_ELEMENT_ROW_GROUP, COG_MODEL_BLOCKS, TRUE, FALSE, "table", NULL },
  { "td", COG_ELEMENT_CELL, COG_MODEL_EITHER, TRUE, FALSE, "tr", "colspan rowspan headers" },
  { "tfoot", COG_ELEMENT_ROW_GROUP, COG_MODEL_BLOCKS, TRUE, FALSE, "table", NULL },
  { "th", COG_ELEMENT_HEADER_CELL, COG_MODEL_EITHER, TRUE, FALSE, "tr",
    "colspan rowspan headers scope abbr" },
  { "thead", COG_ELEMENT_ROW_GROUP, COG_MODEL_BLOCKS, TRUE, FALSE, "table", NULL },
  { "time", COG_ELEMENT_SPAN, COG_MODEL_INLINES, FALSE, TRUE, NULL, "datetime" },
  { "tr", COG_ELEMENT_ROW, COG_MODEL_BLOCKS, TRUE, FALSE, "table tbody tfoot thead", NULL },
  { "track", COG_ELEMENT_TRACK, COG_MODEL_EMPTY, TRUE, FALSE, "audio video",
    "src kind srclang label default" },
  INLINE_ROW ("u"),
  { "ul", COG_ELEMENT_LIST, COG_MODEL_BLOCKS, TRUE, FALSE, NULL, NULL },
  INLINE_ROW ("var"),
  { "video", COG_ELEMENT_VIDEO, COG_MODEL_BLOCKS, TRUE, TRUE, NULL,
    "src poster controls width height" },
};

static const char global_attributes[] =
    "id lang dir class role title aria-label aria-describedby aria-details";

static int
compare_row (const void *name, const void *row)
{
  return strcmp (name, ((const CogVocabularyRow *)row)->name);
}

static int
compare_word (const void *word, const void *entry)
{
  return strcmp (word, *(const char *const *)entry);
}

#define IS_IN(list, word)                                                                          \
  (bsearch (word, list, G_N_ELEMENTS (list), sizeof (list)[0], compare_word) != NULL)

const CogVocabularyRow *
cog_vocabulary_lookup_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  return bsearch (name, rows, G_N_ELEMENTS (rows), sizeof rows[0], compare_row);
}

static const char *
namespace_for (const CogVocabularyRow *row)
{
  if (row->element == COG_ELEMENT_MATH)
    return COG_NS_MATHML;
  if (row->element == COG_ELEMENT_SVG)
    return COG_NS_SVG;
  return COG_NS_XHTML;
}

const CogVocabularyRow *
cog_vocabulary_lookup (const xmlNode *element)
{
  const CogVocabularyRow *row;

  if (element == NULL || element->type != XML_ELEMENT_NODE)
    return NULL;
  row = cog_vocabulary_lookup_name ((const char *)element->name);
  if (row == NULL || element->ns == NULL ||
      strcmp ((const char *)element->ns->href, namespace_for (row)) != 0)
    return NULL;
  return row;
}

const CogVocabularyRow *
cog_vocabulary_get_rows (gsize *n_rows)
{
  if (n_rows != NULL)
    *n_rows = G_N_ELEMENTS (rows);
  return rows;
}

/* Whether words, separated by single spaces, has word. */
static gboolean
has_word (const char *words, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = words; at != NULL && (at = strstr (at, word)) != NULL; at += length)
    if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

gboolean
cog_vocabulary_allows_attribute (const CogVocabularyRow *row, const xmlAttr *attribute)
{
  const char *name = (const char *)attribute->name;

  g_return_val_if_fail (row != NULL && attribute != NULL, FALSE);

  if (attribute->ns != NULL)
    return strcmp ((const char *)attribute->ns->href, COG_NS_EPUB) == 0 &&
           strcmp (name, "type") == 0;
  if (row->element == COG_ELEMENT_MATH && cog_vocabulary_has_math_attribute (name))
    return TRUE;
  if (row->element == COG_ELEMENT_SVG && cog_vocabulary_has_svg_attribute (name))
    return TRUE;
  return has_word (global_attributes, name) || has_word (row->attributes, name);
}

gboolean
cog_vocabulary_has_class (const char *word)
{
  return IS_IN (cog_classes, word);
}

gboolean
cog_vocabulary_has_type (const char *word)
{
  return IS_IN (cog_epub_types, word);
}

gboolean
cog_vocabulary_has_role (const char *word)
{
  if (strcmp (word, "presentation") == 0 || strcmp (word, "note") == 0 ||
      strcmp (word, "img") == 0 || strcmp (word, "list") == 0)
    return TRUE;
  return g_str_has_prefix (word, "doc-") && IS_IN (cog_doc_roles, word + 4);
}

const char *
cog_vocabulary_role_for_type (const char *word)
{
  static const struct
  {
    const char *type;
    const char *role;
  } exceptions[] = {
    { "rearnote", "doc-endnote" }, { "rearnotes", "doc-endnotes" },
    { "landmarks", NULL },         { "page-list", "doc-pagelist" },
    { "tip", "doc-tip" },          { "notice", "doc-notice" },
    { "footnotes", NULL },         { "endnote", NULL },
    { "biblioentry", NULL },       { "cover", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (strcmp (exceptions[i].type, word) == 0)
      return exceptions[i].role;
  for (guint i = 0; i < G_N_ELEMENTS (cog_doc_role_names); i++)
    if (strcmp (cog_doc_role_names[i] + 4, word) == 0)
      return cog_doc_role_names[i];
  return NULL;
}

gboolean
cog_vocabulary_has_math_element (const char *name)
{
  return IS_IN (cog_math_elements, name);
}

gboolean
cog_vocabulary_has_math_attribute (const char *name)
{
  return IS_IN (cog_math_attributes, name);
}

gboolean
cog_vocabulary_has_svg_element (const char *name)
{
  return IS_IN (cog_svg_elements, name);
}

gboolean
cog_vocabulary_has_svg_attribute (const char *name)
{
  return IS_IN (cog_svg_attributes, name);
}

gboolean
cog_vocabulary_allows_link (const char *href)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:", "tel:", "doi:", "urn:" };

  g_return_val_if_fail (href != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (href, schemes[i], strlen (schemes[i])) == 0)
      return href[strlen (schemes[i])] != '\0';
  return FALSE;
}

gboolean
cog_vocabulary_is_block_node (const xmlNode *node)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (node);
  const CogVocabularyRow *parent;
  g_autofree char *display = NULL;

  if (row == NULL || !row->is_block)
    return FALSE;
  if (!row->is_inline)
    return TRUE;
  if (row->element == COG_ELEMENT_MATH)
    {
      display = cog_xml_dup_attribute (node, "display");
      return g_strcmp0 (display, "block") == 0;
    }
  parent = node->parent != NULL ? cog_vocabulary_lookup (node->parent) : NULL;
  return parent == NULL || parent->model == COG_MODEL_BLOCKS;
}
