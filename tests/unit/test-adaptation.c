/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-adaptation-job.h"
#include "cog-error.h"
#include "project-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static CogSection *
add (GPtrArray *to, const char *id, const char *text)
{
  CogSection *section = cog_section_new (id, NULL);
  g_autofree char *xhtml =
      g_strdup_printf ("<section xmlns='" COG_NS_XHTML "'><p id='%s-p'>%s</p></section>", id, text);

  if (text != NULL)
    section->content = cog_xml_parse_own (xhtml, -1, NULL);
  g_ptr_array_add (to, section);
  return section;
}

/* A part that only groups, with a chapter that has words of its own and two sections. */
static CogBook *
make_book (void)
{
  CogBook *book = cog_book_new ();
  CogSection *part = add (book->sections, "part", NULL);
  CogSection *one = add (part->children, "one", "one two");

  add (one->children, "one-a", "three");
  add (one->children, "one-b", "four five");
  add (book->sections, "end", "six");
  return book;
}

static void
test_choosing (void)
{
  g_autoptr (CogBook) book = make_book ();
  g_autoptr (CogChapter) root = cog_chapters_new (book);
  CogChapter *part = g_ptr_array_index (root->children, 0);
  CogChapter *one = g_ptr_array_index (part->children, 0);
  g_autoptr (GPtrArray) ids = NULL;
  guint n_all, n_wanted;

  g_assert_cmpuint (root->n_words, ==, 6);
  g_assert_cmpuint (one->n_words, ==, 5);
  g_assert_cmpint (cog_chapter_get_chosen (root), ==, COG_CHOSEN_ALL);
  cog_chapter_choose (g_ptr_array_index (one->children, 0), FALSE);
  g_assert_cmpint (cog_chapter_get_chosen (one), ==, COG_CHOSEN_SOME);
  g_assert_cmpint (cog_chapter_get_chosen (part), ==, COG_CHOSEN_SOME);
  g_assert_cmpuint (cog_chapter_count_words (root), ==, 5);
  ids = cog_chapters_list_left_out (root);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, "one-a");
  g_clear_pointer (&ids, g_ptr_array_unref);
  /* The highest is named, not each below it. */
  cog_chapter_choose (one, FALSE);
  g_assert_cmpint (cog_chapter_get_chosen (part), ==, COG_CHOSEN_NONE);
  ids = cog_chapters_list_left_out (root);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, "part");
  g_clear_pointer (&ids, g_ptr_array_unref);
  /* One section alone brings its chapter back. */
  cog_chapter_choose (g_ptr_array_index (one->children, 1), TRUE);
  g_assert_cmpint (cog_chapter_get_chosen (part), ==, COG_CHOSEN_SOME);
  g_assert_cmpuint (cog_chapter_count_words (root), ==, 5);
  cog_chapters_count (root, &n_all, &n_wanted);
  g_assert_cmpuint (n_all, ==, 2);
  g_assert_cmpuint (n_wanted, ==, 2);
}

/* The sample book, in a place where it can be taken away. */
static char *
dup_book (ProjectFixture *f)
{
  g_autofree char *sample =
      g_build_filename (g_getenv ("COGNATE_BUILD_ROOT"), "data", "water-on-the-move.epub", NULL);
  char *file = g_build_filename (f->dir, "book.epub", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (sample, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (file, bytes, (gssize)length, NULL));
  return file;
}

static void
test_begin (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *file = dup_book (f);
  g_autoptr (GPtrArray) sources =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_found_source_free);
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *audience = NULL;
  CogAdaptationPlan plan = { "ar-JO", "بركة", "Grade 4" };
  guint n_omitted = 0;

  /* The same file twice: the second one's ids are others. */
  for (guint i = 0; i < 2; i++)
    {
      CogFoundSource *found = cog_found_source_read (file, NULL, NULL, NULL, &error);
      CogChapter *root;

      g_assert_no_error (error);
      root = found->chapters;
      while (root->children->len == 1)
        root = g_ptr_array_index (root->children, 0);
      g_assert_cmpuint (root->children->len, >, 1);
      cog_chapter_choose (g_ptr_array_index (root->children, 1), FALSE);
      g_ptr_array_add (sources, found);
    }
  /* It is not read again. */
  g_unlink (file);
  project = cog_adaptation_begin (f->path, sources, &plan, NULL, NULL, &error);
  g_assert_no_error (error);
  audience = cog_project_dup_field (project, "audience");
  g_assert_cmpstr (audience, ==, "Grade 4");
  sections = cog_project_list_sections (project);
  for (guint i = 0; i < sections->len; i++)
    n_omitted += ((CogSectionInfo *)g_ptr_array_index (sections, i))->is_omitted;
  g_assert_cmpuint (n_omitted, ==, 2);
  /* Nobody undoes what was chosen before there was a book; one click brings it back. */
  g_assert_cmpuint (cog_project_undo (project, 1, NULL), ==, 0);
  for (guint i = 0; i < sections->len; i++)
    {
      const CogSectionInfo *info = g_ptr_array_index (sections, i);

      if (info->is_omitted)
        g_assert_true (cog_project_omit_section (project, info->id, FALSE, NULL, &error));
    }
  g_assert_no_error (error);
}

static void
test_cancelled (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *file = dup_book (f);
  g_autoptr (GPtrArray) sources =
      g_ptr_array_new_with_free_func ((GDestroyNotify)cog_found_source_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  CogAdaptationPlan plan = { "ar", NULL, NULL };

  g_ptr_array_add (sources, cog_found_source_read (file, NULL, NULL, NULL, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (cog_adaptation_begin (f->path, sources, &plan, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_null (cog_found_source_read (file, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Each fault has a name of its own and a way on. */
static void
test_faults (ProjectFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *name, *bytes, *heading;
  } cases[] = {
    { "cut.epub", "PK\x03\x04 and no more", "This File Is Damaged" },
    { "song.mp3", "ID3\x03", "This Kind of File Cannot Be Read" },
    { "gone.epub", NULL, "This File Is Not There Any More" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file = g_build_filename (f->dir, cases[i].name, NULL);
      g_autoptr (GError) error = NULL;
      const char *heading, *way_on;

      if (cases[i].bytes != NULL)
        g_assert_true (g_file_set_contents (file, cases[i].bytes, -1, NULL));
      g_assert_null (cog_found_source_read (file, NULL, NULL, NULL, &error));
      cog_adaptation_describe_fault (error, FALSE, &heading, &way_on);
      g_assert_cmpstr (heading, ==, cases[i].heading);
      g_assert_cmpuint (strlen (way_on), >, 20);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/adaptation/choosing", test_choosing);
  PROJECT_FIXTURE_ADD ("/adaptation/begin", test_begin);
  PROJECT_FIXTURE_ADD ("/adaptation/cancelled", test_cancelled);
  PROJECT_FIXTURE_ADD ("/adaptation/faults", test_faults);
  return g_test_run ();
}
