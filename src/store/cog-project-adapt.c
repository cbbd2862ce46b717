/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-book-private.h"

#include "cog-language.h"
#include "cog-vocabulary.h"

#include <string.h>

static gboolean
has_letters (const xmlNode *node)
{
  for (const xmlNode *n = node; n != NULL; n = cog_xml_next_in (node, n))
    for (const char *c = n->type == XML_TEXT_NODE ? (const char *)n->content : NULL;
         c != NULL && *c != '\0'; c = g_utf8_next_char (c))
      if (g_unichar_isalpha (g_utf8_get_char (c)))
        return TRUE;
  return FALSE;
}

/* What is not translated says so, for whoever reads it aloud or sets it. */
static void
mark_language (xmlNode *element, const char *language)
{
  if (xmlHasProp (element, (const xmlChar *)"lang") || !has_letters (element))
    return;
  cog_xml_set (element, "lang", language);
  cog_xml_set (element, "dir", cog_language_is_rtl (language) ? "rtl" : "ltr");
}

/* Takes the element out, and what is empty without it. */
static void
prune (xmlNode *node)
{
  while (node != NULL && node->parent != NULL && node->parent->type == XML_ELEMENT_NODE)
    {
      xmlNode *parent = node->parent;
      const CogVocabularyRow *row = cog_vocabulary_lookup (parent);

      cog_xml_remove (node);
      if (parent->children != NULL || row == NULL || row->element == COG_ELEMENT_CELL ||
          row->element == COG_ELEMENT_HEADER_CELL || parent->parent->type != XML_ELEMENT_NODE)
        return;
      node = parent;
    }
}

/* Figures and tables that something was left out of: whether anything is left of them, or of a row,
 * is seen at the end. */
static void
note_whole (GHashTable *wholes, const xmlNode *element)
{
  for (const xmlNode *n = element; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (cog_xml_is (n, NULL, "figure") || cog_xml_is (n, NULL, "table") ||
        cog_xml_is (n, NULL, "td") || cog_xml_is (n, NULL, "th"))
      {
        char *id = cog_xml_dup_attribute (n, "id");

        if (id != NULL)
          g_hash_table_add (wholes, id);
      }
}

/* A cell keeps its place in the table: only what it says goes. */
static void
omit (xmlNode *element)
{
  if (cog_xml_is (element, NULL, "td") || cog_xml_is (element, NULL, "th"))
    while (element->children != NULL)
      cog_xml_remove (element->children);
  else
    prune (element);
}

static char *
dup_unescaped (const char *text)
{
  return cog_inline_to_plain (text);
}

static xmlNode *
find_image (xmlNode *root, const char *unit_id)
{
  g_autofree char *id = g_strndup (unit_id, strlen (unit_id) - strlen ("@alt"));
  xmlNode *image = cog_xml_find_by_id (root, id);

  return cog_xml_is (image, NULL, "img") ? image : NULL;
}

typedef struct
{
  xmlNode *element;
  const CogUnit *unit;
  char *id;
  const char *leftover; /* its language, where it is not translated; NULL: the same */
} Task;

static void
task_clear (gpointer data)
{
  g_free (((Task *)data)->id);
}

typedef struct
{
  GArray *tasks;
  CogProjectAssembly *assembly;
  const char *leftover; /* language of what is not translated; NULL: the same */
} Plan;

static const char *
find_leftover (const CogProjectAssembly *a, const char *source)
{
  const char *language = source != NULL ? g_hash_table_lookup (a->languages, source) : NULL;

  return language != NULL && !cog_language_equal (language, a->language) ? language : NULL;
}

/* What came here from another source has that one's language, and that one is used. */
static const char *
take_from_elsewhere (CogProjectAssembly *a, const char *works)
{
  g_auto (GStrv) words = g_strsplit (works, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (a->used, g_strdup (words[i]));
  return find_leftover (a, words[0]);
}

/* First the list, then the changes: a callback must not pull the tree away under the walk. */
static void
plan_unit (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  Plan *plan = user_data;
  Task task = { element, g_hash_table_lookup (plan->assembly->units, unit->id), g_strdup (unit->id),
                plan->leftover };

  if (task.unit != NULL && task.unit->works != NULL && task.unit->decision != COG_DECISION_OMITTED)
    task.leftover = take_from_elsewhere (plan->assembly, task.unit->works);
  if (task.unit == NULL && task.leftover == NULL)
    task_clear (&task);
  else
    g_array_append_val (plan->tasks, task);
}

static gboolean
is_equation (const xmlNode *element)
{
  return cog_xml_is (element, COG_NS_MATHML, "math");
}

/* A section with a heading of its own has no unit for its title: the title follows the heading into
 * the edition's language, so that contents and outline say what the page says. */
static void
follow_heading (CogSection *section, const xmlNode *element, const char *target)
{
  char *said;

  if (element != cog_xml_first_element (cog_section_get_root (section)) ||
      !cog_xml_is (element, COG_NS_XHTML, "h1"))
    return;
  said = cog_inline_to_plain (target);
  if (said == NULL)
    return;
  g_free (section->title);
  section->title = said;
}

static gboolean
say (CogSection *section, const Task *task, GError **error)
{
  const CogUnit *unit = task->unit;

  follow_heading (section, task->element, unit->target);
  if (!cog_inline_set (task->element, unit->target, error))
    return FALSE;
  /* A reference or a quotation that stays as it was is in its own language. */
  if (task->leftover != NULL && unit->decision == COG_DECISION_KEPT &&
      !is_equation (task->element) && g_strcmp0 (unit->target, unit->source) == 0)
    mark_language (task->element, task->leftover);
  return TRUE;
}

static gboolean
carry_out (CogSection *section, const Task *task, GHashTable *wholes, GError **error)
{
  const CogUnit *unit = task->unit;

  if (g_str_has_suffix (task->id, "@title"))
    {
      if (unit != NULL && unit->target != NULL)
        {
          g_free (section->title);
          section->title = dup_unescaped (unit->target);
        }
      return TRUE;
    }
  if (g_str_has_suffix (task->id, "@alt"))
    {
      /* Text may have moved the picture: it is looked up anew. */
      xmlNode *image = find_image (cog_section_get_root (section), task->id);

      if (image != NULL && unit != NULL && unit->decision == COG_DECISION_OMITTED)
        {
          note_whole (wholes, image);
          prune (image);
        }
      else if (image != NULL && unit != NULL && unit->target != NULL)
        {
          g_autofree char *alt = dup_unescaped (unit->target);

          cog_xml_set (image, "alt", alt);
        }
      return TRUE;
    }
  if (unit != NULL && unit->decision == COG_DECISION_OMITTED)
    {
      note_whole (wholes, task->element);
      omit (task->element);
    }
  else if (unit != NULL && unit->target != NULL)
    return say (section, task, error);
  else if (task->leftover != NULL && !is_equation (task->element))
    mark_language (task->element, task->leftover);
  return TRUE;
}

static gboolean
fill_element (xmlNode *element, const CogUnit *unit, GHashTable *wholes, GError **error)
{
  if (unit->target != NULL && unit->decision != COG_DECISION_OMITTED)
    return cog_inline_set (element, unit->target, error);
  if (unit->decision == COG_DECISION_OMITTED)
    note_whole (wholes, element);
  omit (element);
  return TRUE;
}

/* Units without a source of their own are empty in the structure, so that no walk over units meets
 * them: they are filled first. */
static gboolean
fill_added (CogProjectAssembly *a, CogSection *section, GHashTable *wholes, GError **error)
{
  xmlNode *root = cog_section_get_root (section);
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (n->type == XML_ELEMENT_NODE && n->children == NULL &&
        xmlHasProp (n, (const xmlChar *)"id") != NULL)
      g_ptr_array_add (empty, n);
  for (guint i = 0; i < empty->len; i++)
    {
      g_autofree char *id = cog_xml_dup_attribute (g_ptr_array_index (empty, i), "id");
      const CogUnit *unit = g_hash_table_lookup (a->units, id);

      if (unit != NULL && (unit->source == NULL || cog_unit_continues (unit)) &&
          !fill_element (g_ptr_array_index (empty, i), unit, wholes, error))
        return FALSE;
    }
  return TRUE;
}

/* Which picture stands where is said by the structure: a translation has a copy of the pictures in
 * its text, which may be older. */
static void
collect_pictures (GHashTable *pictures, xmlNode *root)
{
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      char *id = cog_xml_is (n, COG_NS_XHTML, "img") ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id != NULL)
        g_hash_table_insert (pictures, id, xmlCopyNode (n, 2));
    }
}

static void
put_pictures (GHashTable *pictures, xmlNode *root)
{
  static const char *const names[] = { "src", "width", "height" };

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *id =
          cog_xml_is (n, COG_NS_XHTML, "img") ? cog_xml_dup_attribute (n, "id") : NULL;
      const xmlNode *meant = id != NULL ? g_hash_table_lookup (pictures, id) : NULL;

      for (guint i = 0; meant != NULL && i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *value = cog_xml_dup_attribute (meant, names[i]);
          g_autofree char *there = cog_xml_dup_attribute (n, names[i]);

          if (g_strcmp0 (value, there) != 0)
            cog_xml_set (n, names[i], value);
        }
    }
}

gboolean
cog_project_adapt_section (CogProjectAssembly *a,
                           CogSection *section,
                           const char *source,
                           GError **error)
{
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (Task));
  g_autoptr (GHashTable) pictures =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)xmlFreeNode);
  g_autoptr (GHashTable) wholes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Plan plan = { tasks, a, find_leftover (a, source) };

  g_array_set_clear_func (tasks, task_clear);
  collect_pictures (pictures, cog_section_get_root (section));
  if (!fill_added (a, section, wholes, error))
    return FALSE;
  cog_section_foreach_unit (section, plan_unit, &plan);
  for (guint i = 0; i < tasks->len; i++)
    if (!carry_out (section, &g_array_index (tasks, Task, i), wholes, error))
      return FALSE;
  put_pictures (pictures, cog_section_get_root (section));
  if (g_hash_table_size (wholes) > 0)
    cog_project_drop_remains (cog_section_get_root (section), wholes);
  return TRUE;
}
