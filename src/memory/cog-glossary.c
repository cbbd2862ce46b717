/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-glossary-private.h"
#include "cog-language.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WAIT_MS 5000 /* for another Cognate that writes */

char *
cog_glossary_dup_path (void)
{
  const char *moved = g_getenv ("COGNATE_DATA_DIR");

  if (moved != NULL && moved[0] != '\0')
    return g_build_filename (moved, "glossary.sqlite", NULL);
  return g_build_filename (g_get_user_data_dir (), "cognate", "glossary.sqlite", NULL);
}

char *
cog_glossary_dup_base (const char *tag)
{
  g_autofree char *canonical = tag != NULL ? cog_language_canonicalise (tag) : NULL;
  g_autofree char *script = NULL;

  if (canonical == NULL)
    return NULL;
  script = cog_language_dup_script (canonical);
  canonical[strcspn (canonical, "-")] = '\0';
  return g_strdup_printf ("%s-%s", canonical, script != NULL ? script : "zyyy");
}

CogGlossary *
cog_glossary_open (const char *path, GError **error)
{
  g_autoptr (CogGlossary) self = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (CogGlossary, 1);
  g_rec_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  if (sqlite3_open_v2 (path, &self->db,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX,
                       NULL) != SQLITE_OK)
    {
      cog_shared_database_set_error (&cog_glossary_database, self->db, path, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->db, WAIT_MS);
  if (!cog_shared_database_prepare (&cog_glossary_database, self->db, path, error))
    return NULL;
  /* A file from elsewhere may not run what its schema says. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_exec (self->db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;", NULL, NULL, NULL);
  return g_steal_pointer (&self);
}

void
cog_glossary_close (CogGlossary *self)
{
  if (self == NULL)
    return;
  sqlite3_close (self->db);
  g_rec_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

const char *
cog_glossary_get_path (const CogGlossary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

static gboolean
run (CogGlossary *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  cog_shared_database_set_error (&cog_glossary_database, self->db, self->path, error);
  return FALSE;
}

/* Held until the end, so that nothing of another thread gets into it. */
gboolean
cog_glossary_begin (CogGlossary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_rec_mutex_lock (&self->mutex);
  if (run (self, "BEGIN IMMEDIATE", error))
    return TRUE;
  g_rec_mutex_unlock (&self->mutex);
  return FALSE;
}

void
cog_glossary_roll_back (CogGlossary *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  g_rec_mutex_unlock (&self->mutex);
}

gboolean
cog_glossary_commit (CogGlossary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!run (self, "COMMIT", error))
    {
      cog_glossary_roll_back (self);
      return FALSE;
    }
  g_rec_mutex_unlock (&self->mutex);
  return TRUE;
}

gint64
cog_glossary_get_version (CogGlossary *self)
{
  g_autoptr (CogQuery) query = NULL;
  gint64 others;

  g_return_val_if_fail (self != NULL, 0);

  g_rec_mutex_lock (&self->mutex);
  query = cog_query_new (self->db, NULL, "PRAGMA data_version", NULL);
  others = query != NULL && cog_query_step (query, NULL) ? cog_query_get_int (query, 0) : 0;
  others = others * 1000000 + self->n_changes;
  g_rec_mutex_unlock (&self->mutex);
  return others;
}

static gboolean
write_term (CogGlossary *self, gint64 concept, const CogGlossaryTerm *term, GError **error)
{
  g_autofree char *language = cog_language_canonicalise (term->language);
  g_autofree char *base = cog_glossary_dup_base (term->language);

  if (base == NULL)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   /* Translators: what was given as a language's code, such as "pl". */
                   _ ("“%s” is no language."), term->language != NULL ? term->language : "");
      return FALSE;
    }
  return cog_query_run (self->db, error,
                        "INSERT INTO term (concept, language, base, text, status, part_of_speech,"
                        " note, extra) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        "isssssss", concept, language, base, term->text,
                        cog_term_status_to_nick (term->status), term->part_of_speech, term->note,
                        term->extra);
}

static gboolean
write_terms (CogGlossary *self, gint64 concept, const CogGlossaryEntry *entry, GError **error)
{
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < entry->terms->len; i++)
    ok = write_term (self, concept, g_ptr_array_index (entry->terms, i), error);
  return ok;
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static gboolean
insert (CogGlossary *self, CogGlossaryEntry *entry, GError **error)
{
  gint64 id;

  if (!cog_query_run (self->db, error,
                      "INSERT INTO concept (identifier, subject, definition, note, origin, licence,"
                      " project, extra, date) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                      "ssssssssi", entry->identifier, entry->subject, entry->definition,
                      entry->note, entry->origin, entry->licence, entry->project, entry->extra,
                      entry->date != 0 ? entry->date : get_now ()))
    return FALSE;
  id = sqlite3_last_insert_rowid (self->db);
  if (!write_terms (self, id, entry, error))
    return FALSE;
  entry->id = id;
  return TRUE;
}

static gboolean
update (CogGlossary *self, const CogGlossaryEntry *entry, GError **error)
{
  if (!cog_query_run (self->db, error,
                      "UPDATE concept SET identifier = ?, subject = ?, definition = ?, note = ?,"
                      " origin = ?, licence = ?, project = ?, extra = ?, date = ? WHERE id = ?",
                      "ssssssssii", entry->identifier, entry->subject, entry->definition,
                      entry->note, entry->origin, entry->licence, entry->project, entry->extra,
                      get_now (), entry->id))
    return FALSE;
  if (sqlite3_changes (self->db) == 0)
    {
      g_set_error_literal (error, COG_ERROR, COG_ERROR_NOT_FOUND,
                           _ ("The glossary has no such entry any more."));
      return FALSE;
    }
  return cog_query_run (self->db, error, "DELETE FROM term WHERE concept = ?", "i", entry->id) &&
         write_terms (self, entry->id, entry, error);
}

/* The entry's own words; two that contradict each other are two concepts. */
static gboolean
agrees (const char *a, const char *b)
{
  return a == NULL || b == NULL || g_str_equal (a, b);
}

static gboolean
is_same (const CogGlossaryEntry *known, const CogGlossaryEntry *entry)
{
  g_autofree char *first = NULL;
  guint n_shared = 0;

  if (!agrees (known->subject, entry->subject) || !agrees (known->definition, entry->definition))
    return FALSE;
  for (guint i = 0; i < entry->terms->len; i++)
    {
      const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);
      g_autofree char *base = cog_glossary_dup_base (term->language);

      if (base == NULL || !cog_glossary_entry_has (known, term->language, term->text))
        continue;
      if (first == NULL || !g_str_equal (first, base))
        n_shared++;
      if (first == NULL)
        first = g_steal_pointer (&base);
    }
  return n_shared > 1 || (n_shared == 1 && entry->terms->len == 1);
}

/* NULL without an error: there is none. */
static CogGlossaryEntry *
find_same (CogGlossary *self, const CogGlossaryEntry *entry, GError **error)
{
  for (guint i = 0; i < entry->terms->len; i++)
    {
      const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);
      g_autofree char *base = cog_glossary_dup_base (term->language);
      g_autoptr (CogQuery) query =
          cog_query_new (self->db, error,
                         "SELECT DISTINCT concept FROM term JOIN concept ON concept.id = concept"
                         " WHERE base = ? AND text = ? AND project IS ?",
                         "sss", base, term->text, entry->project);

      while (query != NULL && cog_query_step (query, error))
        {
          g_autoptr (CogGlossaryEntry) known =
              cog_glossary_get (self, cog_query_get_int (query, 0), error);

          if (known == NULL || is_same (known, entry))
            return g_steal_pointer (&known);
        }
      if (query == NULL || *error != NULL)
        return NULL;
    }
  return NULL;
}

static void
fill (char **fact, const char *more)
{
  if (*fact == NULL)
    *fact = g_strdup (more);
}

static void
join (CogGlossaryEntry *known, const CogGlossaryEntry *entry)
{
  g_autoptr (CogGlossaryEntry) copy = cog_glossary_entry_copy (entry);

  fill (&known->identifier, entry->identifier);
  fill (&known->subject, entry->subject);
  fill (&known->definition, entry->definition);
  fill (&known->note, entry->note);
  fill (&known->origin, entry->origin);
  fill (&known->licence, entry->licence);
  fill (&known->extra, entry->extra);
  while (copy->terms->len > 0)
    {
      g_autoptr (CogGlossaryTerm) term = g_ptr_array_steal_index (copy->terms, 0);

      if (term->language != NULL && !cog_glossary_entry_has (known, term->language, term->text))
        g_ptr_array_add (known->terms, g_steal_pointer (&term));
    }
}

static gboolean
add (CogGlossary *self, CogGlossaryEntry *entry, GError **error)
{
  GError *fault = NULL;
  g_autoptr (CogGlossaryEntry) known = find_same (self, entry, &fault);

  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  if (known == NULL)
    return insert (self, entry, error);
  join (known, entry);
  entry->id = known->id;
  return update (self, known, error);
}

static gboolean
check (const CogGlossaryEntry *entry, GError **error)
{
  gboolean ok = entry->terms->len > 0;

  for (guint i = 0; ok && i < entry->terms->len; i++)
    {
      const CogGlossaryTerm *term = g_ptr_array_index (entry->terms, i);

      ok = term->text != NULL && term->text[0] != '\0';
    }
  if (!ok)
    g_set_error_literal (error, COG_ERROR, COG_ERROR_INPUT,
                         _ ("An entry of the glossary needs a term."));
  return ok;
}

/* A change is whole or is not there, also within a larger one. */
static gboolean
end_change (CogGlossary *self, gboolean ok, GError **error)
{
  if (!ok)
    {
      sqlite3_exec (self->db, "ROLLBACK TO change", NULL, NULL, NULL);
      sqlite3_exec (self->db, "RELEASE change", NULL, NULL, NULL);
      return FALSE;
    }
  self->n_changes++;
  if (run (self, "RELEASE change", error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

static gboolean
begin_change (CogGlossary *self, GError **error)
{
  /* A savepoint alone would read first and may then find that another has written. */
  if (sqlite3_get_autocommit (self->db))
    return run (self, "BEGIN IMMEDIATE; SAVEPOINT change", error);
  return run (self, "SAVEPOINT change", error);
}

typedef enum
{
  ADD,
  CHANGE,
  REMOVE,
} Change;

static gboolean
remove_entry (CogGlossary *self, gint64 id, GError **error)
{
  if (!cog_query_run (self->db, error, "DELETE FROM term WHERE concept = ?", "i", id) ||
      !cog_query_run (self->db, error, "DELETE FROM concept WHERE id = ?", "i", id))
    return FALSE;
  if (sqlite3_changes (self->db) > 0)
    return TRUE;
  g_set_error_literal (error, COG_ERROR, COG_ERROR_NOT_FOUND,
                       _ ("The glossary has no such entry any more."));
  return FALSE;
}

static gboolean
make_change (CogGlossary *self, Change change, CogGlossaryEntry *entry, gint64 id, GError **error)
{
  gboolean is_alone, ok;

  g_rec_mutex_lock (&self->mutex);
  is_alone = sqlite3_get_autocommit (self->db);
  ok = begin_change (self, error);
  if (ok)
    {
      ok = change == ADD      ? add (self, entry, error)
           : change == CHANGE ? update (self, entry, error)
                              : remove_entry (self, id, error);
      ok = end_change (self, ok, error);
      if (is_alone && !sqlite3_get_autocommit (self->db))
        ok = run (self, ok ? "COMMIT" : "ROLLBACK", ok ? error : NULL) && ok;
    }
  g_rec_mutex_unlock (&self->mutex);
  return ok;
}

gboolean
cog_glossary_add (CogGlossary *self, CogGlossaryEntry *entry, GError **error)
{
  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);

  return check (entry, error) && make_change (self, ADD, entry, 0, error);
}

gboolean
cog_glossary_change (CogGlossary *self, const CogGlossaryEntry *entry, GError **error)
{
  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);

  return check (entry, error) &&
         make_change (self, CHANGE, (CogGlossaryEntry *)entry, entry->id, error);
}

gboolean
cog_glossary_remove (CogGlossary *self, gint64 id, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return make_change (self, REMOVE, NULL, id, error);
}
