/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <string.h>

#define PAGE                                                                                       \
  "<!DOCTYPE html><html lang=\"en-US\"><head><title>Road</title></head><body><h1>Road</h1>"        \
  "<p>A car drives at 75 mph.</p><p>At 75 mph it weighs 3,000 lb.</p></body></html>"

static void
make_road (CliFixture *f)
{
  cli_write_file (f, "road.html", PAGE);
  g_assert_cmpint (cli_run (f, "new p.cognate --from road.html --to en-KE --quiet"), ==, 0);
}

/* The objects of standard output, one a line. (transfer full) (element-type JsonNode) */
static GPtrArray *
parse_lines (CliFixture *f)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify)json_node_unref);
  g_auto (GStrv) lines = g_strsplit (f->out, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      g_ptr_array_add (nodes, json_from_string (lines[i], NULL));
  return nodes;
}

static JsonObject *
get (GPtrArray *nodes, guint i)
{
  return json_node_get_object (g_ptr_array_index (nodes, i));
}

/* The fields that CLI.md names; of a file as of a project. */
static void
test_findings (CliFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) of_project = NULL;
  g_autoptr (GPtrArray) of_file = NULL;
  JsonObject *first;

  make_road (f);
  g_assert_cmpint (cli_run (f, "lenses p.cognate"), ==, 0);
  of_project = parse_lines (f);
  g_assert_cmpuint (of_project->len, ==, 3);
  first = get (of_project, 0);
  g_assert_cmpstr (json_object_get_string_member (first, "lens"), ==, "measures");
  g_assert_cmpstr (json_object_get_string_member (first, "text"), ==, "75 mph");
  g_assert_cmpint (json_object_get_int_member (first, "start"), ==, 16);
  g_assert_cmpint (json_object_get_int_member (first, "end"), ==, 22);
  g_assert_nonnull (strstr (json_object_get_string_member (first, "proposal"), "km/h"));
  g_assert_nonnull (json_object_get_string_member (first, "why"));
  g_assert_cmpint (cli_run (f, "lenses road.html --to en-KE --lens measures"), ==, 0);
  of_file = parse_lines (f);
  g_assert_cmpuint (of_file->len, ==, 3);
  g_assert_cmpint (cli_run (f, "lenses road.html --to en-US"), ==, 0);
  g_assert_cmpstr (f->out, ==, "");
}

static void
test_answers (CliFixture *f, gconstpointer data)
{
  g_autofree char *unit = NULL;
  g_autofree char *words = NULL;

  make_road (f);
  unit = cli_dup_unit (f, "paragraph");
  words = g_strdup_printf (
      "answer p.cognate %s --text 75%%mph --choice convert --words 120%%km/h --everywhere --json",
      unit);
  g_assert_cmpint (cli_run (f, words), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"answered\" : 2"));
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "A car drives at 120 km/h."));
  g_assert_nonnull (strstr (f->out, "At 120 km/h it weighs 3,000 lb."));
  g_assert_cmpint (cli_run (f, "attribution p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "2 measures converted"));
  g_assert_cmpint (cli_run (f, "lenses p.cognate --open"), ==, 0);
  g_assert_null (strstr (f->out, "75 mph"));
  g_assert_nonnull (strstr (f->out, "3,000 lb"));
  g_assert_cmpint (cli_run (f, "undo p.cognate"), ==, 0);
  g_assert_cmpint (cli_run (f, "lenses p.cognate --open"), ==, 0);
  g_assert_nonnull (strstr (f->out, "75 mph"));
}

/* What was decided otherwise for one place stays when the others are decided. */
static void
test_everywhere (CliFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *keep = NULL;
  g_autofree char *convert = NULL;

  make_road (f);
  g_assert_cmpint (cli_run (f, "lenses p.cognate"), ==, 0);
  found = parse_lines (f);
  keep = g_strdup_printf ("answer p.cognate %s --text 75%%mph --choice keep",
                          json_object_get_string_member (get (found, 0), "unit"));
  convert = g_strdup_printf ("answer p.cognate %s --text 75%%mph --choice convert --everywhere "
                             "--words 120%%km/h --json",
                             json_object_get_string_member (get (found, 1), "unit"));
  g_assert_cmpint (cli_run (f, keep), ==, 0);
  g_assert_cmpint (cli_run (f, convert), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"answered\" : 1"));
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  g_assert_null (strstr (f->out, "drives at 120"));
  g_assert_nonnull (strstr (f->out, "At 120 km/h it weighs"));
}

static void
convert_speed (CliFixture *f, JsonObject *finding, const char *number)
{
  g_autofree char *words =
      g_strdup_printf ("answer p.cognate %s --text 75%%mph --choice convert --words %s%%km/h",
                       json_object_get_string_member (finding, "unit"), number);

  g_assert_cmpint (cli_run (f, words), ==, 0);
}

/* Of two places that differ each names the other. */
static void
test_conflict (CliFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) open = NULL;
  JsonObject *conflict;

  make_road (f);
  g_assert_cmpint (cli_run (f, "lenses p.cognate --open"), ==, 0);
  open = parse_lines (f);
  convert_speed (f, get (open, 0), "120");
  convert_speed (f, get (open, 1), "121");
  g_clear_pointer (&open, g_ptr_array_unref);
  g_assert_cmpint (cli_run (f, "lenses p.cognate --open --lens measures"), ==, 0);
  open = parse_lines (f);
  g_assert_cmpuint (open->len, ==, 3);
  conflict = json_object_get_object_member (get (open, 0), "conflict");
  g_assert_cmpstr (json_object_get_string_member (conflict, "kind"), ==, "differs");
  g_assert_cmpstr (json_object_get_string_member (conflict, "here"), ==, "120 km/h");
  g_assert_cmpstr (json_object_get_string_member (conflict, "there"), ==, "121 km/h");
  g_assert_cmpstr (json_object_get_string_member (conflict, "unit"), ==,
                   json_object_get_string_member (get (open, 1), "unit"));
  g_assert_true (json_object_get_null_member (get (open, 2), "conflict"));
}

static void
test_agreements (CliFixture *f, gconstpointer data)
{
  make_road (f);
  g_assert_cmpint (cli_run (f, "agree p.cognate rate USD 130%KES --date 2026-11-22"), ==, 0);
  g_assert_cmpint (cli_run (f, "agree p.cognate"), ==, 0);
  g_assert_cmpstr (f->out, ==, "rate\tUSD\t130 KES\t2026-11-22\n");
  g_assert_cmpint (cli_run (f, "agree p.cognate rate USD"), ==, 0);
  g_assert_cmpint (cli_run (f, "agree p.cognate"), ==, 0);
  g_assert_cmpstr (f->out, ==, "");
}

static void
test_level (CliFixture *f, gconstpointer data)
{
  make_road (f);
  g_assert_cmpint (cli_run (f, "level p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"words\":10"));
  g_assert_cmpint (cli_run (f, "level p.cognate --sentence 3"), ==, 0);
  g_assert_cmpstr (f->out, ==, "");
}

/* Words in pictures are found where that is asked for; the second time they are known. */
static void
test_pictures (CliFixture *f, gconstpointer data)
{
  g_autofree char *program = g_find_program_in_path ("tesseract");
  g_autofree char *picture =
      g_build_filename (g_getenv ("COGNATE_FIXTURES"), "water-cycle.png", NULL);
  g_autofree char *copy = g_build_filename (f->dir, "water.png", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (picture, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (copy, bytes, (gssize)length, NULL));
  cli_write_file (f, "water.html",
                  "<!DOCTYPE html><html lang=\"en-US\"><head><title>Water</title></head><body>"
                  "<h1>Water</h1><figure><img src=\"water.png\" alt=\"How it goes round\"></figure>"
                  "</body></html>");
  g_assert_cmpint (cli_run (f, "new p.cognate --from water.html --to ru --quiet"), ==, 0);
  g_assert_cmpint (cli_run (f, "lenses p.cognate --lens pictures"), ==, 0);
  g_assert_cmpstr (f->out, ==, "");
  if (program == NULL)
    {
      g_assert_cmpint (cli_run (f, "lenses p.cognate --ocr"), ==, 1);
      g_assert_nonnull (strstr (f->err, "tesseract-ocr"));
      g_test_skip ("Tesseract is not installed");
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) found = NULL;

      g_assert_cmpint (cli_run (f, "lenses p.cognate --lens pictures --ocr"), ==, 0);
      found = parse_lines (f);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpstr (json_object_get_string_member (get (found, 0), "kind"), ==, "bitmap");
      g_assert_cmpstr (json_object_get_string_member (get (found, 0), "text"), ==,
                       "Evaporation Condensation Ocean");
      g_assert_nonnull (
          strstr (json_object_get_string_member (get (found, 0), "why"), "sees 3 words"));
    }
}

static void
test_wrong (CliFixture *f, gconstpointer data)
{
  make_road (f);
  g_assert_cmpint (cli_run (f, "lenses road.html"), ==, 2);
  g_assert_cmpint (cli_run (f, "lenses p.cognate --lens spectacles"), ==, 2);
  g_assert_cmpint (cli_run (f, "lenses nowhere.html --to kk-KZ"), !=, 0);
  g_assert_cmpint (cli_run (f, "answer p.cognate nothing --choice keep"), ==, 1);
  g_assert_cmpint (cli_run (f, "answer p.cognate nothing --choice sing"), ==, 2);
  g_assert_cmpint (cli_run (f, "agree p.cognate colour red blue"), ==, 2);
}

int
main (int argc, char *argv[])
{
  static const CliTest tests[] = {
    { "/cli/lenses/findings", test_findings },     { "/cli/lenses/answers", test_answers },
    { "/cli/lenses/everywhere", test_everywhere }, { "/cli/lenses/agreements", test_agreements },
    { "/cli/lenses/conflict", test_conflict },     { "/cli/lenses/level", test_level },
    { "/cli/lenses/pictures", test_pictures },     { "/cli/lenses/wrong", test_wrong },
  };

  return cli_run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
