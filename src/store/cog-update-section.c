/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-structure-private.h"
#include "cog-update-section-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A section as it was and as it is to be. */
typedef struct
{
  CogUpdate *update;
  const CogSection *section;
  xmlDoc *before;  /* what the source was (nullable) */
  xmlDoc *target;  /* what the adaptation is to be (nullable: as the source) */
  gboolean is_own; /* the adapter built it otherwise */
  gint64 position;
  char *previous; /* id of the element of the last unit that was met */
  GError *error;
} Merge;

const char *
cog_update_reason (void)
{
  /* Translators: the reason why a passage or a section was left out of the adaptation. */
  return _ ("No longer in the new edition of the source");
}

static char *
dup_element_id (const char *unit)
{
  const char *at = strrchr (unit, '@');

  return at != NULL ? g_strndup (unit, (gsize)(at - unit)) : g_strdup (unit);
}

/* ── Units ───────────────────────────────────────────────────────────────────────────────────── */

static gboolean
insert_unit (Merge *merge, const CogUnit *unit)
{
  merge->update->result->n_added++;
  return cog_query_run (merge->update->self->db, &merge->error,
                        "INSERT INTO unit (id, section, position, kind, element, source, n_words,"
                        " works) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                        "ssisssis", unit->id, unit->section, merge->position,
                        cog_unit_kind_to_nick (unit->kind), unit->element, unit->source,
                        (gint64)unit->n_words, merge->update->edition->source);
}

static gboolean
is_touched (const CogUnit *unit)
{
  return unit->state != COG_STATE_INITIAL || unit->decision != COG_DECISION_NONE ||
         unit->target != NULL || unit->note != NULL;
}

/* The words changed under somebody's hands: what they were stays beside, and what was reviewed is
 * to be reviewed again. Of several updates in a row the words stand that somebody saw last: they
 * are what the target says. */
static gboolean
mark_changed (Merge *merge, const CogUnit *old)
{
  sqlite3 *db = merge->update->self->db;

  gboolean is_reviewed = old->state == COG_STATE_REVIEWED || old->state == COG_STATE_FINAL;

  merge->update->result->n_marked++;
  return cog_query_run (db, &merge->error,
                        is_reviewed ? "INSERT OR REPLACE INTO former_source VALUES (?1, ?2)"
                                    : "INSERT OR IGNORE INTO former_source VALUES (?1, ?2)",
                        "ss", old->id, old->source) &&
         cog_query_run (db, &merge->error,
                        "UPDATE unit SET state = 'translated' WHERE id = ?1 AND state IN"
                        " ('reviewed', 'final')",
                        "s", old->id);
}

static gboolean
update_unit (Merge *merge, const CogUnit *old, const CogUnit *unit)
{
  gboolean is_same = g_strcmp0 (old->source, unit->source) == 0;
  const char *section = merge->is_own ? old->section : unit->section;

  merge->update->result->n_unchanged += is_same;
  merge->update->result->n_changed += !is_same;
  return cog_query_run (merge->update->self->db, &merge->error,
                        "UPDATE unit SET section = ?2, position = ?3, kind = ?4, element = ?5,"
                        " source = ?6, n_words = ?7 WHERE id = ?1",
                        "ssisssi", unit->id, section, merge->position,
                        cog_unit_kind_to_nick (unit->kind), unit->element, unit->source,
                        (gint64)unit->n_words) &&
         (is_same || !is_touched (old) || mark_changed (merge, old));
}

static void
write_unit (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  Merge *merge = user_data;
  g_autoptr (CogUnit) old = NULL;

  if (merge->error != NULL)
    return;
  merge->position += 1;
  old = cog_project_dup_unit (merge->update->self, unit->id, NULL);
  if (old != NULL && old->source != NULL)
    update_unit (merge, old, unit);
  else
    insert_unit (merge, unit);
}

static gboolean
end (Merge *merge, gboolean ok, GError **error)
{
  g_clear_pointer (&merge->previous, g_free);
  g_clear_pointer (&merge->before, xmlFreeDoc);
  g_clear_pointer (&merge->target, xmlFreeDoc);
  if (merge->error == NULL)
    return ok;
  g_propagate_error (error, g_steal_pointer (&merge->error));
  return FALSE;
}

gboolean
cog_update_section_units (CogUpdate *update, const CogSection *section, GError **error)
{
  Merge merge = { .update = update, .section = section };

  cog_section_foreach_unit (section, write_unit, &merge);
  return end (&merge, TRUE, error);
}

static void
set_previous (Merge *merge, const xmlNode *element)
{
  g_free (merge->previous);
  merge->previous = cog_xml_dup_attribute (element, "id");
}

/* ── What is gone ────────────────────────────────────────────────────────────────────────────── */

/* An empty element in the place of what is gone, behind what stood before it. */
static gboolean
put_aside (Merge *merge, CogUnit *unit)
{
  xmlNode *root = xmlDocGetRootElement (merge->target);
  g_autofree char *plain_id = g_strdelimit (g_strdup (unit->id), "@", '-');
  xmlNode *before = merge->previous != NULL ? cog_xml_find_by_id (root, merge->previous) : NULL;
  xmlNode *beside = before != NULL ? cog_block_find_beside (before, "p") : NULL;
  xmlNode *fresh = cog_block_new (root, "p", plain_id);
  g_autoptr (GError) fault = NULL;

  /* At the end of the section there is always room. */
  if (!cog_block_insert (root, beside, fresh, &fault))
    xmlAddChild (root, fresh);
  if (unit->source != NULL && !cog_inline_set (fresh, unit->source, NULL))
    xmlNodeSetContent (fresh, NULL);
  return cog_query_run (merge->update->self->db, &merge->error,
                        "UPDATE unit SET id = ?2, kind = 'paragraph', element = 'p', decision ="
                        " 'omitted', reason = coalesce (reason, ?3) WHERE id = ?1",
                        "sss", unit->id, plain_id, cog_update_reason ());
}

/* Of a section that the adapter built, it stays where it stands. */
static gboolean
omit (Merge *merge, const CogUnit *unit)
{
  return cog_query_run (merge->update->self->db, &merge->error,
                        "UPDATE unit SET decision = 'omitted', reason = coalesce (reason, ?2)"
                        " WHERE id = ?1",
                        "ss", unit->id, cog_update_reason ());
}

static gboolean
retire_unit (Merge *merge, CogUnit *unit)
{
  if (!is_touched (unit) && !merge->is_own)
    {
      merge->update->result->n_dropped++;
      return cog_query_run (merge->update->self->db, &merge->error,
                            "DELETE FROM unit WHERE id = ?1", "s", unit->id);
    }
  merge->update->result->n_vanished++;
  return merge->is_own ? omit (merge, unit) : put_aside (merge, unit);
}

/* Units that the source had and has no more. A unit of a part that only has a title is its
 * section's. */
static gboolean
retire_units (Merge *merge, GPtrArray *units)
{
  xmlNode *before = merge->before != NULL ? xmlDocGetRootElement (merge->before) : NULL;

  for (guint i = 0; i < units->len && merge->error == NULL; i++)
    {
      CogUnit *unit = g_ptr_array_index (units, i);
      g_autofree char *id = dup_element_id (unit->id);
      gboolean was_there = before != NULL && cog_xml_find_by_id (before, id) != NULL;

      if (unit->source == NULL || !was_there || g_str_equal (id, unit->section) ||
          g_hash_table_contains (merge->update->elements, id))
        {
          xmlNode *element = g_hash_table_lookup (merge->update->elements, id);

          if (element != NULL)
            set_previous (merge, element);
          continue;
        }
      if (!retire_unit (merge, unit))
        return FALSE;
    }
  return merge->error == NULL;
}

/* ── A section that the adapter built ────────────────────────────────────────────────────────── */

/* The words of an element that is in both become those of the new edition. */
static void
refresh_element (xmlNode *there, const xmlNode *fresh)
{
  static const char *const attributes[] = { "alt", NULL };

  for (guint i = 0; attributes[i] != NULL; i++)
    {
      g_autofree char *value = cog_xml_dup_attribute (fresh, attributes[i]);

      if (value != NULL)
        cog_xml_set (there, attributes[i], value);
    }
  if (cog_xml_is (there, NULL, "img") || cog_xml_is (there, NULL, "svg"))
    return;
  while (there->children != NULL)
    cog_xml_remove (there->children);
  for (const xmlNode *child = fresh->children; child != NULL; child = child->next)
    xmlAddChild (there, xmlDocCopyNode ((xmlNode *)child, there->doc, 1));
}

static void
carry_unit (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  Merge *merge = user_data;
  xmlNode *root = xmlDocGetRootElement (merge->target);
  g_autofree char *id = dup_element_id (unit->id);
  xmlNode *there = cog_xml_find_by_id (root, id);
  xmlNode *before = merge->previous != NULL ? cog_xml_find_by_id (root, merge->previous) : NULL;
  xmlNode *beside;
  xmlNode *fresh;
  g_autoptr (GError) fault = NULL;

  if (there != NULL && there != root)
    refresh_element (there, element);
  else if (there == NULL && strchr (unit->id, '@') == NULL)
    {
      /* New: behind what is before it. A cell or a caption comes as a paragraph. */
      beside = before != NULL ? cog_block_find_beside (before, "p") : NULL;
      fresh = cog_block_new (root, "p", id);
      if (!cog_block_insert (root, beside, fresh, &fault))
        xmlAddChild (root, fresh);
      refresh_element (fresh, element);
    }
  set_previous (merge, element);
}

static gboolean
save_target (Merge *merge)
{
  CogSection section = { .content = merge->target };
  g_autofree char *text = merge->target != NULL ? cog_section_serialise (&section) : NULL;

  return cog_query_run (merge->update->self->db, &merge->error,
                        "UPDATE section SET target = ?2 WHERE id = ?1", "ss", merge->section->id,
                        text);
}

/* Units in the order in which they stand. */
static gboolean
settle_order (Merge *merge)
{
  xmlNode *root = xmlDocGetRootElement (merge->target);
  gint64 position = 1;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      if (id != NULL &&
          !cog_query_run (merge->update->self->db, &merge->error,
                          "UPDATE unit SET position = ?2 WHERE id IN (?1, ?1 || '@alt') AND"
                          " section = ?3",
                          "sis", id, ++position, merge->section->id))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_section (Merge *merge, char **before, char **target)
{
  g_autoptr (CogQuery) query =
      cog_query_new (merge->update->self->db, &merge->error,
                     "SELECT content, target FROM section WHERE id = ?1", "s", merge->section->id);

  if (query == NULL || !cog_query_step (query, &merge->error))
    return FALSE;
  *before = cog_query_dup_text (query, 0);
  *target = cog_query_dup_text (query, 1);
  if (*before != NULL)
    merge->before = cog_xml_parse_own (*before, -1, &merge->error);
  return merge->error == NULL;
}

static gboolean
merge_structure (Merge *merge, const char *target, const char *content)
{
  g_autoptr (GPtrArray) units =
      cog_project_list_units (merge->update->self, merge->section->id, &merge->error);
  guint n_vanished = merge->update->result->n_vanished;
  const char *base = target != NULL ? target : content;

  if (units == NULL)
    return FALSE;
  merge->is_own = target != NULL;
  if (base != NULL)
    merge->target = cog_xml_parse_own (base, -1, &merge->error);
  if (merge->error != NULL)
    return FALSE;
  cog_section_foreach_unit (merge->section, write_unit, merge);
  if (merge->error != NULL || merge->target == NULL)
    return merge->error == NULL;
  if (merge->is_own)
    cog_section_foreach_unit (merge->section, carry_unit, merge);
  g_clear_pointer (&merge->previous, g_free);
  if (!retire_units (merge, units))
    return FALSE;
  if (!merge->is_own && merge->update->result->n_vanished == n_vanished)
    return TRUE;
  return save_target (merge) && settle_order (merge);
}

gboolean
cog_update_section_merge (CogUpdate *update,
                          const CogSection *section,
                          const char *content,
                          GError **error)
{
  Merge merge = { .update = update, .section = section };
  g_autofree char *before = NULL;
  g_autofree char *target = NULL;
  gboolean ok =
      read_section (&merge, &before, &target) && merge_structure (&merge, target, content);

  return end (&merge, ok, error);
}
