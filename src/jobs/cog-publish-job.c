/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publish-job.h"

#include "cog-check-job.h"
#include "cog-error.h"
#include "cog-reader.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

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

/* "-" has no extension that names a format, and is no name for a folder. */
static const CogWriter *
find_writer (const char *target, GError **error)
{
  if (!g_str_equal (target, "-"))
    return cog_writer_find (target, error);
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
               _ ("“-” names no format: an edition is written to a file or a folder."));
  return NULL;
}

/* A source is never changed: its file is not written over. */
static gboolean
check_is_other (const char *in, const char *out, GError **error)
{
  GStatBuf first, second;

  if (g_stat (in, &first) != 0 || g_stat (out, &second) != 0 || first.st_ino != second.st_ino ||
      first.st_dev != second.st_dev)
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_USAGE,
               _ ("%s: is what is read; the result needs another name."), out);
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

  writer = find_writer (target, error);
  if (writer == NULL || (!options->edition.is_draft && !check (project, report, error)))
    return FALSE;
  cog_progress_tell (progress, 0, _ ("Putting the edition together…"));
  book = cog_edition_new_for_project (project, &options->edition, error);
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
  const CogWriter *writer = find_writer (out, error);
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogBook) book = NULL;

  g_return_val_if_fail (in != NULL && out != NULL, FALSE);

  if (writer == NULL || !check_is_other (in, out, error))
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
