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

int
main (int argc, char *argv[])
{
  static const CliTest tests[] = {
    { "import", test_import }, { "lookup", test_lookup },   { "fill", test_fill },
    { "search", test_search }, { "refused", test_refused },
  };

  return cli_run_tests (argc, argv, tests, G_N_ELEMENTS (tests));
}
