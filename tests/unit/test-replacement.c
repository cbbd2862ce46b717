/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-remove.h"
#include "cog-replacement.h"
#include "folder.h"

#include <glib/gstdio.h>
#include <utime.h>

typedef struct
{
  char *dir;
  char *target;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dir = folder_make ();
  f->target = g_build_filename (f->dir, "a.txt", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  cog_remove_tree (f->dir);
  g_free (f->dir);
  g_free (f->target);
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

/* As if it had been made long ago. */
static void
make_old (const char *path)
{
  struct utimbuf then = { 1000, 1000 };

  g_assert_cmpint (utime (path, &then), ==, 0);
}

static char *
put (Fixture *f, const char *name, gboolean is_old)
{
  char *path = g_build_filename (f->dir, name, NULL);

  g_assert_true (g_file_set_contents (path, "half", 4, NULL));
  if (is_old)
    make_old (path);
  return path;
}

static void
assert_there (const char *path, gboolean is_there)
{
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, is_there);
}

/* What a program that was ended left is cleared; what may still be written, or is called
 * otherwise, is not. */
static void
test_left_over (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *left = put (f, ".a.txt.Ab3xYz", TRUE);
  g_autofree char *young = put (f, ".a.txt.QQQQQQ", FALSE);
  g_autofree char *other = put (f, ".b.txt.Ab3xYz", TRUE);
  g_autofree char *longer = put (f, ".a.txt.Ab3xYz.old", TRUE);
  g_autofree char *folder = g_build_filename (f->dir, ".a.txt.FolDer", NULL);
  g_autofree char *in = g_build_filename (folder, "page.html", NULL);
  g_autofree char *pages = put (f, ".a.txt.Ab3xYz.pages", TRUE);
  g_autofree char *busy_pages = NULL;
  g_autoptr (CogReplacement) busy = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (in, "half", 4, NULL));
  make_old (folder);
  busy = cog_replacement_new_file (f->target, &error);
  g_assert_no_error (error);
  make_old (cog_replacement_get_path (busy));
  busy_pages = g_strconcat (cog_replacement_get_path (busy), ".pages", NULL);
  g_assert_true (g_file_set_contents (busy_pages, "half", 4, NULL));
  make_old (busy_pages);
  assert_there (pages, FALSE);
  assert_there (left, FALSE);
  assert_there (folder, FALSE);
  assert_there (young, TRUE);
  assert_there (other, TRUE);
  assert_there (longer, TRUE);
  /* Somebody who is still at it. */
  g_assert_true (cog_replacement_write (f->target, "whole", 5, &error));
  assert_there (cog_replacement_get_path (busy), TRUE);
  assert_there (busy_pages, TRUE);
}

static CogReplacement *
begin_site (Fixture *f, const char *name)
{
  g_autoptr (GError) error = NULL;
  CogReplacement *site = cog_replacement_new_folder (f->target, &error);
  g_autofree char *index = NULL;
  g_autofree char *page = NULL;

  g_assert_no_error (error);
  index = g_build_filename (cog_replacement_get_path (site), "index.html", NULL);
  page = g_build_filename (cog_replacement_get_path (site), name, NULL);
  g_assert_true (
      g_file_set_contents (index, "<meta name=\"generator\" content=\"Cognate 1\">", -1, NULL));
  g_assert_true (g_file_set_contents (page, "x", 1, NULL));
  return site;
}

/* A folder takes the place of one that an earlier export made, and nothing is left beside it. */
static void
test_folder (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *one = g_build_filename (f->target, "one.html", NULL);
  g_autofree char *two = g_build_filename (f->target, "two.html", NULL);
  CogReplacement *site = begin_site (f, "one.html");

  g_assert_true (cog_replacement_commit (site, &error));
  cog_replacement_free (site);
  assert_there (one, TRUE);
  cog_replacement_free (begin_site (f, "three.html"));
  assert_there (one, TRUE);
  site = begin_site (f, "two.html");
  g_assert_true (cog_replacement_commit (site, &error));
  cog_replacement_free (site);
  assert_there (one, FALSE);
  assert_there (two, TRUE);
  g_assert_cmpuint (count_files (f), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/replacement/left-over", Fixture, NULL, set_up, test_left_over, tear_down);
  g_test_add ("/replacement/folder", Fixture, NULL, set_up, test_folder, tear_down);
  return g_test_run ();
}
