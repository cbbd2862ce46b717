/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-import-job.h"

#include "cog-replacement.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  CogSource *source;
  const CogReader *reader;
  CogBook *book;
} Read;

static void
read_clear (gpointer data)
{
  Read *read = data;

  cog_source_free (read->source);
  cog_book_free (read->book);
}

static gboolean
read_files (GArray *reads,
            const char *const *files,
            CogReport *report,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  for (guint i = 0; files[i] != NULL; i++)
    {
      Read read = { cog_source_new_for_path (files[i], cancellable, error), NULL, NULL };

      if (read.source == NULL)
        return FALSE;
      read.book = cog_reader_read (read.source, report, progress, cancellable, &read.reader, error);
      if (read.book == NULL)
        {
          cog_source_free (read.source);
          return FALSE;
        }
      g_array_append_val (reads, read);
    }
  return TRUE;
}

static gboolean
add_sources (CogProject *project, GArray *reads, CogReport *report, GError **error)
{
  for (guint i = 0; i < reads->len; i++)
    {
      Read *read = &g_array_index (reads, Read, i);
      g_autofree char *id = cog_project_add_source (
          project, read->book, read->reader->id, cog_source_get_name (read->source),
          cog_source_get_bytes (read->source), report, error);

      if (id == NULL)
        return FALSE;
    }
  return TRUE;
}

CogProject *
cog_import_new_project (const char *path,
                        const char *const *files,
                        const char *language,
                        const char *title,
                        CogReport *report,
                        const CogProgress *progress,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GArray) reads = g_array_new (FALSE, TRUE, sizeof (Read));
  CogProject *project;

  g_return_val_if_fail (path != NULL && files != NULL && files[0] != NULL, NULL);

  g_array_set_clear_func (reads, read_clear);
  if (!read_files (reads, files, report, progress, cancellable, error))
    return NULL;
  project = cog_project_create (path, language, title, error);
  if (project == NULL)
    return NULL;
  if (add_sources (project, reads, report, error))
    return project;
  /* What is half there is taken away again. */
  cog_project_close (project, NULL);
  g_object_unref (project);
  g_unlink (path);
  return NULL;
}
