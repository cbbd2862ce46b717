/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-emf-private.h"

#include "cog-error.h"
#include "cog-metafile-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEADER 88 /* bytes of the shortest header */
#define END 14    /* EMR_EOF */
/* A drawing larger or smaller than that is a mistake of its header: metres, and a quarter of one
 * millimetre. */
#define WIDEST 5000.0
#define NARROWEST 0.25

static gboolean
fail (const char *place, GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: %s is a file; the picture is one in Windows' form, EMF or WMF. */
               _ ("%s: this picture is damaged."), place);
  return FALSE;
}

/* 2.3.4.2: bounds in the device's units, the frame in hundredths of a millimetre, the device's size
 * in dots and in millimetres. */
static gboolean
read_header (CogEmf *self, CogMetafileBytes *bytes, double *width, double *height)
{
  CogMetafileDevice *device = self->device;
  double bounds[4], frame[4], dots[2], size[2];

  cog_metafile_skip (bytes, 8);
  for (guint i = 0; i < 4; i++)
    bounds[i] = cog_metafile_i32 (bytes);
  for (guint i = 0; i < 4; i++)
    frame[i] = cog_metafile_i32 (bytes);
  cog_metafile_skip (bytes, 32);
  for (guint i = 0; i < 2; i++)
    dots[i] = cog_metafile_i32 (bytes);
  for (guint i = 0; i < 2; i++)
    size[i] = cog_metafile_i32 (bytes);
  if (bytes->is_short)
    return FALSE;
  if (dots[0] > 0 && dots[1] > 0 && size[0] > 0 && size[1] > 0)
    {
      device->dots_x = dots[0] / size[0];
      device->dots_y = dots[1] / size[1];
    }
  *width = (frame[2] - frame[0]) / 100;
  *height = (frame[3] - frame[1]) / 100;
  if (*width < NARROWEST || *height < NARROWEST || *width > WIDEST || *height > WIDEST)
    {
      frame[0] = bounds[0] / device->dots_x * 100;
      frame[1] = bounds[1] / device->dots_y * 100;
      *width = (bounds[2] - bounds[0] + 1) / device->dots_x;
      *height = (bounds[3] - bounds[1] + 1) / device->dots_y;
    }
  device->frame.x = frame[0] / 100 * device->dots_x;
  device->frame.y = frame[1] / 100 * device->dots_y;
  device->frame.width = *width * device->dots_x;
  device->frame.height = *height * device->dots_y;
  device->finest = 0.75 * 25.4 / 96 * device->dots_x;
  return *width > 0 && *height > 0 && *width <= WIDEST && *height <= WIDEST;
}

/* FALSE where a record is cut off or lies about what is in it. */
static gboolean
walk (CogEmf *self, CogMetafileBytes *file)
{
  for (guint n = 0; cog_metafile_left (file) >= 8 && !self->device->is_full; n++)
    {
      gsize start = file->at;
      guint32 type = cog_metafile_u32 (file), size = cog_metafile_u32 (file);
      CogMetafileBytes record;
      CogEmfRecord read = cog_emf_find_record (type);

      if (size < 8 || size > file->size - start)
        return FALSE;
      if (type == END)
        return TRUE;
      if (n >= COG_METAFILE_MAX_RECORDS)
        self->device->is_full = TRUE;
      record = cog_metafile_bytes (file->data + start, size);
      record.at = 8;
      if (read != NULL)
        read (self, &record, type);
      if (record.is_short)
        return FALSE;
      file->at = start + size;
    }
  return TRUE;
}

static GBytes *
finish (CogEmf *self, const char *place, double width, double height, GError **error)
{
  CogMetafileDevice *device = self->device;

  cog_metafile_flush (device);
  if (device->is_full)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_TOO_LARGE, _ ("%s: this picture is too large."),
                   place);
      return NULL;
    }
  if (device->n_drawn > 0)
    return cog_metafile_device_finish (device, width, height);
  if (self->plus_picture != NULL)
    return g_bytes_ref (self->plus_picture);
  g_set_error (error, COG_ERROR, COG_ERROR_UNSUPPORTED,
               _ ("%s: nothing in this picture can be drawn."), place);
  return NULL;
}

GBytes *
cog_emf_draw (GBytes *bytes, const char *place, guint *n_lost, GError **error)
{
  g_autoptr (CogMetafileDevice) device = cog_metafile_device_new ();
  CogEmf self = { 0 };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  CogMetafileBytes file = cog_metafile_bytes (data, size);
  double width = 0, height = 0;
  gboolean is_whole;
  GBytes *drawing = NULL;

  self.device = device;
  is_whole = size >= HEADER && read_header (&self, &file, &width, &height);
  file.at = 0;
  if (!is_whole || !walk (&self, &file))
    fail (place, error);
  else
    drawing = finish (&self, place, width, height, error);
  if (n_lost != NULL)
    *n_lost = device->n_lost;
  g_clear_pointer (&self.pending, g_byte_array_unref);
  g_clear_pointer (&self.plus_picture, g_bytes_unref);
  return drawing;
}
