/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-hint.h"

#include <string.h>

static gboolean
holds (const guint8 *data, gsize size, const void *what, gsize length)
{
  return memmem (data, size, what, length) != NULL;
}

/* Properties of XMP, whatever their prefix. */
static gboolean
has_xmp_word (const guint8 *data, gsize size)
{
  static const char *const words[] = { "creator",      "rights",     "license",
                                       "WebStatement", "UsageTerms", "attributionName" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (holds (data, size, words[i], strlen (words[i])))
      return TRUE;
  return FALSE;
}

/* Entries of an image file directory for Artist (0x013B) and Copyright (0x8298), which are ASCII
 * (2), in both orders of bytes: Exif 2.32, 4.6.4. */
static gboolean
has_exif_entry (const guint8 *data, gsize size)
{
  static const guint8 entries[][4] = { { 0x01, 0x3B, 0x00, 0x02 },
                                       { 0x3B, 0x01, 0x02, 0x00 },
                                       { 0x82, 0x98, 0x00, 0x02 },
                                       { 0x98, 0x82, 0x02, 0x00 } };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (holds (data, size, entries[i], sizeof entries[i]))
      return TRUE;
  return FALSE;
}

/* By-line (2:80) and copyright notice (2:116): IPTC IIM 4.2, 1.5. */
static gboolean
has_iptc_entry (const guint8 *data, gsize size)
{
  static const guint8 entries[][3] = { { 0x1C, 0x02, 80 }, { 0x1C, 0x02, 116 } };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (holds (data, size, entries[i], sizeof entries[i]))
      return TRUE;
  return FALSE;
}

/* Segments up to the picture itself: ITU-T T.81, B.1.1.4. Exif and XMP are in APP1, IPTC in APP13.
 */
static gboolean
has_jpeg_segment (const guint8 *data, gsize size)
{
  for (gsize at = 2; at + 4 <= size && data[at] == 0xFF;)
    {
      guint8 marker = data[at + 1];
      gsize length = (gsize)data[at + 2] << 8 | data[at + 3];
      gsize end = MIN (size, at + 2 + length);

      if (marker == 0xFF)
        {
          at++;
          continue;
        }
      if (marker == 0xDA || marker == 0xD9 || length < 2)
        return FALSE;
      if (marker == 0xE1 &&
          (has_exif_entry (data + at, end - at) || has_xmp_word (data + at, end - at)))
        return TRUE;
      if (marker == 0xED && has_iptc_entry (data + at, end - at))
        return TRUE;
      at += 2 + length;
    }
  return FALSE;
}

/* Whether the keyword of a text is one that programs write by themselves. */
static gboolean
is_idle_keyword (const guint8 *data, gsize size)
{
  static const char *const keywords[] = { "Software",    "Creation Time", "Comment",
                                          "Description", "date:create",   "date:modify" };

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (size > strlen (keywords[i]) && memcmp (data, keywords[i], strlen (keywords[i]) + 1) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_png_chunk (const guint8 *data, gsize size)
{
  static const char xmp[] = "XML:com.adobe.xmp";

  for (gsize at = 8; size >= 12 && at <= size - 12;)
    {
      gsize length = (gsize)data[at] << 24 | (gsize)data[at + 1] << 16 | (gsize)data[at + 2] << 8 |
                     data[at + 3];
      const guint8 *type = data + at + 4;
      const guint8 *text = data + at + 8;

      if (length > size - at - 12)
        return FALSE;
      if (memcmp (type, "eXIf", 4) == 0 && has_exif_entry (text, length))
        return TRUE;
      if (memcmp (type, "iTXt", 4) == 0 && length > sizeof xmp + 1 &&
          memcmp (text, xmp, sizeof xmp) == 0 && text[sizeof xmp] == 0)
        {
          if (has_xmp_word (text, length))
            return TRUE;
        }
      else if ((memcmp (type, "tEXt", 4) == 0 || memcmp (type, "zTXt", 4) == 0 ||
                memcmp (type, "iTXt", 4) == 0) &&
               !is_idle_keyword (text, length))
        return TRUE;
      at += length + 12;
    }
  return FALSE;
}

gboolean
cog_picture_hint_has_metadata (GBytes *bytes, const CogMediaInfo *info)
{
  gsize size = 0;
  const guint8 *data;

  g_return_val_if_fail (bytes != NULL && info != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  if (size < 12)
    return FALSE;
  if (data[0] == 0xFF && data[1] == 0xD8)
    return has_jpeg_segment (data, size);
  if (g_str_equal (info->extension, "png"))
    return has_png_chunk (data, size);
  if (g_str_equal (info->extension, "svg"))
    return holds (data, size, "metadata", 8) || holds (data, size, "license", 7);
  if (g_str_equal (info->extension, "gif"))
    return holds (data, size, "XMP DataXMP", 11);
  return TRUE;
}
