/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-media.h"

#include <string.h>

static const struct
{
  const char *magic;
  gsize offset, length;
  const char *media_type;
  const char *extension;
} signatures[] = {
  { "\x89PNG\r\n\x1A\n", 0, 8, "image/png", "png" },
  { "\xFF\xD8\xFF", 0, 3, "image/jpeg", "jpg" },
  { "GIF8", 0, 4, "image/gif", "gif" },
  { "WEBP", 8, 4, "image/webp", "webp" },
  { "ID3", 0, 3, "audio/mpeg", "mp3" },
  { "\xFF\xFB", 0, 2, "audio/mpeg", "mp3" },
  { "\xFF\xF3", 0, 2, "audio/mpeg", "mp3" },
  { "OggS", 0, 4, "audio/ogg", "ogg" },
  { "ftypM4A", 4, 7, "audio/mp4", "m4a" },
  { "ftyp", 4, 4, "video/mp4", "mp4" },
  { "\x1A\x45\xDF\xA3", 0, 4, "video/webm", "webm" },
  { "WEBVTT", 0, 6, "text/vtt", "vtt" },
};

static guint
read_big (const guint8 *data, guint n)
{
  guint number = 0;

  for (guint i = 0; i < n; i++)
    number = number << 8 | data[i];
  return number;
}

static void
measure_jpeg (const guint8 *data, gsize size, CogMediaInfo *info)
{
  gsize at = 2;

  while (at + 9 < size && data[at] == 0xFF)
    {
      guint8 marker = data[at + 1];

      /* SOF0…SOF15 without DHT, JPG and DAC hold the size (T.81, B.2.2). */
      if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
        {
          info->height = read_big (data + at + 5, 2);
          info->width = read_big (data + at + 7, 2);
          return;
        }
      if (marker == 0xFF)
        at++;
      else
        at += 2 + read_big (data + at + 2, 2);
    }
}

static void
measure (const guint8 *data, gsize size, CogMediaInfo *info)
{
  if (g_str_equal (info->extension, "png") && size > 24)
    {
      info->width = read_big (data + 16, 4);
      info->height = read_big (data + 20, 4);
    }
  else if (g_str_equal (info->extension, "gif") && size > 10)
    {
      info->width = data[6] | data[7] << 8;
      info->height = data[8] | data[9] << 8;
    }
  else if (g_str_equal (info->extension, "jpg"))
    measure_jpeg (data, size, info);
}

static gboolean
looks_like_svg (const char *data, gsize size)
{
  return g_strstr_len (data, MIN (size, 4096), "<svg") != NULL ||
         g_strstr_len (data, MIN (size, 4096), ":svg") != NULL;
}

gboolean
cog_media_identify (GBytes *bytes, const char *name, CogMediaInfo *info)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_return_val_if_fail (info != NULL, FALSE);

  memset (info, 0, sizeof *info);
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (size >= signatures[i].offset + signatures[i].length &&
        memcmp (data + signatures[i].offset, signatures[i].magic, signatures[i].length) == 0)
      {
        info->media_type = signatures[i].media_type;
        info->extension = signatures[i].extension;
        measure ((const guint8 *)data, size, info);
        return TRUE;
      }
  if (size > 0 && looks_like_svg (data, size))
    {
      info->media_type = "image/svg+xml";
      info->extension = "svg";
      return TRUE;
    }
  return FALSE;
}

const char *
cog_media_get_element (GBytes *bytes, const char *name)
{
  CogMediaInfo info;

  if (!cog_media_identify (bytes, name, &info))
    return NULL;
  if (g_str_has_prefix (info.media_type, "image/"))
    return "img";
  if (g_str_has_prefix (info.media_type, "audio/"))
    return "audio";
  return g_str_has_prefix (info.media_type, "video/") ? "video" : NULL;
}
