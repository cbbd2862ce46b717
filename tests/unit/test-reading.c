/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-confinement.h"
#include "cog-error.h"
#include "cog-reading-private.h"
#include "cog-web-record.h"
#include "epub-maker.h"
#include "folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* Readers that misbehave in a helper: tests/unit/naughty-reader.c. */

static const char *naughty; /* path of the helper */

typedef struct
{
  guint n_told;
  double last;
} Told;

static void
tell (double fraction, const char *sentence, gpointer user_data)
{
  Told *told = user_data;

  told->n_told++;
  told->last = fraction;
}

static CogBook *
read_words (const char *words, const CogReadingSetup *limits, CogReport *report, GError **error)
{
  CogReadingSetup setup = limits != NULL ? *limits : (CogReadingSetup){ NULL };
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "words.md");
  const CogReader *used = NULL;
  CogBook *book;

  setup.program = naughty;
  book = cog_reading_read_with (&setup, source, report, NULL, NULL, &used, error);
  if (book != NULL)
    g_assert_cmpstr (used->id, ==, "markdown");
  return book;
}

/* The title says what the reader could do. */
static char *
dup_answer (const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = read_words (words, NULL, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (cog_book_get_title (book));
}

static gboolean
is_held (guint32 bits)
{
  guint32 held = 0;

  if (cog_reading_probe (&held) && (held & bits) == bits)
    return TRUE;
  g_test_skip ("The kernel, or this build, does not hold it.");
  return FALSE;
}

static void
assert_stopped (const char *words, const CogReadingSetup *limits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (CogBook) book = read_words (words, limits, report, &error);

  g_assert_null (book);
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "words.md: could not be read"));
  g_assert_cmpuint (cog_report_get_findings (report)->len, ==, 0);
}

static void
test_good (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("well", 4);
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "words.md");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  CogReadingSetup setup = { naughty };
  Told told = { 0 };
  CogProgress progress = { tell, &told, .5, 1 };
  const CogFinding *finding;
  g_autofree char *sentence = NULL;

  book = cog_reading_read_with (&setup, source, report, &progress, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cog_book_get_title (book), ==, "well");
  g_assert_cmpuint (told.n_told, ==, 2);
  g_assert_cmpfloat (told.last, ==, .75);
  g_assert_true (cog_report_has (report, "naughty-found"));
  finding = g_ptr_array_index (cog_report_get_findings (report), 0);
  g_assert_cmpuint (finding->count, ==, 3);
  g_assert_true (finding->kind->is_loss);
  g_assert_cmpint (finding->kind->effect, ==, COG_EFFECT_SIMPLIFIED);
  sentence = cog_finding_dup_sentence (finding);
  g_assert_cmpstr (sentence, ==, "“it” again.");
}

/* How it is to be read goes with it. */
static void
test_options (void)
{
  const CogReadingOptions options = { COG_TRACKED_CHANGES_REJECT };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("well", 4);
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "words.md");
  g_autoptr (CogReport) report = cog_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogBook) book = NULL;
  CogReadingSetup setup = { naughty };

  cog_source_set_options (source, &options);
  book = cog_reading_read_with (&setup, source, report, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cog_report_get_findings (report)->len, ==, 2);
}

static void
test_fault (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogReport) report = cog_report_new ();

  g_assert_null (read_words ("refuse", NULL, report, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_ENCRYPTED);
  g_assert_cmpstr (error->message, ==, "It is locked.");
  g_assert_true (cog_report_has (report, "naughty-found"));
}

static void
test_stopped (void)
{
  const CogReadingSetup short_wall = { .seconds = 20, .wall = 1 };
  const CogReadingSetup short_cpu = { .seconds = 1, .wall = 100 };
  const CogReadingSetup small = { .memory = 400 << 20 };

  assert_stopped ("crash", NULL);
  assert_stopped ("hang", &short_wall);
  assert_stopped ("spin", &short_cpu);
  assert_stopped ("eat", &small);
}

static void
test_traced (void)
{
  if (is_held (COG_HELD_CALLS))
    assert_stopped ("trace", NULL);
}

static void
test_no_write (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "cognate-naughty", NULL);
  g_autofree char *words = g_strconcat ("write ", path, NULL);
  g_autofree char *remove = g_strconcat ("remove ", path, NULL);
  g_autofree char *answer = NULL;
  g_autofree char *removed = NULL;

  if (!is_held (COG_HELD_FILES))
    return;
  g_unlink (path);
  answer = dup_answer (words);
  g_assert_cmpstr (answer, !=, "done");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  removed = dup_answer (remove);
  g_assert_cmpstr (removed, !=, "done");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_unlink (path);
}

/* What stands beside a page may be read, what stands elsewhere may not. */
static void
test_no_read (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *page = g_build_filename (folder, "a", "b", "c", "page.md", NULL);
  g_autofree char *inner = g_path_get_dirname (page);
  g_autofree char *beside = g_build_filename (inner, "beside", NULL);
  g_autofree char *outside = g_build_filename (folder, "outside", NULL);
  const char *const files[] = { beside, outside };

  if (!is_held (COG_HELD_FILES))
    return;
  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (beside, "b", -1, NULL));
  g_assert_true (g_file_set_contents (outside, "o", -1, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *words = g_strconcat ("read ", files[i], NULL);
      g_autoptr (CogSource) source = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (CogBook) book = NULL;
      CogReadingSetup setup = { naughty };

      g_assert_true (g_file_set_contents (page, words, -1, NULL));
      source = cog_source_new_for_path (page, NULL, NULL);
      book = cog_reading_read_with (&setup, source, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (cog_book_get_title (book), ==, i == 0 ? "done" : g_strerror (EACCES));
    }
  g_unlink (page);
  g_unlink (beside);
  g_unlink (outside);
}

static void
test_no_calls (void)
{
  static const char *const words[] = { "socket", "kill", "program echo ran" };

  if (!is_held (COG_HELD_CALLS))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *answer = dup_answer (words[i]);

      g_test_message ("%s: %s", words[i], answer);
      g_assert_cmpstr (answer, ==, i < 2 ? g_strerror (EPERM) : "no program");
    }
}

static void
test_threads (void)
{
  g_autofree char *answer = dup_answer ("thread");

  g_assert_cmpstr (answer, ==, "done");
}

/* A converter runs, writes in its own folder, and nowhere else. */
static void
test_programs (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "cognate-programs", NULL);
  g_autofree char *words = g_strdup_printf (
      "programs echo kept > $TMPDIR/x; cat $TMPDIR/x; (echo bad > %s) 2>/dev/null; true", path);
  g_autofree char *answer = NULL;

  if (!is_held (COG_HELD_FILES))
    return;
  g_unlink (path);
  answer = dup_answer (words);
  g_assert_cmpstr (answer, ==, "kept");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 5);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("hang", 4);
  g_autoptr (CogSource) source = cog_source_new_for_bytes (bytes, "words.md");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  CogReadingSetup setup = { naughty };
  gint64 begun = g_get_monotonic_time ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_null (cog_reading_read_with (&setup, source, NULL, NULL, cancellable, NULL, &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 20 * G_USEC_PER_SEC);
}

/* Then the file is read here, by its true reader. */
static void
test_no_helper (void)
{
  static const char *const programs[] = { "/nowhere/cognate-reader", "/bin/true" };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "cognate-words.md", NULL);

  g_assert_true (g_file_set_contents (path, "# Tides\n\nThe sea rises.\n", -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      CogReadingSetup setup = { programs[i] };
      g_autoptr (CogSource) source = cog_source_new_for_path (path, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (CogBook) book =
          cog_reading_read_with (&setup, source, NULL, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (cog_book_get_title (book), ==, "Tides");
    }
  g_unlink (path);
}

/* What was fetched from the web and is a zip: the helper sees of its folder the record only. */
static void
test_fetched (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "tides.epub", NULL);
  g_autoptr (CogCredit) credit = cog_credit_new ();
  EpubMaker *maker = epub_maker_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CogSource) source = NULL;
  g_autoptr (CogBook) book = NULL;
  g_autoptr (GError) error = NULL;

  epub_maker_add_page (maker, "a.xhtml", "<p>The sea rises.</p>");
  bytes = epub_maker_end (maker);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize)g_bytes_get_size (bytes), NULL));
  credit->source_url = g_strdup ("https://example.org/tides");
  g_assert_true (cog_web_record_write (path, credit, NULL));
  source = cog_source_new_for_path (path, NULL, NULL);
  book = cog_reading_read (source, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (book->credit->source_url, ==, "https://example.org/tides");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  naughty = argv[1];
  g_test_add_func ("/reading/good", test_good);
  g_test_add_func ("/reading/options", test_options);
  g_test_add_func ("/reading/fault", test_fault);
  g_test_add_func ("/reading/stopped", test_stopped);
  g_test_add_func ("/reading/traced", test_traced);
  g_test_add_func ("/reading/no-write", test_no_write);
  g_test_add_func ("/reading/no-read", test_no_read);
  g_test_add_func ("/reading/no-calls", test_no_calls);
  g_test_add_func ("/reading/threads", test_threads);
  g_test_add_func ("/reading/programs", test_programs);
  g_test_add_func ("/reading/cancel", test_cancel);
  g_test_add_func ("/reading/fetched", test_fetched);
  g_test_add_func ("/reading/no-helper", test_no_helper);
  return g_test_run ();
}
