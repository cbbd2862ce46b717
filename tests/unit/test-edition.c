/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-edition-job.h"
#include "project-fixture.h"

#include <string.h>

static void
add_second (CogProject *project)
{
  g_autoptr (CogBook) book = project_fixture_make_book (1);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_free (book->credit->title);
  book->credit->title = g_strdup ("Dogs");
  id = cog_project_add_source (project, book, "epub", "dogs.epub", NULL, NULL, &error);
  g_assert_no_error (error);
}

static CogBook *
make_edition (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  CogEditionOptions options = { NULL };
  CogBook *book = cog_edition_new_for_project (project, &options, &error);

  g_assert_no_error (error);
  g_assert_true (cog_book_validate (book, NULL));
  return book;
}

static char *
dup_section (const CogBook *book, const char *id)
{
  const CogSection *section = cog_book_find_section (book, id);

  g_assert_nonnull (section);
  return cog_section_serialise (section);
}

/* The line under the figure, the entry in the list, the page that says everything. */
static void
test_one_source (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogBook) book = make_edition (project);
  g_autofree char *text = dup_section (book, "one");
  g_autofree char *credits = dup_section (book, "cognate-credits");
  g_autofree char *page = dup_section (book, "cognate-copyright");
  const char *line = strstr (text, "class=\"credit\"");

  g_assert_nonnull (line);
  g_assert_nonnull (strstr (line, "CC BY-SA 4.0"));
  g_assert_true (line > strstr (text, "<figcaption"));
  g_assert_true (line < strstr (text, "</figcaption>"));
  g_assert_null (strstr (line + 1, "class=\"credit\""));
  g_assert_nonnull (strstr (credits, "href=\"#f\""));
  g_assert_nonnull (strstr (page, "Cats"));
  g_assert_nonnull (strstr (book->rights, "Ann"));
}

/* Two books in one: each chapter says below its title which it comes from. */
static void
test_chapters_of_two_sources (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 1);
  g_autoptr (CogBook) book = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *credits = NULL;
  const char *line;

  add_second (project);
  book = make_edition (project);
  first = dup_section (book, "one");
  second = dup_section (book, "s2-one");
  credits = dup_section (book, "cognate-credits");
  line = strstr (second, "class=\"credit\"");
  g_assert_true (line > strstr (second, "</h1>") && line < strstr (second, "<figure"));
  g_assert_nonnull (strstr (line, "Dogs"));
  g_assert_nonnull (strstr (first, "Cats"));
  g_assert_null (strstr (first, "Dogs"));
  g_assert_nonnull (strstr (credits, "href=\"#s2-one\""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/edition/one-source", test_one_source);
  PROJECT_FIXTURE_ADD ("/edition/chapters-of-two-sources", test_chapters_of_two_sources);
  return g_test_run ();
}
