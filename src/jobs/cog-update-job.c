/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-update-job.h"

#include "cog-book-rename.h"
#include "cog-edition-ids.h"
#include "cog-error.h"
#include "cog-language.h"
#include "cog-reading.h"

#include <glib/gi18n-lib.h>

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
update (CogProject *project,
        CogSourceEdition *edition,
        const CogBook *read,
        const char *path,
        CogSourceUpdate *result,
        const CogProgress *progress,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (CogBook) before = cog_project_dup_source_book (project, edition->source, error);
  g_autoptr (CogBook) after = NULL;
  g_autoptr (CogBook) named = NULL;
  g_autoptr (GHashTable) ids = NULL;

  if (before == NULL || !check_language (before, read, path, error))
    return FALSE;
  after = dup_as_source (read, edition->source);
  ids = cog_edition_ids_new (before, after, progress, cancellable, error);
  if (ids == NULL)
    return FALSE;
  named = cog_book_new_renamed (after, ids);
  edition->book = named;
  return cog_project_update_source (project, edition, result, error);
}

gboolean
cog_update_job_run (CogProject *project,
                    const char *source,
                    const char *path,
                    const CogReadingOptions *reading,
                    CogReport *report,
                    CogSourceUpdate *result,
                    const CogProgress *progress,
                    GCancellable *cancellable,
                    GError **error)
{
  CogProgress first = cog_progress_part (progress, 0, 0.5);
  CogProgress second = cog_progress_part (progress, 0.5, 0.95);
  g_autoptr (CogSource) file = NULL;
  g_autoptr (CogReport) own = cog_report_new ();
  g_autoptr (CogBook) book = NULL;
  const CogReader *reader = NULL;
  CogSourceEdition edition = { .source = source, .report = own };

  g_return_val_if_fail (COG_IS_PROJECT (project) && source != NULL && path != NULL, FALSE);

  file = cog_source_new_for_path (path, cancellable, error);
  if (file == NULL)
    return FALSE;
  if (reading != NULL)
    cog_source_set_options (file, reading);
  book = cog_reading_read (file, own, &first, cancellable, &reader, error);
  if (report != NULL)
    cog_report_join (report, own);
  if (book == NULL)
    return FALSE;
  edition.reader = reader->id;
  edition.original_name = cog_source_get_name (file);
  edition.original = cog_source_get_bytes (file);
  return update (project, &edition, book, path, result, &second, cancellable, error);
}
