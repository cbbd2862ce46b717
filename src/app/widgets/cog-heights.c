/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-heights.h"

#include <string.h>

struct _CogHeights
{
  GArray *heights; /* int */
  gint64 *sums;    /* from 1: the tree */
  guint n;
};

CogHeights *
cog_heights_new (void)
{
  CogHeights *self = g_new0 (CogHeights, 1);

  self->heights = g_array_new (FALSE, TRUE, sizeof (int));
  self->sums = g_new0 (gint64, 1);
  return self;
}

void
cog_heights_free (CogHeights *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->heights);
  g_free (self->sums);
  g_free (self);
}

static void
rebuild (CogHeights *self)
{
  self->n = self->heights->len;
  g_free (self->sums);
  self->sums = g_new0 (gint64, (gsize)self->n + 1);
  for (guint i = 1; i <= self->n; i++)
    {
      guint parent = i + (i & -i);

      self->sums[i] += g_array_index (self->heights, int, i - 1);
      if (parent <= self->n)
        self->sums[parent] += self->sums[i];
    }
}

void
cog_heights_reset (CogHeights *self, guint n)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->heights, 0);
  g_array_set_size (self->heights, n);
  rebuild (self);
}

void
cog_heights_splice (CogHeights *self, guint position, guint removed, guint added)
{
  g_return_if_fail (self != NULL && position + removed <= self->n);

  if (removed > 0)
    g_array_remove_range (self->heights, position, removed);
  if (added > 0)
    {
      g_autofree int *zeros = g_new0 (int, added);

      g_array_insert_vals (self->heights, position, zeros, added);
    }
  rebuild (self);
}

guint
cog_heights_get_n (const CogHeights *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n;
}

int
cog_heights_get (const CogHeights *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->n, 0);
  return g_array_index (self->heights, int, position);
}

void
cog_heights_set (CogHeights *self, guint position, int height)
{
  int difference;

  g_return_if_fail (self != NULL && position < self->n);

  difference = height - g_array_index (self->heights, int, position);
  if (difference == 0)
    return;
  g_array_index (self->heights, int, position) = height;
  for (guint i = position + 1; i <= self->n; i += i & -i)
    self->sums[i] += difference;
}

gint64
cog_heights_get_offset (const CogHeights *self, guint position)
{
  gint64 sum = 0;

  g_return_val_if_fail (self != NULL && position <= self->n, 0);

  for (guint i = position; i > 0; i -= i & -i)
    sum += self->sums[i];
  return sum;
}

guint
cog_heights_find (const CogHeights *self, gint64 offset)
{
  guint position = 0;
  guint step = 1;

  g_return_val_if_fail (self != NULL, 0);

  while (step <= self->n / 2)
    step *= 2;
  for (; step > 0; step /= 2)
    if (position + step <= self->n && self->sums[position + step] <= offset)
      {
        position += step;
        offset -= self->sums[position];
      }
  return self->n > 0 ? MIN (position, self->n - 1) : 0;
}
