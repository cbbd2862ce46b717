/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-recovery-private.h"

#include "cog-credit.h"

/* A picture of one clear pixel: what stands for one that is lost. */
static const guint8 blank_png[] = {
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
  0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x04, 0x00, 0x00,
  0x00, 0xb5, 0x1c, 0x0c, 0x02, 0x00, 0x00, 0x00, 0x0b, 0x49, 0x44, 0x41, 0x54, 0x78,
  0xda, 0x63, 0x60, 0x60, 0x00, 0x00, 0x00, 0x03, 0x00, 0x01, 0x2b, 0x09, 0x4d, 0x84,
  0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};

typedef gboolean (*RowFunc) (CogProject *self, CogReport *report, CogQuery *row, GError **error);

/* A row at a time; what func changes must not come again, so that sql is to gather its rows. */
static gboolean
foreach_row (CogProject *self, CogReport *report, const char *sql, RowFunc func, GError **error)
{
  g_autoptr (CogQuery) query = cog_query_new (self->db, error, sql, NULL);
  g_autoptr (GError) fault = NULL;

  if (query == NULL)
    return FALSE;
  while (cog_query_step (query, &fault))
    if (!func (self, report, query, error))
      return FALSE;
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
is_credit (const char *json)
{
  g_autoptr (CogCredit) credit = json != NULL ? cog_credit_from_json (json, NULL) : NULL;

  return credit != NULL;
}

/* row: id, credit, original_name, whether the original is there */
static gboolean
mend_source (CogProject *self, CogReport *report, CogQuery *row, GError **error)
{
  g_autofree char *id = cog_query_dup_text (row, 0);
  g_autofree char *json = cog_query_dup_text (row, 1);
  g_autofree char *name = cog_query_dup_text (row, 2);
  g_autoptr (CogCredit) empty = cog_credit_new ();
  g_autofree char *fresh = cog_credit_to_json (empty);

  if (name != NULL && cog_query_get_int (row, 3) == 0)
    cog_report_add (report, &cog_recovery_original, id, name, NULL);
  if (is_credit (json))
    return TRUE;
  cog_report_add (report, &cog_recovery_source, id, NULL, NULL);
  return cog_query_run (self->db, error, "UPDATE source SET credit = ?2 WHERE id = ?1", "ss", id,
                        fresh);
}

/* Sources of which only sections are left, or nothing at all. */
static gboolean
add_lost_sources (CogProject *self, GError **error)
{
  return cog_query_run (self->db, error,
                        "INSERT OR IGNORE INTO source (id, position, credit) SELECT source,"
                        " 1000 + (SELECT count(*) FROM source), '' FROM section"
                        " WHERE source IS NOT NULL GROUP BY source",
                        NULL) &&
         cog_query_run (self->db, error,
                        "INSERT INTO source (id, position, credit) SELECT 's1', 0, ''"
                        " WHERE NOT EXISTS (SELECT 1 FROM source)",
                        NULL);
}

/* row: key, found, corrected */
static gboolean
mend_credit (CogProject *self, CogReport *report, CogQuery *row, GError **error)
{
  g_autofree char *key = cog_query_dup_text (row, 0);
  g_autofree char *found = cog_query_dup_text (row, 1);
  g_autofree char *corrected = cog_query_dup_text (row, 2);

  if ((found == NULL || is_credit (found)) && (corrected == NULL || is_credit (corrected)))
    return TRUE;
  cog_report_add (report, &cog_recovery_credit, key, NULL, NULL);
  return cog_query_run (self->db, error,
                        "UPDATE credit SET found = ?2, corrected = ?3 WHERE key = ?1", "sss", key,
                        is_credit (found) ? found : NULL, is_credit (corrected) ? corrected : NULL);
}

/* ── Pictures ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
put_blank (CogProject *self, CogReport *report, const char *name, GError **error)
{
  g_autoptr (GBytes) png = g_bytes_new_static (blank_png, sizeof blank_png);

  if (!cog_query_run (self->db, error,
                      "INSERT OR IGNORE INTO asset (name, source) VALUES (?1, (SELECT id FROM"
                      " source ORDER BY position LIMIT 1))",
                      "s", name) ||
      !cog_query_run (self->db, error,
                      "UPDATE asset SET media_type = 'image/png', width = 1, height = 1, bytes = ?2"
                      " WHERE name = ?1 AND bytes IS NULL",
                      "sb", name, png))
    return FALSE;
  if (sqlite3_changes (self->db) > 0)
    cog_report_add (report, &cog_recovery_picture, NULL, name, NULL);
  return TRUE;
}

static gboolean
put_blanks_of (CogProject *self, CogReport *report, xmlNode *root, GError **error)
{
  static const char *const attributes[] = { "src", "poster" };

  for (xmlNode *n = root; n != NULL; n = cog_xml_next_in (root, n))
    for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
      {
        g_autofree char *name =
            n->type == XML_ELEMENT_NODE ? cog_xml_dup_attribute (n, attributes[i]) : NULL;

        if (name != NULL && !put_blank (self, report, name, error))
          return FALSE;
      }
  return TRUE;
}

/* row: content, target */
static gboolean
mend_pictures_of (CogProject *self, CogReport *report, CogQuery *row, GError **error)
{
  for (int column = 0; column < 2; column++)
    {
      g_autofree char *text = cog_query_dup_text (row, column);
      g_autoptr (xmlDoc) document = text != NULL ? cog_xml_parse_own (text, -1, NULL) : NULL;

      if (document != NULL && !put_blanks_of (self, report, xmlDocGetRootElement (document), error))
        return FALSE;
    }
  return TRUE;
}

/* row: name */
static gboolean
mend_cut_picture (CogProject *self, CogReport *report, CogQuery *row, GError **error)
{
  g_autofree char *name = cog_query_dup_text (row, 0);

  return put_blank (self, report, name, error);
}

gboolean
cog_recovery_mend_pictures (CogProject *self, CogReport *report, GError **error)
{
  return foreach_row (self, report, "SELECT content, target FROM section", mend_pictures_of,
                      error) &&
         foreach_row (self, report,
                      "WITH cut AS MATERIALIZED (SELECT name FROM asset WHERE bytes IS NULL)"
                      " SELECT name FROM cut",
                      mend_cut_picture, error) &&
         cog_query_run (self->db, error,
                        "UPDATE source SET cover = NULL WHERE cover NOT IN (SELECT name FROM "
                        "asset)",
                        NULL);
}

gboolean
cog_recovery_mend (CogProject *self, CogReport *report, GError **error)
{
  return add_lost_sources (self, error) &&
         foreach_row (self, report,
                      "WITH every AS MATERIALIZED (SELECT * FROM source) SELECT id, credit,"
                      " original_name, EXISTS (SELECT 1 FROM original WHERE source = every.id AND"
                      " bytes IS NOT NULL) FROM every",
                      mend_source, error) &&
         cog_query_run (self->db, error, "DELETE FROM original WHERE bytes IS NULL", NULL) &&
         foreach_row (self, report,
                      "WITH every AS MATERIALIZED (SELECT key, found, corrected FROM credit)"
                      " SELECT key, found, corrected FROM every",
                      mend_credit, error) &&
         cog_recovery_mend_sections (self, report, error) &&
         cog_recovery_mend_pictures (self, report, error);
}
