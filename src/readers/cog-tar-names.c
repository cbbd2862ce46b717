/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-tar-names.h"

#include <gio/gio.h>
#include <string.h>

#define BLOCK 512
#define MAX_LOOK (2u << 20) /* bytes of the tar */
#define MAX_NAMES 4000

static gboolean
is_gzip (const guint8 *data, gsize size)
{
  return size > 18 && data[0] == 0x1F && data[1] == 0x8B && data[2] == 8;
}

static gboolean
is_header (const guint8 *data, gsize size)
{
  return size >= BLOCK && memcmp (data + 257, "ustar", 5) == 0 && data[0] != '\0';
}

/* The first bytes of what was packed; what is damaged ends there. */
static GByteArray *
unpack_head (const guint8 *data, gsize size, gsize limit)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  GByteArray *head = g_byte_array_new ();
  guint8 *buffer = g_malloc (64 << 10);
  gsize at = 0;

  while (at < size && head->len < limit)
    {
      gsize n_in = 0, n_out = 0;
      GConverterResult result =
          g_converter_convert (G_CONVERTER (zlib), data + at, size - at, buffer, 64 << 10,
                               G_CONVERTER_NO_FLAGS, &n_in, &n_out, NULL);

      if (result == G_CONVERTER_ERROR || (n_in == 0 && n_out == 0))
        break;
      at += n_in;
      g_byte_array_append (head, buffer, (guint)n_out);
      if (result == G_CONVERTER_FINISHED)
        break;
    }
  g_free (buffer);
  return head;
}

/* Numbers are octal, and end with a blank or NUL. */
static gsize
read_size (const guint8 *header)
{
  g_autofree char *digits = g_strndup ((const char *)header + 124, 12);

  return (gsize)g_ascii_strtoull (g_strstrip (digits), NULL, 8);
}

static char *
dup_name (const guint8 *header)
{
  g_autofree char *name = g_strndup ((const char *)header, 100);
  g_autofree char *prefix = g_strndup ((const char *)header + 345, 155);

  if (prefix[0] == '\0')
    return g_steal_pointer (&name);
  return g_strconcat (prefix, "/", name, NULL);
}

static char **
list_headers (const guint8 *data, gsize size)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  gsize at = 0;

  for (guint n = 0; n < MAX_NAMES && at < size && is_header (data + at, size - at); n++)
    {
      g_autofree char *name = dup_name (data + at);
      gsize length = read_size (data + at);
      const char *shown = g_str_has_prefix (name, "./") ? name + 2 : name;

      if (g_utf8_validate (shown, -1, NULL))
        g_strv_builder_add (names, shown);
      if (length > MAX_LOOK)
        break;
      at += BLOCK + (length + BLOCK - 1) / BLOCK * BLOCK;
    }
  return g_strv_builder_end (names);
}

char **
cog_tar_list_names (GBytes *bytes)
{
  gsize size;
  const guint8 *data;
  g_autoptr (GByteArray) head = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (data == NULL)
    return NULL;
  if (is_header (data, size))
    return list_headers (data, size);
  if (!is_gzip (data, size))
    return NULL;
  /* One block tells whether it is worth more. */
  head = unpack_head (data, size, BLOCK);
  if (!is_header (head->data, head->len))
    return NULL;
  g_clear_pointer (&head, g_byte_array_unref);
  head = unpack_head (data, size, MAX_LOOK);
  return list_headers (head->data, head->len);
}
