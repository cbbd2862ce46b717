/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-picture-private.h"

#include <string.h>

static guint
read_16 (const guchar *bytes, gboolean is_little)
{
  return is_little ? (guint)(bytes[0] | bytes[1] << 8) : (guint)(bytes[0] << 8 | bytes[1]);
}

/* Exif 2.3, tag 0x0112 in the first directory: 1 upright, 3, 6 and 8 turned. */
static int
read_turn (const guchar *exif, gsize size)
{
  gboolean is_little = exif[0] == 'I';
  guint n, at;

  if (size < 14)
    return 0;
  at = is_little ? (guint)(exif[4] | exif[5] << 8) : (guint)(exif[6] << 8 | exif[7]);
  if (at + 2 > size)
    return 0;
  n = read_16 (exif + at, is_little);
  for (guint i = 0; i < n && at + 2 + (i + 1) * 12 <= size; i++)
    if (read_16 (exif + at + 2 + i * 12, is_little) == 0x0112)
      switch (read_16 (exif + at + 2 + i * 12 + 8, is_little))
        {
        case 3:
          return 2;
        case 6:
          return 1;
        case 8:
          return 3;
        default:
          return 0;
        }
  return 0;
}

/* Size and turn of a JPEG from its markers (ITU T.81, annex B); FALSE where it is damaged. */
static gboolean
scan (const guchar *bytes, gsize size, guint *width, guint *height, int *turn)
{
  gsize at = 2;

  *turn = 0;
  if (size < 4 || bytes[0] != 0xff || bytes[1] != 0xd8)
    return FALSE;
  while (at + 9 < size)
    {
      guint marker, length;

      if (bytes[at] != 0xff)
        return FALSE;
      marker = bytes[at + 1];
      if (marker == 0xff || marker == 1 || (marker >= 0xd0 && marker <= 0xd8))
        {
          at += marker == 0xff ? 1 : 2;
          continue;
        }
      length = read_16 (bytes + at + 2, FALSE);
      if (length < 2 || at + 2 + length > size)
        return FALSE;
      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          *height = read_16 (bytes + at + 5, FALSE);
          *width = read_16 (bytes + at + 7, FALSE);
          /* Four colours are ink, and with most programs upside down (Adobe's technical note 5116):
           * they are decoded. */
          return *width > 0 && *height > 0 && bytes[at + 4] == 8 && at + 9 < size &&
                 bytes[at + 9] != 4;
        }
      if (marker == 0xe1 && length > 10 && memcmp (bytes + at + 4, "Exif\0", 6) == 0)
        *turn = read_turn (bytes + at + 10, length - 8);
      at += 2 + length;
    }
  return FALSE;
}

gboolean
cog_pdf_picture_load_jpeg (CogPdfPicture *picture, const CogAsset *asset)
{
  gsize size;
  const guchar *bytes = g_bytes_get_data (asset->bytes, &size);
  guint width, height;
  GBytes *held = NULL;
  int turn;

  if (!scan (bytes, size, &width, &height, &turn))
    return FALSE;
  picture->turn = turn;
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  held = g_bytes_ref (asset->bytes);
  if (cairo_surface_set_mime_data (picture->surface, CAIRO_MIME_TYPE_JPEG, bytes, size,
                                   (cairo_destroy_func_t)g_bytes_unref,
                                   held) != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (held);
  cog_pdf_picture_set_name (picture, asset->name);
  picture->width = (picture->turn & 1 ? height : width) * .75;
  picture->height = (picture->turn & 1 ? width : height) * .75;
  return TRUE;
}
