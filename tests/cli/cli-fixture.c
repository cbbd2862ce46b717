/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include "folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static const char *program;

const char cli_book[] =
    "---\ntitle: River Book\nauthor: Ann Lee\nlang: en\nlicense: CC BY 4.0\n---\n\n"
    "# Rivers\n\nWater **flows** down.[^1]\n\n- one\n- two\n\n"
    "| a | b |\n|---|---|\n| c | d |\n\n[^1]: Not always.\n";

static void
forget (CliFixture *f)
{
  g_clear_pointer (&f->out, g_free);
  g_clear_pointer (&f->err, g_free);
}

static void
set_limit (gpointer user_data)
{
  const CliFixture *f = user_data;
  struct rlimit limit = { f->max_file, f->max_file };

  if (f->max_file > 0)
    setrlimit (RLIMIT_FSIZE, &limit);
}

/* A file and no pipe: a program that ends before it has read all is no fault, and SIGPIPE would be.
 */
static int
open_input (const char *input)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp (NULL, &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (write (fd, input, strlen (input)), ==, strlen (input));
  g_assert_cmpint (lseek (fd, 0, SEEK_SET), ==, 0);
  return fd;
}

/* Runs the program in the fixture's folder; words are separated by single spaces, "%" stands for a
 * space. */
int
cli_run_with_input (CliFixture *f, const char *input, const char *words)
{
  g_auto (GStrv) arguments = g_strsplit (words, " ", -1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  forget (f);
  g_ptr_array_add (argv, (gpointer)program);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, g_strdelimit (arguments[i], "%", ' '));
  g_ptr_array_add (argv, NULL);
  g_subprocess_launcher_set_cwd (launcher, f->dir);
  g_subprocess_launcher_set_child_setup (launcher, set_limit, f, NULL);
  g_subprocess_launcher_take_stdin_fd (launcher, open_input (input));
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)argv->pdata, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &f->out, &f->err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  f->status = g_subprocess_get_exit_status (process);
  return f->status;
}

int
cli_run (CliFixture *f, const char *words)
{
  return cli_run_with_input (f, "", words);
}

void
cli_write_file (CliFixture *f, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (f->dir, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

gboolean
cli_has_file (CliFixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->dir, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

guint
cli_count_files (CliFixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
set_up (CliFixture *f, gconstpointer data)
{
  f->dir = folder_make ();
  cli_write_file (f, "rivers.md", cli_book);
}

static void
tear_down (CliFixture *f, gconstpointer data)
{
  forget (f);
  folder_remove (f->dir);
  g_free (f->dir);
}

void
cli_make_project (CliFixture *f)
{
  g_assert_cmpint (cli_run (f, "new p.cognate --from rivers.md --to ar-EG"), ==, 0);
}

JsonNode *
cli_parse (CliFixture *f)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (f->out, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

char *
cli_dup_unit (CliFixture *f, const char *kind)
{
  g_autofree char *wanted = g_strdup_printf ("\"kind\":\"%s\"", kind);
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  lines = g_strsplit (f->out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], wanted) != NULL)
      {
        g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);

        return g_strdup (json_object_get_string_member (json_node_get_object (node), "id"));
      }
  g_assert_not_reached ();
}

char *
cli_dup_page (CliFixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->dir, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

void
cli_translate (CliFixture *f, const char *kind, const char *target)
{
  g_autofree char *unit = cli_dup_unit (f, kind);
  g_autofree char *line = g_strdup_printf ("{\"id\":\"%s\",\"target\":\"%s\"}", unit, target);

  g_assert_cmpint (cli_run_with_input (f, line, "set p.cognate --batch"), ==, 0);
}

int
cli_run_tests (int argc, char *argv[], const CliTest *tests, gsize n_tests)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = g_canonicalize_filename (argv[1], NULL);
  for (gsize i = 0; i < n_tests; i++)
    {
      g_autofree char *path = g_strconcat ("/cli/", tests[i].name, NULL);

      g_test_add (path, CliFixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
