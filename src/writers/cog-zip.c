/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-zip.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

#define DOS_DATE 0x0021 /* 1980-01-01 */
#define UTF8_NAMES 0x0800

struct _CogZip
{
  FILE *file;
  GByteArray *directory;
  guint n_entries;
  guint64 offset;
};

static void
put (GByteArray *out, guint64 value, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++, value >>= 8)
    {
      guint8 byte = value & 0xFF;

      g_byte_array_append (out, &byte, 1);
    }
}

CogZip *
cog_zip_new (const char *path, GError **error)
{
  CogZip *zip = g_new0 (CogZip, 1);

  zip->file = g_fopen (path, "wbe");
  if (zip->file == NULL)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path,
                   g_strerror (errno));
      g_free (zip);
      return NULL;
    }
  zip->directory = g_byte_array_new ();
  return zip;
}

void
cog_zip_free (CogZip *zip)
{
  if (zip == NULL)
    return;
  if (zip->file != NULL)
    fclose (zip->file);
  g_byte_array_unref (zip->directory);
  g_free (zip);
}

static gboolean
write_all (CogZip *zip, const void *data, gsize length, GError **error)
{
  if (fwrite (data, 1, length, zip->file) == length)
    {
      zip->offset += length;
      return TRUE;
    }
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
  return FALSE;
}

/* Raw deflate; NULL where it would not be smaller. */
static guint8 *
compress_data (const void *data, gsize length, gsize *packed)
{
  z_stream stream = { 0 };
  guint8 *out;

  if (length < 64 || deflateInit2 (&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return NULL;
  out = g_malloc (length);
  stream.next_in = (Bytef *)data;
  stream.avail_in = (uInt)length;
  stream.next_out = out;
  stream.avail_out = (uInt)length;
  if (deflate (&stream, Z_FINISH) != Z_STREAM_END)
    g_clear_pointer (&out, g_free);
  *packed = stream.total_out;
  deflateEnd (&stream);
  return out;
}

/* The fields that local header and directory share (APPNOTE 4.3.7, 4.3.12). */
static void
put_common (
    GByteArray *out, gboolean deflated, guint32 crc, gsize packed, gsize length, gsize name_length)
{
  put (out, 20, 2);
  put (out, UTF8_NAMES, 2);
  put (out, deflated ? 8 : 0, 2);
  put (out, 0, 2);
  put (out, DOS_DATE, 2);
  put (out, crc, 4);
  put (out, packed, 4);
  put (out, length, 4);
  put (out, name_length, 2);
  put (out, 0, 2);
}

gboolean
cog_zip_add (
    CogZip *zip, const char *name, const void *data, gsize length, gboolean stored, GError **error)
{
  gsize packed = length;
  g_autofree guint8 *small = stored ? NULL : compress_data (data, length, &packed);
  guint32 crc = (guint32)crc32 (0, data, (uInt)length);
  gsize name_length = strlen (name);
  g_autoptr (GByteArray) header = g_byte_array_new ();
  guint64 offset = zip->offset;

  g_return_val_if_fail (zip != NULL && name != NULL, FALSE);

  if (small == NULL)
    packed = length;
  put (header, 0x04034b50, 4);
  put_common (header, small != NULL, crc, packed, length, name_length);
  g_byte_array_append (header, (const guint8 *)name, name_length);
  put (zip->directory, 0x02014b50, 4);
  put (zip->directory, 20, 2);
  put_common (zip->directory, small != NULL, crc, packed, length, name_length);
  put (zip->directory, 0, 2);
  put (zip->directory, 0, 2);
  put (zip->directory, 0, 2);
  put (zip->directory, 0, 4);
  put (zip->directory, offset, 4);
  g_byte_array_append (zip->directory, (const guint8 *)name, name_length);
  zip->n_entries++;
  return write_all (zip, header->data, header->len, error) &&
         write_all (zip, small != NULL ? small : data, packed, error);
}

gboolean
cog_zip_close (CogZip *zip, GError **error)
{
  g_autoptr (GByteArray) end = g_byte_array_new ();
  guint64 offset = zip->offset;
  gboolean ok;

  put (end, 0x06054b50, 4);
  put (end, 0, 4);
  put (end, zip->n_entries, 2);
  put (end, zip->n_entries, 2);
  put (end, zip->directory->len, 4);
  put (end, offset, 4);
  put (end, 0, 2);
  ok = write_all (zip, zip->directory->data, zip->directory->len, error) &&
       write_all (zip, end->data, end->len, error);
  if (fclose (zip->file) != 0 && ok)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s", g_strerror (errno));
      ok = FALSE;
    }
  zip->file = NULL;
  return ok;
}
