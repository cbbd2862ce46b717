/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-container.h"
#include "cog-error.h"
#include "cog-path.h"
#include "cog-replacement.h"
#include "cog-report.h"
#include "folder.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <unistd.h>

static GBytes *
make_zip (const char *const *names, gsize size)
{
  g_autofree char *data = g_malloc0 (size);
  gsize capacity = 1 << 20, used = 0;
  char *buffer = g_malloc (capacity);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  archive_write_open_memory (archive, buffer, capacity, &used);
  for (guint i = 0; names[i] != NULL; i++)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, names[i]);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, size);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_write_data (archive, data, size);
      archive_entry_free (entry);
    }
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

static GBytes *
make_tar (const char *const *names, const char *link)
{
  gsize capacity = 1 << 20, used = 0;
  char *buffer = g_malloc (capacity);
  struct archive *archive = archive_write_new ();

  archive_write_set_format_ustar (archive);
  archive_write_add_filter_gzip (archive);
  archive_write_open_memory (archive, buffer, capacity, &used);
  for (guint i = 0; names[i] != NULL; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gboolean is_link = g_strcmp0 (names[i], link) == 0;

      archive_entry_set_pathname (entry, names[i]);
      archive_entry_set_filetype (entry, is_link ? AE_IFLNK : AE_IFREG);
      if (is_link)
        archive_entry_set_symlink (entry, "/etc/passwd");
      archive_entry_set_size (entry, is_link ? 0 : 5);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      if (!is_link)
        archive_write_data (archive, "hello", 5);
      archive_entry_free (entry);
    }
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

/* The same limits as for zip: nothing outside, no links; what is cut off is told. */
static void
test_tar (void)
{
  static const char *const names[] = { "a/b.txt", "../slip.txt", "link", NULL };
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_tar (names, "link");
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) / 2);
  g_autoptr (CogContainer) container =
      cog_container_new_for_tar (bytes, "a.mbz", report, NULL, &error);
  g_autoptr (GBytes) text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length ((char **)cog_container_get_names (container)), ==, 1);
  text = cog_container_read (container, "a/b.txt", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (text), ==, 5);
  g_assert_true (cog_report_has (report, "entry-link"));
  g_assert_true (cog_report_has (report, "entry-ignored"));
  g_assert_null (cog_container_new_for_tar (half, "b.mbz", NULL, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

static void
test_paths (void)
{
  g_autofree char *a = cog_path_clean ("a\\b/./c.txt");
  g_autofree char *b = cog_path_join ("x/y.html", "../m//p.png#f");
  g_autofree char *c = cog_path_join_decoded ("x/y.html", "a%20b.png?q=1");

  g_assert_cmpstr (a, ==, "a/b/c.txt");
  g_assert_cmpstr (b, ==, "m/p.png");
  g_assert_cmpstr (c, ==, "x/a b.png");
  g_assert_null (cog_path_clean ("../x"));
  g_assert_null (cog_path_clean ("/etc/passwd"));
  g_assert_null (cog_path_clean ("C:\\x"));
  g_assert_null (cog_path_join ("x/y", "../../z"));
  g_assert_null (cog_path_join_decoded ("x/y", "%2e%2e/%2e%2e/z"));
  g_assert_null (cog_path_join ("x/y", "file:///etc/passwd"));
}

static void
test_zip (void)
{
  static const char *const names[] = { "mimetype", "OEBPS/Ä b.xhtml", "../evil", "/abs",
                                       "OEBPS/x",  "OEBPS/x",         NULL };
  g_autoptr (GBytes) zip = make_zip (names, 10);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogContainer) container =
      cog_container_new_for_zip (zip, "b.epub", report, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length ((char **)cog_container_get_names (container)), ==, 3);
  g_assert_cmpstr (cog_container_get_first_name (container), ==, "mimetype");
  g_assert_cmpstr (cog_container_resolve (container, "OEBPS/x", "%C3%84%20b.XHTML#f"), ==,
                   "OEBPS/Ä b.xhtml");
  g_assert_true (cog_report_has (report, "entry-ignored"));
  g_assert_true (cog_report_has (report, "entry-duplicate"));
}

static void
test_bomb (void)
{
  static const char *const names[] = { "a", NULL };
  g_autoptr (GBytes) zip = make_zip (names, 60 << 20);
  g_autoptr (GError) error = NULL;

  g_assert_null (cog_container_new_for_zip (zip, "b.epub", NULL, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_TOO_LARGE);
}

static void
test_cut_off (void)
{
  static const char *const names[] = { "a", "b", NULL };
  g_autoptr (GBytes) zip = make_zip (names, 5000);
  gsize size = g_bytes_get_size (zip);

  for (gsize n = 0; n < size; n += 7)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (zip, 0, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (CogContainer) container =
          cog_container_new_for_zip (cut, "b.epub", NULL, NULL, &error);

      if (container == NULL)
        g_assert_nonnull (strstr (error->message, "b.epub"));
    }
}

static void
test_folder (void)
{
  g_autofree char *dir = folder_make ();
  g_autofree char *file = g_build_filename (dir, "a.txt", NULL);
  g_autofree char *link = g_build_filename (dir, "l.txt", NULL);
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogContainer) container = NULL;
  g_autoptr (CogContainer) beside = NULL;

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  container = cog_container_new_for_folder (dir, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cog_container_has (container, "a.txt"));
  g_assert_false (cog_container_has (container, "l.txt"));
  g_assert_true (cog_report_has (report, "entry-link"));
  beside = cog_container_new_for_neighbours (file, 0);
  g_assert_null (cog_container_resolve (beside, NULL, "l.txt"));
  g_assert_cmpstr (cog_container_resolve (beside, NULL, "./a.txt"), ==, "a.txt");
  g_unlink (link);
  g_unlink (file);
  g_rmdir (dir);
}

static void
test_replacement (void)
{
  g_autofree char *dir = folder_make ();
  g_autofree char *file = g_build_filename (dir, "a.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cog_replacement_write (file, "old", 3, &error));
  {
    g_autoptr (CogReplacement) r = cog_replacement_new_file (file, &error);

    g_assert_true (g_file_set_contents (cog_replacement_get_path (r), "half", 4, NULL));
  }
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_unlink (file);
  /* Empty again: nothing was left beside. */
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/container/paths", test_paths);
  g_test_add_func ("/container/tar", test_tar);
  g_test_add_func ("/container/zip", test_zip);
  g_test_add_func ("/container/bomb", test_bomb);
  g_test_add_func ("/container/cut-off", test_cut_off);
  g_test_add_func ("/container/folder", test_folder);
  g_test_add_func ("/replacement", test_replacement);
  return g_test_run ();
}
