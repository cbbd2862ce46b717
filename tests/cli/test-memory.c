/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <string.h>

static const char tmx[] =
    "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"en\"/><body>\n"
    "<tu><tuv xml:lang=\"en\"><seg>Water boils at 100 °C.</seg></tuv>"
    "<tuv xml:lang=\"pl\"><seg>Woda wrze w 100 °C.</seg></tuv></tu>\n"
    "<tu><tuv xml:lang=\"en\"><seg>This one < is damaged.</seg></tuv>"
    "<tuv xml:lang=\"pl\"><seg>Ten nie.</seg></tuv></tu>\n"
    "</body></tmx>\n";

static void
test_import (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "in.tmx", tmx);
  g_assert_cmpint (cli_run (f, "memory import in.tmx --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "1\n");
  g_assert_nonnull (strstr (f->err, "in.tmx:4: "));
  g_assert_cmpint (cli_run (f, "memory status --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "en\tpl\t1\n1\n");
  g_assert_cmpint (cli_run (f, "memory export out.tmx --data-dir data"), ==, 0);
  g_assert_true (cli_has_file (f, "out.tmx"));
  g_assert_cmpint (cli_run (f, "memory import out.tmx --data-dir other --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"segments\" : 1"));
}

static void
test_lookup (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "in.tmx", tmx);
  g_assert_cmpint (cli_run (f, "memory import in.tmx --data-dir data --quiet"), ==, 0);
  g_assert_cmpint (
      cli_run (f, "memory lookup --from en --to pl Water%boils%at%90%°C. --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "98\tWater boils at 100 °C.\tWoda wrze w 90 °C.\n");
  g_assert_cmpint (cli_run_with_input (f, "Ice melts.\nWater boils at 100 °C.\n",
                                       "memory lookup --from en-GB --to pl --data-dir data"),
                   ==, 0);
  g_assert_cmpstr (f->out, ==, "\n100\tWater boils at 100 °C.\tWoda wrze w 100 °C.\n\n");
}

/* What is translated in a project is remembered. */
static void
test_fill (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "in.html", "<html lang='en'><h1>Water</h1><p>It boils. It is hot.</p></html>");
  g_assert_cmpint (cli_run (f, "new p.cognate --from in.html --to pl"), ==, 0);
  g_assert_cmpint (cli_run (f, "memory fill p.cognate --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "0\n");
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  g_assert_nonnull (strstr (f->out, "It boils. It is hot."));
  {
    const char *line = strstr (f->out, "It boils");
    const char *id = g_strrstr_len (f->out, line - f->out, "\"id\"");
    g_auto (GStrv) parts = g_strsplit (id, "\"", 5);
    g_autofree char *command =
        g_strdup_printf ("set p.cognate %s --target Ono%%wrze.%%Jest%%gorące.", parts[3]);

    g_assert_cmpint (cli_run (f, command), ==, 0);
  }
  g_assert_cmpint (cli_run (f, "memory fill p.cognate --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "2\n");
  g_assert_cmpint (cli_run (f, "memory lookup --from en --to pl It%is%hot. --data-dir data"), ==,
                   0);
  g_assert_cmpstr (f->out, ==, "100\tIt is hot.\tJest gorące.\n");
}

/* How words were translated, whichever side they are on. */
static void
test_search (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "in.tmx", tmx);
  g_assert_cmpint (cli_run (f, "memory import in.tmx --data-dir data --quiet"), ==, 0);
  g_assert_cmpint (cli_run (f, "memory search --from en --to pl boil%WATER --data-dir data"), ==,
                   0);
  g_assert_cmpstr (f->out, ==, "Water boils at 100 °C.\tWoda wrze w 100 °C.\n");
  g_assert_cmpint (cli_run (f, "memory search --from en --to pl wrze --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "Water boils at 100 °C.\tWoda wrze w 100 °C.\n");
  g_assert_cmpint (cli_run (f, "memory search --from pl --to en wrze --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "Woda wrze w 100 °C.\tWater boils at 100 °C.\n");
  /* Not within a word, and all of them. */
  g_assert_cmpint (cli_run (f, "memory search --from en --to pl oils --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "");
  g_assert_cmpint (cli_run (f, "memory search --from en --to pl water%ice --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "");
}

static void
test_refused (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "no.tmx", "Nothing of the kind.\n");
  g_assert_cmpint (cli_run (f, "memory import no.tmx --data-dir data"), ==, 1);
  g_assert_nonnull (strstr (f->err, "no.tmx"));
  g_assert_cmpint (cli_run (f, "memory import rivers.md --data-dir data"), ==, 1);
  g_assert_cmpint (cli_run (f, "memory lookup Water --data-dir data"), ==, 2);
  g_assert_cmpint (cli_run (f, "memory forget --data-dir data"), ==, 2);
  g_assert_cmpint (cli_run (f, "memory status --data-dir data"), ==, 0);
  g_assert_cmpstr (f->out, ==, "0\n");
}

/* Two editions of a page: what they say goes into the memory, or into a file. */
static void
test_align (CliFixture *f, gconstpointer data)
{
  cli_write_file (
      f, "pond.html",
      "<html lang='en'><title>The pond</title><body><h1>The pond</h1>"
      "<p>In winter the pond is covered with ice. The ice is 12 cm thick in January.</p>"
      "<p>Isaac Newton measured it in 1701.</p></body></html>");
  cli_write_file (f, "staw.html",
                  "<html lang='pl'><title>Staw</title><body><h1>Staw</h1>"
                  "<p>Zimą staw jest pokryty lodem. W styczniu lód ma 12 cm grubości.</p>"
                  "<p>Zmierzył to Isaac Newton w 1701 roku.</p></body></html>");
  g_assert_cmpint (cli_run (f, "memory align pond.html staw.html --data-dir data --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"segments\" : 4"));
  g_assert_nonnull (strstr (f->out, "\"doubtful\" : 0"));
  g_assert_cmpint (cli_run_with_input (f, "The ice is 12 cm thick in January.\n",
                                       "memory lookup --from en --to pl --data-dir data"),
                   ==, 0);
  g_assert_cmpstr (
      f->out, ==, "100\tThe ice is 12 cm thick in January.\tW styczniu lód ma 12 cm grubości.\n\n");
  g_assert_cmpint (cli_run (f, "memory align pond.html staw.html --to both.tmx --data-dir other"),
                   ==, 0);
  g_assert_cmpint (cli_run (f, "memory status --data-dir other"), ==, 0);
  g_assert_cmpstr (f->out, ==, "0\n");
  g_assert_cmpint (cli_run (f, "memory import both.tmx --data-dir other"), ==, 0);
  g_assert_cmpstr (f->out, ==, "4\n");
}

static void
test_align_refused (CliFixture *f, gconstpointer data)
{
  cli_write_file (f, "pond.html", "<html lang='en'><body><p>The pond.</p></body></html>");
  g_assert_cmpint (cli_run (f, "memory align pond.html pond.html --data-dir data"), ==, 1);
  g_assert_nonnull (strstr (f->err, "same language"));
  g_assert_cmpint (cli_run (f, "memory align pond.html none.html --to a.tmx --data-dir data"), ==,
                   1);
  g_assert_false (cli_has_file (f, "a.tmx"));
}

static const char pond[] =
    "<html lang='en'><title>The pond</title><body><h1>The pond</h1>"
    "<p>In winter the pond is covered with ice. The ice is 12 cm thick in January.</p>"
    "<p>Isaac Newton <em>measured</em> it in 1701.</p><p>Ducks leave.</p></body></html>";

static char *
find_line (CliFixture *f, const char *words)
{
  g_auto (GStrv) lines = g_strsplit (f->out, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], words) != NULL)
      return g_strdup (lines[i]);
  g_error ("no line with %s in %s", words, f->out);
}

/* What is the same is translated; what is alike is filled in, and is still to be looked at. */
static void
test_pretranslate (CliFixture *f, gconstpointer data)
{
  g_autofree char *same = NULL;
  g_autofree char *alike = NULL;
  g_autofree char *unknown = NULL;

  cli_write_file (f, "pond.html", pond);
  cli_write_file (
      f, "in.tmx",
      "<tmx version='1.4'><header srclang='en'/><body>"
      "<tu><tuv xml:lang='en'><seg>In winter the pond is covered with ice.</seg></tuv>"
      "<tuv xml:lang='pl'><seg>Zimą staw pokrywa lód.</seg></tuv></tu>"
      "<tu><tuv xml:lang='en'><seg>The ice is 12 cm thick in January.</seg></tuv>"
      "<tuv xml:lang='pl'><seg>W styczniu lód ma 12 cm.</seg></tuv></tu>"
      "<tu><tuv xml:lang='en'><seg>Isaac Newton measured this in 1701.</seg></tuv>"
      "<tuv xml:lang='pl'><seg>Izaak Newton zmierzył to w 1701.</seg></tuv></tu></body></tmx>");
  g_assert_cmpint (cli_run (f, "memory import in.tmx --data-dir data --quiet"), ==, 0);
  g_assert_cmpint (cli_run (f, "new p.cognate --from pond.html --to pl"), ==, 0);
  g_assert_cmpint (cli_run (f, "pretranslate p.cognate --threshold 75 --data-dir data --json"), ==,
                   0);
  g_assert_nonnull (strstr (f->out, "\"filled\" : 2"));
  g_assert_nonnull (strstr (f->out, "\"to_check\" : 1"));
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  same = find_line (f, "In winter");
  g_assert_nonnull (
      strstr (same, "\"target\":\"Zimą staw pokrywa lód. W styczniu lód ma 12 cm.\""));
  g_assert_nonnull (strstr (same, "\"state\":\"translated\""));
  alike = find_line (f, "Newton");
  g_assert_nonnull (strstr (alike, "zmierzył to w 1701"));
  g_assert_nonnull (strstr (alike, "\"state\":\"initial\""));
  unknown = find_line (f, "Ducks");
  g_assert_nonnull (strstr (unknown, "\"target\":null"));
  /* One step, and a second run finds nothing to do. */
  g_assert_cmpint (cli_run (f, "pretranslate p.cognate --data-dir data --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"filled\" : 0"));
  g_assert_cmpint (cli_run (f, "undo p.cognate"), ==, 0);
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  g_assert_null (strstr (f->out, "Zimą"));
  g_assert_cmpint (cli_run (f, "pretranslate p.cognate --threshold 101 --data-dir data"), ==, 2);
  g_assert_cmpint (cli_run (f, "pretranslate p.cognate --engine none --data-dir data"), !=, 0);
}

/* The same passage elsewhere is filled; one that somebody wrote is left alone. */
static void
test_repeats (CliFixture *f, gconstpointer data)
{
  g_auto (GStrv) ids = g_new0 (char *, 5);
  g_auto (GStrv) lines = NULL;
  g_autofree char *first = NULL;
  g_autofree char *other = NULL;
  guint n = 0;

  cli_write_file (f, "pond.html",
                  "<html lang='en'><body><h1>Pond</h1><p>Ducks leave.</p><p>Ice melts.</p>"
                  "<p>Ducks leave.</p><p>Ducks leave.</p></body></html>");
  g_assert_cmpint (cli_run (f, "new p.cognate --from pond.html --to pl"), ==, 0);
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  lines = g_strsplit (f->out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "Ducks") != NULL && n < 4)
      {
        const char *id = strstr (lines[i], "\"id\":\"") + 6;

        ids[n++] = g_strndup (id, strcspn (id, "\""));
      }
  g_assert_cmpuint (n, ==, 3);
  first = g_strdup_printf ("set p.cognate %s --target Kaczki%%odlatują.", ids[0]);
  other = g_strdup_printf ("set p.cognate %s --target Kaczki%%znikają.", ids[2]);
  g_assert_cmpint (cli_run (f, first), ==, 0);
  g_assert_cmpint (cli_run (f, other), ==, 0);
  g_assert_cmpint (cli_run (f, "pretranslate p.cognate --repeats --data-dir data --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"from_repeats\" : 1"));
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  g_clear_pointer (&lines, g_strfreev);
  lines = g_strsplit (f->out, "odlatują", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_nonnull (strstr (f->out, "znikają"));
}

/* A new edition: what was translated stays, and what changed is told. */
static void
test_update (CliFixture *f, gconstpointer data)
{
  g_autofree char *after = NULL;
  g_auto (GStrv) parts = g_strsplit (pond, "12 cm", 2);

  cli_write_file (f, "pond.html", pond);
  after = g_strjoinv ("9 cm", parts);
  cli_write_file (f, "new.html", after);
  g_assert_cmpint (cli_run (f, "new p.cognate --from pond.html --to pl"), ==, 0);
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  {
    g_autofree char *line = find_line (f, "12 cm");
    const char *id = strstr (line, "\"id\":\"") + 6;
    g_autofree char *unit = g_strndup (id, strcspn (id, "\""));
    g_autofree char *set = g_strdup_printf ("set p.cognate %s --target Lód.", unit);

    g_assert_cmpint (cli_run (f, set), ==, 0);
  }
  g_assert_cmpint (cli_run (f, "update p.cognate new.html --json"), ==, 0);
  g_assert_nonnull (strstr (f->out, "\"to_check\" : 1"));
  g_assert_true (cli_has_file (f, "p.cognate.before-update"));
  g_assert_cmpint (cli_run (f, "units p.cognate"), ==, 0);
  {
    g_autofree char *line = find_line (f, "9 cm");

    g_assert_nonnull (strstr (line, "Lód."));
    g_assert_nonnull (strstr (line, "\"former_source\":\"In winter"));
  }
  g_assert_cmpint (cli_run (f, "update p.cognate none.html"), ==, 1);
  g_assert_cmpint (cli_run (f, "update p.cognate"), ==, 2);
}

int
main (int argc, char *argv[])
{
  static const CliTest tests[] = {
    { "import", test_import },
    { "lookup", test_lookup },
    { "fill", test_fill },
    { "search", test_search },
    { "refused", test_refused },
    { "align", test_align },
    { "pretranslate", test_pretranslate },
    { "repeats", test_repeats },
    { "update", test_update },
    { "align-refused", test_align_refused },
  };

  return cli_run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
