/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-preview-job.h"

#include "cog-answers.h"
#include "cog-markup.h"
#include "cog-page-picture.h"
#include "cog-path.h"

#include <glib/gi18n-lib.h>

static void
entry_free (gpointer data)
{
  CogPreviewEntry *entry = data;

  g_free (entry->section);
  g_free (entry->title);
  g_free (entry->file);
  g_free (entry);
}

void
cog_preview_free (CogPreview *preview)
{
  if (preview == NULL)
    return;
  cog_temporary_folder_free (preview->folder);
  g_free (preview->file);
  g_free (preview->title);
  g_ptr_array_unref (preview->entries);
  g_free (preview);
}

static void
add_entry (CogPreview *self, const char *section, const char *title, guint depth, char *file)
{
  CogPreviewEntry *entry = g_new0 (CogPreviewEntry, 1);

  entry->section = g_strdup (section);
  entry->title = g_strdup (title);
  entry->depth = depth;
  entry->file = file;
  g_ptr_array_add (self->entries, entry);
}

/* The pages' names are those that the writer of sites gives them: one rule makes both. Chapters
 * nest as deep as contents do. */
static void
list_entries (
    CogPreview *self, const CogBook *book, GPtrArray *sections, guint depth, GHashTable *taken)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);

      add_entry (self, section->id, cog_markup_get_title (book, section), depth,
                 cog_markup_dup_file (taken, section, "html"));
      list_entries (self, book, section->children, depth + 1, taken);
    }
}

CogPreview *
cog_preview_new (CogProject *project,
                 CogPreviewKind kind,
                 const CogEditionOptions *edition,
                 const CogWriterOptions *writer,
                 const CogProgress *progress,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (CogPreview) self = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autoptr (CogTemporaryFolder) folder = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *target;
  CogProgress rest;

  g_return_val_if_fail (COG_IS_PROJECT (project) && edition != NULL && writer != NULL, NULL);

  cog_progress_tell (progress, 0, _ ("Putting the edition together…"));
  book = cog_edition_new_for_project (project, edition, error);
  folder = book != NULL ? cog_temporary_folder_new (COG_TEMPORARY_PREVIEW, error) : NULL;
  if (folder == NULL ||
      !cog_page_pictures_draw (book, project, NULL, progress, &rest, cancellable, error))
    return NULL;
  if (writer->answers_at_end)
    cog_answers_move_to_end (book);
  self = g_new0 (CogPreview, 1);
  self->folder = g_steal_pointer (&folder);
  self->title = g_strdup (cog_book_get_title (book));
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  if (kind == COG_PREVIEW_PAPER)
    self->file = g_build_filename (self->folder->path, "edition.pdf", NULL);
  target = self->file != NULL ? self->file : self->folder->path;
  if (!cog_writer_write (cog_writer_find (target, NULL), book, writer, target, NULL, &rest,
                         cancellable, error))
    return NULL;
  add_entry (self, NULL, _ ("Title page"), 0, g_strdup ("index.html"));
  list_entries (self, book, book->sections, 0, taken);
  return g_steal_pointer (&self);
}

static const char *
get_media_type (const char *name)
{
  static const char *const types[][2] = {
    { ".html", "text/html" },    { ".css", "text/css" },    { ".png", "image/png" },
    { ".jpg", "image/jpeg" },    { ".jpeg", "image/jpeg" }, { ".gif", "image/gif" },
    { ".svg", "image/svg+xml" }, { ".webp", "image/webp" }, { ".mp3", "audio/mpeg" },
    { ".m4a", "audio/mp4" },     { ".ogg", "audio/ogg" },   { ".mp4", "video/mp4" },
    { ".webm", "video/webm" },   { ".vtt", "text/vtt" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (name, types[i][0]))
      return types[i][1];
  return "application/octet-stream";
}

GBytes *
cog_preview_read (const CogPreview *preview, const char *name, const char **media_type)
{
  g_autofree char *clean = NULL;
  g_autofree char *path = NULL;
  char *data = NULL;
  gsize length;

  g_return_val_if_fail (preview != NULL && name != NULL && media_type != NULL, NULL);

  /* No "..", no absolute name; and the folder holds no link, since we wrote it. */
  clean = cog_path_clean (name);
  if (clean == NULL)
    return NULL;
  path = g_build_filename (preview->folder->path, clean, NULL);
  if (g_file_test (path, G_FILE_TEST_IS_SYMLINK) ||
      !g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  *media_type = get_media_type (clean);
  return g_bytes_new_take (data, length);
}
