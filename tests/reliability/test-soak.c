/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "random-adapter.h"

#include <glib/gstdio.h>

/* Somebody who works for long, and does all that can be done, in any order. What was refused
 * changed nothing; what is undone is what it was, redone what it became, to the byte; the book
 * stays in normal form; what is stored is what was shown; the sources stay what they were.
 *
 * COGNATE_SOAK_DEEDS: how many (300); COGNATE_SOAK_SEED: which ones. */

/* Every so many deeds the whole is looked at closely, is opened again, and it is told how far it
 * is. What a deed did is looked at after each. */
#define LOOK 10
#define REOPEN 100
#define TELL 1000
/* Of a long course every third deed is taken back and done again at once, and the whole looked at
 * a tenth as often: looking is most of the work, and what a single deed does wrong shows in the
 * short course that every run of the tests takes. All is taken back at the end. */
#define LONG 1000
#define LONG_UNDO 3
#define LONG_LOOK 100

typedef struct
{
  ProjectFixture fixture;
  CogProject *project;
  GRand *rand;
  char *sources;
  gboolean is_long;
  guint n_done, n_refused, n_undone;
} Soak;

static guint
read_number (const char *name, guint usual)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint)g_ascii_strtoull (text, NULL, 10) : usual;
}

static void
assert_same (const char *now, const char *wanted, const char *deed, guint n)
{
  if (g_str_equal (now, wanted))
    return;
  g_file_set_contents ("soak-now.txt", now, -1, NULL);
  g_file_set_contents ("soak-wanted.txt", wanted, -1, NULL);
  g_error ("deed %u (%s): soak-now.txt and soak-wanted.txt differ", n, deed);
}

static void
assert_dump (Soak *soak, const char *wanted, const char *deed, guint n)
{
  g_autofree char *now = random_adapter_dump (soak->project);

  assert_same (now, wanted, deed, n);
}

static void
assert_unique (CogProject *project)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) units = cog_project_list_units (project, NULL, NULL);

  for (guint i = 0; i < units->len; i++)
    g_assert_true (g_hash_table_add (seen, ((const CogUnit *)units->pdata[i])->id));
}

static void
look_closely (Soak *soak)
{
  g_autofree char *sources = structure_fixture_dump_sources (soak->project);

  assert_unique (soak->project);
  structure_fixture_assert_sound (soak->project);
  g_assert_cmpstr (sources, ==, soak->sources);
}

static void
reopen (Soak *soak, const char *deed, guint n)
{
  g_autofree char *before = random_adapter_dump (soak->project);
  g_autoptr (GError) error = NULL;

  g_clear_object (&soak->project);
  soak->project = cog_project_open (soak->fixture.path, COG_PROJECT_WRITE, &error);
  g_assert_no_error (error);
  assert_dump (soak, before, deed, n);
}

/* One deed, and what must hold of it; before: what was there, is given what is there now. */
static void
act (Soak *soak, char **before, guint n)
{
  g_autoptr (GError) error = NULL;
  const char *deed = NULL;
  gboolean ok = random_adapter_act (soak->project, soak->rand, &deed, &error);
  g_autofree char *after = random_adapter_dump (soak->project);
  gboolean is_history = g_str_equal (deed, "undo") || g_str_equal (deed, "redo");

  g_assert_true (ok == (error == NULL));
  if (!ok)
    {
      if (!random_adapter_is_refusal (error))
        g_error ("deed %u (%s): %s", n, deed, error->message);
      assert_same (after, *before, deed, n);
      soak->n_refused++;
      return;
    }
  soak->n_done++;
  if (!is_history && (!soak->is_long || n % LONG_UNDO == 0) && !g_str_equal (after, *before) &&
      cog_project_can_undo (soak->project))
    {
      g_assert_cmpuint (cog_project_undo (soak->project, 1, &error), ==, 1);
      assert_dump (soak, *before, deed, n);
      g_assert_cmpuint (cog_project_redo (soak->project, 1, &error), ==, 1);
      assert_dump (soak, after, deed, n);
      soak->n_undone++;
    }
  g_free (*before);
  *before = g_steal_pointer (&after);
}

/* All the way back, and forth again. */
static void
go_back (Soak *soak, const char *first)
{
  g_autofree char *last = random_adapter_dump (soak->project);
  guint steps;

  if (cog_project_can_redo (soak->project))
    {
      cog_project_redo (soak->project, G_MAXUINT, NULL);
      g_free (last);
      last = random_adapter_dump (soak->project);
    }
  steps = cog_project_undo (soak->project, G_MAXUINT, NULL);
  assert_dump (soak, first, "all undone", steps);
  g_assert_cmpuint (cog_project_redo (soak->project, steps, NULL), ==, steps);
  assert_dump (soak, last, "all redone", steps);
  g_test_message ("%u steps back and forth", steps);
}

static void
test_soak (void)
{
  Soak soak = { 0 };
  guint n_deeds = read_number ("COGNATE_SOAK_DEEDS", 300);
  guint seed = read_number ("COGNATE_SOAK_SEED", 1);
  g_autofree char *first = NULL;
  g_autofree char *before = NULL;

  project_fixture_set_up (&soak.fixture, NULL);
  soak.rand = g_rand_new_with_seed (seed);
  soak.project = structure_fixture_create (soak.fixture.path);
  soak.sources = structure_fixture_dump_sources (soak.project);
  first = random_adapter_dump (soak.project);
  before = g_strdup (first);
  soak.is_long = n_deeds > LONG;
  for (guint n = 1; n <= n_deeds; n++)
    {
      act (&soak, &before, n);
      if (n % (soak.is_long ? LONG_LOOK : LOOK) == 0)
        look_closely (&soak);
      if (n % REOPEN == 0)
        reopen (&soak, "opened again", n);
      if (n % TELL == 0)
        g_test_message ("%u deeds", n);
    }
  go_back (&soak, first);
  look_closely (&soak);
  g_clear_object (&soak.project);
  g_assert_cmpuint (project_fixture_count_files (&soak.fixture), ==, 1);
  g_test_message ("%u deeds: %u done, %u refused; %u undone and redone", n_deeds, soak.n_done,
                  soak.n_refused, soak.n_undone);
  g_assert_cmpuint (soak.n_done, >, n_deeds / 3);
  g_rand_free (soak.rand);
  g_free (soak.sources);
  project_fixture_tear_down (&soak.fixture, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reliability/soak", test_soak);
  return g_test_run ();
}
