/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* The outline, and which sections a source has in it, without a look at the texts. */
#define OUTLINE                                                                                    \
  "CREATE INDEX section_outline ON section (is_absent, position, id, parent, source, title, type," \
  " is_omitted);"

/* Where the sources printed what became their units and other elements, by id; and what was said
 * when they were imported: how much of each kind was kept, and each finding, with the element or
 * section of the source that it leads to. */
#define IMPORTED                                                                                   \
  "CREATE TABLE place (id TEXT PRIMARY KEY, source TEXT NOT NULL, page INTEGER NOT NULL,"          \
  " x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL) WITHOUT ROWID;"   \
  "CREATE INDEX place_page ON place (source, page);"                                               \
  "CREATE TABLE kept (source TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL,"           \
  " PRIMARY KEY (source, kind)) WITHOUT ROWID;"                                                    \
  "CREATE TABLE finding (source TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL,"       \
  " effect TEXT NOT NULL, severity TEXT NOT NULL, sentence TEXT NOT NULL, first TEXT,"             \
  " second TEXT, place TEXT NOT NULL, target TEXT, count INTEGER NOT NULL,"                        \
  " PRIMARY KEY (source, position)) WITHOUT ROWID;"

/* What the adapter answered to the lenses' findings, and what was agreed on for the whole book.
 * key: of an answer unit, lens, number and words, of an agreement kind and original, separated by
 * U+001F.
 */
#define ANSWERED                                                                                   \
  "CREATE TABLE answer (key TEXT PRIMARY KEY, unit TEXT NOT NULL, lens TEXT NOT NULL,"             \
  " text TEXT NOT NULL, nth INTEGER NOT NULL, choice TEXT NOT NULL, words TEXT, reason TEXT)"      \
  " WITHOUT ROWID;"                                                                                \
  "CREATE INDEX answer_unit ON answer (unit);"                                                     \
  "CREATE TABLE agreement (key TEXT PRIMARY KEY, kind TEXT NOT NULL, original TEXT NOT NULL,"      \
  " words TEXT NOT NULL, note TEXT, date TEXT) WITHOUT ROWID;"

/* What an engine (a memory, a program, a server) put into a unit, as it put it there; and what a
 * unit's source said before the source was brought up to date. */
#define BY_ENGINE                                                                                  \
  "CREATE TABLE engine_text (unit TEXT PRIMARY KEY, engine TEXT NOT NULL, score INTEGER,"          \
  " target TEXT NOT NULL, date INTEGER);"                                                          \
  "CREATE TABLE former_source (unit TEXT PRIMARY KEY, source TEXT NOT NULL);"

/* Version 5. Later versions add a row to migrations[] below, and never change this text's meaning.
 * Of a section, parent and position are those in the adaptation; source_parent and source_position
 * those in its source, whatever is done. One that is absent belongs to a source of which the
 * adaptation took other sections, and has no units. */
static const char schema[] =
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
    "CREATE TABLE source (id TEXT PRIMARY KEY, position INTEGER NOT NULL, reader TEXT, "
    "original_name TEXT,"
    " language TEXT, credit TEXT NOT NULL, licence TEXT, progression INTEGER, is_vertical INTEGER,"
    " identifier TEXT, description TEXT, date TEXT, cover TEXT);"
    "CREATE TABLE original (source TEXT PRIMARY KEY, bytes BLOB);"
    "CREATE TABLE asset (name TEXT PRIMARY KEY, source TEXT, media_type TEXT, width INTEGER, "
    "height INTEGER,"
    " origin TEXT, bytes BLOB);"
    "CREATE TABLE section (id TEXT PRIMARY KEY, source TEXT, parent TEXT, position INTEGER NOT "
    "NULL,"
    " title TEXT, type TEXT, language TEXT, origin TEXT, is_linear INTEGER, content TEXT, target "
    "TEXT,"
    " is_omitted INTEGER NOT NULL DEFAULT 0, reason TEXT, source_parent TEXT,"
    " source_position INTEGER, is_absent INTEGER NOT NULL DEFAULT 0);"
    "CREATE INDEX section_order ON section (position);" OUTLINE
    "CREATE TABLE unit (id TEXT PRIMARY KEY, section TEXT NOT NULL, position REAL NOT NULL, kind "
    "TEXT NOT NULL,"
    " element TEXT, source TEXT, target TEXT, state TEXT NOT NULL DEFAULT 'initial',"
    " decision TEXT NOT NULL DEFAULT 'none', reason TEXT, note TEXT, n_words INTEGER NOT NULL "
    "DEFAULT 0, origins TEXT, works TEXT);"
    "CREATE INDEX unit_order ON unit (section, position);"
    "CREATE INDEX unit_count ON unit (section, state, decision, n_words);"
    "CREATE TABLE credit (key TEXT PRIMARY KEY, position INTEGER NOT NULL, item TEXT NOT NULL, "
    "section TEXT,"
    " images TEXT, label TEXT, kind TEXT, found TEXT, corrected TEXT);"
    "CREATE TABLE step (number INTEGER PRIMARY KEY, time INTEGER NOT NULL, label TEXT,"
    " undone INTEGER NOT NULL DEFAULT 0);"
    "CREATE TABLE change (step INTEGER NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT NULL,"
    " key TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (step, seq)) WITHOUT ROWID;" IMPORTED
        ANSWERED BY_ENGINE;

/* migrations[n] brings a file of version n to n + 1. There was no version 0: it stands for the
 * files of the time before the first release, which had no column for a source's decided licence.
 */
static const char *const migrations[] = {
  "ALTER TABLE source ADD COLUMN licence TEXT;",
  "ALTER TABLE section ADD COLUMN source_parent TEXT;"
  "ALTER TABLE section ADD COLUMN source_position INTEGER;"
  "ALTER TABLE section ADD COLUMN is_absent INTEGER NOT NULL DEFAULT 0;"
  "UPDATE section SET source_parent = parent, source_position = position;" OUTLINE
  "ALTER TABLE unit ADD COLUMN origins TEXT;"
  "ALTER TABLE unit ADD COLUMN works TEXT;"
  "UPDATE unit SET works = (SELECT source FROM section WHERE section.id = unit.section)"
  " WHERE source IS NOT NULL;",
  IMPORTED,
  ANSWERED,
  BY_ENGINE,
};

/* Of a file of any version; and those that came with versions 3, 4 and 5. */
#define N_TABLES 9
#define N_TABLES_IMPORTED 3
#define N_TABLES_ANSWERED 2
#define N_TABLES_BY_ENGINE 2

gboolean
cog_project_schema_create (sqlite3 *db, GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d;",
                                            COG_PROJECT_APPLICATION_ID, COG_PROJECT_VERSION);

  if (sqlite3_exec (db, marks, NULL, NULL, NULL) == SQLITE_OK &&
      sqlite3_exec (db, schema, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  cog_query_set_error (db, error);
  return FALSE;
}

static gboolean
read_pragma (sqlite3 *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogQuery) query = cog_query_new (db, error, sql, NULL);

  if (query == NULL)
    return FALSE;
  if (cog_query_step (query, &fault))
    {
      *value = cog_query_get_int (query, 0);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* By SQLite itself, so that what a crash left in the log is in it, too. */
static gboolean
copy_database (sqlite3 *db, const char *path, GError **error)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup = NULL;
  gboolean ok = sqlite3_open (path, &copy) == SQLITE_OK &&
                sqlite3_exec (copy, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;", NULL, NULL,
                              NULL) == SQLITE_OK;

  if (ok)
    backup = sqlite3_backup_init (copy, "main", db, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      ok = sqlite3_backup_finish (backup) == SQLITE_OK;
    }
  if (!ok || backup == NULL)
    {
      cog_query_set_error_of (copy, path, error);
      ok = FALSE;
    }
  sqlite3_close (copy);
  return ok;
}

/* A copy beside, for the case that the new version is not what was hoped for; one that stands there
 * already is not written over. Returns its path. */
char *
cog_project_copy_beside (CogProject *self, const char *suffix, GError **error)
{
  g_autofree char *part = g_strconcat (self->path, ".copy", NULL);
  g_autoptr (GError) fault = NULL;

  g_unlink (part);
  if (copy_database (self->db, part, error))
    for (guint n = 1; n < 1000; n++)
      {
        g_autofree char *copy = n == 1 ? g_strdup_printf ("%s.%s", self->path, suffix)
                                       : g_strdup_printf ("%s.%s-%u", self->path, suffix, n);

        g_clear_error (&fault);
        if (cog_project_take_place (part, copy, &fault))
          return g_steal_pointer (&copy);
        if (!g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_EXISTS))
          break;
      }
  g_unlink (part);
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

static gboolean
run_migrations (CogProject *self, gint64 version, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version=%d;", COG_PROJECT_VERSION);

  if (!cog_query_run (self->db, error, "PRAGMA synchronous=FULL", NULL) ||
      !cog_query_run (self->db, error, "BEGIN IMMEDIATE", NULL))
    return FALSE;
  for (gint64 v = version; v < COG_PROJECT_VERSION; v++)
    if (sqlite3_exec (self->db, migrations[v], NULL, NULL, NULL) != SQLITE_OK)
      {
        cog_query_set_error (self->db, error);
        return FALSE;
      }
  if (sqlite3_exec (self->db, mark, NULL, NULL, NULL) == SQLITE_OK)
    return cog_query_run (self->db, error, "COMMIT", NULL);
  cog_query_set_error (self->db, error);
  return FALSE;
}

static gboolean
migrate (CogProject *self, gint64 version, GError **error)
{
  g_autofree char *suffix = g_strdup_printf ("version-%d", (int)version);
  g_autofree char *copy = cog_project_copy_beside (self, suffix, error);

  if (copy == NULL)
    return FALSE;
  if (run_migrations (self, version, error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  g_unlink (copy);
  return FALSE;
}

/* Views and triggers would run with our own statements; a project has none. */
static gboolean
check_tables (CogProject *self, const char *name, gint64 version, GError **error)
{
  gint64 n_tables = N_TABLES + (version >= 3 ? N_TABLES_IMPORTED : 0) +
                    (version >= 4 ? N_TABLES_ANSWERED : 0) +
                    (version >= 5 ? N_TABLES_BY_ENGINE : 0);
  g_autoptr (CogQuery) query = cog_query_new (
      self->db, error,
      "SELECT (SELECT count(*) FROM sqlite_schema WHERE type IN ('view', 'trigger')),"
      " (SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('meta', 'source',"
      " 'original', 'asset', 'section', 'unit', 'credit', 'step', 'change', 'place', 'kept', "
      "'finding', 'answer', 'agreement', 'engine_text', 'former_source')"
      " AND sql LIKE 'CREATE TABLE%')",
      NULL);

  if (query == NULL || !cog_query_step (query, error))
    return FALSE;
  if (cog_query_get_int (query, 0) == 0 && cog_query_get_int (query, 1) == n_tables)
    return TRUE;
  g_set_error (
      error, COG_ERROR, COG_ERROR_CORRUPT,
      _ ("%s: the project file is damaged (%s). Open a copy from before, such as a backup."), name,
      "schema");
  return FALSE;
}

void
cog_project_set_newer (const char *name, GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_NEWER,
               _ ("%s: was made by a newer Cognate. Update Cognate to open it."), name);
}

gboolean
cog_project_schema_check (CogProject *self, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->path);
  gint64 application = 0;
  gint64 version = 0;

  if (!read_pragma (self->db, "PRAGMA application_id", &application, error) ||
      !read_pragma (self->db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application != COG_PROJECT_APPLICATION_ID)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT, _ ("%s: is no Cognate project."), name);
      return FALSE;
    }
  if (version > COG_PROJECT_VERSION)
    {
      cog_project_set_newer (name, error);
      return FALSE;
    }
  if (!check_tables (self, name, version, error))
    return FALSE;
  if (version == COG_PROJECT_VERSION)
    return TRUE;
  if (version < 0 || self->mode == COG_PROJECT_READ)
    {
      g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
                   _ ("%s: is of an older version; open it for writing once."), name);
      return FALSE;
    }
  return migrate (self, version, error);
}
