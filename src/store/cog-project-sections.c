/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-private.h"

#include "cog-language.h"
#include "cog-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
cog_section_info_free (CogSectionInfo *info)
{
  if (info == NULL)
    return;
  g_free (info->id);
  g_free (info->parent);
  g_free (info->source);
  g_free (info->title);
  g_free (info->target_title);
  g_free (info->type);
  g_free (info);
}

static void
read_counts (CogProject *self, GHashTable *by_id)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, cog_project_fault (self),
                     "SELECT section, state, decision, count(*), sum(n_words) FROM unit GROUP BY "
                     "section, state, decision",
                     NULL);

  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      g_autofree char *id = cog_query_dup_text (query, 0);
      g_autofree char *state_nick = cog_query_dup_text (query, 1);
      g_autofree char *decision_nick = cog_query_dup_text (query, 2);
      CogSectionInfo *info = id != NULL ? g_hash_table_lookup (by_id, id) : NULL;
      guint n = (guint)cog_query_get_int (query, 3);
      guint words = (guint)cog_query_get_int (query, 4);
      CogState state;
      CogDecision decision;

      if (info == NULL || !cog_state_from_nick (state_nick, &state) ||
          !cog_decision_from_nick (decision_nick, &decision))
        continue;
      info->n_units += n;
      info->n_words += words;
      info->n_by_decision[decision] += n;
      if (decision != COG_DECISION_OMITTED)
        info->n_by_state[state] += n;
      if (state != COG_STATE_INITIAL || decision == COG_DECISION_KEPT ||
          decision == COG_DECISION_OMITTED)
        info->n_words_done += words;
    }
}

/* The heading's translation, where it has one. */
static void
read_titles (CogProject *self, GHashTable *by_id)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, cog_project_fault (self),
      "SELECT section, target FROM unit WHERE target IS NOT NULL AND (kind = 'title' OR"
      " (kind = 'heading' AND element = 'h1'))",
      NULL);

  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      g_autofree char *id = cog_query_dup_text (query, 0);
      g_autofree char *target = cog_query_dup_text (query, 1);
      CogSectionInfo *info = id != NULL ? g_hash_table_lookup (by_id, id) : NULL;

      if (info != NULL && info->target_title == NULL)
        info->target_title = cog_inline_to_plain (target);
    }
}

GPtrArray *
cog_project_list_sections (CogProject *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_section_info_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CogQuery) query = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self), list);

  g_rec_mutex_lock (&self->mutex);
  query = cog_query_new (self->db, cog_project_fault (self),
                         "SELECT id, parent, source, title, type, is_omitted FROM section"
                         " WHERE is_absent = 0 ORDER BY position",
                         NULL);
  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      CogSectionInfo *info;
      CogSectionInfo *parent;

      if (cog_query_is_null (query, 0))
        continue;
      info = g_new0 (CogSectionInfo, 1);
      info->id = cog_query_dup_text (query, 0);
      info->parent = cog_query_dup_text (query, 1);
      info->source = cog_query_dup_text (query, 2);
      info->title = cog_query_dup_text (query, 3);
      info->type = cog_query_dup_text (query, 4);
      info->is_omitted = cog_query_get_int (query, 5) != 0;
      parent = info->parent != NULL ? g_hash_table_lookup (by_id, info->parent) : NULL;
      info->depth = parent != NULL ? parent->depth + 1 : 0;
      g_ptr_array_add (list, info);
      g_hash_table_insert (by_id, info->id, info);
    }
  g_clear_pointer (&query, cog_query_free);
  read_counts (self, by_id);
  read_titles (self, by_id);
  g_rec_mutex_unlock (&self->mutex);
  return list;
}

char *
cog_project_dup_structure (CogProject *self,
                           const char *section,
                           gboolean of_target,
                           GError **error)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, error,
                     of_target ? "SELECT coalesce(target, content) FROM section WHERE id = ?1"
                               : "SELECT content FROM section WHERE id = ?1",
                     "s", section);

  if (query == NULL)
    return NULL;
  if (cog_query_step (query, error))
    {
      char *text = cog_query_dup_text (query, 0);

      return text != NULL ? text : g_strdup ("");
    }
  if (error == NULL || *error == NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no section “%s”."), section);
  return NULL;
}

char *
cog_project_dup_skeleton (CogProject *self, const char *section, gboolean of_target, GError **error)
{
  char *text;

  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL, NULL);

  g_rec_mutex_lock (&self->mutex);
  text = cog_project_dup_structure (self, section, of_target, error);
  g_rec_mutex_unlock (&self->mutex);
  return text;
}

gboolean
cog_project_omit_section (
    CogProject *self, const char *section, gboolean omit, const char *reason, GError **error)
{
  g_autofree char *before = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL, FALSE);

  g_rec_mutex_lock (&self->mutex);
  g_clear_error (&self->fault);
  before = cog_project_row_to_json (self, COG_ROW_SECTION, section, NULL);
  if (before == NULL)
    {
      ok = FALSE;
      if (cog_project_check_fault (self, error))
        g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no section “%s”."),
                     section);
    }
  else
    {
      ok = cog_project_begin_step (
          self, omit ? _ ("Left out a section") : _ ("Took a section back in"), error);
      if (ok)
        ok = cog_project_end_step (
            self,
            cog_query_run (self->db, error,
                           "UPDATE section SET is_omitted = ?2, reason = ?3 WHERE id = ?1", "sis",
                           section, (gint64)omit, reason) &&
                cog_project_record (self, COG_ROW_SECTION, section, before, error),
            error);
    }
  g_rec_mutex_unlock (&self->mutex);
  if (ok)
    g_signal_emit_by_name (self, "changed", NULL);
  return ok;
}

static char *
serialise (xmlDoc *document)
{
  CogSection section = { .content = document };

  return cog_section_serialise (&section);
}

/* Writes a section's changed structure as part of a step. */
gboolean
cog_project_save_structure (CogProject *self, const char *section, xmlDoc *document, GError **error)
{
  g_autofree char *before = cog_project_row_to_json (self, COG_ROW_SECTION, section, error);
  g_autofree char *text = serialise (document);

  return before != NULL &&
         cog_query_run (self->db, error, "UPDATE section SET target = ?2 WHERE id = ?1", "ss",
                        section, text) &&
         cog_project_record (self, COG_ROW_SECTION, section, before, error);
}

static double
get_position (CogProject *self, const char *unit)
{
  g_autoptr (CogQuery) query = cog_query_new (self->db, cog_project_fault (self),
                                              "SELECT position FROM unit WHERE id = ?1", "s", unit);

  return query != NULL && cog_query_step (query, cog_project_fault (self))
             ? sqlite3_column_double (query, 0)
             : 0;
}

/* Between a unit and the one that follows it; unit NULL: before the first. */
static double
find_position (CogProject *self, const char *section, const char *unit)
{
  double from = unit != NULL ? get_position (self, unit) : 0;
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, cog_project_fault (self),
      "SELECT position FROM unit WHERE section = ?1 ORDER BY position", "s", section);

  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    if (sqlite3_column_double (query, 0) > from)
      return (from + sqlite3_column_double (query, 0)) / 2;
  return from + 1;
}

/* The new element stands after the block of the unit; a new item of a list after the item. */
static gboolean
insert_element (
    xmlDoc *document, const char *after_unit, const char *element, const char *id, GError **error)
{
  xmlNode *root = xmlDocGetRootElement (document);
  const CogVocabularyRow *row = cog_vocabulary_lookup_name (element);
  xmlNode *after = after_unit != NULL ? cog_xml_find_by_id (root, after_unit) : NULL;
  xmlNode *fresh;

  if (row == NULL || !row->is_block ||
      (row->model != COG_MODEL_INLINES && row->model != COG_MODEL_EITHER))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_USAGE, _ ("“%s” is no element that holds text."),
                   element);
      return FALSE;
    }
  while (after != NULL && after != root)
    {
      const CogVocabularyRow *parent = cog_vocabulary_lookup (after->parent);

      if (row->parents != NULL ? strstr (row->parents, (const char *)after->parent->name) != NULL
                               : parent != NULL && (parent->element == COG_ELEMENT_SECTION ||
                                                    parent->element == COG_ELEMENT_ASIDE ||
                                                    parent->element == COG_ELEMENT_QUOTE))
        break;
      after = after->parent;
    }
  if (row->parents != NULL && (after == NULL || after == root))
    {
      g_set_error (error, COG_ERROR, COG_ERROR_REFUSED, _ ("“%s” cannot stand there."), element);
      return FALSE;
    }
  fresh = xmlNewDocNode (document, root->ns, (const xmlChar *)element, NULL);
  cog_xml_set (fresh, "id", id);
  if (after != NULL && after != root)
    xmlAddNextSibling (after, fresh);
  else if (root->children != NULL)
    xmlAddPrevSibling (root->children, fresh);
  else
    xmlAddChild (root, fresh);
  return TRUE;
}

static CogUnitKind
kind_of (const char *element)
{
  if (element[0] == 'h' && g_ascii_isdigit (element[1]))
    return COG_UNIT_HEADING;
  if (g_str_equal (element, "li"))
    return COG_UNIT_ITEM;
  if (g_str_equal (element, "pre"))
    return COG_UNIT_PREFORMATTED;
  if (g_str_equal (element, "td"))
    return COG_UNIT_CELL;
  if (g_str_equal (element, "dt"))
    return COG_UNIT_TERM;
  if (g_str_equal (element, "dd"))
    return COG_UNIT_DESCRIPTION;
  return COG_UNIT_PARAGRAPH;
}

static char *
dup_free_id (CogProject *self, const char *section)
{
  for (guint n = 1;; n++)
    {
      char *id = g_strdup_printf ("%s-added-%u", section, n);
      g_autoptr (CogQuery) query = cog_query_new (self->db, cog_project_fault (self),
                                                  "SELECT 1 FROM unit WHERE id = ?1", "s", id);

      if (query == NULL || !cog_query_step (query, cog_project_fault (self)))
        return id;
      g_free (id);
    }
}

static gboolean
add_row (CogProject *self,
         const char *section,
         const char *after,
         const char *element,
         const char *id,
         const char *target,
         GError **error)
{
  g_autofree char *sql_position = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *plain = cog_inline_to_plain (target != NULL ? target : "");

  g_ascii_dtostr (number, sizeof number, find_position (self, section, after));
  sql_position = g_strdup_printf (
      "INSERT INTO unit (id, section, position, kind, element, target, state, decision,"
      " n_words) VALUES (?1, ?2, %s, ?3, ?4, ?5, ?6, 'added', ?7)",
      number);
  return cog_query_run (self->db, error, sql_position, "ssssssi", id, section,
                        cog_unit_kind_to_nick (kind_of (element)), element, target,
                        target != NULL && target[0] != '\0' ? "translated" : "initial",
                        (gint64)cog_text_count_words (plain, NULL)) &&
         cog_project_record (self, COG_ROW_UNIT, id, NULL, error);
}

char *
cog_project_add_unit (CogProject *self,
                      const char *section,
                      const char *after_unit,
                      const char *element,
                      const char *target,
                      GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  g_autoptr (xmlDoc) document = NULL;
  gboolean ok = FALSE;

  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL && element != NULL, NULL);

  if (target != NULL && !cog_inline_check (target, error))
    return NULL;
  g_rec_mutex_lock (&self->mutex);
  text = cog_project_dup_structure (self, section, TRUE, error);
  document = text != NULL ? cog_xml_parse_own (text, -1, error) : NULL;
  if (document != NULL && cog_project_begin_step (self, _ ("Added text"), error))
    {
      id = dup_free_id (self, section);
      ok =
          cog_project_end_step (self,
                                insert_element (document, after_unit, element, id, error) &&
                                    cog_project_save_structure (self, section, document, error) &&
                                    add_row (self, section, after_unit, element, id, target, error),
                                error);
    }
  g_rec_mutex_unlock (&self->mutex);
  if (!ok)
    return NULL;
  g_signal_emit_by_name (self, "changed", NULL);
  return g_steal_pointer (&id);
}

gboolean
cog_project_remove_added_unit (CogProject *self, const char *unit_id, GError **error)
{
  g_autoptr (CogUnit) unit = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autoptr (xmlDoc) document = NULL;
  gboolean ok = FALSE;

  g_return_val_if_fail (COG_IS_PROJECT (self) && unit_id != NULL, FALSE);

  g_rec_mutex_lock (&self->mutex);
  unit = cog_project_dup_unit (self, unit_id, error);
  if (unit != NULL && unit->source != NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_REFUSED,
                 _ ("What comes from a source is left out, not removed."));
  else if (unit != NULL)
    {
      text = cog_project_dup_structure (self, unit->section, TRUE, error);
      document = text != NULL ? cog_xml_parse_own (text, -1, error) : NULL;
    }
  if (document != NULL)
    {
      xmlNode *node = cog_xml_find_by_id (xmlDocGetRootElement (document), unit_id);

      if (node != NULL)
        {
          xmlUnlinkNode (node);
          xmlFreeNode (node);
        }
      before = cog_project_row_to_json (self, COG_ROW_UNIT, unit_id, error);
      ok = cog_project_begin_step (self, _ ("Removed added text"), error);
      if (ok)
        ok = cog_project_end_step (
            self,
            cog_project_save_structure (self, unit->section, document, error) &&
                cog_query_run (self->db, error, "DELETE FROM unit WHERE id = ?1", "s", unit_id) &&
                cog_project_record (self, COG_ROW_UNIT, unit_id, before, error),
            error);
    }
  g_rec_mutex_unlock (&self->mutex);
  if (ok)
    g_signal_emit_by_name (self, "changed", NULL);
  return ok;
}

CogAsset *
cog_project_dup_asset (CogProject *self, const char *name, GError **error)
{
  g_autoptr (CogQuery) query = NULL;
  CogAsset *asset = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && name != NULL, NULL);

  g_rec_mutex_lock (&self->mutex);
  query = cog_query_new (
      self->db, error, "SELECT media_type, width, height, origin, bytes FROM asset WHERE name = ?1",
      "s", name);
  if (query != NULL && cog_query_step (query, error))
    {
      g_autofree char *media_type = cog_query_dup_text (query, 0);
      g_autoptr (GBytes) bytes = cog_query_dup_bytes (query, 4);

      asset = cog_asset_new (name, media_type, bytes);
      asset->width = (guint)cog_query_get_int (query, 1);
      asset->height = (guint)cog_query_get_int (query, 2);
      asset->origin = cog_query_dup_text (query, 3);
    }
  else if (error == NULL || *error == NULL)
    g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no file “%s”."), name);
  g_clear_pointer (&query, cog_query_free);
  g_rec_mutex_unlock (&self->mutex);
  return asset;
}
