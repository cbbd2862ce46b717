/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-wmf-private.h"

#include "cog-emf-private.h"
#include "cog-metafile-clip.h"
#include "cog-metafile-image.h"

/* Everything stands backwards in a WMF: the last argument first. */
static CogMetafileBox
read_box (CogMetafileBytes *bytes)
{
  CogMetafileBox box;

  box.bottom = cog_metafile_i16 (bytes);
  box.right = cog_metafile_i16 (bytes);
  box.top = cog_metafile_i16 (bytes);
  box.left = cog_metafile_i16 (bytes);
  return box;
}

static void
read_arc (CogMetafileDevice *device, CogMetafileBytes *bytes, CogMetafileArc kind)
{
  double end_y = cog_metafile_i16 (bytes), end_x = cog_metafile_i16 (bytes);
  double start_y = cog_metafile_i16 (bytes), start_x = cog_metafile_i16 (bytes);
  CogMetafileBox box = read_box (bytes);

  cog_metafile_arc (device, kind, &box, start_x, start_y, end_x, end_y);
}

static void
fill (CogMetafileDevice *device, CogMetafileBytes *bytes)
{
  guint32 rop = cog_metafile_u32 (bytes);
  CogMetafileRect rect;

  rect.height = cog_metafile_i16 (bytes);
  rect.width = cog_metafile_i16 (bytes);
  rect.y = cog_metafile_i16 (bytes);
  rect.x = cog_metafile_i16 (bytes);
  cog_metafile_fill_box (device, &rect, rop);
}

static void
set_pixel (CogMetafileDevice *device, CogMetafileBytes *bytes)
{
  CogMetafileBrush before = device->state.brush;
  CogMetafileRect rect = { 0, 0, 1, 1 };

  device->state.brush = (CogMetafileBrush){ 0 };
  device->state.brush.colour = cog_metafile_read_colour (bytes);
  rect.y = cog_metafile_i16 (bytes);
  rect.x = cog_metafile_i16 (bytes);
  cog_metafile_fill_box (device, &rect, COG_METAFILE_PATCOPY);
  device->state.brush = before;
}

static void
round_rectangle (CogMetafileDevice *device, CogMetafileBytes *bytes)
{
  double height = cog_metafile_i16 (bytes), width = cog_metafile_i16 (bytes);
  CogMetafileBox box = read_box (bytes);

  cog_metafile_round_rectangle (device, &box, width, height);
}

static void
move_pen (CogMetafileDevice *device, CogMetafileBytes *bytes, gboolean draws)
{
  double y = cog_metafile_i16 (bytes), x = cog_metafile_i16 (bytes);

  if (draws)
    cog_metafile_pen_line (device, x, y);
  else
    cog_metafile_pen_move (device, x, y);
}

static void
draw_box (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function)
{
  CogMetafileBox box = read_box (bytes);

  if (function == 0x0415)
    cog_metafile_clip_without_box (device, &box);
  else if (function == 0x0416)
    cog_metafile_clip_box (device, &box);
  else if (function == 0x0418)
    cog_metafile_ellipse (device, &box);
  else
    cog_metafile_rectangle (device, &box);
}

void
cog_wmf_shape (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function)
{
  switch (function)
    {
    case 0x0213:
    case 0x0214:
      move_pen (device, bytes, function == 0x0213);
      break;
    case 0x041F:
      set_pixel (device, bytes);
      break;
    case 0x061C:
      round_rectangle (device, bytes);
      break;
    case 0x061D:
      fill (device, bytes);
      break;
    case 0x0817:
      read_arc (device, bytes, COG_METAFILE_ARC);
      break;
    case 0x081A:
      read_arc (device, bytes, COG_METAFILE_PIE);
      break;
    case 0x0830:
      read_arc (device, bytes, COG_METAFILE_CHORD);
      break;
    default:
      draw_box (device, bytes, function);
      break;
    }
}

static void
add_points (CogMetafileDevice *device, CogMetafileBytes *bytes, guint n)
{
  for (guint i = 0; i < n && !bytes->is_short; i++)
    {
      double x = cog_metafile_i16 (bytes), y = cog_metafile_i16 (bytes);

      if (i == 0)
        cog_metafile_move (device, x, y);
      else
        cog_metafile_line (device, x, y);
    }
}

void
cog_wmf_polygon (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function)
{
  guint n_polygons = function == 0x0538 ? cog_metafile_u16 (bytes) : 1;
  CogMetafileBytes counts = *bytes;
  gboolean is_closed = function != 0x0325;

  cog_metafile_skip (bytes, (gsize)n_polygons * 2);
  cog_metafile_begin (device);
  for (guint i = 0; i < n_polygons && !bytes->is_short; i++)
    {
      add_points (device, bytes, cog_metafile_u16 (&counts));
      if (is_closed)
        cog_metafile_close (device);
    }
  cog_metafile_end (device, is_closed, TRUE);
}

/* Bitmaps, 2.3.1: without bits where the record is just as long as its arguments. */
void
cog_wmf_bitmap (CogMetafileDevice *device, CogMetafileBytes *bytes, guint function)
{
  CogMetafilePlacing placing = { 0 };
  CogMetafileBitmap bitmap;
  double numbers[10] = { 0 };
  gboolean is_dib = function == 0x0F43 || function == 0x0D33;
  gboolean is_plain = bytes->size == (function == 0x0940 ? 18 : 22) && !is_dib;
  guint n = function == 0x0940 ? 6 : 8;

  placing.opacity = 1;
  placing.rop = function == 0x0D33 ? COG_METAFILE_SRCCOPY : cog_metafile_u32 (bytes);
  cog_metafile_skip (bytes, is_dib ? 2 : 0);
  /* ScanCount and StartScan before, and no second size. */
  cog_metafile_skip (bytes, function == 0x0D33 ? 4 : 0);
  n = function == 0x0D33 ? 6 : n;
  for (guint i = 0; i < n; i++)
    {
      /* Where no bitmap follows, two bytes stand before where it goes. */
      cog_metafile_skip (bytes, is_plain && i == n - 4 ? 2 : 0);
      numbers[i] = cog_metafile_i16 (bytes);
    }
  if (n == 6)
    {
      /* ySrc, xSrc, height, width, yDest, xDest. */
      placing.part = (CogMetafileRect){ numbers[1], numbers[0], numbers[3], numbers[2] };
      placing.to = (CogMetafileRect){ numbers[5], numbers[4], numbers[3], numbers[2] };
    }
  else
    {
      placing.part = (CogMetafileRect){ numbers[3], numbers[2], numbers[1], numbers[0] };
      placing.to = (CogMetafileRect){ numbers[7], numbers[6], numbers[5], numbers[4] };
    }
  if (bytes->is_short)
    return;
  if (is_plain)
    cog_metafile_fill_box (device, &placing.to, placing.rop);
  else if (cog_metafile_bitmap_read (&bitmap, bytes->data + bytes->at, cog_metafile_left (bytes),
                                     NULL, 0))
    {
      if (is_dib && !bitmap.is_top_down)
        placing.part.y = bitmap.height - placing.part.y - placing.part.height;
      cog_metafile_draw_bitmap (device, &bitmap, &placing);
    }
}
