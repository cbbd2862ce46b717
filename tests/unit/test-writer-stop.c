/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-remove.h"
#include "cog-writer.h"
#include "edition-fixture.h"
#include "folder.h"

#include <locale.h>
#include <string.h>

#define MOMENTS 40

/* An edition that somebody stops, whenever that is: it is not written, and nothing is left of it.
 */

typedef struct
{
  GCancellable *cancellable;
  guint told, stops_at;
} Stop;

static void
told_cb (double fraction, const char *sentence, gpointer user_data)
{
  Stop *stop = user_data;

  if (stop->told++ == stop->stops_at)
    g_cancellable_cancel (stop->cancellable);
}

static void
assert_nothing_there (void)
{
  g_autoptr (GDir) dir = g_dir_open (".", 0, NULL);

  g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
}

/* Stopped when it says so for the n-th time. FALSE: it does not say so as often. */
static gboolean
try_stop (const CogBook *book, const char *target, guint n)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  Stop stop = { cancellable, 0, n };
  CogProgress progress = { told_cb, &stop, 0, 1 };
  CogWriterOptions options = { COG_PAPER_A4 };
  gboolean is_written = cog_writer_write (cog_writer_find (target, NULL), book, &options, target,
                                          report, &progress, cancellable, &error);

  if (stop.told <= n)
    {
      g_assert_no_error (error);
      cog_remove_tree (target);
      return FALSE;
    }
  g_test_message ("%s, stopped at %u of %u", target, n, stop.told);
  g_assert_false (is_written);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_nothing_there ();
  return TRUE;
}

static void
test_stop (gconstpointer data)
{
  const char *target = data;
  g_autoptr (CogBook) book = edition_fixture_new ("en");
  guint n = 0;

  while (try_stop (book, target, n))
    {
      g_assert_cmpuint (n, <, 1000);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

typedef struct
{
  GCancellable *cancellable;
  gulong microseconds;
} Later;

static gpointer
stop_later (gpointer data)
{
  const Later *later = data;

  g_usleep (later->microseconds);
  g_cancellable_cancel (later->cancellable);
  return NULL;
}

/* From another thread, as a window does: in the middle of a table, of a list, of the last page. */
static void
test_any_moment (gconstpointer data)
{
  const char *target = data;
  g_autoptr (CogBook) book = edition_fixture_new ("ar");
  CogWriterOptions options = { COG_PAPER_A4 };
  gint64 start = g_get_monotonic_time ();
  gulong whole;

  edition_fixture_write (book, target);
  whole = (gulong)(g_get_monotonic_time () - start);
  for (guint i = 0; i < MOMENTS; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (CogReport) report = cog_report_new ();
      g_autoptr (GError) error = NULL;
      Later later = { cancellable, whole * i / MOMENTS };
      GThread *thread;
      gboolean is_written;

      cog_remove_tree (target);
      thread = g_thread_new ("stop", stop_later, &later);
      is_written = cog_writer_write (cog_writer_find (target, NULL), book, &options, target, report,
                                     NULL, cancellable, &error);
      g_thread_join (thread);
      if (is_written)
        continue;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_nothing_there ();
    }
  cog_remove_tree (target);
}

int
main (int argc, char **argv)
{
  static const char *const targets[] = { "a.epub", "a.html",  "a.zip",      "folder",
                                         "a.pdf",  "a.docx",  "a.odt",      "a.md",
                                         "a.txt",  "a.imscc", "a.scorm.zip" };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/writer-stop/%s", targets[i]);

      g_test_add_data_func (path, targets[i], test_stop);
    }
  g_test_add_data_func ("/writer-stop/any-moment/epub", "a.epub", test_any_moment);
  g_test_add_data_func ("/writer-stop/any-moment/pdf", "a.pdf", test_any_moment);
  return g_test_run ();
}
