/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-structure-private.h"

#include <string.h>

/* Marks the members of a longest run that grows already (patience sorting): they stay. */
static void
mark_growing (const CogPosition *list, gsize n, gboolean *stays)
{
  g_autofree gsize *last = g_new (gsize, n);     /* ends of runs of each length */
  g_autofree gssize *before = g_new (gssize, n); /* who stands before it in its run */
  gsize length = 0;

  for (gsize i = 0; i < n; i++)
    {
      gsize low = 0;
      gsize high = length;

      while (low < high)
        {
          gsize middle = (low + high) / 2;

          if (list[last[middle]].position < list[i].position)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? (gssize)last[low - 1] : -1;
      last[low] = i;
      length = MAX (length, low + 1);
    }
  for (gssize i = length > 0 ? (gssize)last[length - 1] : -1; i >= 0; i = before[i])
    stays[i] = TRUE;
}

/* Halving again and again ends where two numbers have none between them. */
static gboolean
has_room (double low, double high, gsize n)
{
  double step = (high - low) / (double)(n + 1);

  return step > 1e-9 * MAX (1, MAX (ABS (low), ABS (high)));
}

static void
renumber (CogPosition *list, gsize n, gboolean *changed)
{
  for (gsize i = 0; i < n; i++)
    {
      changed[i] = list[i].position != (double)(i + 1);
      list[i].position = (double)(i + 1);
    }
}

void
cog_order_settle (CogPosition *list, gsize n, gboolean *changed)
{
  g_autofree gboolean *stays = g_new0 (gboolean, n);

  g_return_if_fail (n == 0 || (list != NULL && changed != NULL));

  mark_growing (list, n, stays);
  memset (changed, 0, n * sizeof *changed);
  for (gsize i = 0; i < n;)
    {
      gsize end = i;
      double low;
      double high;

      while (end < n && !stays[end])
        end++;
      low = i > 0 ? list[i - 1].position : 0;
      high = end < n ? list[end].position : low + (double)(end - i + 1);
      if (i == 0 && low >= high)
        low = high - (double)(end - i + 1);
      if (end > i && !has_room (low, high, end - i))
        {
          renumber (list, n, changed);
          return;
        }
      for (gsize k = i; k < end; k++)
        {
          list[k].position = low + (high - low) * (double)(k - i + 1) / (double)(end - i + 1);
          changed[k] = TRUE;
        }
      i = end + 1;
    }
}
