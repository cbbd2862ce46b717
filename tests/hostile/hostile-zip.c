/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-zip.h"

#include "hostile-file.h"

#include <string.h>
#include <zlib.h>

struct _HostileZip
{
  GByteArray *body;
  GByteArray *directory;
  guint n_entries;
  guint16 flags;
  guint last_offset;
  guint last_directory; /* where the record of the last entry begins */
};

#define LINK_MODE 0120777u
#define FILE_MODE 0100644u

static void
put (GByteArray *array, guint64 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = (guint8)(number >> (8 * i));

      g_byte_array_append (array, &byte, 1);
    }
}

static void
put_text (GByteArray *array, const char *text)
{
  g_byte_array_append (array, (const guint8 *)text, (guint)strlen (text));
}

/* APPNOTE 4.3.7 and 4.3.12: what both headers have in common. */
static void
put_common (GByteArray *array,
            guint16 flags,
            gboolean is_packed,
            guint32 sum,
            gsize packed,
            gsize length,
            const char *name)
{
  put (array, 20, 2);
  put (array, flags, 2);
  put (array, is_packed ? 8 : 0, 2);
  put (array, 0x21u << 16, 4);
  put (array, sum, 4);
  put (array, packed, 4);
  put (array, length, 4);
  put (array, strlen (name), 2);
  put (array, 0, 2);
}

static void
put_directory (HostileZip *self,
               const char *name,
               gboolean is_packed,
               guint32 sum,
               gsize packed,
               gsize length,
               guint mode)
{
  self->last_directory = self->directory->len;
  put_text (self->directory, "PK\001\002");
  put (self->directory, 3u << 8 | 20, 2);
  put_common (self->directory, self->flags, is_packed, sum, packed, length, name);
  put (self->directory, 0, 6);
  put (self->directory, (guint64)mode << 16, 4);
  put (self->directory, self->last_offset, 4);
  put_text (self->directory, name);
  self->n_entries++;
}

static void
add (HostileZip *self,
     const char *name,
     const void *data,
     gsize length,
     const void *packed_data,
     gsize packed,
     guint mode)
{
  guint32 sum = (guint32)crc32_z (0, data, length);

  self->last_offset = self->body->len;
  put_text (self->body, "PK\003\004");
  put_common (self->body, self->flags, packed_data != data, sum, packed, length, name);
  put_text (self->body, name);
  g_byte_array_append (self->body, packed_data, (guint)packed);
  put_directory (self, name, packed_data != data, sum, packed, length, mode);
}

HostileZip *
hostile_zip_new (void)
{
  HostileZip *self = g_new0 (HostileZip, 1);

  self->body = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  return self;
}

HostileZip *
hostile_zip_new_epub (const char *items)
{
  HostileZip *self = hostile_zip_new ();
  g_autofree char *package = g_strdup_printf (
      "<package xmlns='http://www.idpf.org/2007/opf' version='3.0' unique-identifier='u'>"
      "<metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Book</dc:title>"
      "<dc:identifier id='u'>urn:x</dc:identifier><dc:language>en</dc:language></metadata>"
      "<manifest><item id='p' href='p.xhtml' media-type='application/xhtml+xml'/>%s</manifest>"
      "<spine><itemref idref='p'/></spine></package>",
      items);

  hostile_zip_add (self, "mimetype", "application/epub+zip");
  hostile_zip_add (self, "META-INF/container.xml",
                   "<container version='1.0' "
                   "xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
                   "<rootfile full-path='OPS/b.opf' media-type='application/oebps-package+xml'/>"
                   "</rootfiles></container>");
  hostile_zip_add (self, "OPS/b.opf", package);
  return self;
}

void
hostile_zip_add (HostileZip *self, const char *name, const char *text)
{
  add (self, name, text, strlen (text), text, strlen (text), FILE_MODE);
}

void
hostile_zip_add_packed (HostileZip *self, const char *name, const void *data, gsize length)
{
  gsize bound = compressBound (length) + 64;
  g_autofree guint8 *packed = g_malloc (bound);
  z_stream stream = { 0 };

  g_assert_cmpint (deflateInit2 (&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY), ==, Z_OK);
  stream.next_in = (guint8 *)data;
  stream.avail_in = (guint)length;
  stream.next_out = packed;
  stream.avail_out = (guint)bound;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  add (self, name, data, length, packed, stream.total_out, FILE_MODE);
  deflateEnd (&stream);
}

void
hostile_zip_add_link (HostileZip *self, const char *name, const char *target)
{
  add (self, name, target, strlen (target), target, strlen (target), LINK_MODE);
}

void
hostile_zip_add_page (HostileZip *self, const char *body)
{
  g_autofree char *page = g_strconcat (
      "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'>"
      "<head><title>Page</title></head><body>",
      body, "</body></html>", NULL);

  hostile_zip_add (self, "OPS/p.xhtml", page);
}

void
hostile_zip_add_again (HostileZip *self, const char *name)
{
  const guint8 *last = self->directory->data + self->last_directory;
  guint32 sum, packed, length;

  memcpy (&sum, last + 16, 4);
  memcpy (&packed, last + 20, 4);
  memcpy (&length, last + 24, 4);
  put_directory (self, name, last[10] == 8, GUINT32_FROM_LE (sum), GUINT32_FROM_LE (packed),
                 GUINT32_FROM_LE (length), FILE_MODE);
}

void
hostile_zip_set_flags (HostileZip *self, guint16 flags)
{
  self->flags = flags;
}

GBytes *
hostile_zip_end (HostileZip *self)
{
  guint at = self->body->len;
  GByteArray *body = self->body;
  guint count = MIN (self->n_entries, 0xFFFF);

  g_byte_array_append (body, self->directory->data, self->directory->len);
  put_text (body, "PK\005\006");
  put (body, 0, 4);
  put (body, count, 2);
  put (body, count, 2);
  put (body, self->directory->len, 4);
  put (body, at, 4);
  put (body, 0, 2);
  g_byte_array_unref (self->directory);
  g_free (self);
  return g_byte_array_free_to_bytes (body);
}

void
hostile_zip_write (HostileZip *self, const char *path)
{
  g_autoptr (GBytes) bytes = hostile_zip_end (self);

  hostile_write_bytes (path, bytes);
}
