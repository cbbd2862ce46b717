/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-structure-private.h"

#include "cog-error.h"
#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *section;
  char *before; /* as it stood */
  xmlDoc *document;
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->section);
  g_free (part->before);
  g_clear_pointer (&part->document, xmlFreeDoc);
  g_free (part);
}

gboolean
cog_structure_begin (CogStructure *self, CogProject *project, const char *label, GError **error)
{
  cog_project_enter (project);
  if (!cog_project_begin_step (project, label, error))
    {
      cog_project_leave (project);
      return FALSE;
    }
  self->project = project;
  self->parts = g_ptr_array_new_with_free_func (part_free);
  return TRUE;
}

void
cog_structure_look (CogStructure *self, CogProject *project)
{
  cog_project_enter (project);
  self->project = project;
  self->parts = g_ptr_array_new_with_free_func (part_free);
}

void
cog_structure_look_away (CogStructure *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  cog_project_leave (self->project);
}

static Part *
find_part (CogStructure *self, const char *section)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if (g_str_equal (part->section, section))
        return part;
    }
  return NULL;
}

xmlNode *
cog_structure_open (CogStructure *self, const char *section, GError **error)
{
  Part *part = find_part (self, section);
  g_autofree char *text = NULL;
  xmlDoc *document;

  if (part != NULL)
    return xmlDocGetRootElement (part->document);
  text = cog_project_dup_structure (self->project, section, TRUE, error);
  if (text == NULL)
    return NULL;
  if (text[0] == '\0')
    {
      /* A part that only groups gets a text of its own. */
      g_free (text);
      text = g_strdup_printf ("<section xmlns=\"" COG_NS_XHTML "\" xmlns:epub=\"" COG_NS_EPUB
                              "\" id=\"%s\"/>",
                              section);
    }
  document = cog_xml_parse_own (text, -1, error);
  if (document == NULL)
    return NULL;
  part = g_new0 (Part, 1);
  part->section = g_strdup (section);
  part->before = g_steal_pointer (&text);
  part->document = document;
  g_ptr_array_add (self->parts, part);
  return xmlDocGetRootElement (document);
}

/* "img3@alt" → "img3" */
static char *
dup_element_id (const char *id)
{
  const char *at = strrchr (id, '@');

  return at != NULL ? g_strndup (id, (gsize)(at - id)) : g_strdup (id);
}

static char *
dup_section_of (CogStructure *self, const char *id)
{
  g_autofree char *element = dup_element_id (id);
  g_autoptr (CogQuery) query = cog_query_new (self->project->db, cog_project_fault (self->project),
                                              "SELECT section FROM unit WHERE id = ?1", "s", id);

  if (query != NULL && cog_query_step (query, cog_project_fault (self->project)))
    return cog_query_dup_text (query, 0);
  return cog_project_dup_section_of (self->project, element);
}

xmlNode *
cog_structure_find (CogStructure *self, const char *id, const char **section, GError **error)
{
  g_autofree char *there = dup_section_of (self, id);
  g_autofree char *element_id = dup_element_id (id);
  xmlNode *root;
  xmlNode *element;

  if (!cog_project_check_fault (self->project, error))
    return NULL;
  root = there != NULL ? cog_structure_open (self, there, error) : NULL;
  element = root != NULL ? cog_xml_find_by_id (root, element_id) : NULL;
  if (there != NULL && root == NULL)
    return NULL;
  /* A section's title stands nowhere in its text. */
  if (element == NULL || element == root)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no passage “%s”."), id);
      return NULL;
    }
  if (section != NULL)
    *section = find_part (self, there)->section;
  return element;
}

const char *
cog_structure_get_section (CogStructure *self, const xmlNode *node)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (part->document == node->doc)
        return part->section;
    }
  return NULL;
}

/* What is wrong with a section's form. Links and files are the business of the whole book. */
static GHashTable *
list_breaches (const char *id, xmlDoc *document)
{
  GHashTable *breaches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CogBook) book = cog_book_new ();
  CogSection *section = cog_section_new (id, id);
  g_autoptr (CogReport) report = cog_report_new ();
  GPtrArray *findings = cog_report_get_findings (report);

  section->content = document;
  g_ptr_array_add (book->sections, section);
  cog_book_validate (book, report);
  section->content = NULL;
  for (guint i = 0; i < findings->len; i++)
    {
      const CogFinding *finding = g_ptr_array_index (findings, i);

      if (!g_str_equal (finding->kind->id, "form-link") &&
          !g_str_equal (finding->kind->id, "form-asset"))
        g_hash_table_add (breaches, cog_finding_dup_sentence (finding));
    }
  return breaches;
}

/* A source may have its faults: they are not the adapter's. */
static gboolean
check_form (const Part *part, GError **error)
{
  g_autoptr (GHashTable) after = list_breaches (part->section, part->document);
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (xmlDoc) document = NULL;
  GHashTableIter iter;
  gpointer sentence;

  if (g_hash_table_size (after) == 0)
    return TRUE;
  document = cog_xml_parse_own (part->before, -1, error);
  if (document == NULL)
    return FALSE;
  before = list_breaches (part->section, document);
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &sentence, NULL))
    if (!g_hash_table_contains (before, sentence))
      {
        /* Translators: %s is a sentence such as “The heading h4 stands too deep after h2.” */
        g_set_error (error, COG_ERROR, COG_ERROR_REFUSED, _ ("That cannot stand there. %s"),
                     (const char *)sentence);
        return FALSE;
      }
  return TRUE;
}

static void
position_clear (gpointer data)
{
  g_free (((CogPosition *)data)->id);
}

static void
take_position (GArray *list, GHashTable *positions, const char *id)
{
  const double *position = g_hash_table_lookup (positions, id);
  CogPosition entry;

  if (position == NULL)
    return;
  entry.id = g_strdup (id);
  entry.position = *position;
  g_array_append_val (list, entry);
}

/* The units of a section as they stand in its tree, with the positions that they have. */
static GArray *
list_positions (CogStructure *self, const Part *part, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (CogPosition));
  g_autoptr (GHashTable) positions =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  xmlNode *root = xmlDocGetRootElement (part->document);
  g_autofree char *title = g_strconcat (part->section, "@title", NULL);
  g_autoptr (CogQuery) query =
      cog_query_new (self->project->db, error, "SELECT id, position FROM unit WHERE section = ?1",
                     "s", part->section);
  g_autoptr (GError) fault = NULL;

  if (query == NULL)
    return NULL;
  g_array_set_clear_func (list, position_clear);
  while (cog_query_step (query, &fault))
    {
      double position = sqlite3_column_double (query, 1);
      char *id = cog_query_dup_text (query, 0);

      if (id != NULL)
        g_hash_table_insert (positions, id, g_memdup2 (&position, sizeof position));
    }
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  take_position (list, positions, title);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autofree char *alt =
          cog_xml_is (n, NULL, "img") ? g_strconcat (id != NULL ? id : "", "@alt", NULL) : NULL;

      if (id != NULL)
        take_position (list, positions, id);
      if (id != NULL && alt != NULL)
        take_position (list, positions, alt);
    }
  return g_steal_pointer (&list);
}

static gboolean
set_position (CogStructure *self, const CogPosition *entry, GError **error)
{
  g_autofree char *before = cog_project_row_to_json (self->project, COG_ROW_UNIT, entry->id, error);

  return before != NULL &&
         cog_query_run (self->project->db, error, "UPDATE unit SET position = ?2 WHERE id = ?1",
                        "sd", entry->id, entry->position) &&
         cog_project_record (self->project, COG_ROW_UNIT, entry->id, before, error);
}

static gboolean
settle_order (CogStructure *self, const Part *part, GError **error)
{
  g_autoptr (GArray) list = list_positions (self, part, error);
  g_autofree gboolean *changed = NULL;

  if (list == NULL)
    return FALSE;
  changed = g_new0 (gboolean, list->len);
  cog_order_settle ((CogPosition *)(void *)list->data, list->len, changed);
  for (guint i = 0; i < list->len; i++)
    if (changed[i] && !set_position (self, &g_array_index (list, CogPosition, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
save_part (CogStructure *self, const Part *part, GError **error)
{
  CogSection section = { .content = part->document };
  g_autofree char *after = cog_section_serialise (&section);

  return g_str_equal (after, part->before) ||
         (check_form (part, error) &&
          cog_project_save_structure (self->project, part->section, part->document, error) &&
          settle_order (self, part, error));
}

gboolean
cog_structure_end (CogStructure *self, gboolean ok, GError **error)
{
  for (guint i = 0; ok && i < self->parts->len; i++)
    ok = save_part (self, g_ptr_array_index (self->parts, i), error);
  ok = cog_project_end_step (self->project, ok, error);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  cog_project_leave (self->project);
  if (ok)
    cog_project_emit (self->project, "changed", NULL);
  return ok;
}
