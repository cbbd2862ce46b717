/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-update-plan.h"

#include "cog-book-rename.h"
#include "cog-edition-ids.h"
#include "cog-error.h"
#include "cog-language.h"
#include "cog-reading.h"

#include <glib/gi18n-lib.h>

struct _CogUpdatePlan
{
  char *source;
  CogSource *file;
  const CogReader *reader;
  CogBook *book; /* with the ids of what it is of the old edition */
  CogReport *report;
};

/* Sources after the first stand in the project with a prefix before their ids and files. */
static CogBook *
dup_as_source (const CogBook *book, const char *source)
{
  g_autofree char *ids = g_strconcat (source, "-", NULL);
  g_autofree char *assets = g_strconcat (source, "/", NULL);

  return g_str_equal (source, "s1") ? cog_book_new_prefixed (book, "", "")
                                    : cog_book_new_prefixed (book, ids, assets);
}

static gboolean
check_language (const CogBook *before, const CogBook *after, const char *path, GError **error)
{
  if (before->language == NULL || after->language == NULL ||
      cog_language_equal (before->language, after->language))
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: a file name and two codes of languages. */
               _ ("%s: is in another language (%s) than the source (%s)."), path, after->language,
               before->language);
  return FALSE;
}

static gboolean
compare (CogUpdatePlan *self,
         CogProject *project,
         const CogBook *read,
         const char *path,
         const CogProgress *progress,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (CogBook) before = cog_project_dup_source_book (project, self->source, error);
  g_autoptr (CogBook) after = NULL;
  g_autoptr (GHashTable) ids = NULL;

  if (before == NULL || !check_language (before, read, path, error))
    return FALSE;
  after = dup_as_source (read, self->source);
  ids = cog_edition_ids_new (before, after, progress, cancellable, error);
  if (ids == NULL)
    return FALSE;
  self->book = cog_book_new_renamed (after, ids);
  return TRUE;
}

CogUpdatePlan *
cog_update_plan_new (CogProject *project,
                     const char *source,
                     const char *path,
                     const CogReadingOptions *reading,
                     const CogProgress *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  CogProgress first = cog_progress_part (progress, 0, 0.5);
  CogProgress second = cog_progress_part (progress, 0.5, 0.95);
  g_autoptr (CogUpdatePlan) self = NULL;
  g_autoptr (CogBook) read = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project) && source != NULL && path != NULL, NULL);

  self = g_new0 (CogUpdatePlan, 1);
  self->source = g_strdup (source);
  self->report = cog_report_new ();
  self->file = cog_source_new_for_path (path, cancellable, error);
  if (self->file == NULL)
    return NULL;
  if (reading != NULL)
    cog_source_set_options (self->file, reading);
  read = cog_reading_read (self->file, self->report, &first, cancellable, &self->reader, error);
  if (read == NULL || !compare (self, project, read, path, &second, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
cog_update_plan_free (CogUpdatePlan *self)
{
  if (self == NULL)
    return;
  g_free (self->source);
  g_clear_pointer (&self->file, cog_source_free);
  g_clear_pointer (&self->book, cog_book_free);
  g_clear_pointer (&self->report, cog_report_free);
  g_free (self);
}

CogReport *
cog_update_plan_get_report (const CogUpdatePlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->report;
}

static CogSourceEdition
get_edition (const CogUpdatePlan *self)
{
  return (CogSourceEdition){ .source = self->source,
                             .book = self->book,
                             .reader = self->reader->id,
                             .original_name = cog_source_get_name (self->file),
                             .original = cog_source_get_bytes (self->file),
                             .report = self->report };
}

gboolean
cog_update_plan_try (const CogUpdatePlan *self,
                     CogProject *project,
                     CogSourceUpdate *result,
                     GError **error)
{
  CogSourceEdition edition;

  g_return_val_if_fail (self != NULL, FALSE);

  edition = get_edition (self);
  return cog_project_try_update (project, &edition, result, error);
}

gboolean
cog_update_plan_apply (const CogUpdatePlan *self,
                       CogProject *project,
                       CogSourceUpdate *result,
                       GError **error)
{
  CogSourceEdition edition;

  g_return_val_if_fail (self != NULL, FALSE);

  edition = get_edition (self);
  return cog_project_update_source (project, &edition, result, error);
}
