/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-wmf-private.h"

#include "cog-error.h"
#include "cog-metafile-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PLACEABLE 0x9AC6CDD7u
#define SIDE 120.0 /* millimetres of the longer side, where no size is told */
#define SETWINDOWORG 0x020B
#define SETWINDOWEXT 0x020C

typedef struct
{
  double left, top, width, height; /* of the window: logical units */
  double inch;                     /* logical units in one; 0: not told */
  gboolean has_size;
} Window;

/* 2.3.2.2: type 1 or 2, the header's words, version 1.0 or 3.0. */
gboolean
cog_wmf_is_header (CogMetafileBytes bytes)
{
  guint type = cog_metafile_u16 (&bytes), words = cog_metafile_u16 (&bytes);
  guint version = cog_metafile_u16 (&bytes);

  return (type == 1 || type == 2) && words == 9 && (version == 0x100 || version == 0x300) &&
         cog_metafile_left (&bytes) >= 12;
}

/* 2.3.2.3: a key, a handle, the box, units in an inch, and what is not needed. */
static void
read_placeable (CogMetafileBytes *bytes, Window *window)
{
  double right, bottom;

  cog_metafile_skip (bytes, 6);
  window->left = cog_metafile_i16 (bytes);
  window->top = cog_metafile_i16 (bytes);
  right = cog_metafile_i16 (bytes);
  bottom = cog_metafile_i16 (bytes);
  window->inch = cog_metafile_u16 (bytes);
  cog_metafile_skip (bytes, 6);
  window->width = fabs (right - window->left);
  window->height = fabs (bottom - window->top);
  window->left = MIN (window->left, right);
  window->top = MIN (window->top, bottom);
  window->has_size = window->width > 0 && window->height > 0;
}

/* The next record; FALSE at the end. fault: it is cut off. */
static gboolean
next_record (CogMetafileBytes *file, CogMetafileBytes *record, guint *function, gboolean *fault)
{
  gsize start = file->at;
  guint32 words;

  if (cog_metafile_left (file) < 6)
    return FALSE;
  words = cog_metafile_u32 (file);
  *function = cog_metafile_u16 (file);
  if (*function == 0)
    return FALSE;
  *fault = words < 3 || words > (file->size - start) / 2;
  if (*fault)
    return FALSE;
  *record = cog_metafile_bytes (file->data + start + 6, (gsize)words * 2 - 6);
  file->at = start + (gsize)words * 2;
  return TRUE;
}

/* Without a placeable header: the first window that is set. */
static void
find_window (CogMetafileBytes file, Window *window)
{
  CogMetafileBytes record;
  guint function;
  gboolean fault = FALSE;

  for (guint n = 0;
       n < 1000 && !window->has_size && next_record (&file, &record, &function, &fault); n++)
    {
      double y = cog_metafile_i16 (&record), x = cog_metafile_i16 (&record);

      if (function == SETWINDOWORG)
        {
          window->left = x;
          window->top = y;
        }
      else if (function == SETWINDOWEXT && x != 0 && y != 0)
        {
          window->width = fabs (x);
          window->height = fabs (y);
          window->has_size = TRUE;
        }
    }
}

/* The picture is the viewport: one unit of the drawing is one of the window's. */
static void
set_up (CogMetafileDevice *device, const Window *window)
{
  CogMetafileState *state = &device->state;

  state->map_mode = 8; /* MM_ANISOTROPIC */
  state->window_x = window->left;
  state->window_y = window->top;
  state->window_width = state->viewport_width = window->has_size ? window->width : 1;
  state->window_height = state->viewport_height = window->has_size ? window->height : 1;
  device->frame.width = window->width;
  device->frame.height = window->height;
}

static void
measure (CogMetafileDevice *device, const Window *window, double *width, double *height)
{
  double scale = SIDE / MAX (MAX (device->frame.width, device->frame.height), 1);

  if (window->inch > 0 && device->frame.width / window->inch < 100)
    scale = 25.4 / window->inch;
  *width = device->frame.width * scale;
  *height = device->frame.height * scale;
  device->finest = 0.75 * 25.4 / 96 / scale;
}

static gboolean
walk (CogMetafileDevice *device, CogMetafileBytes *file)
{
  CogMetafileBytes record;
  guint function, n = 0;
  gboolean fault = FALSE;

  while (!device->is_full && next_record (file, &record, &function, &fault))
    {
      CogWmfRecord read = cog_wmf_find_record (function);

      if (++n > COG_METAFILE_MAX_RECORDS)
        device->is_full = TRUE;
      if (read != NULL)
        read (device, &record, function);
      if (record.is_short)
        return FALSE;
    }
  return !fault;
}

/* Where no window was told, what was drawn is the picture: it is drawn again, moved there. */
static gboolean
draw_all (CogMetafileDevice *device, CogMetafileBytes *file, Window *window)
{
  if (window->has_size)
    return walk (device, file);
  {
    g_autoptr (CogMetafileDevice) trial = cog_metafile_device_new ();
    CogMetafileBytes again = *file;

    set_up (trial, window);
    trial->finest = 1;
    if (!walk (trial, &again))
      return FALSE;
    cog_metafile_flush (trial);
    if (trial->n_drawn == 0)
      return TRUE;
    device->frame.x = trial->x1;
    device->frame.y = trial->y1;
    device->frame.width = MAX (trial->x2 - trial->x1, 1);
    device->frame.height = MAX (trial->y2 - trial->y1, 1);
    device->finest = 0.2 * MAX (device->frame.width, device->frame.height) / SIDE;
  }
  return walk (device, file);
}

GBytes *
cog_wmf_draw (GBytes *bytes, const char *place, guint *n_lost, GError **error)
{
  g_autoptr (CogMetafileDevice) device = cog_metafile_device_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  CogMetafileBytes file = cog_metafile_bytes (data, size);
  Window window = { 0 };
  double width, height;
  gboolean is_whole;

  if (cog_metafile_u32 (&file) == PLACEABLE)
    {
      file.at = 0;
      read_placeable (&file, &window);
    }
  else
    file.at = 0;
  is_whole = cog_wmf_is_header (file);
  cog_metafile_skip (&file, 18);
  if (!window.has_size)
    find_window (file, &window);
  set_up (device, &window);
  measure (device, &window, &width, &height);
  if (!is_whole || !draw_all (device, &file, &window))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: this picture is damaged."), place);
      return NULL;
    }
  cog_metafile_flush (device);
  measure (device, &window, &width, &height);
  if (n_lost != NULL)
    *n_lost = device->n_lost;
  if (!device->is_full && device->n_drawn > 0)
    return cog_metafile_device_finish (device, width, height);
  g_set_error (error, COG_ERROR, device->is_full ? COG_ERROR_TOO_LARGE : COG_ERROR_UNSUPPORTED,
               device->is_full ? _ ("%s: this picture is too large.")
                               : _ ("%s: nothing in this picture can be drawn."),
               place);
  return NULL;
}
