/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-source-markup.h"

#include "cog-book.h"
#include "cog-namespaces.h"
#include "cog-text.h"
#include "cog-validate-private.h"
#include "cog-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlerror.h>
#include <string.h>

#define MAX_DEPTH 40 /* of indentation */

static void
fault_free (CogMarkupFault *fault)
{
  g_free (fault->sentence);
  g_free (fault);
}

static void
edit_free (CogMarkupEdit *edit)
{
  g_free (edit->unit);
  g_free (edit->target);
  g_free (edit);
}

GPtrArray *
cog_markup_fault_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)fault_free);
}

gboolean
cog_markup_fault_list_has_errors (GPtrArray *faults)
{
  g_return_val_if_fail (faults != NULL, FALSE);

  for (guint i = 0; i < faults->len; i++)
    if (!((const CogMarkupFault *)g_ptr_array_index (faults, i))->is_warning)
      return TRUE;
  return FALSE;
}

/* Takes the sentence. */
static void
add_fault (GPtrArray *faults, guint line, char *sentence, gboolean is_warning)
{
  CogMarkupFault *fault = g_new0 (CogMarkupFault, 1);

  fault->line = line;
  fault->sentence = sentence;
  fault->is_warning = is_warning;
  g_ptr_array_add (faults, fault);
}

/* The parser's words are English; the line says more than they do. */
static xmlDoc *
parse (const char *whole, GPtrArray *faults)
{
  g_autoptr (GBytes) bytes = g_bytes_new (whole, strlen (whole));
  g_autoptr (GError) error = NULL;
  xmlDoc *document;
  const xmlError *fault;
  g_autofree char *words = NULL;

  xmlResetLastError ();
  document = cog_xml_parse (bytes, _ ("The text"), NULL, &error);
  if (document != NULL)
    return document;
  fault = xmlGetLastError ();
  words = fault != NULL && fault->message != NULL ? g_strchomp (g_strdup (fault->message))
                                                  : g_strdup (error->message);
  add_fault (faults, fault != NULL && fault->line > 0 ? (guint)fault->line : 1,
             /* Translators: %s is what the XML parser says, in English. */
             g_strdup_printf (_ ("The markup is not well-formed: %s"), words), FALSE);
  return NULL;
}

/* A title and a description are plain text, with & and < written as entities. */
static gboolean
is_plain (const CogUnit *unit)
{
  return unit->kind == COG_UNIT_ALT || unit->kind == COG_UNIT_TITLE;
}

static void
check_lost (const CogUnit *unit, const char *target, guint line, GPtrArray *faults)
{
  g_autoptr (CogText) source =
      unit->source != NULL ? cog_text_new_from_xhtml (unit->source, NULL) : NULL;
  g_autoptr (CogText) now = cog_text_new_from_xhtml (target, NULL);
  g_autoptr (GPtrArray) missing = NULL;

  if (source == NULL || now == NULL || target[0] == '\0' || unit->kind == COG_UNIT_EQUATION)
    return;
  missing = cog_text_list_missing (source, now);
  for (guint i = 0; i < missing->len; i++)
    {
      const CogCode *code = g_ptr_array_index (missing, i);
      const char *words = code->label != NULL && code->label[0] != '\0' ? code->label
                          : code->type == COG_CODE_SPAN                 ? code->markup
                                                                        : code->element;

      add_fault (faults, line,
                 g_strdup_printf (_ ("“%s” stands in the source and is missing here."), words),
                 TRUE);
    }
}

/* element: holds what is to be the unit's text. */
static void
check_element (const CogUnit *unit, xmlNode *element, GPtrArray *faults)
{
  guint line = 0;
  g_autofree char *breach = cog_validate_inline (element, &line);
  g_autofree char *target = NULL;

  if (breach != NULL)
    {
      add_fault (faults, line, g_steal_pointer (&breach), FALSE);
      return;
    }
  target = cog_inline_serialise (element);
  check_lost (unit, target, (guint)MAX (xmlGetLineNo (element), 0), faults);
}

static char *
dup_target (const CogUnit *unit, const xmlNode *root)
{
  g_autofree char *plain = NULL;

  if (!is_plain (unit))
    return cog_inline_serialise (root);
  plain = cog_xml_dup_text (root);
  return g_markup_escape_text (plain, -1);
}

GPtrArray *
cog_source_markup_check_unit (const CogUnit *unit, const char *text, char **target)
{
  GPtrArray *faults = cog_markup_fault_list_new ();
  g_autofree char *whole = NULL;
  g_autoptr (xmlDoc) document = NULL;
  xmlNode *root;

  g_return_val_if_fail (unit != NULL && text != NULL, faults);

  whole = g_strconcat ("<p xmlns=\"" COG_NS_XHTML "\" xmlns:epub=\"" COG_NS_EPUB
                       "\" xmlns:m=\"" COG_NS_MATHML "\" xmlns:xlink=\"" COG_NS_XLINK "\">",
                       text, "</p>", NULL);
  document = parse (whole, faults);
  if (document == NULL)
    return faults;
  root = xmlDocGetRootElement (document);
  cog_namespaces_tidy (root, root);
  if (is_plain (unit))
    {
      const xmlNode *first = cog_xml_first_element (root);

      if (first != NULL)
        add_fault (faults, (guint)MAX (xmlGetLineNo (first), 0),
                   g_strdup (_ ("A title or description has no markup: write & as &amp; and < as "
                                "&lt;.")),
                   FALSE);
    }
  else
    check_element (unit, root, faults);
  if (target != NULL && !cog_markup_fault_list_has_errors (faults))
    *target = dup_target (unit, root);
  return faults;
}

/* id → CogUnit, borrowed */
static GHashTable *
index_units (GPtrArray *units)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_insert (index, unit->id, (gpointer)unit);
    }
  return index;
}

/* The unit whose text an element holds, or whose alternative text an img has; NULL: none. */
static const CogUnit *
find_unit (GHashTable *index, const xmlNode *node)
{
  g_autofree char *id = node->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (node, "id") : NULL;
  g_autofree char *alt = id != NULL ? g_strconcat (id, "@alt", NULL) : NULL;

  if (id == NULL)
    return NULL;
  return g_hash_table_lookup (index, cog_xml_is (node, COG_NS_XHTML, "img") ? alt : id);
}

static gboolean
holds_blocks (const xmlNode *node)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (node);

  if (row == NULL || row->model == COG_MODEL_FOREIGN)
    return FALSE;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (cog_vocabulary_is_block_node (child))
      return TRUE;
  return FALSE;
}

static void
remove_blanks (xmlNode *node)
{
  for (xmlNode *child = node->children, *next; child != NULL; child = next)
    {
      next = child->next;
      if (child->type == XML_TEXT_NODE && xmlIsBlankNode (child))
        cog_xml_remove (child);
    }
}

static guint
get_depth (const xmlNode *node)
{
  guint depth = 0;

  for (; node->parent != NULL && node->parent->type == XML_ELEMENT_NODE; node = node->parent)
    depth++;
  return MIN (depth, MAX_DEPTH);
}

static xmlNode *
new_indent (xmlDoc *document, guint depth)
{
  g_autofree char *spaces = g_strnfill (2 * (gsize)depth, ' ');
  g_autofree char *text = g_strconcat ("\n", spaces, NULL);

  return xmlNewDocText (document, (const xmlChar *)text);
}

/* A block to a line: between blocks, white space says nothing. */
static void
indent (GHashTable *index, xmlNode *root)
{
  for (xmlNode *n = root; n != NULL;)
    {
      guint depth;

      if (n->type != XML_ELEMENT_NODE || find_unit (index, n) != NULL || !holds_blocks (n))
        {
          n = n->type == XML_ELEMENT_NODE ? cog_xml_skip_in (root, n) : cog_xml_next_in (root, n);
          continue;
        }
      remove_blanks (n);
      depth = get_depth (n);
      for (xmlNode *child = n->children; child != NULL; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
          xmlAddPrevSibling (child, new_indent (n->doc, depth + 1));
      xmlAddChild (n, new_indent (n->doc, depth));
      n = cog_xml_next_in (root, n);
    }
}

static gboolean
fill (xmlNode *element, const CogUnit *unit, gboolean of_target, GError **error)
{
  const char *text = of_target ? unit->target : unit->source;

  if (unit->kind == COG_UNIT_ALT)
    {
      g_autofree char *plain = text != NULL ? cog_inline_to_plain (text) : NULL;

      cog_xml_set (element, "alt", plain != NULL ? plain : "");
      return TRUE;
    }
  /* A formula stays where nobody wrote another. */
  if (unit->kind == COG_UNIT_EQUATION && text == NULL)
    return TRUE;
  return cog_inline_set (element, text != NULL ? text : "", error);
}

static xmlDoc *
build (const char *structure, GHashTable *index, gboolean of_target, GError **error)
{
  g_autoptr (xmlDoc) document = cog_xml_parse_own (structure, -1, error);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *n = root; n != NULL;)
    {
      const CogUnit *unit = find_unit (index, n);

      if (unit != NULL && !fill (n, unit, of_target, error))
        return NULL;
      n = unit != NULL ? cog_xml_skip_in (root, n) : cog_xml_next_in (root, n);
    }
  return g_steal_pointer (&document);
}

char *
cog_source_markup_write_section (const char *structure,
                                 GPtrArray *units,
                                 gboolean of_target,
                                 GError **error)
{
  g_autoptr (GHashTable) index = NULL;
  CogSection section = { 0 };
  g_autoptr (xmlDoc) document = NULL;

  g_return_val_if_fail (structure != NULL && units != NULL, NULL);

  index = index_units (units);
  document = build (structure, index, of_target, error);
  if (document == NULL)
    return NULL;
  indent (index, xmlDocGetRootElement (document));
  section.content = document;
  return cog_section_serialise (&section);
}

static int
compare_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* An element of the structure with its attributes, in one order, as one comparable text. */
static char *
dup_shape (const xmlNode *node, const CogUnit *unit)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) shape = g_string_new ((const char *)node->name);

  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    {
      g_autofree char *value = (char *)xmlNodeListGetString (node->doc, a->children, 1);

      if (unit != NULL && unit->kind == COG_UNIT_ALT && g_str_equal ((const char *)a->name, "alt"))
        continue;
      g_ptr_array_add (
          parts, g_strdup_printf (" %s=\"%s\"", (const char *)a->name, value != NULL ? value : ""));
    }
  g_ptr_array_sort (parts, compare_text);
  for (guint i = 0; i < parts->len; i++)
    g_string_append (shape, g_ptr_array_index (parts, i));
  return g_string_free (g_steal_pointer (&shape), FALSE);
}

/* The next node of the structure: not what is in a unit, and no blanks. */
static xmlNode *
next_of_structure (GHashTable *index, xmlNode *root, xmlNode *node)
{
  do
    node = find_unit (index, node) != NULL ? cog_xml_skip_in (root, node)
                                           : cog_xml_next_in (root, node);
  while (node != NULL && node->type == XML_TEXT_NODE && xmlIsBlankNode (node));
  return node;
}

static guint
get_line (const xmlNode *node, const xmlNode *root)
{
  long line = xmlGetLineNo (node != NULL ? node : root);

  return line > 0 ? (guint)line : 1;
}

static gboolean
has_same_shape (GHashTable *index, const xmlNode *a, const xmlNode *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (a == NULL || b == NULL || a->type != b->type)
    return a == b;
  if (a->type != XML_ELEMENT_NODE)
    return g_strcmp0 ((const char *)a->content, (const char *)b->content) == 0;
  first = dup_shape (a, find_unit (index, a));
  second = dup_shape (b, find_unit (index, b));
  return g_strcmp0 (first, second) == 0;
}

static char *
dup_said (const CogUnit *unit, const xmlNode *node)
{
  g_autofree char *alt = NULL;

  if (unit->kind != COG_UNIT_ALT)
    return cog_inline_serialise (node);
  alt = cog_xml_dup_attribute (node, "alt");
  return g_markup_escape_text (alt != NULL ? alt : "", -1);
}

static void
read_unit (const CogUnit *unit, xmlNode *before, xmlNode *now, GPtrArray *edits, GPtrArray *faults)
{
  g_autofree char *old = dup_said (unit, before);
  g_autofree char *new = dup_said (unit, now);
  CogMarkupEdit *edit;

  if (g_strcmp0 (old, new) == 0)
    return;
  if (unit->kind != COG_UNIT_ALT && unit->kind != COG_UNIT_EQUATION)
    check_element (unit, now, faults);
  edit = g_new0 (CogMarkupEdit, 1);
  edit->unit = g_strdup (unit->id);
  edit->target = g_steal_pointer (&new);
  g_ptr_array_add (edits, edit);
}

static void
compare (GHashTable *index, xmlNode *before, xmlNode *now, GPtrArray *edits, GPtrArray *faults)
{
  xmlNode *a = before, *b = now;

  while (a != NULL || b != NULL)
    {
      const CogUnit *unit;

      if (!has_same_shape (index, a, b))
        {
          add_fault (faults, get_line (b, now),
                     g_strdup (_ ("The structure is another one from here. Here only words can be "
                                  "changed: passages are added, left out, moved and split in the "
                                  "pages.")),
                     FALSE);
          return;
        }
      unit = find_unit (index, a);
      if (unit != NULL)
        read_unit (unit, a, b, edits, faults);
      a = next_of_structure (index, before, a);
      b = next_of_structure (index, now, b);
    }
}

GPtrArray *
cog_source_markup_read_section (const char *structure,
                                GPtrArray *units,
                                const char *text,
                                GPtrArray *faults)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify)edit_free);
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) before = NULL;
  g_autoptr (xmlDoc) now = NULL;

  g_return_val_if_fail (structure != NULL && units != NULL, edits);
  g_return_val_if_fail (text != NULL && faults != NULL, edits);

  index = index_units (units);
  now = parse (text, faults);
  before = now != NULL ? build (structure, index, TRUE, &error) : NULL;
  if (error != NULL)
    add_fault (faults, 0, g_strdup (error->message), FALSE);
  if (before == NULL)
    return edits;
  cog_namespaces_tidy (xmlDocGetRootElement (now), xmlDocGetRootElement (now));
  compare (index, xmlDocGetRootElement (before), xmlDocGetRootElement (now), edits, faults);
  return edits;
}
