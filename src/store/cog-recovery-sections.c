/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-recovery-private.h"
#include "cog-structure-private.h"

#include <string.h>

/* Sections and their passages: each section has a text in normal form in which each of its passages
 * stands once, and each passage that stands there has its row. */
typedef struct
{
  CogProject *self;
  CogReport *report;
  char *id;
  char *title;
  CogSection *source;     /* (nullable content) */
  CogSection *adaptation; /* its content is NULL: as in the source */
  GPtrArray *units;       /* (element-type CogUnit) in their order */
  gint64 position;
  GError *error;
} Mending;

static gboolean
run_all (CogProject *self, const char *const *statements, GError **error)
{
  for (guint i = 0; statements[i] != NULL; i++)
    if (!cog_query_run (self->db, error, statements[i], NULL))
      return FALSE;
  return TRUE;
}

/* Files of versions before these columns were; ids that cannot be ones; places in the outline that
 * lead nowhere, or round in a circle. */
static const char *const outline[] = {
  "DELETE FROM unit WHERE id GLOB '*[^-A-Za-z0-9._@]*' OR section GLOB '*[^-A-Za-z0-9._]*'",
  "DELETE FROM section WHERE id GLOB '*[^-A-Za-z0-9._]*'",
  "UPDATE section SET source_parent = parent, source_position = position"
  " WHERE source IS NOT NULL AND source_position IS NULL",
  "UPDATE unit SET works = (SELECT source FROM section WHERE section.id = unit.section)"
  " WHERE works IS NULL AND source IS NOT NULL",
  "INSERT INTO section (id, source, position, is_linear, source_position) SELECT DISTINCT section,"
  " (SELECT id FROM source ORDER BY position LIMIT 1),"
  " (SELECT coalesce (max (position), 0) + 1 FROM section), 1,"
  " (SELECT coalesce (max (source_position), 0) + 1 FROM section)"
  " FROM unit WHERE section NOT IN (SELECT id FROM section)",
  "UPDATE section SET parent = NULL WHERE parent NOT IN (SELECT id FROM section)",
  "UPDATE section SET source_parent = NULL WHERE source_parent NOT IN (SELECT id FROM section)",
  "UPDATE section SET parent = NULL WHERE id NOT IN (WITH RECURSIVE met (id) AS (SELECT id FROM"
  " section WHERE parent IS NULL UNION SELECT section.id FROM section JOIN met ON section.parent ="
  " met.id) SELECT id FROM met)",
  "UPDATE section SET source_parent = NULL WHERE id NOT IN (WITH RECURSIVE met (id) AS (SELECT id"
  " FROM section WHERE source_parent IS NULL UNION SELECT section.id FROM section JOIN met ON"
  " section.source_parent = met.id) SELECT id FROM met)",
  NULL
};

/* What a person sees of a section that is lost comes last. */
static gboolean
note_lost_sections (CogProject *self, CogReport *report, GError **error)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, error,
                     "SELECT DISTINCT section FROM unit WHERE section NOT IN (SELECT id FROM "
                     "section)",
                     NULL);
  g_autoptr (GError) fault = NULL;

  if (query == NULL)
    return FALSE;
  while (cog_query_step (query, &fault))
    {
      g_autofree char *id = cog_query_dup_text (query, 0);

      cog_report_add (report, &cog_recovery_section, id, NULL, NULL);
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* ── One passage ─────────────────────────────────────────────────────────────────────────────── */

/* The words of a text whose markup is damaged. */
static char *
dup_plain (const char *text)
{
  g_autofree char *plain = cog_inline_to_plain (text);
  g_autofree char *words = g_strdup (plain != NULL ? plain : text);
  char *escaped;

  for (char *c = words; *c != '\0'; c++)
    if ((guchar)*c < 0x20)
      *c = ' ';
  escaped = g_markup_escape_text (words, -1);
  if (!cog_inline_check (escaped, NULL))
    g_clear_pointer (&escaped, g_free);
  return escaped;
}

static char *
dup_sound (const char *text, gboolean *is_changed)
{
  if (text == NULL || cog_inline_check (text, NULL))
    return g_strdup (text);
  *is_changed = TRUE;
  return dup_plain (text);
}

/* A state or decision that is none is as if nothing had been said. */
static gboolean
mend_unit (Mending *m, CogUnit *unit, CogQuery *row)
{
  g_autofree char *kind = cog_query_dup_text (row, 2);
  g_autofree char *source = cog_query_dup_text (row, 4);
  g_autofree char *target = cog_query_dup_text (row, 5);
  g_autofree char *state = cog_query_dup_text (row, 6);
  g_autofree char *decision = cog_query_dup_text (row, 7);
  gboolean is_changed = FALSE;

  unit->id = cog_query_dup_text (row, 0);
  unit->element = cog_query_dup_text (row, 3);
  unit->state = target != NULL ? COG_STATE_TRANSLATED : COG_STATE_INITIAL;
  if (!cog_unit_kind_from_nick (kind, &unit->kind))
    {
      unit->kind = COG_UNIT_PARAGRAPH;
      is_changed = TRUE;
    }
  is_changed |= !cog_state_from_nick (state, &unit->state);
  is_changed |= !cog_decision_from_nick (decision, &unit->decision);
  unit->source = dup_sound (source, &is_changed);
  unit->target = dup_sound (target, &is_changed);
  if (is_changed)
    cog_report_add (m->report, &cog_recovery_markup, unit->id, NULL, NULL);
  return !is_changed ||
         cog_query_run (m->self->db, &m->error,
                        "UPDATE unit SET kind = ?2, source = ?3, target = ?4, state = ?5,"
                        " decision = ?6 WHERE id = ?1",
                        "ssssss", unit->id, cog_unit_kind_to_nick (unit->kind), unit->source,
                        unit->target, cog_state_to_nick (unit->state),
                        cog_decision_to_nick (unit->decision));
}

static gboolean
load_units (Mending *m)
{
  g_autoptr (CogQuery) query =
      cog_query_new (m->self->db, &m->error,
                     "SELECT id, section, kind, element, source, target, state, decision FROM unit"
                     " WHERE section = ?1 ORDER BY position, id",
                     "s", m->id);

  while (query != NULL && m->error == NULL && cog_query_step (query, &m->error))
    {
      CogUnit *unit = cog_unit_new (NULL, m->id, COG_UNIT_PARAGRAPH);

      g_ptr_array_add (m->units, unit);
      if (!mend_unit (m, unit, query))
        break;
    }
  return m->error == NULL;
}

/* ── The text of a section ───────────────────────────────────────────────────────────────────── */

static gboolean
is_block_of_text (const CogUnit *unit)
{
  return unit->kind != COG_UNIT_TITLE && unit->kind != COG_UNIT_ALT &&
         unit->kind != COG_UNIT_DRAWING;
}

/* A passage as a paragraph at the end, or a heading where it was one. */
static void
append_unit (Mending *m, xmlNode *root, CogUnit *unit)
{
  const char *name = unit->kind == COG_UNIT_HEADING ? (root->children == NULL ? "h1" : "h2") : "p";
  xmlNode *element = cog_block_new (root, name, unit->id);

  xmlAddChild (root, element);
  if (unit->source != NULL && !cog_inline_set (element, unit->source, NULL))
    {
      g_autofree char *plain = cog_inline_to_plain (unit->source);

      xmlNodeAddContent (element, (const xmlChar *)(plain != NULL ? plain : ""));
    }
  if (unit->kind != COG_UNIT_HEADING)
    unit->kind = COG_UNIT_PARAGRAPH;
  cog_query_run (m->self->db, m->error == NULL ? &m->error : NULL,
                 "UPDATE unit SET kind = ?2, element = ?3 WHERE id = ?1", "sss", unit->id,
                 cog_unit_kind_to_nick (unit->kind), name);
}

static void
rebuild (Mending *m, CogSection *section, gboolean of_source)
{
  xmlNode *root;

  g_clear_pointer (&section->content, xmlFreeDoc);
  root = cog_section_make_content (section);
  cog_xml_set (root, "id", m->id);
  for (guint i = 0; i < m->units->len; i++)
    {
      CogUnit *unit = m->units->pdata[i];

      if (is_block_of_text (unit) && !(of_source && unit->source == NULL))
        append_unit (m, root, unit);
    }
  cog_report_add (m->report, &cog_recovery_layout, m->id, m->title != NULL ? m->title : m->id,
                  NULL);
}

/* One damaged letter may give an element the name of another one: the later gets a name of its own,
 * and is a passage by itself. */
static void
part_ids (xmlNode *root)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_parted = 0;

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;

      while (id != NULL && g_hash_table_contains (seen, id))
        {
          g_free (id);
          id = g_strdup_printf ("again-%u", ++n_parted);
          cog_xml_set (n, "id", id);
        }
      if (id != NULL)
        g_hash_table_add (seen, id);
    }
}

/* Whether the text can be used; NULL can. */
static gboolean
parse (CogSection *section, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return TRUE;
  section->content = cog_xml_parse_own (text, -1, NULL);
  if (section->content == NULL || !cog_section_validate (section, NULL))
    return FALSE;
  part_ids (cog_section_get_root (section));
  return TRUE;
}

static gboolean
has_source_text (Mending *m)
{
  for (guint i = 0; i < m->units->len; i++)
    {
      const CogUnit *unit = m->units->pdata[i];

      if (unit->source != NULL && is_block_of_text (unit))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_element (const CogSection *section, const CogUnit *unit)
{
  xmlNode *root = cog_section_get_root (section);
  const char *at = strrchr (unit->id, '@');
  g_autofree char *id =
      at != NULL ? g_strndup (unit->id, (gsize)(at - unit->id)) : g_strdup (unit->id);

  return unit->kind == COG_UNIT_TITLE || (root != NULL && cog_xml_find_by_id (root, id) != NULL);
}

/* Passages that stand nowhere come to the end. */
static void
place_units (Mending *m)
{
  for (guint i = 0; i < m->units->len; i++)
    {
      CogUnit *unit = m->units->pdata[i];
      CogSection *now = m->adaptation->content != NULL ? m->adaptation : m->source;

      if (has_element (now, unit))
        continue;
      if (!is_block_of_text (unit))
        {
          cog_query_run (m->self->db, m->error == NULL ? &m->error : NULL,
                         "DELETE FROM unit WHERE id = ?1", "s", unit->id);
          continue;
        }
      if (m->adaptation->content == NULL && m->source->content != NULL)
        m->adaptation->content = xmlCopyDoc (m->source->content, 1);
      else if (m->adaptation->content == NULL)
        cog_xml_set (cog_section_make_content (m->adaptation), "id", m->id);
      append_unit (m, cog_section_get_root (m->adaptation), unit);
    }
}

static void
insert_missing (const CogUnit *unit, xmlNode *element, gpointer user_data)
{
  Mending *m = user_data;
  xmlNode *root = cog_section_get_root (m->source);
  const char *at = strrchr (unit->id, '@');
  g_autofree char *id =
      at != NULL ? g_strndup (unit->id, (gsize)(at - unit->id)) : g_strdup (unit->id);
  gboolean is_own = root == NULL || cog_xml_find_by_id (root, id) == NULL;

  if (m->error != NULL)
    return;
  if (cog_query_run (
          m->self->db, &m->error,
          "INSERT OR IGNORE INTO unit (id, section, position, kind, element, source, target, state,"
          " decision, n_words, works) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,"
          " (SELECT source FROM section WHERE id = ?2 AND ?6 IS NOT NULL))",
          "ssissssssi", unit->id, m->id, ++m->position, cog_unit_kind_to_nick (unit->kind),
          unit->element, is_own ? NULL : unit->source, is_own ? "" : NULL,
          is_own ? "translated" : "initial", is_own ? "added" : "none", (gint64)unit->n_words) &&
      sqlite3_changes (m->self->db) > 0)
    cog_report_add (m->report, &cog_recovery_blank, unit->id, NULL, NULL);
}

static void
set_position (Mending *m, const char *unit)
{
  if (m->error == NULL)
    cog_query_run (m->self->db, &m->error,
                   "UPDATE unit SET position = ?2 WHERE id = ?1 AND section = ?3", "sis", unit,
                   ++m->position, m->id);
}

/* In the order in which they stand; also those that a source would have no unit for, as the
 * description of a picture that only decorates. */
static void
set_positions (Mending *m, xmlNode *root)
{
  g_autofree char *title = g_strconcat (m->id, "@title", NULL);

  m->position = 0;
  set_position (m, title);
  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    {
      g_autofree char *id = n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, "id") : NULL;
      g_autofree char *alt =
          id != NULL && cog_xml_is (n, NULL, "img") ? g_strconcat (id, "@alt", NULL) : NULL;

      if (id != NULL)
        set_position (m, id);
      if (alt != NULL)
        set_position (m, alt);
    }
}

static gboolean
save (Mending *m)
{
  CogSection *now = m->adaptation->content != NULL ? m->adaptation : m->source;
  g_autofree char *content = m->source->content != NULL ? cog_section_serialise (m->source) : NULL;
  g_autofree char *target =
      m->adaptation->content != NULL ? cog_section_serialise (m->adaptation) : NULL;

  if (m->error == NULL)
    cog_query_run (m->self->db, &m->error,
                   "UPDATE section SET content = ?2, target = ?3 WHERE id = ?1", "sss", m->id,
                   content, target);
  m->position = G_MAXINT32;
  cog_section_foreach_unit (now, insert_missing, m);
  set_positions (m, cog_section_get_root (now));
  return m->error == NULL;
}

/* row: id, source, title, content, target, is_absent */
static gboolean
mend_section (Mending *m, CogQuery *row)
{
  g_autofree char *source = cog_query_dup_text (row, 1);
  g_autofree char *content = cog_query_dup_text (row, 3);
  g_autofree char *target = cog_query_dup_text (row, 4);
  gboolean is_absent = cog_query_get_int (row, 5) != 0;

  if (!load_units (m))
    return FALSE;
  if (!parse (m->source, content) ||
      (source != NULL && content == NULL && has_source_text (m) && target == NULL))
    rebuild (m, m->source, TRUE);
  if (!parse (m->adaptation, target))
    rebuild (m, m->adaptation, FALSE);
  /* Of a section that is not in the adaptation there are no passages. */
  if (is_absent && m->units->len == 0)
    return TRUE;
  place_units (m);
  return save (m);
}

static gboolean
mend_row (CogProject *self, CogReport *report, CogQuery *row, GError **error)
{
  Mending m = { .self = self, .report = report };
  gboolean ok;

  m.id = cog_query_dup_text (row, 0);
  m.title = cog_query_dup_text (row, 2);
  m.source = cog_section_new (m.id, m.title);
  m.adaptation = cog_section_new (m.id, m.title);
  m.units = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_unit_free);
  ok = mend_section (&m, row);
  if (!ok)
    g_propagate_error (error, g_steal_pointer (&m.error));
  g_ptr_array_unref (m.units);
  cog_section_free (m.adaptation);
  cog_section_free (m.source);
  g_free (m.title);
  g_free (m.id);
  return ok;
}

gboolean
cog_recovery_mend_sections (CogProject *self, CogReport *report, GError **error)
{
  g_autoptr (CogQuery) query = NULL;
  g_autoptr (GError) fault = NULL;

  if (!note_lost_sections (self, report, error) || !run_all (self, outline, error))
    return FALSE;
  /* What is changed meanwhile must not come a second time: the ids are taken first. */
  query = cog_query_new (self->db, error,
                         "WITH all_of_them AS MATERIALIZED (SELECT * FROM section)"
                         " SELECT id, source, title, content, target, is_absent FROM all_of_them"
                         " ORDER BY position",
                         NULL);
  if (query == NULL)
    return FALSE;
  while (cog_query_step (query, &fault))
    if (!mend_row (self, report, query, error))
      return FALSE;
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
