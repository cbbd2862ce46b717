/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_help (CliFixture *f, gconstpointer data)
{
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_cmpint (cli_run (f, "--help"), ==, 0);
  lines = g_strsplit (f->out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "  ") && g_ascii_isalpha (lines[i][2]))
      {
        g_autofree char *name = g_strndup (lines[i] + 2, strcspn (lines[i] + 2, " "));
        g_autofree char *words = g_strconcat (name, " --help", NULL);

        g_assert_cmpint (cli_run (f, words), ==, 0);
        g_assert_nonnull (strstr (f->out, name));
        g_assert_cmpstr (f->err, ==, "");
        n++;
      }
  g_assert_cmpuint (n, >=, 17);
}

static void
test_wrong_usage (CliFixture *f, gconstpointer data)
{
  static const char *const lines[] = {
    "",
    "nonsense",
    "inspect",
    "inspect --nonsense rivers.md",
    "new p.cognate --from rivers.md",
    "new p.cognate --to ar",
    "new p.cognate --from rivers.md --to not%a%tag",
    "convert rivers.md -",
    "convert rivers.md o.pdf --paper A3",
    "convert rivers.md o.pdf --for reading",
    "licence check --kind adaptation CC-BY-4.0",
    "licence check --kind other --target CC-BY-4.0 CC-BY-4.0",
    "licence options CC-BY-4.0",
    "segment",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_cmpint (cli_run (f, lines[i]), ==, 2);
      g_assert_cmpstr (f->out, ==, "");
      g_assert_cmpstr (f->err, !=, "");
    }
  g_assert_cmpuint (cli_count_files (f), ==, 1);
}

/* On anything but 0 nothing is left behind, and what was there stays. */
static void
test_faults_leave_nothing (CliFixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *path = g_build_filename (f->dir, "old.epub", NULL);

  cli_write_file (f, "old.epub", "old");
  cli_write_file (f, "bad.epub", "PK no zip");
  g_assert_cmpint (cli_run (f, "convert bad.epub old.epub"), ==, 1);
  g_assert_cmpint (cli_run (f, "convert rivers.md o.xyz"), ==, 1);
  g_assert_cmpint (cli_run (f, "convert nothing.md old.epub"), ==, 1);
  g_assert_cmpint (cli_run (f, "new p.cognate --from bad.epub --to ar"), ==, 1);
  g_assert_nonnull (strstr (f->err, "bad.epub: "));
  g_assert_cmpint (cli_run (f, "new nowhere/p.cognate --from rivers.md --to ar"), !=, 0);
  g_assert_cmpint (cli_run (f, "convert rivers.md rivers.md"), !=, 0);
  g_assert_cmpuint (cli_count_files (f), ==, 3);
  cli_make_project (f);
  /* No licence was chosen: the check finds an error. */
  g_assert_cmpint (cli_run (f, "export p.cognate old.epub"), ==, 1);
  g_assert_cmpint (cli_run (f, "export p.cognate o.pdf --draft --section nowhere"), ==, 1);
  g_assert_true (g_str_has_prefix (f->err, "p.cognate: "));
  g_assert_cmpuint (cli_count_files (f), ==, 4);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
}

/* A disk that is full: 3, and what was there stays. */
static void
test_full_disk (CliFixture *f, gconstpointer data)
{
  static const char *const targets[] = { "old.epub", "old.html", "old.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *words = g_strdup_printf ("convert rivers.md %s", targets[i]);
      g_autofree char *path = g_build_filename (f->dir, targets[i], NULL);
      g_autofree char *text = NULL;

      g_test_message ("%s", targets[i]);
      cli_write_file (f, targets[i], "old");
      f->max_file = 2000;
      g_assert_cmpint (cli_run (f, words), ==, 3);
      f->max_file = 0;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, "old");
    }
  g_assert_cmpuint (cli_count_files (f), ==, 4);
}

/* Each command prints one document with --json, whatever it prints without. */
static void
test_json (CliFixture *f, gconstpointer data)
{
  static const char *const lines[] = {
    "formats",
    "inspect rivers.md",
    "convert rivers.md o.html",
    "new p.cognate --from rivers.md --to ar-EG",
    "status p.cognate",
    "units p.cognate",
    "licence list",
    "licence show CC-BY-4.0",
    "licence check --kind adaptation --target CC-BY-4.0 CC-BY-4.0",
    "licence options --kind collection CC-BY-4.0",
    "licence choose p.cognate CC-BY-4.0",
    "licence replace p.cognate CC0-1.0",
    "undo p.cognate",
    "redo p.cognate",
    "history p.cognate",
    "report p.cognate",
    "rights p.cognate",
    "credit list p.cognate",
    "notice list p.cognate",
    "attribution p.cognate",
    "check p.cognate",
    "export p.cognate o.epub",
    "validate p.cognate",
    "validate o.epub",
    "segment --lang en",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *words = g_strconcat (lines[i], " --json", NULL);
      g_autoptr (JsonNode) node = NULL;

      g_test_message ("%s", words);
      g_assert_cmpint (cli_run_with_input (f, "One. Two.", words), ==, 0);
      g_assert_null (strchr (f->err, '\r'));
      node = cli_parse (f);
    }
}

int
main (int argc, char *argv[])
{
  static const CliTest tests[] = {
    { "help", test_help },
    { "wrong-usage", test_wrong_usage },
    { "faults-leave-nothing", test_faults_leave_nothing },
    { "full-disk", test_full_disk },
    { "json", test_json },
  };

  return cli_run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
