/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-align-plan.h"
#include "cog-error.h"
#include "cog-memory-concordance.h"
#include "project-fixture.h"

#include <string.h>

#define POND                                                                                       \
  "<body><h1>The pond</h1><p>In winter the pond is covered with ice. The ice is 12 cm thick in "   \
  "January.</p><p>Isaac Newton measured it in 1701.</p></body></html>"
#define STAW                                                                                       \
  "<body><h1>Staw</h1><p>Zimą staw jest pokryty lodem. W styczniu lód ma 12 cm grubości.</p>"   \
  "<p>Zmierzył to Isaac Newton w 1701 roku.</p></body></html>"

static char *
write_file (ProjectFixture *f, const char *name, const char *text)
{
  char *path = g_build_filename (f->dir, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static guint
count_hits (CogMemory *memory, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = cog_memory_search (memory, "en", "pl", words, 10, &error);

  g_assert_no_error (error);
  return entries->len;
}

/* Each pair says how sure it is; what is left out is not stored. */
static void
test_left_out (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *source = write_file (f, "pond.html", "<html lang='en'>" POND);
  g_autofree char *target = write_file (f, "staw.html", "<html lang='pl'>" STAW);
  const CogAlignEdition editions[] = { { source, NULL }, { target, NULL } };
  g_autofree char *path = g_build_filename (f->dir, "memory.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CogAlignPlan) plan =
      cog_align_plan_new (&editions[0], &editions[1], NULL, NULL, NULL, NULL, &error);
  CogMemory *memory;
  guint n;

  g_assert_no_error (error);
  n = cog_align_plan_get_counts (plan)->n_segments;
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (cog_align_plan_get_language (plan, 1), ==, "pl");
  for (guint i = 0; i < n; i++)
    {
      double confidence = cog_align_plan_get_confidence (plan, i);

      g_assert_cmpfloat (confidence, >=, COG_ALIGNMENT_SURE);
      g_assert_cmpfloat (confidence, <=, 1);
      if (strstr (cog_align_plan_get_entry (plan, i)->source, "Newton") != NULL)
        cog_align_plan_take (plan, i, FALSE);
    }
  g_assert_cmpuint (cog_align_plan_count_taken (plan), ==, 3);
  memory = cog_memory_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (cog_align_plan_store (plan, memory, NULL, NULL, &error));
  g_assert_cmpuint (count_hits (memory, "winter"), ==, 1);
  g_assert_cmpuint (count_hits (memory, "Newton"), ==, 0);
  cog_memory_close (memory);
}

/* Cancelled, the memory is as it was. */
static void
test_cancelled (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *source = write_file (f, "pond.html", "<html lang='en'>" POND);
  g_autofree char *target = write_file (f, "staw.html", "<html lang='pl'>" STAW);
  const CogAlignEdition editions[] = { { source, NULL }, { target, NULL } };
  g_autofree char *path = g_build_filename (f->dir, "memory.db", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CogAlignPlan) plan =
      cog_align_plan_new (&editions[0], &editions[1], NULL, NULL, NULL, NULL, &error);
  CogMemory *memory = cog_memory_open (path, &error);

  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (cog_align_plan_store (plan, memory, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_hits (memory, "winter"), ==, 0);
  cog_memory_close (memory);
}

/* A language that the file does not say is said by the person, or asked for; what the person says
 * holds. */
static void
test_language (ProjectFixture *f, gconstpointer data)
{
  g_autofree char *source = write_file (f, "pond.html", "<html lang='en'>" POND);
  g_autofree char *target = write_file (f, "staw.html", "<html>" STAW);
  const CogAlignEdition original = { source, NULL };
  const CogAlignEdition unknown = { target, NULL };
  const CogAlignEdition said = { target, "pl" };
  g_autoptr (GError) error = NULL;
  g_autoptr (CogAlignPlan) none =
      cog_align_plan_new (&original, &unknown, NULL, NULL, NULL, NULL, &error);
  g_autoptr (CogAlignPlan) plan = NULL;

  g_assert_null (none);
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
  g_clear_error (&error);
  plan = cog_align_plan_new (&original, &said, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cog_align_plan_get_language (plan, 1), ==, "pl");
  g_assert_cmpuint (cog_align_plan_get_counts (plan)->n_segments, ==, 4);
}

int
main (int argc, char **argv)
{
  g_setenv ("COGNATE_NO_HELPER", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/align-plan/left-out", test_left_out);
  PROJECT_FIXTURE_ADD ("/align-plan/cancelled", test_cancelled);
  PROJECT_FIXTURE_ADD ("/align-plan/language", test_language);
  return g_test_run ();
}
