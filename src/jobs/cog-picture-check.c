/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-picture-check.h"

#include "cog-drawing.h"
#include "cog-error.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <librsvg/rsvg.h>
#include <string.h>

#define CHUNK 65536 /* bytes given to the decoder at a time, so that a fault ends it early */
#define SIDE 256    /* pixels to which a JPEG is decoded: its decoder scales while it reads */

typedef struct
{
  const char *name;
  guint width, height;
  gboolean is_too_large;
} Check;

static void
set_too_large (const Check *check, GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
               _ ("%s: has %'u × %'u pixels, more than a book can hold. Make it smaller in a "
                  "program for pictures first."),
               check->name, check->width, check->height);
}

static gboolean
is_bearable (guint width, guint height)
{
  return width <= COG_PICTURE_MAX_SIDE && height <= COG_PICTURE_MAX_SIDE &&
         (double)width * height <= COG_PICTURE_MAX_PIXELS;
}

static void
set_cut_off (const char *name, GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               _ ("%s: the picture is cut off or damaged. Get the file again."), name);
}

/* The scan ends with EOI (T.81, B.1.1.3); decoders paint grey where it is missing and say nothing.
 * A thumbnail in the head has one of its own. */
static gboolean
is_whole_jpeg (const guint8 *data, gsize size)
{
  gsize at = 2;

  while (at + 4 <= size && data[at] == 0xFF && data[at + 1] != 0xDA)
    at += data[at + 1] == 0xFF ? 1 : 2 + ((gsize)data[at + 2] << 8 | data[at + 3]);
  return at + 4 <= size && data[at] == 0xFF && memmem (data + at, size - at, "\xFF\xD9", 2) != NULL;
}

/* RIFF says how long it is; PNG ends with IEND. */
static gboolean
is_whole (const CogMediaInfo *info, const guint8 *data, gsize size)
{
  if (g_str_equal (info->extension, "jpg"))
    return is_whole_jpeg (data, size);
  if (g_str_equal (info->extension, "png"))
    return size > 45 && memmem (data + size - MIN (size, 65536), MIN (size, 65536), "IEND", 4);
  if (g_str_equal (info->extension, "webp"))
    return size > 12 && size - 8 >= ((gsize)data[4] | (gsize)data[5] << 8 | (gsize)data[6] << 16 |
                                     (gsize)data[7] << 24);
  return TRUE;
}

static void
size_cb (GdkPixbufLoader *loader, int width, int height, Check *check)
{
  check->width = (guint)MAX (width, 0);
  check->height = (guint)MAX (height, 0);
  check->is_too_large = !is_bearable (check->width, check->height);
  if (check->is_too_large)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else if (width > SIDE || height > SIDE)
    gdk_pixbuf_loader_set_size (loader, MAX (1, width * SIDE / MAX (width, height)),
                                MAX (1, height * SIDE / MAX (width, height)));
}

static gboolean
decode (const guint8 *data, gsize size, Check *check, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  gboolean ok = TRUE;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), check);
  for (gsize at = 0; ok && at < size && !check->is_too_large; at += CHUNK)
    ok = gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, size - at), NULL);
  ok = gdk_pixbuf_loader_close (loader, NULL) && ok;
  if (check->is_too_large)
    set_too_large (check, error);
  else if (!ok || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    set_cut_off (check->name, error);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_pixels (GBytes *bytes, const char *name, CogMediaInfo *info, GError **error)
{
  Check check = { name, info->width, info->height, FALSE };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  /* Where the head says so there is no need to begin. */
  if (!is_bearable (info->width, info->height))
    {
      set_too_large (&check, error);
      return FALSE;
    }
  if (!is_whole (info, data, size))
    {
      set_cut_off (name, error);
      return FALSE;
    }
  if (!decode (data, size, &check, error))
    return FALSE;
  info->width = check.width;
  info->height = check.height;
  return TRUE;
}

/* A drawing is markup: nothing in a book runs or loads anything. */
static gboolean
check_drawing (GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *first = NULL;
  guint n_active = 0;
  g_autoptr (GBytes) cleaned = cog_drawing_clean (bytes, name, &n_active, &first, error);
  g_autoptr (GObject) handle = NULL;

  if (cleaned == NULL)
    return FALSE;
  if (n_active > 0)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                   _ ("%s: the drawing would run or load something (%s). Save it as a plain SVG, "
                      "or as PNG."),
                   name, first);
      return FALSE;
    }
  handle = (GObject *)rsvg_handle_new_from_data (g_bytes_get_data (cleaned, NULL),
                                                 g_bytes_get_size (cleaned), NULL);
  if (handle != NULL)
    return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               _ ("%s: the drawing is damaged, or no drawing at all."), name);
  return FALSE;
}

gboolean
cog_picture_check (GBytes *bytes, const char *name, CogMediaInfo *info, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL && info != NULL, FALSE);

  if (g_bytes_get_size (bytes) > COG_PICTURE_MAX_BYTES)
    {
      g_autofree char *most = g_format_size (COG_PICTURE_MAX_BYTES);

      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE,
                   _ ("%s: is larger than %s. Make it smaller in a program for pictures first."),
                   name, most);
      return FALSE;
    }
  if (!cog_media_identify (bytes, name, info) || !g_str_has_prefix (info->media_type, "image/"))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
                   _ ("%s: is no picture that a book can hold. PNG, JPEG, GIF, WebP and SVG are."),
                   name);
      return FALSE;
    }
  return g_str_equal (info->extension, "svg") ? check_drawing (bytes, name, error)
                                              : check_pixels (bytes, name, info, error);
}
