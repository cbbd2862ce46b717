/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-term-exchange-private.h"
#include "cog-xml.h"

#include <string.h>

/* More than any glossary has of what may stand in an entry. */
#define MOST_TERMS 500

static gboolean
is_any (const xmlNode *node, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (cog_xml_is (node, NULL, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_group (const xmlNode *node)
{
  static const char *const names[] = { "descripGrp", "adminGrp",    "termNoteGrp", "termGrp",
                                       "transacGrp", "termCompGrp", NULL };

  return is_any (node, names);
}

/* A data category: its element in the style DCA ("descrip"), and its type; in DCT the element is
 * the type. (transfer full): type */
static const char *
get_category (const xmlNode *node, char **type)
{
  static const char *const classes[] = { "descrip",     "admin",     "termNote",    "xref",
                                         "ref",         "transac",   "note",        "date",
                                         "transacNote", "adminNote", "descripNote", NULL };
  static const struct
  {
    const char *type;
    const char *element;
  } known[] = {
    { "subjectField", "descrip" },
    { "definition", "descrip" },
    { "context", "descrip" },
    { "source", "admin" },
    { "customerSubset", "admin" },
    { "projectSubset", "admin" },
    { "partOfSpeech", "termNote" },
    { "administrativeStatus", "termNote" },
    { "grammaticalGender", "termNote" },
    { "grammaticalNumber", "termNote" },
    { "termType", "termNote" },
    { "termLocation", "termNote" },
    { "geographicalUsage", "termNote" },
    { "crossReference", "ref" },
    { "externalCrossReference", "xref" },
    { "xGraphic", "xref" },
  };
  const char *name = (const char *)node->name;
  const char *colon = strchr (name, ':');

  for (guint i = 0; classes[i] != NULL; i++)
    if (cog_xml_is (node, NULL, classes[i]))
      {
        *type = cog_xml_dup_attribute (node, "type");
        return classes[i];
      }
  /* A prefix that nobody declared is part of the name. */
  name = colon != NULL ? colon + 1 : name;
  *type = g_strdup (name);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].type, name))
      return known[i].element;
  return "descrip";
}

/* What a reference leads to is part of it. (transfer full) */
static char *
dup_value (const xmlNode *node)
{
  g_autofree char *text = cog_xml_dup_folded_text (node);
  g_autofree char *target = cog_xml_dup_attribute (node, "target");

  if (target == NULL || target[0] == '\0')
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s <%s>", text, target);
}

static gboolean
put (char **fact, const char *value)
{
  if (*fact != NULL || value[0] == '\0')
    return FALSE;
  *fact = g_strdup (value);
  return TRUE;
}

static void
take_concept_category (CogGlossaryEntry *entry, const xmlNode *node)
{
  g_autofree char *type = NULL;
  const char *element = get_category (node, &type);
  g_autofree char *value = dup_value (node);
  const char *kind = type != NULL ? type : "";
  gboolean is_taken = value[0] == '\0';

  if (g_str_equal (kind, "subjectField"))
    is_taken = put (&entry->subject, value);
  else if (g_str_equal (kind, "definition"))
    is_taken = put (&entry->definition, value);
  else if (g_str_equal (element, "note"))
    is_taken = put (&entry->note, value);
  else if (g_str_equal (kind, "source") && node->parent != NULL && !is_group (node->parent))
    is_taken = put (&entry->origin, value);
  else if (g_str_equal (kind, "projectSubset"))
    is_taken = put (&entry->project, value);
  else if (g_str_equal (kind, "x-licence"))
    is_taken = put (&entry->licence, value);
  if (!is_taken && value[0] != '\0')
    cog_glossary_add_extra (&entry->extra, element, type, value);
}

/* is_shared: it stands beside the terms of its language, not in one. */
static void
take_term_category (CogGlossaryTerm *term, const xmlNode *node, gboolean is_shared)
{
  g_autofree char *type = NULL;
  const char *element = get_category (node, &type);
  g_autofree char *value = dup_value (node);
  g_autofree char *name = g_strconcat (is_shared ? "@" : "", element, NULL);
  const char *kind = type != NULL ? type : "";
  gboolean is_taken = value[0] == '\0';

  if (!is_shared && g_str_equal (kind, "administrativeStatus"))
    is_taken = cog_term_status_from_nick (value, &term->status);
  else if (!is_shared && g_str_equal (kind, "partOfSpeech"))
    is_taken = put (&term->part_of_speech, value);
  else if (!is_shared && g_str_equal (element, "note"))
    is_taken = put (&term->note, value);
  if (!is_taken && value[0] != '\0')
    cog_glossary_add_extra (&term->extra, name, type, value);
}

/* The leaves of a group, or the node itself. func: with each. */
typedef void (*LeafFunc) (const xmlNode *leaf, gpointer user_data);

static void
for_leaves (const xmlNode *node, LeafFunc func, gpointer user_data)
{
  const xmlNode *leaf = node;

  if (!is_group (node))
    {
      func (node, user_data);
      return;
    }
  while ((leaf = cog_xml_next_in (node, leaf)) != NULL)
    if (leaf->type == XML_ELEMENT_NODE && !is_group (leaf) && leaf->parent != NULL &&
        (leaf->parent == node || is_group (leaf->parent)))
      func (leaf, user_data);
}

typedef struct
{
  CogGlossaryEntry *entry;
  CogGlossaryTerm *term; /* NULL: none yet */
  char *language;
  gboolean is_shared;
} Section;

static void
take_term_leaf_cb (const xmlNode *leaf, gpointer user_data)
{
  Section *section = user_data;

  if (!cog_xml_is (leaf, NULL, "term") && section->term != NULL)
    take_term_category (section->term, leaf, section->is_shared);
}

static void
take_concept_leaf_cb (const xmlNode *leaf, gpointer user_data)
{
  take_concept_category (((Section *)user_data)->entry, leaf);
}

static const xmlNode *
find_term (const xmlNode *node)
{
  const xmlNode *inner = node;

  while ((inner = cog_xml_next_in (node, inner)) != NULL)
    if (cog_xml_is (inner, NULL, "term"))
      return inner;
  return NULL;
}

static void
read_term (Section *section, const xmlNode *node)
{
  const xmlNode *element = find_term (node);
  g_autofree char *text = element != NULL ? cog_xml_dup_folded_text (element) : NULL;

  section->term = NULL;
  if (text == NULL || text[0] == '\0' || section->entry->terms->len >= MOST_TERMS)
    return;
  section->term = cog_glossary_entry_add (section->entry, section->language, text);
  section->is_shared = FALSE;
  for (const xmlNode *child = cog_xml_first_element (node); child != NULL;
       child = cog_xml_next_element (child))
    for_leaves (child, take_term_leaf_cb, section);
}

static gboolean
is_term_section (const xmlNode *node)
{
  static const char *const names[] = { "termSec", "tig", "ntig", NULL };

  return is_any (node, names);
}

static void
read_language (CogGlossaryEntry *entry, const xmlNode *node)
{
  Section section = { .entry = entry };
  guint first = entry->terms->len;

  section.language = cog_xml_dup_attribute_ns (node, COG_NS_XML, "lang");
  if (section.language == NULL)
    section.language = cog_xml_dup_attribute (node, "lang");
  for (const xmlNode *child = cog_xml_first_element (node); child != NULL;
       child = cog_xml_next_element (child))
    if (is_term_section (child))
      read_term (&section, child);
  /* What is said of them all is kept with the first. */
  section.term = entry->terms->len > first ? g_ptr_array_index (entry->terms, first) : NULL;
  section.is_shared = TRUE;
  for (const xmlNode *child = cog_xml_first_element (node); child != NULL;
       child = cog_xml_next_element (child))
    if (!is_term_section (child))
      for_leaves (child, take_term_leaf_cb, &section);
  g_free (section.language);
}

static CogGlossaryEntry *
read_entry (const xmlNode *node)
{
  static const char *const languages[] = { "langSec", "langSet", NULL };
  CogGlossaryEntry *entry = cog_glossary_entry_new ();
  Section section = { .entry = entry };

  entry->identifier = cog_xml_dup_attribute (node, "id");
  for (const xmlNode *child = cog_xml_first_element (node); child != NULL;
       child = cog_xml_next_element (child))
    if (is_any (child, languages))
      read_language (entry, child);
    else
      for_leaves (child, take_concept_leaf_cb, &section);
  return entry;
}

CogGlossaryEntry *
cog_tbx_entry_parse (const char *text, gsize n_bytes, const char *root, GError **error)
{
  /* In the root's start tag, whose prefixes it may use. */
  g_autofree char *name =
      root != NULL ? g_strndup (root + 1, strcspn (root + 1, " \t\r\n>/")) : NULL;
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (xmlDoc) document = NULL;
  const xmlNode *node;

  g_return_val_if_fail (text != NULL, NULL);

  if (root != NULL)
    g_string_append (whole, root);
  g_string_append_len (whole, text, (gssize)n_bytes);
  if (root != NULL)
    g_string_append_printf (whole, "</%s>", name);
  bytes = g_bytes_new_static (whole->str, whole->len);
  document = cog_xml_parse (bytes, "TBX", NULL, root == NULL ? error : NULL);
  if (document == NULL)
    /* Perhaps it is the root that is damaged. */
    return root != NULL ? cog_tbx_entry_parse (text, n_bytes, NULL, error) : NULL;
  node = xmlDocGetRootElement (document);
  if (root != NULL)
    node = cog_xml_first_element (node);
  if (node != NULL)
    return read_entry (node);
  g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT, "TBX");
  return NULL;
}
