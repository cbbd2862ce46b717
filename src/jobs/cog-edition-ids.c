/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-ids.h"

#include "cog-edit-distance.h"

#include <string.h>

/* A passage of which so much stayed is the same one; one that has kept its id, of which less did.
 */
#define SAME 0.5
#define SAME_WITH_ID 0.25

typedef struct
{
  const CogBook *after;
  CogBookAlignment *alignment;
  GHashTable *old_elements; /* id → node */
  GHashTable *new_elements;
  GHashTable *ids;   /* new → old, or fresh */
  GHashTable *taken; /* what is in use on the other side of it */
} Naming;

static char *
dup_element_id (const char *unit)
{
  const char *at = strrchr (unit, '@');

  return at != NULL ? g_strndup (unit, (gsize)(at - unit)) : g_strdup (unit);
}

static double
measure_likeness (const CogUnit *a, const CogUnit *b)
{
  g_autofree char *left = cog_inline_to_plain (a->source != NULL ? a->source : "");
  g_autofree char *right = cog_inline_to_plain (b->source != NULL ? b->source : "");
  g_autoptr (CogEditPattern) pattern = NULL;
  glong longer = MAX (g_utf8_strlen (left, -1), g_utf8_strlen (right, -1));

  if (longer == 0 || left[0] == '\0')
    return g_str_equal (left, right) ? 1 : 0;
  pattern = cog_edit_pattern_new (left);
  return 1 - (double)cog_edit_pattern_measure (pattern, right, strlen (right), (guint)longer) /
                 (double)longer;
}

/* Alternative texts and titles have no element of their own. */
static gboolean
may_be_same (const CogUnit *a, const CogUnit *b)
{
  return (a->kind == COG_UNIT_ALT) == (b->kind == COG_UNIT_ALT) &&
         (a->kind == COG_UNIT_TITLE) == (b->kind == COG_UNIT_TITLE) &&
         (a->kind == COG_UNIT_DRAWING) == (b->kind == COG_UNIT_DRAWING);
}

static void
give (Naming *self, const char *id, const char *old)
{
  if (g_hash_table_contains (self->ids, id) || g_hash_table_contains (self->taken, old))
    return;
  g_hash_table_insert (self->ids, g_strdup (id), g_strdup (old));
  g_hash_table_add (self->taken, g_strdup (old));
}

/* ── Units ───────────────────────────────────────────────────────────────────────────────────── */

static void
name_unit (Naming *self, const CogAlignBead *bead)
{
  const CogUnit *old =
      g_ptr_array_index (cog_book_alignment_get_units (self->alignment, 0), bead->source);
  const CogUnit *unit =
      g_ptr_array_index (cog_book_alignment_get_units (self->alignment, 1), bead->target);
  const char *old_id =
      g_ptr_array_index (cog_book_alignment_get_own_ids (self->alignment, 0), bead->source);
  const char *new_id =
      g_ptr_array_index (cog_book_alignment_get_own_ids (self->alignment, 1), bead->target);
  gboolean has_same_id = old_id[0] != '\0' && g_str_equal (old_id, new_id);
  g_autofree char *from = dup_element_id (unit->id);
  g_autofree char *to = dup_element_id (old->id);

  if (may_be_same (old, unit) && old->kind != COG_UNIT_TITLE &&
      measure_likeness (old, unit) >= (has_same_id ? SAME_WITH_ID : SAME))
    give (self, from, to);
}

static void
name_units (Naming *self)
{
  GArray *beads = cog_book_alignment_get_beads (self->alignment);

  for (guint i = 0; i < beads->len; i++)
    {
      const CogAlignBead *bead = &g_array_index (beads, CogAlignBead, i);

      if (bead->n_source == 1 && bead->n_target == 1)
        name_unit (self, bead);
    }
}

/* ── Sections ────────────────────────────────────────────────────────────────────────────────── */

/* A section is the one that it shares the most passages with. Votes: new → (old → how many). */
static GHashTable *
count_votes (Naming *self)
{
  GHashTable *votes =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_hash_table_unref);
  GArray *beads = cog_book_alignment_get_beads (self->alignment);

  for (guint i = 0; i < beads->len; i++)
    {
      const CogAlignBead *bead = &g_array_index (beads, CogAlignBead, i);
      const CogUnit *old;
      const CogUnit *unit;
      GHashTable *own;

      if (bead->n_source != 1 || bead->n_target != 1)
        continue;
      old = g_ptr_array_index (cog_book_alignment_get_units (self->alignment, 0), bead->source);
      unit = g_ptr_array_index (cog_book_alignment_get_units (self->alignment, 1), bead->target);
      own = g_hash_table_lookup (votes, unit->section);
      if (own == NULL)
        {
          own = g_hash_table_new (g_str_hash, g_str_equal);
          g_hash_table_insert (votes, unit->section, own);
        }
      g_hash_table_insert (
          own, old->section,
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (own, old->section)) + 1));
    }
  return votes;
}

static const char *
find_most (const Naming *self, GHashTable *votes)
{
  GHashTableIter iter;
  gpointer old;
  gpointer n;
  const char *best = NULL;
  guint most = 0;

  g_hash_table_iter_init (&iter, votes);
  while (g_hash_table_iter_next (&iter, &old, &n))
    if (!g_hash_table_contains (self->taken, old) &&
        (GPOINTER_TO_UINT (n) > most ||
         (GPOINTER_TO_UINT (n) == most && best != NULL && strcmp (old, best) < 0)))
      {
        best = old;
        most = GPOINTER_TO_UINT (n);
      }
  return best;
}

static void
name_sections (Naming *self)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (self->after);
  g_autoptr (GHashTable) votes = count_votes (self);

  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);
      GHashTable *own = g_hash_table_lookup (votes, section->id);
      const char *old = own != NULL ? find_most (self, own) : NULL;

      if (old != NULL)
        give (self, section->id, old);
    }
}

/* ── The rest ────────────────────────────────────────────────────────────────────────────────── */

/* A figure is the one that its picture or caption was in. */
static const char *
find_container (const Naming *self, xmlNode *node)
{
  for (xmlNode *n = cog_xml_next_in (node, node); n != NULL; n = cog_xml_next_in (node, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      const char *old = id != NULL ? g_hash_table_lookup (self->ids, id) : NULL;
      xmlNode *there = old != NULL ? g_hash_table_lookup (self->old_elements, old) : NULL;

      for (; there != NULL && there->type == XML_ELEMENT_NODE; there = there->parent)
        if (xmlStrEqual (there->name, node->name) && xmlHasProp (there, (const xmlChar *)"id"))
          return (const char *)xmlHasProp (there, (const xmlChar *)"id")->children->content;
    }
  return NULL;
}

/* The nearest around an element that is in both, by its name in the old edition. */
static const char *
find_around (const Naming *self, const xmlNode *node)
{
  for (node = node->parent; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      g_autofree char *id = cog_xml_dup_attribute (node, "id");
      const char *old = id != NULL ? g_hash_table_lookup (self->ids, id) : NULL;

      if (old != NULL)
        return old;
    }
  return NULL;
}

/* A term or a mark within a passage keeps its id where the passage is the same. */
static const char *
find_within (const Naming *self, const char *id, const xmlNode *node)
{
  const xmlNode *there = g_hash_table_lookup (self->old_elements, id);
  const char *around = find_around (self, node);

  if (there == NULL || around == NULL || !xmlStrEqual (there->name, node->name))
    return NULL;
  for (there = there->parent; there != NULL && there->type == XML_ELEMENT_NODE;
       there = there->parent)
    {
      g_autofree char *own = cog_xml_dup_attribute (there, "id");

      if (own != NULL && g_hash_table_contains (self->taken, own))
        return g_str_equal (own, around) ? id : NULL;
    }
  return NULL;
}

static void
name_rest (Naming *self)
{
  GHashTableIter iter;
  gpointer id;
  gpointer node;

  g_hash_table_iter_init (&iter, self->new_elements);
  while (g_hash_table_iter_next (&iter, &id, &node))
    {
      const char *old = g_hash_table_contains (self->ids, id) ? NULL : find_container (self, node);

      if (old == NULL && !g_hash_table_contains (self->ids, id))
        old = find_within (self, id, node);
      if (old != NULL)
        give (self, id, old);
    }
}

/* What is new must not have an id that something else had. */
static void
name_new (Naming *self, const char *id)
{
  g_autofree char *fresh = g_strdup (id);

  if (g_hash_table_contains (self->ids, id))
    return;
  for (guint n = 2; g_hash_table_contains (self->old_elements, fresh) ||
                    g_hash_table_contains (self->taken, fresh);
       n++)
    {
      g_free (fresh);
      fresh = g_strdup_printf ("%s-e%u", id, n);
    }
  give (self, id, fresh);
}

static void
name_all_new (Naming *self)
{
  g_autoptr (GPtrArray) sections = cog_book_dup_section_list (self->after);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < sections->len; i++)
    name_new (self, ((CogSection *)g_ptr_array_index (sections, i))->id);
  g_hash_table_iter_init (&iter, self->new_elements);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    name_new (self, id);
}

GHashTable *
cog_edition_ids_new (const CogBook *before,
                     const CogBook *after,
                     const CogProgress *progress,
                     GCancellable *cancellable,
                     GError **error)
{
  Naming self = { .after = after };

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self.alignment = cog_book_alignment_new (before, after, NULL, progress, cancellable, error);
  if (self.alignment == NULL)
    return NULL;
  self.old_elements = cog_book_index_elements (before);
  self.new_elements = cog_book_index_elements (after);
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  name_sections (&self);
  name_units (&self);
  name_rest (&self);
  name_all_new (&self);
  g_hash_table_unref (self.old_elements);
  g_hash_table_unref (self.new_elements);
  g_hash_table_unref (self.taken);
  cog_book_alignment_free (self.alignment);
  return self.ids;
}
