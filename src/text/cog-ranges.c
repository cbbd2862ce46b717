/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-ranges.h"

#include <stdlib.h>

static int
compare_starts (const void *a, const void *b)
{
  int first = *(const int *)a, second = *(const int *)b;

  return first < second ? -1 : first > second;
}

int
cog_ranges_join (int *ranges, int n, int gap)
{
  int n_joined = 0;

  g_return_val_if_fail (ranges != NULL || n == 0, 0);

  if (n == 0)
    return 0;
  qsort (ranges, (size_t)n, 2 * sizeof *ranges, compare_starts);
  for (int i = 1; i < n; i++)
    {
      int *last = ranges + 2 * n_joined;

      if (ranges[2 * i] <= last[1] + gap)
        {
          last[1] = MAX (last[1], ranges[2 * i + 1]);
          continue;
        }
      n_joined++;
      ranges[2 * n_joined] = ranges[2 * i];
      ranges[2 * n_joined + 1] = ranges[2 * i + 1];
    }
  return n_joined + 1;
}
