/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-error.h"
#include "cog-exchange-folder.h"
#include "cog-remove.h"
#include "exchange-fixture.h"
#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>

/* Two people, each with a project of the same source, and a folder that both have. */
typedef struct
{
  CogProject *ann, *bob;
} Team;

static void
set_up (Team *team, gconstpointer data)
{
  cog_remove_tree ("shared");
  g_unlink ("ann.cognate");
  g_unlink ("bob.cognate");
  team->ann = exchange_fixture_create ("ann.cognate");
  team->bob = exchange_fixture_create ("bob.cognate");
}

static void
tear_down (Team *team, gconstpointer data)
{
  g_object_unref (team->ann);
  g_object_unref (team->bob);
}

static void
export_folder (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  CogExchangeCount count;

  cog_exchange_folder_export (project, "shared", NULL, NULL, &count, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count.n_units, ==, 9);
}

static guint
import (CogProject *project, gboolean keeps_ours, guint conflicts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogExchangePlan) plan = cog_exchange_plan_new (project, &error);
  guint n = 0;

  cog_exchange_folder_read (plan, project, "shared", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cog_exchange_plan_count (plan, COG_EXCHANGE_CONFLICT), ==, conflicts);
  g_assert_true (cog_exchange_plan_apply (plan, project, &n, &error));
  g_assert_true (cog_exchange_folder_agree (plan, project, "shared", keeps_ours, &error));
  g_assert_no_error (error);
  return n;
}

static void
assert_refused (CogProject *project)
{
  g_autoptr (GError) error = NULL;
  CogExchangeCount count;

  g_assert_false (cog_exchange_folder_export (project, "shared", NULL, NULL, &count, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_REFUSED);
}

static char *
dup_file (void)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents ("shared/001-one-only-one.xlf", &text, NULL, NULL));
  return text;
}

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_length (lines);
}

static void
test_merge (Team *team, gconstpointer data)
{
  g_autofree char *empty = NULL;
  g_autofree char *first = NULL;
  g_autofree char *target = NULL;
  g_autofree char *other = NULL;

  export_folder (team->ann);
  empty = dup_file ();
  g_assert_cmpuint (import (team->bob, FALSE, 0), ==, 0);
  /* A sentence that is translated is one line more, and one that is another. */
  g_assert_true (project_fixture_set_target (team->ann, "h", "واحد", NULL));
  export_folder (team->ann);
  first = dup_file ();
  g_assert_cmpuint (count_lines (first), ==, count_lines (empty) + 1);
  /* Bob has not seen it, and would write over it. */
  g_assert_true (project_fixture_set_target (team->bob, "c", "قطة", NULL));
  assert_refused (team->bob);
  g_assert_cmpuint (import (team->bob, FALSE, 0), ==, 1);
  target = project_fixture_dup_target (team->bob, "h");
  g_assert_cmpstr (target, ==, "واحد");
  export_folder (team->bob);
  g_assert_cmpuint (import (team->ann, FALSE, 0), ==, 1);
  other = project_fixture_dup_target (team->ann, "c");
  g_assert_cmpstr (other, ==, "قطة");
  /* Ann's again and Bob's untouched: his project follows, no conflict. */
  g_assert_true (project_fixture_set_target (team->ann, "c", "قط", NULL));
  export_folder (team->ann);
  g_assert_cmpuint (import (team->bob, FALSE, 0), ==, 1);
}

static void
test_conflict (Team *team, gconstpointer data)
{
  g_autofree char *target = NULL;

  export_folder (team->ann);
  import (team->bob, FALSE, 0);
  g_assert_true (project_fixture_set_target (team->ann, "h", "واحد", NULL));
  g_assert_true (project_fixture_set_target (team->bob, "h", "أحد", NULL));
  export_folder (team->ann);
  g_assert_cmpuint (import (team->bob, FALSE, 1), ==, 0);
  /* Not settled: Ann's words are not written over. */
  assert_refused (team->bob);
  g_assert_cmpuint (import (team->bob, TRUE, 1), ==, 0);
  export_folder (team->bob);
  g_assert_cmpuint (import (team->ann, FALSE, 0), ==, 1);
  target = project_fixture_dup_target (team->ann, "h");
  g_assert_cmpstr (target, ==, "أحد");
}

static void
test_files (Team *team, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CogExchangePlan) plan = NULL;
  g_autofree char *text = NULL;
  GStatBuf before, after;

  export_folder (team->ann);
  g_assert_true (g_file_test ("shared/.cognate/.gitignore", G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_stat ("shared/001-one-only-one.xlf", &before), ==, 0);
  export_folder (team->ann);
  g_assert_cmpint (g_stat ("shared/001-one-only-one.xlf", &after), ==, 0);
  g_assert_true (before.st_ino == after.st_ino); /* not written anew */
  /* What is no longer there goes; what is not ours stays. */
  g_assert_true (g_file_set_contents ("shared/README.md", "Ours", -1, NULL));
  g_assert_true (cog_project_omit_section (team->ann, "one", TRUE, NULL, NULL));
  {
    CogExchangeCount count;

    g_assert_true (cog_exchange_folder_export (team->ann, "shared", NULL, NULL, &count, &error));
  }
  g_assert_false (g_file_test ("shared/001-one-only-one.xlf", G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test ("shared/README.md", G_FILE_TEST_EXISTS));
  /* What Git could not merge is nobody's text. */
  export_folder (team->bob);
  text = dup_file ();
  text = exchange_fixture_replace (g_steal_pointer (&text), "<segment",
                                   "\n<<<<<<< HEAD\n=======\n>>>>>>> ann\n<segment");
  g_assert_true (g_file_set_contents ("shared/001-one-only-one.xlf", text, -1, NULL));
  plan = cog_exchange_plan_new (team->bob, &error);
  g_assert_false (cog_exchange_folder_read (plan, team->bob, "shared", NULL, NULL, &error));
  g_assert_error (error, COG_ERROR, COG_ERROR_INPUT);
}

#define TEST(path, func) g_test_add ("/exchange-folder/" path, Team, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  TEST ("merge", test_merge);
  TEST ("conflict", test_conflict);
  TEST ("files", test_files);
  return g_test_run ();
}
