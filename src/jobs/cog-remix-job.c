/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-remix-job.h"

#include "cog-evaluation.h"
#include "cog-reading.h"

#include <glib/gi18n-lib.h>

struct _CogRemix
{
  CogSource *source;
  const CogReader *reader;
  CogBook *book;
  CogReport *report; /* what its reader found */
  GPtrArray *sections;
};

static void
section_free (gpointer data)
{
  CogRemixSection *section = data;

  g_free (section->id);
  g_free (section->title);
  g_free (section);
}

static void
count_unit (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  CogRemixSection *section = user_data;

  section->n_units++;
  section->n_words += unit->n_words;
}

static void
list_sections (CogRemix *self, CogProject *project)
{
  g_autoptr (GHashTable) depths = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (self->book);
  g_autoptr (GHashTable) present =
      cog_project_list_present (project, self->book, cog_source_get_bytes (self->source));

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      CogRemixSection *entry = g_new0 (CogRemixSection, 1);

      entry->id = g_strdup (section->id);
      entry->title = g_strdup (section->title);
      entry->depth = GPOINTER_TO_UINT (g_hash_table_lookup (depths, section));
      entry->is_present = g_hash_table_contains (present, section->id);
      cog_section_foreach_unit (section, count_unit, entry);
      for (guint c = 0; c < section->children->len; c++)
        g_hash_table_insert (depths, g_ptr_array_index (section->children, c),
                             GUINT_TO_POINTER (entry->depth + 1));
      g_ptr_array_add (self->sections, entry);
    }
}

CogRemix *
cog_remix_new (CogProject *project,
               const char *path,
               CogReport *report,
               const CogProgress *progress,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (CogRemix) self = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project) && path != NULL, NULL);

  self = g_new0 (CogRemix, 1);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->source = cog_source_new_for_path (path, cancellable, error);
  if (self->source == NULL)
    return NULL;
  self->report = cog_report_new ();
  self->book =
      cog_reading_read (self->source, self->report, progress, cancellable, &self->reader, error);
  cog_report_join (report, self->report);
  if (self->book == NULL)
    return NULL;
  list_sections (self, project);
  return g_steal_pointer (&self);
}

void
cog_remix_free (CogRemix *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->book, cog_book_free);
  g_clear_pointer (&self->source, cog_source_free);
  g_clear_pointer (&self->report, cog_report_free);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_free (self);
}

GPtrArray *
cog_remix_get_sections (CogRemix *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sections;
}

const CogCredit *
cog_remix_get_credit (CogRemix *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->book->credit;
}

static const CogRightsOption *
find_open (const CogEvaluation *evaluation)
{
  for (guint i = 0; i < evaluation->options->len; i++)
    {
      const CogRightsOption *option = g_ptr_array_index (evaluation->options, i);

      if (option->verdict != COG_VERDICT_FORBIDDEN)
        return option;
    }
  return NULL;
}

static char *
dup_reason (const CogEvaluation *evaluation, const CogLicence *licence)
{
  const CogRightsOption *option = cog_evaluation_find (evaluation, licence->id);

  for (guint i = 0; option != NULL && i < option->reasons->len; i++)
    {
      const CogRightsFinding *finding = g_ptr_array_index (option->reasons, i);

      if (finding->verdict == COG_VERDICT_FORBIDDEN)
        return cog_rights_finding_dup_reason (finding);
    }
  return NULL;
}

char *
cog_remix_dup_obstacle (CogRemix *self, CogProject *project)
{
  g_autoptr (GPtrArray) components = NULL;
  g_autoptr (CogEvaluation) before = NULL;
  g_autoptr (CogEvaluation) after = NULL;
  g_autofree char *reason = NULL;
  CogComponent *text;
  const CogRightsOption *option;

  g_return_val_if_fail (self != NULL && COG_IS_PROJECT (project), NULL);

  components = cog_project_list_components (project, NULL);
  if (components == NULL)
    return NULL;
  before = cog_evaluation_new (components);
  option = find_open (before);
  text = cog_component_new ("remix", COG_COMPONENT_TEXT, COG_USE_ADAPTED);
  g_ptr_array_add (text->sources, cog_credit_copy (self->book->credit));
  text->n_units = 1;
  g_ptr_array_add (components, text);
  after = cog_evaluation_new (components);
  if (option == NULL || find_open (after) != NULL)
    return NULL;
  reason = dup_reason (after, option->licence);
  /* Translators: why sections of another book cannot come into this one; then the reason, a
   * sentence. */
  return g_strdup_printf (_ ("An edition with both cannot be shared under any licence. %s"),
                          reason != NULL ? reason : "");
}

gboolean
cog_remix_insert (CogRemix *self,
                  CogProject *project,
                  const char *const *sections,
                  const char *anchor,
                  CogPlacing where,
                  char ***ids,
                  const CogProgress *progress,
                  GCancellable *cancellable,
                  GError **error)
{
  g_return_val_if_fail (self != NULL && sections != NULL, FALSE);
  return cog_project_insert_sections (project, self->book, self->reader->id,
                                      cog_source_get_name (self->source),
                                      cog_source_get_bytes (self->source), self->report, sections,
                                      anchor, where, ids, progress, cancellable, error);
}
