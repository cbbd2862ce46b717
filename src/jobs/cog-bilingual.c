/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-bilingual.h"

#include "cog-language.h"
#include "cog-vocabulary.h"

#include <string.h>

typedef struct
{
  GHashTable *units; /* id → CogUnit */
  GPtrArray *tasks;  /* Task */
} Plan;

typedef struct
{
  xmlNode *element;
  char *source;
} Task;

static void
task_free (gpointer data)
{
  g_free (((Task *)data)->source);
  g_free (data);
}

static gboolean
says_something_else (const CogUnit *unit)
{
  return unit->source != NULL && unit->target != NULL && unit->source[0] != '\0' &&
         unit->decision != COG_DECISION_OMITTED && !g_str_equal (unit->source, unit->target);
}

/* First the list, then the changes: the walk must not meet what it puts in. */
static void
plan_unit (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  Plan *plan = user_data;
  const CogUnit *edited = g_hash_table_lookup (plan->units, unit->id);
  Task *task;

  /* An alternative text has one language, that of the edition; a formula is the same in both. */
  if (unit->kind == COG_UNIT_ALT || unit->kind == COG_UNIT_TITLE ||
      unit->kind == COG_UNIT_EQUATION || edited == NULL || !says_something_else (edited))
    return;
  task = g_new0 (Task, 1);
  task->element = element;
  task->source = g_strdup (edited->source);
  g_ptr_array_add (plan->tasks, task);
}

/* Ids belong to the adaptation: links and notes lead there. */
static void
drop_ids (xmlNode *root)
{
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    if (n->type == XML_ELEMENT_NODE)
      xmlUnsetProp (n, (const xmlChar *)"id");
}

static gboolean
fill_original (xmlNode *element, const char *source, const char *language, GError **error)
{
  cog_xml_set (element, "class", "original");
  if (language != NULL)
    {
      cog_xml_set (element, "lang", language);
      cog_xml_set (element, "dir", cog_language_is_rtl (language) ? "rtl" : "ltr");
    }
  if (!cog_inline_set (element, source, error))
    return FALSE;
  drop_ids (element);
  return TRUE;
}

static xmlNode *
new_element (const xmlNode *like, const char *name)
{
  return xmlNewDocNode (like->doc, xmlDocGetRootElement (like->doc)->ns, (const xmlChar *)name,
                        NULL);
}

/* A cell or item that holds one text holds two paragraphs afterwards. */
static void
open_leaf (xmlNode *leaf)
{
  xmlNode *paragraph = new_element (leaf, "p");

  while (leaf->children != NULL)
    {
      xmlNode *child = leaf->children;

      xmlUnlinkNode (child);
      xmlAddChild (paragraph, child);
    }
  xmlAddChild (leaf, paragraph);
}

/* Where the original of a unit stands, as its kind allows. */
static xmlNode *
add_place (xmlNode *element)
{
  const CogVocabularyRow *row = cog_vocabulary_lookup (element);
  xmlNode *place;

  switch (row->model)
    {
    case COG_MODEL_EITHER:
      open_leaf (element);
      place = new_element (element, "p");
      xmlAddChild (element, place);
      return place;
    case COG_MODEL_INLINES:
      if (row->element == COG_ELEMENT_CAPTION || row->element == COG_ELEMENT_SUMMARY)
        {
          xmlAddChild (element, new_element (element, "br"));
          place = new_element (element, "span");
          xmlAddChild (element, place);
          return place;
        }
      /* The original of a heading is no second heading: contents name each section once. */
      place = new_element (element, row->element == COG_ELEMENT_PREFORMATTED ? "pre" : "p");
      xmlAddNextSibling (element, place);
      return place;
    case COG_MODEL_EMPTY:
    case COG_MODEL_BLOCKS:
    case COG_MODEL_FOREIGN:
      return NULL;
    }
  return NULL;
}

static gboolean
add_to_section (CogSection *section, CogProject *project, const char *language, GError **error)
{
  g_autoptr (GPtrArray) units = cog_project_list_units (project, section->id, error);
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func (task_free);
  Plan plan = { index, tasks };

  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      CogUnit *unit = g_ptr_array_index (units, i);

      g_hash_table_insert (index, unit->id, unit);
    }
  cog_section_foreach_unit (section, plan_unit, &plan);
  for (guint i = 0; i < tasks->len; i++)
    {
      const Task *task = g_ptr_array_index (tasks, i);
      xmlNode *place = add_place (task->element);

      if (place != NULL && !fill_original (place, task->source, language, error))
        return FALSE;
    }
  return TRUE;
}

/* Section id → language of the source that it came from. */
static GHashTable *
index_languages (CogProject *project)
{
  GHashTable *languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      for (guint s = 0; info->source != NULL && s < sources->len; s++)
        {
          const CogProjectSource *source = g_ptr_array_index (sources, s);

          if (g_str_equal (source->id, info->source) && source->language != NULL)
            g_hash_table_insert (languages, g_strdup (info->id), g_strdup (source->language));
        }
    }
  return languages;
}

gboolean
cog_bilingual_add_originals (CogBook *book, CogProject *project, GError **error)
{
  g_autoptr (GHashTable) languages = NULL;
  g_autoptr (GPtrArray) sections = NULL;

  g_return_val_if_fail (book != NULL && COG_IS_PROJECT (project), FALSE);

  languages = index_languages (project);
  sections = cog_book_dup_section_list (book);
  for (guint i = 0; i < sections->len; i++)
    {
      CogSection *section = g_ptr_array_index (sections, i);

      const char *language = g_hash_table_lookup (languages, section->id);

      if (!add_to_section (section, project, language, error))
        return FALSE;
      if (book->second_language == NULL && g_strcmp0 (language, book->language) != 0)
        book->second_language = g_strdup (language);
    }
  return TRUE;
}
