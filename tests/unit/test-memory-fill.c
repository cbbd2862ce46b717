/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-memory-fill.h"
#include "cog-memory-keeper.h"

#include "project-fixture.h"

#include <string.h>

static gboolean
append_entry (const CogMemoryEntry *entry, gpointer user_data, GError **error)
{
  const char *place = strchr (entry->place, '/');

  g_assert_cmpstr (entry->project, ==, "Cats");
  g_string_append_printf (user_data, "%s %s=%s%s%s;", place + 1, entry->source, entry->target,
                          entry->previous != 0 ? " <" : "", entry->next != 0 ? " >" : "");
  return TRUE;
}

static void
assert_holds (CogMemory *memory, const char *expected)
{
  g_autoptr (GString) said = g_string_new (NULL);

  g_assert_true (cog_memory_foreach (memory, append_entry, said, NULL));
  g_assert_cmpstr (said->str, ==, expected);
}

static void
set_target (CogProject *project, const char *unit, const char *target)
{
  g_autoptr (GError) error = NULL;

  project_fixture_set_target (project, unit, target, &error);
  g_assert_no_error (error);
}

static void
fill (CogProject *project, CogMemory *memory, const char *unit, gint64 n, gint64 n_withdrawn)
{
  const char *units[] = { unit, NULL };
  g_autoptr (GError) error = NULL;
  CogMemoryFilled told;

  cog_memory_fill (project, memory, unit != NULL ? units : NULL, NULL, NULL, &told, &error);
  g_assert_no_error (error);
  g_assert_cmpint (told.n_entries, ==, n);
  g_assert_cmpint (told.n_withdrawn, ==, n_withdrawn);
}

static CogMemory *
open_memory (ProjectFixture *f)
{
  g_autofree char *path = g_build_filename (f->dir, "memory", "memory.sqlite", NULL);
  g_autoptr (GError) error = NULL;
  CogMemory *memory = cog_memory_open (path, &error);

  g_assert_no_error (error);
  return memory;
}

/* What becomes confirmed comes in, what is no more goes, and nothing comes twice. */
static void
test_fill (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogMemory) memory = open_memory (f);

  fill (project, memory, NULL, 0, 0);
  set_target (project, "p1", "Absatz <em>eins</em> spricht.");
  fill (project, memory, "p1", 1, 0);
  assert_holds (memory, "p1/1 Paragraph 1 speaks.=Absatz eins spricht. < >;");
  set_target (project, "p1", "Absatz <em>1</em> redet.");
  fill (project, memory, "p1", 1, 0);
  assert_holds (memory, "p1/1 Paragraph 1 speaks.=Absatz 1 redet. < >;");
  fill (project, memory, NULL, 1, 0);
  assert_holds (memory, "p1/1 Paragraph 1 speaks.=Absatz 1 redet. < >;");
  set_target (project, "p1", "");
  fill (project, memory, "p1", 0, 1);
  assert_holds (memory, "");
}

/* Where the sentences do not pair, the unit is one. */
static void
test_whole (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 2);
  g_autoptr (CogMemory) memory = open_memory (f);
  const char *added, *both;

  set_target (project, "p0", "Absatz null spricht. Er spricht laut.");
  fill (project, memory, "p0", 1, 0);
  assert_holds (memory, "p0/1 Paragraph 0 speaks.=Absatz null spricht. Er spricht laut. < >;");
  /* Whether a target of no words is remembered: it is not. */
  set_target (project, "p0", "…");
  fill (project, memory, "p0", 0, 1);
  added = "no-such-unit";
  fill (project, memory, added, 0, 0);
  both = "p1";
  set_target (project, both, "Absatz eins spricht.");
  fill (project, memory, both, 1, 0);
}

/* What a machine wrote is none of this until it is confirmed; only what has a state beyond
 * initial counts. */
static void
test_confirmed (ProjectFixture *f, gconstpointer data)
{
  CogUnit unit = { .id = (char *)"u",
                   .kind = COG_UNIT_PARAGRAPH,
                   .source = (char *)"a",
                   .target = (char *)"b",
                   .state = COG_STATE_TRANSLATED,
                   .decision = COG_DECISION_TRANSLATED };

  g_assert_true (cog_memory_fill_is_confirmed (NULL, &unit));
  unit.state = COG_STATE_INITIAL;
  g_assert_false (cog_memory_fill_is_confirmed (NULL, &unit));
  unit.state = COG_STATE_FINAL;
  unit.decision = COG_DECISION_REPLACED;
  g_assert_false (cog_memory_fill_is_confirmed (NULL, &unit));
  unit.decision = COG_DECISION_ADAPTED;
  g_assert_true (cog_memory_fill_is_confirmed (NULL, &unit));
  unit.engine = (char *)"apertium";
  g_assert_false (cog_memory_fill_is_confirmed (NULL, &unit));
  unit.engine = NULL;
  unit.source = NULL;
  g_assert_false (cog_memory_fill_is_confirmed (NULL, &unit));
}

/* By itself, in a thread, in this person's memory. */
static void
test_keeper (ProjectFixture *f, gconstpointer data)
{
  g_autoptr (CogProject) project = project_fixture_create (f->path, 3);
  g_autoptr (CogMemoryKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;
  CogMemory *memory;
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  const CogMemoryQuery query = {
    .text = "Paragraph 2 speaks.", .from = "en", .to = "ar", .threshold = 100, .n = 5
  };
  guint n = 0;

  g_setenv ("COGNATE_DATA_DIR", f->dir, TRUE);
  keeper = cog_memory_keeper_new (project);
  set_target (project, "p2", "تتكلم الفقرة الثانية.");
  memory = cog_memory_get_default (&error);
  g_assert_no_error (error);
  while (n == 0 && g_get_monotonic_time () < end)
    {
      g_autoptr (GPtrArray) matches = cog_memory_lookup (memory, &query, &error);

      g_assert_no_error (error);
      n = matches->len;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PROJECT_FIXTURE_ADD ("/memory-fill/fill", test_fill);
  PROJECT_FIXTURE_ADD ("/memory-fill/whole", test_whole);
  PROJECT_FIXTURE_ADD ("/memory-fill/confirmed", test_confirmed);
  PROJECT_FIXTURE_ADD ("/memory-fill/keeper", test_keeper);
  return g_test_run ();
}
