/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-aligner-private.h"

/* Anchors that more pieces have lead to too many. */
#define MOST_HOLDERS 12
/* The best must be that much better than the second. */
#define LEAD 1.25

/* For each anchor that is seldom, the pieces of the target that have it. */
static GPtrArray *
list_holders (const CogAligner *self)
{
  GPtrArray *holders = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  const CogAlignSide *side = &self->sides[1];

  for (guint i = 0; i < self->anchors->len; i++)
    g_ptr_array_add (holders, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 k = 0; k < side->items->len; k++)
    {
      const GArray *known = g_ptr_array_index (side->known, k);

      for (guint j = 0; j < known->len; j++)
        {
          guint32 at = g_array_index (known, guint32, j);

          if (g_array_index (self->anchors, CogAlignAnchor, at).n[1] <= MOST_HOLDERS)
            g_array_append_val ((GArray *)g_ptr_array_index (holders, at), k);
        }
    }
  return holders;
}

/* The best partner of a piece of the source among those that share something rare with it. */
static gboolean
find_best (CogAligner *self, GPtrArray *holders, guint *marks, guint i, CogAlignBead *bead)
{
  const GArray *known = g_ptr_array_index (self->sides[0].known, i);
  double second = 0;

  *bead = (CogAlignBead){ .source = i, .n_source = 1, .n_target = 1 };
  for (guint j = 0; j < known->len; j++)
    {
      const GArray *list = g_ptr_array_index (holders, g_array_index (known, guint32, j));

      for (guint h = 0; h < list->len; h++)
        {
          guint32 k = g_array_index (list, guint32, h);
          double likeness;

          if (marks[k] == i + 1)
            continue;
          marks[k] = i + 1;
          likeness = cog_aligner_compare (self, i, k);
          if (likeness > bead->confidence)
            {
              second = bead->confidence;
              bead->confidence = likeness;
              bead->target = k;
            }
          else
            second = MAX (second, likeness);
        }
    }
  return bead->confidence > second * LEAD;
}

GArray *
cog_aligner_list_alike (CogAligner *self, double threshold)
{
  GArray *alike = g_array_new (FALSE, FALSE, sizeof (CogAlignBead));
  g_autoptr (GPtrArray) holders = NULL;
  g_autofree guint *marks = NULL;
  g_autofree double *taken = NULL;
  guint n_kept = 0;

  g_return_val_if_fail (self != NULL, alike);

  holders = list_holders (self);
  marks = g_new0 (guint, self->sides[1].items->len + 1);
  taken = g_new0 (double, self->sides[1].items->len + 1);
  for (guint i = 0; i < self->sides[0].items->len; i++)
    {
      CogAlignBead bead;

      if (!find_best (self, holders, marks, i, &bead) || bead.confidence < threshold)
        continue;
      g_array_append_val (alike, bead);
      taken[bead.target] = MAX (taken[bead.target], bead.confidence);
    }
  /* Of several that have the same best partner, the one that is most like it. */
  for (guint b = 0; b < alike->len; b++)
    {
      CogAlignBead bead = g_array_index (alike, CogAlignBead, b);

      if (bead.confidence < taken[bead.target])
        continue;
      taken[bead.target] = 2;
      g_array_index (alike, CogAlignBead, n_kept++) = bead;
    }
  g_array_set_size (alike, n_kept);
  return alike;
}
