/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publish-job.h"

#include "cog-check-job.h"
#include "cog-edition-job.h"
#include "cog-error.h"
#include "cog-reader.h"

#include <glib/gi18n-lib.h>

static gboolean
check (CogProject *project, CogReport *report, GError **error)
{
  if (!cog_check_project (project, report, error))
    return FALSE;
  if (!cog_check_has_errors (report))
    return TRUE;
  g_set_error (
      error, COG_ERROR, COG_ERROR_REFUSED,
      _ ("%s: something must be solved before it is published. A draft can go out all the same."),
      cog_project_get_path (project));
  return FALSE;
}

gboolean
cog_publish_project (CogProject *project,
                     const char *target,
                     const CogPublishOptions *options,
                     CogReport *report,
                     const CogProgress *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  const CogWriter *writer;
  g_autoptr (CogBook) book = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (project) && target != NULL && options != NULL, FALSE);

  writer = cog_writer_find (target, error);
  if (writer == NULL || (!options->is_draft && !check (project, report, error)))
    return FALSE;
  cog_progress_tell (progress, 0, _ ("Putting the edition together…"));
  book = cog_edition_new_for_project (project, options->sections, options->is_draft, error);
  if (book == NULL)
    return FALSE;
  return cog_writer_write (writer, book, &options->writer, target, report, progress, cancellable,
                           error);
}

gboolean
cog_publish_converted (const char *in,
                       const char *out,
                       const CogWriterOptions *options,
                       CogReport *report,
                       const CogProgress *progress,
                       GCancellable *cancellable,
                       GError **error)
{
  const CogWriter *writer = cog_writer_find (out, error);
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogBook) book = NULL;

  g_return_val_if_fail (in != NULL && out != NULL, FALSE);

  if (writer == NULL)
    return FALSE;
  source = cog_source_new_for_path (in, cancellable, error);
  if (source == NULL)
    return FALSE;
  book = cog_reader_read (source, report, progress, cancellable, NULL, error);
  if (book == NULL)
    return FALSE;
  cog_edition_complete_unchanged (book);
  return cog_writer_write (writer, book, options, out, report, progress, cancellable, error);
}
