/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-emf-private.h"

#include "cog-metafile-clip.h"
#include "cog-metafile-image.h"

static CogMetafileBox
read_box (CogMetafileBytes *bytes)
{
  CogMetafileBox box;

  box.left = cog_metafile_i32 (bytes);
  box.top = cog_metafile_i32 (bytes);
  box.right = cog_metafile_i32 (bytes);
  box.bottom = cog_metafile_i32 (bytes);
  return box;
}

static void
read_arc (CogEmf *self, CogMetafileBytes *bytes, CogMetafileArc kind)
{
  CogMetafileBox box = read_box (bytes);
  CogMetafileBox rays = read_box (bytes);

  cog_metafile_arc (self->device, kind, &box, rays.left, rays.top, rays.right, rays.bottom);
}

static void
read_angle_arc (CogEmf *self, CogMetafileBytes *bytes)
{
  double x = cog_metafile_i32 (bytes), y = cog_metafile_i32 (bytes);
  double radius = cog_metafile_u32 (bytes);
  double start = cog_metafile_f32 (bytes), sweep = cog_metafile_f32 (bytes);

  cog_metafile_angle_arc (self->device, x, y, radius, start, sweep);
}

static void
read_pixel (CogEmf *self, CogMetafileBytes *bytes)
{
  CogMetafileDevice *device = self->device;
  CogMetafileRect box = { 0, 0, 1, 1 };
  CogMetafileBrush brush = device->state.brush;

  box.x = cog_metafile_i32 (bytes);
  box.y = cog_metafile_i32 (bytes);
  device->state.brush = (CogMetafileBrush){ 0 };
  device->state.brush.colour = cog_metafile_read_colour (bytes);
  cog_metafile_fill_box (device, &box, COG_METAFILE_PATCOPY);
  device->state.brush = brush;
}

void
cog_emf_shape (CogEmf *self, CogMetafileBytes *bytes, guint type)
{
  CogMetafileBox box;
  double x, y;

  switch (type)
    {
    case 15:
      read_pixel (self, bytes);
      break;
    case 27:
    case 54:
      x = cog_metafile_i32 (bytes);
      y = cog_metafile_i32 (bytes);
      if (type == 27)
        cog_metafile_pen_move (self->device, x, y);
      else
        cog_metafile_pen_line (self->device, x, y);
      break;
    case 41:
      read_angle_arc (self, bytes);
      break;
    case 42:
    case 43:
      box = read_box (bytes);
      if (type == 42)
        cog_metafile_ellipse (self->device, &box);
      else
        cog_metafile_rectangle (self->device, &box);
      break;
    case 44:
      box = read_box (bytes);
      x = cog_metafile_i32 (bytes);
      y = cog_metafile_i32 (bytes);
      cog_metafile_round_rectangle (self->device, &box, x, y);
      break;
    case 45:
      read_arc (self, bytes, COG_METAFILE_ARC);
      break;
    case 46:
      read_arc (self, bytes, COG_METAFILE_CHORD);
      break;
    case 47:
      read_arc (self, bytes, COG_METAFILE_PIE);
      break;
    default:
      read_arc (self, bytes, COG_METAFILE_ARC_TO);
      break;
    }
}

void
cog_emf_path (CogEmf *self, CogMetafileBytes *bytes, guint type)
{
  switch (type)
    {
    case 59:
      cog_metafile_begin_path (self->device);
      break;
    case 60:
      cog_metafile_end_path (self->device);
      break;
    case 61:
      cog_metafile_close (self->device);
      self->device->needs_move = TRUE;
      break;
    case 62:
      cog_metafile_paint_path (self->device, TRUE, FALSE);
      break;
    case 63:
      cog_metafile_paint_path (self->device, TRUE, TRUE);
      break;
    case 64:
      cog_metafile_paint_path (self->device, FALSE, TRUE);
      break;
    case 68:
      cog_metafile_abort_path (self->device);
      break;
    default: /* flattened, widened: the path that is drawn is the same, or nearly */
      break;
    }
}

/* RegionData, 2.2.24: a head of 32 bytes, and boxes in logical units. */
static void
fill_region (CogEmf *self, CogMetafileBytes *bytes, guint type)
{
  CogMetafileDevice *device = self->device;
  CogMetafileState before;
  guint32 brush = 0, n;

  cog_metafile_skip (bytes, 20);
  if (type == 71)
    brush = cog_metafile_u32 (bytes);
  cog_metafile_skip (bytes, 8);
  n = cog_metafile_u32 (bytes);
  cog_metafile_skip (bytes, 20);
  before = device->state;
  if (type == 71)
    cog_metafile_device_select (device, brush);
  for (guint32 i = 0; i < n && cog_metafile_left (bytes) >= 16; i++)
    {
      CogMetafileBox box = read_box (bytes);
      CogMetafileRect rect = { box.left, box.top, box.right - box.left, box.bottom - box.top };

      cog_metafile_fill_box (device, &rect, COG_METAFILE_PATCOPY);
    }
  device->state = before;
}

static void
select_region (CogEmf *self, CogMetafileBytes *bytes)
{
  guint32 length = cog_metafile_u32 (bytes);
  guint32 mode = cog_metafile_u32 (bytes);
  guint32 n;

  if (length == 0)
    {
      cog_metafile_clip_reset (self->device);
      return;
    }
  cog_metafile_skip (bytes, 8);
  n = cog_metafile_u32 (bytes);
  cog_metafile_skip (bytes, 20);
  if (!bytes->is_short && mode >= COG_METAFILE_AND && mode <= COG_METAFILE_COPY)
    cog_metafile_clip_region (self->device, bytes, n, (CogMetafileClipMode)mode);
}

void
cog_emf_clip (CogEmf *self, CogMetafileBytes *bytes, guint type)
{
  CogMetafileBox box;
  guint32 mode;

  if (type == 71 || type == 74)
    fill_region (self, bytes, type);
  else if (type == 75)
    select_region (self, bytes);
  else if (type == 67)
    {
      mode = cog_metafile_u32 (bytes);
      if (mode >= COG_METAFILE_AND && mode <= COG_METAFILE_COPY)
        cog_metafile_clip_path (self->device, (CogMetafileClipMode)mode);
    }
  else
    {
      box = read_box (bytes);
      if (type == 29)
        cog_metafile_clip_without_box (self->device, &box);
      else
        cog_metafile_clip_box (self->device, &box);
    }
}
