/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-private.h"

#include "cog-project-engines.h"
#include "cog-project.h"
#include "cog-project-report.h"
#include "cog-reader.h"
#include "cog-remove.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* A project file comes from outside, too: by mail, from a colleague. An input is either such a
 * file, or statements in SQL that are run on a good one. Of bytes changed at random nearly all end
 * in SQLite; by statements it is our own tables that lie. */

#define MAX_STEPS 100 /* of a thousand instructions of SQLite each */

static const char book_text[] =
    "<!DOCTYPE html><html lang=\"en\"><title>Ponds</title><body><h1>Ponds</h1>"
    "<p id=\"a\">A <b>pond</b> is small<a href=\"#b\">.</a> It freezes.</p><h2>Life</h2>"
    "<ul><li>Frogs</li><li id=\"b\">Newts</li></ul><table><tr><th>a</th><td>1</td></tr></table>"
    "<figure><img src=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQ"
    "VR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\" alt=\"Frog\"><figcaption>A frog. Ann Lee, CC BY "
    "4.0</figcaption></figure><p>CC BY-SA 4.0</p></body></html>";

static char *folder, *path;

static gboolean
fill (CogProject *project, gpointer user_data, GError **error)
{
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (book_text, strlen (book_text));
  g_autofree char *page = g_build_filename (folder, "ponds.html", NULL);
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *id = NULL;

  g_file_set_contents (page, book_text, -1, NULL);
  source = cog_source_new_for_path (page, NULL, error);
  book = cog_reader_read (source, report, NULL, NULL, NULL, error);
  if (book != NULL)
    id = cog_project_add_source (project, book, "html", "ponds.html", bytes, report, error);
  return id != NULL;
}

static void
remove_folder (void)
{
  cog_remove_tree (folder);
}

/* A good file with a history, made once. (transfer none) */
static GBytes *
get_good (void)
{
  static GBytes *good;
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) units = NULL;
  char *data;
  gsize size;

  if (good != NULL)
    return good;
  folder = g_dir_make_tmp ("cognate-fuzz-project-XXXXXX", &error);
  g_assert_no_error (error);
  atexit (remove_folder);
  path = g_build_filename (folder, "x.cognate", NULL);
  project = cog_project_create (path, "ru", NULL, fill, NULL, &error);
  g_assert_no_error (error);
  units = cog_project_list_units (project, NULL, &error);
  for (guint i = 0; i < units->len; i += 2)
    {
      CogUnit *unit = units->pdata[i];
      CogEngineEdit edit = { { unit->id, COG_UNIT_SET_TARGET, unit->source }, "apertium", 0 };

      cog_project_edit_by_engine (project, &edit, 1, "Edit", NULL);
    }
  cog_project_undo (project, 1, NULL);
  cog_project_close (project, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  good = g_bytes_new_take (data, size);
  return good;
}

static int
count_steps (void *left)
{
  return --*(int *)left < 0;
}

static void
run_statements (const char *sql)
{
  sqlite3 *db = NULL;
  int left = MAX_STEPS;

  sqlite3_open (path, &db);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, 1 << 20);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_progress_handler (db, 1000, count_steps, &left);
  sqlite3_exec (db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;", NULL, NULL, NULL);
  sqlite3_exec (db, sql, NULL, NULL, NULL);
  sqlite3_close (db);
}

static void
read_section (CogProject *project, const char *id)
{
  g_autofree char *source = cog_project_dup_skeleton (project, id, FALSE, NULL);
  g_autofree char *target = cog_project_dup_skeleton (project, id, TRUE, NULL);
  g_autoptr (GPtrArray) units = cog_project_list_units (project, id, NULL);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      CogUnit *unit = units->pdata[i];

      g_assert_true (unit->source == NULL || g_utf8_validate (unit->source, -1, NULL));
      g_assert_true (unit->target == NULL || g_utf8_validate (unit->target, -1, NULL));
    }
}

static void
read_all (CogProject *project)
{
  g_autoptr (GPtrArray) sources = cog_project_list_sources (project);
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  g_autoptr (GPtrArray) credits = cog_project_list_credits (project);
  g_autoptr (GPtrArray) found = cog_project_list_found_credits (project);
  g_autoptr (GPtrArray) history = cog_project_list_history (project, 50);
  g_autoptr (GPtrArray) components = cog_project_list_components (project, NULL);
  g_autoptr (GPtrArray) reports = cog_project_list_import_reports (project, NULL);
  g_autoptr (GPtrArray) engine_texts = cog_project_list_engine_texts (project, NULL, NULL);
  g_autoptr (CogBook) adaptation = NULL;

  for (guint i = 0; i < sections->len; i++)
    read_section (project, ((CogSectionInfo *)sections->pdata[i])->id);
  for (guint i = 0; i < sources->len; i++)
    {
      const char *id = ((CogProjectSource *)sources->pdata[i])->id;
      g_autoptr (CogBook) book = cog_project_dup_source_book (project, id, NULL);
      int original = cog_project_open_original (project, id, NULL);

      if (original >= 0)
        close (original);
    }
  adaptation = cog_project_dup_adaptation (project, NULL, NULL);
}

void
fuzz_project (const char *id, const guint8 *data, gsize size)
{
  GBytes *good = get_good ();
  gboolean is_file = size > 15 && memcmp (data, "SQLite format 3", 15) == 0;
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, is_file ? (const char *)data : g_bytes_get_data (good, NULL),
                            (gssize)(is_file ? size : g_bytes_get_size (good)),
                            G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  if (!is_file)
    {
      g_autofree char *sql = fuzz_dup_text (data, size);

      run_statements (sql);
    }
  project = cog_project_open (path, COG_PROJECT_READ, &error);
  g_assert_true ((project == NULL) == (error != NULL));
  if (project != NULL)
    read_all (project);
  g_clear_object (&project);
  g_clear_error (&error);
  project = cog_project_open (path, COG_PROJECT_WRITE, &error);
  g_assert_true ((project == NULL) == (error != NULL));
  if (project == NULL)
    return;
  cog_project_undo (project, 50, NULL);
  cog_project_redo (project, 50, NULL);
  read_all (project);
  cog_project_close (project, NULL);
}
