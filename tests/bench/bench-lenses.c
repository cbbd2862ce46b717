/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the lenses take for a book, and for a passage that was edited, and for comparing what
 * was decided: medians, printed, never asserted. The aims are 2 s for a volume of 20,000 passages,
 * and 5 ms for one.
 *
 *   bench-lenses FILE LANGUAGE
 *
 * FILE is any book; the project that is made of it is left out of the time. */
#include "config.h"

#include "cog-import-job.h"
#include "cog-lens-apply.h"
#include "cog-lens-conflict.h"
#include "cog-lens-index.h"
#include "cog-remove.h"
#include "folder.h"

#include <stdio.h>
#include <time.h>

#define RUNS 5
#define VOLUME 20000 /* passages */

static double
get_seconds (void)
{
  return (double)g_get_monotonic_time () / G_USEC_PER_SEC;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return first < second ? -1 : first > second;
}

static double
get_median (double *values)
{
  qsort (values, RUNS, sizeof *values, compare);
  return values[RUNS / 2];
}

typedef struct
{
  double seconds, processor; /* of one run, the median; processor: of all threads together */
  double loading;            /* of processors: the lists, once in a program */
  guint n_findings;
} BookTimes;

static BookTimes
scan_book (CogProject *project)
{
  BookTimes result = { 0 };
  double times[RUNS], processor[RUNS];
  double first;

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
      clock_t begin = clock ();
      double start = get_seconds ();
      g_autoptr (GPtrArray) findings = cog_lens_index_dup_findings (index, NULL, NULL, NULL);

      times[i] = get_seconds () - start;
      processor[i] = (double)(clock () - begin) / CLOCKS_PER_SEC;
      result.n_findings = findings->len;
    }
  first = processor[0];
  result.seconds = get_median (times);
  result.processor = get_median (processor);
  result.loading = MAX (first - result.processor, 0);
  return result;
}

/* One that has something to find, edited and looked at again. */
static double
scan_passage (CogProject *project)
{
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (GPtrArray) findings = cog_lens_index_dup_findings (index, NULL, NULL, NULL);
  const char *unit = findings->len > 0
                         ? ((CogPlacedFinding *)g_ptr_array_index (findings, 0))->finding->unit
                         : NULL;
  double times[RUNS];

  for (guint i = 0; unit != NULL && i < RUNS; i++)
    {
      g_autofree char *target = g_strdup_printf ("text %u, 75 mph", i);
      CogUnitEdit edit = { .unit = unit, .set = COG_UNIT_SET_TARGET, .target = target };
      g_autoptr (GPtrArray) found = NULL;
      double start;

      cog_project_edit (project, &edit, 1, NULL, NULL);
      start = get_seconds ();
      found = cog_lens_index_dup_unit (index, unit, NULL);
      times[i] = get_seconds () - start;
    }
  return unit != NULL ? get_median (times) : 0;
}

/* What can be converted is, in the first half of the book. */
static guint
decide (CogProject *project)
{
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (GPtrArray) findings = cog_lens_index_dup_findings (index, NULL, NULL, NULL);
  g_autoptr (GArray) actions = g_array_new (FALSE, FALSE, sizeof (CogLensAction));
  guint n_done = 0;

  for (guint i = 0; i < findings->len / 2; i++)
    {
      CogPlacedFinding *placed = g_ptr_array_index (findings, i);
      const CogProposal *ready = cog_lens_finding_get_ready (placed->finding);
      CogLensAction action = { .placed = placed };

      if (ready == NULL)
        continue;
      action.choice = ready->choice;
      action.words = ready->words;
      g_array_append_val (actions, action);
    }
  cog_lens_apply (project, (CogLensAction *)(void *)actions->data, actions->len, &n_done, NULL);
  return n_done;
}

/* Seconds until it is known in what the book does not agree with itself: after a change, and asked
 * once more. */
static void
compare_decisions (CogProject *project, double *first, double *again)
{
  g_autoptr (CogLensIndex) index = cog_lens_index_new (project);
  g_autoptr (GPtrArray) findings = cog_lens_index_dup_findings (index, NULL, NULL, NULL);

  for (guint i = 0; i < 2; i++)
    {
      double start = get_seconds ();
      g_autoptr (GPtrArray) conflicts = cog_lens_index_dup_conflicts (index, NULL, NULL);

      *(i == 0 ? first : again) = get_seconds () - start;
    }
}

int
main (int argc, char *argv[])
{
  double first, again;
  guint n_decided;
  const char *files[] = { argc > 1 ? argv[1] : NULL, NULL };
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "p.cognate", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) units = NULL;
  BookTimes book;
  double volume;

  if (argc != 3)
    {
      fprintf (stderr, "Usage: bench-lenses FILE LANGUAGE\n");
      return 2;
    }
  project = cog_import_new_project (path, files, NULL, argv[2], NULL, NULL, NULL, NULL, &error);
  if (project == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  units = cog_project_list_units (project, NULL, NULL);
  book = scan_book (project);
  volume = (double)VOLUME / MAX (1, units->len);
  printf ("%u passages, %u findings: %.3f s, %.3f s of processors\n", units->len, book.n_findings,
          book.seconds, book.processor);
  printf ("a volume of %u passages: %.2f s, %.2f s of processors, and %.2f s for the lists\n",
          VOLUME, book.seconds * volume, book.processor * volume, book.loading);
  printf ("a passage after an edit: %.2f ms\n", scan_passage (project) * 1000);
  n_decided = decide (project);
  compare_decisions (project, &first, &again);
  printf ("%u decisions compared: %.1f ms; asked again: %.3f ms\n", n_decided, first * 1000,
          again * 1000);
  cog_project_close (project, NULL);
  cog_remove_tree (folder);
  return 0;
}
