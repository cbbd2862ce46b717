/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "corpus.h"

#include <string.h>

/* The columns of cases.tsv. */
enum
{
  ID,
  SOURCES,
  KIND,
  TARGET,
  VERDICT
};

/* cognate-cli licence check …: the first line of its output, and its exit status. */
static char *
dup_answer (char **fields, int *exit_status)
{
  g_autofree char *cli =
      g_build_filename (g_getenv ("COGNATE_BUILD_ROOT"), "src", "cli", "cognate-cli", NULL);
  g_auto (GStrv) sources = g_strsplit (fields[SOURCES], ";", -1);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_ptr_array_add (arguments, cli);
  g_ptr_array_add (arguments, (char *)"licence");
  g_ptr_array_add (arguments, (char *)"check");
  g_ptr_array_add (arguments, (char *)"--kind");
  g_ptr_array_add (arguments, fields[KIND]);
  g_ptr_array_add (arguments, (char *)"--target");
  g_ptr_array_add (arguments, fields[TARGET]);
  for (guint i = 0; sources[i] != NULL; i++)
    g_ptr_array_add (arguments, g_strstrip (sources[i]));
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **)arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  *exit_status = g_spawn_check_wait_status (status, &error) ? 0
                 : error->domain == G_SPAWN_EXIT_ERROR      ? error->code
                                                            : -1;
  output[strcspn (output, "\n")] = '\0';
  return output;
}

/* Each row: the verdict on the first line, and the exit status that CLI.md gives it. */
static void
test_cases (void)
{
  g_autofree char *path = corpus_dup_path ("../licences/cases.tsv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;
  guint wrong = 0;

  if (path == NULL)
    {
      g_test_skip ("no cases");
      return;
    }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      g_autofree char *answer = NULL;
      int exit_status;
      int expected;

      if (g_strv_length (fields) <= VERDICT || lines[i][0] == '#')
        continue;
      n++;
      expected = g_str_equal (fields[VERDICT], "forbidden") ? 1 : 0;
      answer = dup_answer (fields, &exit_status);
      if (g_str_equal (answer, fields[VERDICT]) && exit_status == expected)
        continue;
      wrong++;
      g_test_message ("%s: %s, exit %d; not %s, exit %d", fields[ID], answer, exit_status,
                      fields[VERDICT], expected);
    }
  g_test_message ("%u cases", n);
  g_assert_cmpuint (n, >, 50);
  g_assert_cmpuint (wrong, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/licence-cases", test_cases);
  return g_test_run ();
}
