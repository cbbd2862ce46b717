/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define OPENING 48 /* characters */

void
cog_section_info_free (CogSectionInfo *info)
{
  if (info == NULL)
    return;
  g_free (info->id);
  g_free (info->parent);
  g_free (info->source);
  g_free (info->title);
  g_free (info->name);
  g_free (info->target_title);
  g_free (info->type);
  g_free (info);
}

const char *
cog_section_info_get_label (const CogSectionInfo *info, gboolean in_target)
{
  g_return_val_if_fail (info != NULL, NULL);
  return in_target && info->target_title != NULL ? info->target_title : info->name;
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

static void
read_machine (CogProject *self, GHashTable *by_id)
{
  g_autoptr (CogQuery) query =
      cog_query_new (self->db, cog_project_fault (self),
                     "SELECT unit.section, count(*), sum(unit.n_words) FROM engine_text JOIN unit"
                     " WHERE " COG_ENGINE_TEXT_STANDS " GROUP BY unit.section",
                     NULL);

  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      g_autofree char *id = cog_query_dup_text (query, 0);
      CogSectionInfo *info = id != NULL ? g_hash_table_lookup (by_id, id) : NULL;

      if (info == NULL)
        continue;
      info->n_units_machine = (guint)cog_query_get_int (query, 1);
      info->n_words_machine = (guint)cog_query_get_int (query, 2);
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

/* So many characters tell a section from its neighbours in a list. */
#define NAME_LENGTH 48

/* The words that fit, and an ellipsis where there are more. */
static char *
dup_first_words (const char *text)
{
  const char *end = text;
  const char *last_space = NULL;

  for (guint i = 0; i < NAME_LENGTH && *end != '\0'; i++, end = g_utf8_next_char (end))
    if (*end == ' ')
      last_space = end;
  if (*end == '\0')
    return g_strdup (text);
  /* Thai and Chinese have no spaces: there it is cut where it is full. */
  if (last_space != NULL)
    end = last_space;
  return g_strdup_printf ("%.*s…", (int)(end - text), text);
}

/* A page of pictures, a letter, a dedication have no title: what they begin with names them. */
static char *
dup_name (CogProject *self, const char *section)
{
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, cog_project_fault (self),
      "SELECT source FROM unit WHERE section = ?1 AND source IS NOT NULL ORDER BY position LIMIT 8",
      "s", section);

  while (query != NULL && cog_query_step (query, cog_project_fault (self)))
    {
      g_autofree char *source = cog_query_dup_text (query, 0);
      g_autofree char *plain = cog_inline_to_plain (source);

      if (plain[0] != '\0')
        return dup_first_words (plain);
    }
  return g_strdup (_ ("Without a title"));
}

static void
read_names (CogProject *self, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      CogSectionInfo *info = g_ptr_array_index (list, i);

      info->name = info->title != NULL && info->title[0] != '\0' ? g_strdup (info->title)
                                                                 : dup_name (self, info->id);
    }
}

GPtrArray *
cog_project_list_sections (CogProject *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)cog_section_info_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CogQuery) query = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self), list);

  cog_project_enter (self);
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
  read_machine (self, by_id);
  read_titles (self, by_id);
  read_names (self, list);
  cog_project_leave (self);
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

  cog_project_enter (self);
  text = cog_project_dup_structure (self, section, of_target, error);
  cog_project_leave (self);
  return text;
}

gboolean
cog_project_omit_section (
    CogProject *self, const char *section, gboolean omit, const char *reason, GError **error)
{
  g_autofree char *before = NULL;
  gboolean ok;

  g_return_val_if_fail (COG_IS_PROJECT (self) && section != NULL, FALSE);

  cog_project_enter (self);
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
  cog_project_leave (self);
  if (ok)
    cog_project_emit (self, "changed", NULL);
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

CogAsset *
cog_project_dup_asset (CogProject *self, const char *name, GError **error)
{
  g_autoptr (CogQuery) query = NULL;
  CogAsset *asset = NULL;

  g_return_val_if_fail (COG_IS_PROJECT (self) && name != NULL, NULL);

  cog_project_enter (self);
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
  cog_project_leave (self);
  return asset;
}
