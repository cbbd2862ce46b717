/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book.h"
#include "cog-validate-private.h"
#include "cog-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Breaches of normal form are faults of a reader, not of a file: translators need not see them, but
 * the command line shows them, so they are sentences like all others. */
#define BREACH(symbol, id, sentence)                                                               \
  static const CogFindingKind symbol = { id, COG_SEVERITY_ERROR, FALSE, N_ (sentence) }

BREACH (breach_element, "form-element", "The element %1 is not in the book's normal form.");
BREACH (breach_parent, "form-parent", "The element %1 cannot stand in %2.");
BREACH (breach_text, "form-text", "Text stands beside blocks in %1.");
BREACH (breach_attribute, "form-attribute", "The attribute %2 of %1 is not in normal form.");
BREACH (breach_value, "form-value", "The attribute %1 cannot be “%2”.");
BREACH (breach_node, "form-node", "A comment or instruction stands in %1.");
BREACH (breach_no_id, "form-no-id", "The element %1 has no id.");
BREACH (breach_bad_id, "form-bad-id", "“%1” cannot be an id.");
BREACH (breach_double_id, "form-double-id", "The id “%1” is used twice.");
BREACH (breach_link, "form-link", "The link “%1” leads nowhere.");
BREACH (breach_asset, "form-asset", "The file “%1” is not in the book.");
BREACH (breach_root, "form-root", "A section's content is not a section element.");
BREACH (breach_heading, "form-heading", "The heading %1 stands too deep after %2.");

typedef struct
{
  const CogBook *book; /* NULL: one section alone */
  const CogSection *section;
  CogReport *report;
  GHashTable *ids; /* of the whole book; NULL: not checked */
  gboolean is_valid;
  int heading; /* level of the last heading */
  guint line;  /* of the first breach; 0: none */
} Check;

static void
breach (Check *check, const xmlNode *node, const CogFindingKind *kind, const char *a, const char *b)
{
  g_autofree char *id = NULL;
  g_autofree char *place = NULL;

  check->is_valid = FALSE;
  if (check->line == 0)
    check->line = (guint)MAX (xmlGetLineNo (node), 0);
  if (check->report == NULL)
    return;
  id = node->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (node, "id") : NULL;
  place = g_strdup_printf ("%s: %s%s%s", check->section->id,
                           node->type == XML_ELEMENT_NODE ? (const char *)node->name : "text",
                           id != NULL ? " #" : "", id != NULL ? id : "");
  cog_report_add (check->report, kind, place, a, b);
}

static gboolean
is_id (const char *id)
{
  if (!g_ascii_isalpha (id[0]) && id[0] != '_')
    return FALSE;
  for (; *id != '\0'; id++)
    if (!g_ascii_isalnum (*id) && strchr ("._-", *id) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_blank (const xmlNode *text)
{
  return text->content == NULL ||
         text->content[strspn ((const char *)text->content, " \t\r\n")] == 0;
}

static gboolean
has_block_child (const xmlNode *element)
{
  for (xmlNode *child = element->children; child != NULL; child = child->next)
    if (cog_vocabulary_is_block_node (child))
      return TRUE;
  return FALSE;
}

static gboolean
holds_blocks (const xmlNode *element, const CogVocabularyRow *row)
{
  switch (row->model)
    {
    case COG_MODEL_BLOCKS:
      return TRUE;
    case COG_MODEL_EITHER:
      return has_block_child (element);
    case COG_MODEL_EMPTY:
    case COG_MODEL_INLINES:
    case COG_MODEL_FOREIGN:
      return FALSE;
    }
  return FALSE;
}

static gboolean
needs_id (const xmlNode *node, const CogVocabularyRow *row)
{
  switch (row->element)
    {
    case COG_ELEMENT_SECTION:
    case COG_ELEMENT_IMAGE:
    case COG_ELEMENT_FIGURE:
    case COG_ELEMENT_TABLE:
      return TRUE;
    case COG_ELEMENT_MATH:
      return cog_vocabulary_is_block_node (node);
    case COG_ELEMENT_HEADING:
    case COG_ELEMENT_PARAGRAPH:
    case COG_ELEMENT_PREFORMATTED:
    case COG_ELEMENT_ITEM:
    case COG_ELEMENT_TERM:
    case COG_ELEMENT_DESCRIPTION:
    case COG_ELEMENT_CAPTION:
    case COG_ELEMENT_CELL:
    case COG_ELEMENT_HEADER_CELL:
    case COG_ELEMENT_FIGURE_CAPTION:
    case COG_ELEMENT_SUMMARY:
      return !holds_blocks (node, row) && node->children != NULL;
    case COG_ELEMENT_LIST:
    case COG_ELEMENT_DESCRIPTION_LIST:
    case COG_ELEMENT_ROW_GROUP:
    case COG_ELEMENT_ROW:
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

typedef gboolean (*WordFunc) (const char *word);

static void
check_words (Check *check, const xmlNode *node, const char *name, const char *value, WordFunc func)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] == '\0' || !func (words[i]))
      breach (check, node, &breach_value, name, words[i]);
}

static void
check_link (Check *check, const xmlNode *node, const char *href)
{
  if (href[0] == '#')
    {
      if (check->ids != NULL && !g_hash_table_contains (check->ids, href + 1))
        breach (check, node, &breach_link, href, NULL);
    }
  else if (!cog_vocabulary_allows_link (href))
    breach (check, node, &breach_link, href, NULL);
}

static gboolean
is_small_number (const char *value)
{
  guint64 number;

  return g_ascii_string_to_unsigned (value, 10, 1, 10000, &number, NULL);
}

static void
check_attribute_value (Check *check, const xmlNode *node, const char *name, const char *value)
{
  if (strcmp (name, "id") == 0 && !is_id (value))
    breach (check, node, &breach_bad_id, value, NULL);
  else if (strcmp (name, "class") == 0)
    check_words (check, node, name, value, cog_vocabulary_has_class);
  else if (strcmp (name, "type") == 0 && strcmp ((const char *)node->name, "ol") != 0)
    check_words (check, node, name, value, cog_vocabulary_has_type);
  else if (strcmp (name, "role") == 0)
    check_words (check, node, name, value, cog_vocabulary_has_role);
  else if (strcmp (name, "dir") == 0 && strcmp (value, "ltr") != 0 && strcmp (value, "rtl") != 0 &&
           strcmp (value, "auto") != 0)
    breach (check, node, &breach_value, name, value);
  else if (strcmp (name, "href") == 0)
    check_link (check, node, value);
  else if (strcmp (name, "src") == 0 || strcmp (name, "poster") == 0)
    {
      if (check->book != NULL && cog_book_find_asset (check->book, value) == NULL)
        breach (check, node, &breach_asset, value, NULL);
    }
  else if ((strcmp (name, "colspan") == 0 || strcmp (name, "rowspan") == 0) &&
           !is_small_number (value))
    breach (check, node, &breach_value, name, value);
}

static void
check_attributes (Check *check, const xmlNode *node, const CogVocabularyRow *row)
{
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    {
      g_autofree char *value = NULL;

      if (!cog_vocabulary_allows_attribute (row, a))
        {
          breach (check, node, &breach_attribute, (const char *)node->name, (const char *)a->name);
          continue;
        }
      value = a->ns != NULL ? cog_xml_dup_attribute_ns (node, (const char *)a->ns->href,
                                                        (const char *)a->name)
                            : cog_xml_dup_attribute (node, (const char *)a->name);
      check_attribute_value (check, node, (const char *)a->name, value);
    }
}

/* Inside math and svg: their own vocabularies. */
static void
check_foreign (Check *check, const xmlNode *top, gboolean is_math)
{
  const char *ns = is_math ? COG_NS_MATHML : COG_NS_SVG;

  for (xmlNode *n = (xmlNode *)top; n != NULL; n = cog_xml_next_in (top, n))
    {
      if (n->type == XML_COMMENT_NODE || n->type == XML_PI_NODE)
        breach (check, n->parent, &breach_node, (const char *)n->parent->name, NULL);
      if (n->type != XML_ELEMENT_NODE)
        continue;
      if (n->ns == NULL || strcmp ((const char *)n->ns->href, ns) != 0 ||
          !(is_math ? cog_vocabulary_has_math_element ((const char *)n->name)
                    : cog_vocabulary_has_svg_element ((const char *)n->name)))
        breach (check, n, &breach_element, (const char *)n->name, NULL);
      for (const xmlAttr *a = n->properties; a != NULL; a = a->next)
        if (g_ascii_strncasecmp ((const char *)a->name, "on", 2) == 0)
          breach (check, n, &breach_attribute, (const char *)n->name, (const char *)a->name);
    }
}

static void
check_heading (Check *check, const xmlNode *node)
{
  int level = node->name[1] - '0';
  char before[3] = { 'h', (char)('0' + check->heading), '\0' };

  if (level > check->heading + 1)
    breach (check, node, &breach_heading, (const char *)node->name, before);
  check->heading = level;
}

static void
check_children (Check *check, const xmlNode *node, const CogVocabularyRow *row)
{
  gboolean blocks = holds_blocks (node, row);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE)
        {
          if (row->model == COG_MODEL_EMPTY || (blocks && !is_blank (child)))
            breach (check, node, &breach_text, (const char *)node->name, NULL);
        }
      else if (child->type != XML_ELEMENT_NODE)
        breach (check, node, &breach_node, (const char *)node->name, NULL);
      else if (row->model == COG_MODEL_EMPTY || cog_vocabulary_is_block_node (child) != blocks)
        breach (check, child, &breach_parent, (const char *)child->name, (const char *)node->name);
    }
}

static gboolean
has_parent (const char *parents, const xmlNode *node)
{
  g_auto (GStrv) names = g_strsplit (parents, " ", -1);

  return node->parent != NULL && node->parent->type == XML_ELEMENT_NODE &&
         g_strv_contains ((const char *const *)names, (const char *)node->parent->name);
}

/* Returns FALSE where the walk need not go into the element. */
static gboolean
check_element (Check *check, const xmlNode *node)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (node);

  if (row == NULL)
    {
      breach (check, node, &breach_element, (const char *)node->name, NULL);
      return FALSE;
    }
  if (row->parents != NULL && !has_parent (row->parents, node))
    breach (check, node, &breach_parent, (const char *)node->name,
            node->parent != NULL ? (const char *)node->parent->name : "");
  check_attributes (check, node, row);
  if (check->ids != NULL && needs_id (node, row) && !xmlHasProp (node, (const xmlChar *)"id"))
    breach (check, node, &breach_no_id, (const char *)node->name, NULL);
  if (row->model == COG_MODEL_FOREIGN)
    {
      check_foreign (check, node, row->element == COG_ELEMENT_MATH);
      return FALSE;
    }
  if (row->element == COG_ELEMENT_HEADING && check->ids != NULL)
    check_heading (check, node);
  check_children (check, node, row);
  return TRUE;
}

static void
check_section (Check *check)
{
  xmlNode *root = cog_section_get_root (check->section);

  if (root == NULL)
    return;
  /* Without a heading of its own, the section's title stands for its h1. */
  check->heading = cog_xml_is (cog_xml_first_element (root), COG_NS_XHTML, "h1") ? 0 : 1;
  if (!cog_xml_is (root, COG_NS_XHTML, "section"))
    breach (check, root, &breach_root, NULL, NULL);
  for (xmlNode *n = root; n != NULL;)
    {
      gboolean enter = n->type != XML_ELEMENT_NODE || check_element (check, n);

      n = enter ? cog_xml_next_in (root, n) : cog_xml_skip_in (root, n);
    }
}

gboolean
cog_section_validate (const CogSection *section, CogReport *report)
{
  Check check = { NULL, section, report, NULL, TRUE, 0 };

  g_return_val_if_fail (section != NULL, FALSE);

  check_section (&check);
  return check.is_valid;
}

static void
collect_ids (Check *check)
{
  xmlNode *root = cog_section_get_root (check->section);

  if (!g_hash_table_add (check->ids, g_strdup (check->section->id)) && root != NULL)
    breach (check, root, &breach_double_id, check->section->id, NULL);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id == NULL || (n == root && g_str_equal (id, check->section->id)))
        continue;
      if (!g_hash_table_add (check->ids, g_strdup (id)))
        breach (check, n, &breach_double_id, id, NULL);
    }
}

gboolean
cog_book_validate (const CogBook *book, CogReport *report)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sections = NULL;
  Check check = { book, NULL, report, ids, TRUE, 0 };

  g_return_val_if_fail (book != NULL, FALSE);

  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    {
      check.section = g_ptr_array_index (sections, i);
      collect_ids (&check);
    }
  for (guint i = 0; i < sections->len; i++)
    {
      check.section = g_ptr_array_index (sections, i);
      check_section (&check);
    }
  return check.is_valid;
}

char *
cog_validate_inline (const xmlNode *element, guint *line)
{
  CogSection section = { .id = (char *)"" };
  g_autoptr (CogReport) report = cog_report_new ();
  Check check = { NULL, &section, report, NULL, TRUE, 0 };
  const CogVocabularyRow *p = cog_vocabulary_lookup_name ("p");

  g_assert (element != NULL);

  check_children (&check, element, p);
  for (xmlNode *n = cog_xml_next_in (element, element); n != NULL;)
    {
      gboolean enter = n->type != XML_ELEMENT_NODE || check_element (&check, n);
      /* A display equation is a unit of its own: it may stand here alone. */

      n = enter ? cog_xml_next_in (element, n) : cog_xml_skip_in (element, n);
    }
  if (!check.is_valid)
    {
      const CogFinding *finding = g_ptr_array_index (cog_report_get_findings (report), 0);
      gboolean lone_equation =
          cog_xml_is (cog_xml_first_element (element), COG_NS_MATHML, "math") &&
          g_str_equal (finding->kind->id, "form-parent") &&
          cog_report_get_findings (report)->len == 1;

      if (line != NULL)
        *line = check.line;
      return lone_equation ? NULL : cog_finding_dup_sentence (finding);
    }
  return NULL;
}
