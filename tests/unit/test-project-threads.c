/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project-fixture.h"

/* One project, several threads: what is read is of one moment, whatever is edited meanwhile. */

#define N_PARAGRAPHS 1700 /* several slices */
#define FIRST "p3"        /* in the first of them … */
#define LAST "p1600"      /* … and in the last; both always say the same */

typedef struct
{
  CogProject *project;
  int is_over; /* atomic */
  int n_edits; /* atomic */
  GThread *thread;
} Editor;

static void
edit_both (CogProject *project, const char *target)
{
  CogUnitEdit edits[] = { { .unit = FIRST, .set = COG_UNIT_SET_TARGET, .target = target },
                          { .unit = LAST, .set = COG_UNIT_SET_TARGET, .target = target } };
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_project_edit (project, edits, 2, "both", &error));
  g_assert_no_error (error);
}

static gpointer
edit_thread (gpointer data)
{
  Editor *editor = data;

  while (!g_atomic_int_get (&editor->is_over))
    {
      g_autofree char *target = g_strdup_printf ("edit %d", editor->n_edits);

      edit_both (editor->project, target);
      g_atomic_int_inc (&editor->n_edits);
    }
  return NULL;
}

static void
start_editor (Editor *editor, CogProject *project)
{
  *editor = (Editor){ .project = project };
  editor->thread = g_thread_new ("editor", edit_thread, editor);
  while (g_atomic_int_get (&editor->n_edits) == 0)
    g_thread_yield ();
}

static void
end_editor (Editor *editor)
{
  g_atomic_int_set (&editor->is_over, TRUE);
  g_thread_join (editor->thread);
}

static void
assert_whole (GPtrArray *units)
{
  const char *first = NULL;
  guint paragraph = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, i);
      g_autofree char *id = g_strdup_printf ("p%u", paragraph);

      if (!g_str_equal (unit->id, id))
        continue;
      paragraph++;
      if (g_str_equal (unit->id, FIRST))
        first = unit->target;
      else if (g_str_equal (unit->id, LAST))
        g_assert_cmpstr (unit->target, ==, first);
    }
  g_assert_cmpuint (paragraph, ==, N_PARAGRAPHS);
}

/* No unit twice, none missing, and no half of a step, read in slices while somebody edits. */
static void
test_slices (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, N_PARAGRAPHS);
  Editor editor;

  start_editor (&editor, project);
  for (int i = 0; i < 30; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) units = cog_project_list_units (project, "one", &error);

      g_assert_no_error (error);
      assert_whole (units);
    }
  end_editor (&editor);
}

/* A section as long as a slice, one less, and one more. */
static void
test_slice_ends (ProjectFixture *f, gconstpointer data)
{
  for (guint n = 380; n < 404; n++)
    {
      g_autoptr (CogProject) project = project_fixture_create (f->path, n);
      g_autoptr (GPtrArray) units = cog_project_list_units (project, "one", NULL);
      const CogUnit *last = g_ptr_array_index (units, units->len - 1);
      g_autofree char *id = g_strdup_printf ("p%u", n - 1);

      g_assert_cmpstr (last->id, ==, id);
      g_assert_cmpuint (units->len, ==, n + 7);
      g_clear_object (&project);
      g_assert_cmpint (remove (f->path), ==, 0);
    }
}

static char *
dup_text (CogBook *book, const char *id)
{
  g_autoptr (GHashTable) elements = cog_book_index_elements (book);
  xmlNode *node = g_hash_table_lookup (elements, id);

  g_assert_nonnull (node);
  return cog_xml_dup_folded_text (node);
}

/* A book is put together from one moment, and the edits go on all the time. */
static void
test_book (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, N_PARAGRAPHS);
  Editor editor;
  int before;

  start_editor (&editor, project);
  before = g_atomic_int_get (&editor.n_edits);
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CogBook) book = cog_project_dup_adaptation (project, NULL, &error);
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      g_assert_no_error (error);
      first = dup_text (book, FIRST);
      last = dup_text (book, LAST);
      g_assert_cmpstr (first, ==, last);
      g_assert_true (g_str_has_prefix (first, "edit "));
    }
  g_assert_cmpint (g_atomic_int_get (&editor.n_edits), >, before);
  end_editor (&editor);
}

/* What is stored just before is in it, and it leaves one file. */
static void
test_book_is_new (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 9);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *target = g_strdup_printf ("text %d", i);
      g_autofree char *found = NULL;
      g_autoptr (CogBook) book = NULL;

      project_fixture_set_target (project, "p5", target, NULL);
      book = cog_project_dup_adaptation (project, NULL, NULL);
      found = dup_text (book, "p5");
      g_assert_cmpstr (found, ==, target);
    }
  g_clear_object (&project);
  g_assert_cmpuint (project_fixture_count_files (f), ==, 1);
}

typedef struct
{
  GThread *home;
  guint n_heard;
  char *unit; /* heard last */
} Listener;

static void
changed_cb (CogProject *project, char **ids, Listener *listener)
{
  g_assert_true (g_thread_self () == listener->home);
  listener->n_heard++;
  g_free (listener->unit);
  listener->unit = ids != NULL ? g_strdup (ids[0]) : NULL;
}

static gpointer
edit_once (gpointer project)
{
  edit_both (project, "from afar");
  return NULL;
}

/* Widgets hear of edits in their own thread, in which those of their own are heard at once. */
static void
test_home (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, N_PARAGRAPHS);
  Listener listener = { .home = g_thread_self () };

  g_assert_true (g_main_context_acquire (NULL));
  cog_project_set_home (project, g_main_context_default ());
  g_signal_connect (project, "changed", G_CALLBACK (changed_cb), &listener);
  edit_both (project, "here");
  g_assert_cmpuint (listener.n_heard, ==, 1);
  g_thread_join (g_thread_new ("afar", edit_once, project));
  g_assert_cmpuint (listener.n_heard, ==, 1);
  while (listener.n_heard < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (listener.unit, ==, FIRST);
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 1);
  g_assert_cmpuint (listener.n_heard, ==, 3);
  g_assert_null (listener.unit);
  g_main_context_release (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/project-threads/slices", test_slices);
  PROJECT_FIXTURE_ADD ("/project-threads/slice-ends", test_slice_ends);
  PROJECT_FIXTURE_ADD ("/project-threads/book", test_book);
  PROJECT_FIXTURE_ADD ("/project-threads/book-is-new", test_book_is_new);
  PROJECT_FIXTURE_ADD ("/project-threads/home", test_home);
  return g_test_run ();
}
