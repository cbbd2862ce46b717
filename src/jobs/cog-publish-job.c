/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-publish-job.h"

#include "cog-answers.h"
#include "cog-check-job.h"
#include "cog-error.h"
#include "cog-page-picture.h"
#include "cog-reading.h"

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

void
cog_published_free (CogPublished *published)
{
  g_free (published->target);
  g_clear_error (&published->error);
  g_free (published);
}

/* Depth is that of what was just written. */
static guint64
measure (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint64 size = 0;
  GStatBuf info;

  if (dir == NULL)
    return g_stat (path, &info) == 0 ? (guint64)info.st_size : 0;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      size += measure (child);
    }
  return size;
}

/* What the options ask of the text itself. */
static CogBook *
arrange (CogBook *book, const CogWriterOptions *options)
{
  if (book != NULL && options->answers_at_end)
    cog_answers_move_to_end (book);
  return book;
}

/* rest: (out): what is left of the progress */
static CogBook *
assemble (CogProject *project,
          const CogPublishOptions *options,
          CogReport *report,
          const CogProgress *progress,
          CogProgress *rest,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (CogBook) book = NULL;

  *rest = cog_progress_part (progress, 0, 1);
  if ((!options->edition.is_draft && !check (project, report, error)) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  cog_progress_tell (progress, 0, _ ("Putting the edition together…"));
  book =
      arrange (cog_edition_new_for_project (project, &options->edition, error), &options->writer);
  if (book == NULL ||
      !cog_page_pictures_draw (book, project, report, progress, rest, cancellable, error))
    return NULL;
  return g_steal_pointer (&book);
}

GPtrArray *
cog_publish_project_as (CogProject *project,
                        const char *const *targets,
                        const CogPublishOptions *options,
                        CogReport *report,
                        const CogProgress *progress,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_published_free);
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GError) fault = NULL;
  CogProgress rest;
  guint n;

  g_return_val_if_fail (COG_IS_PROJECT (project) && targets != NULL && options != NULL, NULL);

  n = g_strv_length ((char **)targets);
  for (guint i = 0; i < n; i++)
    if (find_writer (targets[i], error) == NULL)
      return NULL;
  book = assemble (project, options, report, progress, &rest, cancellable, &fault);
  if (book == NULL && !g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    {
      CogPublished *published = g_new0 (CogPublished, 1);
      CogProgress part = cog_progress_part (&rest, (double)i / n, (double)(i + 1) / n);

      published->target = g_strdup (targets[i]);
      g_ptr_array_add (all, published);
      if (book == NULL)
        published->error = g_error_copy (fault);
      else if (!g_cancellable_set_error_if_cancelled (cancellable, &published->error) &&
               cog_writer_write (find_writer (targets[i], NULL), book, &options->writer, targets[i],
                                 report, &part, cancellable, &published->error))
        published->size = measure (targets[i]);
    }
  return g_steal_pointer (&all);
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
  CogProgress rest;

  g_return_val_if_fail (COG_IS_PROJECT (project) && target != NULL && options != NULL, FALSE);

  writer = find_writer (target, error);
  book = writer != NULL ? assemble (project, options, report, progress, &rest, cancellable, error)
                        : NULL;
  return book != NULL && cog_writer_write (writer, book, &options->writer, target, report, &rest,
                                           cancellable, error);
}

gboolean
cog_publish_converted (const char *in,
                       const CogReadingOptions *reading,
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
  CogProgress rest;

  g_return_val_if_fail (in != NULL && out != NULL, FALSE);

  if (writer == NULL || !check_is_other (in, out, error))
    return FALSE;
  source = cog_source_new_for_path (in, cancellable, error);
  if (source == NULL)
    return FALSE;
  if (reading != NULL)
    cog_source_set_options (source, reading);
  book = cog_reading_read (source, report, progress, cancellable, NULL, error);
  if (book == NULL)
    return FALSE;
  cog_edition_complete_unchanged (book);
  arrange (book, options);
  return cog_page_pictures_draw (book, NULL, report, progress, &rest, cancellable, error) &&
         cog_writer_write (writer, book, options, out, report, &rest, cancellable, error);
}
