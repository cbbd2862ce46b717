/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-alignment-entries.h"

#include "cog-text-segments.h"

#include <string.h>

/* The segments of a book in its order. */
typedef struct
{
  GPtrArray *texts; /* (element-type CogText) */
  GPtrArray *items; /* (element-type CogAlignItem) */
  GArray *starts;   /* guint: of each unit, and the end */
} Segments;

typedef struct
{
  const CogBookAlignment *alignment;
  const CogAlignmentOrigin *origin;
  Segments sides[2];
  CogAligner *aligner;
  GPtrArray *entries;
  GArray *confidences; /* gdouble: of each */
  CogAlignmentCounts counts;
} Making;

static CogAlignItem *
make_item (const CogText *text)
{
  CogAlignItem *item = cog_align_item_new (COG_ALIGN_PARAGRAPH);

  cog_align_item_add_text (item, text->plain);
  for (guint i = 0; i < text->codes->len; i++)
    {
      const CogCode *code = g_ptr_array_index (text->codes, i);

      if (code->type != COG_CODE_PIECE || code->label == NULL)
        continue;
      cog_align_item_add_text (item, code->label);
      cog_align_item_add_anchor (item, COG_ANCHOR_PIECE, code->label);
    }
  cog_align_item_settle (item);
  return item;
}

static gboolean
has_segments (const CogUnit *unit)
{
  return unit->source != NULL && unit->kind != COG_UNIT_EQUATION && unit->kind != COG_UNIT_DRAWING;
}

static void
read_segments (Segments *self, GPtrArray *units, const char *language)
{
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_text_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_align_item_free);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      g_autoptr (CogText) text =
          has_segments (unit) ? cog_text_new_from_xhtml (unit->source, NULL) : NULL;
      g_autoptr (GPtrArray) segments =
          text != NULL ? cog_text_list_segments (text, language) : NULL;

      g_array_append_val (self->starts, self->texts->len);
      for (guint k = 0; segments != NULL && k < segments->len; k++)
        {
          CogText *segment = g_steal_pointer (&segments->pdata[k]);

          g_ptr_array_add (self->items, make_item (segment));
          g_ptr_array_add (self->texts, segment);
        }
    }
  g_array_append_val (self->starts, self->texts->len);
}

static void
clear_segments (Segments *self)
{
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->items);
  g_array_unref (self->starts);
}

/* Several sentences in one, without the space around it. */
static CogText *
join (const Segments *side, guint first, guint n)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (CogText) joined = NULL;
  const char *plain;
  guint start = 0;
  guint end;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (parts, g_ptr_array_index (side->texts, first + i));
  joined = cog_text_join_segments (parts);
  plain = joined->plain;
  while (g_unichar_isspace (g_utf8_get_char (plain)))
    {
      plain = g_utf8_next_char (plain);
      start++;
    }
  end = start + (guint)g_utf8_strlen (plain, -1);
  for (const char *c = plain + strlen (plain); end > start; end--)
    {
      c = g_utf8_prev_char (c);
      if (!g_unichar_isspace (g_utf8_get_char (c)))
        break;
    }
  return cog_text_slice (joined, start, end);
}

static gboolean
has_letters (const CogText *text)
{
  for (const char *c = text->plain; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

static guint64
hash_neighbour (const Segments *side, guint at)
{
  g_autoptr (CogText) text = at < side->texts->len ? join (side, at, 1) : NULL;

  return cog_memory_hash_context (text != NULL ? text->plain : NULL);
}

static void
add_entry (Making *self, const CogAlignBead *bead)
{
  g_autoptr (CogText) source = join (&self->sides[0], bead->source, bead->n_source);
  g_autoptr (CogText) target = join (&self->sides[1], bead->target, bead->n_target);
  CogMemoryEntry *entry;

  if (!has_letters (source) || !has_letters (target))
    return;
  entry = cog_memory_entry_new ();
  entry->source = g_strdup (source->plain);
  entry->target = g_strdup (target->plain);
  entry->source_inline = source->codes->len > 0 ? cog_text_to_xhtml (source) : NULL;
  entry->target_inline = target->codes->len > 0 ? cog_text_to_xhtml (target) : NULL;
  entry->source_language = g_strdup (self->origin->source_language);
  entry->target_language = g_strdup (self->origin->target_language);
  entry->previous = hash_neighbour (&self->sides[0], bead->source - 1);
  entry->next = hash_neighbour (&self->sides[0], bead->source + bead->n_source);
  entry->origin = g_strdup (self->origin->origin);
  entry->licence = g_strdup (self->origin->licence);
  entry->date = self->origin->date;
  g_ptr_array_add (self->entries, entry);
  g_array_append_val (self->confidences, bead->confidence);
}

/* The beads of segments of a bead of units. */
static GArray *
pair_segments (Making *self, const CogAlignBead *bead, GCancellable *cancellable, GError **error)
{
  const GArray *sources = self->sides[0].starts;
  const GArray *targets = self->sides[1].starts;
  guint source = g_array_index (sources, guint, bead->source);
  guint target = g_array_index (targets, guint, bead->target);

  return cog_aligner_pair (
      self->aligner, source, g_array_index (sources, guint, bead->source + bead->n_source) - source,
      target, g_array_index (targets, guint, bead->target + bead->n_target) - target, cancellable,
      error);
}

static gboolean
is_sure (const CogAlignBead *bead)
{
  return bead->n_source > 0 && bead->n_target > 0 && bead->confidence >= COG_ALIGNMENT_SURE;
}

/* One run over all that is sure. learned: (nullable): its beads are only learned from. */
static gboolean
run (Making *self, GArray *learned, GCancellable *cancellable, GError **error)
{
  const GArray *units = cog_book_alignment_get_beads (self->alignment);

  for (guint i = 0; i < units->len; i++)
    {
      const CogAlignBead *unit = &g_array_index (units, CogAlignBead, i);
      g_autoptr (GArray) beads = NULL;

      if (!is_sure (unit))
        continue;
      beads = pair_segments (self, unit, cancellable, error);
      if (beads == NULL)
        return FALSE;
      if (learned != NULL)
        g_array_append_vals (learned, beads->data, beads->len);
      for (guint k = 0; learned == NULL && k < beads->len; k++)
        if (is_sure (&g_array_index (beads, CogAlignBead, k)))
          add_entry (self, &g_array_index (beads, CogAlignBead, k));
        else
          self->counts.n_segments_doubtful++;
    }
  return TRUE;
}

static void
count_units (Making *self)
{
  GArray *beads = cog_book_alignment_get_beads (self->alignment);
  CogAlignmentCounts *counts = &self->counts;

  for (guint side = 0; side < 2; side++)
    counts->n_units[side] = cog_book_alignment_get_units (self->alignment, side)->len;
  for (guint i = 0; i < beads->len; i++)
    {
      const CogAlignBead *bead = &g_array_index (beads, CogAlignBead, i);

      if (is_sure (bead))
        {
          counts->n_pairs++;
          counts->confidence += bead->confidence;
        }
      else if (bead->n_source > 0 && bead->n_target > 0)
        counts->n_doubtful++;
      counts->n_alone[0] += bead->n_target == 0 ? bead->n_source : 0;
      counts->n_alone[1] += bead->n_source == 0 ? bead->n_target : 0;
    }
  counts->confidence /= MAX (counts->n_pairs, 1);
}

GPtrArray *
cog_alignment_list_entries (const CogBookAlignment *alignment,
                            const CogAlignmentOrigin *origin,
                            GArray **confidences,
                            CogAlignmentCounts *counts,
                            GCancellable *cancellable,
                            GError **error)
{
  Making self = { .alignment = alignment, .origin = origin };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) learned = g_array_new (FALSE, FALSE, sizeof (CogAlignBead));

  g_return_val_if_fail (alignment != NULL && origin != NULL && counts != NULL, NULL);

  read_segments (&self.sides[0], cog_book_alignment_get_units (alignment, 0),
                 origin->source_language);
  read_segments (&self.sides[1], cog_book_alignment_get_units (alignment, 1),
                 origin->target_language);
  self.aligner = cog_aligner_new (self.sides[0].items, self.sides[1].items);
  self.entries = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_memory_entry_free);
  self.confidences = all;
  if (run (&self, learned, cancellable, error))
    {
      cog_aligner_learn (self.aligner, learned);
      if (!run (&self, NULL, cancellable, error))
        g_clear_pointer (&self.entries, g_ptr_array_unref);
    }
  else
    g_clear_pointer (&self.entries, g_ptr_array_unref);
  cog_aligner_free (self.aligner);
  clear_segments (&self.sides[0]);
  clear_segments (&self.sides[1]);
  if (self.entries == NULL)
    return NULL;
  count_units (&self);
  self.counts.n_segments = self.entries->len;
  *counts = self.counts;
  if (confidences != NULL)
    *confidences = g_steal_pointer (&all);
  return self.entries;
}
