/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-layout-space.h"

#define RIVER .45   /* of the size: wider than a space, narrower than between columns */
#define MIN_RIVER 4 /* lines */
#define TOUCHING .1 /* of the size: no space */
#define ALIKE 1.25  /* of the narrowest space in a line */

static double
get_gap (const CogLayoutLine *line, guint i)
{
  const CogPdfWord *a = line->words->pdata[i - 1], *b = line->words->pdata[i];

  return MAX (b->x - (a->x + a->width), a->x - (b->x + b->width));
}

gboolean
cog_layout_line_is_spread (const CogLayoutLine *line)
{
  double least = G_MAXDOUBLE, most = 0;

  g_return_val_if_fail (line != NULL, FALSE);

  for (guint i = 1; i < line->words->len; i++)
    {
      double gap = get_gap (line, i);

      if (gap < TOUCHING * line->size)
        continue;
      least = MIN (least, gap);
      most = MAX (most, gap);
    }
  return most < ALIKE * least;
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  double one = (*(const CogPdfWord *const *)a)->x, two = (*(const CogPdfWord *const *)b)->x;

  return one < two ? -1 : one > two;
}

/* The wide spaces in a line: not those of one that was filled, nor of a typewriter, which are all
 * alike. (transfer full) (element-type CogPdfBox) */
static GArray *
find_spaces (const CogLayoutLine *line)
{
  GArray *spaces = g_array_new (FALSE, FALSE, sizeof (CogPdfBox));
  g_autoptr (GPtrArray) words = g_ptr_array_copy (line->words, NULL, NULL);
  double least = G_MAXDOUBLE;

  g_ptr_array_sort (words, compare_x);
  for (guint i = 1; i < words->len; i++)
    {
      const CogPdfWord *a = words->pdata[i - 1], *b = words->pdata[i];
      CogPdfBox space = { a->x + a->width, 0, b->x - a->x - a->width, 0 };

      if (space.width > TOUCHING * line->size)
        least = MIN (least, space.width);
      if (space.width > RIVER * line->size)
        g_array_append_val (spaces, space);
    }
  for (guint i = spaces->len; i > 0; i--)
    if (g_array_index (spaces, CogPdfBox, i - 1).width < ALIKE * least)
      g_array_remove_index (spaces, i - 1);
  return spaces;
}

/* What two lines leave free at one place. */
static GArray *
cut_spaces (const GArray *one, const GArray *two, double least)
{
  GArray *both = g_array_new (FALSE, FALSE, sizeof (CogPdfBox));

  for (guint i = 0; i < one->len; i++)
    for (guint k = 0; k < two->len; k++)
      {
        const CogPdfBox *a = &g_array_index (one, CogPdfBox, i),
                        *b = &g_array_index (two, CogPdfBox, k);
        CogPdfBox space = { MAX (a->x, b->x), 0, 0, 0 };

        space.width = MIN (a->x + a->width, b->x + b->width) - space.x;
        if (space.width > least)
          g_array_append_val (both, space);
      }
  return both;
}

GPtrArray *
cog_layout_find_river (const GPtrArray *lines)
{
  GPtrArray *parted = g_ptr_array_new ();
  g_autoptr (GArray) river = NULL;
  guint first = 0;

  g_return_val_if_fail (lines != NULL, parted);

  for (guint i = 0; i <= lines->len; i++)
    {
      const CogLayoutLine *line = i < lines->len ? lines->pdata[i] : NULL;
      g_autoptr (GArray) spaces = line != NULL ? find_spaces (line) : NULL;
      GArray *both =
          river != NULL && spaces != NULL ? cut_spaces (river, spaces, RIVER * line->size) : NULL;

      if (both == NULL || both->len == 0)
        {
          for (guint k = first; i - first >= MIN_RIVER && k < i; k++)
            g_ptr_array_add (parted, lines->pdata[k]);
          g_clear_pointer (&both, g_array_unref);
          first = i;
          both = g_steal_pointer (&spaces);
        }
      g_clear_pointer (&river, g_array_unref);
      river = both;
    }
  return parted;
}
