/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <string.h>

static void
test_exchange (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "in.csv", "en,es\nforce,fuerza\nwork,trabajo\nx,\"no end\n");
  g_assert_cmpint (cli_run (f, "terms import in.csv --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "2\n");
  g_assert_nonnull (strstr (f->err, "in.csv:4: "));
  g_assert_cmpint (cli_run (f, "terms export out.tbx --data-dir data"), ==, 0);
  g_assert_cmpint (cli_run (f, "terms import out.tbx --data-dir other --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"entries\" : 2"));
  g_assert_cmpint (cli_run (f, "terms list --data-dir other"), ==, 0);
  g_assert_cmpstr (f->out, ==, "1\ten: force\tes: fuerza\n2\ten: work\tes: trabajo\n");
  /* Twice is once. */
  g_assert_cmpint (cli_run (f, "terms import out.tbx --data-dir other"), ==, 0);
  g_assert_cmpint (cli_run (f, "terms list --from en-GB --to es-MX --data-dir other"), ==, 0);
  g_assert_cmpstr (f->out, ==, "1\ten: force\tes: fuerza\n2\ten: work\tes: trabajo\n");
}

static void
test_edit (CliFixture *f, gconstpointer data)
{
  g_autoptr (JsonNode) list = NULL;
  JsonObject *entry;

  g_assert_cmpint (cli_run (f, "terms add electric%field campo%eléctrico --from en --to es "
                               "--definition D --data-dir data"),
                   ==, 0);
  g_assert_cmpstr (f->out, ==, "1\n");
  g_assert_cmpint (
      cli_run (f, "terms add force vigor --from en --to es --status forbidden --data-dir data"), ==,
      0);
  g_assert_cmpint (cli_run (f, "terms list --json --data-dir data"), ==, 0);
  list = cli_parse (f);
  entry = json_array_get_object_element (json_node_get_array (list), 1);
  g_assert_cmpstr (
      json_object_get_string_member (
          json_array_get_object_element (json_object_get_array_member (entry, "terms"), 1),
          "status"),
      ==, "forbidden");
  g_assert_cmpint (cli_run (f, "terms remove 1 --data-dir data"), ==, 0);
  g_assert_cmpint (cli_run (f, "terms list --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "2\ten: force\tes: vigor (forbidden)\n");
  g_assert_cmpint (cli_run (f, "terms remove 1 --data-dir data"), ==, 1);
}

static void
test_check (CliFixture *f, gconstpointer data)
{
  g_autofree char *unit = NULL;
  g_autofree char *expected = NULL;

  cli_make_project (f);
  unit = cli_dup_unit (f, "heading");
  cli_translate (f, "heading", "شيء آخر");
  cli_write_file (f, "in.tsv", "en\tar\nriver\tنهر\n");
  g_assert_cmpint (cli_run (f, "terms import in.tsv --data-dir data"), ==, 0);
  g_assert_cmpint (cli_run (f, "terms check p.cognate --data-dir data"), ==, 0);
  expected = g_strdup_printf ("%s\tterm-missing\t", unit);
  g_test_message ("%s", f->out);
  g_assert_true (g_str_has_prefix (f->out, expected));
  cli_translate (f, "heading", "والنهر");
  g_assert_cmpint (cli_run (f, "terms check p.cognate --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "");
}

static void
test_refused (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "no.tbx", "Nothing of the kind.\n");
  g_assert_cmpint (cli_run (f, "terms import no.tbx --data-dir data"), ==, 1);
  g_assert_nonnull (strstr (f->err, "no.tbx"));
  g_assert_cmpint (cli_run (f, "terms import missing.csv --data-dir data"), !=, 0);
  g_assert_cmpint (cli_run (f, "terms export out.doc --data-dir data"), ==, 1);
  g_assert_false (cli_has_file (f, "out.doc"));
  g_assert_cmpint (cli_run (f, "terms add a b --data-dir data"), ==, 2);
  g_assert_cmpint (cli_run (f, "terms add a b --from en --to es --status odd --data-dir data"), ==,
                   2);
  g_assert_cmpint (cli_run (f, "terms forget --data-dir data"), ==, 2);
  g_assert_cmpint (cli_run (f, "terms list --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "");
}

int
main (int argc, char *argv[])
{
  static const CliTest tests[] = {
    { "exchange", test_exchange },
    { "edit", test_edit },
    { "check", test_check },
    { "refused", test_refused },
  };

  return cli_run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
