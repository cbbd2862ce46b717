/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* bench-import FILE [FRACTION]: reads the file as the application does, by its helper, and prints
 * as JSON how long it took, how often it told how far it was, and the longest silence between. With
 * a fraction, it is cancelled when it is that far, and the time from there to the return is what a
 * person waits who has pressed the button. In milliseconds. */

typedef struct
{
  GCancellable *cancellable;
  double cancel_at; /* a fraction; above 1: never */
  double begun, told, silence, cancelled;
  guint n_told;
} Watch;

static double
now (void)
{
  return (double)g_get_monotonic_time () / 1000;
}

static void
watch (double fraction, const char *sentence, gpointer user_data)
{
  Watch *w = user_data;
  double at = now ();

  w->silence = MAX (w->silence, at - w->told);
  w->told = at;
  w->n_told++;
  if (fraction >= w->cancel_at && w->cancelled == 0)
    {
      w->cancelled = at;
      g_cancellable_cancel (w->cancellable);
    }
}

static int
print (const Watch *w, gboolean was_read)
{
  double end = now ();

  printf ("{\"read\": %s, \"total\": %.1f, \"told\": %u, \"silence\": %.1f",
          was_read ? "true" : "false", end - w->begun, w->n_told, MAX (w->silence, end - w->told));
  if (w->cancelled > 0)
    printf (", \"cancelled\": %.1f", end - w->cancelled);
  printf ("}\n");
  return was_read == (w->cancelled == 0) ? 0 : 1;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CogReport) report = cog_report_new ();
  CogSource *source = argc > 1 ? cog_source_new_for_path (argv[1], NULL, &error) : NULL;
  Watch w = { cancellable, argc > 2 ? strtod (argv[2], NULL) : 2, now (), now (), 0, 0, 0 };
  const CogProgress progress = { watch, &w, 0, 1 };
  CogBook *book;
  int status;

  if (source == NULL)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "bench-import FILE [FRACTION]");
      return 2;
    }
  book = cog_reading_read (source, report, &progress, cancellable, NULL, &error);
  if (book == NULL && w.cancelled == 0)
    fprintf (stderr, "%s\n", error->message);
  status = print (&w, book != NULL);
  g_clear_pointer (&book, cog_book_free);
  cog_source_free (source);
  return status;
}
