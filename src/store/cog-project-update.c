/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-project-update.h"

#include "cog-update-section-private.h"

#include "cog-error.h"
#include "cog-original-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

void
cog_source_update_clear (CogSourceUpdate *update)
{
  g_clear_pointer (&update->licence_before, g_free);
  g_clear_pointer (&update->licence_after, g_free);
  g_clear_pointer (&update->copy, g_free);
}

/* ── The outline ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
has_section (CogUpdate *update, const char *id)
{
  return g_hash_table_contains (update->sections, id);
}

static gboolean
insert_section (CogUpdate *update, const CogSection *section, const char *parent, GError **error)
{
  g_autofree char *content =
      cog_section_get_root (section) != NULL ? cog_section_serialise (section) : NULL;

  update->result->n_sections_added++;
  return cog_query_run (update->self->db, error,
                        "INSERT INTO section (id, source, parent, position, title, type, language,"
                        " origin, is_linear, content, source_parent)"
                        " VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8, ?9, ?3)",
                        "sssssssis", section->id, update->edition->source, parent, section->title,
                        section->type, section->language, section->origin,
                        (gint64)section->is_linear, content) &&
         cog_update_section_units (update, section, error);
}

/* Behind the one that is before it in the new edition; at the beginning, before all. */
static void
place_section (CogUpdate *update, const char *id, const char *before)
{
  guint at = 0;

  for (guint i = 0; before != NULL && i < update->order->len; i++)
    if (g_str_equal (g_ptr_array_index (update->order, i), before))
      at = i + 1;
  g_ptr_array_insert (update->order, (int)at, g_strdup (id));
}

static gboolean
write_section (CogUpdate *update, const CogSection *section, const char *parent, GError **error)
{
  g_autofree char *content =
      cog_section_get_root (section) != NULL ? cog_section_serialise (section) : NULL;

  if (!has_section (update, section->id))
    return insert_section (update, section, parent, error);
  return cog_update_section_merge (update, section, content, error) &&
         cog_query_run (update->self->db, error,
                        "UPDATE section SET title = ?2, type = ?3, language = ?4, origin = ?5,"
                        " is_linear = ?6, content = ?7, source_parent = ?8 WHERE id = ?1",
                        "sssssiss", section->id, section->title, section->type, section->language,
                        section->origin, (gint64)section->is_linear, content, parent);
}

static gboolean
write_sections (CogUpdate *update, GPtrArray *sections, const char *parent, GError **error)
{
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSection *section = g_ptr_array_index (sections, i);

      if (!has_section (update, section->id))
        place_section (update, section->id, update->before);
      if (!write_section (update, section, parent, error))
        return FALSE;
      update->before = section->id;
      g_hash_table_add (update->met, section->id);
      if (!write_sections (update, section->children, section->id, error))
        return FALSE;
    }
  return TRUE;
}

/* What the new edition no longer has is left out, one click from coming back. */
static gboolean
leave_sections_out (CogUpdate *update, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, update->sections);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (g_hash_table_contains (update->met, id))
        continue;
      update->result->n_sections_vanished++;
      if (!cog_query_run (update->self->db, error,
                          "UPDATE section SET is_omitted = 1, reason = coalesce (reason, ?2)"
                          " WHERE id = ?1",
                          "ss", id, cog_update_reason ()))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_order (CogUpdate *update, GError **error)
{
  for (guint i = 0; i < update->order->len; i++)
    if (!cog_query_run (update->self->db, error,
                        "UPDATE section SET position = ?2,"
                        " source_position = CASE WHEN source IS NULL THEN source_position ELSE ?2"
                        " END WHERE id = ?1",
                        "si", g_ptr_array_index (update->order, i), (gint64)i + 1))
      return FALSE;
  return TRUE;
}

static gboolean
read_sections (CogUpdate *update, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query = cog_query_new (
      update->self->db, error, "SELECT id, source FROM section ORDER BY position", NULL);

  if (query == NULL)
    return FALSE;
  while (cog_query_step (query, &fault))
    {
      char *id = cog_query_dup_text (query, 0);
      g_autofree char *source = cog_query_dup_text (query, 1);

      if (id == NULL)
        continue;
      g_ptr_array_add (update->order, id);
      if (g_strcmp0 (source, update->edition->source) == 0)
        g_hash_table_add (update->sections, g_strdup (id));
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* ── What else a source is ───────────────────────────────────────────────────────────────────── */

static char *
dup_licence (CogUpdate *update, GError **error)
{
  g_autoptr (CogQuery) query =
      cog_query_new (update->self->db, error, "SELECT credit FROM source WHERE id = ?1", "s",
                     update->edition->source);
  g_autofree char *json =
      query != NULL && cog_query_step (query, error) ? cog_query_dup_text (query, 0) : NULL;
  g_autoptr (CogCredit) credit = json != NULL ? cog_credit_from_json (json, NULL) : NULL;

  return credit != NULL ? g_strdup (credit->licence) : NULL;
}

/* What a person decided on the old licence says nothing of the new one. */
static gboolean
write_source (CogUpdate *update, GError **error)
{
  const CogSourceEdition *edition = update->edition;
  const CogBook *book = edition->book;
  sqlite3 *db = update->self->db;
  g_autofree char *credit = cog_credit_to_json (book->credit);
  g_autofree char *corrected = g_strconcat ("credit:", edition->source, NULL);

  update->result->licence_before = dup_licence (update, error);
  update->result->licence_after = g_strdup (book->credit->licence);
  if (g_strcmp0 (update->result->licence_before, update->result->licence_after) != 0 &&
      (!cog_query_run (db, error, "UPDATE source SET licence = NULL WHERE id = ?1", "s",
                       edition->source) ||
       !cog_query_run (db, error, "DELETE FROM meta WHERE key = ?1", "s", corrected)))
    return FALSE;
  return cog_query_run (db, error,
                        "UPDATE source SET reader = ?2, original_name = ?3, language = ?4,"
                        " credit = ?5, identifier = ?6, description = ?7, date = ?8, cover = ?9"
                        " WHERE id = ?1",
                        "sssssssss", edition->source, edition->reader, edition->original_name,
                        book->language, credit, book->identifier, book->description, book->date,
                        book->cover) &&
         cog_query_run (db, error, "DELETE FROM original WHERE source = ?1", "s",
                        edition->source) &&
         (edition->original == NULL ||
          cog_original_insert (db, edition->source, edition->original, error));
}

static gboolean
write_assets (CogUpdate *update, GError **error)
{
  for (guint i = 0; i < update->edition->book->assets->len; i++)
    {
      const CogAsset *asset = g_ptr_array_index (update->edition->book->assets, i);

      if (!cog_query_run (update->self->db, error,
                          "INSERT OR REPLACE INTO asset VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                          "sssiisb", asset->name, update->edition->source, asset->media_type,
                          (gint64)asset->width, (gint64)asset->height, asset->origin, asset->bytes))
        return FALSE;
    }
  return TRUE;
}

/* What the new edition says of its items; what a person corrected stays over it. Credits of
 * pictures that the adapter put in have nothing found, and stay as they are. */
static gboolean
write_credits (CogUpdate *update, GError **error)
{
  sqlite3 *db = update->self->db;

  return cog_query_run (db, error,
                        "CREATE TEMP TABLE corrected AS SELECT item, corrected FROM credit"
                        " WHERE corrected IS NOT NULL AND found IS NOT NULL",
                        NULL) &&
         cog_query_run (db, error,
                        "DELETE FROM credit WHERE found IS NOT NULL AND section IN"
                        " (SELECT id FROM section WHERE source = ?1)",
                        "s", update->edition->source) &&
         cog_project_insert_credits (update->self, update->edition->book, 0, error) &&
         cog_query_run (db, error,
                        "UPDATE credit SET corrected = (SELECT corrected FROM corrected WHERE"
                        " corrected.item = credit.item) WHERE corrected IS NULL",
                        NULL) &&
         cog_query_run (db, error, "DROP TABLE corrected", NULL);
}

static gboolean
write_report (CogUpdate *update, GError **error)
{
  static const char *const statements[] = { "DELETE FROM place WHERE source = ?1",
                                            "DELETE FROM kept WHERE source = ?1",
                                            "DELETE FROM finding WHERE source = ?1" };
  const CogSourceEdition *edition = update->edition;

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!cog_query_run (update->self->db, error, statements[i], "s", edition->source))
      return FALSE;
  return cog_project_insert_places (update->self, edition->source, edition->book, error) &&
         cog_project_insert_report (update->self, edition->source, edition->book, NULL,
                                    edition->report, error);
}

/* Steps before it speak of sections and units as they were. */
static gboolean
cut_history (CogUpdate *update, GError **error)
{
  return cog_query_run (update->self->db, error, "DELETE FROM change", NULL) &&
         cog_query_run (update->self->db, error, "DELETE FROM step", NULL);
}

static gboolean
write_all (CogUpdate *update, GError **error)
{
  return read_sections (update, error) &&
         write_sections (update, update->edition->book->sections, NULL, error) &&
         leave_sections_out (update, error) && write_order (update, error) &&
         write_source (update, error) && write_assets (update, error) &&
         write_credits (update, error) && write_report (update, error) &&
         cut_history (update, error);
}

static gboolean
is_source (CogProject *self, const char *source, GError **error)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (self);

  for (guint i = 0; i < sources->len; i++)
    if (g_str_equal (((CogProjectSource *)g_ptr_array_index (sources, i))->id, source))
      return TRUE;
  g_set_error (error, COG_ERROR, COG_ERROR_NOT_FOUND, _ ("There is no source “%s”."), source);
  return FALSE;
}

/* A trial does all of it, so that it counts what an update would, and rolls it back. */
static gboolean
run (CogUpdate *update, gboolean is_trial, GError **error)
{
  CogProject *self = update->self;
  g_autoptr (GError) fault = NULL;
  gboolean ok;

  if (!cog_project_begin (self, error))
    return FALSE;
  ok = write_all (update, is_trial ? &fault : error);
  if (!is_trial)
    return cog_project_end_step (self, ok, error);
  ok = ok && cog_project_check_fault (self, &fault);
  cog_project_end_step (self, FALSE, NULL);
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return ok;
}

static gboolean
update_source (CogProject *self,
               const CogSourceEdition *edition,
               gboolean is_trial,
               CogSourceUpdate *result,
               GError **error)
{
  CogSourceUpdate done = { 0 };
  CogUpdate update = { self, edition, &done };
  gboolean ok;

  cog_project_enter (self);
  update.order = g_ptr_array_new_with_free_func (g_free);
  update.sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  update.met = g_hash_table_new (g_str_hash, g_str_equal);
  update.elements = cog_book_index_elements (edition->book);
  ok = is_source (self, edition->source, error) &&
       (is_trial || (done.copy = cog_project_copy_beside (self, "before-update", error)) != NULL);
  g_clear_error (&self->fault);
  if (ok)
    {
      ok = run (&update, is_trial, error);
      /* It says nothing that the project itself does not. */
      if (!ok && done.copy != NULL)
        g_unlink (done.copy);
      cog_project_end_go (self);
    }
  g_ptr_array_unref (update.order);
  g_hash_table_unref (update.sections);
  g_hash_table_unref (update.met);
  g_hash_table_unref (update.elements);
  cog_project_leave (self);
  if (!ok)
    {
      cog_source_update_clear (&done);
      return FALSE;
    }
  *result = done;
  return TRUE;
}

gboolean
cog_project_update_source (CogProject *self,
                           const CogSourceEdition *edition,
                           CogSourceUpdate *result,
                           GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self) && edition != NULL && result != NULL, FALSE);

  if (!update_source (self, edition, FALSE, result, error))
    return FALSE;
  cog_project_emit (self, "changed", NULL);
  return TRUE;
}

gboolean
cog_project_try_update (CogProject *self,
                        const CogSourceEdition *edition,
                        CogSourceUpdate *result,
                        GError **error)
{
  g_return_val_if_fail (COG_IS_PROJECT (self) && edition != NULL && result != NULL, FALSE);
  return update_source (self, edition, TRUE, result, error);
}
