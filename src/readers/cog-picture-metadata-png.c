/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-metadata-private.h"

#include <string.h>

#define LONGEST 65536 /* bytes of a text, also when it is unpacked */
#define MOST 64       /* texts that are looked at */

/* Keywords of the specification, and what libraries and Commons write beside them. */
static const struct
{
  const char *keyword;
  const char *place;
  CogPictureUse use;
} keywords[] = {
  { "Title", "PNG Title", COG_PICTURE_TITLE },
  { "Author", "PNG Author", COG_PICTURE_AUTHOR },
  { "Artist", "PNG Artist", COG_PICTURE_AUTHOR },
  { "Copyright", "PNG Copyright", COG_PICTURE_LICENCE },
  { "License", "PNG License", COG_PICTURE_LICENCE_LINK },
  { "Licence", "PNG Licence", COG_PICTURE_LICENCE_LINK },
  { "URL", "PNG URL", COG_PICTURE_SOURCE },
  { "Source URL", "PNG Source URL", COG_PICTURE_SOURCE },
};

static guint32
read_big (const guint8 *data)
{
  return (guint32)data[0] << 24 | (guint32)data[1] << 16 | (guint32)data[2] << 8 | data[3];
}

static char *
inflate (const guint8 *data, gsize size)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autofree char *out = g_malloc0 (LONGEST + 1);
  gsize n_read = 0, n_written = 0;

  if (g_converter_convert (G_CONVERTER (zlib), data, size, out, LONGEST, G_CONVERTER_INPUT_AT_END,
                           &n_read, &n_written, NULL) == G_CONVERTER_ERROR)
    return NULL;
  out[n_written] = '\0';
  return g_steal_pointer (&out);
}

/* After the keyword and its zero: flag, method, language, translated keyword, text. */
static char *
dup_international (const guint8 *data, gsize size)
{
  const guint8 *language = data + 2;
  const guint8 *end = data + size;
  const guint8 *keyword, *text;

  if (size < 4)
    return NULL;
  keyword = memchr (language, 0, (gsize)(end - language));
  text = keyword != NULL ? memchr (keyword + 1, 0, (gsize)(end - keyword - 1)) : NULL;
  if (text == NULL)
    return NULL;
  text++;
  return data[0] == 0 ? g_strndup ((const char *)text, (gsize)(end - text))
                      : inflate (text, (gsize)(end - text));
}

static char *
dup_latin (const guint8 *data, gsize size)
{
  return g_convert ((const char *)data, (gssize)size, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

/* (nullable): the chunk is not as it should be. */
static char *
dup_text (const char *type, const guint8 *data, gsize size)
{
  if (g_str_equal (type, "iTXt"))
    return dup_international (data, size);
  if (g_str_equal (type, "tEXt"))
    return dup_latin (data, size);
  if (size > 1 && data[0] == 0)
    {
      g_autofree char *packed = inflate (data + 1, size - 1);

      return packed != NULL ? dup_latin ((const guint8 *)packed, strlen (packed)) : NULL;
    }
  return NULL;
}

static void
read_chunk (CogPictureFinds *self, const char *type, const guint8 *data, gsize size)
{
  const guint8 *end = memchr (data, 0, MIN (size, 80));
  g_autofree char *text = NULL;

  if (end == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (g_ascii_strcasecmp (keywords[i].keyword, (const char *)data) == 0)
      {
        text = dup_text (type, end + 1, size - (gsize)(end + 1 - data));
        if (text != NULL)
          cog_picture_finds_add (self, keywords[i].use, keywords[i].place, text);
        return;
      }
}

void
cog_picture_finds_read_png (CogPictureFinds *self, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint n = 0;

  for (gsize at = 8; size >= 12 && at <= size - 12 && n < MOST;)
    {
      gsize length = read_big (data + at);
      char type[5] = { 0 };

      if (length > size - at - 12)
        return;
      memcpy (type, data + at + 4, 4);
      if (length <= LONGEST &&
          (g_str_equal (type, "tEXt") || g_str_equal (type, "zTXt") || g_str_equal (type, "iTXt")))
        {
          n++;
          read_chunk (self, type, data + at + 8, length);
        }
      at += length + 12;
    }
}
