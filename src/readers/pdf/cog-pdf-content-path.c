/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-content-private.h"

#include <math.h>
#include <string.h>

/* ISO 32000-1, 8.5. */

#define MAX_SUBPATHS 200000
#define MAX_MARKS 100000 /* of a kind, on a page */
#define STRAIGHT .3      /* points by which a line along an edge may miss it */
#define THIN 3.0         /* points that a rule is thick at most */
#define NEAR 4.0         /* points between lines of one drawing */
#define MAX_JOINED 3000

static double
get (const CogPdfRun *run, guint i)
{
  return cog_pdf_lexer_get_number (run->lexer, i);
}

static void
stretch (CogPdfBounds *bounds, double x, double y)
{
  bounds->x0 = MIN (bounds->x0, x);
  bounds->y0 = MIN (bounds->y0, y);
  bounds->x1 = MAX (bounds->x1, x);
  bounds->y1 = MAX (bounds->y1, y);
}

static CogPdfSubpath *
get_last (CogPdfRun *run)
{
  return run->subpaths->len > 0
             ? &g_array_index (run->subpaths, CogPdfSubpath, run->subpaths->len - 1)
             : NULL;
}

static void
begin (CogPdfRun *run, double x, double y)
{
  CogPdfSubpath path = { .is_straight = TRUE };

  cog_pdf_matrix_apply (&run->state.ctm, x, y, &x, &y);
  path.x[0] = x;
  path.y[0] = y;
  path.n = 1;
  path.bounds = (CogPdfBounds){ x, y, x, y };
  if (run->subpaths->len < MAX_SUBPATHS)
    g_array_append_val (run->subpaths, path);
}

static void
add_line (CogPdfRun *run, double x, double y)
{
  CogPdfSubpath *path = get_last (run);
  guint last;

  if (path == NULL)
    {
      begin (run, x, y);
      return;
    }
  cog_pdf_matrix_apply (&run->state.ctm, x, y, &x, &y);
  last = MIN (path->n, G_N_ELEMENTS (path->x)) - 1;
  if (path->n <= G_N_ELEMENTS (path->x) && fabs (x - path->x[last]) > STRAIGHT &&
      fabs (y - path->y[last]) > STRAIGHT)
    path->is_straight = FALSE;
  if (path->n < G_N_ELEMENTS (path->x))
    {
      path->x[path->n] = x;
      path->y[path->n] = y;
    }
  path->n++;
  stretch (&path->bounds, x, y);
}

static void
add_curve (CogPdfRun *run, guint n_points)
{
  CogPdfSubpath *path;

  for (guint i = 0; i < n_points; i++)
    add_line (run, get (run, 2 * i), get (run, 2 * i + 1));
  path = get_last (run);
  if (path != NULL)
    path->is_straight = FALSE;
}

static void
close_path (CogPdfRun *run)
{
  CogPdfSubpath *path = get_last (run);
  guint last;

  if (path == NULL || path->is_closed)
    return;
  path->is_closed = TRUE;
  last = MIN (path->n, G_N_ELEMENTS (path->x)) - 1;
  if (fabs (path->x[last] - path->x[0]) > STRAIGHT && fabs (path->y[last] - path->y[0]) > STRAIGHT)
    path->is_straight = FALSE;
}

static void
add_rectangle (CogPdfRun *run)
{
  double x = get (run, 0), y = get (run, 1), width = get (run, 2), height = get (run, 3);

  begin (run, x, y);
  add_line (run, x + width, y);
  add_line (run, x + width, y + height);
  add_line (run, x, y + height);
  close_path (run);
}

/* As seen: inside the clip. FALSE: nothing of it. */
static gboolean
clip (const CogPdfRun *run, CogPdfBounds *bounds)
{
  const CogPdfBounds *limit = &run->state.clip;

  bounds->x0 = MAX (bounds->x0, limit->x0);
  bounds->y0 = MAX (bounds->y0, limit->y0);
  bounds->x1 = MIN (bounds->x1, limit->x1);
  bounds->y1 = MIN (bounds->y1, limit->y1);
  return bounds->x1 >= bounds->x0 && bounds->y1 >= bounds->y0;
}

static void
add_mark (
    CogPdfRun *run, GArray *array, CogPdfBounds bounds, gboolean is_filled, gboolean is_stroked)
{
  const CogPdfMarked *marked = cog_pdf_run_get_marked (run);
  CogPdfMark mark = { .mcid = marked->mcid, .is_artifact = marked->is_artifact ? 1 : 0 };

  if (!clip (run, &bounds) || array->len >= MAX_MARKS)
    return;
  mark.x = bounds.x0;
  mark.y = bounds.y0;
  mark.width = bounds.x1 - bounds.x0;
  mark.height = bounds.y1 - bounds.y0;
  mark.is_filled = is_filled ? 1 : 0;
  mark.is_stroked = is_stroked ? 1 : 0;
  mark.colour = is_filled ? run->state.fill : run->state.stroke;
  g_array_append_val (array, mark);
}

static double
get_line_width (const CogPdfRun *run)
{
  const CogPdfMatrix *m = &run->state.ctm;

  return run->state.line_width * sqrt (fabs (m->a * m->d - m->b * m->c));
}

/* A line of some thickness from one corner to the other, which lie on one line. */
static void
add_edge (CogPdfRun *run, double x0, double y0, double x1, double y1)
{
  double half = get_line_width (run) / 2;
  gboolean is_level = fabs (y1 - y0) <= fabs (x1 - x0);
  CogPdfBounds bounds = { MIN (x0, x1), MIN (y0, y1), MAX (x0, x1), MAX (y0, y1) };

  bounds.x0 -= is_level ? 0 : half;
  bounds.x1 += is_level ? 0 : half;
  bounds.y0 -= is_level ? half : 0;
  bounds.y1 += is_level ? half : 0;
  add_mark (run, half * 2 <= THIN ? run->marks->rules : run->marks->boxes, bounds, FALSE, TRUE);
}

static gboolean
is_thin (const CogPdfBounds *bounds)
{
  double width = bounds->x1 - bounds->x0, height = bounds->y1 - bounds->y0;

  return MIN (width, height) <= THIN && MAX (width, height) >= 3 * MIN (width, height);
}

/* Four corners at most, along the edges of the page: a rectangle or a line. */
static gboolean
is_simple (const CogPdfSubpath *path)
{
  return path->is_straight && path->n >= 2 && path->n <= 5 &&
         (path->n < 5 || (fabs (path->x[4] - path->x[0]) <= STRAIGHT &&
                          fabs (path->y[4] - path->y[0]) <= STRAIGHT));
}

static void
stroke_simple (CogPdfRun *run, const CogPdfSubpath *path)
{
  guint n = MIN (path->n, 5);

  for (guint i = 1; i < n; i++)
    add_edge (run, path->x[i - 1], path->y[i - 1], path->x[i], path->y[i]);
  if (path->is_closed && n > 2)
    add_edge (run, path->x[n - 1], path->y[n - 1], path->x[0], path->y[0]);
  if (n >= 4)
    add_mark (run, run->marks->boxes, path->bounds, FALSE, TRUE);
}

static void
paint_subpath (CogPdfRun *run, const CogPdfSubpath *path, gboolean is_filled, gboolean is_stroked)
{
  if (path->n < 2)
    return;
  if (!is_simple (path))
    {
      /* White on white is no drawing: what covers something is seldom told from it. */
      if (is_stroked || run->state.fill != 0xffffff)
        add_mark (run, run->marks->drawings, path->bounds, is_filled, is_stroked);
      return;
    }
  if (is_stroked)
    stroke_simple (run, path);
  if (is_filled && is_thin (&path->bounds))
    add_mark (run, run->marks->rules, path->bounds, TRUE, FALSE);
  else if (is_filled)
    add_mark (run, run->marks->boxes, path->bounds, TRUE, FALSE);
}

static void
end_path (CogPdfRun *run)
{
  CogPdfBounds all = { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; run->is_clip && i < run->subpaths->len; i++)
    {
      const CogPdfBounds *bounds = &g_array_index (run->subpaths, CogPdfSubpath, i).bounds;

      stretch (&all, bounds->x0, bounds->y0);
      stretch (&all, bounds->x1, bounds->y1);
    }
  if (run->is_clip)
    {
      if (run->subpaths->len == 0 || !clip (run, &all))
        all = (CogPdfBounds){ 0, 0, -1, -1 };
      run->state.clip = all;
    }
  run->is_clip = FALSE;
  g_array_set_size (run->subpaths, 0);
}

static void
paint (CogPdfRun *run, gboolean is_filled, gboolean is_stroked)
{
  for (guint i = 0; i < run->subpaths->len; i++)
    paint_subpath (run, &g_array_index (run->subpaths, CogPdfSubpath, i), is_filled, is_stroked);
  end_path (run);
}

static gboolean
do_painting (CogPdfRun *run, const char *op)
{
  if (op[0] == 'b' || op[0] == 's')
    close_path (run);
  if (strcmp (op, "f") == 0 || strcmp (op, "F") == 0 || strcmp (op, "f*") == 0)
    paint (run, TRUE, FALSE);
  else if (strcmp (op, "S") == 0 || strcmp (op, "s") == 0)
    paint (run, FALSE, TRUE);
  else
    paint (run, TRUE, TRUE);
  return TRUE;
}

gboolean
cog_pdf_run_do_path (CogPdfRun *run, const char *op)
{
  static const char *const painting[] = { "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", NULL };

  if (strcmp (op, "m") == 0)
    begin (run, get (run, 0), get (run, 1));
  else if (strcmp (op, "l") == 0)
    add_line (run, get (run, 0), get (run, 1));
  else if (strcmp (op, "c") == 0)
    add_curve (run, 3);
  else if (strcmp (op, "v") == 0 || strcmp (op, "y") == 0)
    add_curve (run, 2);
  else if (strcmp (op, "h") == 0)
    close_path (run);
  else if (strcmp (op, "re") == 0)
    add_rectangle (run);
  else if (strcmp (op, "n") == 0)
    end_path (run);
  else if (strcmp (op, "W") == 0 || strcmp (op, "W*") == 0)
    run->is_clip = TRUE;
  else if (strcmp (op, "sh") == 0)
    add_mark (run, run->marks->drawings, run->state.clip, TRUE, FALSE);
  else
    return g_strv_contains (painting, op) && do_painting (run, op);
  return TRUE;
}

static gboolean
touches (const CogPdfMark *a, const CogPdfMark *b)
{
  return a->x <= b->x + b->width + NEAR && b->x <= a->x + a->width + NEAR &&
         a->y <= b->y + b->height + NEAR && b->y <= a->y + a->height + NEAR &&
         a->is_artifact == b->is_artifact;
}

static void
join (CogPdfMark *into, const CogPdfMark *other)
{
  double right = MAX (into->x + into->width, other->x + other->width);
  double bottom = MAX (into->y + into->height, other->y + other->height);

  into->x = MIN (into->x, other->x);
  into->y = MIN (into->y, other->y);
  into->width = right - into->x;
  into->height = bottom - into->y;
  if (into->mcid < 0)
    into->mcid = other->mcid;
}

/* What is drawn in a row mostly touches: so the list gets short before all are compared. */
static void
join_neighbours (GArray *drawings)
{
  guint n = 0;

  for (guint i = 0; i < drawings->len; i++)
    {
      CogPdfMark *mark = &g_array_index (drawings, CogPdfMark, i);
      gboolean is_joined = FALSE;

      for (guint k = n; k > 0 && k + 16 > n && !is_joined; k--)
        if (touches (&g_array_index (drawings, CogPdfMark, k - 1), mark))
          {
            join (&g_array_index (drawings, CogPdfMark, k - 1), mark);
            is_joined = TRUE;
          }
      if (!is_joined)
        g_array_index (drawings, CogPdfMark, n++) = *mark;
    }
  g_array_set_size (drawings, n);
}

void
cog_pdf_drawings_join (GArray *drawings)
{
  gboolean is_changed = TRUE;

  join_neighbours (drawings);
  if (drawings->len > MAX_JOINED)
    return;
  while (is_changed)
    {
      is_changed = FALSE;
      for (guint i = 0; i < drawings->len; i++)
        for (guint k = drawings->len; k > i + 1; k--)
          if (touches (&g_array_index (drawings, CogPdfMark, i),
                       &g_array_index (drawings, CogPdfMark, k - 1)))
            {
              join (&g_array_index (drawings, CogPdfMark, i),
                    &g_array_index (drawings, CogPdfMark, k - 1));
              g_array_remove_index (drawings, k - 1);
              is_changed = TRUE;
            }
    }
}
