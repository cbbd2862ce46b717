/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-metafile-figure.h"

#include <math.h>

/* How far the handles of a quarter circle stand out. */
#define HANDLE 0.5522847498

void
cog_metafile_rectangle (CogMetafileDevice *self, const CogMetafileBox *box)
{
  g_return_if_fail (self != NULL && box != NULL);

  cog_metafile_begin (self);
  cog_metafile_move (self, box->left, box->top);
  cog_metafile_line (self, box->right, box->top);
  cog_metafile_line (self, box->right, box->bottom);
  cog_metafile_line (self, box->left, box->bottom);
  cog_metafile_close (self);
  cog_metafile_end (self, TRUE, TRUE);
}

void
cog_metafile_round_rectangle (CogMetafileDevice *self,
                              const CogMetafileBox *box,
                              double width,
                              double height)
{
  double l = MIN (box->left, box->right), r = MAX (box->left, box->right);
  double t = MIN (box->top, box->bottom), b = MAX (box->top, box->bottom);
  double x = MIN (fabs (width), r - l) / 2, y = MIN (fabs (height), b - t) / 2;
  double hx = x * (1 - HANDLE), hy = y * (1 - HANDLE);

  cog_metafile_begin (self);
  cog_metafile_move (self, l + x, t);
  cog_metafile_line (self, r - x, t);
  cog_metafile_curve (self, r - hx, t, r, t + hy, r, t + y);
  cog_metafile_line (self, r, b - y);
  cog_metafile_curve (self, r, b - hy, r - hx, b, r - x, b);
  cog_metafile_line (self, l + x, b);
  cog_metafile_curve (self, l + hx, b, l, b - hy, l, b - y);
  cog_metafile_line (self, l, t + y);
  cog_metafile_curve (self, l, t + hy, l + hx, t, l + x, t);
  cog_metafile_close (self);
  cog_metafile_end (self, TRUE, TRUE);
}

/* Pieces of at most a quarter, as curves; angles in radians, the pen stands at the start. */
static void
add_arc (CogMetafileDevice *self, const CogMetafileBox *box, double start, double sweep)
{
  double x = (box->left + box->right) / 2, y = (box->top + box->bottom) / 2;
  double rx = fabs (box->right - box->left) / 2, ry = fabs (box->bottom - box->top) / 2;
  guint n = (guint)CLAMP (ceil (fabs (sweep) / G_PI_2 - 1e-6), 1, 4);
  double step = sweep / n;
  double handle = 4.0 / 3 * tan (step / 4);

  for (guint i = 0; i < n; i++)
    {
      double a = start + i * step, b = a + step;

      cog_metafile_curve (
          self, x + rx * (cos (a) - handle * sin (a)), y + ry * (sin (a) + handle * cos (a)),
          x + rx * (cos (b) + handle * sin (b)), y + ry * (sin (b) - handle * cos (b)),
          x + rx * cos (b), y + ry * sin (b));
    }
}

void
cog_metafile_ellipse (CogMetafileDevice *self, const CogMetafileBox *box)
{
  g_return_if_fail (self != NULL && box != NULL);

  cog_metafile_begin (self);
  cog_metafile_move (self, MAX (box->left, box->right), (box->top + box->bottom) / 2);
  add_arc (self, box, 0, 2 * G_PI);
  cog_metafile_close (self);
  cog_metafile_end (self, TRUE, TRUE);
}

/* The angle on the circle that the ellipse is when it is squeezed. */
static double
get_angle (const CogMetafileBox *box, double x, double y)
{
  double rx = fabs (box->right - box->left) / 2, ry = fabs (box->bottom - box->top) / 2;

  return atan2 ((y - (box->top + box->bottom) / 2) * rx, (x - (box->left + box->right) / 2) * ry);
}

/* Arcs run as the eye sees it: a page whose y grows upwards turns them round. */
static gboolean
is_mirrored (const CogMetafileDevice *self)
{
  cairo_matrix_t page;

  cog_metafile_device_get_page (self, &page);
  return page.xx * page.yy < 0;
}

void
cog_metafile_arc (CogMetafileDevice *self,
                  CogMetafileArc kind,
                  const CogMetafileBox *box,
                  double start_x,
                  double start_y,
                  double end_x,
                  double end_y)
{
  double start = get_angle (box, start_x, start_y);
  double sweep = get_angle (box, end_x, end_y) - start;
  gboolean grows = self->state.is_clockwise != is_mirrored (self);
  double x = (box->left + box->right) / 2, y = (box->top + box->bottom) / 2;
  double rx = fabs (box->right - box->left) / 2, ry = fabs (box->bottom - box->top) / 2;
  double from_x = x + rx * cos (start), from_y = y + ry * sin (start);

  if (grows && sweep <= 1e-9)
    sweep += 2 * G_PI;
  else if (!grows && sweep >= -1e-9)
    sweep -= 2 * G_PI;
  if (kind == COG_METAFILE_ARC_TO)
    {
      cog_metafile_pen_line (self, from_x, from_y);
      add_arc (self, box, start, sweep);
      self->state.x = x + rx * cos (start + sweep);
      self->state.y = y + ry * sin (start + sweep);
      return;
    }
  cog_metafile_begin (self);
  if (kind == COG_METAFILE_PIE)
    {
      cog_metafile_move (self, x, y);
      cog_metafile_line (self, from_x, from_y);
    }
  else
    cog_metafile_move (self, from_x, from_y);
  add_arc (self, box, start, sweep);
  if (kind != COG_METAFILE_ARC)
    cog_metafile_close (self);
  cog_metafile_end (self, kind != COG_METAFILE_ARC, TRUE);
}

void
cog_metafile_angle_arc (
    CogMetafileDevice *self, double x, double y, double radius, double start, double sweep)
{
  CogMetafileBox box = { x - radius, y - radius, x + radius, y + radius };
  double from = -fmod (start, 360) * G_PI / 180;
  double by = -CLAMP (sweep, -360, 360) * G_PI / 180;

  if (!isfinite (from) || !isfinite (by))
    return;
  cog_metafile_pen_line (self, x + radius * cos (from), y + radius * sin (from));
  add_arc (self, &box, from, by);
  self->state.x = x + radius * cos (from + by);
  self->state.y = y + radius * sin (from + by);
}
