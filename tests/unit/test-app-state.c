/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cog-app-state.h"
#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define FILE_NAME "deep/folder/state"
#define BOOK "/home/amina/Books/[Water] = life; ماء.cognate"

static void
test_nothing_yet (void)
{
  g_autoptr (CogAppState) state = cog_app_state_new ("none");
  g_autofree char *section = NULL;
  g_autofree char *unit = NULL;
  gboolean is_maximised;
  int width, height;

  g_assert_false (cog_app_state_get_window (state, &width, &height, &is_maximised));
  g_assert_cmpint (cog_app_state_get_opened (state, BOOK), ==, 0);
  g_assert_false (cog_app_state_get_place (state, BOOK, &section, &unit));
  g_assert_null (cog_app_state_dup_choice (state, "language"));
}

static void
test_remembers (void)
{
  g_autoptr (CogAppState) first = cog_app_state_new (FILE_NAME);
  g_autoptr (CogAppState) second = NULL;
  g_autofree char *section = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *language = NULL;
  gboolean is_maximised;
  int width, height;

  cog_app_state_set_window (first, 1024, 600, TRUE);
  cog_app_state_set_opened (first, BOOK, 1700000000);
  cog_app_state_set_place (first, BOOK, "s1-intro", "s1-intro-p4");
  cog_app_state_set_choice (first, "language", "ar-JO");
  cog_app_state_flush (first);
  second = cog_app_state_new (FILE_NAME);
  g_assert_true (cog_app_state_get_window (second, &width, &height, &is_maximised));
  g_assert_cmpint (width, ==, 1024);
  g_assert_cmpint (height, ==, 600);
  g_assert_true (is_maximised);
  g_assert_cmpint (cog_app_state_get_opened (second, BOOK), ==, 1700000000);
  g_assert_true (cog_app_state_get_place (second, BOOK, &section, &unit));
  g_assert_cmpstr (section, ==, "s1-intro");
  g_assert_cmpstr (unit, ==, "s1-intro-p4");
  language = cog_app_state_dup_choice (second, "language");
  g_assert_cmpstr (language, ==, "ar-JO");
}

/* Two windows of two programs: neither takes away what the other wrote. */
static void
test_two_writers (void)
{
  g_autoptr (CogAppState) first = cog_app_state_new ("two");
  g_autoptr (CogAppState) second = cog_app_state_new ("two");
  g_autoptr (CogAppState) third = NULL;

  cog_app_state_set_opened (first, "/a.cognate", 1);
  cog_app_state_flush (first);
  cog_app_state_set_opened (second, "/b.cognate", 2);
  cog_app_state_flush (second);
  third = cog_app_state_new ("two");
  g_assert_cmpint (cog_app_state_get_opened (third, "/a.cognate"), ==, 1);
  g_assert_cmpint (cog_app_state_get_opened (third, "/b.cognate"), ==, 2);
}

static void
test_damage (void)
{
  static const char *const damaged[] = { "", "\xff\xfe\x00", "[window\nwidth=1",
                                         "no group\n[window]\nwidth=900\n",
                                         "[window]\nwidth=many\nheight=-4\nmaximised=perhaps\n" };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (CogAppState) state = NULL;
      g_autoptr (CogAppState) again = NULL;
      gboolean is_maximised;
      int width, height;

      g_assert_true (g_file_set_contents ("damaged", damaged[i], -1, NULL));
      state = cog_app_state_new ("damaged");
      g_assert_false (cog_app_state_get_window (state, &width, &height, &is_maximised));
      cog_app_state_set_window (state, 800, 700, FALSE);
      cog_app_state_flush (state);
      again = cog_app_state_new ("damaged");
      g_assert_true (cog_app_state_get_window (again, &width, &height, &is_maximised));
      g_assert_cmpint (height, ==, 700);
    }
}

static void
test_moved (void)
{
  g_autoptr (CogAppState) state = cog_app_state_new ("moved");
  g_autofree char *section = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *text = NULL;

  cog_app_state_set_opened (state, "/old.cognate", 5);
  cog_app_state_set_place (state, "/old.cognate", NULL, "u7");
  cog_app_state_move_project (state, "/old.cognate", "/new.cognate");
  g_assert_cmpint (cog_app_state_get_opened (state, "/old.cognate"), ==, 0);
  g_assert_cmpint (cog_app_state_get_opened (state, "/new.cognate"), ==, 5);
  g_assert_true (cog_app_state_get_place (state, "/new.cognate", &section, &unit));
  g_assert_null (section);
  g_assert_cmpstr (unit, ==, "u7");
  cog_app_state_move_project (state, "/new.cognate", NULL);
  cog_app_state_flush (state);
  g_assert_true (g_file_get_contents ("moved", &text, NULL, NULL));
  g_assert_null (strstr (text, "cognate"));
}

static void
test_origin (void)
{
  g_autoptr (CogAppState) state = cog_app_state_new ("origin");
  g_autofree char *mark = NULL;
  g_autofree char *project = NULL;

  g_assert_null (cog_app_state_dup_copy_of (state, "/stick/a.cognate", &mark));
  cog_app_state_set_origin (state, "/shelf/a.cognate", "/stick/../stick/a.cognate", "7-100");
  project = cog_app_state_dup_copy_of (state, "/stick/a.cognate", &mark);
  g_assert_cmpstr (project, ==, "/shelf/a.cognate");
  g_assert_cmpstr (mark, ==, "7-100");
  cog_app_state_move_project (state, "/shelf/a.cognate", NULL);
  g_assert_null (cog_app_state_dup_copy_of (state, "/stick/a.cognate", &mark));
}

/* Beyond its limit it forgets what was opened longest ago. */
static void
test_bounded (void)
{
  g_autoptr (CogAppState) state = cog_app_state_new ("many");
  g_autoptr (CogAppState) again = NULL;

  for (guint i = 1; i <= 1200; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u.cognate", i);

      cog_app_state_set_opened (state, path, i);
    }
  cog_app_state_flush (state);
  again = cog_app_state_new ("many");
  g_assert_cmpint (cog_app_state_get_opened (again, "/1.cognate"), ==, 0);
  g_assert_cmpint (cog_app_state_get_opened (again, "/201.cognate"), ==, 201);
  g_assert_cmpint (cog_app_state_get_opened (again, "/1200.cognate"), ==, 1200);
}

/* Where nothing can be written, it forgets, and nothing fails. */
static void
test_unwritable (void)
{
  g_autoptr (CogAppState) state = NULL;

  g_assert_true (g_file_set_contents ("file", "", 0, NULL));
  state = cog_app_state_new ("file/state");
  cog_app_state_set_choice (state, "language", "pl");
  cog_app_state_flush (state);
}

/* The delayed write happens by itself. */
static void
test_written_by_itself (void)
{
  g_autoptr (CogAppState) state = cog_app_state_new ("delayed");

  cog_app_state_set_choice (state, "language", "pl");
  while (!g_file_test ("delayed", G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder_enter_fresh ();
  g_test_add_func ("/app-state/nothing-yet", test_nothing_yet);
  g_test_add_func ("/app-state/remembers", test_remembers);
  g_test_add_func ("/app-state/two-writers", test_two_writers);
  g_test_add_func ("/app-state/damage", test_damage);
  g_test_add_func ("/app-state/moved", test_moved);
  g_test_add_func ("/app-state/origin", test_origin);
  g_test_add_func ("/app-state/bounded", test_bounded);
  g_test_add_func ("/app-state/unwritable", test_unwritable);
  g_test_add_func ("/app-state/written-by-itself", test_written_by_itself);
  return g_test_run ();
}
