/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-import-job.h"

#include "cog-project-structure.h"
#include "cog-reading.h"

typedef struct
{
  CogSource *source;
  const CogReader *reader;
  CogBook *book;
  CogReport *report;
} Read;

static void
read_clear (gpointer data)
{
  Read *read = data;

  cog_source_free (read->source);
  cog_book_free (read->book);
  cog_report_free (read->report);
}

static gboolean
read_files (GArray *reads,
            const char *const *files,
            const CogReadingOptions *reading,
            CogReport *report,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  for (guint i = 0; files[i] != NULL; i++)
    {
      Read read = { cog_source_new_for_path (files[i], cancellable, error) };

      if (read.source == NULL)
        return FALSE;
      if (reading != NULL)
        cog_source_set_options (read.source, reading);
      read.report = cog_report_new ();
      read.book =
          cog_reading_read (read.source, read.report, progress, cancellable, &read.reader, error);
      cog_report_join (report, read.report);
      if (read.book == NULL)
        {
          read_clear (&read);
          return FALSE;
        }
      g_array_append_val (reads, read);
    }
  return TRUE;
}

static gboolean
add_sources (CogProject *project, gpointer user_data, GError **error)
{
  GArray *reads = user_data;

  for (guint i = 0; i < reads->len; i++)
    {
      Read *read = &g_array_index (reads, Read, i);
      g_autofree char *id = cog_project_add_source (
          project, read->book, read->reader->id, cog_source_get_name (read->source),
          cog_source_get_bytes (read->source), read->report, error);

      if (id == NULL)
        return FALSE;
    }
  return TRUE;
}

CogProject *
cog_import_new_project (const char *path,
                        const char *const *files,
                        const CogReadingOptions *reading,
                        const char *language,
                        const char *title,
                        CogReport *report,
                        const CogProgress *progress,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GArray) reads = g_array_new (FALSE, TRUE, sizeof (Read));

  g_return_val_if_fail (path != NULL && files != NULL && files[0] != NULL, NULL);

  g_array_set_clear_func (reads, read_clear);
  if (!read_files (reads, files, reading, report, progress, cancellable, error))
    return NULL;
  return cog_project_create (path, language, title, add_sources, reads, error);
}
