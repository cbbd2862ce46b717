/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-project.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *dir;
  char *path;
} Fixture;

static CogBook *
make_book (guint n_paragraphs)
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
  g_autoptr (CogBook) book = make_book (*(const guint *)user_data);
  g_autoptr (GBytes) original = g_bytes_new_static ("original", 8);
  g_autofree char *id =
      cog_project_add_source (project, book, "epub", "cats.epub", original, NULL, error);

  g_assert_cmpstr (id, ==, "s1");
  return TRUE;
}

static CogProject *
create (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  CogProject *project = cog_project_create (path, "ar-EG", NULL, add_book, &n, &error);

  g_assert_no_error (error);
  return project;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dir = g_dir_make_tmp (NULL, NULL);
  f->path = g_build_filename (f->dir, "p.cognate", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->dir, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->dir);
  g_free (f->dir);
  g_free (f->path);
}

static guint
count_files (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gboolean
set_target (CogProject *project, const char *unit, const char *target, GError **error)
{
  CogUnitEdit edit = { .unit = unit, .set = COG_UNIT_SET_TARGET, .target = target };

  return cog_project_edit (project, &edit, 1, "test", error);
}

static void
omit (CogProject *project, const char *unit)
{
  CogUnitEdit edit = { .unit = unit,
                       .set = COG_UNIT_SET_DECISION,
                       .decision = COG_DECISION_OMITTED };

  g_assert_true (cog_project_edit (project, &edit, 1, "omit", NULL));
}

static char *
dup_target (CogProject *project, const char *unit)
{
  g_autoptr (CogUnit) u = cog_project_dup_unit (project, unit, NULL);

  return g_strdup (u->target);
}

static void
test_edit (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f->path, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogUnit) unit = NULL;
  g_autoptr (GBytes) original = NULL;

  g_assert_true (set_target (project, "p0", "فقرة <em>0</em>", &error));
  g_assert_no_error (error);
  g_assert_false (set_target (project, "p1", "<script/>", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_false (set_target (project, "none", "x", &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NOT_FOUND);
  g_assert_true (cog_project_close (project, NULL));
  g_assert_cmpuint (count_files (f), ==, 1);
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_READ, NULL);
  unit = cog_project_dup_unit (project, "p0", NULL);
  g_assert_cmpint (unit->state, ==, COG_STATE_TRANSLATED);
  g_assert_cmpint (unit->decision, ==, COG_DECISION_TRANSLATED);
  original = cog_project_dup_original (project, "s1", NULL);
  g_assert_cmpuint (g_bytes_get_size (original), ==, 8);
}

static void
test_history (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f->path, 3);
  g_autofree char *target = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (set_target (project, "p0", "a", NULL));
  g_assert_true (set_target (project, "p0", "b", NULL));
  id = cog_project_add_unit (project, "one", "p0", "p", "mine", &error);
  g_assert_no_error (error);
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  g_assert_cmpuint (cog_project_undo (project, 2, &error), ==, 2);
  g_assert_null (cog_project_dup_unit (project, id, NULL));
  target = dup_target (project, "p0");
  g_assert_cmpstr (target, ==, "a");
  g_clear_object (&project);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, NULL);
  g_assert_cmpuint (cog_project_redo (project, 9, &error), ==, 2);
  g_free (target);
  target = dup_target (project, id);
  g_assert_cmpstr (target, ==, "mine");
  cog_project_undo (project, 1, NULL);
  g_assert_true (set_target (project, "p1", "new branch", NULL));
  g_assert_false (cog_project_can_redo (project));
}

static const char *
get_title_of_second (const CogBook *book)
{
  const CogSection *one = g_ptr_array_index (book->sections, 0);
  const CogSection *two = g_ptr_array_index (one->children, 0);

  return two->title;
}

static void
test_adaptation (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f->path, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) components = NULL;

  g_assert_true (set_target (project, "p0", "فقرة <em>0</em>", NULL));
  g_assert_true (set_target (project, "i@alt", "قطة", NULL));
  g_assert_true (set_target (project, "h2", "اثنان", NULL));
  omit (project, "p1");
  omit (project, "np");
  omit (project, "l1");
  omit (project, "l2");
  id = cog_project_add_unit (project, "one", "p0", "p", "جديد", &error);
  g_assert_no_error (error);
  book = cog_project_dup_adaptation (project, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cog_book_validate (book, NULL));
  text = cog_section_serialise (g_ptr_array_index (book->sections, 0));
  g_assert_cmpstr (get_title_of_second (book), ==, "اثنان");
  g_assert_nonnull (
      strstr (text, "<p id=\"p0\">فقرة <em>0</em></p><p id=\"one-added-1\">جديد</p>"));
  g_assert_nonnull (strstr (text, "alt=\"قطة\""));
  g_assert_null (strstr (text, "id=\"p1\""));
  g_assert_null (strstr (text, "<ul"));
  g_assert_null (strstr (text, "noteref"));
  g_assert_nonnull (strstr (text, "<p id=\"p2\" lang=\"en\" dir=\"ltr\">"));
  g_assert_cmpuint (book->credits->len, ==, 1);
  components = cog_project_list_components (project, NULL);
  g_assert_cmpuint (components->len, ==, 2);
  omit (project, "i@alt");
  g_ptr_array_unref (components);
  components = cog_project_list_components (project, NULL);
  g_assert_cmpuint (components->len, ==, 1);
}

static void
test_lock (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f->path, 1);
  g_autoptr (CogProject) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (cog_project_open (f->path, COG_PROJECT_WRITE, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "test-project"));
  g_clear_error (&error);
  reader = cog_project_open (f->path, COG_PROJECT_READ, &error);
  g_assert_no_error (error);
  g_assert_true (set_target (project, "p0", "a", NULL));
  g_assert_false (set_target (reader, "p0", "b", NULL));
}

static void
test_foreign (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f->path, 1);
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_clear_object (&project);
  sqlite3_open (f->path, &db);
  sqlite3_exec (db, "CREATE TRIGGER t AFTER UPDATE ON unit BEGIN DELETE FROM unit; END", NULL, NULL,
                NULL);
  g_assert_null (cog_project_open (f->path, COG_PROJECT_WRITE, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_CORRUPT);
  g_clear_error (&error);
  sqlite3_exec (db, "DROP TRIGGER t; PRAGMA user_version=99", NULL, NULL, NULL);
  g_assert_null (cog_project_open (f->path, COG_PROJECT_WRITE, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_NEWER);
  g_clear_error (&error);
  sqlite3_exec (db, "ALTER TABLE source DROP COLUMN licence; PRAGMA user_version=0", NULL, NULL,
                NULL);
  sqlite3_close (db);
  project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (cog_project_set_source_licence (project, "s1", "CC-BY-SA-4.0", &error));
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
}

static void
test_damage (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f->path, 50);
  g_autofree char *whole = NULL;
  gsize length;

  g_clear_object (&project);
  g_assert_true (g_file_get_contents (f->path, &whole, &length, NULL));
  for (gsize at = 0; at < length; at += 997)
    {
      g_autofree char *bad = g_memdup2 (whole, length);
      g_autoptr (GError) error = NULL;

      bad[at] ^= 0x5A;
      g_assert_true (g_file_set_contents (f->path, bad, at % 2 ? length : at + 1, NULL));
      project = cog_project_open (f->path, COG_PROJECT_WRITE, &error);
      if (project != NULL)
        {
          g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, NULL);
          g_autoptr (CogBook) book = cog_project_dup_adaptation (project, NULL, NULL);

          set_target (project, "p0", "x", NULL);
        }
      g_clear_object (&project);
    }
}

static void
test_full_disk (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f->path, 20);
  g_autoptr (GString) large = g_string_new (NULL);
  struct sigaction ignore = { .sa_handler = SIG_IGN };

  /* A limit on the size of files is a disk that fills up at a moment of our choice. */
  sigaction (SIGXFSZ, &ignore, NULL);
  g_string_set_size (large, 3000);
  memset (large->str, 'x', 3000);
  if (fork () == 0)
    {
      gboolean ok = TRUE;

      for (guint i = 0; i < 200 && ok; i++)
        ok = set_target (project, "p1", large->str, NULL);
      _exit (ok ? 0 : 1);
    }
  wait (NULL);
  g_assert_true (set_target (project, "p0", "still here", NULL));
}

/* Edits one after the other, and says each that is confirmed, until it is killed. */
static void
run_edits (const char *path, int out)
{
  g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_WRITE, NULL);

  for (int n = 1; project != NULL; n++)
    {
      g_autofree char *target = g_strdup_printf ("edit %d", n);
      g_autofree char *unit = g_strdup_printf ("p%d", n % 10);

      if (!set_target (project, unit, target, NULL) || write (out, &n, sizeof n) != sizeof n)
        break;
    }
  _exit (0);
}

static void
kill_once (const char *path, guint delay)
{
  int pipes[2];
  int confirmed = 0, n;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (pipes[0]);
      run_edits (path, pipes[1]);
    }
  close (pipes[1]);
  g_usleep (delay);
  kill (child, SIGKILL);
  while (read (pipes[0], &n, sizeof n) == sizeof n)
    confirmed = n;
  close (pipes[0]);
  waitpid (child, NULL, 0);
  if (confirmed > 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CogProject) project = cog_project_open (path, COG_PROJECT_WRITE, &error);
      g_autofree char *unit = g_strdup_printf ("p%d", confirmed % 10);
      g_autofree char *target = NULL;

      g_assert_no_error (error);
      target = dup_target (project, unit);
      /* The one after the last that was confirmed may have become durable, too: ten further on. */
      g_assert_cmpint (atoi (target + strlen ("edit ")), >=, confirmed);
    }
}

static void
test_kill (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f->path, 10);

  g_clear_object (&project);
  for (guint i = 0; i < 200; i++)
    kill_once (f->path, (guint)g_test_rand_int_range (500, 60000));
}

static void
test_reading_is_fast (Fixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = create (f->path, 20000);
  g_autoptr (GPtrArray) sections = cog_project_list_sections (project);
  const CogSectionInfo *info = g_ptr_array_index (sections, 0);

  g_assert_cmpuint (info->n_units, ==, 20007);
  g_assert_cmpuint (info->n_by_state[COG_STATE_INITIAL], ==, 20007);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/project/edit", test_edit);
  ADD ("/project/history", test_history);
  ADD ("/project/adaptation", test_adaptation);
  ADD ("/project/lock", test_lock);
  ADD ("/project/foreign", test_foreign);
  ADD ("/project/damage", test_damage);
  ADD ("/project/full-disk", test_full_disk);
  ADD ("/project/large", test_reading_is_fast);
  ADD ("/project/kill", test_kill);
  return g_test_run ();
}
