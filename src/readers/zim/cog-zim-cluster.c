/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-zim-private.h"

#include "cog-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Writers make clusters of one or two MiB; one large file may be a cluster by itself. */
#define MAX_CLUSTER (128u << 20)

typedef struct archive Archive;

static void
free_archive (Archive *archive)
{
  archive_read_free (archive);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

/* The low four bits of a cluster's first byte. */
typedef enum
{
  PLAIN_OLD = 0,
  PLAIN = 1,
  ZLIB = 2,
  BZIP2 = 3,
  XZ = 4,
  ZSTD = 5,
} Compression;

guint64
cog_zim_number (const guint8 *data, guint n_bytes)
{
  guint64 number = 0;

  for (guint i = n_bytes; i > 0; i--)
    number = number << 8 | data[i - 1];
  return number;
}

void
cog_zim_set_damaged (const char *name, const char *what, GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: file name, and an English word for the part that is damaged. */
               _ ("%s: the file is damaged or cut off (%s)."), name, what);
}

static gboolean
add_filter (Archive *archive, Compression compression)
{
  int status = ARCHIVE_FATAL;

  if (compression == BZIP2)
    status = archive_read_support_filter_bzip2 (archive);
  else if (compression == XZ)
    status = archive_read_support_filter_xz (archive);
  else if (compression == ZSTD)
    status = archive_read_support_filter_zstd (archive);
  return status == ARCHIVE_OK || status == ARCHIVE_WARN;
}

static GBytes *
unpack (const guint8 *data, gsize size, Compression compression, const char *name, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  g_autoptr (GByteArray) out = g_byte_array_new ();
  struct archive_entry *entry;

  if (!add_filter (archive, compression) ||
      archive_read_support_format_raw (archive) != ARCHIVE_OK ||
      archive_read_open_memory (archive, data, size) != ARCHIVE_OK ||
      archive_read_next_header (archive, &entry) != ARCHIVE_OK)
    {
      cog_zim_set_damaged (name, "cluster", error);
      return NULL;
    }
  for (;;)
    {
      const void *block;
      size_t length;
      la_int64_t offset;
      int status = archive_read_data_block (archive, &block, &length, &offset);

      /* What stands behind the stream is no stream: what was unpacked is checked by its own
       * table. */
      if (status != ARCHIVE_OK)
        break;
      if (out->len + length > MAX_CLUSTER)
        {
          g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
                       _ ("%s: would unpack to more than a book can hold; it may have been made to "
                          "do harm."),
                       name);
          return NULL;
        }
      g_byte_array_append (out, block, length);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

CogZimCluster *
cog_zim_cluster_new (GBytes *bytes, gsize start, gsize end, const char *name, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GBytes) inside = NULL;
  CogZimCluster *self;
  guint8 info;

  if (start >= size || end > size || end <= start + 1)
    {
      cog_zim_set_damaged (name, "cluster", error);
      return NULL;
    }
  info = data[start];
  if ((info & 0x0F) == PLAIN || (info & 0x0F) == PLAIN_OLD)
    inside = g_bytes_new_from_bytes (bytes, start + 1, end - start - 1);
  else
    inside = unpack (data + start + 1, end - start - 1, info & 0x0F, name, error);
  if (inside == NULL)
    return NULL;
  self = g_new0 (CogZimCluster, 1);
  self->data = g_steal_pointer (&inside);
  self->is_wide = (info & 0x10) != 0;
  return self;
}

void
cog_zim_cluster_free (CogZimCluster *self)
{
  g_bytes_unref (self->data);
  g_free (self);
}

GBytes *
cog_zim_cluster_read (const CogZimCluster *self, guint32 blob, const char *name, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->data, &size);
  guint width = self->is_wide ? 8 : 4;
  guint64 first = size >= width ? cog_zim_number (data, width) : 0;
  guint64 from, to;

  /* The first offset says where the table ends, and so how many there are. */
  if (first < 2 * width || first > size || (guint64)blob + 2 > first / width)
    {
      cog_zim_set_damaged (name, "blob", error);
      return NULL;
    }
  from = cog_zim_number (data + (gsize)blob * width, width);
  to = cog_zim_number (data + ((gsize)blob + 1) * width, width);
  if (from < first || from > to || to > size)
    {
      cog_zim_set_damaged (name, "blob", error);
      return NULL;
    }
  return g_bytes_new_from_bytes (self->data, (gsize)from, (gsize)(to - from));
}
