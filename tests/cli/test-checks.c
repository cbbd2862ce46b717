/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <string.h>

#define PAGE                                                                                       \
  "<!DOCTYPE html><html lang=\"en-US\"><head><title>Road</title></head><body><h1>Road</h1>"        \
  "<p>A car drives for 75 minutes.</p><p>Is it far?</p></body></html>"

/* Translated with a wrong number, two spaces where one should be, and a question that lacks its
 * mark; the heading is right. */
static char *
make_road (CliFixture *f)
{
  g_autofree char *heading = NULL;
  g_autofree char *paragraph = NULL;
  g_autofree char *input = NULL;

  cli_write_file (f, "road.html", PAGE);
  g_assert_cmpint (cli_run (f, "new p.cognate --from road.html --to pl --quiet"), ==, 0);
  heading = cli_dup_unit (f, "heading");
  paragraph = cli_dup_unit (f, "paragraph");
  input = g_strdup_printf ("{\"unit\":\"%s\",\"target\":\"Droga\"}\n"
                           "{\"unit\":\"%s\",\"target\":\"Samochód  jedzie  57 minut.\"}\n",
                           heading, paragraph);
  g_assert_cmpint (cli_run_with_input (f, input, "set p.cognate --batch"), ==, 0);
  return g_steal_pointer (&paragraph);
}

/* The contract: without an option nothing but what stands in the way of publishing. */
static void
test_contract (CliFixture *f, gconstpointer data)
{
  g_autofree char *unit = make_road (f);
  g_autofree char *plain = NULL;

  g_assert_cmpint (cli_run (f, "check p.cognate"), ==, 1);
  g_assert_null (strstr (f->out, "space-double"));
  g_assert_nonnull (strstr (f->out, "licence-not-chosen"));
  plain = g_strdup (f->out);
  g_assert_cmpint (cli_run (f, "check p.cognate --quality"), ==, 1);
  g_assert_true (g_str_has_prefix (f->out, plain));
  g_assert_nonnull (strstr (f->out, "warning\tnumber-changed\t"));
  g_assert_nonnull (strstr (f->out, "info\tspace-double\t"));
  g_assert_nonnull (strstr (f->out, unit));
}

static JsonObject *
find_kind (JsonNode *node, const char *kind)
{
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_str_equal (json_object_get_string_member (object, "kind"), kind))
        return object;
    }
  return NULL;
}

static void
test_json (CliFixture *f, gconstpointer data)
{
  g_autofree char *unit = make_road (f);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *changed;

  g_assert_cmpint (cli_run (f, "check p.cognate --quality --json"), ==, 1);
  node = cli_parse (f);
  changed = find_kind (node, "number-changed");
  g_assert_nonnull (changed);
  g_assert_cmpstr (json_object_get_string_member (changed, "unit"), ==, unit);
  g_assert_cmpstr (json_object_get_string_member (changed, "check"), ==, "numbers");
  g_assert_cmpstr (json_object_get_string_member (changed, "text"), ==, "57");
  g_assert_cmpstr (json_object_get_string_member (changed, "fix"), ==, "75");
  g_assert_cmpint (json_object_get_int_member (changed, "start"), ==, 18);
  g_assert_false (json_object_get_boolean_member (changed, "safe"));
}

/* All of a kind as one step; what needs a person's eye is left. */
static void
test_fix (CliFixture *f, gconstpointer data)
{
  g_autofree char *unit = make_road (f);

  g_assert_cmpint (cli_run (f, "check p.cognate --fix space-double"), ==, 0);
  g_assert_cmpstr (f->out, ==, "2\n");
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "Samochód jedzie 57 minut."));
  g_assert_cmpint (cli_run (f, "check p.cognate --fix numbers"), ==, 0);
  g_assert_cmpstr (f->out, ==, "0\n");
  g_assert_cmpint (cli_run (f, "undo p.cognate"), ==, 0);
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "Samochód  jedzie  57 minut."));
}

static void
test_ignore (CliFixture *f, gconstpointer data)
{
  g_autofree char *unit = make_road (f);
  g_autofree char *ignore =
      g_strdup_printf ("check p.cognate %s number-changed --ignore --reason another%%car", unit);
  g_autofree char *heed = g_strdup_printf ("check p.cognate %s number-changed --heed", unit);

  g_assert_cmpint (cli_run (f, ignore), ==, 0);
  g_assert_cmpint (cli_run (f, "check p.cognate --quality"), ==, 1);
  g_assert_null (strstr (f->out, "number-changed"));
  g_assert_nonnull (strstr (f->out, "space-double"));
  g_assert_cmpint (cli_run (f, "check p.cognate --ignored --json"), ==, 1);
  g_assert_nonnull (strstr (f->out, "another car"));
  g_assert_cmpint (cli_run (f, heed), ==, 0);
  g_assert_cmpint (cli_run (f, "check p.cognate --quality"), ==, 1);
  g_assert_nonnull (strstr (f->out, "number-changed"));
  g_assert_cmpint (cli_run (f, ignore), ==, 0);
  g_assert_cmpint (cli_run (f, "undo p.cognate"), ==, 0);
  g_assert_cmpint (cli_run (f, "check p.cognate --quality"), ==, 1);
  g_assert_nonnull (strstr (f->out, "number-changed"));
  /* Credits do not speak of it. */
  g_assert_cmpint (cli_run (f, ignore), ==, 0);
  g_assert_cmpint (cli_run (f, "attribution p.cognate"), ==, 0);
  g_assert_null (strstr (f->out, "another car"));
}

/* What the glossary has is looked for, in any of its forms; what it forbids is told. */
static void
test_terms (CliFixture *f, gconstpointer data)
{
  g_autofree char *unit = make_road (f);

  g_assert_cmpint (cli_run (f, "check p.cognate --quality --data-dir data"), ==, 1);
  g_assert_null (strstr (f->out, "term-"));
  g_assert_cmpint (cli_run (f, "terms add car auto --from en --to pl --data-dir data"), ==, 0);
  g_assert_cmpint (cli_run (f, "check p.cognate --quality --data-dir data"), ==, 1);
  g_assert_nonnull (strstr (f->out, "warning\tterm-missing\t"));
  g_assert_nonnull (strstr (f->out, "auto"));
  g_assert_cmpint (cli_run (f, "terms add car samochód --from en --to pl --data-dir data"), ==, 0);
  g_assert_cmpint (cli_run (f, "check p.cognate --quality --data-dir data"), ==, 1);
  g_assert_null (strstr (f->out, "term-"));
  g_assert_cmpint (
      cli_run (f, "terms add minute minuta --from en --to pl --status forbidden --data-dir data"),
      ==, 0);
  g_assert_cmpint (cli_run (f, "check p.cognate --quality --data-dir data"), ==, 1);
  g_assert_nonnull (strstr (f->out, "warning\tterm-forbidden\t"));
}

static void
test_wrong (CliFixture *f, gconstpointer data)
{
  g_autofree char *unit = make_road (f);
  g_autofree char *both =
      g_strdup_printf ("check p.cognate %s number-changed --heed --ignore", unit);

  g_assert_cmpint (cli_run (f, "check p.cognate nothing number-changed --ignore"), ==, 1);
  g_assert_cmpint (cli_run (f, "check p.cognate --ignore"), ==, 2);
  g_assert_cmpint (cli_run (f, "check p.cognate some thing"), ==, 2);
  g_assert_cmpint (cli_run (f, both), ==, 2);
}

int
main (int argc, char *argv[])
{
  static const CliTest tests[] = {
    { "/cli/checks/contract", test_contract }, { "/cli/checks/json", test_json },
    { "/cli/checks/fix", test_fix },           { "/cli/checks/ignore", test_ignore },
    { "/cli/checks/terms", test_terms },       { "/cli/checks/wrong", test_wrong },
  };

  return cli_run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
