/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-temporary-folder.h"
#include "folder.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#define NOW 2000000000
#define MINUTE 60

typedef struct
{
  char *parent;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->parent = folder_make ();
}

static int
remove_cb (const char *path, const struct stat *info, int type, struct FTW *at)
{
  return remove (path);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  nftw (f->parent, remove_cb, 20, FTW_DEPTH | FTW_PHYS);
  g_free (f->parent);
}

/* A folder with a file in it and in one below, last changed so many minutes before now. */
static char *
make (Fixture *f, const char *name, int minutes)
{
  char *path = g_build_filename (f->parent, name, NULL);
  g_autofree char *inner = g_build_filename (path, "images", NULL);
  g_autofree char *page = g_build_filename (path, "index.html", NULL);
  g_autofree char *picture = g_build_filename (inner, "a.png", NULL);
  struct utimbuf times = { NOW - minutes * MINUTE, NOW - minutes * MINUTE };

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (page, "x", 1, NULL));
  g_assert_true (g_file_set_contents (picture, "x", 1, NULL));
  g_assert_cmpint (utime (path, &times), ==, 0);
  return path;
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_old (Fixture *f, gconstpointer data)
{
  g_autofree char *old = make (f, "cognate-preview-AbC123", 11);
  g_autofree char *new = make (f, "cognate-preview-AbC124", 9);
  g_autofree char *longer = make (f, "cognate-preview-AbC123-mine", 99);
  g_autofree char *other = make (f, "holiday-preview-AbC123", 99);
  g_autofree char *unknown = make (f, "cognate-holiday-AbC123", 99);
  g_autofree char *reader = make (f, "cognate-reader-AbC123", 11);

  g_assert_cmpuint (cog_temporary_folder_clear_old (f->parent, NOW), ==, 2);
  g_assert_false (is_there (old));
  g_assert_false (is_there (reader));
  g_assert_true (is_there (unknown));
  g_assert_true (is_there (new));
  g_assert_true (is_there (longer));
  g_assert_true (is_there (other));
  g_assert_cmpuint (cog_temporary_folder_clear_old ("/nowhere/at/all", NOW), ==, 0);
}

/* Neither a link in the place of a folder, nor one in a folder, leads out of it. */
static void
test_links (Fixture *f, gconstpointer data)
{
  g_autofree char *mine = make (f, "mine", 99);
  g_autofree char *link = g_build_filename (f->parent, "cognate-preview-AbC123", NULL);
  g_autofree char *old = make (f, "cognate-preview-AbC124", 0);
  g_autofree char *inner = g_build_filename (old, "out", NULL);
  g_autofree char *file = g_build_filename (mine, "images/a.png", NULL);
  struct utimbuf times = { NOW - 99 * MINUTE, NOW - 99 * MINUTE };

  g_assert_cmpint (symlink (mine, link), ==, 0);
  g_assert_cmpint (symlink (mine, inner), ==, 0);
  g_assert_cmpint (utime (old, &times), ==, 0);
  g_assert_cmpuint (cog_temporary_folder_clear_old (f->parent, NOW), ==, 1);
  g_assert_false (is_there (old));
  g_assert_true (is_there (file));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

/* However long a preview stands open. */
static void
test_used (Fixture *f, gconstpointer data)
{
  g_autoptr (CogTemporaryFolder) used = cog_temporary_folder_new (COG_TEMPORARY_PREVIEW, NULL);
  g_autofree char *parent = g_path_get_dirname (used->path);
  g_autofree char *path = g_strdup (used->path);
  struct utimbuf times = { 0, 0 };
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (utime (path, &times), ==, 0);
  /* Of what else is there nothing is older than this. */
  cog_temporary_folder_clear_old (parent, 20 * MINUTE);
  g_assert_true (is_there (path));
  cog_temporary_folder_free (g_steal_pointer (&used));
  g_assert_false (is_there (path));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/temporary-folder/old", Fixture, NULL, set_up, test_old, tear_down);
  g_test_add ("/temporary-folder/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/temporary-folder/used", Fixture, NULL, set_up, test_used, tear_down);
  return g_test_run ();
}
