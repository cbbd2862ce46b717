/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-book-alignment.h"

#include "cog-alignment-units-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sections that are that much alike are partners, wherever they stand. */
#define ALIKE_SECTIONS 0.2
/* Units without partners that are that much alike were moved. */
#define ALIKE_UNITS 0.7
/* What a moved one is believed at. */
#define MOVED 0.8

struct _CogBookAlignment
{
  CogAlignmentUnits sides[2];
  CogAligner *aligner;
  GArray *partners; /* (element-type CogAlignBead) of sections: each with those without partners
                       behind it */
  GArray *beads;
  guint n_sections;
};

static guint
find_end (const CogAlignmentUnits *side, guint section)
{
  return section < side->starts->len ? g_array_index (side->starts, guint, section)
                                     : side->units->len;
}

/* ── Sections ────────────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
list_section_items (const CogAlignmentUnits *side)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_align_item_free);

  for (guint i = 0; i < side->starts->len; i++)
    {
      CogAlignItem *item = cog_align_item_new (COG_ALIGN_PARAGRAPH);

      for (guint k = find_end (side, i); k < find_end (side, i + 1); k++)
        cog_align_item_add_item (item, g_ptr_array_index (side->items, k));
      cog_align_item_settle (item);
      g_ptr_array_add (items, item);
    }
  return items;
}

/* A book of few sections has no rare words by which they differ: then their order decides. */
static void
pair_in_order (GArray *pairs, guint n, guint m)
{
  g_array_set_size (pairs, 0);
  for (guint i = 0; n == m && i < n; i++)
    {
      CogAlignBead pair = { i, 1, i, 1, 1 };

      g_array_append_val (pairs, pair);
    }
}

/* How many sections that have no partner stand behind one that has. */
static guint
count_followers (const gboolean *has_partner, guint from, guint n)
{
  guint count = 0;

  while (from + count < n && !has_partner[from + count])
    count++;
  return count;
}

/* Sections without partners stay with the one before them: they may be a part of what its partner
 * holds; at the beginning, with each other. */
static void
add_followers (CogBookAlignment *self, GArray *pairs)
{
  guint n[2] = { self->sides[0].starts->len, self->sides[1].starts->len };
  g_autofree gboolean *sources = g_new0 (gboolean, n[0] + 1);
  g_autofree gboolean *targets = g_new0 (gboolean, n[1] + 1);
  CogAlignBead first = { 0 };

  for (guint i = 0; i < pairs->len; i++)
    {
      sources[g_array_index (pairs, CogAlignBead, i).source] = TRUE;
      targets[g_array_index (pairs, CogAlignBead, i).target] = TRUE;
    }
  first.n_source = count_followers (sources, 0, n[0]);
  first.n_target = count_followers (targets, 0, n[1]);
  for (guint i = 0; i < pairs->len; i++)
    {
      CogAlignBead *pair = &g_array_index (pairs, CogAlignBead, i);

      pair->n_source = 1 + count_followers (sources, pair->source + 1, n[0]);
      pair->n_target = 1 + count_followers (targets, pair->target + 1, n[1]);
    }
  g_array_prepend_val (pairs, first);
}

static void
pair_sections (CogBookAlignment *self)
{
  g_autoptr (GPtrArray) source = list_section_items (&self->sides[0]);
  g_autoptr (GPtrArray) target = list_section_items (&self->sides[1]);
  g_autoptr (CogAligner) aligner = cog_aligner_new (source, target);
  g_autoptr (GArray) pairs = cog_aligner_list_alike (aligner, ALIKE_SECTIONS);

  if (source->len == target->len && pairs->len * 2 < source->len)
    pair_in_order (pairs, source->len, target->len);
  self->n_sections = pairs->len;
  add_followers (self, pairs);
  g_clear_pointer (&self->partners, g_array_unref);
  self->partners = g_steal_pointer (&pairs);
}

/* ── Units ───────────────────────────────────────────────────────────────────────────────────── */

static gboolean
pair_units (CogBookAlignment *self,
            const CogProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  g_clear_pointer (&self->beads, g_array_unref);
  self->beads = g_array_new (FALSE, FALSE, sizeof (CogAlignBead));
  for (guint i = 0; i < self->partners->len; i++)
    {
      const CogAlignBead *pair = &g_array_index (self->partners, CogAlignBead, i);
      guint source = find_end (&self->sides[0], pair->source);
      guint target = find_end (&self->sides[1], pair->target);
      g_autoptr (GArray) beads = cog_aligner_pair (
          self->aligner, source, find_end (&self->sides[0], pair->source + pair->n_source) - source,
          target, find_end (&self->sides[1], pair->target + pair->n_target) - target, cancellable,
          error);

      if (beads == NULL)
        return FALSE;
      g_array_append_vals (self->beads, beads->data, beads->len);
      cog_progress_tell (progress, (double)i / self->partners->len, _ ("Pairing the passages…"));
    }
  return TRUE;
}

/* ── What was moved ──────────────────────────────────────────────────────────────────────────── */

/* Beads of units that have no partner: by unit, the bead's index + 1. */
static GHashTable *
list_alone (const CogBookAlignment *self, guint side)
{
  GHashTable *alone = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->beads->len; i++)
    {
      const CogAlignBead *bead = &g_array_index (self->beads, CogAlignBead, i);

      if (side == 0 ? bead->n_target == 0 && bead->n_source == 1
                    : bead->n_source == 0 && bead->n_target == 1)
        g_hash_table_insert (alone,
                             GUINT_TO_POINTER ((side == 0 ? bead->source : bead->target) + 1),
                             GUINT_TO_POINTER (i + 1));
    }
  return alone;
}

/* Each of the two has no partner yet: they are each other's. */
static void
join_alone (CogBookAlignment *self, GHashTable *alone[2], guint source, guint target)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (alone[0], GUINT_TO_POINTER (source + 1)));
  guint k = GPOINTER_TO_UINT (g_hash_table_lookup (alone[1], GUINT_TO_POINTER (target + 1)));
  CogAlignBead *bead;

  if (i == 0 || k == 0)
    return;
  bead = &g_array_index (self->beads, CogAlignBead, i - 1);
  bead->target = target;
  bead->n_target = 1;
  bead->confidence = MOVED;
  g_array_index (self->beads, CogAlignBead, k - 1).n_target = 0;
  g_hash_table_remove (alone[0], GUINT_TO_POINTER (source + 1));
  g_hash_table_remove (alone[1], GUINT_TO_POINTER (target + 1));
}

static gboolean
is_same_kind (const CogBookAlignment *self, guint source, guint target)
{
  const CogAlignItem *a = g_ptr_array_index (self->sides[0].items, source);
  const CogAlignItem *b = g_ptr_array_index (self->sides[1].items, target);

  return a->kind == b->kind;
}

static void
join_by_ids (CogBookAlignment *self, GHashTable *alone[2])
{
  g_autoptr (GHashTable) targets = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint k = 0; k < self->sides[1].items->len; k++)
    {
      const CogAlignItem *item = g_ptr_array_index (self->sides[1].items, k);

      if (item->id != NULL)
        g_hash_table_insert (
            targets, item->id,
            GUINT_TO_POINTER (g_hash_table_contains (targets, item->id) ? 0 : k + 1));
    }
  for (guint i = 0; i < self->sides[0].items->len; i++)
    {
      const CogAlignItem *item = g_ptr_array_index (self->sides[0].items, i);
      guint k = item->id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (targets, item->id)) : 0;

      if (k > 0 && is_same_kind (self, i, k - 1))
        join_alone (self, alone, i, k - 1);
    }
}

static void
join_moved (CogBookAlignment *self)
{
  GHashTable *alone[2] = { list_alone (self, 0), list_alone (self, 1) };
  guint n_kept = 0;

  join_by_ids (self, alone);
  if (g_hash_table_size (alone[0]) > 0 && g_hash_table_size (alone[1]) > 0)
    {
      g_autoptr (GArray) alike = cog_aligner_list_alike (self->aligner, ALIKE_UNITS);

      for (guint i = 0; i < alike->len; i++)
        {
          const CogAlignBead *bead = &g_array_index (alike, CogAlignBead, i);

          if (is_same_kind (self, bead->source, bead->target))
            join_alone (self, alone, bead->source, bead->target);
        }
    }
  for (guint i = 0; i < self->beads->len; i++)
    {
      CogAlignBead bead = g_array_index (self->beads, CogAlignBead, i);

      if (bead.n_source > 0 || bead.n_target > 0)
        g_array_index (self->beads, CogAlignBead, n_kept++) = bead;
    }
  g_array_set_size (self->beads, n_kept);
  g_hash_table_unref (alone[0]);
  g_hash_table_unref (alone[1]);
}

static gboolean
align (CogBookAlignment *self,
       const CogProgress *progress,
       GCancellable *cancellable,
       GError **error)
{
  CogProgress first = cog_progress_part (progress, 0.2, 0.6);
  CogProgress second = cog_progress_part (progress, 0.6, 1);

  self->aligner = cog_aligner_new (self->sides[0].items, self->sides[1].items);
  pair_sections (self);
  if (!pair_units (self, &first, cancellable, error))
    return FALSE;
  cog_aligner_learn (self->aligner, self->beads);
  /* The words that were learned tell the sections better, too. */
  pair_sections (self);
  if (!pair_units (self, &second, cancellable, error))
    return FALSE;
  join_moved (self);
  return TRUE;
}

CogBookAlignment *
cog_book_alignment_new (const CogBook *source,
                        const CogBook *target,
                        const CogAlignmentOptions *options,
                        const CogProgress *progress,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (CogBookAlignment) self = NULL;
  gboolean ignores_ids = options != NULL && options->ignores_ids;

  g_return_val_if_fail (source != NULL && target != NULL, NULL);

  self = g_new0 (CogBookAlignment, 1);
  cog_progress_tell (progress, 0, _ ("Looking at both editions…"));
  cog_alignment_units_read (&self->sides[0], source, ignores_ids);
  cog_alignment_units_read (&self->sides[1], target, ignores_ids);
  if (!align (self, progress, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
cog_book_alignment_free (CogBookAlignment *self)
{
  if (self == NULL)
    return;
  cog_aligner_free (self->aligner);
  cog_alignment_units_clear (&self->sides[0]);
  cog_alignment_units_clear (&self->sides[1]);
  g_clear_pointer (&self->partners, g_array_unref);
  g_clear_pointer (&self->beads, g_array_unref);
  g_free (self);
}

GPtrArray *
cog_book_alignment_get_units (const CogBookAlignment *self, guint side)
{
  g_return_val_if_fail (self != NULL && side < 2, NULL);
  return self->sides[side].units;
}

GPtrArray *
cog_book_alignment_get_own_ids (const CogBookAlignment *self, guint side)
{
  g_return_val_if_fail (self != NULL && side < 2, NULL);
  return self->sides[side].own_ids;
}

GArray *
cog_book_alignment_get_beads (const CogBookAlignment *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->beads;
}

guint
cog_book_alignment_get_n_sections (const CogBookAlignment *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_sections;
}
