/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-evaluation.h"
#include "cog-project.h"

#include <stdio.h>
#include <stdlib.h>

/* bench-edit PROJECT [N]: opens the project, lists its outline, makes N edits one after the other,
 * each durable, undoes one, finds the pieces in use and what they permit, and prints the medians in
 * milliseconds as JSON. */

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
now (void)
{
  return (double)g_get_monotonic_time () / 1000;
}

/* The time of each edit, sorted. */
static GArray *
measure_edits (CogProject *project, GPtrArray *units, guint n)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n; i++)
    {
      const CogUnit *unit = g_ptr_array_index (units, (i * 37) % units->len);
      g_autofree char *target = g_strdup_printf ("Edit %u of a unit, as long as a sentence is.", i);
      CogUnitEdit edit = { .unit = unit->id, .set = COG_UNIT_SET_TARGET, .target = target };
      g_autoptr (GError) error = NULL;
      double begun = now ();
      double time;

      if (!cog_project_edit (project, &edit, 1, NULL, &error))
        g_error ("%s", error->message);
      time = now () - begun;
      g_array_append_val (times, time);
    }
  g_array_sort (times, compare);
  return times;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  guint n = argc > 2 ? (guint)strtoul (argv[2], NULL, 10) : 200;
  double begun = now ();
  g_autoptr (CogProject) project = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GArray) times = NULL;
  double opened, listed, undone, found, judged;
  g_autoptr (GPtrArray) components = NULL;

  if (argc < 2 || n == 0)
    return 2;
  project = cog_project_open (argv[1], COG_PROJECT_WRITE, &error);
  if (project == NULL)
    g_error ("%s", error->message);
  opened = now () - begun;
  begun = now ();
  sections = cog_project_list_sections (project);
  listed = now () - begun;
  units = cog_project_list_units (project, NULL, NULL);
  times = measure_edits (project, units, n);
  begun = now ();
  cog_project_undo (project, 1, NULL);
  undone = now () - begun;
  begun = now ();
  components = cog_project_list_components (project, NULL);
  found = now () - begun;
  begun = now ();
  cog_evaluation_free (cog_evaluation_new (components));
  judged = now () - begun;
  printf ("{\"open\": %.3f, \"outline\": %.3f, \"edit\": %.3f, \"edit_95\": %.3f, \"undo\": %.3f, "
          "\"components\": %.3f, \"rights\": %.3f}\n",
          opened, listed, g_array_index (times, double, n / 2),
          g_array_index (times, double, n * 95 / 100), undone, found, judged);
  return 0;
}
