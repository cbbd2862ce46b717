/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-source.h"

#include "cog-error.h"
#include "cog-tar-names.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MAX_FILE (512u << 20) /* bytes */

struct _CogSource
{
  char *path; /* nullable */
  char *name;
  char *extension;
  gboolean is_folder;
  GBytes *bytes;
  gboolean is_mapped; /* bytes are those of a file, as it lies on the disk */
  int fd;             /* of the file that bytes are mapped from, or -1 */
  CogContainer *container;
  char **peeked;
  gboolean has_peeked;
  CogReadingOptions options;
  gboolean is_tar;
};

static CogSource *
source_new (const char *path, const char *name)
{
  CogSource *self = g_new0 (CogSource, 1);
  const char *dot = strrchr (name, '.');

  self->fd = -1;
  self->path = g_strdup (path);
  self->name = g_strdup (name);
  self->extension = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);
  return self;
}

CogSource *
cog_source_new_for_path (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (CogSource) self = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GMappedFile) file = NULL;
  GStatBuf status;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_path_get_basename (path);
  if (g_stat (path, &status) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("%s: there is no such file."), path);
      return NULL;
    }
  self = source_new (path, name);
  self->is_folder = S_ISDIR (status.st_mode);
  if (self->is_folder)
    return g_steal_pointer (&self);
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: is not a file."), path);
      return NULL;
    }
  if (status.st_size > (goffset)MAX_FILE)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE, _ ("%s: is too large."), path);
      return NULL;
    }
  self->fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  file = self->fd >= 0 ? g_mapped_file_new_from_fd (self->fd, FALSE, error)
                       : g_mapped_file_new (path, FALSE, error);
  if (file == NULL)
    return NULL;
  self->bytes = g_mapped_file_get_bytes (file);
  self->is_mapped = TRUE;
  return g_steal_pointer (&self);
}

CogSource *
cog_source_new_for_fd (int fd, const char *path, const char *name, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  CogSource *self;

  g_return_val_if_fail (fd >= 0 && name != NULL, NULL);

  file = g_mapped_file_new_from_fd (fd, FALSE, error);
  if (file == NULL)
    return NULL;
  self = source_new (path, name);
  self->bytes = g_mapped_file_get_bytes (file);
  self->is_mapped = TRUE;
  self->fd = fcntl (fd, F_DUPFD_CLOEXEC, 0);
  return self;
}

CogSource *
cog_source_new_for_bytes (GBytes *bytes, const char *name)
{
  CogSource *self = source_new (NULL, name);

  self->bytes = g_bytes_ref (bytes);
  return self;
}

void
cog_source_free (CogSource *source)
{
  if (source == NULL)
    return;
  g_free (source->path);
  g_free (source->name);
  g_free (source->extension);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_clear_object (&source->container);
  g_strfreev (source->peeked);
  if (source->fd >= 0)
    close (source->fd);
  g_free (source);
}

void
cog_source_let_go (CogSource *source)
{
  gsize size;
  const void *data;

  g_return_if_fail (source != NULL);

  data = source->is_mapped ? g_bytes_get_data (source->bytes, &size) : NULL;
  /* Nobody writes to the mapping: it holds nothing that the file does not. */
  if (data != NULL && size > 0)
    madvise ((void *)data, size, MADV_DONTNEED);
}

void
cog_source_set_options (CogSource *source, const CogReadingOptions *options)
{
  g_return_if_fail (source != NULL && options != NULL);
  source->options = *options;
}

const CogReadingOptions *
cog_source_get_options (CogSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);
  return &source->options;
}

const char *
cog_source_get_name (CogSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);
  return source->name;
}

const char *
cog_source_get_path (CogSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);
  return source->path;
}

const char *
cog_source_get_extension (CogSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);
  return source->extension;
}

gboolean
cog_source_is_folder (CogSource *source)
{
  g_return_val_if_fail (source != NULL, FALSE);
  return source->is_folder;
}

int
cog_source_get_fd (CogSource *source)
{
  g_return_val_if_fail (source != NULL, -1);
  return source->fd;
}

GBytes *
cog_source_get_bytes (CogSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);
  return source->bytes;
}

static const char *
find_end_record (CogSource *source)
{
  gsize size;
  const char *data = g_bytes_get_data (source->bytes, &size);
  gsize lowest = size > 140000 ? size - 140000 : 0;

  for (gsize at = size >= 22 ? size - 22 : 0; size >= 22 && at + 1 > lowest; at--)
    {
      if (memcmp (data + at, "PK\005\006", 4) == 0)
        return data + at;
      if (at == 0)
        break;
    }
  return NULL;
}

gboolean
cog_source_is_zip (CogSource *source)
{
  gsize size;
  const char *data;

  g_return_val_if_fail (source != NULL, FALSE);

  if (source->is_folder)
    return FALSE;
  data = g_bytes_get_data (source->bytes, &size);
  return (size > 4 && memcmp (data, "PK\003\004", 4) == 0) || find_end_record (source) != NULL;
}

CogContainer *
cog_source_get_container (CogSource *source,
                          CogReport *report,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (source != NULL, NULL);

  if (source->container != NULL)
    return source->container;
  if (source->is_folder)
    source->container = cog_container_new_for_folder (source->path, report, cancellable, error);
  else if (cog_source_is_tar (source))
    source->container =
        cog_container_new_for_tar (source->bytes, source->name, report, cancellable, error);
  else if (cog_source_is_zip (source))
    source->container =
        cog_container_new_for_zip (source->bytes, source->name, report, cancellable, error);
  else if (source->path != NULL)
    source->container = cog_container_new_for_neighbours (source->path, 0);
  else
    g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: stands alone."), source->name);
  return source->container;
}

static guint32
read_number (const guint8 *data, guint n)
{
  guint32 number = 0;

  for (guint i = n; i > 0; i--)
    number = number << 8 | data[i - 1];
  return number;
}

/* The names in the central directory (APPNOTE 4.3.12), without trusting any number in it. */
static char **
read_directory (CogSource *source)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *end = find_end_record (source);
  gsize size;
  const guint8 *data = g_bytes_get_data (source->bytes, &size);
  gsize at;

  if (end == NULL)
    return g_strv_builder_end (builder);
  at = read_number ((const guint8 *)end + 16, 4);
  for (guint n = 0;
       n < 4000 && at < size && size - at > 46 && memcmp (data + at, "PK\001\002", 4) == 0; n++)
    {
      gsize length = read_number (data + at + 28, 2);
      gsize rest = read_number (data + at + 30, 2) + read_number (data + at + 32, 2);

      if (length > size - at - 46)
        break;
      {
        g_autofree char *name = g_strndup ((const char *)data + at + 46, length);

        g_strv_builder_add (builder, name);
      }
      at += 46 + length + rest;
    }
  return g_strv_builder_end (builder);
}

static void
peek (CogSource *source)
{
  if (source->has_peeked || source->is_folder)
    return;
  source->has_peeked = TRUE;
  source->peeked = cog_tar_list_names (source->bytes);
  source->is_tar = source->peeked != NULL;
  if (source->peeked == NULL && cog_source_is_zip (source))
    source->peeked = read_directory (source);
}

gboolean
cog_source_is_tar (CogSource *source)
{
  g_return_val_if_fail (source != NULL, FALSE);

  peek (source);
  return source->is_tar;
}

const char *const *
cog_source_peek_names (CogSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  peek (source);
  return (const char *const *)source->peeked;
}

const char *const *
cog_source_list_names (CogSource *source)
{
  CogContainer *container;

  g_return_val_if_fail (source != NULL, NULL);

  if (!source->is_folder)
    return cog_source_peek_names (source);
  container = cog_source_get_container (source, NULL, NULL, NULL);
  return container != NULL ? cog_container_get_names (container) : NULL;
}
