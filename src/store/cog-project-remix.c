/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-structure-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A section of a source as it stands in the project; where a book of the same source has it, by
 * its place in the order. */
typedef struct
{
  char *id;
  gboolean is_absent;
} Known;

static void
known_free (gpointer data)
{
  g_free (((Known *)data)->id);
  g_free (data);
}

static GPtrArray *
list_known (CogProject *self, const char *source, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (known_free);
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, &fault,
      "SELECT id, is_absent FROM section WHERE source = ?1 ORDER BY source_position", "s", source);

  while (query != NULL && cog_query_step (query, &fault))
    {
      Known *known = g_new0 (Known, 1);

      known->id = cog_query_dup_text (query, 0);
      known->is_absent = cog_query_get_int (query, 1) != 0;
      g_ptr_array_add (list, known);
    }
  if (fault == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

/* The source that was read from the same bytes, with as many sections. (nullable) */
static char *
find_source (CogProject *self, GBytes *original, guint n_sections)
{
  g_autoptr (CogQuery) query = NULL;

  if (original == NULL)
    return NULL;
  query = cog_query_new (self->db, cog_project_fault (self),
                         "SELECT source FROM original WHERE length (bytes) = ?3 AND bytes = ?1 AND"
                         " (SELECT count (*) FROM section WHERE section.source = original.source)"
                         " = ?2",
                         "bii", original, (gint64)n_sections, (gint64)g_bytes_get_size (original));
  return query != NULL && cog_query_step (query, cog_project_fault (self))
             ? cog_query_dup_text (query, 0)
             : NULL;
}

typedef struct
{
  CogStructure *structure;
  const char *source;
  GHashTable *known;           /* CogSection → Known */
  const CogProgress *progress; /* (nullable) */
  GCancellable *cancellable;   /* (nullable) */
  guint n_sections, n_done;
  GError *error;
} Remix;

static void
insert_unit (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  Remix *remix = user_data;
  g_autoptr (CogUnit) copy = NULL;

  if (remix->error != NULL)
    return;
  copy = cog_unit_copy (unit);
  copy->works = g_strdup (remix->source);
  cog_structure_insert_unit (remix->structure, copy, &remix->error);
}

/* As the project has it, with the ids that it has here. */
static gboolean
insert_units (Remix *remix, const CogSection *section, const char *id, GError **error)
{
  g_autofree char *text = cog_project_dup_structure (remix->structure->project, id, FALSE, error);
  g_autoptr (CogSection) here = cog_section_new (id, section->title);

  if (text == NULL)
    return FALSE;
  if (text[0] != '\0')
    {
      here->content = cog_xml_parse_own (text, -1, error);
      if (here->content == NULL)
        return FALSE;
    }
  cog_section_foreach_unit (here, insert_unit, remix);
  if (remix->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&remix->error));
  return FALSE;
}

static gboolean
insert_section (Remix *remix, const CogSection *section, const char *parent, GError **error)
{
  CogProject *project = remix->structure->project;
  const Known *known = g_hash_table_lookup (remix->known, section);
  g_autofree char *before = NULL;

  cog_progress_tell (remix->progress, (double)remix->n_done++ / MAX (remix->n_sections, 1),
                     _ ("Bringing in sections…"));
  if (g_cancellable_set_error_if_cancelled (remix->cancellable, error))
    return FALSE;
  if (!known->is_absent)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED, _ ("“%s” is in your book already."),
                   section->title != NULL ? section->title : section->id);
      return FALSE;
    }
  before = cog_project_row_to_json (project, COG_ROW_PLACE, known->id, error);
  return before != NULL &&
         cog_query_run (project->db, error,
                        "UPDATE section SET is_absent = 0, parent = ?2, position ="
                        " (SELECT max (position) + 1 FROM section) WHERE id = ?1",
                        "ss", known->id, parent) &&
         cog_project_record (project, COG_ROW_PLACE, known->id, before, error) &&
         insert_units (remix, section, known->id, error);
}

/* With all below it. */
static gboolean
insert_tree (Remix *remix, const CogSection *top, GError **error)
{
  g_autoptr (GPtrArray) todo = g_ptr_array_new ();
  g_autoptr (GHashTable) parents = g_hash_table_new (NULL, NULL);

  g_ptr_array_add (todo, (gpointer)top);
  while (todo->len > 0)
    {
      CogSection *section = g_ptr_array_steal_index (todo, todo->len - 1);
      const Known *parent = g_hash_table_lookup (parents, section);

      if (!insert_section (remix, section, parent != NULL ? parent->id : NULL, error))
        return FALSE;
      for (guint i = section->children->len; i > 0; i--)
        {
          gpointer child = g_ptr_array_index (section->children, i - 1);

          g_hash_table_insert (parents, child, g_hash_table_lookup (remix->known, section));
          g_ptr_array_add (todo, child);
        }
    }
  return TRUE;
}

/* The chosen ones that are not below another chosen one, in the order of the book. */
static GPtrArray *
list_tops (const CogBook *book, const char *const *chosen)
{
  GPtrArray *tops = g_ptr_array_new ();
  g_autoptr (GPtrArray) todo = g_ptr_array_new ();

  for (guint i = book->sections->len; i > 0; i--)
    g_ptr_array_add (todo, g_ptr_array_index (book->sections, i - 1));
  while (todo->len > 0)
    {
      CogSection *section = g_ptr_array_steal_index (todo, todo->len - 1);

      if (g_strv_contains (chosen, section->id))
        g_ptr_array_add (tops, section);
      else
        for (guint i = section->children->len; i > 0; i--)
          g_ptr_array_add (todo, g_ptr_array_index (section->children, i - 1));
    }
  return tops;
}

/* With itself. */
static guint
count_below (const CogSection *top)
{
  guint n = 1;

  for (guint i = 0; i < top->children->len; i++)
    n += count_below (g_ptr_array_index (top->children, i));
  return n;
}

static gboolean
insert_tops (Remix *remix,
             GPtrArray *tops,
             const char *anchor,
             CogPlacing where,
             GStrvBuilder *ids,
             GError **error)
{
  for (guint i = 0; i < tops->len; i++)
    {
      const CogSection *section = g_ptr_array_index (tops, i);
      const Known *known = g_hash_table_lookup (remix->known, section);

      if (!insert_tree (remix, section, error) ||
          (anchor != NULL &&
           !cog_structure_place_section (remix->structure, known->id, anchor, where, error)))
        return FALSE;
      g_strv_builder_add (ids, known->id);
      if (anchor != NULL)
        {
          anchor = known->id;
          where = COG_PLACE_AFTER;
        }
    }
  return TRUE;
}

static gboolean
remix_book (CogStructure *structure,
            const CogProjectImport *what,
            const char *const *chosen,
            const char *anchor,
            CogPlacing where,
            GStrvBuilder *ids,
            GError **error)
{
  CogProject *project = structure->project;
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (what->book);
  g_autoptr (GPtrArray) tops = list_tops (what->book, chosen);
  g_autofree char *source = find_source (project, what->original, sections->len);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  CogProgress first = cog_progress_part (what->progress, 0, .5);
  CogProgress second = cog_progress_part (what->progress, .5, 1);
  CogProjectImport import = *what;
  Remix remix = {
    .structure = structure, .known = known, .progress = &second, .cancellable = what->cancellable
  };

  if (!cog_project_check_fault (project, error))
    return FALSE;
  if (tops->len == 0)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED, _ ("No section is chosen."));
      return FALSE;
    }
  if (source == NULL)
    {
      import.progress = &first;
      source = cog_project_import_book (project, &import, error);
    }
  list = source != NULL ? list_known (project, source, error) : NULL;
  if (list == NULL)
    return FALSE;
  g_assert (list->len == sections->len);
  for (guint i = 0; i < list->len; i++)
    g_hash_table_insert (known, g_ptr_array_index (sections, i), g_ptr_array_index (list, i));
  remix.source = source;
  for (guint i = 0; i < tops->len; i++)
    remix.n_sections += count_below (g_ptr_array_index (tops, i));
  return insert_tops (&remix, tops, anchor, where, ids, error);
}

gboolean
cog_project_insert_sections (CogProject *self,
                             const CogBook *book,
                             const char *reader_id,
                             const char *original_name,
                             GBytes *original,
                             CogReport *report,
                             const char *const *sections,
                             const char *anchor,
                             CogPlacing where,
                             char ***ids,
                             const CogProgress *progress,
                             GCancellable *cancellable,
                             GError **error)
{
  CogProjectImport what = { book, reader_id, original_name, original,
                            TRUE, report,    progress,      cancellable };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  CogStructure structure;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && book != NULL && sections != NULL, FALSE);

  if (!cog_structure_begin (&structure, self, _ ("Inserted from another book"), error))
    return FALSE;
  ok = remix_book (&structure, &what, sections, anchor, where, builder, error) &&
       !g_cancellable_set_error_if_cancelled (cancellable, error);
  ok = cog_structure_end (&structure, ok, error);
  if (ok && ids != NULL)
    *ids = g_strv_builder_end (builder);
  return ok;
}

GHashTable *
cog_project_list_present (CogProject *self, const CogBook *book, GBytes *original)
{
  GHashTable *present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sections = NULL;
  g_autofree char *source = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && book != NULL, present);

  sections = cog_book_dup_section_list (book);
  cog_project_enter (self);
  source = find_source (self, original, sections->len);
  list = source != NULL ? list_known (self, source, NULL) : NULL;
  for (guint i = 0; list != NULL && i < MIN (list->len, sections->len); i++)
    if (!((const Known *)g_ptr_array_index (list, i))->is_absent)
      g_hash_table_add (present,
                        g_strdup (((const CogSection *)g_ptr_array_index (sections, i))->id));
  cog_project_leave (self);
  return present;
}
