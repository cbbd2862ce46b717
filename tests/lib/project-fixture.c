/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-fixture.h"

#include "cog-project-structure.h"
#include "folder.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

CogBook *
project_fixture_make_book (guint n_paragraphs)
{
  CogBook *book = cog_book_new ();
  CogSection *one = cog_section_new ("one", "One");
  CogSection *two = cog_section_new ("two", "Two");
  g_autoptr (GString) text = g_string_new (
      "<section xmlns='" COG_NS_XHTML "' xmlns:epub='" COG_NS_EPUB "'>"
      "<h1>One</h1><figure id='f'><img id='i' src='a.png' alt='A cat'/>"
      "<figcaption id='c'>Cat</figcaption></figure>"
      "<p id='r'>See<a epub:type='noteref' role='doc-noteref' href='#n'>1</a></p>"
      "<ul><li id='l1'>x</li><li id='l2'>y</li></ul>"
      "<aside id='n' epub:type='footnote' role='doc-footnote'><p id='np'>Note</p></aside>");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("png", 3);
  CogCredit *credit = cog_credit_new ();

  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (text, "<p id='p%u'>Paragraph <em>%u</em> speaks.</p>", i, i);
  g_string_append (text, "</section>");
  one->content = cog_xml_parse_own (text->str, -1, NULL);
  two->content =
      cog_xml_parse_own ("<section xmlns='" COG_NS_XHTML "'><h1 id='h2'>Two</h1><p id='q'>Go to "
                         "<a href='#p0'>one</a>.</p></section>",
                         -1, NULL);
  g_ptr_array_add (book->sections, one);
  g_ptr_array_add (one->children, two);
  cog_book_add_asset (book, cog_asset_new ("a.png", "image/png", bytes));
  book->language = g_strdup ("en");
  book->credit->title = g_strdup ("Cats");
  book->credit->licence = g_strdup ("CC-BY-4.0");
  g_ptr_array_add (book->credit->agents, cog_agent_new ("Ann", COG_ROLE_AUTHOR));
  credit->item = g_strdup ("f");
  credit->licence = g_strdup ("CC-BY-SA-4.0");
  g_ptr_array_add (book->credits, credit);
  cog_book_identify (book, NULL);
  g_assert_true (cog_book_validate (book, NULL));
  return book;
}

static gboolean
add_book (CogProject *project, gpointer user_data, GError **error)
{
  g_autoptr (CogBook) book = project_fixture_make_book (*(const guint *)user_data);
  g_autoptr (GBytes) original = g_bytes_new_static ("original", 8);
  g_autofree char *id =
      cog_project_add_source (project, book, "epub", "cats.epub", original, NULL, error);

  g_assert_cmpstr (id, ==, "s1");
  return TRUE;
}

CogProject *
project_fixture_create (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  CogProject *project = cog_project_create (path, "ar-EG", NULL, add_book, &n, &error);

  g_assert_no_error (error);
  return project;
}

void
project_fixture_add_second (CogProject *project)
{
  g_autoptr (CogBook) book = project_fixture_make_book (1);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_free (book->credit->title);
  book->credit->title = g_strdup ("Dogs");
  id = cog_project_add_source (project, book, "epub", "dogs.epub", NULL, NULL, &error);
  g_assert_no_error (error);
}

void
project_fixture_set_up (ProjectFixture *f, gconstpointer data)
{
  f->dir = folder_make ();
  f->path = g_build_filename (f->dir, "p.cognate", NULL);
}

void
project_fixture_tear_down (ProjectFixture *f, gconstpointer data)
{
  folder_remove (f->dir);
  g_free (f->dir);
  g_free (f->path);
}

guint
project_fixture_count_files (ProjectFixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

GBytes *
project_fixture_dup_original (CogProject *project, const char *source)
{
  int fd = cog_project_open_original (project, source, NULL);
  g_autoptr (GMappedFile) file = fd >= 0 ? g_mapped_file_new_from_fd (fd, FALSE, NULL) : NULL;

  if (fd >= 0)
    close (fd);
  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}

gboolean
project_fixture_set_target (CogProject *project,
                            const char *unit,
                            const char *target,
                            GError **error)
{
  CogUnitEdit edit = { .unit = unit, .set = COG_UNIT_SET_TARGET, .target = target };

  return cog_project_edit (project, &edit, 1, "test", error);
}

char *
project_fixture_dup_target (CogProject *project, const char *unit)
{
  g_autoptr (CogUnit) u = cog_project_dup_unit (project, unit, NULL);

  return g_strdup (u->target);
}

void
project_fixture_run_sql (const char *path, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

void
project_fixture_make_old (const char *path)
{
  project_fixture_run_sql (
      path, PROJECT_FIXTURE_TO_VERSION_2
      "ALTER TABLE source DROP COLUMN licence;"
      "DROP INDEX section_outline; ALTER TABLE section DROP COLUMN source_parent;"
      "ALTER TABLE section DROP COLUMN source_position;"
      "ALTER TABLE section DROP COLUMN is_absent;"
      "ALTER TABLE unit DROP COLUMN origins; ALTER TABLE unit DROP COLUMN works;"
      "PRAGMA user_version=0");
}
