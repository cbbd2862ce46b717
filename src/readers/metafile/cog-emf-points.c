/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-emf-private.h"

#include "cog-metafile-figure.h"

/* Those of 16 bits have the same meaning 83 numbers later. */
#define SHORTER 83

typedef struct
{
  double x, y;
} Point;

static Point
read_point (CogMetafileBytes *bytes, gboolean is_short)
{
  Point point;

  point.x = is_short ? cog_metafile_i16 (bytes) : cog_metafile_i32 (bytes);
  point.y = is_short ? cog_metafile_i16 (bytes) : cog_metafile_i32 (bytes);
  return point;
}

/* As many as there are; a count that lies is a damaged record. */
static gboolean
has_points (CogMetafileBytes *bytes, guint32 n, gboolean is_short)
{
  bytes->is_short = bytes->is_short || n > cog_metafile_left (bytes) / (is_short ? 4 : 8) ||
                    n > COG_METAFILE_MAX_POINTS;
  return !bytes->is_short;
}

static void
add_lines (CogMetafileDevice *device, CogMetafileBytes *bytes, guint32 n, gboolean is_short)
{
  for (guint32 i = 0; i < n; i++)
    {
      Point p = read_point (bytes, is_short);

      if (i == 0)
        cog_metafile_move (device, p.x, p.y);
      else
        cog_metafile_line (device, p.x, p.y);
    }
}

static void
add_curves (CogMetafileDevice *device, CogMetafileBytes *bytes, guint32 n, gboolean is_short)
{
  Point p = read_point (bytes, is_short);

  cog_metafile_move (device, p.x, p.y);
  for (guint32 i = 1; i + 2 < n; i += 3)
    {
      Point a = read_point (bytes, is_short);
      Point b = read_point (bytes, is_short);
      Point c = read_point (bytes, is_short);

      cog_metafile_curve (device, a.x, a.y, b.x, b.y, c.x, c.y);
    }
}

static void
continue_curves (CogMetafileDevice *device, CogMetafileBytes *bytes, guint32 n, gboolean is_short)
{
  for (guint32 i = 0; i + 2 < n; i += 3)
    {
      Point a = read_point (bytes, is_short);
      Point b = read_point (bytes, is_short);
      Point c = read_point (bytes, is_short);

      cog_metafile_pen_curve (device, a.x, a.y, b.x, b.y, c.x, c.y);
    }
}

static void
continue_lines (CogMetafileDevice *device, CogMetafileBytes *bytes, guint32 n, gboolean is_short)
{
  for (guint32 i = 0; i < n; i++)
    {
      Point p = read_point (bytes, is_short);

      cog_metafile_pen_line (device, p.x, p.y);
    }
}

/* PolyDraw: what each point is, stands behind them: PT_MOVETO 6, PT_LINETO 2, PT_BEZIERTO 4. */
static void
draw_mixed (CogMetafileDevice *device, CogMetafileBytes *bytes, guint32 n, gboolean is_short)
{
  CogMetafileBytes kinds = *bytes;
  Point held[3];
  guint n_held = 0;

  cog_metafile_skip (&kinds, (gsize)n * (is_short ? 4 : 8));
  for (guint32 i = 0; i < n; i++)
    {
      const guint8 *kind = cog_metafile_take (&kinds, 1);

      held[n_held++] = read_point (bytes, is_short);
      if (kind == NULL)
        return;
      if ((*kind & 6) == 6)
        cog_metafile_pen_move (device, held[0].x, held[0].y);
      else if ((*kind & 6) == 2)
        cog_metafile_pen_line (device, held[0].x, held[0].y);
      else if (n_held < 3)
        continue;
      else
        cog_metafile_pen_curve (device, held[0].x, held[0].y, held[1].x, held[1].y, held[2].x,
                                held[2].y);
      n_held = 0;
      if (*kind & 1)
        cog_metafile_close (device);
    }
}

void
cog_emf_points (CogEmf *self, CogMetafileBytes *bytes, guint type)
{
  gboolean is_short = type >= 85;
  guint32 n;

  cog_metafile_skip (bytes, 16);
  n = cog_metafile_u32 (bytes);
  if (!has_points (bytes, n, is_short) || n == 0)
    return;
  type = type == 56 || type == 92 ? 56 : is_short ? type - SHORTER : type;
  if (type == 5)
    continue_curves (self->device, bytes, n, is_short);
  else if (type == 6)
    continue_lines (self->device, bytes, n, is_short);
  else if (type == 56)
    draw_mixed (self->device, bytes, n, is_short);
  else
    {
      cog_metafile_begin (self->device);
      if (type == 2)
        add_curves (self->device, bytes, n, is_short);
      else
        add_lines (self->device, bytes, n, is_short);
      if (type == 3)
        cog_metafile_close (self->device);
      cog_metafile_end (self->device, type == 3, TRUE);
    }
}

void
cog_emf_polygons (CogEmf *self, CogMetafileBytes *bytes, guint type)
{
  gboolean is_short = type >= 90;
  gboolean is_closed = type == 8 || type == 91;
  guint32 n, n_all;
  CogMetafileBytes counts;

  cog_metafile_skip (bytes, 16);
  n = cog_metafile_u32 (bytes);
  n_all = cog_metafile_u32 (bytes);
  counts = *bytes;
  cog_metafile_skip (bytes, (gsize)n * 4);
  if (!has_points (bytes, n_all, is_short))
    return;
  cog_metafile_begin (self->device);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 n_here = cog_metafile_u32 (&counts);

      if (!has_points (bytes, n_here, is_short))
        break;
      add_lines (self->device, bytes, n_here, is_short);
      if (is_closed)
        cog_metafile_close (self->device);
    }
  cog_metafile_end (self->device, is_closed, TRUE);
}
