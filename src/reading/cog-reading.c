/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading-private.h"

#include "cog-confinement.h"
#include "cog-error.h"
#include "cog-helper.h"
#include "cog-temporary-folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Seconds of the processor: an import of the largest books takes a tenth of it on slow machines. */
#define SECONDS_FOR_FILE 30
#define SECONDS_FOR_MEGABYTE 3
#define SECONDS_FOR_FOLDER 600 /* its size is not known; nor what a page names beside itself */
#define WALL 6                 /* by the clock, so many times that: others want the processor too */
#define SECONDS_TO_GREET 30
#define SECONDS_FOR_OCR 3600 /* to draw the pages; what recognizes them has its own limits */
#define PATIENCE_FOR_OCR 300 /* seconds from page to page */
#define MEMORY ((guint64)1 << 30)

/* The installed program; beside a program that runs from the folder where it was built, that one's.
 */
char *
cog_reading_find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *path = COG_LIBEXEC_DIR "/cognate-reader";

  if (self != NULL && g_str_has_prefix (self, COG_BUILD_ROOT "/"))
    path = COG_BUILD_ROOT "/src/reading/cognate-reader";
  return g_file_test (path, G_FILE_TEST_IS_EXECUTABLE) ? g_strdup (path) : NULL;
}

/* Bytes of the source itself; 0 for a folder. */
static guint64
get_size (CogSource *source)
{
  return cog_source_is_folder (source) ? 0 : g_bytes_get_size (cog_source_get_bytes (source));
}

static guint64
get_seconds (CogSource *source)
{
  guint64 for_size = SECONDS_FOR_FILE + SECONDS_FOR_MEGABYTE * (get_size (source) >> 20);

  if (cog_source_is_folder (source) ||
      (!cog_source_is_zip (source) && cog_source_get_path (source) != NULL))
    return MAX (SECONDS_FOR_FOLDER, for_size);
  return for_size;
}

static void
add_argument (GPtrArray *argv, const char *name, const char *value)
{
  if (value != NULL)
    g_ptr_array_add (argv, g_strconcat ("--", name, "=", value, NULL));
}

static void
add_number (GPtrArray *argv, const char *name, guint64 value)
{
  g_ptr_array_add (argv, g_strdup_printf ("--%s=%" G_GUINT64_FORMAT, name, value));
}

/* The whole of a reading by the helper. */
typedef struct
{
  const CogReadingSetup *setup;
  CogSource *source;
  guint64 seconds, wall; /* of the processor; by the clock */
  guint patience;        /* cog_helper_listen() */
  const char *work;      /* (nullable): programs may run, and write there */
  CogReceiver *receiver;
} Reading;

static CogHelper *
start (const Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  const char *path = cog_source_get_path (reading->source);
  g_autofree char *absolute = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_autofree char *options =
      cog_reading_options_to_string (cog_source_get_options (reading->source));
  guint64 memory = reading->setup->memory;

  if (memory == 0)
    memory = MEMORY + 2 * get_size (reading->source);
  g_ptr_array_add (argv, g_strdup (reading->setup->program));
  add_argument (argv, "name", cog_source_get_name (reading->source));
  add_argument (argv, "path", absolute);
  add_argument (argv, "work", reading->work);
  add_argument (argv, "options", options);
  add_number (argv, "seconds", reading->seconds);
  add_number (argv, "memory", memory);
  if (reading->work != NULL)
    g_ptr_array_add (argv, g_strdup ("--programs"));
  return cog_helper_new (argv, reading->source, reading->work, error);
}

static CogReceiver *
make_receiver (CogSource *source, const CogProgress *progress)
{
  return cog_receiver_new (progress,
                           cog_source_is_folder (source) ? cog_source_get_path (source) : NULL);
}

static void
set_stopped (CogSource *source, GError **error)
{
  g_set_error (error, COG_ERROR, COG_ERROR_INPUT,
               /* Translators: 1 is a file's name; a reader is the part of the program that reads
                * files of one format. */
               _ ("%s: could not be read, because its reader stopped. The file is damaged, or made "
                  "to do harm."),
               cog_source_get_name (source));
}

/* Runs one helper to its end. FALSE: none could be started, and the file was not looked at. */
static gboolean
run (Reading *reading, GCancellable *cancellable, CogHelperEnd *end, CogReceived *received)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (CogHelper) helper = start (reading, &fault);
  gint64 deadline = g_get_monotonic_time () + (gint64)(reading->wall * G_USEC_PER_SEC);
  g_autofree char *held = NULL;

  if (helper == NULL)
    {
      g_debug ("Files are read in this process: %s", fault->message);
      return FALSE;
    }
  *end = cog_helper_listen (helper, reading->receiver, FALSE, deadline, reading->patience,
                            cancellable, received);
  if (*end != COG_HELPER_CANCELLED && !cog_receiver_has_greeted (reading->receiver))
    {
      g_debug ("Files are read in this process: %s did not greet", reading->setup->program);
      return FALSE;
    }
  held = cog_confinement_to_string (cog_receiver_get_held (reading->receiver));
  g_debug ("%s was read by a helper (%s): end %d, received %d",
           cog_source_get_name (reading->source), held, *end, *received);
  return TRUE;
}

/* (transfer full) (nullable): the folder where programs may write */
static CogTemporaryFolder *
make_work (void)
{
  g_autoptr (GError) fault = NULL;
  CogTemporaryFolder *work = cog_temporary_folder_new (COG_TEMPORARY_READER, &fault);

  if (work == NULL)
    g_debug ("No folder for programs: %s", fault->message);
  return work;
}

static CogBook *
take_answer (Reading *reading,
             CogHelperEnd end,
             CogReceived received,
             CogReport *report,
             GCancellable *cancellable,
             const CogReader **used,
             GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (end == COG_HELPER_ANSWERED && received == COG_RECEIVED_BOOK)
    {
      cog_receiver_report (reading->receiver, report);
      return cog_receiver_steal_book (reading->receiver, used);
    }
  if (end == COG_HELPER_ANSWERED && received == COG_RECEIVED_FAULT)
    {
      cog_receiver_report (reading->receiver, report);
      g_propagate_error (error, cog_receiver_steal_fault (reading->receiver));
      return NULL;
    }
  set_stopped (reading->source, error);
  return NULL;
}

/* Once more, with leave to run programs. */
static gboolean
run_with_programs (Reading *reading,
                   const CogProgress *progress,
                   GCancellable *cancellable,
                   CogHelperEnd *end,
                   CogReceived *received)
{
  g_autoptr (CogTemporaryFolder) work = make_work ();
  gboolean ok;

  cog_receiver_free (reading->receiver);
  reading->receiver = make_receiver (reading->source, progress);
  if (work == NULL)
    return FALSE;
  reading->work = work->path;
  reading->seconds = MAX (reading->seconds, SECONDS_FOR_FOLDER);
  if (reading->setup->wall == 0)
    reading->wall = WALL * reading->seconds;
  ok = run (reading, cancellable, end, received);
  reading->work = NULL;
  return ok;
}

CogBook *
cog_reading_read_with (const CogReadingSetup *setup,
                       CogSource *source,
                       CogReport *report,
                       const CogProgress *progress,
                       GCancellable *cancellable,
                       const CogReader **used,
                       GError **error)
{
  Reading reading = { .setup = setup,
                      .source = source,
                      .seconds = setup->seconds,
                      .receiver = make_receiver (source, progress) };
  CogHelperEnd end = COG_HELPER_STOPPED;
  CogReceived received = COG_RECEIVED_MORE;
  CogBook *book;
  gboolean ok;

  if (reading.seconds == 0)
    reading.seconds = get_seconds (source);
  reading.wall = setup->wall > 0 ? setup->wall : WALL * reading.seconds;
  if (setup->seconds == 0 && cog_source_get_options (source)->use_ocr)
    {
      reading.seconds = MAX (reading.seconds, SECONDS_FOR_OCR);
      reading.patience = PATIENCE_FOR_OCR;
    }
  ok = run (&reading, cancellable, &end, &received);
  if (ok && end == COG_HELPER_ANSWERED && received == COG_RECEIVED_NEEDS_PROGRAMS)
    ok = run_with_programs (&reading, progress, cancellable, &end, &received);
  book = ok ? take_answer (&reading, end, received, report, cancellable, used, error)
            : cog_reader_read (source, report, progress, cancellable, used, error);
  cog_receiver_free (reading.receiver);
  return book;
}

CogBook *
cog_reading_read (CogSource *source,
                  CogReport *report,
                  const CogProgress *progress,
                  GCancellable *cancellable,
                  const CogReader **used,
                  GError **error)
{
  g_autofree char *program = NULL;
  CogReadingSetup setup = { NULL };

  g_return_val_if_fail (source != NULL, NULL);

  if (g_getenv ("COGNATE_NO_HELPER") == NULL)
    program = cog_reading_find_program ();
  if (program == NULL)
    {
      g_debug ("Files are read in this process: there is no helper");
      return cog_reader_read (source, report, progress, cancellable, used, error);
    }
  setup.program = program;
  return cog_reading_read_with (&setup, source, report, progress, cancellable, used, error);
}

gboolean
cog_reading_probe (guint32 *held)
{
  g_autofree char *program =
      g_getenv ("COGNATE_NO_HELPER") == NULL ? cog_reading_find_program () : NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CogReceiver) receiver = cog_receiver_new (NULL, NULL);
  g_autoptr (CogHelper) helper = NULL;
  CogReceived received;

  g_return_val_if_fail (held != NULL, FALSE);

  if (program == NULL)
    return FALSE;
  g_ptr_array_add (argv, g_strdup (program));
  g_ptr_array_add (argv, g_strdup ("--probe"));
  add_number (argv, "seconds", SECONDS_TO_GREET);
  add_number (argv, "memory", MEMORY);
  helper = cog_helper_new (argv, NULL, NULL, NULL);
  if (helper == NULL)
    return FALSE;
  cog_helper_listen (helper, receiver, TRUE,
                     g_get_monotonic_time () + SECONDS_TO_GREET * G_USEC_PER_SEC, 0, NULL,
                     &received);
  *held = cog_receiver_get_held (receiver);
  return cog_receiver_has_greeted (receiver);
}
