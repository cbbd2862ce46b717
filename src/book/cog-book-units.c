/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book.h"
#include "cog-language.h"
#include "cog-vocabulary.h"

#include <string.h>

typedef struct
{
  const CogSection *section;
  CogUnitFunc func;
  gpointer user_data;
} Visit;

static gboolean
has_block_child (const xmlNode *element)
{
  for (xmlNode *child = element->children; child != NULL; child = child->next)
    if (cog_vocabulary_is_block_node (child))
      return TRUE;
  return FALSE;
}

/* Text, or an object that stands for something. */
static gboolean
says_something (const xmlNode *element)
{
  for (const xmlNode *n = element; n != NULL; n = cog_xml_next_in (element, n))
    {
      if (n->type == XML_TEXT_NODE && n->content != NULL &&
          n->content[strspn ((const char *)n->content, " \t\r\n")] != '\0')
        return TRUE;
      if (n->type == XML_ELEMENT_NODE &&
          (cog_xml_is (n, NULL, "math") || cog_xml_is (n, NULL, "img") ||
           cog_xml_is (n, NULL, "svg")))
        return TRUE;
    }
  return FALSE;
}

static gboolean
get_leaf_kind (const xmlNode *node, const CogVocabularyRow *row, CogUnitKind *kind)
{
  switch (row->element)
    {
    case COG_ELEMENT_HEADING:
      *kind = COG_UNIT_HEADING;
      return TRUE;
    case COG_ELEMENT_PARAGRAPH:
      *kind = COG_UNIT_PARAGRAPH;
      return TRUE;
    case COG_ELEMENT_PREFORMATTED:
      *kind = COG_UNIT_PREFORMATTED;
      return TRUE;
    case COG_ELEMENT_ITEM:
      *kind = COG_UNIT_ITEM;
      return !has_block_child (node);
    case COG_ELEMENT_TERM:
      *kind = COG_UNIT_TERM;
      return !has_block_child (node);
    case COG_ELEMENT_DESCRIPTION:
      *kind = COG_UNIT_DESCRIPTION;
      return !has_block_child (node);
    case COG_ELEMENT_CELL:
      *kind = COG_UNIT_CELL;
      return !has_block_child (node);
    case COG_ELEMENT_HEADER_CELL:
      *kind = COG_UNIT_HEADER_CELL;
      return !has_block_child (node);
    case COG_ELEMENT_CAPTION:
      *kind = COG_UNIT_CAPTION;
      return TRUE;
    case COG_ELEMENT_FIGURE_CAPTION:
      *kind = COG_UNIT_CAPTION;
      return !has_block_child (node);
    case COG_ELEMENT_SUMMARY:
      *kind = COG_UNIT_SUMMARY;
      return TRUE;
    case COG_ELEMENT_MATH:
      *kind = COG_UNIT_EQUATION;
      return cog_vocabulary_is_block_node (node);
    case COG_ELEMENT_SECTION:
    case COG_ELEMENT_LIST:
    case COG_ELEMENT_DESCRIPTION_LIST:
    case COG_ELEMENT_TABLE:
    case COG_ELEMENT_ROW_GROUP:
    case COG_ELEMENT_ROW:
    case COG_ELEMENT_FIGURE:
    case COG_ELEMENT_IMAGE:
    case COG_ELEMENT_AUDIO:
    case COG_ELEMENT_VIDEO:
    case COG_ELEMENT_TRACK:
    case COG_ELEMENT_QUOTE:
    case COG_ELEMENT_ASIDE:
    case COG_ELEMENT_RULE:
    case COG_ELEMENT_DETAILS:
    case COG_ELEMENT_SVG:
    case COG_ELEMENT_BREAK:
    case COG_ELEMENT_LINK:
    case COG_ELEMENT_SPAN:
      return FALSE;
    }
  return FALSE;
}

static guint
count_words (const char *xhtml, CogUnitKind kind)
{
  g_autofree char *plain = NULL;

  if (kind == COG_UNIT_EQUATION)
    return 0;
  plain = kind == COG_UNIT_ALT || kind == COG_UNIT_TITLE ? g_strdup (xhtml)
                                                         : cog_inline_to_plain (xhtml);
  return cog_text_count_words (plain, NULL);
}

static void
emit (Visit *visit,
      const char *id,
      CogUnitKind kind,
      const char *element_name,
      const char *source,
      xmlNode *element)
{
  CogUnit unit = { 0 };

  unit.id = (char *)id;
  unit.section = visit->section->id;
  unit.kind = kind;
  unit.element = (char *)element_name;
  unit.source = (char *)source;
  unit.n_words = count_words (source, kind);
  visit->func (&unit, element, visit->user_data);
}

/* A picture without any alternative text is a unit with an empty source: it waits for one. One with
 * alt="" is decorative, and no unit. */
static gboolean
is_image_unit (const char *id, const char *alt)
{
  return id != NULL && (alt == NULL || alt[0] != '\0');
}

static void
emit_image (Visit *visit, xmlNode *node)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  g_autofree char *alt = cog_xml_dup_attribute (node, "alt");
  g_autofree char *unit_id = NULL;
  g_autofree char *escaped = NULL;

  if (!is_image_unit (id, alt))
    return;
  unit_id = g_strconcat (id, "@alt", NULL);
  escaped = g_markup_escape_text (alt != NULL ? alt : "", -1);
  emit (visit, unit_id, COG_UNIT_ALT, "img", escaped, node);
}

static void
emit_leaf (Visit *visit, xmlNode *node, CogUnitKind kind)
{
  g_autofree char *id = cog_xml_dup_attribute (node, "id");
  g_autofree char *source = NULL;

  if (id == NULL || !says_something (node))
    return;
  source = cog_inline_serialise (node);
  emit (visit, id, kind, (const char *)node->name, source, node);
}

static gboolean
has_own_heading (const xmlNode *root)
{
  return cog_xml_is (cog_xml_first_element (root), COG_NS_XHTML, "h1");
}

static gboolean
has_title_unit (const CogSection *section, const xmlNode *root)
{
  return section->title != NULL && section->title[0] != '\0' &&
         (root == NULL || !has_own_heading (root));
}

static void
emit_title (Visit *visit, xmlNode *root)
{
  g_autofree char *id = g_strconcat (visit->section->id, "@title", NULL);
  g_autofree char *escaped = NULL;

  if (!has_title_unit (visit->section, root))
    return;
  escaped = g_markup_escape_text (visit->section->title, -1);
  emit (visit, id, COG_UNIT_TITLE, "title", escaped, NULL);
}

/* What is foreign has no units inside. */
static xmlNode *
step (const xmlNode *root, const xmlNode *node, const CogVocabularyRow *row)
{
  return row != NULL && row->model == COG_MODEL_FOREIGN ? cog_xml_skip_in (root, node)
                                                        : cog_xml_next_in (root, node);
}

void
cog_section_foreach_unit (const CogSection *section, CogUnitFunc func, gpointer user_data)
{
  Visit visit = { section, func, user_data };
  xmlNode *root;

  g_return_if_fail (section != NULL && func != NULL);

  root = cog_section_get_root (section);
  emit_title (&visit, root);
  for (xmlNode *n = root; n != NULL;)
    {
      /* The callback may change n's children, never what follows it. */
      const CogVocabularyRow *row = cog_vocabulary_lookup (n);
      CogUnitKind kind;

      if (row != NULL && get_leaf_kind (n, row, &kind))
        emit_leaf (&visit, n, kind);
      else if (row != NULL && row->element == COG_ELEMENT_IMAGE)
        emit_image (&visit, n);
      n = step (root, n, row);
    }
}

static void
count_unit (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  CogBookCounts *counts = user_data;

  counts->units++;
  counts->words += unit->n_words;
}

static gboolean
is_unit (xmlNode *node, const CogVocabularyRow *row)
{
  g_autofree char *id = row != NULL ? cog_xml_dup_attribute (node, "id") : NULL;
  CogUnitKind kind;

  if (id == NULL)
    return FALSE;
  if (row->element == COG_ELEMENT_IMAGE)
    {
      g_autofree char *alt = cog_xml_dup_attribute (node, "alt");

      return is_image_unit (id, alt);
    }
  return get_leaf_kind (node, row, &kind) && says_something (node);
}

gboolean
cog_book_has_units (const CogBook *book)
{
  g_autoptr (GPtrArray) sections = NULL;

  g_return_val_if_fail (book != NULL, FALSE);

  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      xmlNode *root = cog_section_get_root (section);

      if (has_title_unit (section, root))
        return TRUE;
      for (xmlNode *n = root; n != NULL;)
        {
          const CogVocabularyRow *row = cog_vocabulary_lookup (n);

          if (is_unit (n, row))
            return TRUE;
          n = step (root, n, row);
        }
    }
  return FALSE;
}

static gboolean
is_in_figure (const xmlNode *node)
{
  for (const xmlNode *n = node->parent; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, COG_NS_XHTML, "figure"))
      return TRUE;
  return FALSE;
}

static gboolean
is_note (const xmlNode *node)
{
  return cog_xml_has_word (node, "epub:type", "footnote") ||
         cog_xml_has_word (node, "epub:type", "endnote") ||
         cog_xml_has_word (node, "epub:type", "rearnote");
}

static void
count_element (CogBookCounts *counts, const xmlNode *node, const CogVocabularyRow *row)
{
  if (row->element == COG_ELEMENT_FIGURE)
    counts->figures++;
  else if ((row->element == COG_ELEMENT_IMAGE || row->element == COG_ELEMENT_SVG) &&
           !is_in_figure (node))
    counts->figures++;
  else if (row->element == COG_ELEMENT_TABLE)
    counts->tables++;
  else if (row->element == COG_ELEMENT_MATH)
    counts->equations++;
  else if (row->element == COG_ELEMENT_LINK && !cog_xml_has_word (node, "epub:type", "noteref"))
    counts->links++;
  if (is_note (node))
    counts->footnotes++;
}

void
cog_book_count (const CogBook *book, CogBookCounts *counts)
{
  g_autoptr (GPtrArray) sections = NULL;

  g_return_if_fail (book != NULL && counts != NULL);

  memset (counts, 0, sizeof *counts);
  sections = cog_book_dup_section_list (book);
  counts->sections = sections->len;
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      xmlNode *root = cog_section_get_root (section);

      cog_section_foreach_unit (section, count_unit, counts);
      for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
        {
          const CogVocabularyRow *row = cog_vocabulary_lookup (n);

          if (row != NULL)
            count_element (counts, n, row);
        }
    }
}
