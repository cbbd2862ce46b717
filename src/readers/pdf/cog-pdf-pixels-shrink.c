/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-pdf-pixels.h"

#include <math.h>
#include <string.h>

#define WHOLE 256u /* what the shares of a pixel add up to: two channels' sums fit in 32 bits */

/* What one pixel of the smaller picture is made of, along one side. */
typedef struct
{
  guint first, n;
  guint16 *shares; /* in WHOLE, of each */
} Span;

/* The spans of one side. They lie in one block, with their shares behind them. */
static Span *
new_spans (guint from, guint to, double scale)
{
  guint longest = (guint)ceil (1 / scale) + 2;
  Span *spans = g_malloc0 (to * (sizeof (Span) + longest * sizeof (guint16)));
  guint16 *shares = (guint16 *)(void *)(spans + to);

  for (guint i = 0; i < to; i++, shares += longest)
    {
      double start = MIN (i / scale, from - 1.0), end = MIN ((i + 1) / scale, from);
      guint done = 0;

      spans[i].first = (guint)start;
      spans[i].shares = shares;
      for (guint k = spans[i].first; k < from && k < end && spans[i].n < longest; k++)
        {
          guint up_to = (guint)lround ((MIN (k + 1.0, end) - start) / (end - start) * WHOLE);

          shares[spans[i].n++] = (guint16)(up_to - done);
          done = up_to;
        }
    }
  return spans;
}

/* Red and blue are summed in one number, green in another. */
static void
add (guint32 *sums, guint32 pixel, guint32 share)
{
  sums[0] += (pixel & 0xff00ff) * share;
  sums[1] += (pixel >> 8 & 0xff) * share;
}

static guint32
get_mean (const guint32 *sums)
{
  return (sums[0] >> 8 & 0xff00ff) | (sums[1] & 0xff00);
}

/* Two pixels at a time: the sum of a channel never reaches the next. sums: two for each pair. */
static inline void
add_pair (guint64 *sums, const guint8 *at, gsize size, guint64 share)
{
  const guint64 mask = G_GUINT64_CONSTANT (0x00ff00ff00ff00ff);
  guint64 pixels = 0;

  memcpy (&pixels, at, size);
  sums[0] += (pixels & mask) * share;
  sums[1] += (pixels >> 8 & mask) * share;
}

/* A size that is known is read at once: this is where the time goes. */
static void
add_row (guint64 *sums, const guint8 *row, guint width, guint64 share)
{
  for (guint x = 0; x + 1 < width; x += 2)
    add_pair (sums + x, row + (gsize)x * 4, 8, share);
  if (width % 2 == 1)
    add_pair (sums + width - 1, row + (gsize)(width - 1) * 4, 4, share);
}

static inline void
take_pair (guint32 *to, gsize size, const guint64 *sums)
{
  const guint64 mask = G_GUINT64_CONSTANT (0x00ff00ff00ff00ff);
  guint64 pixels = (sums[0] >> 8 & mask) | (sums[1] & ~mask);

  memcpy (to, &pixels, size);
}

static void
shrink_rows (
    const guint8 *data, gsize stride, guint width, const Span *span, guint64 *sums, guint32 *row)
{
  memset (sums, 0, ((gsize)width + 1) / 2 * 16);
  for (guint k = 0; k < span->n; k++)
    add_row (sums, data + (span->first + k) * stride, width, span->shares[k]);
  for (guint x = 0; x + 1 < width; x += 2)
    take_pair (row + x, 8, sums + x);
  if (width % 2 == 1)
    take_pair (row + width - 1, 4, sums + width - 1);
}

static void
shrink_row (const guint32 *row, const Span *spans, guint width, guint32 *to)
{
  for (guint x = 0; x < width; x++)
    {
      const guint32 *at = row + spans[x].first;
      guint32 sums[2] = { 0, 0 };

      for (guint k = 0; k < spans[x].n; k++)
        add (sums, at[k], spans[x].shares[k]);
      to[x] = get_mean (sums);
    }
}

cairo_surface_t *
cog_pdf_pixels_shrink (cairo_surface_t *surface, double scale)
{
  cairo_surface_t *smaller;
  guint width, height, from_width, from_height;
  g_autofree Span *across = NULL, *down = NULL;
  g_autofree guint64 *sums = NULL;
  g_autofree guint32 *row = NULL;
  guint8 *to;

  g_return_val_if_fail (surface != NULL && scale > 0 && scale <= 1, NULL);
  g_return_val_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24, NULL);

  cairo_surface_flush (surface);
  from_width = (guint)cairo_image_surface_get_width (surface);
  from_height = (guint)cairo_image_surface_get_height (surface);
  width = MAX (1, (guint)ceil (from_width * scale - .01));
  height = MAX (1, (guint)ceil (from_height * scale - .01));
  smaller = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width, (int)height);
  if (cairo_surface_status (smaller) != CAIRO_STATUS_SUCCESS)
    return smaller;
  across = new_spans (from_width, width, scale);
  down = new_spans (from_height, height, scale);
  sums = g_new (guint64, from_width + 1);
  row = g_new (guint32, from_width);
  to = cairo_image_surface_get_data (smaller);
  for (guint y = 0; y < height; y++)
    {
      shrink_rows (cairo_image_surface_get_data (surface),
                   (gsize)cairo_image_surface_get_stride (surface), from_width, &down[y], sums,
                   row);
      shrink_row (row, across, width,
                  (guint32 *)(void *)(to + y * (gsize)cairo_image_surface_get_stride (smaller)));
    }
  cairo_surface_mark_dirty (smaller);
  return smaller;
}
